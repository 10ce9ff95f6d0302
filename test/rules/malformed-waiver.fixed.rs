// line 4 · Make `first` return a `Result` · suggestion · refactor.rewrite
-fn first(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production) until 2031-02-29 -- the parser is rewritten this winter
-    *all.first().unwrap()
+fn first(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production) until 2031-02-29 -- the parser is rewritten this winter
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 4 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 14 · Make `third` return a `Result` · suggestion · refactor.rewrite
-fn third(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production) until the summer -- the parser is rewritten
-    *all.first().unwrap()
+fn third(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production) until the summer -- the parser is rewritten
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 14 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 18 · Make `fourth` return a `Result` · suggestion · refactor.rewrite
-fn fourth(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production) issue soon until 2033-01-01 until 2034-01-01 -- callers pass one or more
-    *all.first().unwrap()
+fn fourth(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production) issue soon until 2033-01-01 until 2034-01-01 -- callers pass one or more
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 18 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 21 · Give the waiver a reason · suggestion · preferred
-    // covenant: allow(unwrap-in-production) until issue #1
+    // covenant: allow(unwrap-in-production) until issue #1 -- reason
// line 22 · Make `fifth` return a `Result` · suggestion · refactor.rewrite
-fn fifth(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production) until issue #1
-    *all.first().unwrap()
+fn fifth(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production) until issue #1
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 22 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 27 · Make `sixth` return a `Result` · suggestion · refactor.rewrite
-fn sixth(all: &[u8]) -> u8 {
-    *all.first().unwrap()
+fn sixth(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 27 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
