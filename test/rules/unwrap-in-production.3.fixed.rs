// line 5 · Make `unit` return a `Result` · suggestion · refactor.rewrite
-fn unit(text: &str) {
-    text.parse::<u8>().unwrap();
+fn unit(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    text.parse::<u8>()?;
+    Ok(())
// line 5 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().unwrap_or_default();
// line 5 · State the invariant: `.expect("…")` · suggestion
-    text.parse::<u8>().unwrap();
+    text.parse::<u8>().expect("why this holds");
// line 8 · Make `one_line` return a `Result` · suggestion · refactor.rewrite
-fn one_line(text: &str) { text.parse::<u8>().unwrap(); }
+fn one_line(text: &str) -> Result<(), Box<dyn std::error::Error>> { text.parse::<u8>()?; Ok(()) }
// line 8 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-fn one_line(text: &str) { text.parse::<u8>().unwrap(); }
+fn one_line(text: &str) { text.parse::<u8>().unwrap_or_default(); }
// line 8 · State the invariant: `.expect("…")` · suggestion
-fn one_line(text: &str) { text.parse::<u8>().unwrap(); }
+fn one_line(text: &str) { text.parse::<u8>().expect("why this holds"); }
// line 10 · Make `one_line_tail` return a `Result` · suggestion · refactor.rewrite
-fn one_line_tail(text: &str) { drop(text.parse::<u8>().unwrap()) }
+fn one_line_tail(text: &str) -> Result<(), Box<dyn std::error::Error>> { drop(text.parse::<u8>()?); Ok(()) }
// line 10 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-fn one_line_tail(text: &str) { drop(text.parse::<u8>().unwrap()) }
+fn one_line_tail(text: &str) { drop(text.parse::<u8>().unwrap_or_default()) }
// line 10 · State the invariant: `.expect("…")` · suggestion
-fn one_line_tail(text: &str) { drop(text.parse::<u8>().unwrap()) }
+fn one_line_tail(text: &str) { drop(text.parse::<u8>().expect("why this holds")) }
// line 13 · Make `declared_unit` return a `Result` · suggestion · refactor.rewrite
-fn declared_unit(text: &str) -> () {
-    let value: u8 = text.parse().unwrap();
-    if value == 0 {
-        return;
-    }
-    println!("{value}")
+fn declared_unit(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    let value: u8 = text.parse()?;
+    if value == 0 {
+        return Ok(());
+    }
+    println!("{value}");
+    Ok(())
// line 13 · Return early where there is no value: `let … else { return; }` · suggestion
-    let value: u8 = text.parse().unwrap();
+    let Ok(value): Result<u8, _> = text.parse() else {
+        return;
+    };
// line 13 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let value: u8 = text.parse().unwrap();
+    let value: u8 = text.parse().unwrap_or_default();
// line 13 · State the invariant: `.expect("…")` · suggestion
-    let value: u8 = text.parse().unwrap();
+    let value: u8 = text.parse().expect("why this holds");
// line 21 · Make `block_tail` return a `Result` · suggestion · refactor.rewrite
-fn block_tail(text: &str) {
-    match text.chars().next().unwrap() {
-        'a' => {}
-        _ => return,
-    }
-    // the end
+fn block_tail(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    match text.chars().next().ok_or("no value from `next`")? {
+        'a' => {}
+        _ => return Ok(()),
+    }
+    // the end
+    Ok(())
// line 21 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    match text.chars().next().unwrap() {
+    match text.chars().next().unwrap_or_default() {
// line 21 · State the invariant: `.expect("…")` · suggestion
-    match text.chars().next().unwrap() {
+    match text.chars().next().expect("why this holds") {
// line 45 · Make `looked_up` return a `Result` · suggestion · refactor.rewrite
-fn looked_up<'a, T>(map: &'a HashMap<u8, T>, early: bool) -> &'a T
-where
-    T: Clone,
-{
-    if early {
-        return &map[&0];
-    }
-    let nested = |key: u8| {
-        if key == 0 {
-            return 1;
-        }
-        2
-    };
-    fn inner() -> u8 {
-        return 3;
-    }
-    let key = nested(inner());
-    map.get(&key).unwrap()
+fn looked_up<'a, T>(map: &'a HashMap<u8, T>, early: bool) -> Result<&'a T, Box<dyn std::error::Error>>
+where
+    T: Clone,
+{
+    if early {
+        return Ok(&map[&0]);
+    }
+    let nested = |key: u8| {
+        if key == 0 {
+            return 1;
+        }
+        2
+    };
+    fn inner() -> u8 {
+        return 3;
+    }
+    let key = nested(inner());
+    Ok(map.get(&key).ok_or("no value from `get`")?)
// line 45 · State the invariant: `.expect("…")` · suggestion
-    map.get(&key).unwrap()
+    map.get(&key).expect("why this holds")
// line 52 · Make `branches` return a `Result` · suggestion · refactor.rewrite
-fn branches(text: &str) -> usize {
-    if text.is_empty() {
-        0
-    } else {
-        text.parse::<usize>().unwrap()
-    }
+fn branches(text: &str) -> Result<usize, Box<dyn std::error::Error>> {
+    Ok(if text.is_empty() {
+        0
+    } else {
+        text.parse::<usize>()?
+    })
// line 52 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        text.parse::<usize>().unwrap()
+        text.parse::<usize>().unwrap_or_default()
// line 52 · State the invariant: `.expect("…")` · suggestion
-        text.parse::<usize>().unwrap()
+        text.parse::<usize>().expect("why this holds")
// line 57 · Make `trait_object` return a `Result` · suggestion · refactor.rewrite
-fn trait_object(text: &str) -> Box<dyn std::fmt::Display> {
-    let value = text.parse::<u8>().unwrap();
-    Box::new(value)
+fn trait_object(text: &str) -> Result<Box<dyn std::fmt::Display>, Box<dyn std::error::Error>> {
+    let value = text.parse::<u8>()?;
+    Ok(Box::new(value))
// line 57 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let value = text.parse::<u8>().unwrap();
+    let value = text.parse::<u8>().unwrap_or_default();
// line 57 · State the invariant: `.expect("…")` · suggestion
-    let value = text.parse::<u8>().unwrap();
+    let value = text.parse::<u8>().expect("why this holds");
// line 63 · Make `diverging` return a `Result` · suggestion · refactor.rewrite
-fn diverging(text: &str) -> u8 {
-    let Some(first) = text.bytes().next() else { panic!("empty") };
-    if text.parse::<u8>().unwrap() == first {
-        return first;
+fn diverging(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    let Some(first) = text.bytes().next() else { panic!("empty") };
+    if text.parse::<u8>()? == first {
+        return Ok(first);
// line 63 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    if text.parse::<u8>().unwrap() == first {
+    if text.parse::<u8>().unwrap_or_default() == first {
// line 63 · State the invariant: `.expect("…")` · suggestion
-    if text.parse::<u8>().unwrap() == first {
+    if text.parse::<u8>().expect("why this holds") == first {
// line 70 · Make `last_return` return a `Result` · suggestion · refactor.rewrite
-fn last_return(text: &str) -> u8 {
-    return text.parse().unwrap();
+fn last_return(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    return Ok(text.parse()?);
// line 70 · State the invariant: `.expect("…")` · suggestion
-    return text.parse().unwrap();
+    return text.parse().expect("why this holds");
// line 75 · Make `breaking` return a `Result` · suggestion · refactor.rewrite
-fn breaking(text: &str) -> u8 {
-    loop {
-        let value = text.parse().unwrap();
-        if value > 1 {
-            break value;
-        }
-    }
+fn breaking(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(loop {
+        let value = text.parse()?;
+        if value > 1 {
+            break value;
+        }
+    })
// line 75 · State the invariant: `.expect("…")` · suggestion
-        let value = text.parse().unwrap();
+        let value = text.parse().expect("why this holds");
// line 83 · Make `recursive` return a `Result` · suggestion · refactor.rewrite
-fn recursive(text: &str) -> usize {
-    let rest = text.get(1..).unwrap();
-    if rest.is_empty() { 0 } else { recursive(rest) + 1 }
+fn recursive(text: &str) -> Result<usize, Box<dyn std::error::Error>> {
+    let rest = text.get(1..).ok_or("no value from `get`")?;
+    Ok(if rest.is_empty() { 0 } else { recursive(rest)? + 1 })
// line 83 · State the invariant: `.expect("…")` · suggestion
-    let rest = text.get(1..).unwrap();
+    let rest = text.get(1..).expect("why this holds");
// line 88 · Make `called` return a `Result` · suggestion · refactor.rewrite
-fn called(text: &str) -> u8 {
-    text.parse().unwrap()
-}
-
-fn caller(text: &str) -> Result<u8, Box<dyn Error>> {
-    println!("{}", called(text));
-    let closure = |text: &str| -> Result<u8, Box<dyn Error>> { Ok(self::called(text)) };
-    Ok(called(text) + closure(text)?)
+fn called(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(text.parse()?)
+}
+
+fn caller(text: &str) -> Result<u8, Box<dyn Error>> {
+    println!("{}", called(text)?);
+    let closure = |text: &str| -> Result<u8, Box<dyn Error>> { Ok(self::called(text)?) };
+    Ok(called(text)? + closure(text)?)
// line 88 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse().unwrap()
+    text.parse().unwrap_or_default()
// line 88 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 98 · Make `awaited` return a `Result` · suggestion · refactor.rewrite
-async fn awaited(text: &str) -> u8 {
-    text.parse().unwrap()
-}
-
-async fn awaiting(text: &str) -> Result<u8, Box<dyn Error>> {
-    Ok(awaited(text).await)
+async fn awaited(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    Ok(text.parse()?)
+}
+
+async fn awaiting(text: &str) -> Result<u8, Box<dyn Error>> {
+    Ok(awaited(text).await?)
// line 98 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.parse().unwrap()
+    text.parse().unwrap_or_default()
// line 98 · State the invariant: `.expect("…")` · suggestion
-    text.parse().unwrap()
+    text.parse().expect("why this holds")
// line 119 · Make `advance` return a `Result` · suggestion · refactor.rewrite
-        self.advance();
-        Self::advance(self);
-        Ok(self.counted)
-    }
-
-    fn advance(&mut self) {
-        self.counted += 1;
-        self.text = self.text.get(1..).unwrap();
+        self.advance()?;
+        Self::advance(self)?;
+        Ok(self.counted)
+    }
+
+    fn advance(&mut self) -> Result<(), Box<dyn std::error::Error>> {
+        self.counted += 1;
+        self.text = self.text.get(1..).ok_or("no value from `get`")?;
+        Ok(())
// line 119 · State the invariant: `.expect("…")` · suggestion
-        self.text = self.text.get(1..).unwrap();
+        self.text = self.text.get(1..).expect("why this holds");
// line 133 · Make `deep` return a `Result` · suggestion · refactor.rewrite
-    fn deep(text: &str) -> u8 {
-        text.parse().unwrap()
-    }
-    Ok(deep(text))
+    fn deep(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+        Ok(text.parse()?)
+    }
+    Ok(deep(text)?)
// line 133 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        text.parse().unwrap()
+        text.parse().unwrap_or_default()
// line 133 · State the invariant: `.expect("…")` · suggestion
-        text.parse().unwrap()
+        text.parse().expect("why this holds")
// line 140 · Make `used_outside` return a `Result` · suggestion · refactor.rewrite
-    fn used_outside(text: &str) -> u8 {
-        text.parse().unwrap()
-    }
-
-    mod deeper {
-        use super::used_outside;
-
-        fn caller(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
-            Ok(used_outside(text) + super::used_outside(text))
+    fn used_outside(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+        Ok(text.parse()?)
+    }
+
+    mod deeper {
+        use super::used_outside;
+
+        fn caller(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+            Ok(used_outside(text)? + super::used_outside(text)?)
// line 140 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        text.parse().unwrap()
+        text.parse().unwrap_or_default()
// line 140 · State the invariant: `.expect("…")` · suggestion
-        text.parse().unwrap()
+        text.parse().expect("why this holds")
// line 154 · Make `called_by_unit` return a `Result` (the panic moves to 1 call) · suggestion · refactor.rewrite
-fn called_by_unit() -> u8 {
-    "1".parse().unwrap()
-}
-pub fn unit_caller() {
-    called_by_unit();
+fn called_by_unit() -> Result<u8, Box<dyn std::error::Error>> {
+    Ok("1".parse()?)
+}
+pub fn unit_caller() {
+    called_by_unit().expect("`called_by_unit` failed");
// line 154 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 154 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 160 · Make `called_in_closure` return a `Result` (the panic moves to 1 call) · suggestion · refactor.rewrite
-fn called_in_closure() -> u8 {
-    "1".parse().unwrap()
-}
-fn closure_caller(values: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
-    Ok(values.iter().map(|value| value + called_in_closure()).collect())
+fn called_in_closure() -> Result<u8, Box<dyn std::error::Error>> {
+    Ok("1".parse()?)
+}
+fn closure_caller(values: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
+    Ok(values.iter().map(|value| value + called_in_closure().expect("`called_in_closure` failed")).collect())
// line 160 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 160 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 166 · Make `called_by_other_error` return a `Result` (the panic moves to 1 call) · suggestion · refactor.rewrite
-fn called_by_other_error() -> u8 {
-    "1".parse().unwrap()
-}
-fn other_error() -> Result<u8, std::io::Error> {
-    Ok(called_by_other_error())
+fn called_by_other_error() -> Result<u8, Box<dyn std::error::Error>> {
+    Ok("1".parse()?)
+}
+fn other_error() -> Result<u8, std::io::Error> {
+    Ok(called_by_other_error().expect("`called_by_other_error` failed"))
// line 166 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 166 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
// line 172 · Make `called_in_test` return a `Result` · suggestion · refactor.rewrite
-fn called_in_test() -> u8 {
-    "1".parse().unwrap()
-}
-
-#[cfg(test)]
-mod tests {
-    use super::called_in_test;
-
-    #[test]
-    fn works() {
-        assert_eq!(called_in_test(), 1);
+fn called_in_test() -> Result<u8, Box<dyn std::error::Error>> {
+    Ok("1".parse()?)
+}
+
+#[cfg(test)]
+mod tests {
+    use super::called_in_test;
+
+    #[test]
+    fn works() {
+        assert_eq!(called_in_test().unwrap(), 1);
// line 172 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    "1".parse().unwrap()
+    "1".parse().unwrap_or_default()
// line 172 · State the invariant: `.expect("…")` · suggestion
-    "1".parse().unwrap()
+    "1".parse().expect("why this holds")
