// line 2 · Give a reason · suggestion · preferred
-#[allow(dead_code)]
+#[allow(dead_code, reason = "")]
