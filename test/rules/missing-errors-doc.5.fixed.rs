// line 5 · Add a `# Errors` section · suggestion · preferred
+///
+/// # Errors
+///
+/// - TODO: say when: `!path.is_empty()` does not hold (“the path is empty”)
+/// - TODO: say when: `path.len() < 80` does not hold
+/// - TODO: say when: “{path} is no file”
+/// - TODO: say when: “nor is this”
+/// - TODO: say when: `std::fs::read` fails
