// line 3 · Add a `# Safety` section · suggestion · preferred
+/// # Safety
+///
+/// TODO: say what the caller must ensure
