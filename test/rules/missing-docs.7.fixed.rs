// line 3 · Document `Bare` · suggestion · preferred
+/// TODO: say what `Bare` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Bare` is used
+/// ```
