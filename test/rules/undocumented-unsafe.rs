// example: bad
fn first(bytes: &[u8]) -> u8 {
    unsafe { *bytes.get_unchecked(0) }
//  ^^^^^^^^ undocumented-unsafe: `unsafe` block without a `SAFETY:` comment; say why
}
// example: good
fn first_checked(bytes: &[u8; 4]) -> u8 {
    // SAFETY: the array has four elements, so the index 0 is in bounds.
    unsafe { *bytes.get_unchecked(0) }
}
// example: end

fn inside(p: *const u8) -> u8 {
    unsafe {
        // SAFETY: the caller owns `p`.
        *p
    }
}

fn inside_on_the_brace(p: *const u8) -> u8 {
    unsafe { // SAFETY: the caller owns `p`.
        *p
    }
}

fn above_the_statement(p: *const u8, q: *const u8) {
    // SAFETY: both come from live references.
    let pair = (unsafe { *p }, unsafe { *q });

    // Safety (aliasing): nobody writes meanwhile.

    #[allow(clippy::let_and_return)]
    let one = unsafe { *p };

    // SAFETY: `p` is valid.
    if unsafe { *p } == 0 {
        take(pair, one);
    }
    take(
        pair,
        // SAFETY: `q` is valid.
        unsafe { *q },
    );
    let text = [1_u8]
        .iter()
        // SAFETY: `p` is valid.
        .map(|byte| byte + unsafe { *p });
    take(/* SAFETY: `p` is valid. */ unsafe { *p }, text);
    let three = // SAFETY: `p` is valid.
        unsafe { *p };
    match three {
        // SAFETY: `p` is valid.
        0 => unsafe { take(*p, 1) },
        1 => unsafe { take(*p, 2) }, // SAFETY: after the fact
        //   ^^^^^^^^ undocumented-unsafe
        _ => {}
    }
}

fn after_the_fact(p: *const u8) -> u8 {
    let v = unsafe { *p }; // SAFETY: too late
    //      ^^^^^^^^ undocumented-unsafe
    v
}

fn no_colon(p: *const u8) -> u8 {
    // SAFETY the pointer is valid
    unsafe { *p }
//  ^^^^^^^^ undocumented-unsafe: `unsafe` block whose safety comment lacks the colon
}

fn no_reason(p: *const u8) -> u8 {
    // SAFETY:
    unsafe { *p }
//  ^^^^^^^^ undocumented-unsafe: `unsafe` block whose `SAFETY:` comment gives no reason
}

fn double_colon_and_path(p: *const u8) -> u8 {
    // Safety:: the pointer is valid.
    let a = unsafe { *p };
    // SAFETY (see `ptr::read`): the pointer is valid.
    a + unsafe { *p }
}

fn placeholder(p: *const u8) -> u8 {
    // SAFETY: TODO: explain
    // - `p` is aligned
    unsafe { *p }
//  ^^^^^^^^ undocumented-unsafe: `unsafe` block whose `SAFETY:` comment gives no reason
}

fn reason_below(p: *const u8) -> u8 {
    // SAFETY:
    // - `p` is valid for reads
    unsafe { *p }
}

fn about_something_else(p: *const u8) -> u8 {
    // SAFETY: about this
    let q = p;
    unsafe { *q }
//  ^^^^^^^^ undocumented-unsafe
}

fn not_beginning_with_the_word(p: *const u8) -> u8 {
    let x =// not a SAFETY: comment
        unsafe { *p };
    //  ^^^^^^^^ undocumented-unsafe
    x
}

fn trailing_of_the_previous(p: *const u8) -> u8 {
    let q = p; // SAFETY: about the line it stands on
    unsafe { *q }
//  ^^^^^^^^ undocumented-unsafe
}

fn in_macros(p: *const u8) {
    println!("{}", unsafe { *p });
    //             ^^^^^^^^ undocumented-unsafe
    // SAFETY: `p` is valid.
    println!("{}", unsafe { *p });
    select! {
        value = next() => unsafe { take(value, *p) },
        //                ^^^^^^^^ undocumented-unsafe
        // SAFETY: `p` is valid.
        other = previous() => unsafe { take(other, *p) },
    }
}

fn on_one_line(p: *mut u8) { if p.is_null() { return; } unsafe { *p = 1 } }
//                                                      ^^^^^^^^ undocumented-unsafe

fn needs_more(ptr: *const u8, len: usize) -> u32 {
    let bytes = unsafe { std::slice::from_raw_parts(ptr, len) };
    //          ^^^^^^^^ undocumented-unsafe
    #[cfg(unix)]
    let all = unsafe {
    //        ^^^^^^^^ undocumented-unsafe
        COUNT += 1;
        std::mem::transmute::<[u8; 4], u32>([*ptr, *ptr.add(1), bytes[0], bytes[1]])
    };
    unsafe {
//  ^^^^^^^^ undocumented-unsafe
        ffi::finish(all)
    }
}
static mut COUNT: u32 = 0;

// SAFETY: the bytes are zero, which `Flags` allows.
static FLAGS: Flags = unsafe { Flags::from_bits_unchecked(0) };
const NONE: Flags = unsafe { Flags::from_bits_unchecked(0) };
//                  ^^^^^^^^ undocumented-unsafe

struct Handle(*mut u8);
// SAFETY: the handle is only used behind a lock.
unsafe impl Send for Handle {}
unsafe impl Sync for Handle {}
//~ 1-12 undocumented-unsafe: `unsafe impl` without a `SAFETY:` comment

/// Reads bytes.
///
/// # Safety
///
/// The allocation is owned by this type.
unsafe impl Allocator for Handle {
    fn allocate(&self) -> u8 {
        unsafe { *self.0 }
//      ^^^^^^^^ undocumented-unsafe
    }
}

/// Declarations ask for documentation, not for a comment.
unsafe fn declared(p: *const u8) -> u8 {
    declared(p)
}
unsafe trait Trusted {}
unsafe extern "C" {
    fn finish(all: u32) -> u32;
}

macro_rules! call_with {
    // A macro's own syntax, not a block.
    ($Cpu:ty, $f:ident) => { call!(unsafe { $Cpu => $f }, 1) };
    ($f:ident) => { match 1 { _ => unsafe { match 2 { _ => $f() } } } };
    //                             ^^^^^^^^ undocumented-unsafe: `unsafe` block of a macro
}

macro_rules! read {
    ($p:expr) => {
        unsafe { *$p }
//      ^^^^^^^^ undocumented-unsafe: `unsafe` block of a macro
    };
    ($p:expr, checked) => {{
        // SAFETY: the caller of the macro owns the pointer.
        let value = unsafe { *$p };
        value + unsafe { /* SAFETY: as above */ *$p }
    }};
    ($($p:expr),*) => {
        $(take(unsafe { *$p });)*
        //     ^^^^^^^^ undocumented-unsafe
        // SAFETY: the caller of the macro owns the pointers.
        take($(unsafe { *$p }),*);
    };
}

#[allow(clippy::undocumented_unsafe_blocks)]
fn allowed(p: *const u8) -> u8 {
    unsafe { *p }
}

/// `unsafe { prose }` and "unsafe { text }".
fn quoted() -> TokenStream {
    quote! { unsafe { *p } }
}

#[cfg(test)]
mod tests {
    #[test]
    fn quiet() {
        let x = 1_u8;
        assert_eq!(unsafe { *(&raw const x) }, 1);
    }
}
