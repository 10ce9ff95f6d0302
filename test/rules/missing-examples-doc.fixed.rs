// line 3 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `divisor` is used
+/// ```
// line 33 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Config` is used
+/// ```
// line 40 · Add an `# Examples` section · suggestion · preferred
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `size` is used
+    /// ```
// line 66 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Choice` is used
+/// ```
// line 97 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `listed` is used
+/// ```
// line 100 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Walk` is used
+/// ```
// line 137 · Add an `# Examples` section · suggestion · preferred
+ *
+ * # Examples
+ *
+ * ```
+ * // TODO: show how `block` is used
+ * ```
