//! What a file's format says about its text beside the words: headings, emphasis, furniture.

use super::{Fix, FurnitureKind};
use crate::text::TextRange;

/// What a format says. A plain text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The format of the file.
    pub format: Format,
    /// What it says, in reading order. None goes over the end of a paragraph.
    pub marks: Vec<Hint>,
    /// What it says of the outline, as a user would correct it; a user's own corrections count
    /// more.
    pub fixes: Vec<Fix>,
    /// Which lines may be headings.
    pub headings: Headings,
}

/// Which lines of a text may be headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Headings {
    /// Those that look like one: in capitals, in bold, short and over prose.
    #[default]
    Shaped,
    /// Only those that the format marks as headings: it marks all of them.
    Marked,
}

/// Something that a format says of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The words it is about.
    pub range: TextRange,
    /// What it says.
    pub kind: HintKind,
}

/// What a format may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HintKind {
    /// The paragraph is the title.
    Title,
    /// The paragraph is a heading, of level 1 to 6.
    Heading(u8),
    /// The words are in bold.
    Bold,
    /// The words are in italics.
    Italic,
    /// The paragraph is furniture of the page.
    Furniture(FurnitureKind),
    /// The words are those of a cell of a table that spans several columns or rows. Behind it the
    /// line has an empty cell for each further column.
    Spans {
        /// How many columns.
        columns: u16,
        /// How many rows.
        rows: u16,
    },
}

/// The format of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved with all its parts.
    Mhtml,
    /// Word, from 2007 on.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// An e-book.
    Epub,
    /// PDF.
    Pdf,
    /// Word before 2007.
    Doc,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 10] = [
        Format::Text,
        Format::Markdown,
        Format::Html,
        Format::Mhtml,
        Format::Docx,
        Format::Odt,
        Format::Rtf,
        Format::Epub,
        Format::Pdf,
        Format::Doc,
    ];

    /// Finds the format that [`Format::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Mhtml => "mhtml",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Rtf => "rtf",
            Format::Epub => "epub",
            Format::Pdf => "pdf",
            Format::Doc => "doc",
        }
    }

    /// Tells whether the text of such a file is what its bytes say, so that places in it lead back
    /// to bytes.
    pub fn is_text(self) -> bool {
        matches!(self, Format::Text | Format::Markdown)
    }
}
