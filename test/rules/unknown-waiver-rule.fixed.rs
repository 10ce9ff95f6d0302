// line 2 · Replace by `unwrap-in-production` · suggestion · preferred
-// covenant: allow(unwrap-in-prodution) -- the length is checked by the caller
+// covenant: allow(unwrap-in-production) -- the length is checked by the caller
