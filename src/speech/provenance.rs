//! Where an imported text came from, and what it was before.

use super::Kin;
use jiff::Timestamp;

/// Where a text of the library came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The bytes it is read from.
    pub original: Original,
    /// The title that the text gave when it was imported.
    pub title: String,
    /// Who spoke, when, and a sample of the words: by these another version is known.
    pub kin: Kin,
    /// The fingerprint of the text.
    pub fingerprint: String,
    /// Other bytes that came for the same speech, the latest last.
    pub others: Vec<Original>,
}

/// The bytes of a file as they were when they were imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The file they are kept in, as a path in the folder of imported speeches.
    pub file: String,
    /// What they are to the text that is read.
    pub relation: Relation,
    /// SHA-256 of the bytes, as 64 hexadecimal digits.
    pub hash: String,
    /// How many there are.
    pub length: u64,
    /// Where they came from: a path, a path into an archive, `-` for standard input.
    pub source: String,
    /// When they were imported, to the second.
    pub imported: Timestamp,
    /// How they are encoded, where the user had to say so.
    pub encoding: Option<String>,
}

/// What bytes are to the text that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is read from them.
    Current,
    /// It was read from them before a newer version came.
    Older,
    /// They hold the same words in another form.
    Form,
}

impl Relation {
    /// Returns the name in files and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Current => "current",
            Relation::Older => "older",
            Relation::Form => "form",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Relation::Current, Relation::Older, Relation::Form];
        all.into_iter().find(|relation| relation.name() == name)
    }
}

impl Provenance {
    /// Returns all bytes that came for the speech, those that it is read from first.
    pub fn originals(&self) -> impl Iterator<Item = &Original> {
        std::iter::once(&self.original).chain(&self.others)
    }
}
