// line 7 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: [`LoadError::Syntax`]
+/// - TODO: say when: [`LoadError::Read`]
// line 32 · Add a `# Errors` section · suggestion · preferred
+/// # Errors
+///
+/// TODO: say when it returns an error
// line 37 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: `write_str` fails
// line 42 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// TODO: say when it returns an error
// line 47 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: [`LoadError::Syntax`]
+/// - TODO: say when: [`LoadError::Read`]
// line 52 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: [`LoadError::Syntax`]
+/// - TODO: say when: [`LoadError::Read`]
// line 58 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: [`LoadError::Syntax`]
+/// - TODO: say when: [`LoadError::Read`]
// line 89 · Rename the heading to `# Errors` · suggestion · preferred
-/// # Error
+/// # Errors
// line 98 · Rename the heading to `# Errors` · suggestion · preferred
-/// ## errors:
+/// ## Errors
// line 107 · Rename the heading to `# Errors` · suggestion · preferred
-/// **Errors**
+/// # Errors
// line 116 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: [`LoadError::Syntax`]
+/// - TODO: say when: [`LoadError::Read`]
// line 123 · Add a `# Errors` section · suggestion · preferred
+ *
+ * # Errors
+ *
+ * - TODO: say when: [`LoadError::Missing`]
+ * - TODO: say when: [`LoadError::Syntax`]
+ * - TODO: say when: [`LoadError::Read`]
// line 156 · Add a `# Errors` section · suggestion · preferred
+    ///
+    /// # Errors
+    ///
+    /// - TODO: say when: [`LoadError::Missing`]
+    /// - TODO: say when: [`LoadError::Syntax`]
+    /// - TODO: say when: [`LoadError::Read`]
// line 158 · Add a `# Errors` section · suggestion · preferred
+    ///
+    /// # Errors
+    ///
+    /// - TODO: say when: [`LoadError::Missing`]
+    /// - TODO: say when: [`LoadError::Syntax`]
+    /// - TODO: say when: [`LoadError::Read`]
// line 169 · Add a `# Errors` section · suggestion · preferred
+    ///
+    /// # Errors
+    ///
+    /// - TODO: say when: [`LoadError::Missing`]
+    /// - TODO: say when: [`LoadError::Syntax`]
+    /// - TODO: say when: [`LoadError::Read`]
