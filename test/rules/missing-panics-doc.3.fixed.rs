// line 4 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `assert_ne!(text, Some("*/ ${1:x} \\ }"))`
+/// - TODO: say when: ``text.expect("`ticks` and $dollars")``
// line 9 · Add a `# Panics` section · suggestion · preferred
-/** In a block. */
+/** In a block.
+ *
+ * # Panics
+ *
+ * - TODO: say when: `text.expect("a text without an end of comment")`
+ */
