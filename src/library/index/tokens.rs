//! From text to the words that the index knows: syllables, once without marks and once with them.
//!
//! A syllable is a run of letters and digits with the marks that go with them; characters of
//! scripts without blanks between words stand alone. What stands between two syllables does not
//! count: "phòng, chống" is two syllables one after the other. Searching a text takes the same
//! for syllables, so that the index misses nothing that the text would give.

use crate::text::fold::fold_into;
use crate::text::hyphen::cut_words;
use crate::text::spelling::spell_into;
use std::collections::HashMap;

/// Which form of a syllable is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyllableForm {
    /// Without marks and case, as [`fold`](crate::text::fold) writes it.
    Plain,
    /// With its marks, as [`spelling`](crate::text::spelling) writes it.
    Marked,
}

/// The longest token, in bytes of the text; of a longer run the first part stands for all.
const LONGEST: usize = 200;
/// How much of the text around a cut word is given with it, in bytes.
const AROUND: usize = 300;
/// How many syllables are remembered with their forms: more than Vietnamese has.
const MOST_KNOWN: usize = 50_000;

/// Returns syllables their forms, and remembers them: a text has few that are not in others.
#[derive(Clone, Debug)]
pub struct Former {
    form: SyllableForm,
    known: HashMap<Box<str>, Box<str>>,
}

impl Former {
    /// Makes one that knows no syllable yet.
    pub fn new(form: SyllableForm) -> Self {
        Former { form, known: HashMap::new() }
    }

    /// Writes the form of a syllable into `out`.
    pub fn form_into(&mut self, syllable: &str, out: &mut String) {
        out.clear();
        if syllable.is_ascii() {
            out.push_str(syllable);
            out.make_ascii_lowercase();
            return;
        }
        if let Some(known) = self.known.get(syllable) {
            out.push_str(known);
            return;
        }
        match self.form {
            SyllableForm::Plain => fold_into(syllable, out),
            SyllableForm::Marked => spell_into(syllable, out),
        }
        if self.known.len() < MOST_KNOWN {
            self.known.insert(syllable.into(), out.as_str().into());
        }
    }
}

/// Returns where the next syllable of a text is, from an offset on.
pub fn next_syllable(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut chars = text.get(from..)?.char_indices();
    let (start, first) = chars.by_ref().find(|&(_, c)| c.is_alphanumeric())?;
    let mut end = from + start + first.len_utf8();
    let mut before = first;
    for (at, c) in chars {
        let is_mark = ('\u{300}'..='\u{36F}').contains(&c);
        if !is_mark && (!c.is_alphanumeric() || stands_alone(before) || stands_alone(c)) {
            break;
        }
        if !is_mark {
            before = c;
        }
        end = from + at + c.len_utf8();
    }
    Some((from + start, end))
}

/// Returns the words that were cut at the end of a line as if they had not been, each with some words
/// around it, so that rows of words are found.
pub fn uncut(text: &str) -> String {
    let mut out = String::new();
    let words: Vec<_> = cut_words(text).collect();
    if words.len() * 2 * AROUND >= text.len() {
        let mut from = 0;
        for word in words {
            out.push_str(&text[from..word.first.end.max(from)]);
            from = word.second.start;
        }
        out.push_str(&text[from..]);
        return out;
    }
    for word in words {
        let range = word.range();
        let start = text.floor_char_boundary(range.start.saturating_sub(AROUND));
        let end = text.floor_char_boundary(range.end + AROUND);
        out.push_str(&text[start..range.start]);
        out.push_str(&word.joined(text));
        out.push_str(&text[range.end..end.max(range.end)]);
        out.push('\n');
    }
    out
}

/// Returns the part of a run of letters that is taken for it.
pub fn cut(syllable: &str) -> &str {
    &syllable[..syllable.floor_char_boundary(LONGEST)]
}

/// Tells whether a character is a word by itself.
fn stands_alone(c: char) -> bool {
    ('\u{2E80}'..='\u{A4CF}').contains(&c) || ('\u{F900}'..='\u{FAFF}').contains(&c)
}
