// line 4 · Add a `# Panics` section · suggestion · preferred
+///
+/// # Panics
+///
+/// - TODO: say when: `index < all.len()` does not hold
+/// - TODO: say when: `!all.is_empty()` does not hold (“nothing to sum up”)
+/// - TODO: say when: `all.len() % 2` and `0` differ (“an odd number”)
+/// - TODO: say when: `all[0]` and `all[1]` are equal
+/// - TODO: say when: `all.first()` is `None` or an error
+/// - TODO: say when: `named` is `None` or an error (“the caller has named one”)
+/// - TODO: say when: with the message “{first} is too much”
+/// - TODO: say when: `panic!()`
