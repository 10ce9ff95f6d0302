// line 5 · State the invariant: `.expect("…")` · suggestion
-    file.lock().unwrap();
+    file.lock().expect("why this holds");
// line 6 · State the invariant: `.expect("…")` · suggestion
-    child.wait().unwrap();
+    child.wait().expect("why this holds");
// line 7 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    Result::unwrap(mutex.lock());
+    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
