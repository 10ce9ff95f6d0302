// line 5 · Document `Problem` · suggestion · preferred
+/// TODO: say what `Problem` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Problem` is used
+/// ```
// line 5 · Document `Empty` · suggestion · preferred
-pub enum Problem { Empty, Long { by: usize } }
+pub enum Problem { 
+/// TODO: say what `Empty` is for
+Empty, Long { by: usize } }
// line 5 · Document `Long` · suggestion · preferred
-pub enum Problem { Empty, Long { by: usize } }
+pub enum Problem { Empty, 
+/// TODO: say what `Long` is for
+Long { by: usize } }
// line 5 · Document `by` · suggestion · preferred
-pub enum Problem { Empty, Long { by: usize } }
+pub enum Problem { Empty, Long { 
+/// TODO: say what `by` is for
+by: usize } }
// line 6 · Document `Pair` · suggestion · preferred
+/// TODO: say what `Pair` is for
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `Pair` is used
+/// ```
// line 6 · Document `left` · suggestion · preferred
-#[derive(Debug)] pub struct Pair { pub left: u8, #[allow(dead_code)] pub right: u8 }
+#[derive(Debug)] pub struct Pair { 
+/// TODO: say what `left` is for
+pub left: u8, #[allow(dead_code)] pub right: u8 }
// line 6 · Document `right` · suggestion · preferred
-#[derive(Debug)] pub struct Pair { pub left: u8, #[allow(dead_code)] pub right: u8 }
+#[derive(Debug)] pub struct Pair { pub left: u8, 
+/// TODO: say what `right` is for
+#[allow(dead_code)] pub right: u8 }
// line 8 · Document `first` · suggestion · preferred
-/* plain */ #[inline] pub unsafe fn first(text: *const u8) -> Result<u8, Problem> {
+/* plain */ 
+/// TODO: say what `first` is for
+///
+/// # Errors
+///
+/// - TODO: say when: [`Problem::Empty`]
+/// - TODO: say when: [`Problem::Long`]
+///
+/// # Panics
+///
+/// - TODO: say when: `!text.is_null()` does not hold (“`{{`, \\ and $ stay as they are”)
+///
+/// # Safety
+///
+/// - TODO: `text` must be aligned and valid for reads of an initialised value
+///
+/// # Examples
+///
+/// ```
+/// // TODO: show how `first` is used
+/// ```
+#[inline] pub unsafe fn first(text: *const u8) -> Result<u8, Problem> {
// line 13 · Document `inner` · suggestion · preferred
+/// TODO: say what `inner` is for
// line 14 · Document `Draw` · suggestion · preferred
+    /// TODO: say what `Draw` is for
+    ///
+    /// # Examples
+    ///
+    /// ```
+    /// // TODO: show how `Draw` is used
+    /// ```
// line 14 · Document `draw` · suggestion · preferred
-    pub trait Draw { fn draw(&self); const LAYERS: u8; type Canvas; }
+    pub trait Draw { /// TODO: say what `draw` is for
+ fn draw(&self); const LAYERS: u8; type Canvas; }
// line 14 · Document `LAYERS` · suggestion · preferred
-    pub trait Draw { fn draw(&self); const LAYERS: u8; type Canvas; }
+    pub trait Draw { fn draw(&self); /// TODO: say what `LAYERS` is for
+ const LAYERS: u8; type Canvas; }
// line 14 · Document `Canvas` · suggestion · preferred
-    pub trait Draw { fn draw(&self); const LAYERS: u8; type Canvas; }
+    pub trait Draw { fn draw(&self); const LAYERS: u8; /// TODO: say what `Canvas` is for
+ type Canvas; }
