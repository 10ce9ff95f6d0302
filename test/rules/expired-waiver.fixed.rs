// line 3 · Remove the expired waiver · suggestion · preferred
-    // covenant: allow(unwrap-in-production) until 2031-03-14 -- the parser is rewritten this winter
// line 4 · Make `first` return a `Result` · suggestion · refactor.rewrite
-fn first(all: &[u8]) -> u8 {
-    // covenant: allow(unwrap-in-production) until 2031-03-14 -- the parser is rewritten this winter
-    *all.first().unwrap()
+fn first(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    // covenant: allow(unwrap-in-production) until 2031-03-14 -- the parser is rewritten this winter
+    Ok(*all.first().ok_or("no value from `first`")?)
// line 4 · State the invariant: `.expect("…")` · suggestion
-    *all.first().unwrap()
+    *all.first().expect("why this holds")
// line 13 · Make `third` return a `Result` · suggestion · refactor.rewrite
-fn third(all: &[u8]) -> u8 {
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
+fn third(all: &[u8]) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(*all.get(2).ok_or("no value from `get`")?) // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
// line 13 · State the invariant: `.expect("…")` · suggestion
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
+    *all.get(2).expect("why this holds") // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
// line 13 · Remove the expired waiver · suggestion · preferred
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
+    *all.get(2).unwrap()
