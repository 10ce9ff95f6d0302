// line 5 · Introduce the error enum `NumberError` · suggestion · refactor.rewrite
-// example: bad
-/// Reads a number.
-pub fn number(text: &str) -> Result<u16, Box<dyn Error>> {
+/// What can go wrong in `number`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum NumberError {
+    /// TODO: say when this happens.
+    Failed,
+}
+
+impl std::fmt::Display for NumberError {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Failed => f.write_str("what failed"),
+        }
+    }
+}
+
+impl std::error::Error for NumberError {}
+
+// example: bad
+/// Reads a number.
+pub fn number(text: &str) -> Result<u16, NumberError> {
// line 20 · Introduce the error enum `BoundsError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+    /// What can go wrong in `bounds`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum BoundsError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for BoundsError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for BoundsError {}
+
+    pub fn bounds() -> Result<u8, BoundsError> {
// line 23 · Introduce the error enum `BehindError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
-        Ok(1)
-    }
-    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
+    /// What can go wrong in `behind`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum BehindError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for BehindError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for BehindError {}
+
+    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+        Ok(1)
+    }
+    pub fn behind() -> Result<u8, BehindError> {
// line 26 · Introduce the error enum `GroupedError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
-        Ok(1)
-    }
-    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
-        Ok(1)
-    }
-    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
+    /// What can go wrong in `grouped`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum GroupedError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for GroupedError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for GroupedError {}
+
+    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+        Ok(1)
+    }
+    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
+        Ok(1)
+    }
+    pub fn grouped() -> Result<u8, GroupedError> {
// line 29 · Introduce the error enum `RenamedError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
-        Ok(1)
-    }
-    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
-        Ok(1)
-    }
-    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
-        Ok(1)
-    }
-    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
+    /// What can go wrong in `renamed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum RenamedError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for RenamedError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for RenamedError {}
+
+    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+        Ok(1)
+    }
+    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
+        Ok(1)
+    }
+    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
+        Ok(1)
+    }
+    pub fn renamed() -> Result<u8, RenamedError> {
// line 32 · Introduce the error enum `WaitsError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
-        Ok(1)
-    }
-    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
-        Ok(1)
-    }
-    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
-        Ok(1)
-    }
-    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
-        Ok(1)
-    }
-    pub async fn waits() -> Result<u8, Box<dyn Error>> {
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
+    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+        Ok(1)
+    }
+    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
+        Ok(1)
+    }
+    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
+        Ok(1)
+    }
+    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
+        Ok(1)
+    }
+    pub async fn waits() -> Result<u8, WaitsError> {
// line 35 · Introduce the error enum `LaterError` · suggestion · refactor.rewrite
-    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
-        Ok(1)
-    }
-    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
-        Ok(1)
-    }
-    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
-        Ok(1)
-    }
-    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
-        Ok(1)
-    }
-    pub async fn waits() -> Result<u8, Box<dyn Error>> {
-        Ok(1)
-    }
-    pub fn later() -> impl Future<Output = Result<u8, Box<dyn Error>>> {
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
+    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
+        Ok(1)
+    }
+    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
+        Ok(1)
+    }
+    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
+        Ok(1)
+    }
+    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
+        Ok(1)
+    }
+    pub async fn waits() -> Result<u8, Box<dyn Error>> {
+        Ok(1)
+    }
+    pub fn later() -> impl Future<Output = Result<u8, LaterError>> {
// line 52 · Introduce the error enum `NamedError` · suggestion · refactor.rewrite
-    type Private<T> = Result<T, Box<dyn Error>>;
-    pub fn private_alias() -> Private<u8> {
-        Ok(1)
-    }
-    pub type Public<T> = std::result::Result<T, Box<dyn Error + Send>>;
-    pub fn public_alias() -> Public<u8> {
-        Ok(1)
-    }
-    type Boxed = Box<dyn Error>;
-    pub fn named() -> Result<u8, Boxed> {
+    /// What can go wrong in `named`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum NamedError {
+        /// TODO: say when this happens.
+        Failed,
+    }
+
+    impl std::fmt::Display for NamedError {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Failed => f.write_str("what failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for NamedError {}
+
+    type Private<T> = Result<T, Box<dyn Error>>;
+    pub fn private_alias() -> Private<u8> {
+        Ok(1)
+    }
+    pub type Public<T> = std::result::Result<T, Box<dyn Error + Send>>;
+    pub fn public_alias() -> Public<u8> {
+        Ok(1)
+    }
+    type Boxed = Box<dyn Error>;
+    pub fn named() -> Result<u8, NamedError> {
// line 86 · Introduce the error enum `StoreError` · suggestion · refactor.rewrite
-    pub struct Store;
-    impl Store {
-        pub fn open() -> Result<Self, Box<dyn Error>> {
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
// line 91 · Introduce the error enum `KeepError` · suggestion · refactor.rewrite
-    pub struct Store;
-    impl Store {
-        pub fn open() -> Result<Self, Box<dyn Error>> {
-            Ok(Self)
-        }
-    }
-    pub trait Keep {
-        fn keep(&self) -> Result<(), Box<dyn Error>>;
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
+        pub fn open() -> Result<Self, Box<dyn Error>> {
+            Ok(Self)
+        }
+    }
+    pub trait Keep {
+        fn keep(&self) -> Result<(), KeepError>;
