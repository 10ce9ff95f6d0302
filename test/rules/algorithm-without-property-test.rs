// example: bad
pub fn gcd(a: u64, b: u64) -> u64 {
    // ^^^ algorithm-without-property-test: `gcd` is an algorithm, and no property test mentions it; test a law that holds for every input
    if b == 0 { a } else { gcd(b, a % b) }
}
// example: good
pub fn lcm(a: u64, b: u64) -> u64 {
    let mut multiple = a;
    while multiple % b != 0 {
        multiple += a;
    }
    multiple
}
#[cfg(test)]
mod tests {
    proptest::proptest! {
        fn is_a_multiple(a in 1u64..99, b in 1u64..99) {
            assert_eq!(super::lcm(a, b) % a, 0);
        }
    }
}
// example: end

pub fn bubble_sort(all: &mut [u8]) {
    // ^^^^^^^^^^^ algorithm-without-property-test
    for round in 0..all.len() {
        for at in 1..all.len() - round {
            if all[at - 1] > all[at] {
                all.swap(at - 1, at);
            }
        }
    }
}
pub fn checksum(data: &[u8]) -> u8 {
    // ^^^^^^^^ algorithm-without-property-test
    let mut sum = 0u8;
    for byte in data {
        sum ^= byte;
    }
    sum
}
pub struct Graph;
impl Graph {
    pub fn distance(&self, from: usize) -> usize {
        // ^^^^^^^^ algorithm-without-property-test
        if from == 0 { 0 } else { 1 + self.distance(from - 1) }
    }
    pub fn search_from(&self, from: usize) -> usize {
        // ^^^^^^^^^^^ algorithm-without-property-test
        let mut at = from;
        loop {
            at += 1;
            if at > 9 {
                return at;
            }
        }
    }
}

pub fn sort(names: &mut Vec<String>) {
    names.sort();
}
pub fn merge(into: &mut Vec<u8>, other: &[u8]) {
    for value in other {
        into.push(*value);
    }
}
pub fn research(all: &[u8]) -> usize {
    let mut at = 0;
    while all[at] > 1 {
        at += 1;
    }
    at
}
pub fn values_to_encode(all: &[u8]) -> usize {
    let mut at = 0;
    while all[at] > 1 {
        at += 1;
    }
    at
}
fn hash(data: &[u8]) -> u64 {
    let mut state = 0;
    for byte in data {
        state += u64::from(*byte);
    }
    state
}
impl std::hash::Hash for Graph {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        loop {
            state.write_u8(1);
        }
    }
}
pub fn permutations(of: &[u8]) -> usize {
    let mut count = 1;
    for size in 1..=of.len() {
        count *= size;
    }
    count
}
#[quickcheck]
fn there_is_always_one(of: Vec<u8>) -> bool {
    permutations(&of) > 0
}
