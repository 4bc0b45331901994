//! The keys by which words, phrases and the signs of roles are found.
//!
//! The key of a sign is made of the keys of the words of its name and of the signs between them, so that a word
//! of a text is hashed once and its key is used in the signs of every place. `build.rs` reads this file too.

/// What parts the words of a name.
const SEPARATORS: [u8; 5] = [b'=', b':', b'.', b'?', b' '];
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Returns the key of a word.
pub const fn of_word(word: &[u8]) -> u64 {
    let mut key = word.len() as u64;
    let mut at = 0;
    while at < word.len() {
        let mut eight = 0;
        let end = if word.len() - at < 8 { word.len() } else { at + 8 };
        while at < end {
            eight = eight << 8 | word[at] as u64;
            at += 1;
        }
        key = join(key, eight);
    }
    key
}

/// Returns the key of a name that goes on with a word or a sign.
pub const fn join(key: u64, next: u64) -> u64 {
    let mixed = (key ^ next).wrapping_mul(FACTOR);
    mixed ^ mixed >> 29
}

/// Returns the key of a name that goes on with the words and signs of a part. A part begins and ends where words do.
pub const fn extend(mut key: u64, part: &[u8]) -> u64 {
    let mut rest = part;
    while let Some((first, others)) = rest.split_first() {
        if is_separator(*first) {
            key = join(key, *first as u64);
            rest = others;
            continue;
        }
        let mut end = 1;
        while end < rest.len() && !is_separator(rest[end]) {
            end += 1;
        }
        let (word, others) = rest.split_at(end);
        key = join(key, of_word(word));
        rest = others;
    }
    key
}

/// Returns the key of a name.
pub const fn of(name: &str) -> u64 {
    extend(0, name.as_bytes())
}

/// Returns the place of a key in a table, before that is cut to the table's length.
pub const fn place(key: u64) -> usize {
    (key ^ key >> 32) as usize
}

const fn is_separator(byte: u8) -> bool {
    let mut at = 0;
    while at < SEPARATORS.len() {
        if SEPARATORS[at] == byte {
            return true;
        }
        at += 1;
    }
    false
}
