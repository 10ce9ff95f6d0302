// line 8 · Give a reason · suggestion · preferred
-#[cfg_attr(any(test, feature = "std"), allow(dead_code))]
+#[cfg_attr(any(test, feature = "std"), allow(dead_code, reason = ""))]
// line 11 · Give a reason · suggestion · preferred
-#[cfg_attr(not(test), allow(dead_code))]
+#[cfg_attr(not(test), allow(dead_code, reason = ""))]
