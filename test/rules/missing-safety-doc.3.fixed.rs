// line 15 · Add a `# Safety` section · suggestion · preferred
+///
+/// # Safety
+///
+/// - TODO: `p` must be aligned (`read`)
+/// - TODO: `p` must be valid for reads (`read`)
