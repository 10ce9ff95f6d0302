// line 3 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().unwrap_or_default();
// line 3 · State the invariant: `.expect("…")` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().expect("why this holds");
// line 6 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().unwrap_or_default();
// line 6 · State the invariant: `.expect("…")` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().expect("why this holds");
// line 9 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().unwrap_or_default();
// line 9 · State the invariant: `.expect("…")` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().expect("why this holds");
// line 13 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().unwrap_or_default();
// line 13 · State the invariant: `.expect("…")` · suggestion
-    "1".parse::<u8>().unwrap();
+    "1".parse::<u8>().expect("why this holds");
// line 16 · State the invariant: `.expect("…")` · suggestion
-    value.unwrap()
+    value.expect("why this holds")
// line 20 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().unwrap_or_default();
// line 20 · State the invariant: `.expect("…")` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().expect("why this holds");
// line 24 · State the invariant: `.expect("…")` · suggestion
-        self.0.take().unwrap();
+        self.0.take().expect("why this holds");
// line 29 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        "1".parse::<u8>().unwrap();
+        "1".parse::<u8>().unwrap_or_default();
// line 29 · State the invariant: `.expect("…")` · suggestion
-        "1".parse::<u8>().unwrap();
+        "1".parse::<u8>().expect("why this holds");
// line 35 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        "1".parse::<u8>().unwrap();
+        "1".parse::<u8>().unwrap_or_default();
// line 35 · State the invariant: `.expect("…")` · suggestion
-        "1".parse::<u8>().unwrap();
+        "1".parse::<u8>().expect("why this holds");
// line 39 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse().unwrap()
+    text.parse().unwrap_or_default()
// line 39 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 45 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 45 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 53 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 53 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 61 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 61 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 68 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 68 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 72 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 72 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 80 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>().unwrap_or_default();
// line 80 · State the invariant: `.expect("…")` · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>().expect("why this holds");
// line 87 · State the invariant: `.expect("…")` · suggestion
-    let value = text.parse().unwrap();
+    let value = text.parse().expect("why this holds");
// line 92 · State the invariant: `.expect("…")` · suggestion
-    std::process::exit(text.parse().unwrap())
+    std::process::exit(text.parse().expect("why this holds"))
// line 95 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 98 · State the invariant: `.expect("…")` · suggestion
-    ready(text.parse().unwrap())
+    ready(text.parse().expect("why this holds"))
// line 102 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 105 · State the invariant: `.expect("…")` · suggestion
-    *mutex.try_lock().unwrap()
+    *mutex.try_lock().expect("why this holds")
// line 108 · State the invariant: `.expect("…")` · suggestion
-    texts.iter().map(|text| text.parse().unwrap()).collect()
+    texts.iter().map(|text| text.parse().expect("why this holds")).collect()
// line 115 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        "1".parse().unwrap()
+        "1".parse().unwrap_or_default()
// line 115 · State the invariant: `.expect("…")` · suggestion
-        "1".parse().unwrap()
+        "1".parse().expect("why this holds")
