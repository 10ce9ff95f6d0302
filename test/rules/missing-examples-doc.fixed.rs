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
+    /// // TODO: show how `size_of_all` is used
+    /// ```
// line 57 · Add an `# Examples` section · suggestion · preferred
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `size_twice` is used
+    /// ```
// line 67 · Add an `# Examples` section · suggestion · preferred
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `more_sizes` is used
+    /// ```
// line 80 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Lonely` is used
+/// ```
// line 102 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Choice` is used
+/// ```
// line 133 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `listed` is used
+/// ```
// line 136 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Walk` is used
+/// ```
// line 173 · Add an `# Examples` section · suggestion · preferred
+ *
+ * # Examples
+ *
+ * ```
+ * // TODO: show how `block` is used
+ * ```
