//! The words of offices, as `data/lexicon/offices.toml` has them, with or without their marks.

use super::marks::Marks;
use super::words::{NameWords, words};
use serde::Deserialize;
use std::collections::HashMap;

const SHIPPED: &str = include_str!("../../../data/lexicon/offices.toml");

/// The words by which cells are cut into offices and compared.
#[derive(Clone, Debug)]
pub(super) struct OfficeVocabulary {
    pub marks: Marks,
    /// What is written in several ways, by its first word: the longest first.
    replacements: HashMap<String, Vec<(NameWords, NameWords)>>,
    pub kinds: NamePhrases,
    pub shared: NamePhrases,
    pub bare: NamePhrases,
    pub generic: NamePhrases,
    pub plural: NamePhrases,
    pub open: NamePhrases,
    pub places: NamePhrases,
    pub persons: NamePhrases,
    heads: Vec<(NameWords, NameWords)>,
}

/// Phrases, the longest first.
#[derive(Clone, Debug)]
pub(super) struct NamePhrases(Vec<NameWords>);

#[derive(Deserialize)]
struct OfficeTable {
    same: Vec<Vec<String>>,
    compounds: Vec<String>,
    kinds: Vec<String>,
    shared: Vec<String>,
    bare: Vec<String>,
    generic: Vec<String>,
    plural: Vec<String>,
    open: Vec<String>,
    places: Vec<String>,
    silent: Vec<String>,
    heads: HashMap<String, String>,
    persons: PersonTable,
}

#[derive(Deserialize)]
struct PersonTable {
    titles: Vec<String>,
}

impl OfficeVocabulary {
    /// Returns the words that come with the program.
    pub fn shipped(marks: Marks) -> Self {
        let table: OfficeTable = toml::from_str(SHIPPED).expect("a test reads the shipped words");
        let split = |text: &str| words(text, marks);
        let phrases = |all: &[String]| NamePhrases::new(all.iter().map(|text| split(text)));
        let mut replacements: HashMap<String, Vec<(NameWords, NameWords)>> = HashMap::new();
        let mut replace = |from: NameWords, to: NameWords| {
            if let Some(first) = from.first() {
                replacements.entry(first.clone()).or_default().push((from, to));
            }
        };
        for group in &table.same {
            let Some(name) = group.first() else { continue };
            for other in &group[1..] {
                replace(split(other), split(name));
            }
        }
        for name in &table.compounds {
            replace(split(name), split(name));
        }
        for name in &table.silent {
            replace(split(name), Vec::new());
        }
        for all in replacements.values_mut() {
            all.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        }
        let mut heads: Vec<_> =
            table.heads.iter().map(|(title, kind)| (split(title), split(kind))).collect();
        heads.sort_by_key(|(title, _)| std::cmp::Reverse(title.len()));
        OfficeVocabulary {
            marks,
            replacements,
            kinds: phrases(&table.kinds),
            shared: phrases(&table.shared),
            bare: phrases(&table.bare),
            generic: phrases(&table.generic),
            plural: phrases(&table.plural),
            open: phrases(&table.open),
            places: phrases(&table.places),
            persons: phrases(&table.persons.titles),
            heads,
        }
    }

    /// Returns how many of these words are written otherwise, and the words that they are read as.
    pub fn replacement<'w>(
        &self,
        first: &str,
        rest: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<(usize, &[String])> {
        let fits = |from: &NameWords| {
            let mut rest = rest.clone();
            from[1..].iter().all(|word| rest.next() == Some(word))
        };
        let all = self.replacements.get(first)?;
        all.iter().find(|(from, _)| fits(from)).map(|(from, to)| (from.len(), to.as_slice()))
    }

    /// Tells whether words are nothing but the title of one who heads an office.
    pub fn is_head(&self, words: &[String]) -> bool {
        self.heads.iter().any(|(title, _)| title == words)
    }

    /// Takes the title off a name whose head is the office itself.
    pub fn without_head(&self, name: &[String]) -> NameWords {
        let mut name = name.to_vec();
        while let Some((title, kind)) =
            self.heads.iter().find(|(title, _)| name.len() > title.len() && name.starts_with(title))
        {
            let rest = name.split_off(title.len());
            name = if rest.starts_with(kind) { rest } else { [kind.as_slice(), &rest].concat() };
        }
        name
    }
}

impl NamePhrases {
    fn new(all: impl Iterator<Item = NameWords>) -> Self {
        let mut all: Vec<NameWords> = all.filter(|phrase| !phrase.is_empty()).collect();
        all.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        NamePhrases(all)
    }

    /// Returns how many words the longest phrase has that a name begins with.
    pub fn at_start(&self, name: &[String]) -> Option<usize> {
        self.0.iter().find(|phrase| name.starts_with(phrase)).map(Vec::len)
    }
}
