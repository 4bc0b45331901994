//! The words of queries in both languages: what is typed → the English name that the program goes by, and that name → the
//! word that a language writes.

use crate::i18n::Lang;
use crate::text::fold;

/// What words of queries name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryWords {
    /// Keys of conditions: `role`, "loại".
    Keys,
    /// Roles of lists and items.
    Roles,
    /// What speeches are.
    Kinds,
    /// Where words are looked for.
    Places,
    /// How deadlines stand.
    Due,
    /// How far tasks are.
    States,
    /// The user's offices, or none.
    Offices,
    /// Kinds of bookmarks.
    Marks,
    /// What is no part of a speech.
    Furniture,
    /// Orders and groups of lists.
    Orders,
}

/// The table `data/lexicon/query.toml`: what a word names, its English name, the words in Vietnamese.
type WordTable = &'static [(&'static str, &'static str, &'static [&'static str])];

const TABLE: WordTable = include!(concat!(env!("OUT_DIR"), "/query_words.rs"));

impl QueryWords {
    /// Every set of words.
    pub const ALL: [QueryWords; 10] = [
        QueryWords::Keys,
        QueryWords::Roles,
        QueryWords::Kinds,
        QueryWords::Places,
        QueryWords::Due,
        QueryWords::States,
        QueryWords::Offices,
        QueryWords::Marks,
        QueryWords::Furniture,
        QueryWords::Orders,
    ];

    /// Returns the English name of what was typed in either language: with or without marks, in one piece or not.
    pub fn find(self, typed: &str) -> Option<&'static str> {
        let typed = squeezed(typed);
        if typed.is_empty() {
            return None;
        }
        let named = self.entries().find(|(name, _)| squeezed(name) == typed);
        let found = named.or_else(|| {
            self.entries().find(|(_, words)| words.iter().any(|word| squeezed(word) == typed))
        });
        found.map(|(name, _)| name)
    }

    /// Returns the word that a language writes for an English name; the name itself where there is no other.
    pub fn word(self, name: &str, lang: Lang) -> String {
        let words = self.entries().find(|(english, _)| *english == name).map(|(_, words)| words);
        match (lang, words) {
            (Lang::Vi, Some([first, ..])) => (*first).to_owned(),
            _ => name.to_owned(),
        }
    }

    /// Returns the key of a condition as a language writes it: Vietnamese has one word for what a list is and what a speech
    /// is, and the value tells which is meant.
    pub fn key(name: &str, lang: Lang) -> String {
        match (lang, name) {
            (Lang::Vi, "role" | "kind") => QueryWords::Keys.word("type", lang),
            _ => QueryWords::Keys.word(name, lang),
        }
    }

    /// Returns all words for an English name in Vietnamese, the usual one first.
    pub fn vietnamese(self, name: &str) -> &'static [&'static str] {
        self.entries().find(|(english, _)| *english == name).map_or(&[], |(_, words)| words)
    }

    fn entries(self) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
        let table = self.table();
        TABLE.iter().filter(move |(of, ..)| *of == table).map(|(_, name, words)| (*name, *words))
    }

    fn table(self) -> &'static str {
        match self {
            QueryWords::Keys => "key",
            QueryWords::Roles => "role",
            QueryWords::Kinds => "kind",
            QueryWords::Places => "place",
            QueryWords::Due => "due",
            QueryWords::States => "state",
            QueryWords::Offices => "office",
            QueryWords::Marks => "mark",
            QueryWords::Furniture => "furniture",
            QueryWords::Orders => "order",
        }
    }
}

/// Returns a word without marks, capitals and what stands between its syllables.
fn squeezed(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}
