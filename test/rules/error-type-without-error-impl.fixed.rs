// line 7 · Implement `Display` and `std::error::Error` for `LoadError` · suggestion · preferred
+
+impl std::fmt::Display for LoadError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Missing => f.write_str("what failed"),
+            Self::Broken(..) => f.write_str("what failed"),
+            Self::Denied { .. } => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for LoadError {}
// line 26 · Implement `Display` and `std::error::Error` for `PlainFailure` · suggestion · preferred
-pub struct PlainFailure {
-    pub code: i32,
-}
+#[derive(Debug)]
+pub struct PlainFailure {
+    pub code: i32,
+}
+
+impl std::fmt::Display for PlainFailure {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        f.write_str("what failed")
+    }
+}
+
+impl std::error::Error for PlainFailure {}
// line 30 · Implement `std::error::Error` for `ShownError` · suggestion · preferred
+
+impl std::error::Error for ShownError {}
// line 36 · Implement `Display` and `std::error::Error` for `NoError` · suggestion · preferred
-pub enum NoError {}
+#[derive(Debug)]
+pub enum NoError {}
+
+impl std::fmt::Display for NoError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match *self {}
+    }
+}
+
+impl std::error::Error for NoError {}
// line 40 · Implement `Display` and `std::error::Error` for `InnerError` · suggestion · preferred
-    #[derive(Clone)]
-    pub struct InnerError;
+    #[derive(Debug)]
+    #[derive(Clone)]
+    pub struct InnerError;
+
+    impl std::fmt::Display for InnerError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            f.write_str("what failed")
+        }
+    }
+
+    impl std::error::Error for InnerError {}
