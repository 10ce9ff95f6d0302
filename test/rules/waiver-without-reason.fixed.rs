// line 3 · Give the waiver a reason · suggestion · preferred
-    // covenant: allow(unwrap-in-production)
+    // covenant: allow(unwrap-in-production) -- reason
// line 13 · Give the waiver a reason · suggestion · preferred
-    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- todo later
+    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- reason
