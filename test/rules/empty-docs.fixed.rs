// line 2 · Delete the blank documentation · safe · preferred
-///
// line 4 · Delete the blank documentation · safe · preferred
-    /**  */
// line 15 · Delete the blank documentation · safe · preferred
-/// 
-///	
// line 20 · Delete the blank documentation · safe · preferred
-#[doc = ""]
// line 59 · Delete the blank documentation · safe · preferred
-    //! 
// line 61 · Delete the blank documentation · safe · preferred
-        ///
// line 66 · Delete the blank documentation · safe · preferred
-        /**
-         *
-         */
// line 73 · Delete the blank documentation · safe · preferred
-pub struct Point(/** */ pub u8, #[doc = "\n"] pub u8);
+pub struct Point(pub u8, #[doc = "\n"] pub u8);
// line 73 · Delete the blank documentation · safe · preferred
-pub struct Point(/** */ pub u8, #[doc = "\n"] pub u8);
+pub struct Point(/** */ pub u8, pub u8);
