// line 6 · Make `port` return a `Result` · suggestion · refactor.rewrite
-fn port(raw: &str) -> u16 {
-    raw.parse().unwrap()
+fn port(raw: &str) -> Result<u16, Box<dyn std::error::Error>> {
+    Ok(raw.parse()?)
// line 6 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    raw.parse().unwrap()
+    raw.parse().unwrap_or_default()
// line 6 · State the invariant: `.expect("…")` · suggestion
-    raw.parse().unwrap()
+    raw.parse().expect("why this holds")
// line 14 · State the invariant: `.expect("…")` · suggestion
-static LIMIT: LazyLock<u32> = LazyLock::new(|| "7".parse().unwrap());
+static LIMIT: LazyLock<u32> = LazyLock::new(|| "7".parse().expect("why this holds"));
// line 55 · Make `values` return a `Result` · suggestion · refactor.rewrite
-fn values(all: Vec<Option<u8>>) -> Vec<u8> {
-    let text = "x.unwrap()"; // x.unwrap()
-    println!("{} {}", text, all.first().unwrap().is_some());
-    all.into_iter().map(Option::unwrap).collect()
+fn values(all: Vec<Option<u8>>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
+    let text = "x.unwrap()"; // x.unwrap()
+    println!("{} {}", text, all.first().ok_or("no value from `first`")?.is_some());
+    Ok(all.into_iter().map(Option::unwrap).collect())
// line 55 · State the invariant: `.expect("…")` · suggestion
-    println!("{} {}", text, all.first().unwrap().is_some());
+    println!("{} {}", text, all.first().expect("why this holds").is_some());
// line 65 · Make `ships` return a `Result` · suggestion · refactor.rewrite
-fn ships() {
-    "1".parse::<u8>().unwrap();
+fn ships() -> Result<(), Box<dyn std::error::Error>> {
+    "1".parse::<u8>()?;
+    Ok(())
// line 65 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().unwrap_or_default();
// line 65 · State the invariant: `.expect("…")` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().expect("why this holds");
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
// line 81 · State the invariant: `.expect("…")` · suggestion
-        .unwrap()
+        .expect("why this holds")
