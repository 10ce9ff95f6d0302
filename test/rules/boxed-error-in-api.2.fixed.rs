// line 5 · Introduce the error enum `ReadItError` · suggestion · refactor.rewrite
-    /// Reads.
-    pub fn read_it() -> Result<u8, Box<dyn std::error::Error>> {
+    /// What can go wrong in `read_it`.
+    #[derive(Debug, thiserror::Error)]
+    #[non_exhaustive]
+    pub enum ReadItError {
+        /// TODO: say when this happens.
+        #[error("what failed")]
+        Failed,
+    }
+
+    /// Reads.
+    pub fn read_it() -> Result<u8, ReadItError> {
