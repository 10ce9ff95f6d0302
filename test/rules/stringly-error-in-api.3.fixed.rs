// line 4 · Introduce the error enum `PortError` · suggestion · refactor.rewrite
-pub fn port(_: &str) -> Result<u16, String> {
+/// What can go wrong in `port`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum PortError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for PortError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for PortError {}
+
+pub fn port(_: &str) -> Result<u16, PortError> {
// line 10 · Introduce the error enum `StoreError` · suggestion · refactor.rewrite
-pub fn port(_: &str) -> Result<u16, String> {
-    unreachable!()
-}
-
-pub struct Store;
-impl Store {
-    pub fn open(&self) -> Result<u16, ()> {
+/// What can go wrong in `open`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum StoreError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for StoreError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for StoreError {}
+
+pub fn port(_: &str) -> Result<u16, String> {
+    unreachable!()
+}
+
+pub struct Store;
+impl Store {
+    pub fn open(&self) -> Result<u16, StoreError> {
// line 17 · Introduce the error enum `ReadError` · suggestion · refactor.rewrite
-    pub trait Read {
-        fn read(&self) -> Result<u8, &'static str>;
+    /// What can go wrong in `read`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum ReadError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for ReadError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for ReadError {}
+
+    pub trait Read {
+        fn read(&self) -> Result<u8, ReadError>;
// line 22 · Introduce the error enum `Error` · suggestion · refactor.rewrite
-    pub type Outcome<T, E = String> = Result<T, E>;
+    /// What can go wrong in `Outcome`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum Error {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for Error {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for Error {}
+
+    pub type Outcome<T, E = Error> = Result<T, E>;
