//@ options: {"checkPrivate": false}
unsafe fn private() {}

pub unsafe fn public() {}
//            ^^^^^^ missing-safety-doc

mod inside {
    pub unsafe fn not_reachable() {}
}
