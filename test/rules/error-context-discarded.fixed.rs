// line 7 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse().map_err(|_| PortError::Invalid)
+    text.parse().map_err(|source| PortError::Invalid)
// line 33 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map_err(|_| PortError::new("no number"))?;
+    text.parse::<u8>().map_err(|source| PortError::new("no number"))?;
// line 34 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map_err(|_| PortError::empty())?;
+    text.parse::<u8>().map_err(|source| PortError::empty())?;
// line 35 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map_err(| _ | PortError::Named { name: "port".to_string() })?;
+    text.parse::<u8>().map_err(| source | PortError::Named { name: "port".to_string() })?;
// line 36 · Name the error, to keep it as the source of the new one · suggestion
-    println!("{}", text.parse::<u8>().map_err(|_| PortError::Invalid)?);
+    println!("{}", text.parse::<u8>().map_err(|source| PortError::Invalid)?);
// line 37 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map(|n| n + 1).map_err(|_| {
+    text.parse::<u8>().map(|n| n + 1).map_err(|source| {
// line 82 · Name the error, to keep it as the source of the new one · suggestion
-    load(text).map_err(|_| PortError::new(text))?;
+    load(text).map_err(|source| PortError::new(text))?;
// line 83 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map_err(|_| PortError::new(table.name))
+    text.parse::<u8>().map_err(|source| PortError::new(table.name))
// line 109 · Name the error, to keep it as the source of the new one · suggestion
-    let _fifth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|_| Bad);
+    let _fifth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|source| Bad);
// line 110 · Name the error, to keep it as the source of the new one · suggestion
-    let _sixth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|_| kinds::Kind::Bad);
+    let _sixth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|source| kinds::Kind::Bad);
// line 133 · Name the error, to keep it as the source of the new one · suggestion
-    request.await.map_err(|_| PortError::Invalid)?;
+    request.await.map_err(|source| PortError::Invalid)?;
// line 134 · Name the error, to keep it as the source of the new one · suggestion
-    fetch().await.map_err(|_| PortError::Invalid)
+    fetch().await.map_err(|source| PortError::Invalid)
