use std::cell::RefCell;
use std::sync::{Arc, Condvar, Mutex, RwLock};

// example: bad
async fn publish(state: &Mutex<Vec<u8>>) {
    let mut guard = state.lock().unwrap();
    //                    ^^^^^^ lock-held-across-await: the guard of `lock()` lives across an `.await`, so others block
    guard.push(1);
    send().await;
}
// example: good
async fn publish_then_send(state: &Mutex<Vec<u8>>) {
    {
        let mut guard = state.lock().unwrap();
        guard.push(1);
    }
    send().await;
}
// example: end

async fn kinds(m: &RwLock<u8>, c: &RefCell<u8>) -> Result<(), Error> {
    let a = m.read().expect("poisoned");
    //        ^^^^^^ lock-held-across-await
    let _b = m.write().unwrap_or_else(PoisonError::into_inner);
    //         ^^^^^^^ lock-held-across-await
    let d = m.read()?;
    //        ^^^^^^ lock-held-across-await
    let e = c.borrow_mut();
    //        ^^^^^^^^^^^^ lock-held-across-await: the guard of `borrow_mut()` lives across an `.await`, so another borrow
    let Ok(f) = m.read() else { return Ok(()) };
    //            ^^^^^^ lock-held-across-await
    let g = match m.read() {
        //          ^^^^^^ lock-held-across-await
        Ok(inside) => inside,
        Err(poisoned) => poisoned.into_inner(),
    };
    let h = &mut m.write().unwrap().field;
    //             ^^^^^^^ lock-held-across-await
    tokio::join!(send(), send());
    use_all(a, d, e, f, g, h);
    Ok(())
}

async fn temporaries(m: &Mutex<Vec<u8>>) {
    match m.lock().unwrap().pop() {
    //      ^^^^^^ lock-held-across-await: the temporary guard of `lock()` lives to the end of its statement
        Some(byte) => write(byte).await,
        None => {}
    }
    for byte in m.lock().unwrap().iter() {
    //            ^^^^^^ lock-held-across-await
        write(*byte).await;
    }
    if let Some(byte) = m.lock().unwrap().pop() {
    //                    ^^^^^^ lock-held-across-await
        write(byte).await;
    }
    while let Some(byte) = m.lock().unwrap().pop() {
    //                       ^^^^^^ lock-held-across-await
        write(byte).await;
    }
    m.lock().unwrap().push(next().await);
//    ^^^^^^ lock-held-across-await
    write(m.lock().unwrap()[0]).await;
    //      ^^^^^^ lock-held-across-await
    if let Ok(mut guard) = m.lock() {
    //                       ^^^^^^ lock-held-across-await
        guard.push(1);
        send().await;
    }
    if let Ok(mut guard) = m.lock() {
        guard.push(1);
        drop(guard);
        send().await;
    }
}

async fn let_go(m: &Mutex<u8>, c: &RefCell<u8>, t: &tokio::sync::Mutex<u8>) {
    let g = t.lock().await;
    send().await;
    let v = *m.lock().unwrap();
    send().await;
    let n = m.lock().unwrap().len();
    send().await;
    let copy = c.borrow().clone();
    send().await;
    {
        let g = m.lock().unwrap();
        use_it(&g);
    }
    send().await;
    let g = m.lock().unwrap();
    let later = async { send().await };
    drop(g);
    later.await;
    while m.lock().unwrap().is_empty() {
        send().await
    }
    if m.lock().unwrap().is_empty() {
        send().await
    }
    let file = std::io::stdout().lock();
    send().await;
    let _ = m.lock().unwrap();
    let answer = socket.read().await.unwrap();
    send_both(next().await, m.lock().unwrap().len());
    use_it((v, n, copy, file, answer));
}

async fn released_on_that_path(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    if *g > 1 {
        drop(g);
        send().await;
    }
}

async fn not_released_on_the_other(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    //        ^^^^^^ lock-held-across-await
    if *g > 1 {
        drop(g);
        send().await;
    }
    send().await;
}

async fn released_on_both(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    if *g > 1 {
        std::mem::drop(g);
    } else {
        log(&g);
        return;
    }
    send().await;
}

async fn moved_away(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    consume(g);
    send().await;
}

async fn waits_with_it(m: &Mutex<u8>, changed: &Condvar) {
    let mut g = m.lock().unwrap();
    //            ^^^^^^ lock-held-across-await
    g = changed.wait(g).unwrap();
    send().await;
    use_it(&g);
}

async fn renamed(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    //        ^^^^^^ lock-held-across-await
    let h = g;
    send().await;
    drop(h);
}

async fn renamed_and_dropped(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    let h = g;
    drop(h);
    send().await;
}

async fn shadowed(m: &Mutex<Vec<u8>>) {
    let g = m.lock().unwrap();
    //        ^^^^^^ lock-held-across-await
    let g = g.len();
    drop(g);
    send().await;
}

async fn borrowed_from(m: &Mutex<Vec<u8>>) {
    let g = m.lock().unwrap();
    //        ^^^^^^ lock-held-across-await
    let first = g.first();
    send().await;
    use_it(first);
}

fn in_a_block(m: Arc<Mutex<u8>>) -> impl Future<Output = ()> {
    async move {
        let g = m.lock().unwrap();
        //        ^^^^^^ lock-held-across-await
        tokio::select! {
            _ = send() => log(&g),
        }
    }
}

fn sync(m: &Mutex<u8>) {
    let g = m.lock().unwrap();
    let future = async { send().await };
    spawn(future);
    drop(g);
}

#[allow(clippy::await_holding_lock)]
async fn allowed(m: &Mutex<u8>) {
    let _g = m.lock().unwrap();
    send().await;
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn quiet() {
        let _g = LOCK.lock().unwrap();
        send().await;
    }
}
