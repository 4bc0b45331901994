//! Which two bytes known words begin with, so that most texts need not be compared with any of them.

/// How many beginnings are told apart, in bits.
const BITS: usize = 1 << 12;

/// A bit for each pair of bytes that a word begins with; some pairs share one.
#[derive(Clone, Debug)]
pub(super) struct Beginnings(Box<[u64; BITS / 64]>);

impl Default for Beginnings {
    fn default() -> Self {
        Beginnings(Box::new([0; BITS / 64]))
    }
}

impl Beginnings {
    /// Adds the beginning of a word.
    pub fn add(&mut self, word: &str) {
        match *word.as_bytes() {
            [one, two, ..] => self.set(one, two),
            [one] => (0..=u8::MAX).for_each(|two| self.set(one, two)),
            [] => {}
        }
    }

    /// Tells whether a word may begin with these bytes.
    pub fn has(&self, one: u8, two: u8) -> bool {
        let bit = bit(one, two);
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }

    fn set(&mut self, one: u8, two: u8) {
        let bit = bit(one, two);
        self.0[bit / 64] |= 1 << (bit % 64);
    }
}

/// Small letters and the second bytes of letters with marks differ in their lower six bits.
fn bit(one: u8, two: u8) -> usize {
    (usize::from(one) << 6 ^ usize::from(two)) % BITS
}
