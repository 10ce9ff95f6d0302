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
