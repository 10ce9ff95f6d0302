// line 25 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: [`LoadError::Missing`]
+/// - TODO: say when: `File::open` fails
+/// - TODO: say when: [`LoadError::Read`]
+/// - TODO: say when: `read_to_string` fails
+/// - TODO: say when: [`LoadError::TooLong`]
// line 40 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: `load` fails
// line 48 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: “an empty path”
+/// - TODO: say when: “an absolute "path"”
+/// - TODO: say when: “{path} is hidden”
+/// - TODO: say when: `inner` fails
// line 68 · Add a `# Errors` section · suggestion · preferred
+    ///
+    /// # Errors
+    ///
+    /// - TODO: say when: `Thing::check` fails
+    /// - TODO: say when: `load` fails
// line 79 · Add a `# Errors` section · suggestion · preferred
+    ///
+    /// # Errors
+    ///
+    /// - TODO: say when: `Thing::check` fails
