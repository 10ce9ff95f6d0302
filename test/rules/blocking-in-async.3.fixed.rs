// line 19 · Move the call to `spawn_blocking` · suggestion
-    let all = settings("config.toml")?;
+    let all = tokio::task::spawn_blocking(move || settings("config.toml")).await??;
