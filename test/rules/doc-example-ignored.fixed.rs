// line 3 · Say why it is ignored · suggestion
-//! ```ignore
+//! ```ignore (TODO: say why)
// line 3 · Compile it with `no_run` · suggestion
-//! ```ignore
+//! ```no_run
// line 10 · Say why it is ignored · suggestion
-/// ```ignore
+/// ```ignore (TODO: say why)
// line 10 · Compile it with `no_run` · suggestion
-/// ```ignore
+/// ```no_run
// line 27 · Say why it is ignored · suggestion
-/// ```rust,ignore
+/// ```rust,ignore (TODO: say why)
// line 27 · Compile it with `no_run` · suggestion
-/// ```rust,ignore
+/// ```rust,no_run
// line 31 · Say why it is ignored · suggestion

// line 31 · Compile it with `no_run` · suggestion
-/// ~~~ignore (TODO: say why)
+/// ~~~no_run
// line 63 · Say why it is ignored · suggestion
- * ```ignore
+ * ```ignore (TODO: say why)
// line 63 · Compile it with `no_run` · suggestion
- * ```ignore
+ * ```no_run
// line 68 · Say why it is ignored · suggestion
-    /// ```ignore
+    /// ```ignore (TODO: say why)
// line 68 · Compile it with `no_run` · suggestion
-    /// ```ignore
+    /// ```no_run
// line 82 · Say why it is ignored · suggestion
-/// ```ignore
+/// ```ignore (TODO: say why)
// line 82 · Compile it with `no_run` · suggestion
-/// ```ignore
+/// ```no_run
// line 86 · Say why it is ignored · suggestion
-    /// ```ignore
+    /// ```ignore (TODO: say why)
// line 86 · Compile it with `no_run` · suggestion
-    /// ```ignore
+    /// ```no_run
// line 93 · Say why it is ignored · suggestion
-    /// ```ignore
+    /// ```ignore (TODO: say why)
// line 93 · Compile it with `no_run` · suggestion
-    /// ```ignore
+    /// ```no_run
