//! Folding for search: case, diacritics, typographic variants and the length of blanks fall away.
//!
//! A ligature becomes its letters and every other character at most one, so a hit in folded text leads
//! back to the exact source.
//! The table holds all 134 Vietnamese letters; unlike stripping marks after decomposition it also
//! folds đ, and Ð, ð and Ɖ, which old pages use in its place. Letters of other languages lose the
//! marks that decomposition takes off them.

use super::letter::bare;
use super::offset::{OffsetMap, Runs};
use super::spread::spread;
use std::ops::Range;
use unicode_normalization::char::decompose_canonical;

/// A folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    offsets: OffsetMap,
    /// What single characters became that stand for several, in order.
    spreads: Vec<Range<usize>>,
}

impl Folded {
    /// Returns the range of the source that a range of the folded text stands for; both in bytes.
    /// What was dropped behind the last character, combining marks and further blanks, belongs to
    /// it.
    pub fn source_range(&self, folded: Range<usize>) -> Range<usize> {
        let after = self.spreads.partition_point(|spread| spread.start < folded.start);
        let around = self.spreads[..after].last().filter(|spread| folded.start < spread.end);
        let start = around.map_or(folded.start, |spread| spread.start);
        self.offsets.to_source(start)..self.offsets.to_source(folded.end)
    }
}

/// Folds one character; nothing for a combining mark, which goes with its letter. Of a ligature it
/// gives the first letter; [`fold_each`] gives all.
pub fn fold_char(c: char) -> Option<char> {
    spread(c).next().and_then(fold_one)
}

/// Folds one character and gives what it becomes, in order, to `take`.
pub fn fold_each(c: char, mut take: impl FnMut(char)) {
    if c.is_ascii() {
        take(if c == '\n' { ' ' } else { c.to_ascii_lowercase() });
    } else if let Some(letter) = bare(c) {
        take(letter.into());
    } else {
        spread(c).filter_map(fold_one).for_each(take);
    }
}

fn fold_one(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(if c == '\n' { ' ' } else { c.to_ascii_lowercase() });
    }
    if let Some(letter) = bare(c) {
        return Some(letter.into());
    }
    Some(match c {
        '\u{0300}'..='\u{036F}' => return None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        _ => {
            let bare = without_marks(c);
            let letter = if bare == c { c } else { spread(bare).next().unwrap_or(bare) };
            letter.to_lowercase().next().unwrap_or(letter)
        }
    })
}

/// Returns the letter that `c` is but for marks; `c` itself if it is made of anything else.
fn without_marks(c: char) -> char {
    let mut letter = None;
    let mut only_marks = true;
    decompose_canonical(c, |part| match letter {
        None => letter = Some(part),
        Some(_) => only_marks &= ('\u{300}'..='\u{36F}').contains(&part),
    });
    letter.filter(|_| only_marks).unwrap_or(c)
}

/// Folds a text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a text to the end of `out`; for a buffer that is used again.
pub fn fold_into(text: &str, out: &mut String) {
    let mut blank = false;
    for c in text.chars() {
        fold_each(c, |folded| {
            if folded != ' ' || !blank {
                out.push(folded);
            }
            blank = folded == ' ';
        });
    }
}

/// Folds a text and records the way back.
pub fn fold_with_map(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    let mut runs = Runs::default();
    let mut spreads = Vec::new();
    let mut blank = false;
    for (at, c) in text.char_indices() {
        // What ends within a ligature ends behind it.
        let mut source = at;
        let from = out.len();
        let mut count = 0;
        fold_each(c, |folded| {
            if folded != ' ' || !blank {
                runs.mark(out.len(), source);
                out.push(folded);
            }
            blank = folded == ' ';
            source = at + c.len_utf8();
            count += 1;
        });
        if count > 1 {
            spreads.push(from..out.len());
        }
    }
    runs.mark(out.len(), text.len());
    let mut offsets = OffsetMap::default();
    offsets.push_earlier(runs);
    Folded { text: out, offsets, spreads }
}

/// Tells whether a character bears something that folding takes away, other than its case.
pub fn is_marked(c: char) -> bool {
    // A ligature bears none.
    let is_spread = || spread(c).next() != Some(c);
    !c.is_ascii()
        && fold_one(c).is_none_or(|folded| folded.is_ascii_lowercase() && c.is_alphabetic())
        && !is_spread()
}
