// line 3 · Remove `dbg!` · safe · preferred
-    dbg!(width * height)
+    width * height
// line 26 · Remove `dbg!` · safe · preferred
-    let closure = || std::dbg!(todo);
+    let closure = || todo;
// line 27 · Remove `dbg!` · safe · preferred
-    println!("{}", dbg!(todo));
+    println!("{}", todo);
