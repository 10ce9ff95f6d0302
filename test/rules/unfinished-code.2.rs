//@ compile: yes
#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    width: u32,
}

fn values(width: u32, height: u32, mut list: Vec<u32>, size: Size) -> u32 {
    let plain = dbg!(width);
    //          ^^^^ unfinished-code
    let grouped = dbg!(width + height) * 2;
    //            ^^^^ unfinished-code
    let negative = -dbg!(1i32 - 2);
    //              ^^^^ unfinished-code
    let method = dbg!(width + 1).pow(2);
    //           ^^^^ unfinished-code
    let pair = dbg!(width, height);
    //         ^^^^ unfinished-code
    let nested = dbg!(dbg!(width) + 1,);
    //           ^^^^ unfinished-code
    //~ 23-27 unfinished-code
    let shared = &dbg!(list.clone())[0];
    //            ^^^^ unfinished-code
    let commented = dbg!(/* the width */ width);
    //              ^^^^ unfinished-code
    if dbg!(Size { width: 1 } == size) {
        //~ 8-12 unfinished-code
        return width;
    }
    match dbg!(Size { width }).width {
        //~ 11-15 unfinished-code
        0 => dbg!(1),
        //   ^^^^ unfinished-code
        _ => 2,
    };
    dbg!(width);
    //~ 5-9 unfinished-code
    dbg!(width, height, "text");
    //~ 5-9 unfinished-code
    dbg!();
    //~ 5-9 unfinished-code
    dbg!(list.pop());
    //~ 5-9 unfinished-code
    dbg! { list.clear() }
    //~ 5-9 unfinished-code
    let closure = |value: u32| dbg!(value) + 1;
    //                         ^^^^ unfinished-code
    println!("{}", dbg!(width));
    //             ^^^^ unfinished-code
    let copied = dbg!(size).width;
    //           ^^^^ unfinished-code
    dbg!(list).push(1);
    //~ 5-9 unfinished-code
    dbg!(width)
    //~ 5-9 unfinished-code
}
