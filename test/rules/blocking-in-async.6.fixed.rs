// line 10 · Replace by `tokio::fs::read_to_string(…).await` · suggestion · preferred
-    let all = std::fs::read_to_string(path)?;
+    let all = tokio::fs::read_to_string(path).await?;
// line 11 · Replace by `tokio::fs::write(…).await` · suggestion · preferred
-    std::fs::write(path, text)?;
+    tokio::fs::write(path, text).await?;
// line 12 · Replace by `tokio::fs::try_exists(…).await` · suggestion · preferred
-    if std::fs::exists("a")? {
+    if tokio::fs::try_exists("a").await? {
// line 13 · Replace by `tokio::fs::rename(…).await` · suggestion · preferred
-        std::fs::rename("a", PLACE)?;
+        tokio::fs::rename("a", PLACE).await?;
// line 15 · Replace by `tokio::fs::canonicalize(…).await` · suggestion · preferred
-    let place: PathBuf = std::fs::canonicalize(&all)?;
+    let place: PathBuf = tokio::fs::canonicalize(&all).await?;
// line 16 · Replace by `tokio::fs::copy(…).await` · suggestion · preferred
-    std::fs::copy(&place, path).map(drop)
+    tokio::fs::copy(&place, path).await.map(drop)
// line 20 · Replace by `tokio::time::sleep(…).await` · suggestion · preferred
-    std::thread::sleep(Duration::from_millis(times));
+    tokio::time::sleep(Duration::from_millis(times)).await;
// line 24 · Move the call to `spawn_blocking` · suggestion
-    for entry in std::fs::read_dir("folder")? {
+    for entry in tokio::task::spawn_blocking(move || std::fs::read_dir("folder")).await?? {
// line 27 · Move the call to `spawn_blocking` · suggestion
-    std::fs::File::open(path)
+    tokio::task::spawn_blocking(move || std::fs::File::open(path)).await.expect("the blocking call panicked")
// line 35 · Move the call to `spawn_blocking` · suggestion
-    let out = Command::new("ls").args(&["-l", "-a"]).output()?;
+    let out = tokio::task::spawn_blocking(move || Command::new("ls").args(&["-l", "-a"]).output()).await??;
// line 40 · Move the call to `spawn_blocking` · suggestion
-    std::net::TcpStream::connect("127.0.0.1:80").is_ok()
+    tokio::task::spawn_blocking(move || std::net::TcpStream::connect("127.0.0.1:80")).await.expect("the blocking call panicked").is_ok()
// line 57 · Replace by `send(…).await` · suggestion · preferred
-    sender.blocking_send(1).ok();
+    sender.send(1).await.ok();
// line 58 · Replace by `lock(…).await` · suggestion · preferred
-    *lock.blocking_lock()
+    *lock.lock().await
