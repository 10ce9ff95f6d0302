// line 8 · Introduce the error enum `ConfigError` · suggestion · refactor.rewrite
-pub struct Config(String);
-
-impl Config {
-    /// Reads a configuration.
-    pub fn read(path: &Path, deepest: usize) -> Result<Self, String> {
-        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
-        let depth = text.chars().take_while(|&c| c == '[').count();
-        if depth > deepest {
-            return Err(format!("{} is nested deeper than {deepest} brackets: {:#x}", path.display(), depth));
-        }
-        if text.is_empty() {
-            return Err("{} needs a value".to_owned());
+/// What can go wrong in `read`.
+#[derive(Debug, thiserror::Error)]
+#[non_exhaustive]
+pub enum ConfigError {
+    /// A [`std::io::Error`].
+    #[error(transparent)]
+    Io(std::io::Error),
+    /// `{path} is nested deeper than {deepest} brackets: {depth}`
+    #[error("{path} is nested deeper than {deepest} brackets: {depth}")]
+    IsNestedDeeperThanBrackets {
+        /// The `path` in the message.
+        path: String,
+        /// The `deepest` in the message.
+        deepest: usize,
+        /// The `depth` in the message.
+        depth: String,
+    },
+    /// `{} needs a value`
+    #[error("{{}} needs a value")]
+    NeedsValue,
+}
+
+pub struct Config(String);
+
+impl Config {
+    /// Reads a configuration.
+    pub fn read(path: &Path, deepest: usize) -> Result<Self, ConfigError> {
+        let text = std::fs::read_to_string(path).map_err(ConfigError::Io)?;
+        let depth = text.chars().take_while(|&c| c == '[').count();
+        if depth > deepest {
+            return Err(ConfigError::IsNestedDeeperThanBrackets { path: path.display().to_string(), deepest, depth: format!("{:#x}", depth) });
+        }
+        if text.is_empty() {
+            return Err(ConfigError::NeedsValue);
