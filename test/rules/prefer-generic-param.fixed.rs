// line 4 · Take `impl AsRef<Path>` · suggestion · refactor.rewrite
-pub fn load(file: &Path) -> std::io::Result<String> {
+pub fn load(file: impl AsRef<Path>) -> std::io::Result<String> {
+    let file = file.as_ref();
// line 20 · Take `impl AsRef<path::Path>` · suggestion · refactor.rewrite
-pub fn qualified(dir: &path::Path) -> bool { dir.is_dir() }
+pub fn qualified(dir: impl AsRef<path::Path>) -> bool {
+    let dir = dir.as_ref();
+    dir.is_dir() }
// line 30 · Take `impl Into<PathBuf>` · suggestion · refactor.rewrite
-    pub fn new(root: PathBuf, name: String) -> Self {
+    pub fn new(root: impl Into<PathBuf>, name: String) -> Self {
+        let root: PathBuf = root.into();
// line 30 · Take `impl Into<String>` · suggestion · refactor.rewrite
-    pub fn new(root: PathBuf, name: String) -> Self {
+    pub fn new(root: PathBuf, name: impl Into<String>) -> Self {
+        let name: String = name.into();
// line 33 · Take `impl Into<String>` · suggestion · refactor.rewrite
-    pub fn named(mut self, name: String) -> Store {
+    pub fn named(mut self, name: impl Into<String>) -> Store {
+        let name: String = name.into();
// line 37 · Take `impl Into<String>` · suggestion · refactor.rewrite
-    pub fn renamed(&mut self, mut name: String) -> &mut Self {
+    pub fn renamed(&mut self, name: impl Into<String>) -> &mut Self {
+        let mut name: String = name.into();
// line 42 · Take `impl Into<String>` · suggestion · refactor.rewrite
-    pub fn checked(name: String) -> Result<Self, std::fmt::Error> {
+    pub fn checked(name: impl Into<String>) -> Result<Self, std::fmt::Error> {
+        let name: String = name.into();
// line 51 · Take `impl AsRef<Path>` · suggestion · refactor.rewrite
-    pub fn below(&self, part: &Path) -> &Path {
+    pub fn below(&self, part: impl AsRef<Path>) -> &Path {
+        let part = part.as_ref();
