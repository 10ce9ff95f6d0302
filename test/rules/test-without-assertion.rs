// example: bad
#[test]
fn parses() {
    //~ 4-10 test-without-assertion: nothing in `parses` can fail but a panic
    let port = parse("80");
    println!("{port:?}");
}
// example: good
#[test]
fn parses_to_the_number() {
    assert_eq!(parse("80"), Some(80));
}
// example: end

fn parse(text: &str) -> Option<u16> {
    text.parse().ok()
}
pub async fn run() {}
pub fn each(call: fn(&str) -> u16, _number: u16) {
    call("1");
}
/// Production code that unwraps is no assertion.
pub fn load(text: &str) -> u16 {
    parse(text).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn says_it_only() {
        //   ^^^^^^^^^^^^ test-without-assertion: nothing in `says_it_only` can fail but a panic
        // assert!(true), unwrap(), ?
        let text = "assert_eq!(1, 1).unwrap()?";
        load(text);
        vec![format!("{}", matches!(load(text), 1))].len();
        tokio::select! { _ = run() => {} }
    }

    #[rstest]
    #[case(1)]
    fn case(#[case] number: u16) -> Result<(), Error> {
        //~ 8-12 test-without-assertion
        load(&number.to_string());
        Ok(())
    }

    #[test]
    fn quiet_helper() {
        //~ 8-20 test-without-assertion
        let server = start();
        server.run();
    }
    fn start() -> Server {
        Server { port: 1 }
    }

    #[test]
    fn by_helper() {
        round_trip("a");
    }
    fn round_trip(text: &str) {
        compared(text, &load(text).to_string());
    }
    fn compared(a: &str, b: &str) {
        same(a, b);
    }
    fn same(a: &str, b: &str) {
        assert_eq!(a, b);
    }

    #[test]
    fn by_method() {
        Bench::new().drive();
    }
    struct Bench;
    impl Bench {
        fn new() -> Self {
            Bench
        }
        fn drive(&self) {
            if load("1") != 1 {
                panic!("not 1");
            }
        }
    }

    #[test]
    fn by_question_mark() -> Result<(), Error> {
        try_load("1")?;
        Ok(())
    }
    #[test]
    fn by_result() -> Result<(), Error> {
        try_load("1")
    }
    #[test]
    fn by_unwrap() {
        parse("1").unwrap();
    }
    #[test]
    fn by_unknown_macro() {
        insta_like!(parse("1"));
    }
    #[test]
    fn by_name() {
        parse("1").check_all();
        test_match("a", "b");
    }
    #[test]
    fn by_module() {
        crate::testing::run("a");
    }
    #[test]
    fn by_the_compiler() {
        crate::is_send::<Server<(), Body>>();
    }
    #[test]
    fn by_a_bound() {
        fn send<T: Send>(_: T) {}
        send(load("1"));
    }
    #[test]
    fn by_a_bound_elsewhere() {
        sync(load("1"));
    }
    fn sync(_: impl Sync) {}
    #[test]
    fn by_a_type() {
        let _: u16 = load("1");
    }
    #[test]
    fn by_items() {
        #[derive(Default)]
        struct Holder(Server);
    }
    #[test]
    fn by_an_impl() {
        struct Later;
        impl IntoFuture for Later {
            type Output = ();
        }
        run(Later);
    }
    #[test]
    fn load_does_not_panic() {
        load("1");
    }
    #[test]
    fn bounds()
    where
        Server: Send,
    {
    }
    #[test]
    fn by_macros_under_test() {
        info!(target: "x", "y");
    }
    #[test]
    fn by_a_runner() {
        UiTestRunner::new().run();
    }
    #[test]
    fn by_drop() {
        let _d = D(1);
    }
    struct D(u8);
    impl Drop for D {
        fn drop(&mut self) {
            assert_eq!(self.0, 1);
        }
    }
    #[test]
    fn generic() {
        // This has to compile.
        load("");
    }
    /// Must not panic on an empty text.
    #[test]
    fn empty() {
        load("");
    }
    #[test]
    fn by_a_method_that_others_call() {
        run(Handler);
    }
    struct Handler;
    impl Handle for Handler {
        fn handle(&self, text: &str) {
            assert_eq!(text, "1");
        }
    }
    #[test]
    fn by_a_model_checker() {
        loom::model(|| load("1"));
    }
    #[test]
    #[should_panic(expected = "number")]
    fn by_panic() {
        strict(Text::new("x"));
    }
    // The other case of `by_panic`: `strict` says by a panic that something is wrong.
    #[test]
    fn by_another_panic() {
        strict(Text::new("1"));
    }
    #[test]
    fn only_builds_a_text() {
        //~ 8-26 test-without-assertion
        let _text = Text::new("1");
    }
    #[test]
    fn by_a_function_that_others_call() {
        ["a", "b"].iter().for_each(check_text);
        each(super::testing::compare_all, 1);
    }
    #[test]
    fn by_another_name() {
        use super::check_result as cr;
        cr("1");
    }
    #[test]
    fn by_the_name_of_a_test() {
        crate::run_ui_tests("typed");
    }
    #[test]
    fn by_a_concrete_type() {
        fn is_text(_: &str) {}
        is_text(&load("1").to_string());
    }
    #[test]
    fn by_a_derive() {
        #[derive(Debug, serde::Serialize)]
        struct Later {
            number: u16,
        }
        let _later = Later { number: load("1") };
    }
    #[test]
    fn with_a_type_of_its_own() {
        //~ 8-30 test-without-assertion
        #[derive(Debug, Clone)]
        struct Later {
            number: u16,
        }
        let _later = Later { number: load("1") };
    }
    #[unsafe_target_feature("avx2")]
    #[test]
    fn made_by_a_macro() {}
    #[test]
    #[ignore = "slow"]
    fn made_by_nobody() {}
    // ^^^^^^^^^^^^^^ test-without-assertion
    #[test]
    fn by_a_trait_object() {
        let text = load("1");
        &text as &dyn Send;
    }
    #[test]
    fn by_constants() {
        use super::*;
        const ONE: u16 = load("1");
        static TWO: u16 = load("2");
    }
    #[test]
    fn by_logging_macros() {
        let error = String::from("x");
        info!(target: "x", error);
        warn!(?error, "y");
        trace!(error);
    }
    #[test]
    fn with_a_log() {
        //~ 8-18 test-without-assertion
        let port = load("1");
        info!("{port}");
    }
    #[test]
    fn by_what_a_macro_makes() {
        Made::abc();
    }
    make! { struct Made; }
    struct Made;
    #[test]
    fn by_a_function_that_a_macro_makes() {
        capture_mode_change_f64(1.5, true);
    }
    #[test]
    fn names_what_has_to_be_there() {
        let _ = Server { port: 1 };
    }
    #[test]
    fn by_a_type_that_is_asked_for() {
        let ok: Held<u8> = held(1);
    }
    fn held(number: u8) -> Held<u8> {
        Held(number)
    }
    #[test]
    fn with_a_type_that_is_used() {
        //~ 8-32 test-without-assertion
        let number: u16 = load("1");
        load(number);
    }
    #[test]
    fn by_a_bound_and_a_use() {
        takes(load("1"));
    }
    fn takes<T: Copy>(value: T) {
        let _ = value;
    }
    #[test]
    fn by_its_type() -> super::Result<(), String> {
        Ok(())
    }
    #[test]
    fn by_a_generic_type() {
        let _held = Held::<[u8; 987]>::default();
    }
    #[rustversion::since(1.60)]
    fn there() {}
    #[test]
    fn by_being_there() {
        there();
    }
    #[test]
    fn by_waiting() {
        let one = Mutex::new(());
        let _guard = one.lock();
    }
    #[test]
    fn long_texts() {
        // Long texts should be able to stand here.
        load("1");
    }
    #[test]
    fn reads_all() {
        // Only looks whether it runs without panicking.
        load("1");
    }
    #[test]
    fn long_line() {
        // https://github.com/owner/repository/issues/390
        load("1");
    }
    #[test]
    fn of_a_list() {
        //~ 8-17 test-without-assertion
        // https://github.com/owner/repository
        let number = 1;
        each(load, number);
    }
    #[test]
    fn by_own_error() -> Result<(), Error> {
        if load("1") != 1 {
            return Err(Error);
        }
        Ok(())
    }
    #[bench]
    fn measured(b: &mut Bencher) {
        b.iter(|| load("1"));
    }
    #[fixture]
    fn server() -> Server {
        start()
    }
    #[latest]
    fn no_test() {
        load("1");
    }
    #[test]
    fn half_typed() {
        load("1"
    }
}
