// line 23 · Introduce the error enum `UnitError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
+/// What can go wrong in `unit`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum UnitError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for UnitError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for UnitError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, UnitError> {
// line 26 · Introduce the error enum `TextError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
+/// What can go wrong in `text`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum TextError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for TextError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for TextError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, TextError> {
// line 29 · Introduce the error enum `BorrowedError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+/// What can go wrong in `borrowed`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum BorrowedError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for BorrowedError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for BorrowedError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, BorrowedError> {
// line 32 · Introduce the error enum `CowError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
+/// What can go wrong in `cow`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum CowError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for CowError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for CowError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, CowError> {
// line 35 · Introduce the error enum `BoxedError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
+/// What can go wrong in `boxed`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum BoxedError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for BoxedError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for BoxedError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, BoxedError> {
// line 38 · Introduce the error enum `FullError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
+/// What can go wrong in `full`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum FullError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for FullError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for FullError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, FullError> {
// line 41 · Introduce the error enum `WaitsError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
+/// What can go wrong in `waits`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum WaitsError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for WaitsError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for WaitsError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), WaitsError> {
// line 44 · Introduce the error enum `LaterError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+/// What can go wrong in `later`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum LaterError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for LaterError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for LaterError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), LaterError>> + Send {
// line 59 · Introduce the error enum `Error` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
-    async { Ok(()) }
-}
-
-type Swapped<E, T> = Result<T, E>;
-pub fn swapped() -> Swapped<String, u8> {
-    Ok(1)
-}
-pub fn not_swapped() -> Swapped<fmt::Error, String> {
-    Ok(String::new())
-}
-type Private<T> = Result<T, String>;
-pub fn private_alias() -> Private<u8> {
-    Ok(1)
-}
-pub type Public<T> = Result<T, String>;
+/// What can go wrong in `Public`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum Error {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for Error {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for Error {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    async { Ok(()) }
+}
+
+type Swapped<E, T> = Result<T, E>;
+pub fn swapped() -> Swapped<String, u8> {
+    Ok(1)
+}
+pub fn not_swapped() -> Swapped<fmt::Error, String> {
+    Ok(String::new())
+}
+type Private<T> = Result<T, String>;
+pub fn private_alias() -> Private<u8> {
+    Ok(1)
+}
+pub type Public<T> = Result<T, Error>;
// line 63 · Introduce the error enum `Error` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
-    async { Ok(()) }
-}
-
-type Swapped<E, T> = Result<T, E>;
-pub fn swapped() -> Swapped<String, u8> {
-    Ok(1)
-}
-pub fn not_swapped() -> Swapped<fmt::Error, String> {
-    Ok(String::new())
-}
-type Private<T> = Result<T, String>;
-pub fn private_alias() -> Private<u8> {
-    Ok(1)
-}
-pub type Public<T> = Result<T, String>;
-pub fn public_alias() -> Public<u8> {
-    Ok(1)
-}
-pub type Defaulted<T, E = String> = Result<T, E>;
+/// What can go wrong in `Defaulted`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum Error {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for Error {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for Error {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    async { Ok(()) }
+}
+
+type Swapped<E, T> = Result<T, E>;
+pub fn swapped() -> Swapped<String, u8> {
+    Ok(1)
+}
+pub fn not_swapped() -> Swapped<fmt::Error, String> {
+    Ok(String::new())
+}
+type Private<T> = Result<T, String>;
+pub fn private_alias() -> Private<u8> {
+    Ok(1)
+}
+pub type Public<T> = Result<T, String>;
+pub fn public_alias() -> Public<u8> {
+    Ok(1)
+}
+pub type Defaulted<T, E = Error> = Result<T, E>;
// line 74 · Introduce the error enum `MessageError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
-    async { Ok(()) }
-}
-
-type Swapped<E, T> = Result<T, E>;
-pub fn swapped() -> Swapped<String, u8> {
-    Ok(1)
-}
-pub fn not_swapped() -> Swapped<fmt::Error, String> {
-    Ok(String::new())
-}
-type Private<T> = Result<T, String>;
-pub fn private_alias() -> Private<u8> {
-    Ok(1)
-}
-pub type Public<T> = Result<T, String>;
-pub fn public_alias() -> Public<u8> {
-    Ok(1)
-}
-pub type Defaulted<T, E = String> = Result<T, E>;
-pub fn with_default() -> Defaulted<u8> {
-    Ok(1)
-}
-pub fn with_own() -> Defaulted<u8, fmt::Error> {
-    Ok(1)
-}
-pub fn with_unit() -> Defaulted<u8, ()> {
-    Ok(1)
-}
-type Message = String;
-pub fn message() -> Result<u8, Message> {
+/// What can go wrong in `message`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum MessageError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for MessageError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for MessageError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    async { Ok(()) }
+}
+
+type Swapped<E, T> = Result<T, E>;
+pub fn swapped() -> Swapped<String, u8> {
+    Ok(1)
+}
+pub fn not_swapped() -> Swapped<fmt::Error, String> {
+    Ok(String::new())
+}
+type Private<T> = Result<T, String>;
+pub fn private_alias() -> Private<u8> {
+    Ok(1)
+}
+pub type Public<T> = Result<T, String>;
+pub fn public_alias() -> Public<u8> {
+    Ok(1)
+}
+pub type Defaulted<T, E = String> = Result<T, E>;
+pub fn with_default() -> Defaulted<u8> {
+    Ok(1)
+}
+pub fn with_own() -> Defaulted<u8, fmt::Error> {
+    Ok(1)
+}
+pub fn with_unit() -> Defaulted<u8, ()> {
+    Ok(1)
+}
+type Message = String;
+pub fn message() -> Result<u8, MessageError> {
// line 102 · Introduce the error enum `StoreError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
-    async { Ok(()) }
-}
-
-type Swapped<E, T> = Result<T, E>;
-pub fn swapped() -> Swapped<String, u8> {
-    Ok(1)
-}
-pub fn not_swapped() -> Swapped<fmt::Error, String> {
-    Ok(String::new())
-}
-type Private<T> = Result<T, String>;
-pub fn private_alias() -> Private<u8> {
-    Ok(1)
-}
-pub type Public<T> = Result<T, String>;
-pub fn public_alias() -> Public<u8> {
-    Ok(1)
-}
-pub type Defaulted<T, E = String> = Result<T, E>;
-pub fn with_default() -> Defaulted<u8> {
-    Ok(1)
-}
-pub fn with_own() -> Defaulted<u8, fmt::Error> {
-    Ok(1)
-}
-pub fn with_unit() -> Defaulted<u8, ()> {
-    Ok(1)
-}
-type Message = String;
-pub fn message() -> Result<u8, Message> {
-    Ok(1)
-}
-
-pub fn success_side() -> Result<String, fmt::Error> {
-    Ok(String::new())
-}
-pub fn option() -> Option<Result<u8, String>> {
-    None
-}
-pub fn elsewhere() -> fmt::Result {
-    Ok(())
-}
-pub mod own {
-    pub struct Result<A, B>(A, B);
-    pub fn make() -> Result<u8, String> {
-        Result(1, String::new())
-    }
-}
-pub mod named {
-    pub struct String;
-    pub fn make() -> Result<u8, String> {
-        Ok(1)
-    }
-}
-
-pub struct Store;
-impl Store {
-    pub fn open() -> Result<Self, String> {
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
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    async { Ok(()) }
+}
+
+type Swapped<E, T> = Result<T, E>;
+pub fn swapped() -> Swapped<String, u8> {
+    Ok(1)
+}
+pub fn not_swapped() -> Swapped<fmt::Error, String> {
+    Ok(String::new())
+}
+type Private<T> = Result<T, String>;
+pub fn private_alias() -> Private<u8> {
+    Ok(1)
+}
+pub type Public<T> = Result<T, String>;
+pub fn public_alias() -> Public<u8> {
+    Ok(1)
+}
+pub type Defaulted<T, E = String> = Result<T, E>;
+pub fn with_default() -> Defaulted<u8> {
+    Ok(1)
+}
+pub fn with_own() -> Defaulted<u8, fmt::Error> {
+    Ok(1)
+}
+pub fn with_unit() -> Defaulted<u8, ()> {
+    Ok(1)
+}
+type Message = String;
+pub fn message() -> Result<u8, Message> {
+    Ok(1)
+}
+
+pub fn success_side() -> Result<String, fmt::Error> {
+    Ok(String::new())
+}
+pub fn option() -> Option<Result<u8, String>> {
+    None
+}
+pub fn elsewhere() -> fmt::Result {
+    Ok(())
+}
+pub mod own {
+    pub struct Result<A, B>(A, B);
+    pub fn make() -> Result<u8, String> {
+        Result(1, String::new())
+    }
+}
+pub mod named {
+    pub struct String;
+    pub fn make() -> Result<u8, String> {
+        Ok(1)
+    }
+}
+
+pub struct Store;
+impl Store {
+    pub fn open() -> Result<Self, StoreError> {
// line 114 · Introduce the error enum `KeepError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a port.
-pub fn port(text: &str) -> Result<u16, String> {
-    text.parse().map_err(|_| format!("{text} is no port"))
-}
-// example: good
-/// Why a text is no port.
-#[derive(Debug)]
-pub enum PortError {
-    /// Not a number.
-    Number,
-}
-/// Reads a port.
-pub fn checked_port(text: &str) -> Result<u16, PortError> {
-    text.parse().map_err(|_| PortError::Number)
-}
-// example: end
-
-pub fn unit() -> Result<u8, ()> {
-    Err(())
-}
-pub fn text() -> std::result::Result<u8, &'static str> {
-    Err("no")
-}
-pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
-    Err(name)
-}
-pub fn cow() -> Result<u8, Cow<'static, str>> {
-    Err(Cow::Borrowed("no"))
-}
-pub fn boxed() -> Result<u8, Box<str>> {
-    Err("no".into())
-}
-pub fn full() -> Result<u8, std::string::String> {
-    Err(String::new())
-}
-pub async fn waits() -> Result<(), String> {
-    Ok(())
-}
-pub fn later() -> impl Future<Output = Result<(), String>> + Send {
-    async { Ok(()) }
-}
-
-type Swapped<E, T> = Result<T, E>;
-pub fn swapped() -> Swapped<String, u8> {
-    Ok(1)
-}
-pub fn not_swapped() -> Swapped<fmt::Error, String> {
-    Ok(String::new())
-}
-type Private<T> = Result<T, String>;
-pub fn private_alias() -> Private<u8> {
-    Ok(1)
-}
-pub type Public<T> = Result<T, String>;
-pub fn public_alias() -> Public<u8> {
-    Ok(1)
-}
-pub type Defaulted<T, E = String> = Result<T, E>;
-pub fn with_default() -> Defaulted<u8> {
-    Ok(1)
-}
-pub fn with_own() -> Defaulted<u8, fmt::Error> {
-    Ok(1)
-}
-pub fn with_unit() -> Defaulted<u8, ()> {
-    Ok(1)
-}
-type Message = String;
-pub fn message() -> Result<u8, Message> {
-    Ok(1)
-}
-
-pub fn success_side() -> Result<String, fmt::Error> {
-    Ok(String::new())
-}
-pub fn option() -> Option<Result<u8, String>> {
-    None
-}
-pub fn elsewhere() -> fmt::Result {
-    Ok(())
-}
-pub mod own {
-    pub struct Result<A, B>(A, B);
-    pub fn make() -> Result<u8, String> {
-        Result(1, String::new())
-    }
-}
-pub mod named {
-    pub struct String;
-    pub fn make() -> Result<u8, String> {
-        Ok(1)
-    }
-}
-
-pub struct Store;
-impl Store {
-    pub fn open() -> Result<Self, String> {
-        Ok(Self)
-    }
-    fn close(self) -> Result<(), String> {
-        Ok(())
-    }
-    #[allow(clippy::result_unit_err, reason = "there is nothing to say")]
-    pub fn poke(&self) -> Result<(), ()> {
-        Err(())
-    }
-}
-pub trait Keep {
-    fn keep(&self) -> Result<(), String>;
+/// What can go wrong in `keep`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum KeepError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for KeepError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for KeepError {}
+
+// example: bad
+/// Reads a port.
+pub fn port(text: &str) -> Result<u16, String> {
+    text.parse().map_err(|_| format!("{text} is no port"))
+}
+// example: good
+/// Why a text is no port.
+#[derive(Debug)]
+pub enum PortError {
+    /// Not a number.
+    Number,
+}
+/// Reads a port.
+pub fn checked_port(text: &str) -> Result<u16, PortError> {
+    text.parse().map_err(|_| PortError::Number)
+}
+// example: end
+
+pub fn unit() -> Result<u8, ()> {
+    Err(())
+}
+pub fn text() -> std::result::Result<u8, &'static str> {
+    Err("no")
+}
+pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    Err(name)
+}
+pub fn cow() -> Result<u8, Cow<'static, str>> {
+    Err(Cow::Borrowed("no"))
+}
+pub fn boxed() -> Result<u8, Box<str>> {
+    Err("no".into())
+}
+pub fn full() -> Result<u8, std::string::String> {
+    Err(String::new())
+}
+pub async fn waits() -> Result<(), String> {
+    Ok(())
+}
+pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    async { Ok(()) }
+}
+
+type Swapped<E, T> = Result<T, E>;
+pub fn swapped() -> Swapped<String, u8> {
+    Ok(1)
+}
+pub fn not_swapped() -> Swapped<fmt::Error, String> {
+    Ok(String::new())
+}
+type Private<T> = Result<T, String>;
+pub fn private_alias() -> Private<u8> {
+    Ok(1)
+}
+pub type Public<T> = Result<T, String>;
+pub fn public_alias() -> Public<u8> {
+    Ok(1)
+}
+pub type Defaulted<T, E = String> = Result<T, E>;
+pub fn with_default() -> Defaulted<u8> {
+    Ok(1)
+}
+pub fn with_own() -> Defaulted<u8, fmt::Error> {
+    Ok(1)
+}
+pub fn with_unit() -> Defaulted<u8, ()> {
+    Ok(1)
+}
+type Message = String;
+pub fn message() -> Result<u8, Message> {
+    Ok(1)
+}
+
+pub fn success_side() -> Result<String, fmt::Error> {
+    Ok(String::new())
+}
+pub fn option() -> Option<Result<u8, String>> {
+    None
+}
+pub fn elsewhere() -> fmt::Result {
+    Ok(())
+}
+pub mod own {
+    pub struct Result<A, B>(A, B);
+    pub fn make() -> Result<u8, String> {
+        Result(1, String::new())
+    }
+}
+pub mod named {
+    pub struct String;
+    pub fn make() -> Result<u8, String> {
+        Ok(1)
+    }
+}
+
+pub struct Store;
+impl Store {
+    pub fn open() -> Result<Self, String> {
+        Ok(Self)
+    }
+    fn close(self) -> Result<(), String> {
+        Ok(())
+    }
+    #[allow(clippy::result_unit_err, reason = "there is nothing to say")]
+    pub fn poke(&self) -> Result<(), ()> {
+        Err(())
+    }
+}
+pub trait Keep {
+    fn keep(&self) -> Result<(), KeepError>;
