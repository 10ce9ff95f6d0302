// line 2 · Write a `Debug` without the secret · suggestion · preferred
-#[derive(Debug, Clone)]
-struct Login {
-    user: String,
-    password: String,
+#[derive(Clone)]
+struct Login {
+    user: String,
+    password: String,
+}
+
+impl std::fmt::Debug for Login {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
+    }
// line 22 · Write a `Debug` without the secret · suggestion · preferred
-#[derive(Debug)]
-#[allow(dead_code)]
-pub struct Keys {
-    pub signing_key: Vec<u8>,
-    api_key: Option<[u8; 32]>,
-    r#type: u8,
+#[allow(dead_code)]
+pub struct Keys {
+    pub signing_key: Vec<u8>,
+    api_key: Option<[u8; 32]>,
+    r#type: u8,
+}
+
+impl std::fmt::Debug for Keys {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        f.debug_struct("Keys").field("type", &self.r#type).finish_non_exhaustive()
+    }
// line 30 · Write a `Debug` without the secret · suggestion · preferred
-#[derive(Clone, std::fmt::Debug, Default)]
-struct Tokens {
-    access_token: String,
-    refresh_token: Zeroizing<String>,
-    client_secret: Box<str>,
+#[derive(Clone, Default)]
+struct Tokens {
+    access_token: String,
+    refresh_token: Zeroizing<String>,
+    client_secret: Box<str>,
+}
+
+impl std::fmt::Debug for Tokens {
+    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+        f.debug_struct("Tokens").finish_non_exhaustive()
+    }
// line 59 · Write a `Debug` without the secret · suggestion · preferred
-    #[derive(Debug)]
-    struct Inner {
-        password: String,
-        user: u8,
+    struct Inner {
+        password: String,
+        user: u8,
+    }
+
+    impl std::fmt::Debug for Inner {
+        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
+            f.debug_struct("Inner").field("user", &self.user).finish_non_exhaustive()
+        }
