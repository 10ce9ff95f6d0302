// A file that imports from `alloc` is written for crates without std: there is no `eprintln!`.
use alloc::vec::Vec;

fn drop_it(key: &mut Key) {
    let _ = key.precompute();
    //~ 5-30 discarded-result
}

struct Key(Vec<u8>);

impl Key {
    fn precompute(&mut self) -> Result<(), u8> {
        Ok(())
    }
}
