//! A sample of the words of a text, by which another version of it is known.

use crate::text::Words;
use std::fmt;

/// How many consecutive words are compared at once.
const SHINGLE: usize = 4;

/// How many samples a sketch has; each is one bit of it.
const SAMPLES: usize = 128;

/// How much of a text a sketch is made of, in bytes: far more than any speech has.
const SKETCHED: usize = 4 << 20;

/// A sample of the words of a text, by which another version of it is known without the text.
///
/// One bit of each of 128 minima of hashes of four consecutive words (b-bit minwise hashing by one
/// permutation: Li & König 2010, Li, Owen & Zhang 2012). Case, punctuation, blanks and the place of
/// tone marks do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sketch(u128);

impl Sketch {
    /// Makes the sketch of a text; nothing of one with fewer than four words.
    pub fn of(text: &str) -> Option<Self> {
        let words = Words::of(&text[..text.floor_char_boundary(SKETCHED)]);
        let mut least = [u64::MAX; SAMPLES];
        for shingle in words.keys().windows(SHINGLE) {
            let hash = shingle.iter().fold(0, |hash: u64, &key| mix(hash ^ u64::from(key)));
            let sample = &mut least[(hash >> 57) as usize];
            *sample = (*sample).min(hash << 7);
        }
        let filled = least.iter().filter(|&&least| least < u64::MAX).count();
        if filled == 0 {
            return None;
        }
        let mut bits = 0;
        for at in 0..SAMPLES {
            // A short text leaves samples empty: they take the next one's, each by its own measure.
            let distance = (0..SAMPLES).find(|by| least[(at + by) % SAMPLES] < u64::MAX)?;
            let taken = mix(least[(at + distance) % SAMPLES] ^ distance as u64);
            bits |= u128::from(taken >> 63) << at;
        }
        Some(Sketch(bits))
    }

    /// Returns about how much two texts have in common, 0 to 100: the share of the runs of four words
    /// in either that are in both. Give or take 10.
    pub fn overlap(self, other: Self) -> u32 {
        let equal = (!(self.0 ^ other.0)).count_ones();
        // Half of the bits are equal by chance.
        (equal.saturating_sub(64) * 100) / 64
    }

    /// Returns it as a number.
    pub fn bits(self) -> u128 {
        self.0
    }

    /// Takes a number that [`Sketch::bits`] gave.
    pub fn of_bits(bits: u128) -> Self {
        Sketch(bits)
    }

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let hexadecimal = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        hexadecimal.then(|| u128::from_str_radix(text, 16).ok().map(Sketch))?
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}
