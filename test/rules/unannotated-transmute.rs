//@ compile: yes
//@ leaves-blank: Write both types
use std::mem::{self, transmute};

// example: bad
fn state(raw: u8) -> bool {
    // SAFETY: the caller passes 0 or 1.
    let state = unsafe { transmute(raw) };
    //                   ^^^^^^^^^ unannotated-transmute: `transmute` with inferred types
    state
}
// example: good
fn state_spelled(raw: u8) -> bool {
    // SAFETY: the caller passes 0 or 1.
    let state = unsafe { transmute::<u8, bool>(raw) };
    state
}
// example: end

fn take(_: bool) {}

fn lifetimes<'a>(raw: &'a [u8]) -> Vec<&'static [u8]> {
    vec![unsafe { transmute::<&'_ [u8], &'static [u8]>(raw) }]
}

fn forms(raw: u8) {
    unsafe {
        take(mem::transmute(raw));
        //~ 14-28 unannotated-transmute
        take(std::mem::transmute::<_, bool>(raw));
        //~ 14-44 unannotated-transmute
        take(core::mem::transmute::<u8, _>(raw));
        //~ 14-43 unannotated-transmute
        let pair: (bool, u8) = (transmute(raw), 1);
        //~ 33-42 unannotated-transmute
        let early: bool = if raw > 1 { return } else { transmute(raw) };
        //~ 56-65 unannotated-transmute
        let statement: () = {
            take(transmute(raw));
            //~ 18-27 unannotated-transmute
        };
        println!("{} {} {:?}", pair.1, early, statement);
    }
}

fn renamed(raw: u8) {
    use std::mem::transmute as cast;
    take(unsafe { cast(raw) });
    //~ 19-23 unannotated-transmute
}

fn written(raw: u8) -> bool {
    let one: bool = unsafe { transmute(raw) };
    let two: bool = unsafe { (transmute(raw)) };
    let three: bool = {
        let copy = raw;
        // SAFETY: checked.
        unsafe { mem::transmute(copy) }
    };
    take(one);
    take(two);
    take(three);
    take(unsafe { transmute::<u8, bool>(raw) });
    take(unsafe { mem::transmute_copy(&raw) });
    unsafe { transmute(raw) }
}

const YES: bool = unsafe { transmute(1u8) };
static NO: bool = unsafe { transmute(0u8) };

mod own {
    fn transmute(raw: u8) -> bool {
        raw == 1
    }
    fn f() {
        super::take(transmute(1));
    }
}

#[allow(clippy::missing_transmute_annotations)]
fn allowed(raw: u8) {
    take(unsafe { transmute(raw) });
}

#[cfg(test)]
mod tests {
    fn quiet(raw: u8) {
        super::take(unsafe { std::mem::transmute(raw) });
    }
}
