//! What a reader hangs on a bookmark besides a note: tags, a kind, a letter.

use crate::text::{fold, printable};

/// The longest tag, in characters; the rest is cut off.
const LONGEST_TAG: usize = 60;

/// Tags, kind and letter of a bookmark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Words to find it by, each as [`tag`] makes them; none twice.
    pub tags: Vec<String>,
    /// What it means to the reader.
    pub kind: Option<Kind>,
    /// The letter that jumps to it; one bookmark at most has it.
    pub letter: Option<char>,
}

/// What a bookmark means to the reader. A theme gives each a colour, and each has a sign of its
/// own, so that it can be told without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Not to be overlooked.
    Important,
    /// To be done.
    Todo,
    /// To be asked about.
    Question,
    /// Not said before.
    New,
    /// To be quoted.
    Quote,
}

impl Kind {
    /// Every kind, in the order of the menu.
    pub const ALL: [Kind; 5] =
        [Kind::Important, Kind::Todo, Kind::Question, Kind::New, Kind::Quote];

    /// Returns the name that files, JSON and the command line use.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Important => "important",
            Kind::Todo => "todo",
            Kind::Question => "question",
            Kind::New => "new",
            Kind::Quote => "quote",
        }
    }

    /// Finds the kind that [`Kind::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Kind::Important => "kind-important",
            Kind::Todo => "kind-todo",
            Kind::Question => "kind-question",
            Kind::New => "kind-new",
            Kind::Quote => "kind-quote",
        }
    }

    /// Returns the sign that stands for it where there are no colours; one cell wide.
    pub fn sign(self) -> &'static str {
        match self {
            Kind::Important => "★",
            Kind::Todo => "■",
            Kind::Question => "●",
            Kind::New => "✚",
            Kind::Quote => "❞",
        }
    }
}

impl Labels {
    /// Returns the sign of a bookmark: that of its kind, or `◆`.
    pub fn sign(&self) -> &'static str {
        self.kind.map_or("◆", Kind::sign)
    }
}

/// Makes a tag of what was typed: clean, in NFC, without `#` in front, commas and blanks at the
/// ends. Nothing where nothing is left.
pub fn tag(typed: &str) -> Option<String> {
    let clean = printable(typed);
    let words: Vec<&str> =
        clean.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let joined = words.join(" ");
    let bare = joined.trim_start_matches(['#', ' ']);
    let cut: String = bare.chars().take(LONGEST_TAG).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// Reads tags as they are typed: parted by commas, or by `#` before each.
pub fn tags(typed: &str) -> Vec<String> {
    unique(typed.split([',', '#', '\n']).filter_map(tag))
}

/// Drops the tags that are there already. Letters large and small are the same.
pub fn unique(tags: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        let lower = crate::text::lowercase(&tag);
        if !kept.iter().any(|known| crate::text::lowercase(known) == lower) {
            kept.push(tag);
        }
    }
    kept
}

/// Takes a character as the letter of a bookmark, if it is one: a letter of any script, in either
/// case.
pub fn letter(c: char) -> Option<char> {
    c.is_alphabetic().then_some(c)
}

/// Tells whether a tag is the one that is meant, however it is typed.
pub(super) fn is_tag(tag: &str, wanted: &str) -> bool {
    fold(tag) == fold(wanted)
}

#[cfg(test)]
mod tests;
