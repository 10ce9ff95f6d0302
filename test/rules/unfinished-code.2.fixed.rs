// line 7 · Remove `dbg!` · safe · preferred
-    let plain = dbg!(width);
+    let plain = width;
// line 8 · Remove `dbg!` · safe · preferred
-    let grouped = dbg!(width + height) * 2;
+    let grouped = (width + height) * 2;
// line 9 · Remove `dbg!` · safe · preferred
-    let negative = -dbg!(1i32 - 2);
+    let negative = -(1i32 - 2);
// line 10 · Remove `dbg!` · safe · preferred
-    let method = dbg!(width + 1).pow(2);
+    let method = (width + 1).pow(2);
// line 11 · Keep the values, remove `dbg!` · suggestion · preferred
-    let pair = dbg!(width, height);
+    let pair = (width, height);
// line 12 · Remove `dbg!` · safe · preferred
-    let nested = dbg!(dbg!(width) + 1,);
+    let nested = dbg!(width) + 1;
// line 12 · Remove `dbg!` · safe · preferred
-    let nested = dbg!(dbg!(width) + 1,);
+    let nested = dbg!(width + 1,);
// line 13 · Remove `dbg!` · safe · preferred
-    let shared = &dbg!(list.clone())[0];
+    let shared = &list.clone()[0];
// line 15 · Remove `dbg!` · safe · preferred
-    if dbg!(Size { width: 1 } == size) {
+    if (Size { width: 1 } == size) {
// line 18 · Remove `dbg!` · safe · preferred
-    match dbg!(Size { width }).width {
+    match (Size { width }).width {
// line 19 · Remove `dbg!` · safe · preferred
-        0 => dbg!(1),
+        0 => 1,
// line 22 · Remove the `dbg!` statement · suggestion · preferred
-    dbg!(width);
// line 23 · Remove the `dbg!` statement · suggestion · preferred
-    dbg!(width, height, "text");
// line 24 · Remove the `dbg!` statement · suggestion · preferred
-    dbg!();
// line 25 · Remove `dbg!` · suggestion · preferred
-    dbg!(list.pop());
+    list.pop();
// line 27 · Remove `dbg!` · safe · preferred
-    let closure = |value: u32| dbg!(value) + 1;
+    let closure = |value: u32| value + 1;
// line 28 · Remove `dbg!` · safe · preferred
-    println!("{}", dbg!(width));
+    println!("{}", width);
// line 29 · Remove `dbg!` · suggestion · preferred
-    let copied = dbg!(size).width;
+    let copied = size.width;
// line 30 · Remove `dbg!` · suggestion · preferred
-    dbg!(list).push(1);
+    list.push(1);
// line 31 · Remove `dbg!` · safe · preferred
-    dbg!(width)
+    width
