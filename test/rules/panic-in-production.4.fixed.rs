// line 6 · Return an error instead: `return Err(…)` · suggestion
-        panic!("not open");
+        return Err(todo!("say which error this is"));
// line 15 · Return an error instead: `return Err(…)` · suggestion
-        None => panic!("called before it ended: {}", 1),
+        None => return Err(todo!("say which error this is")),
// line 22 · Return an error instead: `return Err(…)` · suggestion
-        other => panic!("code {other}"),
+        other => return Err(todo!("say which error this is")),
