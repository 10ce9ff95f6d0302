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
-    text.parse::<u8>().map_err(| _ | PortError::Named { name: text.to_string() })?;
+    text.parse::<u8>().map_err(| source | PortError::Named { name: text.to_string() })?;
// line 36 · Name the error, to keep it as the source of the new one · suggestion
-    println!("{}", text.parse::<u8>().map_err(|_| PortError::Invalid)?);
+    println!("{}", text.parse::<u8>().map_err(|source| PortError::Invalid)?);
// line 37 · Name the error, to keep it as the source of the new one · suggestion
-    text.parse::<u8>().map(|n| n + 1).map_err(|_| {
+    text.parse::<u8>().map(|n| n + 1).map_err(|source| {
// line 84 · Name the error, to keep it as the source of the new one · suggestion
-    request.await.map_err(|_| PortError::Invalid)
+    request.await.map_err(|source| PortError::Invalid)
