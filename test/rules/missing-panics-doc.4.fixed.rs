// line 15 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.lines().next()` is `None` or an error
