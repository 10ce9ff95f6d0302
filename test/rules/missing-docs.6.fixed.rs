// line 1 · Document the crate · suggestion · preferred
+//! TODO: say what the crate is for
