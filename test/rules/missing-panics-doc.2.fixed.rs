// line 18 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `list.is_empty()` does not hold
