// line 6 · Make `port` return a `Result` · suggestion · refactor.rewrite
-fn port(raw: &str) -> u16 {
-    raw.parse().unwrap()
+fn port(raw: &str) -> Result<u16, Box<dyn std::error::Error>> {
+    Ok(raw.parse()?)
// line 55 · Make `values` return a `Result` · suggestion · refactor.rewrite
-fn values(all: Vec<Option<u8>>) -> Vec<u8> {
-    let text = "x.unwrap()"; // x.unwrap()
-    println!("{} {}", text, all.first().unwrap().is_some());
-    all.into_iter().map(Option::unwrap).collect()
+fn values(all: Vec<Option<u8>>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
+    let text = "x.unwrap()"; // x.unwrap()
+    println!("{} {}", text, all.first().ok_or("no value from `first`")?.is_some());
+    Ok(all.into_iter().map(Option::unwrap).collect())
// line 65 · Make `ships` return a `Result` · suggestion · refactor.rewrite
-fn ships() {
-    "1".parse::<u8>().unwrap();
+fn ships() -> Result<(), Box<dyn std::error::Error>> {
+    "1".parse::<u8>()?;
+    Ok(())
// line 81 · Make `chain` return a `Result` · suggestion · refactor.rewrite
-fn chain(text: &str) {
-    text.lines()
-        .next()
-        .unwrap()
-        .len();
+fn chain(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    text.lines()
+        .next()
+        .ok_or("no value from `next`")?
+        .len();
+    Ok(())
