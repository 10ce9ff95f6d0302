// line 4 · Document `Invoice` · suggestion · preferred
+/// TODO: say what `Invoice` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Invoice` is used
+/// ```
// line 5 · Document `total` · suggestion · preferred
+    /// TODO: say what `total` is for
// line 18 · Document `is_paid` · suggestion · preferred
+    /// TODO: say what `is_paid` is for
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `is_paid` is used
+    /// ```
// line 21 · Document `LIMIT` · suggestion · preferred
+    /// TODO: say what `LIMIT` is for
// line 34 · Document `Shape` · suggestion · preferred
+/// TODO: say what `Shape` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Shape` is used
+/// ```
// line 37 · Document `radius` · suggestion · preferred
+        /// TODO: say what `radius` is for
// line 39 · Document `Square` · suggestion · preferred
+    /// TODO: say what `Square` is for
// line 44 · Document `Raw` · suggestion · preferred
+/// TODO: say what `Raw` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Raw` is used
+/// ```
// line 45 · Document `word` · suggestion · preferred
+    /// TODO: say what `word` is for
// line 49 · Document `Draw` · suggestion · preferred
+/// TODO: say what `Draw` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Draw` is used
+/// ```
// line 50 · Document `Canvas` · suggestion · preferred
+    /// TODO: say what `Canvas` is for
// line 51 · Document `LAYERS` · suggestion · preferred
+    /// TODO: say what `LAYERS` is for
// line 52 · Document `draw` · suggestion · preferred
+    /// TODO: say what `draw` is for
// line 53 · Document `draw_twice` · suggestion · preferred
+    /// TODO: say what `draw_twice` is for
// line 58 · Document `Name` · suggestion · preferred
+/// TODO: say what `Name` is for
// line 59 · Document `MOST` · suggestion · preferred
+/// TODO: say what `MOST` is for
// line 60 · Document `GREETING` · suggestion · preferred
+/// TODO: say what `GREETING` is for
// line 63 · Document `outer` · suggestion · preferred
+/// TODO: say what `outer` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `outer` is used
+/// ```
// line 71 · Document `open` · suggestion · preferred
+/// TODO: say what `open` is for
// line 72 · Document `seen` · suggestion · preferred
+    /// TODO: say what `seen` is for
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `seen` is used
+    /// ```
// line 82 · Document `Shown` · suggestion · preferred
+    /// TODO: say what `Shown` is for
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `Shown` is used
+    /// ```
// line 87 · Document `foreign` · suggestion · preferred
+    /// TODO: say what `foreign` is for
// line 88 · Document `COUNTER` · suggestion · preferred
+    /// TODO: say what `COUNTER` is for
// line 92 · Document `Aliased` · suggestion · preferred
+/// TODO: say what `Aliased` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Aliased` is used
+/// ```
// line 102 · Document `Slashes` · suggestion · preferred
+/// TODO: say what `Slashes` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Slashes` is used
+/// ```
// line 104 · Document `Stars` · suggestion · preferred
+/// TODO: say what `Stars` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Stars` is used
+/// ```
// line 118 · Document `exported` · suggestion · preferred
+/// TODO: say what `exported` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `exported` is used
+/// ```
// line 137 · Document `first_digit` · suggestion · preferred
+/// TODO: say what `first_digit` is for
+///
+/// # Errors
+///
+/// - TODO: say when: [`ParseError::Empty`]
+/// - TODO: say when: [`ParseError::Digit`]
+///
+/// # Panics
+///
+/// - TODO: say when: `char::from(*text).to_digit(10)` is `None` or an error (“a digit”)
+/// - TODO: say when: `u8::try_from(digit)` is `None` or an error
+///
+/// # Safety
+///
+/// - TODO: `text` must be aligned and valid for reads of an initialised value
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `first_digit` is used
+/// ```
