// line 9 · Make `main` return a `Result` · suggestion · refactor.rewrite
-mod texts {
-    pub fn text() -> String {
-        String::new()
-    }
-}
-
-fn main() {
-    let text = texts::text();
-    let path = std::env::args().nth(1).unwrap();
-    let value: u8 = text.parse().unwrap();
-    if value == 1 {
-        return;
-    }
-    println!("{path}: {value}");
+use anyhow::Context;
+
+mod texts {
+    pub fn text() -> String {
+        String::new()
+    }
+}
+
+fn main() -> anyhow::Result<()> {
+    let text = texts::text();
+    let path = std::env::args().nth(1).context("no value from `nth`")?;
+    let value: u8 = text.parse().unwrap();
+    if value == 1 {
+        return Ok(());
+    }
+    println!("{path}: {value}");
+    Ok(())
// line 9 · State the invariant: `.expect("…")` · suggestion
-    let path = std::env::args().nth(1).unwrap();
+    let path = std::env::args().nth(1).expect("why this holds");
// line 10 · Make `main` return a `Result` · suggestion · refactor.rewrite
-fn main() {
-    let text = texts::text();
-    let path = std::env::args().nth(1).unwrap();
-    let value: u8 = text.parse().unwrap();
-    if value == 1 {
-        return;
-    }
-    println!("{path}: {value}");
+fn main() -> anyhow::Result<()> {
+    let text = texts::text();
+    let path = std::env::args().nth(1).unwrap();
+    let value: u8 = text.parse()?;
+    if value == 1 {
+        return Ok(());
+    }
+    println!("{path}: {value}");
+    Ok(())
// line 10 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let value: u8 = text.parse().unwrap();
+    let value: u8 = text.parse().unwrap_or_default();
// line 10 · State the invariant: `.expect("…")` · suggestion
-    let value: u8 = text.parse().unwrap();
+    let value: u8 = text.parse().expect("why this holds");
// line 18 · Make `counted` return a `Result` · suggestion · refactor.rewrite
-mod texts {
-    pub fn text() -> String {
-        String::new()
-    }
-}
-
-fn main() {
-    let text = texts::text();
-    let path = std::env::args().nth(1).unwrap();
-    let value: u8 = text.parse().unwrap();
-    if value == 1 {
-        return;
-    }
-    println!("{path}: {value}");
-}
-
-fn counted(text: &str) -> usize {
-    text.chars().position(|c| c == 'a').unwrap()
-}
-
-fn boxed(text: &str) -> Result<usize, Box<dyn std::error::Error>> {
-    Ok(counted(text))
-}
-
-fn reported(text: &str) -> anyhow::Result<usize> {
-    Ok(counted(text))
+use anyhow::Context;
+
+mod texts {
+    pub fn text() -> String {
+        String::new()
+    }
+}
+
+fn main() {
+    let text = texts::text();
+    let path = std::env::args().nth(1).unwrap();
+    let value: u8 = text.parse().unwrap();
+    if value == 1 {
+        return;
+    }
+    println!("{path}: {value}");
+}
+
+fn counted(text: &str) -> anyhow::Result<usize> {
+    Ok(text.chars().position(|c| c == 'a').context("no value from `position`")?)
+}
+
+fn boxed(text: &str) -> Result<usize, Box<dyn std::error::Error>> {
+    Ok(counted(text)?)
+}
+
+fn reported(text: &str) -> anyhow::Result<usize> {
+    Ok(counted(text)?)
// line 18 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.chars().position(|c| c == 'a').unwrap()
+    text.chars().position(|c| c == 'a').unwrap_or_default()
// line 18 · State the invariant: `.expect("…")` · suggestion
-    text.chars().position(|c| c == 'a').unwrap()
+    text.chars().position(|c| c == 'a').expect("why this holds")
