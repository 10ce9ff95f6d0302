// line 20 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why `p` is aligned and valid for reads of an initialised value
// line 51 · Add a `SAFETY:` comment · suggestion · preferred
+        // SAFETY: TODO: explain why the cell is full (`take`)
// line 56 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why each of these holds
+    // - `p` must be aligned and valid for reads (`read`)
+    // - no other thread writes to `*p` (`read`)
// line 57 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why each of these holds
+    // - `p` must come from `start` (`end`)
+    // - it must not be used afterwards (`end`)
// line 58 · Add a `SAFETY:` comment · suggestion · preferred
+    // SAFETY: TODO: explain why the contract of `silent` is kept
