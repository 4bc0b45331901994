//! The words without their marks, for a text that was typed without any: "Mot la, ra soat".

use super::Lexicon;
use super::offices::MarkPresence;
use crate::speech::parse::rules::RuleFile;
use crate::text::fold::fold;
use crate::text::is_letter;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::borrow::Cow;

/// How many bytes of a text tell whether it has marks.
const READ: usize = 64 * 1024;
/// How many words tell whether a text without marks is Vietnamese, how many of them must be known, and the least share of these.
const WORDS: usize = 600;
const KNOWN: usize = 4;
const SHARE: usize = 25;
/// Tables whose letters and signs are no words.
const NO_WORDS: [&str; 2] = ["letter", "bullet"];

impl Lexicon {
    /// Returns the words that a text is read by: without their marks where it is Vietnamese and has none.
    /// Words that a user added count only with their marks.
    pub(in crate::speech::parse) fn of_text(&self, text: &str) -> Cow<'_, Lexicon> {
        match self.is_unmarked(text) {
            true => Cow::Owned(self.unmarked()),
            false => Cow::Borrowed(self),
        }
    }

    /// Tells whether a text is Vietnamese and was typed without marks.
    fn is_unmarked(&self, text: &str) -> bool {
        let head = &text[..text.floor_char_boundary(READ)];
        if head.chars().any(|c| !c.is_ascii() && is_letter(c)) {
            return false;
        }
        let words = head.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        let (mut all, mut known) = (0, 0);
        for word in words.take(WORDS) {
            all += 1;
            known +=
                usize::from(self.markers.unmarked.iter().any(|own| own.eq_ignore_ascii_case(word)));
        }
        known >= KNOWN && SHARE * known >= all
    }

    fn unmarked(&self) -> Lexicon {
        const SOUND: &str =
            "the shipped lexicon is sound with and without marks, which a test checks";
        let markers = unmarked(RuleFile::Markers).expect(SOUND);
        let roles = unmarked(RuleFile::Roles).expect(SOUND);
        let tables = unmarked(RuleFile::Tables).expect(SOUND);
        let words = Self::assemble(markers, roles, self.furniture.clone(), tables);
        Lexicon { marks: MarkPresence::Missing, ..words }
    }
}

/// Reads the words of a file without their marks.
fn unmarked<T: DeserializeOwned>(file: RuleFile) -> serde_json::Result<T> {
    let mut table: Value = serde_json::from_str(file.compiled())?;
    for (name, words) in table.as_object_mut().into_iter().flatten() {
        if !NO_WORDS.contains(&name.as_str()) {
            strip(words);
        }
    }
    serde_json::from_value(table)
}

/// Takes the marks of all words in a table away.
fn strip(value: &mut Value) {
    match value {
        Value::String(text) => *text = fold(text),
        Value::Array(values) => values.iter_mut().for_each(strip),
        Value::Object(values) => values.values_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
