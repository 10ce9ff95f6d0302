// line 3 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// - TODO: `p` must be aligned and valid for reads of an initialised value
// line 19 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// - TODO: `p` must be aligned and valid for writes
+/// - TODO: the pointer and length given to `from_raw_parts` must describe one live, aligned, initialised allocation that nobody writes to while the slice lives
+/// - TODO: the bytes given to `transmute` must be a valid value of the target type
+/// - TODO: `COUNTER` must not be used by another thread meanwhile
+/// - TODO: the index given to `get_unchecked` must be in bounds
+/// - TODO: the contract of `first` must be kept
+/// - TODO: `bits.byte` must hold a valid value of that field's type
// line 34 · Add a `# Safety` section · suggestion · preferred
-/** A block comment. */
+/** A block comment.
+ *
+ * # Safety
+ *
+ * - TODO: `p` must be aligned and valid for reads of an initialised value
+ */
// line 44 · Add a `# Safety` section · suggestion · preferred
+ *
+ * # Safety
+ *
+ * - TODO: `p` must be aligned and valid for reads of an initialised value
// line 50 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// TODO: say what the caller must ensure
// line 52 · Add a `# Safety` section · suggestion · preferred
+    //!
+    //! # Safety
+    //!
+    //! - TODO: `cell.get()` must be aligned and valid for reads of an initialised value
// line 59 · Add a `# Safety` section · suggestion · preferred
+/// # Safety
+///
+/// - TODO: the value of `unwrap_unchecked` must be `Some` or `Ok`
// line 66 · Make it a `# Safety` section · suggestion · preferred
-/// # safety
+/// # Safety
// line 73 · Make it a `# Safety` section · suggestion · preferred
-/// Safety:
+/// Safety
// line 78 · Make it a `# Safety` section · suggestion · preferred
-/// **Safety**
+/// # Safety
// line 81 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// TODO: say what the caller must ensure
// line 86 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// TODO: say what the caller must ensure
// line 89 · Add a `# Safety` section · suggestion · preferred
+/// # Safety
+///
+/// TODO: say what the caller must ensure
// line 104 · Add a `# Safety` section · suggestion · preferred
+    ///
+    /// # Safety
+    ///
+    /// - TODO: `from` must be aligned and valid for reads of an initialised value
+    /// - TODO: `to` must be aligned, valid for reads of an initialised value and valid for writes
// line 114 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// TODO: say what an implementation must ensure
// line 122 · Add a `# Safety` section · suggestion · preferred
+    /// # Safety
+    ///
+    /// TODO: say what the caller must ensure
// line 138 · Add a `# Safety` section · suggestion · preferred
+/// # Safety
+///
+/// TODO: say what the caller must ensure
// line 144 · Add a `# Safety` section · suggestion · preferred
+    /// # Safety
+    ///
+    /// TODO: say what the caller must ensure
// line 168 · Add a `# Safety` section · suggestion · preferred
+    /// # Safety
+    ///
+    /// TODO: say what the caller must ensure
// line 170 · Add a `# Safety` section · suggestion · preferred
+        /// # Safety
+        ///
+        /// TODO: say what the caller must ensure
// line 176 · Add a `# Safety` section · suggestion · preferred
+    /// # Safety
+    ///
+    /// TODO: say what the caller must ensure
