// line 8 · Look at the value itself · suggestion · preferred
-        if name.starts_with(&prefix.clone()) {
+        if name.starts_with(&prefix) {
// line 37 · Look at the value itself · suggestion · preferred
-            count += self.names.clone().len();
+            count += self.names.len();
// line 38 · Look at the value itself · suggestion · preferred
-            if self.first.clone() == None {
+            if self.first == None {
// line 41 · Look at the value itself · suggestion · preferred
-            if other.clone() == wanted {
+            if *other == wanted {
// line 44 · Look at the value itself · suggestion · preferred
-            count += length(&other.clone());
+            count += length(other);
// line 45 · Look at the value itself · suggestion · preferred
-            count += length(&wanted.to_owned());
+            count += length(&wanted);
// line 46 · Look at the value itself · suggestion · preferred
-            println!("{}", self.names.to_vec().is_empty());
+            println!("{}", self.names.is_empty());
// line 47 · Look at the value itself · suggestion · preferred
-            for name in self.names.clone().iter() {
+            for name in self.names.iter() {
