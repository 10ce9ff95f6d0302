// line 3 · Give a reason · suggestion · preferred
-#[ignore]
+#[ignore = ""]
// line 12 · Make the comment the reason · safe · preferred
-#[ignore] // takes "ten" minutes
+#[ignore = "takes \"ten\" minutes"]
// line 16 · Give a reason · suggestion · preferred

// line 19 · Give a reason · suggestion · preferred
-#[ignore]
+#[ignore = ""]
// line 33 · Give a reason · suggestion · preferred
-#[cfg_attr(all(), ignore)]
+#[cfg_attr(all(), ignore = "")]
// line 36 · Give a reason · suggestion · preferred
-#[cfg_attr(feature = "quick", ignore)]
+#[cfg_attr(feature = "quick", ignore = "")]
// line 55 · Give a reason · suggestion · preferred
-    #[ignore]
+    #[ignore = ""]
