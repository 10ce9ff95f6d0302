// line 5 · Return an error instead: `return Err(…)` · suggestion
-        _ => panic!("unknown scheme {raw}"),
+        _ => return Err(format!("unknown scheme {raw}")),
