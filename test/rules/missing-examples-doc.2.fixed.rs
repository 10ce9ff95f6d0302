// line 4 · Add an `# Examples` section · suggestion · preferred
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `count` is used
+/// ```
