// line 2 · Log the error · suggestion
-    if let Err(_) = std::fs::remove_file(path) {}
+    if let Err(error) = std::fs::remove_file(path) {
+        log::warn!("what failed: {error}");
+    }
