use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::{self, Arc};

// example: bad
struct Names {
    all: Box<Vec<String>>,
    //   ^^^^^^^^^^^^^^^^ redundant-allocation: `Vec<String>` keeps its content on the heap already; `Box` only adds a second allocation
}
// example: good
struct Titles {
    all: Vec<String>,
}
// example: end

struct Fields<'a> {
    map: Box<HashMap<String, u8>>,
    //   ^^^^^^^^^^^^^^^^^^^^^^^^ redundant-allocation
    text: Rc<Box<u32>>,
    //    ^^^^^^^^^^^^ redundant-allocation: `Box<u32>` is a heap allocation already; use `Rc<u32>`
    shared: Box<Arc<[u8; 4]>>,
    //      ^^^^^^^^^^^^^^^^^ redundant-allocation: `Arc<[u8; 4]>` is a heap allocation already; use `Arc<[u8; 4]>`
    twice: sync::Arc<std::rc::Rc<u8>>,
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-allocation
    borrowed: Arc<&'a u8>,
    //        ^^^^^^^^^^^ redundant-allocation: `Arc` around a reference allocates to hold a pointer; use `&'a u8`
    inside: Vec<Box<String>>,
    //          ^^^^^^^^^^^ redundant-allocation
}
struct Tuple(Box<BTreeMap<u8, u8>>, u8);
//           ^^^^^^^^^^^^^^^^^^^^^ redundant-allocation
enum Variant {
    One(Box<String>),
    //  ^^^^^^^^^^^ redundant-allocation
}
static TABLE: Option<Rc<Box<u8>>> = None;
//                   ^^^^^^^^^^^ redundant-allocation
fn signature(a: Box<&u8>, b: &Rc<Rc<u8>>) -> Box<String> {
    //          ^^^^^^^^ redundant-allocation
    //~ 31-41 redundant-allocation
    //~ 46-57 redundant-allocation
    let local: Box<Vec<u8>> = Box::default();
    let turbo = Vec::<Box<String>>::new();
    keep(a, b, local, turbo)
}

struct Fine<'a, T: ?Sized, U> {
    object: Rc<Box<dyn Fn()>>,
    list: Vec<Box<dyn Fn()>>,
    slice: Arc<Box<[u8]>>,
    text: Rc<Box<str>>,
    path: Box<Arc<std::path::Path>>,
    cheap: Arc<Vec<u8>>,
    shared_text: Arc<String>,
    generic: Rc<Box<T>>,
    sized: Rc<Box<U>>,
    //     ^^^^^^^^^^ redundant-allocation
    thin: Box<&'a str>,
    exclusive: Box<&'a mut u8>,
    absent: Option<Box<HashMap<u8, u8>>>,
    value: Box<u8>,
    counted: Rc<u8>,
}

type Callback<'a> = dyn FnMut(u8) + 'a;
struct Aliased<'a>(Box<Box<Callback<'a>>>);
type Alias = Box<Vec<u8>>;

trait Make {
    type Made;
    fn make(&self, from: Box<Vec<u8>>) -> Self::Made;
    //                   ^^^^^^^^^^^^ redundant-allocation
}
impl Make for Box<Vec<u8>> {
    type Made = Box<Vec<u8>>;
    fn make(&self, from: Box<Vec<u8>>) -> Box<Vec<u8>> {
        from
    }
}

mod own {
    struct Vec<T>(T);
    struct Arc<T>(T);
    struct Mine {
        list: Box<Vec<u8>>,
        shared: Arc<Box<u8>>,
    }
}

#[allow(clippy::box_collection)]
struct Allowed(Box<Vec<u8>>);
#[cfg(test)]
struct Test(Box<Vec<u8>>);
