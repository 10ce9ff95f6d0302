// line 5 · Leave verification on · suggestion · preferred
-    Client::builder().danger_accept_invalid_certs(true).build()
+    Client::builder().danger_accept_invalid_certs(false).build()
// line 15 · Leave verification on · suggestion · preferred
-        .danger_accept_invalid_hostnames(true)
+        .danger_accept_invalid_hostnames(false)
// line 16 · Leave verification on · suggestion · preferred
-        .tls_danger_accept_invalid_certs(true)
+        .tls_danger_accept_invalid_certs(false)
// line 17 · Leave verification on · suggestion · preferred
-        .dangerous_accept_invalid_certs( /* for now */ true)
+        .dangerous_accept_invalid_certs( /* for now */ false)
// line 23 · Verify the peer · suggestion · preferred
-    context.set_verify(SslVerifyMode::NONE);
+    context.set_verify(SslVerifyMode::PEER);
// line 25 · Leave verification on · suggestion · preferred
-    context.set_verify_hostname(false);
+    context.set_verify_hostname(true);
// line 37 · Leave verification on · suggestion · preferred
-    println!("{text} {:?}", builder.danger_accept_invalid_certs(true).build().0);
+    println!("{text} {:?}", builder.danger_accept_invalid_certs(false).build().0);
