//@ target: binary
//@ compile: yes
//@ dependencies: anyhow
mod texts {
    pub fn text() -> String {
        String::new()
    }
}

fn main() {
    let text = texts::text();
    let path = std::env::args().nth(1).unwrap();
    //                                 ^^^^^^^^ unwrap-in-production
    let value: u8 = text.parse().unwrap();
    //                           ^^^^^^^^ unwrap-in-production
    if value == 1 {
        return;
    }
    println!("{path}: {value}");
}

fn counted(text: &str) -> usize {
    text.chars().position(|c| c == 'a').unwrap()
    //                                  ^^^^^^^^ unwrap-in-production
}

fn boxed(text: &str) -> Result<usize, Box<dyn std::error::Error>> {
    Ok(counted(text))
}

fn reported(text: &str) -> anyhow::Result<usize> {
    Ok(counted(text))
}
