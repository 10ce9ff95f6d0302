// line 3 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `assert!(list.len() % 2 == 0)`
// line 19 · Add a `# Panics` section · suggestion · preferred
+/// # Panics
+///
+/// - TODO: say when: `text.parse().unwrap()`
// line 23 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.parse().expect("a number")`
// line 27 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.parse::<u8>().unwrap()`
// line 31 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `assert_ne!(list.len(), 0, "empty")`
// line 35 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: ``std::panic!("`list` is {}", "empty")``
+/// - TODO: say when: `list[0].parse::<u8>().unwrap()`
// line 47 · Rename the heading to `# Panics` · suggestion · preferred
-/// # Panic
+/// # Panics
// line 116 · Add a `# Panics` section · suggestion · preferred
+    ///
+    /// # Panics
+    ///
+    /// - TODO: say when: `text.parse().expect("digits")`
