// line 25 · Introduce the error enum `UnitError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
+    /// What can go wrong in `unit`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum UnitError {
+        /// `unit failed`
+        Unit,
+    }
+
+    impl std::fmt::Display for UnitError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Unit => formatter.write_str("unit failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for UnitError {}
+
+    pub fn unit() -> Result<u8, UnitError> {
+        Err(UnitError::Unit)
// line 28 · Introduce the error enum `TextError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
-    }
-    pub fn text() -> std::result::Result<u8, &'static str> {
-        Err("no")
+    /// What can go wrong in `text`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum TextError {
+        /// `no`
+        No,
+    }
+
+    impl std::fmt::Display for TextError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::No => formatter.write_str("no"),
+            }
+        }
+    }
+
+    impl std::error::Error for TextError {}
+
+    pub fn unit() -> Result<u8, ()> {
+        Err(())
+    }
+    pub fn text() -> std::result::Result<u8, TextError> {
+        Err(TextError::No)
// line 34 · Introduce the error enum `CowError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
-    }
-    pub fn text() -> std::result::Result<u8, &'static str> {
-        Err("no")
-    }
-    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-        Err(name)
-    }
-    pub fn cow() -> Result<u8, Cow<'static, str>> {
-        Err(Cow::Borrowed("no"))
+    /// What can go wrong in `cow`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum CowError {
+        /// `no`
+        No,
+    }
+
+    impl std::fmt::Display for CowError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::No => formatter.write_str("no"),
+            }
+        }
+    }
+
+    impl std::error::Error for CowError {}
+
+    pub fn unit() -> Result<u8, ()> {
+        Err(())
+    }
+    pub fn text() -> std::result::Result<u8, &'static str> {
+        Err("no")
+    }
+    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+        Err(name)
+    }
+    pub fn cow() -> Result<u8, CowError> {
+        Err(CowError::No)
// line 37 · Introduce the error enum `BoxedError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
-    }
-    pub fn text() -> std::result::Result<u8, &'static str> {
-        Err("no")
-    }
-    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-        Err(name)
-    }
-    pub fn cow() -> Result<u8, Cow<'static, str>> {
-        Err(Cow::Borrowed("no"))
-    }
-    pub fn boxed() -> Result<u8, Box<str>> {
-        Err("no".into())
+    /// What can go wrong in `boxed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum BoxedError {
+        /// `no`
+        No,
+    }
+
+    impl std::fmt::Display for BoxedError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::No => formatter.write_str("no"),
+            }
+        }
+    }
+
+    impl std::error::Error for BoxedError {}
+
+    pub fn unit() -> Result<u8, ()> {
+        Err(())
+    }
+    pub fn text() -> std::result::Result<u8, &'static str> {
+        Err("no")
+    }
+    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+        Err(name)
+    }
+    pub fn cow() -> Result<u8, Cow<'static, str>> {
+        Err(Cow::Borrowed("no"))
+    }
+    pub fn boxed() -> Result<u8, BoxedError> {
+        Err(BoxedError::No)
