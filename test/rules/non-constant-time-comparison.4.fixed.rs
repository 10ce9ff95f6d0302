// line 4 · Compare in constant time · suggestion
-fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
-    let password = String::new();
-    println!("{} {:?}", signature != computed, hmac == given);
+use subtle::ConstantTimeEq;
+fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
+    let password = String::new();
+    println!("{} {:?}", !bool::from(signature.ct_eq(computed)), hmac == given);
// line 5 · Compare in constant time · suggestion
-fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
-    let password = String::new();
-    println!("{} {:?}", signature != computed, hmac == given);
-    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
+use subtle::ConstantTimeEq;
+fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
+    let password = String::new();
+    println!("{} {:?}", signature != computed, hmac == given);
+    bool::from(signature.ct_eq(computed)) && password.as_bytes() != "given".to_owned().as_bytes() // by length too
// line 9 · Compare in constant time · suggestion
-fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
-    let password = String::new();
-    println!("{} {:?}", signature != computed, hmac == given);
-    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
-}
-
-fn texts(password: &str, given: &str) -> bool {
-    given.as_bytes() != password.as_bytes()
+use subtle::ConstantTimeEq;
+fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
+    let password = String::new();
+    println!("{} {:?}", signature != computed, hmac == given);
+    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
+}
+
+fn texts(password: &str, given: &str) -> bool {
+    !bool::from(given.as_bytes().ct_eq(password.as_bytes()))
// line 16 · Compare in constant time · suggestion
-fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
-    let password = String::new();
-    println!("{} {:?}", signature != computed, hmac == given);
-    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
-}
-
-fn texts(password: &str, given: &str) -> bool {
-    given.as_bytes() != password.as_bytes()
-}
-
-fn with_choice(_: Choice) {}
-
-// example: bad
-fn is_admin(given: &[u8], password: &[u8]) -> bool {
-    given == password
+use subtle::ConstantTimeEq;
+fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
+    let password = String::new();
+    println!("{} {:?}", signature != computed, hmac == given);
+    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
+}
+
+fn texts(password: &str, given: &str) -> bool {
+    given.as_bytes() != password.as_bytes()
+}
+
+fn with_choice(_: Choice) {}
+
+// example: bad
+fn is_admin(given: &[u8], password: &[u8]) -> bool {
+    bool::from(given.ct_eq(password))
