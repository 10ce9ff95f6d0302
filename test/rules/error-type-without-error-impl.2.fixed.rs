// line 16 · Derive `thiserror::Error` · suggestion · preferred
-#[derive(Debug)]
-pub enum LoadError {
-    /// There is none.
-    Missing,
+#[derive(thiserror::Error)]
+#[derive(Debug)]
+pub enum LoadError {
+    /// There is none.
+    #[error("what failed")]
+    Missing,
+    #[error("what failed")]
// line 23 · Derive `thiserror::Error` · suggestion · preferred
+#[derive(Debug, thiserror::Error)]
+#[error("what failed")]
