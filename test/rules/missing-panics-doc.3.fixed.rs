// line 4 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `text` and `Some("*/ ${1:x} \\ }")` are equal
+/// - TODO: say when: `text` is `None` or an error (“`ticks` and $dollars”)
// line 9 · Add a `# Panics` section · suggestion · preferred
-/** In a block. */
+/** In a block.
+ *
+ * # Panics
+ *
+ * - TODO: say when: `text` is `None` or an error (“a text without an end of comment”)
+ */
