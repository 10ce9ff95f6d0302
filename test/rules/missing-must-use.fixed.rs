// line 8 · Add `#[must_use]` · safe · preferred
+    #[must_use]
// line 30 · Add `#[must_use]` · safe · preferred
+    #[must_use]
// line 35 · Add `#[must_use]` · safe · preferred
+    #[must_use]
// line 104 · Add `#[must_use]` · safe · preferred
+    #[must_use]
// line 110 · Add `#[must_use]` · safe · preferred
+    #[must_use]
// line 111 · Add `#[must_use]` · safe · preferred
+    #[must_use]
