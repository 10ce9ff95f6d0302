// line 9 · Replace by `tokio::time::sleep(…).await` · suggestion · preferred
-    std::thread::sleep(Duration::from_millis(10));
+    tokio::time::sleep(Duration::from_millis(10)).await;
// line 10 · Replace by `tokio::fs::read_to_string(…).await` · suggestion · preferred
-    std::fs::read_to_string(path)
+    tokio::fs::read_to_string(path).await
// line 21 · Replace by `tokio::fs::metadata(…).await` · suggestion · preferred
-    let meta = fs::metadata(path)?;
+    let meta = tokio::fs::metadata(path).await?;
// line 22 · Move the call to `spawn_blocking` · suggestion
-    let file = File::open("config.toml")?;
+    let file = tokio::task::spawn_blocking(move || File::open("config.toml")).await??;
// line 33 · Replace by `tokio::fs::remove_file(…).await` · suggestion · preferred
-    remove_file("x").ok();
+    tokio::fs::remove_file("x").await.ok();
// line 39 · Replace by `tokio::time::sleep(…).await` · suggestion · preferred
-    nap(Duration::from_secs(1));
+    tokio::time::sleep(Duration::from_secs(1)).await;
// line 43 · Move the call to `spawn_blocking` · suggestion
-    let out = Command::new("ls").arg("-l").output()?;
+    let out = tokio::task::spawn_blocking(move || Command::new("ls").arg("-l").output()).await??;
// line 81 · Replace by `send(…).await` · suggestion · preferred
-    sender.blocking_send(1).ok();
+    sender.send(1).await.ok();
// line 85 · Move the call to `spawn_blocking` · suggestion
-    let page = reqwest::blocking::get("https://example.org");
+    let page = tokio::task::spawn_blocking(move || reqwest::blocking::get("https://example.org")).await.expect("the blocking call panicked");
// line 87 · Move the call to `spawn_blocking` · suggestion
-    std::net::TcpStream::connect("127.0.0.1:80").ok();
+    tokio::task::spawn_blocking(move || std::net::TcpStream::connect("127.0.0.1:80")).await.expect("the blocking call panicked").ok();
// line 109 · Replace by `tokio::fs::read(…).await` · suggestion · preferred
-    let closure = async |path: &str| std::fs::read(path).ok();
+    let closure = async |path: &str| tokio::fs::read(path).await.ok();
// line 111 · Replace by `tokio::fs::write(…).await` · suggestion · preferred
-        std::fs::write("x", "async").ok();
+        tokio::fs::write("x", "async").await.ok();
