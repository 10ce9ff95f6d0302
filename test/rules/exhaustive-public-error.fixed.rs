// line 4 · Add `#[non_exhaustive]`, which breaks a `match` without a wildcard in other crates · suggestion
+#[non_exhaustive]
// line 16 · Add `#[non_exhaustive]`, which breaks a `match` without a wildcard in other crates · suggestion
+#[non_exhaustive]
// line 20 · Add `#[non_exhaustive]`, which breaks a `match` without a wildcard in other crates · suggestion
+    #[non_exhaustive]
