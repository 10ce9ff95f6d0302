//@ compile: yes
//@ dependencies: anyhow, eyre
use std::error::Error;

fn boxed(value: u8) -> Result<u8, Box<dyn Error>> {
    match value {
        0 => panic!("zero"),
        //   ^^^^^^ panic-in-production
        1 => panic!("no {value} and no {}", 2),
        //   ^^^^^^ panic-in-production
        2 => {
            panic!();
            //~ 13-19 panic-in-production
        }
        _ => Ok(value),
    }
}

fn braces(value: u8) -> Result<u8, String> {
    if value == 0 {
        panic! { "zero" }
        //~ 9-15 panic-in-production
    }
    if value == 1 {
        panic! { "one" }
        //~ 9-15 panic-in-production
        let unused = 1;
    }
    let other = if value > 3 { value } else { panic!("{}", "small") };
    //                                        ^^^^^^ panic-in-production
    Ok(other)
}

fn io(value: u8) -> std::io::Result<u8> {
    let Some(next) = value.checked_add(1) else { panic!("at {value}") };
    //                                           ^^^^^^ panic-in-production
    Ok(next)
}

fn text(value: u8) -> Result<u8, &'static str> {
    panic!("always")
    //~ 5-11 panic-in-production
}

fn unit(value: u8) -> Result<u8, ()> {
    panic!("always {value}")
    //~ 5-11 panic-in-production
}

enum Problem {
    Negative,
    Large(u8),
}

fn own(value: u8) -> Result<u8, Problem> {
    if value > 9 {
        panic!("large");
        //~ 9-15 panic-in-production
    }
    Ok(value)
}

fn anyhow_error(value: u8) -> anyhow::Result<u8> {
    panic!("always {value}");
    //~ 5-11 panic-in-production
}

fn eyre_error(value: u8) -> eyre::Result<u8> {
    panic!("always")
    //~ 5-11 panic-in-production
}

fn closures(value: u8) -> Result<u8, String> {
    let plain = |value: u8| -> u8 { panic!("leaves the closure only") };
    //                              ^^^^^^ panic-in-production
    let typed = |value: u8| -> Result<u8, String> { panic!("typed") };
    //                                              ^^^^^^ panic-in-production
    let length: usize = panic!("operand");
    //                  ^^^^^^ panic-in-production
    Ok(value)
}

fn nothing_to_return() {
    panic!("no fix");
    //~ 5-11 panic-in-production
}
