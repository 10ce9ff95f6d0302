// line 5 · Replace by `count()` · safe · preferred
-    text.split(' ').collect::<Vec<_>>().len()
+    text.split(' ').count()
// line 14 · Replace by `count()` · safe · preferred
-    let a = numbers.iter().collect::<VecDeque<_>>().len();
+    let a = numbers.iter().count();
// line 15 · Replace by `count()` · suggestion · preferred
-    let b = numbers.iter().collect::<BinaryHeap<&u32>>().len();
+    let b = numbers.iter().count();
// line 19 · Replace by `count()` · safe · preferred
-        .collect::<LinkedList<_>>()
-        .len();
+        .count();
// line 21 · Replace by `count()` · suggestion · preferred
-    println!("{}", text.chars().collect::<Vec<char>>().len());
+    println!("{}", text.chars().count());
// line 28 · Replace by `next().is_none()` · suggestion · preferred
-    let none = numbers.iter().collect::<Vec<_>>().is_empty();
+    let none = numbers.iter().next().is_none();
// line 29 · Replace by `next().is_none()` · suggestion · preferred
-    let no_map = numbers.iter().map(|n| (n, n)).collect::<BTreeMap<_, _>>().is_empty();
+    let no_map = numbers.iter().map(|n| (n, n)).next().is_none();
// line 30 · Replace by `any(|x| x == 3)` · suggestion · preferred
-    let has = numbers.iter().copied().collect::<Vec<_>>().contains(&3);
+    let has = numbers.iter().copied().any(|x| x == 3);
// line 31 · Replace by `any(|x| x == *wanted)` · suggestion · preferred
-    let found = numbers.iter().copied().collect::<HashSet<u32>>().contains(wanted);
+    let found = numbers.iter().copied().any(|x| x == *wanted);
// line 43 · Replace by `count()` · safe · preferred
-    let counted = numbers.iter().map(|n| touch(&mut last, *n)).collect::<Vec<_>>().len();
+    let counted = numbers.iter().map(|n| touch(&mut last, *n)).count();
