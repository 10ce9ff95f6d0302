// line 1 · Give a reason · suggestion · preferred
-#![allow(unused)]
+#![allow(unused, reason = "")]
// line 4 · Give a reason · suggestion · preferred
-#[allow(dead_code)]
+#[allow(dead_code, reason = "")]
// line 11 · Make the comment the reason · suggestion · preferred
-#[expect(clippy::too_many_arguments, clippy::type_complexity)] // the "C" API passes \ all of them
+#[expect(clippy::too_many_arguments, clippy::type_complexity, reason = "the \"C\" API passes \\ all of them")]
// line 14 · Make the comment the reason · suggestion · preferred
-#[allow(dead_code)] // the first line
-                    // and the second
+#[allow(dead_code, reason = "the first line and the second")]
// line 18 · Make the comment the reason · suggestion · preferred
-#[allow(dead_code)] /* in a block */
+#[allow(dead_code, reason = "in a block")]
// line 21 · Give a reason · suggestion · preferred
-#[allow(dead_code)] // TODO: remove
+#[allow(dead_code, reason = "")] // TODO: remove
// line 24 · Give a reason · suggestion · preferred
-#[allow(dead_code,)]
+#[allow(dead_code, reason = "",)]
// line 27 · Give a reason · suggestion · preferred
+    reason = "",
// line 33 · Give a reason · suggestion · preferred

// line 39 · Give a reason · suggestion · preferred
-#[cfg_attr(not(feature = "std"), allow(dead_code))]
+#[cfg_attr(not(feature = "std"), allow(dead_code, reason = ""))]
// line 42 · Give a reason · suggestion · preferred
-#[cfg_attr(unix, allow(dead_code), expect(unused_variables))]
+#[cfg_attr(unix, allow(dead_code, reason = ""), expect(unused_variables))]
// line 42 · Give a reason · suggestion · preferred
-#[cfg_attr(unix, allow(dead_code), expect(unused_variables))]
+#[cfg_attr(unix, allow(dead_code), expect(unused_variables, reason = ""))]
// line 53 · Give a reason · suggestion · preferred
-    #[allow(unused_variables)]
+    #[allow(unused_variables, reason = "")]
// line 56 · Give a reason · suggestion · preferred
-        #[allow(clippy::single_match)]
+        #[allow(clippy::single_match, reason = "")]
// line 63 · Give a reason · suggestion · preferred
-    #![allow(dead_code)]
+    #![allow(dead_code, reason = "")]
