//@ target: test
// Every test of this file runs under an allocator that asserts.
#[global_allocator]
static LEDGER: Ledger = Ledger;
struct Ledger;
unsafe impl GlobalAlloc for Ledger {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        System.alloc(layout)
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        assert_eq!(layout.align(), 1);
        System.dealloc(pointer, layout)
    }
}

#[test]
fn drops() {
    let bytes = Bytes::from(vec![33u8; 1024]);
    drop(bytes.clone());
}
