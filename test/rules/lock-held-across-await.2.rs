//@ edition: 2024
use parking_lot::Mutex;

async fn without_poison(m: &Mutex<Vec<u8>>) {
    let g = m.lock();
    //        ^^^^^^ lock-held-across-await
    send().await;
    drop(g);
    let g = m.lock().clone();
    let _later = send();
    let length = m.lock().len();
    if let Some(byte) = m.lock().pop() {
        use_it(byte);
    } else {
        // In this edition the temporary is gone before the `else`.
        send().await;
    }
    use_it((g, length));
}
