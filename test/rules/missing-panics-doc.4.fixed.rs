// line 15 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.lines().next().unwrap()`
