// line 2 · Replace by `smol::Timer::after(…).await` · suggestion · preferred
-    std::thread::sleep(std::time::Duration::from_secs(1));
+    smol::Timer::after(std::time::Duration::from_secs(1)).await;
// line 3 · Move the call to `unblock` · suggestion
-    let entries = std::fs::read_dir("folder")?;
+    let entries = smol::unblock(move || std::fs::read_dir("folder")).await?;
// line 5 · Replace by `smol::fs::read_to_string(…).await` · suggestion · preferred
-    std::fs::read_to_string(path)
+    smol::fs::read_to_string(path).await
// line 10 · Move the call to `unblock` · suggestion
-    std::thread::sleep(std::time::Duration::from_secs(1))
+    smol::unblock(move || std::thread::sleep(std::time::Duration::from_secs(1))).await
