// line 6 · Write both types · suggestion · preferred
-    let state = unsafe { transmute(raw) };
+    let state = unsafe { transmute::<From, To>(raw) };
// line 25 · Write both types · suggestion · preferred
-        take(mem::transmute(raw));
+        take(mem::transmute::<From, To>(raw));
// line 26 · Write both types · suggestion · preferred
-        take(std::mem::transmute::<_, bool>(raw));
+        take(std::mem::transmute::<From, bool>(raw));
// line 27 · Write both types · suggestion · preferred
-        take(core::mem::transmute::<u8, _>(raw));
+        take(core::mem::transmute::<u8, To>(raw));
// line 28 · Write both types · suggestion · preferred
-        let pair: (bool, u8) = (transmute(raw), 1);
+        let pair: (bool, u8) = (transmute::<From, To>(raw), 1);
// line 29 · Write both types · suggestion · preferred
-        let early: bool = if raw > 1 { return } else { transmute(raw) };
+        let early: bool = if raw > 1 { return } else { transmute::<From, To>(raw) };
// line 31 · Write both types · suggestion · preferred
-            take(transmute(raw));
+            take(transmute::<From, To>(raw));
// line 39 · Write both types · suggestion · preferred
-    take(unsafe { cast(raw) });
+    take(unsafe { cast::<From, To>(raw) });
