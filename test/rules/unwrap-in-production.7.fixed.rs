// line 9 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse().unwrap()
+    text.parse().unwrap_or_default()
// line 9 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 14 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse().unwrap()
+    text.parse().unwrap_or_default()
// line 14 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
