// line 7 · Propagate the error with `?` · suggestion · preferred
-    Ok(text.parse::<u8>().unwrap() + 1)
+    Ok(text.parse::<u8>()? + 1)
// line 11 · Propagate the error with `?` · suggestion · preferred
-    Ok(-text.parse::<i8>().unwrap() as u8)
+    Ok(-text.parse::<i8>()? as u8)
// line 15 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or("no value from `get`")?)
// line 27 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or_else(|| String::from("no value from `get`"))?)
// line 31 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(|error| error.to_string())?)
// line 35 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or("no value from `get`")?)
// line 39 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or(())?)
// line 43 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or_else(|| std::io::Error::other("no value from `get`"))?)
// line 47 · Propagate the error with `?` · suggestion · preferred
-    std::fs::read(text).unwrap();
+    std::fs::read(text)?;
// line 48 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(std::io::Error::other)?)
// line 52 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    map.get(&1).unwrap();
+    map.get(&1).ok_or(std::fmt::Error)?;
// line 73 · Report the missing value as an error: `.ok_or(…)?` · suggestion
-    Ok(*map.get(&1).unwrap())
+    Ok(*map.get(&1).ok_or(AppError::Missing)?)
// line 77 · Convert the error to `AppError::Number` and propagate it · suggestion
-    Ok(text.parse::<u8>().unwrap())
+    Ok(text.parse::<u8>().map_err(AppError::Number)?)
// line 81 · Propagate the error with `?` · suggestion
-    Ok(std::str::from_utf8(bytes).unwrap())
+    Ok(std::str::from_utf8(bytes)?)
// line 85 · Propagate the error with `?` · suggestion · preferred
-    Ok(own_from(bytes).unwrap().len())
+    Ok(own_from(bytes)?.len())
// line 91 · Propagate `None` with `?` · suggestion · preferred
-        .next()
-        .unwrap()
+        .next()?
// line 97 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    Some(text.parse().unwrap())
+    Some(text.parse().ok()?)
// line 102 · Propagate `None` with `?` (if this is an `Option`) · suggestion
-    Some(value.unwrap())
+    Some(value?)
// line 119 · Propagate `None` with `?` · suggestion · preferred
-        .unwrap()
+        ?
// line 125 · Propagate `None` with `?` · suggestion · preferred
-    let first = Option::unwrap(text.bytes().next());
+    let first = text.bytes().next()?;
// line 132 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    let declared = |text: &str| -> Option<u8> { Some(text.parse().unwrap()) };
+    let declared = |text: &str| -> Option<u8> { Some(text.parse().ok()?) };
// line 135 · Propagate `None` with `?` · suggestion · preferred
-        let first = text.chars().next().unwrap();
+        let first = text.chars().next()?;
// line 139 · Propagate the error with `?` (if the error converts) · suggestion
-        text.parse::<u8>().unwrap();
+        text.parse::<u8>()?;
// line 139 · Return another error: `Err(_) => return Err(…)` · suggestion
-        text.parse::<u8>().unwrap();
+        match text.parse::<u8>() { Ok(value) => value, Err(_) => return Err(todo!("say which error this is")) };
// line 147 · Propagate the error with `?` · suggestion · preferred
-    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap()) };
+    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>()?) };
// line 150 · Propagate the error with `?` (if this is a `Result`) · suggestion
-    typed.await.unwrap();
+    typed.await?;
// line 151 · Propagate the error with `?` · suggestion · preferred
-    Ok(helper(text).await.unwrap())
+    Ok(helper(text).await?)
// line 159 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let guard = mutex.lock().unwrap();
+    let guard = mutex.lock().unwrap_or_else(PoisonError::into_inner);
// line 160 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let shared = lock.read().unwrap();
+    let shared = lock.read().unwrap_or_else(PoisonError::into_inner);
// line 161 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().unwrap_or_else(PoisonError::into_inner)).unwrap();
// line 161 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
+    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap_or_else(PoisonError::into_inner);
// line 162 · Take the value even if a thread panicked while it held the lock · suggestion · preferred
-    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap();
+    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap_or_else(PoisonError::into_inner);
// line 187 · Propagate `None` with `?` · suggestion · preferred
-        Some(self.0.take().unwrap())
+        Some(self.0.take()?)
// line 196 · Propagate `None` with `?` · suggestion · preferred
-    println!("{}", values.first().unwrap());
+    println!("{}", values.first()?);
// line 197 · Propagate `None` with `?` · suggestion · preferred
-    let text = format!("{:?}", vec![values.last().unwrap()]);
+    let text = format!("{:?}", vec![values.last()?]);
// line 202 · Report the missing value as an error: `.ok_or(…)?` · suggestion · preferred
-    text.strip_prefix("a").unwrap();
+    text.strip_prefix("a").ok_or("no value from `strip_prefix`")?;
// line 203 · Propagate the error with `?` · suggestion · preferred
-    path.strip_prefix("a").unwrap();
+    path.strip_prefix("a")?;
// line 209 · Turn the error into `None` and propagate it: `.ok()?` · suggestion
-    write!(sink, "{bytes:?}").unwrap();
+    write!(sink, "{bytes:?}").ok()?;
// line 214 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    let number = u8::try_from(length).unwrap();
+    let number = u8::try_from(length).map_err(std::io::Error::other)?;
// line 221 · Report the missing value as an error: `.ok_or_else(…)?` · suggestion
-        Ok(Guard(Some(text.bytes().next().unwrap())))
+        Ok(Guard(Some(text.bytes().next().ok_or_else(|| String::from("no value from `next`"))?)))
