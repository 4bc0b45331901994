//! Short names for bookmarks.

use xxhash_rust::xxh3::xxh3_64;

/// The letters of an id: none that is easily taken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// How many letters an id has; 30 bits.
const LENGTH: usize = 6;

/// Makes an id from `seed` that `is_taken` does not know.
pub(super) fn make(seed: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut hash = xxh3_64(seed.as_bytes());
    loop {
        let letter = |at: usize| char::from(LETTERS[(hash >> (5 * at)) as usize % LETTERS.len()]);
        let id: String = (0..LENGTH).map(letter).collect();
        if !is_taken(&id) {
            return id;
        }
        hash = xxh3_64(&hash.to_le_bytes());
    }
}
