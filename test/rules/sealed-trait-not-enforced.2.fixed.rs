// line 6 · Seal the trait with a private supertrait · suggestion · refactor.rewrite
-// example: bad
-/// A unit of length. This trait is sealed.
-pub trait Unit {
+mod private {
+    pub trait Sealed {}
+}
+impl private::Sealed for Metre {}
+impl<T: Unit> private::Sealed for [T; 1] where T: Copy {}
+
+// example: bad
+/// A unit of length. This trait is sealed.
+pub trait Unit: private::Sealed {
// line 19 · Seal the trait with a private supertrait · suggestion · refactor.rewrite
-// example: end
-/// Users cannot implement this trait.
-#[allow(dead_code)]
-pub trait Width<T: Debug>: Sized + Send {
+mod private {
+    pub trait Sealed {}
+}
+impl private::Sealed for Metre {}
+
+// example: end
+/// Users cannot implement this trait.
+#[allow(dead_code)]
+pub trait Width<T: Debug>: private::Sealed + Sized + Send {
