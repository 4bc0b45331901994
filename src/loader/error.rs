//! Why a speech could not be opened, and what to do about it.

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
    #[error("{} is larger than 4 GiB", .0.display())]
    TooLarge(PathBuf),
    /// A file of another kind than text.
    #[error("{} is {what}", .path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it is, as a format's name.
        what: &'static str,
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

    /// Gives the id and arguments of the message that says this to the user.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let name = |path: &Path| crate::text::printable(&path.to_string_lossy()).into_owned();
        match self {
            OpenError::Missing(path) => ("open-missing", vec![("path", name(path))]),
            OpenError::Denied(path) => ("open-denied", vec![("path", name(path))]),
            OpenError::EmptyFolder(path) => ("open-empty-folder", vec![("path", name(path))]),
            OpenError::TooLarge(path) => ("open-too-large", vec![("path", name(path))]),
            OpenError::NotText { path, what } => {
                ("open-not-text", vec![("path", name(path)), ("what", (*what).to_owned())])
            }
            OpenError::Io { path, source } => {
                ("open-failed", vec![("path", name(path)), ("reason", source.to_string())])
            }
        }
    }
}
