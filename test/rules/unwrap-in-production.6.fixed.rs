// line 7 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    Result::unwrap(mutex.lock());
+    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
