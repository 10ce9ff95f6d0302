// line 12 · Print the value itself · safe · preferred
-    println!("{}", number.to_string());
+    println!("{}", number);
// line 13 · Print the value itself · safe · preferred
-    println!("{}", other.to_string());
+    println!("{}", other);
