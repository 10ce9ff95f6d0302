// line 11 · Take `&str` and borrow in the calls · suggestion · refactor.rewrite
-fn louder(text: String) -> String {
-    format!("{}!", text.to_uppercase())
-}
-pub fn hail(name: &str) -> String {
-    louder(name.to_string())
+fn louder(text: &str) -> String {
+    format!("{}!", text.to_uppercase())
+}
+pub fn hail(name: &str) -> String {
+    louder(&name.to_string())
// line 26 · Take `&[u32]` and borrow in the calls · suggestion · refactor.rewrite
-fn sum(values: Vec<u32>, add: u32) -> u32 {
-    let inner = || values.len();
-    values[0] + inner() as u32 + count(&values) + add
-}
-fn count(values: &[u32]) -> u32 {
-    values.len() as u32
-}
-fn sums(all: Vec<u32>, more: &[u32]) -> u32 {
-    let cut = sum(all.clone(), 1) + sum(more.to_vec(), 2);
-    cut + sum(all, 3)
+fn sum(values: &[u32], add: u32) -> u32 {
+    let inner = || values.len();
+    values[0] + inner() as u32 + count(values) + add
+}
+fn count(values: &[u32]) -> u32 {
+    values.len() as u32
+}
+fn sums(all: Vec<u32>, more: &[u32]) -> u32 {
+    let cut = sum(&all.clone(), 1) + sum(&more.to_vec(), 2);
+    cut + sum(&all, 3)
// line 40 · Take `&std::ffi::OsStr` and borrow in the calls · suggestion · refactor.rewrite
-fn named(name: OsString) -> bool {
+fn named(name: &std::ffi::OsStr) -> bool {
// line 43 · Take `&str` and borrow in the calls · suggestion · refactor.rewrite
-fn boxes(text: Box<str>, all: Box<[u8]>) -> usize {
+fn boxes(text: &str, all: Box<[u8]>) -> usize {
// line 43 · Take `&[u8]` and borrow in the calls · suggestion · refactor.rewrite
-fn boxes(text: Box<str>, all: Box<[u8]>) -> usize {
+fn boxes(text: Box<str>, all: &[u8]) -> usize {
// line 46 · Take `&str` and borrow in the calls · suggestion · refactor.rewrite
-fn shown(text: String, level: u8) {
+fn shown(text: &str, level: u8) {
// line 49 · Take `&str` and borrow in the calls · suggestion · refactor.rewrite
-fn equal(text: String) -> bool {
-    text == "a" && "a" < text.as_str()
+fn equal(text: &str) -> bool {
+    text == "a" && "a" < text
