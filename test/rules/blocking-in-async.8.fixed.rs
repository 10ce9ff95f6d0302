// line 2 · Replace by `async_std::task::sleep(…).await` · suggestion · preferred
-    std::thread::sleep(std::time::Duration::from_secs(1));
+    async_std::task::sleep(std::time::Duration::from_secs(1)).await;
// line 4 · Replace by `async_std::fs::read_to_string(…).await` · suggestion · preferred
-    std::fs::read_to_string(place)
+    async_std::fs::read_to_string(place).await
