// line 10 · Compile it once in a `LazyLock` · suggestion · preferred
-        let mut found = 0;
-        for line in lines {
-            let number = Regex::new(r"^\d{3}$").unwrap();
+        static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new(r"^\d{3}$").unwrap());
+        let mut found = 0;
+        for line in lines {
+            let number = &*RE;
// line 11 · Compile it once in a `LazyLock` · suggestion · preferred
-        let mut found = 0;
-        for line in lines {
-            let number = Regex::new(r"^\d{3}$").unwrap();
-            if number.is_match(line) && matches(&Regex::new("a").expect("it is valid"), line) {
+        static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("a").expect("it is valid"));
+        let mut found = 0;
+        for line in lines {
+            let number = Regex::new(r"^\d{3}$").unwrap();
+            if number.is_match(line) && matches(&*RE, line) {
// line 16 · Compile it once in a `LazyLock` · suggestion · preferred
-        let mut found = 0;
-        for line in lines {
-            let number = Regex::new(r"^\d{3}$").unwrap();
-            if number.is_match(line) && matches(&Regex::new("a").expect("it is valid"), line) {
-                found += 1;
-            }
-            keep(Regex::new("c")?);
-        }
-        Ok(found + lines.iter().filter(|line| Regex::new("b").unwrap().is_match(line)).count())
+        static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("b").unwrap());
+        let mut found = 0;
+        for line in lines {
+            let number = Regex::new(r"^\d{3}$").unwrap();
+            if number.is_match(line) && matches(&Regex::new("a").expect("it is valid"), line) {
+                found += 1;
+            }
+            keep(Regex::new("c")?);
+        }
+        Ok(found + lines.iter().filter(|line| RE.is_match(line)).count())
