//@ options: {"allowLockUnwrap": true}
// A private function of a module with child files may be called from there: no rewrite of its signature.
mod child;

fn helper(mutex: &Mutex<u8>, file: &std::fs::File, child: &mut Child) -> u8 {
    file.lock().unwrap();
    //          ^^^^^^^^ unwrap-in-production
    child.wait().unwrap();
    //           ^^^^^^^^ unwrap-in-production
    Result::unwrap(mutex.lock());
    //~ 5-19 unwrap-in-production
    *mutex.lock().unwrap()
}
