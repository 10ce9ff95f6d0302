// Where "make this function return a `Result`" is refused: only what leaves the signature alone is offered.
pub fn public(text: &str) {
    text.parse::<u8>().unwrap();
    //                 ^^^^^^^^ unwrap-in-production
}
pub(crate) fn restricted(text: &str) {
    text.parse::<u8>().unwrap();
    //                 ^^^^^^^^ unwrap-in-production
}
extern "C" fn foreign() {
    "1".parse::<u8>().unwrap();
    //                ^^^^^^^^ unwrap-in-production
}
#[no_mangle]
fn exported() {
    "1".parse::<u8>().unwrap();
    //                ^^^^^^^^ unwrap-in-production
}
const fn constant(value: Option<u8>) -> u8 {
    value.unwrap()
    //    ^^^^^^^^ unwrap-in-production
}
#[tracing::instrument]
fn attributed(text: &str) {
    text.parse::<u8>().unwrap();
    //                 ^^^^^^^^ unwrap-in-production
}
impl Drop for Guard {
    fn drop(&mut self) {
        self.0.take().unwrap();
        //            ^^^^^^^^ unwrap-in-production
    }
}
trait Provided {
    fn provided(&self) {
        "1".parse::<u8>().unwrap();
        //                ^^^^^^^^ unwrap-in-production
    }
}
#[async_trait]
impl Service {
    fn method(&self) {
        "1".parse::<u8>().unwrap();
        //                ^^^^^^^^ unwrap-in-production
    }
}
fn by_value(text: &str) -> u8 {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
fn passes(texts: &[&str]) -> Vec<u8> {
    texts.iter().copied().map(by_value).collect()
}
fn in_attribute() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
#[derive(Deserialize)]
struct Settings {
    #[serde(default = "in_attribute")]
    level: u8,
}
fn in_template() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
macro_rules! template {
    () => {
        in_template()
    };
}
async fn spawned() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
async fn spawning() -> Result<(), Box<dyn Error>> {
    tokio::spawn(spawned());
    Ok(())
}
fn renamed() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
#[cfg(unix)]
fn twice() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
#[cfg(windows)]
fn twice() -> u8 {
    1
}
fn endless(text: &str) {
    loop {
        text.parse::<u8>().unwrap();
        //                 ^^^^^^^^ unwrap-in-production
        loop {
            break;
        }
    }
}
fn hidden_return(text: &str) -> u8 {
    let value = text.parse().unwrap();
    //                       ^^^^^^^^ unwrap-in-production
    early!(return value);
    value
}
fn never(text: &str) -> ! {
    std::process::exit(text.parse().unwrap())
    //                              ^^^^^^^^ unwrap-in-production
}
fn carrier(text: &str) -> IResult<&str, u8> {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
fn future(text: &str) -> impl Future<Output = u8> {
    ready(text.parse().unwrap())
    //                 ^^^^^^^^ unwrap-in-production
}
fn tries(text: &str) -> Parsed {
    step(text)?;
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
fn locked(mutex: &Mutex<u8>) -> u8 {
    *mutex.try_lock().unwrap()
    //                ^^^^^^^^ unwrap-in-production
}
fn in_a_closure(texts: &[&str]) -> Vec<u8> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
    //                                   ^^^^^^^^ unwrap-in-production
}
fn in_select(text: &str) -> u8 {
    tokio::select! { x = text.parse().unwrap() => 1 }
    //                                ^^^^^^^^ unwrap-in-production
}
impl Reader {
    fn ambiguous(&self) -> u8 {
        "1".parse().unwrap()
        //          ^^^^^^^^ unwrap-in-production
    }
}
fn unknown_receiver(reader: impl Deref<Target = Reader>) -> Result<u8, Box<dyn Error>> {
    let other = find();
    Ok(other.ambiguous())
}

#[cfg(test)]
mod tests {
    use super::renamed as other;

    #[test]
    fn works() {
        assert_eq!(other(), 1);
    }
}
