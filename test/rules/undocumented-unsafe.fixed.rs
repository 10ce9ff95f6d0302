// line 3 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why the index given to `get_unchecked` is in bounds
// line 53 · Add a `SAFETY:` comment · suggestion · preferred
+        // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 59 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 65 · Put a colon after the word · suggestion · preferred
-    // SAFETY the pointer is valid
+    // SAFETY: the pointer is valid
// line 70 · Complete the `SAFETY:` comment · suggestion · preferred
-    // SAFETY:
+    // SAFETY: TODO: explain why this is sound
// line 95 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `q` is aligned and valid for reads of an initialised value
// line 100 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 106 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `q` is aligned and valid for reads of an initialised value
// line 110 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 114 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 120 · Add a `SAFETY:` comment · suggestion · preferred
-fn on_one_line(p: *mut u8) { if p.is_null() { return; } unsafe { *p = 1 } }
+fn on_one_line(p: *mut u8) { if p.is_null() { return; } unsafe {
+    // SAFETY: TODO: explain why `p` is aligned and valid for writes
+    *p = 1
+} }
// line 123 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why the pointer and length given to `from_raw_parts` describe one live, aligned, initialised allocation that nobody writes to while the slice lives
// line 125 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why each of these holds
+    // - `ptr` is aligned and valid for reads of an initialised value
+    // - `ptr.add(1)` is aligned and valid for reads of an initialised value
+    // - `COUNT` is not used by another thread meanwhile
+    // - the bytes given to `transmute` are a valid value of the target type
+    // - the pointer and the result of `add` stay inside one allocation
// line 129 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why the contract of `ffi::finish` is kept
// line 137 · Add a `SAFETY:` comment · suggestion · preferred
+// SAFETY: TODO: explain why the contract of `Flags::from_bits_unchecked` is kept
// line 142 · Add a `SAFETY:` comment · suggestion · preferred
+// SAFETY: TODO: explain why `Handle` is sound to share between threads
// line 151 · Add a `SAFETY:` comment · suggestion · preferred
+        // SAFETY: TODO: explain why `self.0` is aligned and valid for reads of an initialised value
