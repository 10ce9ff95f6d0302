// example: bad
fn area(width: u32, height: u32) -> u32 {
    dbg!(width * height)
    //~ 5-9 unfinished-code: `dbg!` is left over
}

fn volume() -> u32 {
    todo!()
    //~ 5-10 unfinished-code: `todo!` panics when it is reached
}
// example: good
fn area_done(width: u32, height: u32) -> u32 {
    width * height
}
// example: end

trait Shape {
    fn provided(&self) -> u32 {
        unimplemented!("not for {}", 1)
        //~ 9-23 unfinished-code: `unimplemented!` panics
    }
}

const NOT_EXEMPT: u32 = todo!();
//                      ^^^^^ unfinished-code

fn forms(todo: u32) {
    std::todo!();
    //~ 5-15 unfinished-code
    core::unimplemented! {}
    //~ 5-25 unfinished-code
    let closure = || std::dbg!(todo);
    //               ^^^^^^^^^ unfinished-code
    println!("{}", dbg!(todo));
    //             ^^^^ unfinished-code
    select! { x = dbg!(y) => {} }
    //            ^^^^ unfinished-code
}

/// A `todo!()` in prose, `dbg!(x)` too.
fn quiet(todo: u32, dbg: u32) {
    let text = "todo!()"; // todo!() dbg!(x)
    todo_later!();
    todo != dbg;
    quote! { todo!() };
}

#[allow(clippy::todo)]
fn allowed() {
    todo!()
}

#[test]
fn in_a_test() {
    todo!();
    dbg!(1);
}
