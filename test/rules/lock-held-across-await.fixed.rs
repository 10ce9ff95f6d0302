// line 6 · Drop `guard` before the `.await` · suggestion
+    drop(guard);
// line 22 · Drop `_b` before the `.await` · suggestion
+    drop(_b);
