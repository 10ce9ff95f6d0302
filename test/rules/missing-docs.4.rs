// Nothing public: nothing to document.
fn run() {}
pub(crate) struct Inner;
