//! How far an update of the index is, what it did, and why it failed.

use std::io;
use std::path::PathBuf;

/// How far an update is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexProgress {
    /// How many files were read.
    pub done: usize,
    /// How many there are to read.
    pub total: usize,
}

/// What an update did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// Which files were read and parsed: new ones and changed ones.
    pub read: Vec<PathBuf>,
    /// How many files had another time, but the same bytes as before.
    pub same: usize,
    /// Which files have the bytes of a file known by another name, moved ones and copies: what was
    /// known about that is known about them.
    pub taken: Vec<PathBuf>,
    /// How many files were taken out.
    pub removed: usize,
    /// Which files could not be read; they are tried again when they change.
    pub failed: Vec<PathBuf>,
    /// Whether all was done, or the update was stopped.
    pub complete: bool,
}

/// Why an update did not come about.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// Another program is writing.
    #[error("another program is writing the index")]
    Busy,
    /// The system refuses: the disk is full, or the folder may not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The index cannot be written.
    #[cfg(feature = "fulltext")]
    #[error(transparent)]
    Index(#[from] tantivy::TantivyError),
}

impl UpdateError {
    /// Tells whether it lies in the files of the index, and not in the disk they are on.
    #[cfg(feature = "fulltext")]
    pub(super) fn is_of_index(&self) -> bool {
        use tantivy::TantivyError as Error;
        use tantivy::directory::error::OpenWriteError;
        let UpdateError::Index(error) = self else { return false };
        matches!(
            error,
            Error::OpenWriteError(OpenWriteError::FileAlreadyExists(_))
                | Error::OpenReadError(_)
                | Error::DataCorruption(_)
                | Error::SchemaError(_)
                | Error::IncompatibleIndex(_)
        )
    }

    #[cfg(not(feature = "fulltext"))]
    pub(super) fn is_of_index(&self) -> bool {
        false
    }
}
