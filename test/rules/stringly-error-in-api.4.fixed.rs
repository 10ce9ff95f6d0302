// line 13 · Introduce the error enum `StoreError` for 3 functions · suggestion · refactor.rewrite
-const LIMIT: usize = 3;
-
-pub struct Store {
-    entries: Vec<String>,
-}
-
-impl Store {
-    /// Opens a store.
-    pub fn open(path: &Path, limit: usize) -> Result<Self, String> {
-        if limit > LIMIT {
-            return Err(format!("the limit {limit} is above {LIMIT}"));
-        }
-        let text = std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {}", path.display(), e))?;
-        let first = text.lines().next().ok_or("the store is empty")?;
-        let count: usize = first.parse::<usize>().map_err(|e| e.to_string())?;
-        let entries = text.lines().take(count).map(|line| Self::entry(line)).collect::<Result<Vec<_>, _>>()?;
-        let store = Store { entries };
-        store.check("{braces}")?;
-        match store.entries.len() {
-            0 => Err("no \"entries\" at all".to_string()),
-            1 => {
-                store.check("one")?;
-                Ok(store)
-            }
-            _ if limit == 0 => return Err(String::from("the store is empty")),
-            _ => Ok(store),
-        }
-    }
-
-    fn entry(line: &str) -> Result<String, String> {
-        let (key, value) = line.split_once('=').ok_or_else(|| format!("no `=` in {line:?}"))?;
-        if key.is_empty() { Err("a key is {missing}".into()) } else { Ok(value.to_owned()) }
-    }
-
-    fn check(&self, what: &str) -> Result<(), String> {
-        let source = 1;
-        if what.is_empty() {
-            return Err(format!("{what} of {0} and {0}, {source:>4}", self.entries.len()));
-        }
-        if what.len() > 9 {
-            return Err(what.to_string());
+/// What can go wrong in `open`.
+#[derive(Debug)]
+#[non_exhaustive]
+pub enum StoreError {
+    /// `the limit {limit} is above {limit2}`
+    LimitIsAbove {
+        /// The `limit` in the message.
+        limit: String,
+        /// The `limit2` in the message.
+        limit2: String,
+    },
+    /// `cannot read {path}: {error}`
+    CannotRead {
+        /// The `path` in the message.
+        path: String,
+        /// The `error` in the message.
+        error: String,
+    },
+    /// `the store is empty`
+    StoreIsEmpty,
+    /// A [`std::num::ParseIntError`].
+    ParseInt(std::num::ParseIntError),
+    /// `no "entries" at all`
+    NoEntriesAtAll,
+    /// `{what} of {len} and {len}, {cause}`
+    OfAnd {
+        /// The `what` in the message.
+        what: String,
+        /// The `len` in the message.
+        len: String,
+        /// The `cause` in the message.
+        cause: String,
+    },
+    /// A failure that is told by a text.
+    Other(String),
+    /// ``no `=` in {line}``
+    NoIn {
+        /// The `line` in the message.
+        line: String,
+    },
+    /// `a key is {missing}`
+    KeyIsMissing,
+}
+
+impl std::fmt::Display for StoreError {
+    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        match self {
+            Self::LimitIsAbove { limit, limit2 } => write!(formatter, "the limit {limit} is above {limit2}"),
+            Self::CannotRead { path, error } => write!(formatter, "cannot read {path}: {error}"),
+            Self::StoreIsEmpty => formatter.write_str("the store is empty"),
+            Self::ParseInt(error) => write!(formatter, "{error}"),
+            Self::NoEntriesAtAll => formatter.write_str("no \"entries\" at all"),
+            Self::OfAnd { what, len, cause } => write!(formatter, "{what} of {len} and {len}, {cause}"),
+            Self::Other(text) => formatter.write_str(text),
+            Self::NoIn { line } => write!(formatter, "no `=` in {line}"),
+            Self::KeyIsMissing => write!(formatter, "a key is {{missing}}"),
+        }
+    }
+}
+
+impl std::error::Error for StoreError {
+    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
+        match self {
+            Self::ParseInt(error) => std::error::Error::source(error),
+            _ => None,
+        }
+    }
+}
+
+const LIMIT: usize = 3;
+
+pub struct Store {
+    entries: Vec<String>,
+}
+
+impl Store {
+    /// Opens a store.
+    pub fn open(path: &Path, limit: usize) -> Result<Self, StoreError> {
+        if limit > LIMIT {
+            return Err(StoreError::LimitIsAbove { limit: limit.to_string(), limit2: LIMIT.to_string() });
+        }
+        let text = std::fs::read_to_string(path).map_err(|e| StoreError::CannotRead { path: path.display().to_string(), error: e.to_string() })?;
+        let first = text.lines().next().ok_or(StoreError::StoreIsEmpty)?;
+        let count: usize = first.parse::<usize>().map_err(StoreError::ParseInt)?;
+        let entries = text.lines().take(count).map(|line| Self::entry(line)).collect::<Result<Vec<_>, _>>()?;
+        let store = Store { entries };
+        store.check("{braces}")?;
+        match store.entries.len() {
+            0 => Err(StoreError::NoEntriesAtAll),
+            1 => {
+                store.check("one")?;
+                Ok(store)
+            }
+            _ if limit == 0 => return Err(StoreError::StoreIsEmpty),
+            _ => Ok(store),
+        }
+    }
+
+    fn entry(line: &str) -> Result<String, StoreError> {
+        let (key, value) = line.split_once('=').ok_or_else(|| StoreError::NoIn { line: format!("{:?}", line) })?;
+        if key.is_empty() { Err(StoreError::KeyIsMissing) } else { Ok(value.to_owned()) }
+    }
+
+    fn check(&self, what: &str) -> Result<(), StoreError> {
+        let source = 1;
+        if what.is_empty() {
+            return Err(StoreError::OfAnd { what: what.to_string(), len: self.entries.len().to_string(), cause: format!("{:>4}", source) });
+        }
+        if what.len() > 9 {
+            return Err(StoreError::Other(what.to_string()));
// line 74 · Introduce the error enum `ParseHeaderError` · suggestion · refactor.rewrite
-    /// Tells nothing at all.
-    pub fn parse_header(text: &str) -> Result<u8, ()> {
-        let first = text.bytes().next().ok_or(())?;
-        let second = text.parse::<u8>().map_err(|_| ())?;
-        if first == second {
-            return Err(());
+    /// What can go wrong in `parse_header`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum ParseHeaderError {
+        /// `parse header failed`
+        ParseHeader,
+    }
+
+    impl std::fmt::Display for ParseHeaderError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::ParseHeader => formatter.write_str("parse header failed"),
+            }
+        }
+    }
+
+    impl std::error::Error for ParseHeaderError {}
+
+    /// Tells nothing at all.
+    pub fn parse_header(text: &str) -> Result<u8, ParseHeaderError> {
+        let first = text.bytes().next().ok_or(ParseHeaderError::ParseHeader)?;
+        let second = text.parse::<u8>().map_err(|_| ParseHeaderError::ParseHeader)?;
+        if first == second {
+            return Err(ParseHeaderError::ParseHeader);
// line 86 · Introduce the error enum `NumberError` for 2 functions · suggestion · refactor.rewrite
-    /// Waits for a number.
-    pub async fn number(text: &str) -> Result<u32, String> {
-        let first = digit(text).await?;
-        if first > 8 {
-            return digit("8").await;
-        }
-        digit(text).await.map(|digit| digit + first)
-    }
-
-    async fn digit(text: &str) -> Result<u32, String> {
-        text.chars().next().and_then(|first| first.to_digit(10)).ok_or_else(|| "no digit".to_owned())
+    /// What can go wrong in `number`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum NumberError {
+        /// `no digit`
+        NoDigit,
+    }
+
+    impl std::fmt::Display for NumberError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::NoDigit => formatter.write_str("no digit"),
+            }
+        }
+    }
+
+    impl std::error::Error for NumberError {}
+
+    /// Waits for a number.
+    pub async fn number(text: &str) -> Result<u32, NumberError> {
+        let first = digit(text).await?;
+        if first > 8 {
+            return digit("8").await;
+        }
+        digit(text).await.map(|digit| digit + first)
+    }
+
+    async fn digit(text: &str) -> Result<u32, NumberError> {
+        text.chars().next().and_then(|first| first.to_digit(10)).ok_or_else(|| NumberError::NoDigit)
// line 103 · Introduce the error enum `FixedError` · suggestion · refactor.rewrite
-    /// A text that lives for ever.
-    pub fn fixed(text: &str) -> Result<u8, &'static str> {
-        text.parse().map_err(|_| "not a number")
+    /// What can go wrong in `fixed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum FixedError {
+        /// `not a number`
+        NotNumber,
+    }
+
+    impl std::fmt::Display for FixedError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::NotNumber => formatter.write_str("not a number"),
+            }
+        }
+    }
+
+    impl std::error::Error for FixedError {}
+
+    /// A text that lives for ever.
+    pub fn fixed(text: &str) -> Result<u8, FixedError> {
+        text.parse().map_err(|_| FixedError::NotNumber)
// line 108 · Introduce the error enum `MixedError` · suggestion · refactor.rewrite
-    /// A text that lives for ever.
-    pub fn fixed(text: &str) -> Result<u8, &'static str> {
-        text.parse().map_err(|_| "not a number")
-    }
-
-    /// A text that may.
-    pub fn mixed(text: &str) -> Result<u8, Cow<'static, str>> {
-        if text.is_empty() {
-            return Err("nothing".into());
-        }
-        text.parse().map_err(|_| format!("{text} is not a number").into())
+    /// What can go wrong in `mixed`.
+    #[derive(Debug)]
+    #[non_exhaustive]
+    pub enum MixedError {
+        /// `nothing`
+        Nothing,
+        /// `{text} is not a number`
+        IsNotNumber {
+            /// The `text` in the message.
+            text: String,
+        },
+    }
+
+    impl std::fmt::Display for MixedError {
+        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            match self {
+                Self::Nothing => formatter.write_str("nothing"),
+                Self::IsNotNumber { text } => write!(formatter, "{text} is not a number"),
+            }
+        }
+    }
+
+    impl std::error::Error for MixedError {}
+
+    /// A text that lives for ever.
+    pub fn fixed(text: &str) -> Result<u8, &'static str> {
+        text.parse().map_err(|_| "not a number")
+    }
+
+    /// A text that may.
+    pub fn mixed(text: &str) -> Result<u8, MixedError> {
+        if text.is_empty() {
+            return Err(MixedError::Nothing);
+        }
+        text.parse().map_err(|_| MixedError::IsNotNumber { text: text.to_string() })
