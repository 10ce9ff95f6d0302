// Attributes of other derives say what is printed.
#[derive(Derivative, Debug)]
struct Marked {
    #[derivative(Debug = "ignore")]
    password: String,
    #[redact]
    api_key: String,
}
