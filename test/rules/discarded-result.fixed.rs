// line 7 · Log the error · suggestion
-    let _ = fs::write(path, text);
+    if let Err(error) = fs::write(path, text) {
+        eprintln!("what failed: {error}");
+    }
// line 33 · Propagate the error with `?` · suggestion · preferred
-        let _ = self.file.sync_all();
+        self.file.sync_all()?;
// line 33 · Log the error · suggestion
-        let _ = self.file.sync_all();
+        if let Err(error) = self.file.sync_all() {
+            eprintln!("what failed: {error}");
+        }
// line 34 · Propagate the error with `?` · suggestion · preferred
-        _ = self.file.write_all(b"x");
+        self.file.write_all(b"x")?;
// line 34 · Log the error · suggestion
-        _ = self.file.write_all(b"x");
+        if let Err(error) = self.file.write_all(b"x") {
+            eprintln!("what failed: {error}");
+        }
// line 35 · Propagate the error with `?` · suggestion · preferred
-        self.file.flush().ok();
+        self.file.flush()?;
// line 35 · Log the error · suggestion
-        self.file.flush().ok();
+        if let Err(error) = self.file.flush() {
+            eprintln!("what failed: {error}");
+        }
// line 39 · Propagate the error with `?` · suggestion · preferred
-        let _ = self.insert(number);
+        self.insert(number)?;
// line 39 · Log the error · suggestion
-        let _ = self.insert(number);
+        if let Err(error) = self.insert(number) {
+            eprintln!("what failed: {error}");
+        }
// line 40 · Propagate the error with `?` · suggestion · preferred
-        let _ = Self::insert(self, number);
+        Self::insert(self, number)?;
// line 40 · Log the error · suggestion
-        let _ = Self::insert(self, number);
+        if let Err(error) = Self::insert(self, number) {
+            eprintln!("what failed: {error}");
+        }
// line 50 · Propagate the error with `?` · suggestion · preferred
-    let _ = step(1);
+    step(1)?;
// line 50 · Log the error · suggestion
-    let _ = step(1);
+    if let Err(error) = step(1) {
+        eprintln!("what failed: {error}");
+    }
// line 51 · Propagate the error with `?` · suggestion · preferred
-    _ = step(2);
+    step(2)?;
// line 51 · Log the error · suggestion
-    _ = step(2);
+    if let Err(error) = step(2) {
+        eprintln!("what failed: {error}");
+    }
// line 52 · Propagate the error with `?` · suggestion · preferred
-    step(3).ok();
+    step(3)?;
// line 52 · Log the error · suggestion
-    step(3).ok();
+    if let Err(error) = step(3) {
+        eprintln!("what failed: {error}");
+    }
// line 53 · Propagate the error with `?` (if the error converts) · suggestion
-    let _ = step(4).map_err(|error| error + "!");
+    step(4).map_err(|error| error + "!")?;
// line 53 · Log the error · suggestion
-    let _ = step(4).map_err(|error| error + "!");
+    if let Err(error) = step(4).map_err(|error| error + "!") {
+        eprintln!("what failed: {error}");
+    }
// line 54 · Propagate the error with `?` · suggestion · preferred
-    let _ = step(5).ok();
+    step(5)?;
// line 54 · Log the error · suggestion
-    let _ = step(5).ok();
+    if let Err(error) = step(5) {
+        eprintln!("what failed: {error}");
+    }
// line 56 · Propagate the error with `?` · suggestion · preferred
-    let _ = store.store_all();
+    store.store_all()?;
// line 56 · Log the error · suggestion
-    let _ = store.store_all();
+    if let Err(error) = store.store_all() {
+        eprintln!("what failed: {error}");
+    }
// line 57 · Propagate the error with `?` · suggestion · preferred
-    let _ = (step(6));
+    (step(6))?;
// line 57 · Log the error · suggestion
-    let _ = (step(6));
+    if let Err(error) = (step(6)) {
+        eprintln!("what failed: {error}");
+    }
// line 58 · Log the error · suggestion
-    let _ = std::thread::spawn(|| 1).join();
+    if let Err(error) = std::thread::spawn(|| 1).join() {
+        eprintln!("what failed: {error:?}");
+    }
// line 59 · Log the error · suggestion
-    let _ = File::create("x");
+    if let Err(error) = File::create("x") {
+        eprintln!("what failed: {error}");
+    }
// line 61 · Log the error · suggestion
-        let _ = step(7);
+        if let Err(error) = step(7) {
+            eprintln!("what failed: {error}");
+        }
// line 64 · Propagate the error with `?` · suggestion · preferred
-    println!("{}", { let _ = step(8); 1 });
+    println!("{}", { step(8)?; 1 });
// line 64 · Log the error · suggestion
-    println!("{}", { let _ = step(8); 1 });
+    println!("{}", { if let Err(error) = step(8) {
+        eprintln!("what failed: {error}");
+    } 1 });
// line 65 · Propagate the error with `?` · suggestion · preferred
-    let _ = step(9) // the comment stays
-        .map(|n| n + 1);
+    step(9) // the comment stays
+        .map(|n| n + 1)?;
// line 65 · Log the error · suggestion
-    let _ = step(9) // the comment stays
-        .map(|n| n + 1);
+    if let Err(error) = step(9) // the comment stays
+        .map(|n| n + 1) {
+        eprintln!("what failed: {error}");
+    }
// line 71 · Propagate the error with `?` · suggestion · preferred
-    let _ = fetch().await;
+    fetch().await?;
// line 71 · Log the error · suggestion
-    let _ = fetch().await;
+    if let Err(error) = fetch().await {
+        eprintln!("what failed: {error}");
+    }
