// line 1 · Make the comment the reason · suggestion · preferred
-#![allow(unused)] // this file is a "sample" \ of forms
+#![allow(unused, reason = "this file is a \"sample\" \\ of forms")]
// line 3 · Make the comment the reason · suggestion · preferred
-#[allow(dead_code,)] // with a comma
+#[allow(dead_code, reason = "with a comma",)]
// line 6 · Give a reason · suggestion · preferred
+    reason = "",
// line 15 · Make the comment the reason · suggestion · preferred
-#[cfg_attr(all(), allow(dead_code), allow(unused_mut))] // two lists
+#[cfg_attr(all(), allow(dead_code, reason = "two lists"), allow(unused_mut))]
// line 15 · Make the comment the reason · suggestion · preferred
-#[cfg_attr(all(), allow(dead_code), allow(unused_mut))] // two lists
+#[cfg_attr(all(), allow(dead_code), allow(unused_mut, reason = "two lists"))]
// line 18 · Make the comment the reason · suggestion · preferred
-#[allow(dead_code, reason = "")] /* said in a block */
+#[allow(dead_code, reason = "said in a block")]
