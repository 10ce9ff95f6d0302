// line 2 · Remove the unused waiver · suggestion · preferred
-// covenant: allow(unwrap-in-production) -- the slice is never empty here
