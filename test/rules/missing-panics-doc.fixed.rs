// line 3 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `list.len() % 2 == 0` does not hold
// line 19 · Add a `# Panics` section · suggestion · preferred
+/// # Panics
+///
+/// - TODO: say when: `text.parse()` is `None` or an error
// line 23 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.parse()` is `None` or an error (“a number”)
// line 27 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text.parse::<u8>()` is `None` or an error
// line 31 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `list.len()` and `0` are equal (“empty”)
// line 35 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: with the message “`list` is {}”
+/// - TODO: say when: `list[0].parse::<u8>()` is `None` or an error
// line 47 · Rename the heading to `# Panics` · suggestion · preferred
-/// # Panic
+/// # Panics
// line 116 · Add a `# Panics` section · suggestion · preferred
+    ///
+    /// # Panics
+    ///
+    /// - TODO: say when: `text.parse()` is `None` or an error (“digits”)
