//! Words that were cut by a hyphen at the end of a line: "in-⏎ternet".
//!
//! Whether the hyphen is one of a compound cannot be seen here, so such words are read both ways.

use std::ops::Range;

/// A word of two pieces, as bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutWord {
    /// The piece before the hyphen.
    pub first: Range<usize>,
    /// The piece behind the blanks.
    pub second: Range<usize>,
}

impl CutWord {
    /// Returns where it is, with what stands between its pieces.
    pub fn range(&self) -> Range<usize> {
        self.first.start..self.second.end
    }

    /// Returns the word as if it had not been cut.
    pub fn joined(&self, text: &str) -> String {
        let mut out = text[self.first.clone()].to_owned();
        out.push_str(&text[self.second.clone()]);
        out
    }
}

/// Finds the words that a hyphen and blanks part, within a paragraph.
pub fn cut_words(text: &str) -> impl Iterator<Item = CutWord> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            // A hyphen of ASCII, or the first byte of another.
            let at = from + memchr::memchr2(b'-', 0xE2, text.as_bytes().get(from..)?)?;
            let hyphen = text[at..].chars().next()?;
            from = at + hyphen.len_utf8();
            let word =
                matches!(hyphen, '-' | '\u{2010}' | '\u{2011}').then(|| around(text, at, from));
            if let Some(word) = word.flatten() {
                return Some(word);
            }
        }
    })
}

/// Returns the word around a hyphen from `at` to `end`.
fn around(text: &str, at: usize, end: usize) -> Option<CutWord> {
    let rest = &text[end..];
    let behind = rest.trim_start_matches([' ', '\n', '\u{A0}']);
    let blanks = &rest[..rest.len() - behind.len()];
    if blanks.is_empty() || blanks.matches('\n').count() > 1 {
        return None;
    }
    let start = text[..at].trim_end_matches(is_letter).len();
    let length = behind.len() - behind.trim_start_matches(is_letter).len();
    let second = text.len() - behind.len();
    (start < at && length > 0)
        .then(|| CutWord { first: start..at, second: second..second + length })
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c)
}
