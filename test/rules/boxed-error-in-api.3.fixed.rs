// line 18 · Introduce the error enum `LoadError` for 2 functions · suggestion · refactor.rewrite
-#[derive(Debug)]
-pub struct Malformed;
-
-impl std::fmt::Display for Malformed {
-    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
-        f.write_str("malformed")
-    }
-}
-
-impl Error for Malformed {}
-
-/// Loads a number.
-pub fn load(path: &str, limit: u32) -> Result<u32, Box<dyn Error>> {
-    let mut file = File::open(path)?;
-    let text = std::fs::read_to_string(path)?;
-    let number = text.trim().parse::<u32>()?;
-    if number > limit {
-        return Err(format!("{number} is above {limit}").into());
-    }
-    if number == 0 {
-        return Err("zero".into());
-    }
-    valid(number)?;
-    let all = numbers(&text)?;
-    Ok(all.first().copied().ok_or("no number")? + number)
-}
-
-fn valid(number: u32) -> Result<(), Malformed> {
-    if number == 7 { Err(Malformed) } else { Ok(()) }
-}
-
-fn numbers(text: &str) -> Result<Vec<u32>, Box<dyn Error>> {
+/// What can go wrong in `load`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum LoadError {
+    /// A [`std::io::Error`].
+    Io(std::io::Error),
+    /// A [`std::num::ParseIntError`].
+    ParseInt(std::num::ParseIntError),
+    /// `{number} is above {limit}`
+    IsAbove {
+        /// The `number` in the message.
+        number: String,
+        /// The `limit` in the message.
+        limit: u32,
+    },
+    /// `zero`
+    Zero,
+    /// A [`Malformed`].
+    Malformed(Malformed),
+    /// `no number`
+    NoNumber,
+}
+
+impl std::fmt::Display for LoadError {
+    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::Io(error) => write!(formatter, "{error}"),
+            Self::ParseInt(error) => write!(formatter, "{error}"),
+            Self::IsAbove { number, limit } => write!(formatter, "{number} is above {limit}"),
+            Self::Zero => formatter.write_str("zero"),
+            Self::Malformed(error) => write!(formatter, "{error}"),
+            Self::NoNumber => formatter.write_str("no number"),
+        }
+    }
+}
+
+impl std::error::Error for LoadError {
+    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
+        match self {
+            Self::Io(error) => std::error::Error::source(error),
+            Self::ParseInt(error) => std::error::Error::source(error),
+            Self::Malformed(error) => std::error::Error::source(error),
+            _ => None,
+        }
+    }
+}
+
+impl From<std::io::Error> for LoadError {
+    fn from(error: std::io::Error) -> Self {
+        Self::Io(error)
+    }
+}
+
+impl From<std::num::ParseIntError> for LoadError {
+    fn from(error: std::num::ParseIntError) -> Self {
+        Self::ParseInt(error)
+    }
+}
+
+impl From<Malformed> for LoadError {
+    fn from(error: Malformed) -> Self {
+        Self::Malformed(error)
+    }
+}
+
+#[derive(Debug)]
+pub struct Malformed;
+
+impl std::fmt::Display for Malformed {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        f.write_str("malformed")
+    }
+}
+
+impl Error for Malformed {}
+
+/// Loads a number.
+pub fn load(path: &str, limit: u32) -> Result<u32, LoadError> {
+    let mut file = File::open(path)?;
+    let text = std::fs::read_to_string(path)?;
+    let number = text.trim().parse::<u32>()?;
+    if number > limit {
+        return Err(LoadError::IsAbove { number: number.to_string(), limit });
+    }
+    if number == 0 {
+        return Err(LoadError::Zero);
+    }
+    valid(number)?;
+    let all = numbers(&text)?;
+    Ok(all.first().copied().ok_or(LoadError::NoNumber)? + number)
+}
+
+fn valid(number: u32) -> Result<(), Malformed> {
+    if number == 7 { Err(Malformed) } else { Ok(()) }
+}
+
+fn numbers(text: &str) -> Result<Vec<u32>, LoadError> {
