// line 5 · Propagate the error with `?` · suggestion · preferred
-    text.parse::<u8>().expect("a number");
+    text.parse::<u8>()?;
// line 5 · Add context and propagate: `.wrap_err(…)?` · suggestion
-/// Reads a number.
-fn literal(text: &str) -> eyre::Result<char> {
-    text.parse::<u8>().expect("a number");
+use eyre::WrapErr;
+
+/// Reads a number.
+fn literal(text: &str) -> eyre::Result<char> {
+    text.parse::<u8>().wrap_err("a number")?;
// line 5 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().expect("a number");
+    text.parse::<u8>().unwrap_or_default();
// line 6 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion · preferred
-    text.chars().last().expect("a {brace}");
+    text.chars().last().ok_or_else(|| eyre::eyre!("{}", "a {brace}"))?;
// line 6 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.chars().last().expect("a {brace}");
+    text.chars().last().unwrap_or_default();
// line 7 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion · preferred
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().ok_or_else(|| eyre::eyre!("not empty"))?)
// line 7 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().unwrap_or_default())
// line 11 · Propagate the error with `?` · suggestion · preferred
-    text.parse::<u8>().expect(&format!("{text} is no number"));
+    text.parse::<u8>()?;
// line 11 · Add context and propagate: `.wrap_err_with(…)?` · suggestion
-/// Reads a number.
-fn literal(text: &str) -> eyre::Result<char> {
-    text.parse::<u8>().expect("a number");
-    text.chars().last().expect("a {brace}");
-    Ok(text.chars().next().expect("not empty"))
-}
-
-fn built(text: &str, msg: &str) -> Result<char, eyre::Report> {
-    text.parse::<u8>().expect(&format!("{text} is no number"));
+use eyre::WrapErr;
+
+/// Reads a number.
+fn literal(text: &str) -> eyre::Result<char> {
+    text.parse::<u8>().expect("a number");
+    text.chars().last().expect("a {brace}");
+    Ok(text.chars().next().expect("not empty"))
+}
+
+fn built(text: &str, msg: &str) -> Result<char, eyre::Report> {
+    text.parse::<u8>().wrap_err_with(|| format!("{text} is no number"))?;
// line 11 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().expect(&format!("{text} is no number"));
+    text.parse::<u8>().unwrap_or_default();
// line 12 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion · preferred
-    Ok(text.chars().next().expect(msg))
+    Ok(text.chars().next().ok_or_else(|| eyre::eyre!("{}", msg.to_string()))?)
// line 12 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.chars().next().expect(msg))
+    Ok(text.chars().next().unwrap_or_default())
