// line 5 · Make `unit` return a `Result` · suggestion · refactor.rewrite
-fn unit(map: &HashMap<u8, String>) {
-    let name = map.get(&1).unwrap();
-    println!("{name}");
+fn unit(map: &HashMap<u8, String>) -> Result<(), Box<dyn std::error::Error>> {
+    let name = map.get(&1).ok_or("no value from `get`")?;
+    println!("{name}");
+    Ok(())
// line 5 · Return early where there is no value: `let … else { return; }` · suggestion
-    let name = map.get(&1).unwrap();
+    let Some(name) = map.get(&1) else {
+        return;
+    };
// line 5 · State the invariant: `.expect("…")` · suggestion
-    let name = map.get(&1).unwrap();
+    let name = map.get(&1).expect("why this holds");
// line 10 · Make `annotated` return a `Result` · suggestion · refactor.rewrite
-fn annotated(text: &str) {
-    let mut count: u8 = text.parse().unwrap();
-    count += 1;
-    println!("{count}");
+fn annotated(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    let mut count: u8 = text.parse()?;
+    count += 1;
+    println!("{count}");
+    Ok(())
// line 10 · Return early where there is no value: `let … else { return; }` · suggestion
-    let mut count: u8 = text.parse().unwrap();
+    let Ok(mut count): Result<u8, _> = text.parse() else {
+        return;
+    };
// line 10 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let mut count: u8 = text.parse().unwrap();
+    let mut count: u8 = text.parse().unwrap_or_default();
// line 10 · State the invariant: `.expect("…")` · suggestion
-    let mut count: u8 = text.parse().unwrap();
+    let mut count: u8 = text.parse().expect("why this holds");
// line 16 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    let count = text.parse::<u8>().unwrap();
+    let count = text.parse::<u8>().ok()?;
// line 16 · Return early where there is no value: `let … else { return None; }` · suggestion
-    let count = text.parse::<u8>().unwrap();
+    let Ok(count) = text.parse::<u8>() else {
+        return None;
+    };
// line 16 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let count = text.parse::<u8>().unwrap();
+    let count = text.parse::<u8>().unwrap_or_default();
// line 16 · State the invariant: `.expect("…")` · suggestion
-    let count = text.parse::<u8>().unwrap();
+    let count = text.parse::<u8>().expect("why this holds");
// line 17 · Propagate `None` with `?` · suggestion · preferred
-    let first = text.chars().next().unwrap();
+    let first = text.chars().next()?;
// line 17 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let first = text.chars().next().unwrap();
+    let first = text.chars().next().unwrap_or_default();
// line 17 · State the invariant: `.expect("…")` · suggestion
-    let first = text.chars().next().unwrap();
+    let first = text.chars().next().expect("why this holds");
// line 22 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().ok_or("no value from `next`")?;
// line 22 · Return early where there is no value: `let … else { return Err(…); }` · suggestion
-    let first = text.bytes().next().unwrap();
+    let Some(first) = text.bytes().next() else {
+        return Err("no value from `next`".into());
+    };
// line 22 · State the invariant: `.expect("…")` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().expect("why this holds");
// line 23 · Propagate the error with `?` · suggestion · preferred
-    let count: u8 = text.parse().unwrap();
+    let count: u8 = text.parse()?;
// line 23 · Return another error: `Err(_) => return Err(…)` · suggestion
-    let count: u8 = text.parse().unwrap();
+    let count: u8 = match text.parse() { Ok(value) => value, Err(_) => return Err(todo!("say which error this is")) };
// line 23 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let count: u8 = text.parse().unwrap();
+    let count: u8 = text.parse().unwrap_or_default();
// line 23 · State the invariant: `.expect("…")` · suggestion
-    let count: u8 = text.parse().unwrap();
+    let count: u8 = text.parse().expect("why this holds");
// line 28 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    let (first, _) = text.split_once(':').unwrap();
+    let (first, _) = text.split_once(':').ok_or_else(|| String::from("no value from `split_once`"))?;
// line 28 · Return early where there is no value: `let … else { return Err(…); }` · suggestion
-    let (first, _) = text.split_once(':').unwrap();
+    let Some((first, _)) = text.split_once(':') else {
+        return Err(String::from("no value from `split_once`"));
+    };
// line 28 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let (first, _) = text.split_once(':').unwrap();
+    let (first, _) = text.split_once(':').unwrap_or_default();
// line 28 · State the invariant: `.expect("…")` · suggestion
-    let (first, _) = text.split_once(':').unwrap();
+    let (first, _) = text.split_once(':').expect("why this holds");
// line 29 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(first.chars().next().unwrap())
+    Ok(first.chars().next().ok_or_else(|| String::from("no value from `next`"))?)
// line 29 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(first.chars().next().unwrap())
+    Ok(first.chars().next().unwrap_or_default())
// line 29 · State the invariant: `.expect("…")` · suggestion
-    Ok(first.chars().next().unwrap())
+    Ok(first.chars().next().expect("why this holds"))
// line 33 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().ok_or_else(|| std::io::Error::other("no value from `next`"))?;
// line 33 · Return early where there is no value: `let … else { return Err(…); }` · suggestion
-    let first = text.bytes().next().unwrap();
+    let Some(first) = text.bytes().next() else {
+        return Err(std::io::Error::other("no value from `next`"));
+    };
// line 33 · State the invariant: `.expect("…")` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().expect("why this holds");
// line 45 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().ok_or(Failure::Empty)?;
// line 45 · Return early where there is no value: `let … else { return Err(…); }` · suggestion
-    let first = text.bytes().next().unwrap();
+    let Some(first) = text.bytes().next() else {
+        return Err(Failure::Empty);
+    };
// line 45 · State the invariant: `.expect("…")` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().expect("why this holds");
// line 54 · Make `to_number` return a `Result` · suggestion · refactor.rewrite
-fn to_number(text: &str) -> u8 {
-    let first = text.bytes().next().unwrap();
-    first
+fn to_number(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
+    let first = text.bytes().next().ok_or("no value from `next`")?;
+    Ok(first)
// line 54 · State the invariant: `.expect("…")` · suggestion
-    let first = text.bytes().next().unwrap();
+    let first = text.bytes().next().expect("why this holds");
// line 61 · Make `rounds` return a `Result` · suggestion · refactor.rewrite
-fn rounds(lines: &[&str]) -> usize {
-    let mut all = 0;
-    for line in lines {
-        let (key, value) = line.split_once('=').unwrap();
-        all += key.len() + value.len();
-    }
-    while all > 10 {
-        let step: usize = lines.len().checked_sub(1).unwrap();
-        all -= step;
-    }
-    all
+fn rounds(lines: &[&str]) -> Result<usize, Box<dyn std::error::Error>> {
+    let mut all = 0;
+    for line in lines {
+        let (key, value) = line.split_once('=').ok_or("no value from `split_once`")?;
+        all += key.len() + value.len();
+    }
+    while all > 10 {
+        let step: usize = lines.len().checked_sub(1).unwrap();
+        all -= step;
+    }
+    Ok(all)
// line 61 · Go on with the next round where there is no value: `let … else { continue; }` · suggestion
-        let (key, value) = line.split_once('=').unwrap();
+        let Some((key, value)) = line.split_once('=') else {
+            continue;
+        };
// line 61 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let (key, value) = line.split_once('=').unwrap();
+        let (key, value) = line.split_once('=').unwrap_or_default();
// line 61 · State the invariant: `.expect("…")` · suggestion
-        let (key, value) = line.split_once('=').unwrap();
+        let (key, value) = line.split_once('=').expect("why this holds");
// line 65 · Make `rounds` return a `Result` · suggestion · refactor.rewrite
-fn rounds(lines: &[&str]) -> usize {
-    let mut all = 0;
-    for line in lines {
-        let (key, value) = line.split_once('=').unwrap();
-        all += key.len() + value.len();
-    }
-    while all > 10 {
-        let step: usize = lines.len().checked_sub(1).unwrap();
-        all -= step;
-    }
-    all
+fn rounds(lines: &[&str]) -> Result<usize, Box<dyn std::error::Error>> {
+    let mut all = 0;
+    for line in lines {
+        let (key, value) = line.split_once('=').unwrap();
+        all += key.len() + value.len();
+    }
+    while all > 10 {
+        let step: usize = lines.len().checked_sub(1).ok_or("no value from `checked_sub`")?;
+        all -= step;
+    }
+    Ok(all)
// line 65 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let step: usize = lines.len().checked_sub(1).unwrap();
+        let step: usize = lines.len().checked_sub(1).unwrap_or_default();
// line 65 · State the invariant: `.expect("…")` · suggestion
-        let step: usize = lines.len().checked_sub(1).unwrap();
+        let step: usize = lines.len().checked_sub(1).expect("why this holds");
// line 75 · Make `chained` return a `Result` · suggestion · refactor.rewrite
-fn chained(text: &str) {
-    let first = text
-        .lines()
-        .next()
-        .unwrap();
-    println!("{first}");
+fn chained(text: &str) -> Result<(), Box<dyn std::error::Error>> {
+    let first = text
+        .lines()
+        .next()
+        .ok_or("no value from `next`")?;
+    println!("{first}");
+    Ok(())
// line 75 · Return early where there is no value: `let … else { return; }` · suggestion
-    let first = text
-        .lines()
-        .next()
-        .unwrap();
+    let Some(first) = text
+        .lines()
+        .next() else {
+        return;
+    };
// line 75 · State the invariant: `.expect("…")` · suggestion
-        .unwrap();
+        .expect("why this holds");
// line 79 · Make `one_line` return a `Result` · suggestion · refactor.rewrite
-fn one_line(text: &str) { let first = text.bytes().next().unwrap(); println!("{first}"); }
+fn one_line(text: &str) -> Result<(), Box<dyn std::error::Error>> { let first = text.bytes().next().ok_or("no value from `next`")?; println!("{first}"); Ok(()) }
// line 79 · Return early where there is no value: `let … else { return; }` · suggestion
-fn one_line(text: &str) { let first = text.bytes().next().unwrap(); println!("{first}"); }
+fn one_line(text: &str) { let Some(first) = text.bytes().next() else { return; }; println!("{first}"); }
// line 79 · State the invariant: `.expect("…")` · suggestion
-fn one_line(text: &str) { let first = text.bytes().next().unwrap(); println!("{first}"); }
+fn one_line(text: &str) { let first = text.bytes().next().expect("why this holds"); println!("{first}"); }
// line 83 · Make `braces` return a `Result` · suggestion · refactor.rewrite
-fn braces(text: &mut String) {
-    use std::fmt::Write as _;
-    let written = write! { text, "a" }.unwrap();
-    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
-    println!("{written:?}{second}");
+fn braces(text: &mut String) -> Result<(), Box<dyn std::error::Error>> {
+    use std::fmt::Write as _;
+    let written = write! { text, "a" }?;
+    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
+    println!("{written:?}{second}");
+    Ok(())
// line 83 · State the invariant: `.expect("…")` · suggestion
-    let written = write! { text, "a" }.unwrap();
+    let written = write! { text, "a" }.expect("why this holds");
// line 84 · Make `braces` return a `Result` · suggestion · refactor.rewrite
-fn braces(text: &mut String) {
-    use std::fmt::Write as _;
-    let written = write! { text, "a" }.unwrap();
-    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
-    println!("{written:?}{second}");
+fn braces(text: &mut String) -> Result<(), Box<dyn std::error::Error>> {
+    use std::fmt::Write as _;
+    let written = write! { text, "a" }.unwrap();
+    let second = Some(&*text).filter(|text| { text.is_empty() }).ok_or("no value from `filter`")?;
+    println!("{written:?}{second}");
+    Ok(())
// line 84 · Return early where there is no value: `let … else { return; }` · suggestion
-    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
+    let Some(second) = Some(&*text).filter(|text| { text.is_empty() }) else {
+        return;
+    };
// line 84 · State the invariant: `.expect("…")` · suggestion
-    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
+    let second = Some(&*text).filter(|text| { text.is_empty() }).expect("why this holds");
// line 92 · Make `alias` return a `Result` · suggestion · refactor.rewrite
-    fn alias(text: &str) {
-        let count: u8 = text.parse().unwrap();
-        println!("{count}");
+    fn alias(text: &str) -> ::core::result::Result<(), Box<dyn std::error::Error>> {
+        let count: u8 = text.parse()?;
+        println!("{count}");
+        Ok(())
// line 92 · Return early where there is no value: `let … else { return; }` · suggestion
-        let count: u8 = text.parse().unwrap();
+        let Ok(count): ::core::result::Result<u8, _> = text.parse() else {
+            return;
+        };
// line 92 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let count: u8 = text.parse().unwrap();
+        let count: u8 = text.parse().unwrap_or_default();
// line 92 · State the invariant: `.expect("…")` · suggestion
-        let count: u8 = text.parse().unwrap();
+        let count: u8 = text.parse().expect("why this holds");
// line 99 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let first = text.chars().next().unwrap();
+        let first = text.chars().next().unwrap_or_default();
// line 99 · State the invariant: `.expect("…")` · suggestion
-        let first = text.chars().next().unwrap();
+        let first = text.chars().next().expect("why this holds");
// line 103 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-        let count = text.parse::<u8>().unwrap();
+        let count = text.parse::<u8>().ok()?;
// line 103 · Return early where there is no value: `let … else { return None; }` · suggestion
-        let count = text.parse::<u8>().unwrap();
+        let Ok(count) = text.parse::<u8>() else {
+            return None;
+        };
// line 103 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let count = text.parse::<u8>().unwrap();
+        let count = text.parse::<u8>().unwrap_or_default();
// line 103 · State the invariant: `.expect("…")` · suggestion
-        let count = text.parse::<u8>().unwrap();
+        let count = text.parse::<u8>().expect("why this holds");
// line 130 · Make `pop` return a `Result` · suggestion · refactor.rewrite
-    fn pop(&mut self) -> u32 {
-        let top = self.top.take().unwrap();
-        let guard = self.shared.lock().unwrap();
-        top + u32::from(*guard)
+    fn pop(&mut self) -> Result<u32, Box<dyn std::error::Error>> {
+        let top = self.top.take().ok_or("no value from `take`")?;
+        let guard = self.shared.lock().unwrap();
+        Ok(top + u32::from(*guard))
// line 130 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let top = self.top.take().unwrap();
+        let top = self.top.take().unwrap_or_default();
// line 130 · State the invariant: `.expect("…")` · suggestion
-        let top = self.top.take().unwrap();
+        let top = self.top.take().expect("why this holds");
// line 131 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-        let guard = self.shared.lock().unwrap();
+        let guard = self.shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
// line 131 · State the invariant: `.expect("…")` · suggestion
-        let guard = self.shared.lock().unwrap();
+        let guard = self.shared.lock().expect("why this holds");
// line 136 · Make `fields` return a `Result` · suggestion · refactor.rewrite
-    fn fields(&self) -> (&'static str, Mode, Handle) {
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+    fn fields(&self) -> Result<(&'static str, Mode, Handle), Box<dyn std::error::Error>> {
+        Ok((self.name.ok_or("no value from `self.name`")?, self.other.unwrap(), self.none.unwrap()))
// line 136 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+        (self.name.unwrap_or_default(), self.other.unwrap(), self.none.unwrap())
// line 136 · State the invariant: `.expect("…")` · suggestion
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+        (self.name.expect("why this holds"), self.other.unwrap(), self.none.unwrap())
// line 136 · Make `fields` return a `Result` · suggestion · refactor.rewrite
-    fn fields(&self) -> (&'static str, Mode, Handle) {
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+    fn fields(&self) -> Result<(&'static str, Mode, Handle), Box<dyn std::error::Error>> {
+        Ok((self.name.unwrap(), self.other.ok_or("no value from `self.other`")?, self.none.unwrap()))
// line 136 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+        (self.name.unwrap(), self.other.unwrap_or_default(), self.none.unwrap())
// line 136 · State the invariant: `.expect("…")` · suggestion
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+        (self.name.unwrap(), self.other.expect("why this holds"), self.none.unwrap())
// line 136 · Make `fields` return a `Result` · suggestion · refactor.rewrite
-    fn fields(&self) -> (&'static str, Mode, Handle) {
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+    fn fields(&self) -> Result<(&'static str, Mode, Handle), Box<dyn std::error::Error>> {
+        Ok((self.name.unwrap(), self.other.unwrap(), self.none.ok_or("no value from `self.none`")?))
// line 136 · State the invariant: `.expect("…")` · suggestion
-        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
+        (self.name.unwrap(), self.other.unwrap(), self.none.expect("why this holds"))
// line 144 · Make `length` return a `Result` · suggestion · refactor.rewrite
-    fn length(&self) -> usize {
-        self.found().unwrap().len()
+    fn length(&self) -> Result<usize, Box<dyn std::error::Error>> {
+        Ok(self.found().ok_or("no value from `found`")?.len())
// line 144 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        self.found().unwrap().len()
+        self.found().unwrap_or_default().len()
// line 144 · State the invariant: `.expect("…")` · suggestion
-        self.found().unwrap().len()
+        self.found().expect("why this holds").len()
// line 150 · Return early where there is no value: `let … else { return; }` · suggestion
-        let top = self.top.take().unwrap();
+        let Some(top) = self.top.take() else {
+            return;
+        };
// line 150 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        let top = self.top.take().unwrap();
+        let top = self.top.take().unwrap_or_default();
// line 150 · State the invariant: `.expect("…")` · suggestion
-        let top = self.top.take().unwrap();
+        let top = self.top.take().expect("why this holds");
// line 156 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().unwrap();
+    let digit = text.chars().map(|c| c.to_digit(10).unwrap_or_default()).max().unwrap();
// line 156 · State the invariant: `.expect("…")` · suggestion
-    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().unwrap();
+    let digit = text.chars().map(|c| c.to_digit(10).expect("why this holds")).max().unwrap();
// line 156 · Propagate `None` with `?` · suggestion · preferred
-    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().unwrap();
+    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max()?;
// line 156 · State the invariant: `.expect("…")` · suggestion
-    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().unwrap();
+    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().expect("why this holds");
// line 157 · Propagate `None` with `?` · suggestion · preferred
-    let at = text.bytes().position(|byte| byte == b'x').unwrap();
+    let at = text.bytes().position(|byte| byte == b'x')?;
// line 157 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let at = text.bytes().position(|byte| byte == b'x').unwrap();
+    let at = text.bytes().position(|byte| byte == b'x').unwrap_or_default();
// line 157 · State the invariant: `.expect("…")` · suggestion
-    let at = text.bytes().position(|byte| byte == b'x').unwrap();
+    let at = text.bytes().position(|byte| byte == b'x').expect("why this holds");
// line 158 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    let home = std::env::var("HOME").unwrap();
+    let home = std::env::var("HOME").ok()?;
// line 158 · Return early where there is no value: `let … else { return None; }` · suggestion
-    let home = std::env::var("HOME").unwrap();
+    let Ok(home) = std::env::var("HOME") else {
+        return None;
+    };
// line 158 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let home = std::env::var("HOME").unwrap();
+    let home = std::env::var("HOME").unwrap_or_default();
// line 158 · State the invariant: `.expect("…")` · suggestion
-    let home = std::env::var("HOME").unwrap();
+    let home = std::env::var("HOME").expect("why this holds");
// line 159 · Propagate `None` with `?` · suggestion · preferred
-    let all: HashMap<u8, u8> = Some(HashMap::new()).unwrap();
+    let all: HashMap<u8, u8> = Some(HashMap::new())?;
// line 159 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let all: HashMap<u8, u8> = Some(HashMap::new()).unwrap();
+    let all: HashMap<u8, u8> = Some(HashMap::new()).unwrap_or_default();
// line 159 · State the invariant: `.expect("…")` · suggestion
-    let all: HashMap<u8, u8> = Some(HashMap::new()).unwrap();
+    let all: HashMap<u8, u8> = Some(HashMap::new()).expect("why this holds");
// line 160 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    let read: String = std::fs::read_to_string(path).unwrap();
+    let read: String = std::fs::read_to_string(path).ok()?;
// line 160 · Return early where there is no value: `let … else { return None; }` · suggestion
-    let read: String = std::fs::read_to_string(path).unwrap();
+    let Ok(read): Result<String, _> = std::fs::read_to_string(path) else {
+        return None;
+    };
// line 160 · State the invariant: `.expect("…")` · suggestion
-    let read: String = std::fs::read_to_string(path).unwrap();
+    let read: String = std::fs::read_to_string(path).expect("why this holds");
// line 161 · Propagate `None` with `?` · suggestion · preferred
-    let name: &str = Some(&home).unwrap();
+    let name: &str = Some(&home)?;
// line 161 · State the invariant: `.expect("…")` · suggestion
-    let name: &str = Some(&home).unwrap();
+    let name: &str = Some(&home).expect("why this holds");
// line 162 · Propagate `None` with `?` (if this is an `Option`) · suggestion
-    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().unwrap()))
+    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str()?))
// line 162 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().unwrap()))
+    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().unwrap_or_default()))
// line 162 · State the invariant: `.expect("…")` · suggestion
-    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().unwrap()))
+    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().expect("why this holds")))
// line 166 · State the invariant: `.expect("…")` · suggestion
-    let inside = value.unwrap();
+    let inside = value.expect("why this holds");
