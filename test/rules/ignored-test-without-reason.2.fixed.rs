// line 2 · Make the comment the reason · safe · preferred
-#[ignore] // needs "quotes" and \ slashes
+#[ignore = "needs \"quotes\" and \\ slashes"]
// line 6 · Make the comment the reason · safe · preferred
-#[cfg_attr(all(), ignore)] /* in a block */
+#[cfg_attr(all(), ignore = "in a block")]
