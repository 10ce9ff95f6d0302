// line 8 · Look at the value itself · suggestion · preferred
-        if name.starts_with(&prefix.clone()) {
+        if name.starts_with(&prefix) {
// line 29 · Look at the value itself · suggestion · preferred
-        if right.contains(&c) && !found.clone().contains(&c) {
+        if right.contains(&c) && !found.contains(&c) {
// line 35 · Look at the value itself · suggestion · preferred
-    old.iter().map(|c| right.clone().len() + *c as usize).max();
+    old.iter().map(|c| right.len() + *c as usize).max();
// line 36 · Look at the value itself · suggestion · preferred
-    while found.clone().len() < 3 {
+    while found.len() < 3 {
// line 59 · Look at the value itself · suggestion · preferred
-            count += self.names.clone().len();
+            count += self.names.len();
// line 60 · Look at the value itself · suggestion · preferred
-            if self.first.clone() == None {
+            if self.first == None {
// line 63 · Look at the value itself · suggestion · preferred
-            if other.clone() == wanted {
+            if *other == wanted {
// line 66 · Look at the value itself · suggestion · preferred
-            count += length(&other.clone());
+            count += length(other);
// line 67 · Look at the value itself · suggestion · preferred
-            count += length(&wanted.to_owned());
+            count += length(&wanted);
// line 68 · Look at the value itself · suggestion · preferred
-            println!("{}", self.names.to_vec().is_empty());
+            println!("{}", self.names.is_empty());
// line 69 · Look at the value itself · suggestion · preferred
-            for name in self.names.clone().iter() {
+            for name in self.names.iter() {
