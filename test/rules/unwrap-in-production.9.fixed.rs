// line 2 · Make `old` return a `Result` · suggestion · refactor.rewrite
-fn old(text: &str) {
-    let first = text.bytes().next().unwrap();
-    println!("{first}");
+fn old(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    let first = text.bytes().next().ok_or("no value from `next`")?;
+    println!("{first}");
+    Ok(())
// line 2 · State the invariant: `.expect("…")` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().expect("why this holds");
