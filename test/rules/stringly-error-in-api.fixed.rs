// line 25 · Introduce the error enum `UnitError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
+    /// What can go wrong in `unit`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum UnitError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for UnitError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for UnitError {}
+
+    pub fn unit() -> Result<u8, UnitError> {
// line 28 · Introduce the error enum `TextError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
-    }
-    pub fn text() -> std::result::Result<u8, &'static str> {
+    /// What can go wrong in `text`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum TextError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for TextError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
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
// line 31 · Introduce the error enum `BorrowedError` · suggestion · refactor.rewrite
-    pub fn unit() -> Result<u8, ()> {
-        Err(())
-    }
-    pub fn text() -> std::result::Result<u8, &'static str> {
-        Err("no")
-    }
-    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
+    /// What can go wrong in `borrowed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum BorrowedError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for BorrowedError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for BorrowedError {}
+
+    pub fn unit() -> Result<u8, ()> {
+        Err(())
+    }
+    pub fn text() -> std::result::Result<u8, &'static str> {
+        Err("no")
+    }
+    pub fn borrowed<'a>(name: &'a str) -> Result<u8, BorrowedError> {
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
+    /// What can go wrong in `cow`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum CowError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for CowError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
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
+    /// What can go wrong in `boxed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum BoxedError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for BoxedError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
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
// line 40 · Introduce the error enum `FullError` · suggestion · refactor.rewrite
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
-    }
-    pub fn full() -> Result<u8, std::string::String> {
+    /// What can go wrong in `full`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum FullError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for FullError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for FullError {}
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
+    pub fn boxed() -> Result<u8, Box<str>> {
+        Err("no".into())
+    }
+    pub fn full() -> Result<u8, FullError> {
// line 43 · Introduce the error enum `WaitsError` · suggestion · refactor.rewrite
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
-    }
-    pub fn full() -> Result<u8, std::string::String> {
-        Err(String::new())
-    }
-    pub async fn waits() -> Result<(), String> {
+    /// What can go wrong in `waits`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum WaitsError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for WaitsError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for WaitsError {}
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
+    pub fn boxed() -> Result<u8, Box<str>> {
+        Err("no".into())
+    }
+    pub fn full() -> Result<u8, std::string::String> {
+        Err(String::new())
+    }
+    pub async fn waits() -> Result<(), WaitsError> {
// line 46 · Introduce the error enum `LaterError` · suggestion · refactor.rewrite
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
-    }
-    pub fn full() -> Result<u8, std::string::String> {
-        Err(String::new())
-    }
-    pub async fn waits() -> Result<(), String> {
-        Ok(())
-    }
-    pub fn later() -> impl Future<Output = Result<(), String>> + Send {
+    /// What can go wrong in `later`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum LaterError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for LaterError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for LaterError {}
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
+    pub fn boxed() -> Result<u8, Box<str>> {
+        Err("no".into())
+    }
+    pub fn full() -> Result<u8, std::string::String> {
+        Err(String::new())
+    }
+    pub async fn waits() -> Result<(), String> {
+        Ok(())
+    }
+    pub fn later() -> impl Future<Output = Result<(), LaterError>> + Send {
// line 65 · Introduce the error enum `Error` · suggestion · refactor.rewrite
-    type Swapped<E, T> = Result<T, E>;
-    pub fn swapped() -> Swapped<String, u8> {
-        Ok(1)
-    }
-    pub fn not_swapped() -> Swapped<fmt::Error, String> {
-        Ok(String::new())
-    }
-    type Private<T> = Result<T, String>;
-    pub fn private_alias() -> Private<u8> {
-        Ok(1)
-    }
-    pub type Public<T> = Result<T, String>;
+    /// What can go wrong in `Public`.
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
+    type Swapped<E, T> = Result<T, E>;
+    pub fn swapped() -> Swapped<String, u8> {
+        Ok(1)
+    }
+    pub fn not_swapped() -> Swapped<fmt::Error, String> {
+        Ok(String::new())
+    }
+    type Private<T> = Result<T, String>;
+    pub fn private_alias() -> Private<u8> {
+        Ok(1)
+    }
+    pub type Public<T> = Result<T, Error>;
// line 69 · Introduce the error enum `Error` · suggestion · refactor.rewrite
-    type Swapped<E, T> = Result<T, E>;
-    pub fn swapped() -> Swapped<String, u8> {
-        Ok(1)
-    }
-    pub fn not_swapped() -> Swapped<fmt::Error, String> {
-        Ok(String::new())
-    }
-    type Private<T> = Result<T, String>;
-    pub fn private_alias() -> Private<u8> {
-        Ok(1)
-    }
-    pub type Public<T> = Result<T, String>;
-    pub fn public_alias() -> Public<u8> {
-        Ok(1)
-    }
-    pub type Defaulted<T, E = String> = Result<T, E>;
+    /// What can go wrong in `Defaulted`.
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
+    type Swapped<E, T> = Result<T, E>;
+    pub fn swapped() -> Swapped<String, u8> {
+        Ok(1)
+    }
+    pub fn not_swapped() -> Swapped<fmt::Error, String> {
+        Ok(String::new())
+    }
+    type Private<T> = Result<T, String>;
+    pub fn private_alias() -> Private<u8> {
+        Ok(1)
+    }
+    pub type Public<T> = Result<T, String>;
+    pub fn public_alias() -> Public<u8> {
+        Ok(1)
+    }
+    pub type Defaulted<T, E = Error> = Result<T, E>;
// line 80 · Introduce the error enum `MessageError` · suggestion · refactor.rewrite
-    type Swapped<E, T> = Result<T, E>;
-    pub fn swapped() -> Swapped<String, u8> {
-        Ok(1)
-    }
-    pub fn not_swapped() -> Swapped<fmt::Error, String> {
-        Ok(String::new())
-    }
-    type Private<T> = Result<T, String>;
-    pub fn private_alias() -> Private<u8> {
-        Ok(1)
-    }
-    pub type Public<T> = Result<T, String>;
-    pub fn public_alias() -> Public<u8> {
-        Ok(1)
-    }
-    pub type Defaulted<T, E = String> = Result<T, E>;
-    pub fn with_default() -> Defaulted<u8> {
-        Ok(1)
-    }
-    pub fn with_own() -> Defaulted<u8, fmt::Error> {
-        Ok(1)
-    }
-    pub fn with_unit() -> Defaulted<u8, ()> {
-        Ok(1)
-    }
-    type Message = String;
-    pub fn message() -> Result<u8, Message> {
+    /// What can go wrong in `message`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum MessageError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for MessageError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for MessageError {}
+
+    type Swapped<E, T> = Result<T, E>;
+    pub fn swapped() -> Swapped<String, u8> {
+        Ok(1)
+    }
+    pub fn not_swapped() -> Swapped<fmt::Error, String> {
+        Ok(String::new())
+    }
+    type Private<T> = Result<T, String>;
+    pub fn private_alias() -> Private<u8> {
+        Ok(1)
+    }
+    pub type Public<T> = Result<T, String>;
+    pub fn public_alias() -> Public<u8> {
+        Ok(1)
+    }
+    pub type Defaulted<T, E = String> = Result<T, E>;
+    pub fn with_default() -> Defaulted<u8> {
+        Ok(1)
+    }
+    pub fn with_own() -> Defaulted<u8, fmt::Error> {
+        Ok(1)
+    }
+    pub fn with_unit() -> Defaulted<u8, ()> {
+        Ok(1)
+    }
+    type Message = String;
+    pub fn message() -> Result<u8, MessageError> {
// line 110 · Introduce the error enum `StoreError` · suggestion · refactor.rewrite
-    pub struct Store;
-    impl Store {
-        pub fn open() -> Result<Self, String> {
+    /// What can go wrong in `open`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum StoreError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for StoreError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for StoreError {}
+
+    pub struct Store;
+    impl Store {
+        pub fn open() -> Result<Self, StoreError> {
// line 122 · Introduce the error enum `KeepError` · suggestion · refactor.rewrite
-    pub struct Store;
-    impl Store {
-        pub fn open() -> Result<Self, String> {
-            Ok(Self)
-        }
-        fn close(self) -> Result<(), String> {
-            Ok(())
-        }
-        #[allow(clippy::result_unit_err, reason = "there is nothing to say")]
-        pub fn poke(&self) -> Result<(), ()> {
-            Err(())
-        }
-    }
-    pub trait Keep {
-        fn keep(&self) -> Result<(), String>;
+    /// What can go wrong in `keep`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum KeepError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for KeepError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for KeepError {}
+
+    pub struct Store;
+    impl Store {
+        pub fn open() -> Result<Self, String> {
+            Ok(Self)
+        }
+        fn close(self) -> Result<(), String> {
+            Ok(())
+        }
+        #[allow(clippy::result_unit_err, reason = "there is nothing to say")]
+        pub fn poke(&self) -> Result<(), ()> {
+            Err(())
+        }
+    }
+    pub trait Keep {
+        fn keep(&self) -> Result<(), KeepError>;
