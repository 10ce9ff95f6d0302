// line 5 · Seal the trait with a private supertrait · suggestion · refactor.rewrite
-/// This trait is sealed.
-pub trait Unit {
+mod private {
+    pub trait Sealed {}
+}
+impl private::Sealed for Metre {}
+impl<T: Unit> private::Sealed for [T; 1] where T: Copy {}
+
+/// This trait is sealed.
+pub trait Unit: private::Sealed {
// line 10 · Seal the trait with a private supertrait · suggestion · refactor.rewrite
-/// Users cannot implement this trait.
-#[allow(dead_code)]
-pub trait Width<T: Debug>: Sized + Send {
+mod private {
+    pub trait Sealed {}
+}
+impl private::Sealed for Metre {}
+
+/// Users cannot implement this trait.
+#[allow(dead_code)]
+pub trait Width<T: Debug>: private::Sealed + Sized + Send {
