// line 6 · Make it a `static` · suggestion · preferred
-const REQUESTS: AtomicUsize = AtomicUsize::new(0);
+static REQUESTS: AtomicUsize = AtomicUsize::new(0);
// line 22 · Make it a `static` · suggestion · preferred
-pub const LOCK: Mutex<u8> = Mutex::new(0);
+pub static LOCK: Mutex<u8> = Mutex::new(0);
// line 23 · Make it a `static` · suggestion · preferred
-const LAZY: LazyLock<String> = LazyLock::new(String::new);
+static LAZY: LazyLock<String> = LazyLock::new(String::new);
// line 24 · Make it a `static` · suggestion · preferred
-const ONCE: std::sync::OnceLock<u8> = std::sync::OnceLock::new();
+static ONCE: std::sync::OnceLock<u8> = std::sync::OnceLock::new();
// line 26 · Make it a `static` · suggestion · preferred
-const MANY: [AtomicBool; 2] = [AtomicBool::new(true), AtomicBool::new(false)];
+static MANY: [AtomicBool; 2] = [AtomicBool::new(true), AtomicBool::new(false)];
// line 29 · Make it a `static` · suggestion · preferred
-const ALIASED: Counter = Counter::new(0);
+static ALIASED: Counter = Counter::new(0);
// line 32 · Make it a `static` · suggestion · preferred
-    const FLAG: AtomicBool = AtomicBool::new(true);
+    static FLAG: AtomicBool = AtomicBool::new(true);
// line 73 · Make it a `static` · suggestion · preferred
-const TWICE: AtomicUsize = AtomicUsize::new(0);
+static TWICE: AtomicUsize = AtomicUsize::new(0);
