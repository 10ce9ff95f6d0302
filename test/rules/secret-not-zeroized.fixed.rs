// line 6 · Derive `ZeroizeOnDrop` · suggestion · preferred
+#[derive(zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 20 · Derive `ZeroizeOnDrop` · suggestion · preferred
-#[derive(Clone, Default)]
+#[derive(Clone, Default, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 21 · Derive `ZeroizeOnDrop` · suggestion · preferred
-#[derive(Clone, Default)]
+#[derive(Clone, Default, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 24 · Derive `ZeroizeOnDrop` · suggestion · preferred
-#[derive(Clone, Default)]
+#[derive(Clone, Default, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 30 · Derive `ZeroizeOnDrop` · suggestion · preferred
-#[derive(Zeroize)]
+#[derive(Zeroize, zeroize::ZeroizeOnDrop)]
// line 62 · Derive `ZeroizeOnDrop` · suggestion · preferred
+#[derive(zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 64 · Derive `ZeroizeOnDrop` · suggestion · preferred
+#[derive(zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 96 · Derive `ZeroizeOnDrop` · suggestion · preferred
+#[derive(zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
// line 112 · Derive `ZeroizeOnDrop` · suggestion · preferred
+    #[derive(zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
