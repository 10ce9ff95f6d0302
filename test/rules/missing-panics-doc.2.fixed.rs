// line 18 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `core::assert!(list.is_empty())`
