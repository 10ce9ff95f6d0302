// line 3 · Give the waiver a reason · suggestion · preferred
-    // covenant: allow(unwrap-in-production)
+    // covenant: allow(unwrap-in-production) -- reason
// line 4 · Make `first` return a `Result` · suggestion · refactor.rewrite
-fn first(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production)
-    *all.first().unwrap()
+fn first(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production)
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 4 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 13 · Make `third` return a `Result` · suggestion · refactor.rewrite
-fn third(all: &[u8]) -> u8 {
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- todo later
+fn third(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(*all.get(2).ok_or("no value from `get`")?) // covenant: allow(unwrap-in-production) -- todo later
// line 13 · State the invariant: `.expect("…")` · suggestion
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- todo later
+    *all.get(2).expect("why this holds") // covenant: allow(unwrap-in-production) -- todo later
// line 13 · Give the waiver a reason · suggestion · preferred
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- todo later
+    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- reason
