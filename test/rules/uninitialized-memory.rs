use std::collections::VecDeque;
use std::mem::{self, MaybeUninit};

// example: bad
fn read_all(length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length);
    // SAFETY: the capacity is `length`.
    unsafe { bytes.set_len(length) };
    //             ^^^^^^^^^^^^^^^ uninitialized-memory: `set_len` makes `bytes` hold elements nobody wrote
    bytes
}
// example: good
fn zeroed(length: usize) -> Vec<u8> {
    vec![0; length]
}
// example: end

fn made() -> [u64; 4] {
    let first: [u64; 4] = unsafe { mem::uninitialized() };
    //~ 36-54 uninitialized-memory: `mem::uninitialized` makes a value nobody wrote
    let second: u8 = unsafe { MaybeUninit::uninit().assume_init() };
    //~ 31-66 uninitialized-memory: `assume_init` right after `uninit`
    let third = unsafe { std::mem::MaybeUninit::<u16>::uninit().assume_init() };
    //~ 26-78 uninitialized-memory
    let fourth = unsafe {
        MaybeUninit::<u32>::uninit()
            //~ 9-35 uninitialized-memory
            .assume_init()
    };
    println!("{} {} {} {:?}", second, third, fourth, unsafe { core::mem::uninitialized::<u8>() });
    //~ 63-93 uninitialized-memory
    first
}

fn grown(length: usize, other: usize) {
    let mut text = String::with_capacity(length);
    unsafe {
        // SAFETY: not at all.
        text.set_len(length);
        //~ 14-29 uninitialized-memory
    }
    let mut queue: VecDeque<u8> = VecDeque::with_capacity(length);
    let twice = other * 2;
    unsafe { queue.set_len(twice) };
    //~ 20-34 uninitialized-memory
    let mut numbers = Vec::<u64>::with_capacity(length);
    if length > 3 {
        unsafe { numbers.set_len(length) };
        //~ 26-41 uninitialized-memory
    }
}

fn written(length: usize, from: *const u8) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::with_capacity(length);
    unsafe {
        std::ptr::copy_nonoverlapping(from, bytes.as_mut_ptr(), length);
        bytes.set_len(length);
    }
    let mut empty: Vec<u8> = Vec::with_capacity(length);
    unsafe { empty.set_len(0) };
    let mut read: Vec<u8> = Vec::with_capacity(length);
    let spare = read.spare_capacity_mut();
    fill(spare);
    unsafe { read.set_len(length) };
    let mut other = Vec::with_capacity(length);
    other.push(1u8);
    unsafe { other.set_len(length) };
    bytes
}

fn slots(length: usize) {
    let mut slots: Vec<MaybeUninit<u8>> = Vec::with_capacity(length);
    unsafe { slots.set_len(length) };
    let mut more = Vec::<MaybeUninit<u8>>::with_capacity(length);
    unsafe { more.set_len(length) };
    let array: [MaybeUninit<String>; 4] = unsafe { MaybeUninit::uninit().assume_init() };
    let other = unsafe { MaybeUninit::<[MaybeUninit<String>; 4]>::uninit().assume_init() };
    drop((array, other));
}

fn array<const N: usize>() -> [MaybeUninit<u8>; N] {
    // SAFETY: an array of `MaybeUninit` needs no value.
    unsafe { MaybeUninit::uninit().assume_init() }
}

trait Storage {
    type Slots;
    fn slots() -> Self::Slots {
        unsafe { MaybeUninit::uninit().assume_init() }
    }
}
type Many = [MaybeUninit<u8>; 9];
fn not_known<T>() -> T {
    let many: Many = unsafe { MaybeUninit::uninit().assume_init() };
    let inferred = unsafe { MaybeUninit::uninit().assume_init() };
    //~ 29-64 uninitialized-memory
    take(many, inferred);
    drop(Box::new(unsafe { MaybeUninit::uninit().assume_init() }));
    let nothing: () = unsafe { MaybeUninit::uninit().assume_init() };
    unsafe { MaybeUninit::uninit().assume_init() }
}
fn number() -> u32 {
    unsafe { MaybeUninit::uninit().assume_init() }
    //~ 14-49 uninitialized-memory
}

struct Buffer {
    slots: [MaybeUninit<u8>; 4],
    bytes: [u8; 4],
}
impl Buffer {
    fn new() -> Self {
        Self {
            slots: unsafe { MaybeUninit::uninit().assume_init() },
            bytes: unsafe { MaybeUninit::uninit().assume_init() },
            //~ 29-64 uninitialized-memory
        }
    }
}

fn two_steps() -> u8 {
    let mut slot = MaybeUninit::<u8>::uninit();
    slot.write(1);
    unsafe { slot.assume_init() }
}

mod own {
    struct MaybeUninit;
    struct Vec;
    fn uninitialized() {}
    fn f() {
        let mut list = Vec::with_capacity(3);
        list.set_len(3);
        MaybeUninit::uninit().assume_init();
        uninitialized();
    }
}

#[allow(clippy::uninit_vec)]
fn allowed(length: usize) {
    let mut bytes: Vec<u8> = Vec::with_capacity(length);
    unsafe { bytes.set_len(length) };
}

#[cfg(test)]
mod tests {
    fn quiet() {
        let mut bytes: Vec<u8> = Vec::with_capacity(3);
        unsafe { bytes.set_len(3) };
    }
}
