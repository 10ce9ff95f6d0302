// line 15 · Log the error · suggestion
-    if let Err(_) = fs::remove_file(path) {}
+    if let Err(error) = fs::remove_file(path) {
+        eprintln!("what failed: {error}");
+    }
// line 32 · Log the error · suggestion
-        Err(_) => {}
+        Err(error) => {
+            eprintln!("what failed: {error}");
+        }
// line 36 · Log the error · suggestion
-        Err(_error) => (),
+        Err(error) => eprintln!("what failed: {error:?}"),
// line 39 · Log the error · suggestion
-        Err(..) => {}
+        Err(error) => {
+            eprintln!("what failed: {error:?}");
+        }
// line 44 · Log the error · suggestion
-    if let Err(_why) = flush(out) {
+    if let Err(error) = flush(out) {
+        eprintln!("what failed: {error}");
// line 46 · Log the error · suggestion
-    if let Result::Err(_) = flush(out) {}
+    if let Err(error) = flush(out) {
+        eprintln!("what failed: {error}");
+    }
// line 47 · Log the error · suggestion
-    println!("{:?}", { if let Err(_) = flush(out) {} });
+    println!("{:?}", { if let Err(error) = flush(out) {
+        eprintln!("what failed: {error}");
+    } });
