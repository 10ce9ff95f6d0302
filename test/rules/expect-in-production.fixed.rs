// line 3 · Make `port` return a `Result` · suggestion · refactor.rewrite
-fn port(raw: &str) -> u16 {
-    raw.parse().expect("the port is a number")
+fn port(raw: &str) -> Result<u16, Box<dyn std::error::Error>> {
+    Ok(raw.parse()?)
// line 3 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    raw.parse().expect("the port is a number")
+    raw.parse().unwrap_or_default()
// line 15 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.ok_or(r#"raw "text""#)?;
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 15 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(r#"raw "text""#);
+    value.unwrap_or_default();
// line 16 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.ok_or_else(|| format!("built {msg}"))?;
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 16 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(&format!("built {msg}"));
+    value.unwrap_or_default();
// line 17 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.ok_or(concat!("a", "b"))?;
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 17 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(concat!("a", "b"));
+    value.unwrap_or_default();
// line 18 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.ok_or(stringify!(value))?;
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 18 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(stringify!(value));
+    value.unwrap_or_default();
// line 19 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.ok_or_else(|| msg.to_string())?;
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 19 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(msg);
+    value.unwrap_or_default();
// line 20 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.ok_or_else(|| reason.to_string())?;
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 20 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(&reason);
+    value.unwrap_or_default();
// line 21 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.ok_or_else(|| reason.as_str().to_string())?;
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 21 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(reason.as_str());
+    value.unwrap_or_default();
// line 22 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.ok_or_else(|| error_message.to_string())?;
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 22 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(error_message);
+    value.unwrap_or_default();
// line 23 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.ok_or(MISSING_MESSAGE)?;
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 23 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(MISSING_MESSAGE);
+    value.unwrap_or_default();
// line 24 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.ok_or(crate::texts::NO_REASON)?;
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 24 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    value.expect(crate::texts::NO_REASON);
+    value.unwrap_or_default();
// line 26 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    value.ok_or("there is one")?;
+    println!("{}", value.expect("printed"));
+    Ok(())
// line 27 · Make `messages` return a `Result` · suggestion · refactor.rewrite
-fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
-    value.expect(r#"raw "text""#);
-    value.expect(&format!("built {msg}"));
-    value.expect(concat!("a", "b"));
-    value.expect(stringify!(value));
-    value.expect(msg);
-    value.expect(&reason);
-    value.expect(reason.as_str());
-    value.expect(error_message);
-    value.expect(MISSING_MESSAGE);
-    value.expect(crate::texts::NO_REASON);
-    Err::<u8, u8>(1).expect_err("an error");
-    Option::expect(value, "there is one");
-    println!("{}", value.expect("printed"));
+fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) -> Result<(), Box<dyn std::error::Error>> {
+    value.expect(r#"raw "text""#);
+    value.expect(&format!("built {msg}"));
+    value.expect(concat!("a", "b"));
+    value.expect(stringify!(value));
+    value.expect(msg);
+    value.expect(&reason);
+    value.expect(reason.as_str());
+    value.expect(error_message);
+    value.expect(MISSING_MESSAGE);
+    value.expect(crate::texts::NO_REASON);
+    Err::<u8, u8>(1).expect_err("an error");
+    Option::expect(value, "there is one");
+    println!("{}", value.ok_or("printed")?);
+    Ok(())
// line 27 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    println!("{}", value.expect("printed"));
+    println!("{}", value.unwrap_or_default());
