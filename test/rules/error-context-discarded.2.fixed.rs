// line 3 · Name the error, to keep it as the source of the new one · suggestion
-    table.resize(3).map_err(|_| PortError::Invalid)?;
+    table.resize(3).map_err(|source| PortError::Invalid)?;
// line 4 · Name the error, to keep it as the source of the new one · suggestion
-    request.await.map_err(|_| PortError::Invalid)
+    request.await.map_err(|source| PortError::Invalid)
