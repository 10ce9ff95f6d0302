// line 10 · Compile it once in a `LazyLock` · suggestion · preferred
-    let mut found = 0;
-    for line in lines {
-        let number = Regex::new(r"^\d+$").unwrap();
+    static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new(r"^\d+$").unwrap());
+    let mut found = 0;
+    for line in lines {
+        let number = &*RE;
// line 23 · Compile it once in a `LazyLock` · suggestion · preferred
-    while Regex::new("a")?.is_match("b") {
+    static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("a").expect("the pattern is fixed and valid"));
+    while RE.is_match("b") {
// line 24 · Compile it once in a `LazyLock` · suggestion · preferred
-    while Regex::new("a")?.is_match("b") {
-        let once = bytes::Regex::new(DATE).expect("it is valid");
+    static RE: std::sync::LazyLock<bytes::Regex> = std::sync::LazyLock::new(|| bytes::Regex::new(DATE).expect("it is valid"));
+    while Regex::new("a")?.is_match("b") {
+        let once = &*RE;
// line 25 · Compile it once in a `LazyLock` · suggestion · preferred
-    while Regex::new("a")?.is_match("b") {
-        let once = bytes::Regex::new(DATE).expect("it is valid");
-        use_it(&Regex::new("a").unwrap(), once);
+    static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("a").unwrap());
+    while Regex::new("a")?.is_match("b") {
+        let once = bytes::Regex::new(DATE).expect("it is valid");
+        use_it(&*RE, once);
// line 34 · Compile it once in a `LazyLock` · suggestion · preferred
-    while Regex::new("a")?.is_match("b") {
-        let once = bytes::Regex::new(DATE).expect("it is valid");
-        use_it(&Regex::new("a").unwrap(), once);
-    }
-    loop {
-        let built = regex::RegexBuilder::new("a").case_insensitive(true).build();
-        let set = RegexSet::new(&["a", "b"]);
-        if set.is_ok() {
-            break;
-        }
-    }
-    lines.iter().map(|line| Regex::new("a").unwrap().is_match(line)).count();
+    static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("a").unwrap());
+    while Regex::new("a")?.is_match("b") {
+        let once = bytes::Regex::new(DATE).expect("it is valid");
+        use_it(&Regex::new("a").unwrap(), once);
+    }
+    loop {
+        let built = regex::RegexBuilder::new("a").case_insensitive(true).build();
+        let set = RegexSet::new(&["a", "b"]);
+        if set.is_ok() {
+            break;
+        }
+    }
+    lines.iter().map(|line| RE.is_match(line)).count();
