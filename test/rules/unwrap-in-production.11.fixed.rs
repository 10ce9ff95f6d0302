// line 16 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    Ok(*bytes.first().unwrap())
+    Ok(*(match bytes.first() { Some(value) => value, None => return Err(todo!("say which error this is")) }))
// line 16 · State the invariant: `.expect("…")` · suggestion
-    Ok(*bytes.first().unwrap())
+    Ok(*bytes.first().expect("why this holds"))
// line 20 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    map.get_mut("key").unwrap().push(1);
+    (match map.get_mut("key") { Some(value) => value, None => return Err(todo!("say which error this is")) }).push(1);
// line 20 · State the invariant: `.expect("…")` · suggestion
-    map.get_mut("key").unwrap().push(1);
+    map.get_mut("key").expect("why this holds").push(1);
// line 21 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    map.values().next().unwrap();
+    match map.values().next() { Some(value) => value, None => return Err(todo!("say which error this is")) };
// line 21 · State the invariant: `.expect("…")` · suggestion
-    map.values().next().unwrap();
+    map.values().next().expect("why this holds");
// line 22 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    let total = map.len() + map.values().map(Vec::len).max().unwrap();
+    let total = map.len() + (match map.values().map(Vec::len).max() { Some(value) => value, None => return Err(todo!("say which error this is")) });
// line 22 · State the invariant: `.expect("…")` · suggestion
-    let total = map.len() + map.values().map(Vec::len).max().unwrap();
+    let total = map.len() + map.values().map(Vec::len).max().expect("why this holds");
// line 23 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    let [one, ..] = map.keys().map(String::len).collect::<Vec<_>>().first_chunk::<2>().copied().into_iter().next().unwrap() else {
+    let [one, ..] = (match map.keys().map(String::len).collect::<Vec<_>>().first_chunk::<2>().copied().into_iter().next() { Some(value) => value, None => return Err(todo!("say which error this is")) }) else {
// line 23 · State the invariant: `.expect("…")` · suggestion
-    let [one, ..] = map.keys().map(String::len).collect::<Vec<_>>().first_chunk::<2>().copied().into_iter().next().unwrap() else {
+    let [one, ..] = map.keys().map(String::len).collect::<Vec<_>>().first_chunk::<2>().copied().into_iter().next().expect("why this holds") else {
// line 30 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    if text.chars().next().unwrap() == 'a' {
+    if (match text.chars().next() { Some(value) => value, None => return Err(todo!("say which error this is")) }) == 'a' {
// line 30 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    if text.chars().next().unwrap() == 'a' {
+    if text.chars().next().unwrap_or_default() == 'a' {
// line 30 · State the invariant: `.expect("…")` · suggestion
-    if text.chars().next().unwrap() == 'a' {
+    if text.chars().next().expect("why this holds") == 'a' {
// line 33 · Return an error where there is no value: `None => return Err(…)` · suggestion
-    match Option::unwrap(text.chars().last()) {
+    match match text.chars().last() { Some(value) => value, None => return Err(todo!("say which error this is")) } {
// line 40 · Return another error: `Err(_) => return Err(…)` · suggestion
-    Ok(u32::from_be_bytes(bytes[..4].try_into().unwrap()))
+    Ok(u32::from_be_bytes(match bytes[..4].try_into() { Ok(value) => value, Err(_) => return Err(todo!("say which error this is")) }))
// line 40 · State the invariant: `.expect("…")` · suggestion
-    Ok(u32::from_be_bytes(bytes[..4].try_into().unwrap()))
+    Ok(u32::from_be_bytes(bytes[..4].try_into().expect("why this holds")))
// line 44 · Return another error: `Err(_) => return Err(…)` · suggestion
-    Ok(u32::try_from(length).unwrap())
+    Ok(match u32::try_from(length) { Ok(value) => value, Err(_) => return Err(todo!("say which error this is")) })
// line 44 · Fall back to the default value: `.unwrap_or_default()` · suggestion
-    Ok(u32::try_from(length).unwrap())
+    Ok(u32::try_from(length).unwrap_or_default())
// line 44 · State the invariant: `.expect("…")` · suggestion
-    Ok(u32::try_from(length).unwrap())
+    Ok(u32::try_from(length).expect("why this holds"))
// line 52 · Convert the error and propagate it: `.map_err(…)?` · suggestion
-    Ok(parse(text).or_else(|_| parse("0")).unwrap())
+    Ok(parse(text).or_else(|_| parse("0")).map_err(|error| error.to_string())?)
// line 52 · State the invariant: `.expect("…")` · suggestion
-    Ok(parse(text).or_else(|_| parse("0")).unwrap())
+    Ok(parse(text).or_else(|_| parse("0")).expect("why this holds"))
// line 57 · State the invariant: `.expect("…")` · suggestion
-    Ok(value.hidden().unwrap())
+    Ok(value.hidden().expect("why this holds"))
// line 66 · State the invariant: `.expect("…")` · suggestion
-    Some(value.into_number().unwrap())
+    Some(value.into_number().expect("why this holds"))
