// line 5 · Take `&[String]` · suggestion · preferred · refactor.rewrite
-fn longest(names: &Vec<String>) -> usize {
+fn longest(names: &[String]) -> usize {
// line 14 · Take `&str` · suggestion · refactor.rewrite
-pub fn greet(name: &String) -> String {
-    let own = name.clone();
-    format!("{name}, {}{}", name.as_str(), own)
+pub fn greet(name: &str) -> String {
+    let own = name.to_owned();
+    format!("{name}, {}{}", name, own)
// line 18 · Take `&Path` · suggestion · preferred · refactor.rewrite
-fn save<'a>(file: &'a PathBuf, count: u32) -> u32 {
-    if file.as_path().exists() && file == Path::new("x") {
-        drop(file.clone());
+fn save<'a>(file: &'a Path, count: u32) -> u32 {
+    if file.exists() && file == Path::new("x") {
+        drop(file.to_path_buf());
// line 24 · Take `&path::Path` · suggestion · preferred · refactor.rewrite
-fn spelled_out(file: &path::PathBuf) -> bool {
+fn spelled_out(file: &path::Path) -> bool {
// line 27 · Take `&u32` · suggestion · preferred · refactor.rewrite
-fn boxed(shape: &Box<u32>) -> u32 {
+fn boxed(shape: &u32) -> u32 {
// line 30 · Take `&(dyn Display + Send)` · suggestion · preferred · refactor.rewrite
-fn object(_shape: &Box<dyn Display + Send>) {}
+fn object(_shape: &(dyn Display + Send)) {}
// line 38 · Take `&[u32]` · suggestion · preferred · refactor.rewrite
-fn sum(values: &Vec<u32>) -> u32 {
-    let mut total = values[0];
-    for value in values {
-        total += value;
-    }
-    assert_eq!(values, &[1, 2], "{:?}", values);
-    total + values.as_slice().len() as u32
+fn sum(values: &[u32]) -> u32 {
+    let mut total = values[0];
+    for value in values {
+        total += value;
+    }
+    assert_eq!(values, &[1, 2], "{:?}", values);
+    total + values.len() as u32
// line 46 · Take `&[u32]` · suggestion · preferred · refactor.rewrite
-fn copy(values: &Vec<u32>) -> Vec<u32> {
-    let inner = || values.len();
-    inner();
-    values.clone()
+fn copy(values: &[u32]) -> Vec<u32> {
+    let inner = || values.len();
+    inner();
+    values.to_vec()
// line 116 · Take `&str` · suggestion · preferred · refactor.rewrite
-    fn put(&self, key: &String) -> usize {
+    fn put(&self, key: &str) -> usize {
// line 131 · Take `&std::path::Path` · suggestion · refactor.rewrite
-    pub fn elsewhere(file: &std::path::PathBuf) -> bool {
+    pub fn elsewhere(file: &std::path::Path) -> bool {
