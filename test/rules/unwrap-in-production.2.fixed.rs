// line 7 · Propagate the error with `?` · suggestion · preferred
-    Ok(text.parse::<u8>().unwrap() + 1)
+    Ok(text.parse::<u8>()? + 1)
// line 7 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.parse::<u8>().unwrap() + 1)
+    Ok(text.parse::<u8>().unwrap_or_default() + 1)
// line 7 · State the invariant: `.expect("…")` · suggestion
-    Ok(text.parse::<u8>().unwrap() + 1)
+    Ok(text.parse::<u8>().expect("why this holds") + 1)
// line 11 · Propagate the error with `?` · suggestion · preferred
-    Ok(-text.parse::<i8>().unwrap() as u8)
+    Ok(-text.parse::<i8>()? as u8)
// line 11 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(-text.parse::<i8>().unwrap() as u8)
+    Ok(-text.parse::<i8>().unwrap_or_default() as u8)
// line 11 · State the invariant: `.expect("…")` · suggestion
-    Ok(-text.parse::<i8>().unwrap() as u8)
+    Ok(-text.parse::<i8>().expect("why this holds") as u8)
// line 15 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or("no value from `get`")?)
// line 15 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 27 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or_else(|| String::from("no value from `get`"))?)
// line 27 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 31 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(|error| error.to_string())?)
// line 31 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().unwrap_or_default())
// line 31 · State the invariant: `.expect("…")` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().expect("why this holds"))
// line 35 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or("no value from `get`")?)
// line 35 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 39 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or(())?)
// line 39 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 43 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or_else(|| std::io::Error::other("no value from `get`"))?)
// line 43 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 47 · Propagate the error with `?` · suggestion · preferred
-    std::fs::read(text).unwrap();
+    std::fs::read(text)?;
// line 47 · State the invariant: `.expect("…")` · suggestion
-    std::fs::read(text).unwrap();
+    std::fs::read(text).expect("why this holds");
// line 48 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(std::io::Error::other)?)
// line 48 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().unwrap_or_default())
// line 48 · State the invariant: `.expect("…")` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().expect("why this holds"))
// line 52 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    map.get(&1).unwrap();
+    map.get(&1).ok_or(std::fmt::Error)?;
// line 52 · State the invariant: `.expect("…")` · suggestion
-    map.get(&1).unwrap();
+    map.get(&1).expect("why this holds");
// line 73 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or(AppError::Missing)?)
// line 73 · State the invariant: `.expect("…")` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).expect("why this holds"))
// line 77 · Convert the error to `AppError::Number` and propagate it · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(AppError::Number)?)
// line 77 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().unwrap_or_default())
// line 77 · State the invariant: `.expect("…")` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().expect("why this holds"))
// line 81 · Propagate the error with `?` · suggestion
-    Ok(std::str::from_utf8(bytes).unwrap())
+    Ok(std::str::from_utf8(bytes)?)
// line 81 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(std::str::from_utf8(bytes).unwrap())
+    Ok(std::str::from_utf8(bytes).unwrap_or_default())
// line 81 · State the invariant: `.expect("…")` · suggestion
-    Ok(std::str::from_utf8(bytes).unwrap())
+    Ok(std::str::from_utf8(bytes).expect("why this holds"))
// line 85 · Propagate the error with `?` · suggestion · preferred
-    Ok(own_from(bytes).unwrap().len())
+    Ok(own_from(bytes)?.len())
// line 85 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(own_from(bytes).unwrap().len())
+    Ok(own_from(bytes).unwrap_or_default().len())
// line 85 · State the invariant: `.expect("…")` · suggestion
-    Ok(own_from(bytes).unwrap().len())
+    Ok(own_from(bytes).expect("why this holds").len())
// line 91 · Propagate `None` with `?` · suggestion · preferred
-        .next()
-        .unwrap()
+        .next()?
// line 91 · State the invariant: `.expect("…")` · suggestion
-        .unwrap()
+        .expect("why this holds")
// line 97 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    Some(text.parse().unwrap())
+    Some(text.parse().ok()?)
// line 97 · State the invariant: `.expect("…")` · suggestion
-    Some(text.parse().unwrap())
+    Some(text.parse().expect("why this holds"))
// line 102 · Propagate `None` with `?` (if this is an `Option`) · suggestion
-    Some(value.unwrap())
+    Some(value?)
// line 102 · State the invariant: `.expect("…")` · suggestion
-    Some(value.unwrap())
+    Some(value.expect("why this holds"))
// line 107 · State the invariant: `.expect("…")` · suggestion
-        value.unwrap();
+        value.expect("why this holds");
// line 113 · State the invariant: `.expect("…")` · suggestion
-    Some(value.unwrap())
+    Some(value.expect("why this holds"))
// line 119 · Propagate `None` with `?` · suggestion · preferred
-        .unwrap()
+        ?
// line 119 · State the invariant: `.expect("…")` · suggestion
-        .unwrap()
+        .expect("why this holds")
// line 125 · Propagate `None` with `?` · suggestion · preferred
-    let first = Option::unwrap(text.bytes().next());
+    let first = text.bytes().next()?;
// line 132 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    let declared = |text: &str| -> Option<u8> { Some(text.parse().unwrap()) };
+    let declared = |text: &str| -> Option<u8> { Some(text.parse().ok()?) };
// line 132 · State the invariant: `.expect("…")` · suggestion
-    let declared = |text: &str| -> Option<u8> { Some(text.parse().unwrap()) };
+    let declared = |text: &str| -> Option<u8> { Some(text.parse().expect("why this holds")) };
// line 133 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let silent = |text: &str| text.parse::<u8>().unwrap();
+    let silent = |text: &str| text.parse::<u8>().unwrap_or_default();
// line 133 · State the invariant: `.expect("…")` · suggestion
-    let silent = |text: &str| text.parse::<u8>().unwrap();
+    let silent = |text: &str| text.parse::<u8>().expect("why this holds");
// line 135 · Propagate `None` with `?` · suggestion · preferred
-        let first = text.chars().next().unwrap();
+        let first = text.chars().next()?;
// line 135 · State the invariant: `.expect("…")` · suggestion
-        let first = text.chars().next().unwrap();
+        let first = text.chars().next().expect("why this holds");
// line 139 · Propagate the error with `?` (if the error converts) · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>()?;
// line 139 · Return another error: `Err(_) => return Err(…)` · suggestion
-        text.parse::<u8>().unwrap();
+        match text.parse::<u8>() { Ok(value) => value, Err(_) => return Err(todo!("say which error this is")) };
// line 139 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>().unwrap_or_default();
// line 139 · State the invariant: `.expect("…")` · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>().expect("why this holds");
// line 142 · State the invariant: `.expect("…")` · suggestion
-    let all: Vec<u8> = texts.iter().map(|text| text.parse().unwrap()).collect();
+    let all: Vec<u8> = texts.iter().map(|text| text.parse().expect("why this holds")).collect();
// line 147 · Propagate the error with `?` · suggestion · preferred
-    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap()) };
+    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>()?) };
// line 147 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap()) };
+    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap_or_default()) };
// line 147 · State the invariant: `.expect("…")` · suggestion
-    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap()) };
+    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().expect("why this holds")) };
// line 148 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let silent = async { text.parse::<u8>().unwrap() };
+    let silent = async { text.parse::<u8>().unwrap_or_default() };
// line 148 · State the invariant: `.expect("…")` · suggestion
-    let silent = async { text.parse::<u8>().unwrap() };
+    let silent = async { text.parse::<u8>().expect("why this holds") };
// line 150 · Propagate the error with `?` (if this is a `Result`) · suggestion
-    typed.await.unwrap();
+    typed.await?;
// line 150 · State the invariant: `.expect("…")` · suggestion
-    typed.await.unwrap();
+    typed.await.expect("why this holds");
// line 151 · Propagate the error with `?` · suggestion · preferred
-    Ok(helper(text).await.unwrap())
+    Ok(helper(text).await?)
// line 151 · State the invariant: `.expect("…")` · suggestion
-    Ok(helper(text).await.unwrap())
+    Ok(helper(text).await.expect("why this holds"))
// line 159 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let guard = mutex.lock().unwrap();
+    let guard = mutex.lock().unwrap_or_else(PoisonError::into_inner);
// line 159 · State the invariant: `.expect("…")` · suggestion
-    let guard = mutex.lock().unwrap();
+    let guard = mutex.lock().expect("why this holds");
// line 160 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let shared = lock.read().unwrap();
+    let shared = lock.read().unwrap_or_else(PoisonError::into_inner);
// line 160 · State the invariant: `.expect("…")` · suggestion
-    let shared = lock.read().unwrap();
+    let shared = lock.read().expect("why this holds");
// line 161 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().unwrap_or_else(PoisonError::into_inner)).unwrap();
// line 161 · State the invariant: `.expect("…")` · suggestion
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().expect("why this holds")).unwrap();
// line 161 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap_or_else(PoisonError::into_inner);
// line 161 · State the invariant: `.expect("…")` · suggestion
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().unwrap()).expect("why this holds");
// line 162 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap();
+    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap_or_else(PoisonError::into_inner);
// line 162 · State the invariant: `.expect("…")` · suggestion
-    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap();
+    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).expect("why this holds");
// line 168 · State the invariant: `.expect("…")` · suggestion
-    std::thread::spawn(|| ()).join().unwrap();
+    std::thread::spawn(|| ()).join().expect("why this holds");
// line 173 · State the invariant: `.expect("…")` · suggestion
-    Some(value.unwrap())
+    Some(value.expect("why this holds"))
// line 180 · State the invariant: `.expect("…")` · suggestion
-        self.0.take().unwrap();
+        self.0.take().expect("why this holds");
// line 187 · Propagate `None` with `?` · suggestion · preferred
-        Some(self.0.take().unwrap())
+        Some(self.0.take()?)
// line 187 · State the invariant: `.expect("…")` · suggestion
-        Some(self.0.take().unwrap())
+        Some(self.0.take().expect("why this holds"))
// line 192 · State the invariant: `.expect_err("…")` · suggestion
-    Ok(value.unwrap_err())
+    Ok(value.expect_err("why this holds"))
// line 196 · Propagate `None` with `?` · suggestion · preferred
-    println!("{}", values.first().unwrap());
+    println!("{}", values.first()?);
// line 196 · State the invariant: `.expect("…")` · suggestion
-    println!("{}", values.first().unwrap());
+    println!("{}", values.first().expect("why this holds"));
// line 197 · Propagate `None` with `?` · suggestion · preferred
-    let text = format!("{:?}", vec![values.last().unwrap()]);
+    let text = format!("{:?}", vec![values.last()?]);
// line 197 · State the invariant: `.expect("…")` · suggestion
-    let text = format!("{:?}", vec![values.last().unwrap()]);
+    let text = format!("{:?}", vec![values.last().expect("why this holds")]);
// line 202 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    text.strip_prefix("a").unwrap();
+    text.strip_prefix("a").ok_or("no value from `strip_prefix`")?;
// line 202 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    text.strip_prefix("a").unwrap();
+    text.strip_prefix("a").unwrap_or_default();
// line 202 · State the invariant: `.expect("…")` · suggestion
-    text.strip_prefix("a").unwrap();
+    text.strip_prefix("a").expect("why this holds");
// line 203 · Propagate the error with `?` · suggestion · preferred
-    path.strip_prefix("a").unwrap();
+    path.strip_prefix("a")?;
// line 203 · State the invariant: `.expect("…")` · suggestion
-    path.strip_prefix("a").unwrap();
+    path.strip_prefix("a").expect("why this holds");
// line 209 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    write!(sink, "{bytes:?}").unwrap();
+    write!(sink, "{bytes:?}").ok()?;
// line 209 · State the invariant: `.expect("…")` · suggestion
-    write!(sink, "{bytes:?}").unwrap();
+    write!(sink, "{bytes:?}").expect("why this holds");
// line 214 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    let number = u8::try_from(length).unwrap();
+    let number = u8::try_from(length).map_err(std::io::Error::other)?;
// line 214 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    let number = u8::try_from(length).unwrap();
+    let number = u8::try_from(length).unwrap_or_default();
// line 214 · State the invariant: `.expect("…")` · suggestion
-    let number = u8::try_from(length).unwrap();
+    let number = u8::try_from(length).expect("why this holds");
// line 215 · State the invariant: `.expect("…")` · suggestion
-    Ok(Arc::try_unwrap(value).unwrap() + number)
+    Ok(Arc::try_unwrap(value).expect("why this holds") + number)
// line 221 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-        Ok(Guard(Some(text.bytes().next().unwrap())))
+        Ok(Guard(Some(text.bytes().next().ok_or_else(|| String::from("no value from `next`"))?)))
// line 221 · State the invariant: `.expect("…")` · suggestion
-        Ok(Guard(Some(text.bytes().next().unwrap())))
+        Ok(Guard(Some(text.bytes().next().expect("why this holds"))))
