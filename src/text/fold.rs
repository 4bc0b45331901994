//! Folding for search: case, diacritics and typographic variants fall away.
//!
//! Every character becomes at most one, so a hit in folded text leads back to the exact source.
//! The table holds all 134 Vietnamese letters; unlike stripping marks after decomposition it also
//! folds đ, and Ð, ð and Ɖ, which old pages use in its place.

use super::offset::{OffsetMap, Runs};
use std::ops::Range;

/// A folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    offsets: OffsetMap,
}

impl Folded {
    /// Gives the range of the source that a range of the folded text stands for; both in bytes.
    /// Combining marks that were dropped behind the last character belong to it.
    pub fn source_range(&self, folded: Range<usize>) -> Range<usize> {
        self.offsets.to_source(folded.start)..self.offsets.to_source(folded.end)
    }
}

/// Folds one character; nothing for a combining mark, which goes with its letter.
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(if c == '\n' { ' ' } else { c.to_ascii_lowercase() });
    }
    Some(match c {
        'à' | 'ả' | 'ã' | 'á' | 'ạ' | 'ă' | 'ằ' | 'ẳ' | 'ẵ' | 'ắ' | 'ặ' | 'â' | 'ầ' | 'ẩ' | 'ẫ'
        | 'ấ' | 'ậ' | 'À' | 'Ả' | 'Ã' | 'Á' | 'Ạ' | 'Ă' | 'Ằ' | 'Ẳ' | 'Ẵ' | 'Ắ' | 'Ặ' | 'Â'
        | 'Ầ' | 'Ẩ' | 'Ẫ' | 'Ấ' | 'Ậ' => 'a',
        'è' | 'ẻ' | 'ẽ' | 'é' | 'ẹ' | 'ê' | 'ề' | 'ể' | 'ễ' | 'ế' | 'ệ' | 'È' | 'Ẻ' | 'Ẽ' | 'É'
        | 'Ẹ' | 'Ê' | 'Ề' | 'Ể' | 'Ễ' | 'Ế' | 'Ệ' => 'e',
        'ì' | 'ỉ' | 'ĩ' | 'í' | 'ị' | 'Ì' | 'Ỉ' | 'Ĩ' | 'Í' | 'Ị' => 'i',
        'ò' | 'ỏ' | 'õ' | 'ó' | 'ọ' | 'ô' | 'ồ' | 'ổ' | 'ỗ' | 'ố' | 'ộ' | 'ơ' | 'ờ' | 'ở' | 'ỡ'
        | 'ớ' | 'ợ' | 'Ò' | 'Ỏ' | 'Õ' | 'Ó' | 'Ọ' | 'Ô' | 'Ồ' | 'Ổ' | 'Ỗ' | 'Ố' | 'Ộ' | 'Ơ'
        | 'Ờ' | 'Ở' | 'Ỡ' | 'Ớ' | 'Ợ' => 'o',
        'ù' | 'ủ' | 'ũ' | 'ú' | 'ụ' | 'ư' | 'ừ' | 'ử' | 'ữ' | 'ứ' | 'ự' | 'Ù' | 'Ủ' | 'Ũ' | 'Ú'
        | 'Ụ' | 'Ư' | 'Ừ' | 'Ử' | 'Ữ' | 'Ứ' | 'Ự' => 'u',
        'ỳ' | 'ỷ' | 'ỹ' | 'ý' | 'ỵ' | 'Ỳ' | 'Ỷ' | 'Ỹ' | 'Ý' | 'Ỵ' => 'y',
        'đ' | 'Đ' | 'ð' | 'Ð' | 'Ɖ' => 'd',
        '\u{0300}'..='\u{036F}' => return None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Folds a text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a text to the end of `out`; for a buffer that is used again.
pub fn fold_into(text: &str, out: &mut String) {
    out.extend(text.chars().filter_map(fold_char));
}

/// Folds a text and records the way back.
pub fn fold_with_map(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    let mut runs = Runs::default();
    for (at, c) in text.char_indices() {
        if let Some(folded) = fold_char(c) {
            runs.mark(out.len(), at);
            out.push(folded);
        }
    }
    runs.mark(out.len(), text.len());
    let mut offsets = OffsetMap::default();
    offsets.push_earlier(runs);
    Folded { text: out, offsets }
}

/// Tells whether a character bears something that folding takes away, other than its case.
pub fn is_marked(c: char) -> bool {
    !c.is_ascii()
        && fold_char(c).is_none_or(|folded| folded.is_ascii_lowercase() && c.is_alphabetic())
}
