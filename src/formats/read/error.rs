//! Why a file gives no text.

use crate::speech::Format;

/// A file that gives no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A kind of file that is not read.
    #[error("{} is not read", .0.name())]
    Kind(UnsupportedKind),
    /// The file is broken, or is not what it claims to be.
    #[error("damaged {}: {reason}", .format.name())]
    Damaged {
        /// What it claims to be.
        format: Format,
        /// What was found.
        reason: String,
    },
    /// The file goes over a limit.
    #[error("over the limit: {0:?}")]
    Limit(Limit),
    /// A password is needed.
    #[error("the {} is encrypted", .0.name())]
    Encrypted(Format),
    /// It is read in a process of its own, and that did not start.
    #[error("it is read in a process of its own, which did not start: {0}")]
    Apart(String),
    /// Pages that are pictures.
    #[error("the PDF holds no text")]
    Scan,
    /// An archive without a text in it.
    #[error("the archive holds no text")]
    EmptyArchive,
    /// An archive with texts in it is many speeches, no one.
    #[error("the archive holds several texts")]
    Archive,
}

/// A kind of file that is not read, by what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnsupportedKind {
    /// Word before Word 6, or any before 2007 where the program was built without it: convert it.
    OldWord,
    /// A format of Office that is no text: a table, slides.
    Office(&'static str),
    /// A picture: read it with character recognition.
    Picture(&'static str),
    /// PDF, where the program was built without it.
    Pdf,
    /// Something else that is surely no text.
    Other(&'static str),
}

impl UnsupportedKind {
    /// The names of what lies in the container of old Word documents and is none.
    pub const OLD_OFFICE: [&str; 4] = ["XLS", "PPT", "VSD", "MSG"];

    /// Finds what [`UnsupportedKind::name`] calls `name`, of what may lie in the container of old Word documents.
    pub fn of_old_office(name: &str) -> Option<UnsupportedKind> {
        match name {
            "DOC" => Some(UnsupportedKind::OldWord),
            _ => Self::OLD_OFFICE
                .into_iter()
                .find(|known| *known == name)
                .map(UnsupportedKind::Office),
        }
    }

    /// Gives the name of the kind, which is a format's own.
    pub fn name(self) -> &'static str {
        match self {
            UnsupportedKind::OldWord => "DOC",
            UnsupportedKind::Pdf => "PDF",
            UnsupportedKind::Office(name)
            | UnsupportedKind::Picture(name)
            | UnsupportedKind::Other(name) => name,
        }
    }
}

impl ImportError {
    pub(super) fn damaged(format: Format, reason: impl ToString) -> Self {
        ImportError::Damaged { format, reason: reason.to_string() }
    }
}

/// Which limit a file went over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// The file is too large.
    Bytes,
    /// An archive becomes too large.
    Inflated,
    /// An archive has too many entries.
    Entries,
    /// Elements lie too deep in one another.
    Depth,
    /// Too much text comes out.
    Text,
    /// Too many lines.
    Lines,
    /// Too many steps.
    Steps,
    /// Too many pages.
    Pages,
}
