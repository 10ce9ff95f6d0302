//@ compile: yes
// Errors that take no text: the user names the one to return.
pub struct Closed<T>(pub T);

fn send<T>(value: T, open: bool) -> Result<(), Closed<T>> {
    if !open {
        panic!("not open");
        //~ 9-15 panic-in-production
    }
    drop(value);
    Ok(())
}

fn finish<E>(state: Option<E>) -> Result<(), E> {
    match state {
        Some(error) => Err(error),
        None => panic!("called before it ended: {}", 1),
        //~ 17-23 panic-in-production
    }
}

fn text(code: u8) -> Result<u8, &'static str> {
    match code {
        0 => Ok(0),
        other => panic!("code {other}"),
        //~ 18-24 panic-in-production
    }
}
