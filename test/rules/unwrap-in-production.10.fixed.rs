// line 3 · Make `main` return a `Result` · suggestion · refactor.rewrite
-fn main() {
-    let first = std::env::args().nth(1).unwrap();
-    println!("{first}");
+fn main() -> Result<(), Box<dyn std::error::Error>> {
+    let first = std::env::args().nth(1).ok_or("no value from `nth`")?;
+    println!("{first}");
+    Ok(())
// line 3 · State the invariant: `.expect("…")` · suggestion
-    let first = std::env::args().nth(1).unwrap();
+    let first = std::env::args().nth(1).expect("why this holds");
