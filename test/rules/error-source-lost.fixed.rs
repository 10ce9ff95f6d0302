// line 10 · Mark the field as the source: `#[source]` · safe · preferred
-    Read { path: String, error: io::Error },
+    Read { path: String, #[source] error: io::Error },
// line 23 · Mark the field as the source: `#[source]` · safe · preferred
-    Tuple(io::Error),
+    Tuple(#[source] io::Error),
// line 23 · Convert from it with `?` too: `#[from]` · suggestion
-    Tuple(io::Error),
+    Tuple(#[from] io::Error),
// line 25 · Mark the field as the source: `#[source]` · safe · preferred
-    Boxed(String, Box<std::fmt::Error>),
+    Boxed(String, #[source] Box<std::fmt::Error>),
// line 27 · Mark the field as the source: `#[source]` · safe · preferred
-    Shared(Arc<io::Error>, Backtrace),
+    Shared(#[source] Arc<io::Error>, Backtrace),
// line 27 · Convert from it with `?` too: `#[from]` · suggestion
-    Shared(Arc<io::Error>, Backtrace),
+    Shared(#[from] Arc<io::Error>, Backtrace),
// line 29 · Mark the field as the source: `#[source]` · safe · preferred
-    Any(Box<dyn std::error::Error + Send + Sync>),
+    Any(#[source] Box<dyn std::error::Error + Send + Sync>),
// line 29 · Convert from it with `?` too: `#[from]` · suggestion
-    Any(Box<dyn std::error::Error + Send + Sync>),
+    Any(#[from] Box<dyn std::error::Error + Send + Sync>),
// line 31 · Mark the field as the source: `#[source]` · safe · preferred
-    OnlyTheFirst(io::Error, std::fmt::Error),
+    OnlyTheFirst(#[source] io::Error, std::fmt::Error),
// line 35 · Mark the field as the source: `#[source]` · safe · preferred
+        #[source]
// line 35 · Convert from it with `?` too: `#[from]` · suggestion
+        #[from]
// line 42 · Mark the field as the source: `#[source]` · safe · preferred
+    #[source]
// line 42 · Convert from it with `?` too: `#[from]` · suggestion
+    #[from]
// line 46 · Mark the field as the source: `#[source]` · safe · preferred
-pub struct Newtype(pub io::Error);
+pub struct Newtype(#[source] pub io::Error);
// line 46 · Convert from it with `?` too: `#[from]` · suggestion
-pub struct Newtype(pub io::Error);
+pub struct Newtype(#[from] pub io::Error);
// line 51 · Mark the field as the source: `#[source]` · safe · preferred
-    Io(io::Error),
+    Io(#[source] io::Error),
// line 76 · Mark the field as the source: `#[source]` · safe · preferred
-    DebuggedIo { error: io::Error },
+    DebuggedIo { #[source] error: io::Error },
// line 76 · Convert from it with `?` too: `#[from]` · suggestion
-    DebuggedIo { error: io::Error },
+    DebuggedIo { #[from] error: io::Error },
// line 88 · Mark the field as the source: `#[source]` · safe · preferred
-    Again(String, std::fmt::Error),
+    Again(String, #[source] std::fmt::Error),
// line 90 · Mark the field as the source: `#[source]` · safe · preferred
-    Twice(std::fmt::Error),
+    Twice(#[source] std::fmt::Error),
