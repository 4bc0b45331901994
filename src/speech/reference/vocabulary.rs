//! The words of references: `data/lexicon/references.toml`.

use super::word::ReferenceWord;

/// The table `data/lexicon/references.toml`.
const TABLE: &[(&str, &str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/reference_words.rs"));

/// The words of references.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReferenceWords {
    units: &'static [&'static str],
    named: &'static [&'static str],
    ordinal: &'static [&'static str],
    ordinals: &'static [&'static str],
    counted: &'static [&'static str],
    this: &'static [&'static str],
    links: &'static [&'static str],
    joints: &'static [&'static str],
    documents: &'static [&'static str],
    changes: &'static [&'static str],
    compounds: &'static [&'static str],
    defines: &'static [&'static str],
}

/// A word before a number that names a part of a text, by its place in the list, the outermost first.
pub(super) type Unit = usize;

impl ReferenceWords {
    pub(super) fn shipped() -> Self {
        let list = |name: &str| {
            TABLE.iter().find(|(_, of, _)| *of == name).map_or(&[][..], |(.., words)| *words)
        };
        ReferenceWords {
            units: list("units"),
            named: list("named"),
            ordinal: list("ordinal"),
            ordinals: list("ordinals"),
            counted: list("counted"),
            this: list("this"),
            links: list("links"),
            joints: list("joints"),
            documents: list("documents"),
            changes: list("changes"),
            compounds: list("compounds"),
            defines: list("defines"),
        }
    }

    /// Reads a unit at the beginning of words, and tells how many they are.
    pub(super) fn unit(&self, words: &[ReferenceWord<'_>]) -> Option<(Unit, usize)> {
        let lists = self.units.iter().enumerate();
        let found = lists.flat_map(|(unit, names)| {
            names.split('|').filter_map(move |name| Some((unit, begins(words, name)?)))
        });
        found.max_by_key(|(_, count)| *count)
    }

    /// Tells whether a text always names such a part by its word.
    pub(super) fn is_named(&self, unit: Unit) -> bool {
        let names = self.units.get(unit).copied().unwrap_or_default();
        names.split('|').any(|name| self.named.contains(&name))
    }

    /// Tells whether such a part is an appendix.
    pub(super) fn is_annex(unit: Unit) -> bool {
        unit == 0
    }

    /// Reads an ordinal, "thứ hai": its number and how many words it has.
    pub(super) fn ordinal(&self, words: &[ReferenceWord<'_>]) -> Option<(usize, usize)> {
        let first = self.ordinal.iter().find_map(|word| begins(words, word))?;
        let next = words.get(first)?.lower();
        let index =
            self.ordinals.iter().position(|names| names.split('|').any(|name| name == next));
        index.map(|index| (index + 1, first + 1))
    }

    pub(super) fn is_counted(&self, word: &ReferenceWord<'_>) -> bool {
        self.counted.contains(&word.lower().as_str())
    }

    pub(super) fn is_this(&self, word: &ReferenceWord<'_>) -> bool {
        self.this.contains(&word.lower().as_str())
    }

    pub(super) fn is_link(&self, word: &ReferenceWord<'_>) -> bool {
        self.links.contains(&word.lower().as_str())
    }

    pub(super) fn is_joint(&self, word: &ReferenceWord<'_>) -> bool {
        self.joints.contains(&word.lower().as_str())
    }

    /// Reads what a document is called: how many words it has.
    pub(super) fn document(&self, words: &[ReferenceWord<'_>]) -> Option<usize> {
        self.documents.iter().filter_map(|name| begins(words, name)).max()
    }

    /// Tells whether words end in one that says that something is changed.
    pub(super) fn changes(&self, before: &[ReferenceWord<'_>]) -> bool {
        self.changes.iter().any(|name| {
            let count = name.split(' ').count();
            before.len() >= count && begins(&before[before.len() - count..], name).is_some()
        })
    }

    /// Tells whether the last of some words ends a word of its own that only looks like a unit: "thời điểm", "chi tiết".
    pub(super) fn is_compound(&self, words: &[ReferenceWord<'_>]) -> bool {
        let [.., first, _] = words else { return false };
        let from = &words[words.len() - 2..];
        !first.text.is_empty() && self.compounds.iter().any(|name| begins(from, name).is_some())
    }

    /// Tells whether a unit is an article, in which clauses are.
    pub(super) fn is_article(unit: Unit) -> bool {
        unit == 5
    }

    /// Tells whether a unit is a clause, which lies in an article.
    pub(super) fn is_clause(unit: Unit) -> bool {
        unit == 6
    }

    /// Reads what tells that a short form follows: how many bytes of the text it has.
    pub(super) fn defines(&self, text: &str) -> Option<usize> {
        let lower = text.to_lowercase();
        let found = self.defines.iter().filter(|phrase| lower.starts_with(*phrase));
        found.map(|phrase| phrase.len()).max().filter(|length| text.is_char_boundary(*length))
    }
}

/// Tells whether words begin with those of a name, nothing but blanks between them, and how many it has.
fn begins(words: &[ReferenceWord<'_>], name: &str) -> Option<usize> {
    let mut count = 0;
    for part in name.split(' ') {
        let word = words.get(count)?;
        if word.lower() != part || count > 0 && !word.is_behind_blank() {
            return None;
        }
        count += 1;
    }
    Some(count)
}
