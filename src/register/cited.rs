//! Is this the document that is asked for? By its number, however it is written: "57-NQ/TW", "NQ 57", "Nghị quyết 57".

use super::row::RegisterCell;
use crate::text::fold;
use serde::Deserialize;
use std::collections::BTreeMap;

const SHIPPED: &str = include_str!("../../data/lexicon/documents.toml");

/// A document that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedDocument {
    /// What was asked, folded, without blanks.
    asked: String,
    /// What it is, by the letters of its number, and its number.
    kind: Option<String>,
    number: Option<String>,
    /// The words of a name without a number: "Luật Đất đai".
    words: Vec<String>,
    kinds: DocumentKinds,
}

/// The names of kinds by the letters of their numbers, both folded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "DocumentTable")]
struct DocumentKinds(Vec<(String, String)>);

#[derive(Deserialize)]
struct DocumentTable {
    kinds: BTreeMap<String, String>,
}

impl From<DocumentTable> for DocumentKinds {
    fn from(table: DocumentTable) -> Self {
        let folded = |(code, name): (&String, &String)| (fold(code), fold(name));
        DocumentKinds(table.kinds.iter().map(folded).collect())
    }
}

impl DocumentKinds {
    fn shipped() -> Self {
        toml::from_str(SHIPPED).expect("a test reads the shipped words")
    }

    /// Finds what kind folded words tell, by its name or its letters.
    fn told_by(&self, words: &str) -> Option<String> {
        let has = |part: &str| format!(" {words} ").contains(&format!(" {part} "));
        self.0.iter().find(|(code, name)| has(code) || has(name)).map(|(code, _)| code.clone())
    }
}

impl WantedDocument {
    /// Asks for a document by its number, by its kind and number, or by words of its name.
    pub fn new(asked: &str) -> Self {
        let kinds = DocumentKinds::shipped();
        let folded = fold(asked);
        let is_whole = folded.contains(['-', '/']);
        let number = first_number(&folded).filter(|_| !is_whole);
        let kind = number.as_ref().and_then(|_| kinds.told_by(&folded));
        let words = folded.split_whitespace().map(str::to_owned).collect();
        // "Nghị quyết số 57-NQ/TW" is asked for by its number.
        let from = folded.find(|c: char| c.is_ascii_digit()).filter(|_| is_whole).unwrap_or(0);
        WantedDocument { asked: without_blanks(&folded[from..]), kind, number, words, kinds }
    }

    /// Tells whether a speech is the one: by the number that it bears, or by how its title begins where it bears none.
    pub fn is_borne_by(&self, title: &str, number: Option<&str>) -> bool {
        match number {
            Some(_) => self.is_called(title, number),
            None => {
                let bare = |words: &str| fold(words).replace(" so ", " ");
                let (title, asked) = (bare(title), bare(&self.words.join(" ")));
                asked.contains(|c: char| c.is_ascii_digit()) && begins_with(&title, &asked)
            }
        }
    }

    /// Tells whether a cited document is the one: its words, and its number where it has one.
    pub fn is(&self, cell: &RegisterCell, number: Option<&str>) -> bool {
        self.is_called(&cell.text, number)
    }

    fn is_called(&self, words: &str, number: Option<&str>) -> bool {
        let words = fold(words);
        match (&self.number, number) {
            (Some(wanted), _) => {
                let number = number.map(fold).unwrap_or_default();
                let found = first_number(&number).or_else(|| first_number(&words));
                found.as_ref() == Some(wanted) && self.is_kind(&number, &words)
            }
            (None, Some(number)) if self.asked.contains(|c: char| c.is_ascii_digit()) => {
                let number = without_blanks(&fold(number));
                begins_with(&number, &self.asked)
            }
            (None, None) if self.asked.contains(['-', '/']) => {
                let words = without_blanks(&words);
                words.match_indices(&self.asked).any(|(at, _)| {
                    !words[..at].ends_with(|c: char| c.is_ascii_digit())
                        && begins_with(&words[at..], &self.asked)
                })
            }
            (None, _) => format!(" {words} ").contains(&format!(" {} ", self.words.join(" "))),
        }
    }

    /// Tells whether a document is of the wanted kind; one that does not tell its kind may be.
    fn is_kind(&self, number: &str, words: &str) -> bool {
        let Some(wanted) = &self.kind else { return true };
        let letters = number
            .split(|c: char| !c.is_alphabetic())
            .find(|part| self.kinds.0.iter().any(|(code, _)| code == part));
        match letters.map(str::to_owned).or_else(|| self.kinds.told_by(words)) {
            Some(kind) => kind == *wanted,
            None => true,
        }
    }
}

/// Tells whether a number is the wanted one, or begins with it: "42/2014" is "42/2014/QĐ-TTg".
fn begins_with(number: &str, wanted: &str) -> bool {
    number.strip_prefix(wanted).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns the first figures of a text, without zeros before them.
fn first_number(text: &str) -> Option<String> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?;
    Some(digits.trim_start_matches('0').to_owned())
}
