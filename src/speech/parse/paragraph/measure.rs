//! How the programs that wrap lines count their length.

/// Longer lines count as this long: no text is wrapped so wide.
const LONGEST: usize = 10_000;

/// What counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// A character of composed text.
    Letter,
    /// A letter or a mark of decomposed text.
    Mark,
    /// A byte of composed text.
    Byte,
}

impl Measure {
    /// Returns the length of a text.
    pub fn of(self, text: &str) -> usize {
        let letters = |text: &str| text.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        let length = match self {
            Measure::Letter => letters(text),
            Measure::Mark => text.chars().map(marks).sum(),
            Measure::Byte => text.len(),
        };
        length.min(LONGEST)
    }
}

/// Returns the word that a wrap cannot break.
pub(super) fn first_word(words: &str) -> &str {
    &words[..memchr::memchr2(b' ', b'\t', words.as_bytes()).unwrap_or(words.len())]
}

/// Counts a letter and its marks.
fn marks(letter: char) -> usize {
    if letter.is_ascii() {
        return 1;
    }
    let mut count = 0;
    unicode_normalization::char::decompose_canonical(letter, |_| count += 1);
    count
}
