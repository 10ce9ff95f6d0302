// line 10 · Add a `# Errors` section · suggestion · preferred
-#[doc = "In an attribute."] pub fn attribute() -> Result<u8, Problem> {
+#[doc = "In an attribute."]
+///
+/// # Errors
+///
+/// - TODO: say when: [`Problem::Empty`]
+pub fn attribute() -> Result<u8, Problem> {
// line 14 · Add a `# Errors` section · suggestion · preferred
-/** In a block. */ #[inline]
+/** In a block.
+ *
+ * # Errors
+ *
+ * - TODO: say when: [`Problem::Empty`]
+ */ #[inline]
// line 17 · Add a `# Errors` section · suggestion · preferred
+    //!
+    //! # Errors
+    //!
+    //! - TODO: say when: [`Problem::Empty`]
// line 21 · Add a `# Errors` section · suggestion · preferred
+/// # Errors
+///
+/// - TODO: say when: [`Problem::Empty`]
