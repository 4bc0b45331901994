//! Why a speech could not be opened, and what to do about it.

use crate::formats::read::{ImportError, Limit, UnsupportedKind};
use std::io;
use std::path::{Path, PathBuf};

/// A failure to open a file or folder.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing at the path.
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    /// The system does not let this user read it.
    #[error("{} may not be read", .0.display())]
    Denied(PathBuf),
    /// A folder without a text in it.
    #[error("{} holds no text", .0.display())]
    EmptyFolder(PathBuf),
    /// Larger than the program can address.
    #[error("{} is larger than 1 GiB", .0.display())]
    TooLarge(PathBuf),
    /// Larger than what is taken into the library.
    #[error("{} is too large for the library", .0.display())]
    TooLargeToKeep(PathBuf),
    /// A pipe or device that gave more than is read of one.
    #[error("{} does not end", .0.display())]
    Endless(PathBuf),
    /// A pipe or device in a folder: reading it may never end.
    #[error("{} is no regular file", .0.display())]
    NotAFile(PathBuf),
    /// A folder that lies too deep in others.
    #[error("{} lies too deep", .0.display())]
    TooDeep(PathBuf),
    /// A link to a file outside of the folder that is read.
    #[error("{} leads out of the folder", .0.display())]
    LeadsOut(PathBuf),
    /// A file of which no text can be made.
    #[error("{}: {error}", .path.display())]
    Import {
        /// The file.
        path: PathBuf,
        /// Why.
        error: ImportError,
    },
    /// Anything else the system said.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl OpenError {
    pub(super) fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => OpenError::Missing(path),
            io::ErrorKind::PermissionDenied => OpenError::Denied(path),
            _ => OpenError::Io { path, source },
        }
    }

    /// Returns the file or folder that did not open.
    pub fn path(&self) -> &Path {
        match self {
            OpenError::Missing(path)
            | OpenError::Denied(path)
            | OpenError::EmptyFolder(path)
            | OpenError::TooLarge(path)
            | OpenError::TooLargeToKeep(path)
            | OpenError::Endless(path)
            | OpenError::NotAFile(path)
            | OpenError::TooDeep(path)
            | OpenError::LeadsOut(path)
            | OpenError::Import { path, .. }
            | OpenError::Io { path, .. } => path,
        }
    }

    /// Returns the id and arguments of the message that says this to the user.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let name = |path: &Path| crate::text::printable(&path.to_string_lossy()).into_owned();
        match self {
            OpenError::Missing(path) => ("open-missing", vec![("path", name(path))]),
            OpenError::Denied(path) => ("open-denied", vec![("path", name(path))]),
            OpenError::EmptyFolder(path) => ("open-empty-folder", vec![("path", name(path))]),
            OpenError::TooLarge(path) => ("open-too-large", vec![("path", name(path))]),
            OpenError::TooLargeToKeep(path) => {
                ("open-too-large-to-keep", vec![("path", name(path))])
            }
            OpenError::Endless(path) => ("open-endless", vec![("path", name(path))]),
            OpenError::NotAFile(path) => ("open-not-a-file", vec![("path", name(path))]),
            OpenError::TooDeep(path) => ("open-too-deep", vec![("path", name(path))]),
            OpenError::LeadsOut(path) => ("open-leads-out", vec![("path", name(path))]),
            OpenError::Import { path, error } => {
                let path = ("path", name(path));
                let what = |what: &str| ("what", what.to_owned());
                match error {
                    ImportError::Kind(UnsupportedKind::OldWord) => ("open-old-word", vec![path]),
                    ImportError::Kind(UnsupportedKind::Pdf) => ("open-no-pdf", vec![path]),
                    ImportError::Kind(UnsupportedKind::Office(kind)) => {
                        ("open-office", vec![path, what(kind)])
                    }
                    ImportError::Kind(UnsupportedKind::Picture(kind)) => {
                        ("open-picture", vec![path, what(kind)])
                    }
                    ImportError::Kind(UnsupportedKind::Other(kind)) => {
                        ("open-not-text", vec![path, what(kind)])
                    }
                    ImportError::Damaged { format, reason } => {
                        let reason = crate::text::printable(reason).into_owned();
                        let format = what(&format.name().to_uppercase());
                        ("open-damaged", vec![path, format, ("reason", reason)])
                    }
                    ImportError::Limit(limit) => (limit_message(*limit), vec![path]),
                    ImportError::Encrypted(format) => {
                        ("open-encrypted", vec![path, what(&format.name().to_uppercase())])
                    }
                    ImportError::Apart(reason) => {
                        let reason = crate::text::printable(reason).into_owned();
                        ("open-apart", vec![path, ("reason", reason)])
                    }
                    ImportError::Scan => ("open-scan", vec![path]),
                    ImportError::EmptyArchive => ("open-empty-archive", vec![path]),
                    ImportError::Archive => ("open-archive", vec![path]),
                }
            }
            OpenError::Io { path, source } => {
                ("open-failed", vec![("path", name(path)), ("reason", source.to_string())])
            }
        }
    }
}

/// Returns the message that says which limit a file goes over.
fn limit_message(limit: Limit) -> &'static str {
    match limit {
        Limit::Bytes => "open-limit-bytes",
        Limit::Inflated | Limit::Entries => "open-limit-archive",
        Limit::Depth => "open-limit-depth",
        Limit::Text => "open-limit-text",
        Limit::Lines => "open-limit-lines",
        Limit::Steps => "open-limit-steps",
        Limit::Pages => "open-limit-pages",
    }
}
