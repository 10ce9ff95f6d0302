// line 8 · Write into the string with `write!` · suggestion · preferred
-
-// example: bad
-fn report(names: &[&str]) -> String {
-    let mut text = String::new();
-    for (index, name) in names.iter().enumerate() {
-        text.push_str(&format!("{index}: {name}\n"));
+use std::fmt::Write as _;
+
+// example: bad
+fn report(names: &[&str]) -> String {
+    let mut text = String::new();
+    for (index, name) in names.iter().enumerate() {
+        let _ = write!(text, "{index}: {name}\n");
// line 13 · Print the value itself · safe · preferred
-    println!("Hello {}", name.to_string());
+    println!("Hello {}", name);
// line 33 · Write into the string with `write!` · suggestion · preferred
-
-// example: bad
-fn report(names: &[&str]) -> String {
-    let mut text = String::new();
-    for (index, name) in names.iter().enumerate() {
-        text.push_str(&format!("{index}: {name}\n"));
-    }
-    text
-}
-fn greet(name: &str) {
-    println!("Hello {}", name.to_string());
-}
-// example: good
-fn summary(names: &[&str]) -> String {
-    use std::fmt::Write as _;
-    let mut text = String::new();
-    for name in names {
-        let _ = writeln!(text, "{name}");
-    }
-    text
-}
-// example: end
-
-struct Page {
-    text: String,
-    parts: Vec<String>,
-}
-
-impl Page {
-    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
-        self.text += &format!("<{}>", kind);
+use std::fmt::Write as _;
+
+// example: bad
+fn report(names: &[&str]) -> String {
+    let mut text = String::new();
+    for (index, name) in names.iter().enumerate() {
+        text.push_str(&format!("{index}: {name}\n"));
+    }
+    text
+}
+fn greet(name: &str) {
+    println!("Hello {}", name.to_string());
+}
+// example: good
+fn summary(names: &[&str]) -> String {
+    use std::fmt::Write as _;
+    let mut text = String::new();
+    for name in names {
+        let _ = writeln!(text, "{name}");
+    }
+    text
+}
+// example: end
+
+struct Page {
+    text: String,
+    parts: Vec<String>,
+}
+
+impl Page {
+    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
+        let _ = write!(self.text, "<{}>", kind);
// line 34 · Write into the string with `write!` · suggestion · preferred
-
-// example: bad
-fn report(names: &[&str]) -> String {
-    let mut text = String::new();
-    for (index, name) in names.iter().enumerate() {
-        text.push_str(&format!("{index}: {name}\n"));
-    }
-    text
-}
-fn greet(name: &str) {
-    println!("Hello {}", name.to_string());
-}
-// example: good
-fn summary(names: &[&str]) -> String {
-    use std::fmt::Write as _;
-    let mut text = String::new();
-    for name in names {
-        let _ = writeln!(text, "{name}");
-    }
-    text
-}
-// example: end
-
-struct Page {
-    text: String,
-    parts: Vec<String>,
-}
-
-impl Page {
-    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
-        self.text += &format!("<{}>", kind);
-        *out += &format!("<{kind}>");
+use std::fmt::Write as _;
+
+// example: bad
+fn report(names: &[&str]) -> String {
+    let mut text = String::new();
+    for (index, name) in names.iter().enumerate() {
+        text.push_str(&format!("{index}: {name}\n"));
+    }
+    text
+}
+fn greet(name: &str) {
+    println!("Hello {}", name.to_string());
+}
+// example: good
+fn summary(names: &[&str]) -> String {
+    use std::fmt::Write as _;
+    let mut text = String::new();
+    for name in names {
+        let _ = writeln!(text, "{name}");
+    }
+    text
+}
+// example: end
+
+struct Page {
+    text: String,
+    parts: Vec<String>,
+}
+
+impl Page {
+    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
+        self.text += &format!("<{}>", kind);
+        let _ = write!(out, "<{kind}>");
// line 37 · Write into the string with `write!` · suggestion · preferred
-
-// example: bad
-fn report(names: &[&str]) -> String {
-    let mut text = String::new();
-    for (index, name) in names.iter().enumerate() {
-        text.push_str(&format!("{index}: {name}\n"));
-    }
-    text
-}
-fn greet(name: &str) {
-    println!("Hello {}", name.to_string());
-}
-// example: good
-fn summary(names: &[&str]) -> String {
-    use std::fmt::Write as _;
-    let mut text = String::new();
-    for name in names {
-        let _ = writeln!(text, "{name}");
-    }
-    text
-}
-// example: end
-
-struct Page {
-    text: String,
-    parts: Vec<String>,
-}
-
-impl Page {
-    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
-        self.text += &format!("<{}>", kind);
-        *out += &format!("<{kind}>");
-        out.push_str(&format!("{}", out.len()));
-        match kind {
-            0 => out.push_str(&format!("{kind}")),
+use std::fmt::Write as _;
+
+// example: bad
+fn report(names: &[&str]) -> String {
+    let mut text = String::new();
+    for (index, name) in names.iter().enumerate() {
+        text.push_str(&format!("{index}: {name}\n"));
+    }
+    text
+}
+fn greet(name: &str) {
+    println!("Hello {}", name.to_string());
+}
+// example: good
+fn summary(names: &[&str]) -> String {
+    use std::fmt::Write as _;
+    let mut text = String::new();
+    for name in names {
+        let _ = writeln!(text, "{name}");
+    }
+    text
+}
+// example: end
+
+struct Page {
+    text: String,
+    parts: Vec<String>,
+}
+
+impl Page {
+    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
+        self.text += &format!("<{}>", kind);
+        *out += &format!("<{kind}>");
+        out.push_str(&format!("{}", out.len()));
+        match kind {
+            0 => { let _ = write!(out, "{kind}"); },
// line 57 · Print the value itself · safe · preferred
-    eprintln!("{} {name} {0}", value, name = value.to_string());
+    eprintln!("{} {name} {0}", value, name = value);
// line 58 · Print the value itself · safe · preferred
-    assert!(value > 1, "{}", all[&1].to_string());
+    assert!(value > 1, "{}", &all[&1]);
// line 59 · Print the value itself · safe · preferred
-    assert_eq!(value, 2, "{0}", text[1..].to_string());
+    assert_eq!(value, 2, "{0}", &text[1..]);
// line 60 · Print the value itself · safe · preferred
-    print!("{}", (*boxed).to_string());
+    print!("{}", &(*boxed));
// line 62 · Print the value itself · safe · preferred
-    print!("{}", value.pow(2)
-        .to_string());
+    print!("{}", value.pow(2));
// line 63 · Print the value itself · suggestion · preferred
-    print!("{}", LIMIT.to_string());
+    print!("{}", LIMIT);
// line 64 · Print the value itself · safe · preferred
-    format!("{{}} {}", value.to_string())
+    format!("{{}} {}", value)
// line 85 · Print the value itself · safe · preferred
-        write!(f, "{}", 7.to_string())
+        write!(f, "{}", 7)
// line 100 · Write into the string with `write!` · suggestion · preferred
-    pub fn add(out: &mut String, n: u8) {
-        out.push_str(&format!("{n}"));
+    use std::fmt::Write as _;
+
+    pub fn add(out: &mut String, n: u8) {
+        let _ = write!(out, "{n}");
