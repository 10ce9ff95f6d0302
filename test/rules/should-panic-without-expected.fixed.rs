// line 3 · Name the expected message · suggestion · preferred
-#[should_panic]
+#[should_panic(expected = "")]
// line 23 · Name the expected message · suggestion · preferred
-    #[should_panic()]
+    #[should_panic(expected = "")]
// line 35 · Name the expected message · suggestion · preferred
-    #[should_panic = ""]
+    #[should_panic(expected = "")]
// line 47 · Name the expected message · suggestion · preferred
-    #[cfg_attr(debug_assertions, should_panic)]
+    #[cfg_attr(debug_assertions, should_panic(expected = ""))]
// line 53 · Expect the message of the body · suggestion · preferred
-    #[should_panic]
+    #[should_panic(expected = "of \"all\"")]
// line 61 · Expect the message of the body · suggestion · preferred
-    #[should_panic]
+    #[should_panic(expected = "costs $5 a part")]
// line 67 · Name the expected message · suggestion · preferred
-    #[should_panic]
+    #[should_panic(expected = "")]
// line 73 · Name the expected message · suggestion · preferred
-    #[should_panic]
+    #[should_panic(expected = "")]
