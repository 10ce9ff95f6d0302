// line 6 · Add context and propagate: `.context(…)?` · suggestion · preferred
-
-const MISSING_MESSAGE: &str = "missing";
-
-fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
-    Ok(*map.get(&1).expect("there is a {first}"))
+use anyhow::Context;
+
+const MISSING_MESSAGE: &str = "missing";
+
+fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
+    Ok(*map.get(&1).context("there is a {first}")?)
// line 10 · Add context and propagate: `.with_context(…)?` · suggestion · preferred
-
-const MISSING_MESSAGE: &str = "missing";
-
-fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
-    Ok(*map.get(&1).expect("there is a {first}"))
-}
-
-fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
-    Ok(*map.get(&key).expect(&format!("no key {key}")))
+use anyhow::Context;
+
+const MISSING_MESSAGE: &str = "missing";
+
+fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
+    Ok(*map.get(&1).expect("there is a {first}"))
+}
+
+fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
+    Ok(*map.get(&key).with_context(|| format!("no key {key}"))?)
// line 14 · Add context and propagate: `.context(…)?` · suggestion · preferred
-
-const MISSING_MESSAGE: &str = "missing";
-
-fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
-    Ok(*map.get(&1).expect("there is a {first}"))
-}
-
-fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
-    Ok(*map.get(&key).expect(&format!("no key {key}")))
-}
-
-fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
-    let value = Some(1).expect(MISSING_MESSAGE);
+use anyhow::Context;
+
+const MISSING_MESSAGE: &str = "missing";
+
+fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
+    Ok(*map.get(&1).expect("there is a {first}"))
+}
+
+fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
+    Ok(*map.get(&key).expect(&format!("no key {key}")))
+}
+
+fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
+    let value = Some(1).context(MISSING_MESSAGE)?;
// line 14 · Return early where there is no value: `let … else { return Err(…); }` · suggestion
-    let value = Some(1).expect(MISSING_MESSAGE);
+    let Some(value) = Some(1) else {
+        return Err(anyhow::anyhow!("{}", MISSING_MESSAGE));
+    };
// line 15 · Propagate the error with `?` · suggestion · preferred
-    Ok(value + text.parse::<u8>().expect(msg))
+    Ok(value + text.parse::<u8>()?)
// line 15 · Add context and propagate: `.with_context(…)?` · suggestion
-
-const MISSING_MESSAGE: &str = "missing";
-
-fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
-    Ok(*map.get(&1).expect("there is a {first}"))
-}
-
-fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
-    Ok(*map.get(&key).expect(&format!("no key {key}")))
-}
-
-fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
-    let value = Some(1).expect(MISSING_MESSAGE);
-    Ok(value + text.parse::<u8>().expect(msg))
+use anyhow::Context;
+
+const MISSING_MESSAGE: &str = "missing";
+
+fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
+    Ok(*map.get(&1).expect("there is a {first}"))
+}
+
+fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
+    Ok(*map.get(&key).expect(&format!("no key {key}")))
+}
+
+fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
+    let value = Some(1).expect(MISSING_MESSAGE);
+    Ok(value + text.parse::<u8>().with_context(|| msg.to_string())?)
// line 15 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(value + text.parse::<u8>().expect(msg))
+    Ok(value + text.parse::<u8>().unwrap_or_default())
// line 23 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(strings(text).expect("a number"))
+    Ok(strings(text).map_err(anyhow::Error::msg)?)
// line 23 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(strings(text).expect("a number"))
+    Ok(strings(text).unwrap_or_default())
// line 28 · Add context and propagate: `.context(…)?` · suggestion
-
-const MISSING_MESSAGE: &str = "missing";
-
-fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
-    Ok(*map.get(&1).expect("there is a {first}"))
-}
-
-fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
-    Ok(*map.get(&key).expect(&format!("no key {key}")))
-}
-
-fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
-    let value = Some(1).expect(MISSING_MESSAGE);
-    Ok(value + text.parse::<u8>().expect(msg))
-}
-
-fn strings(text: &str) -> Result<u8, String> {
-    Err(text.to_string())
-}
-
-fn from_string(text: &str) -> anyhow::Result<u8> {
-    Ok(strings(text).expect("a number"))
-}
-
-fn unseen(values: Vec<Result<u8, std::num::ParseIntError>>) -> anyhow::Result<()> {
-    for value in values {
-        value.expect("a value").checked_add(1);
+use anyhow::Context;
+
+const MISSING_MESSAGE: &str = "missing";
+
+fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
+    Ok(*map.get(&1).expect("there is a {first}"))
+}
+
+fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
+    Ok(*map.get(&key).expect(&format!("no key {key}")))
+}
+
+fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
+    let value = Some(1).expect(MISSING_MESSAGE);
+    Ok(value + text.parse::<u8>().expect(msg))
+}
+
+fn strings(text: &str) -> Result<u8, String> {
+    Err(text.to_string())
+}
+
+fn from_string(text: &str) -> anyhow::Result<u8> {
+    Ok(strings(text).expect("a number"))
+}
+
+fn unseen(values: Vec<Result<u8, std::num::ParseIntError>>) -> anyhow::Result<()> {
+    for value in values {
+        value.context("a value")?.checked_add(1);
// line 34 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion · preferred
-    text.chars().last().expect(reason);
+    text.chars().last().ok_or_else(|| reason.to_string())?;
// line 34 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.chars().last().expect(reason);
+    text.chars().last().unwrap_or_default();
// line 35 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion · preferred
-    text.chars().last().expect(&format!("no {text}"));
+    text.chars().last().ok_or_else(|| format!("no {text}"))?;
// line 35 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.chars().last().expect(&format!("no {text}"));
+    text.chars().last().unwrap_or_default();
// line 36 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().ok_or("not empty")?)
// line 36 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().unwrap_or_default())
// line 40 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    let first = Option::expect(text.chars().next(), "not empty");
+    let first = text.chars().next().ok_or_else(|| String::from("not empty"))?;
// line 41 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    text.chars().last().expect(stringify!(last));
+    text.chars().last().ok_or_else(|| String::from(stringify!(last)))?;
// line 41 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.chars().last().expect(stringify!(last));
+    text.chars().last().unwrap_or_default();
// line 46 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().ok_or_else(|| std::io::Error::other("not empty"))?)
// line 46 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.chars().next().expect("not empty"))
+    Ok(text.chars().next().unwrap_or_default())
// line 50 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    text.parse::<u8>().expect("a number");
+    text.parse::<u8>().ok()?;
// line 50 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().expect("a number");
+    text.parse::<u8>().unwrap_or_default();
// line 51 · Propagate `None` with `?` · suggestion · preferred
-    Some(text.chars().next().expect("not empty"))
+    Some(text.chars().next()?)
// line 51 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Some(text.chars().next().expect("not empty"))
+    Some(text.chars().next().unwrap_or_default())
// line 60 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    *mutex.lock().expect("not poisoned")
+    *mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
// line 65 · Add context and propagate: `.context(…)?` · suggestion · preferred
-    pub fn typed(text: &str) -> anyhow::Result<u8> {
-        Ok(text.bytes().next().expect("not empty"))
+    use anyhow::Context;
+
+    pub fn typed(text: &str) -> anyhow::Result<u8> {
+        Ok(text.bytes().next().context("not empty")?)
// line 73 · Add context and propagate: `.context(…)?` · suggestion · preferred
-    struct Context;
-
-    fn typed(text: &str) -> anyhow::Result<u8> {
-        Ok(text.bytes().next().expect("not empty"))
+    use anyhow::Context as _;
+
+    struct Context;
+
+    fn typed(text: &str) -> anyhow::Result<u8> {
+        Ok(text.bytes().next().context("not empty")?)
// line 81 · Add context and propagate: `.context(…)?` · suggestion · preferred
-        Ok(text.bytes().next().expect("not empty"))
+        Ok(text.bytes().next().context("not empty")?)
