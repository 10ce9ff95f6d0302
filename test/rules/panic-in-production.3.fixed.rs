// line 5 · Return an error instead: `return Err(…)` · suggestion
-        0 => panic!("zero"),
+        0 => return Err("zero".into()),
// line 6 · Return an error instead: `return Err(…)` · suggestion
-        1 => panic!("no {value} and no {}", 2),
+        1 => return Err(format!("no {value} and no {}", 2).into()),
// line 8 · Return an error instead: `return Err(…)` · suggestion
-            panic!();
+            return Err("unexpected state".into());
// line 16 · Return an error instead: `return Err(…)` · suggestion
-        panic! { "zero" }
+        return Err(String::from("zero"))
// line 19 · Return an error instead: `return Err(…)` · suggestion
-        panic! { "one" }
+        return Err(String::from("one"));
// line 22 · Return an error instead: `return Err(…)` · suggestion
-    let other = if value > 3 { value } else { panic!("{}", "small") };
+    let other = if value > 3 { value } else { return Err(format!("{}", "small")) };
// line 27 · Return an error instead: `return Err(…)` · suggestion
-    let Some(next) = value.checked_add(1) else { panic!("at {value}") };
+    let Some(next) = value.checked_add(1) else { return Err(std::io::Error::other(format!("at {value}"))) };
// line 32 · Return an error instead: `return Err(…)` · suggestion
-    panic!("always")
+    return Err("always")
// line 36 · Return an error instead: `return Err(…)` · suggestion
-    panic!("always {value}")
+    return Err(())
// line 46 · Return an error instead: `return Err(…)` · suggestion
-        panic!("large");
+        return Err(Problem::Negative);
// line 52 · Return an error instead: `return Err(…)` · suggestion
-    panic!("always {value}");
+    return Err(anyhow::anyhow!("always {value}"));
// line 56 · Return an error instead: `return Err(…)` · suggestion
-    panic!("always")
+    return Err(eyre::eyre!("always"))
// line 61 · Return an error instead: `return Err(…)` · suggestion
-    let typed = |value: u8| -> Result<u8, String> { panic!("typed") };
+    let typed = |value: u8| -> Result<u8, String> { return Err(String::from("typed")) };
// line 62 · Return an error instead: `return Err(…)` · suggestion
-    let length: usize = panic!("operand");
+    let length: usize = return Err(String::from("operand"));
