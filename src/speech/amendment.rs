//! What a user changes of what is known about a speech.

use super::Standing;

/// An entry of what is known about a speech that a user may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// What it is, by the name of a [`SpeechKind`](super::SpeechKind).
    Kind,
    /// Who spoke.
    Speaker,
    /// The speaker's office.
    Office,
    /// The day, as `YYYY-MM-DD`.
    Date,
    /// The meeting it was given at.
    Occasion,
    /// Where it was given.
    Place,
    /// The number of the document.
    Number,
    /// Where the text is published.
    Url,
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 9] = [
        Field::Title,
        Field::Kind,
        Field::Speaker,
        Field::Office,
        Field::Date,
        Field::Occasion,
        Field::Place,
        Field::Number,
        Field::Url,
    ];

    /// Returns the name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Kind => "kind",
            Field::Speaker => "speaker",
            Field::Office => "office",
            Field::Date => "date",
            Field::Occasion => "occasion",
            Field::Place => "place",
            Field::Number => "number",
            Field::Url => "url",
        }
    }
}

/// A change of what is known about a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// An entry is this; empty: it is what the text says.
    Field(Field, String),
    /// The speech is put away, or back.
    Standing(Standing),
}
