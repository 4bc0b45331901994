//! Why something could not be read or kept.

use crate::text::printable;
use std::io;
use std::path::{Path, PathBuf};

/// What was being done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It was being read.
    Read,
    /// It, or something in its folder, was being written.
    Write,
    /// Its lock was being taken.
    Lock,
}

/// Why the user's state could not be read or written. Nothing was changed when this is returned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program has held the lock for too long.
    #[error("another program is writing {path:?} and has not finished in {seconds} s; try again")]
    Busy {
        /// The file to be written.
        path: PathBuf,
        /// How long this program waited, in seconds.
        seconds: u64,
    },
    /// The file was written by a newer version of the program.
    #[error("{path:?} has format {found}, and this program writes {known}; update dienvan")]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version in the file.
        found: i64,
        /// The version this program writes.
        known: i64,
    },
    /// The file system refuses, by permissions or because it is read-only.
    #[error("no permission for {path:?}: {source}; change it, or name a folder with --data-dir")]
    Denied {
        /// What was being done.
        doing: Doing,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk or the user's quota is full.
    #[error("the disk of {path:?} is full; nothing was changed; make room and try again")]
    Full {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Anything else that the system reports.
    #[error("{path:?}: {source}")]
    Failed {
        /// What was being done.
        doing: Doing,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl StoreError {
    /// Tells what an error of the system means for `path`.
    pub(super) fn io(doing: Doing, path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::Denied { doing, path, source }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                StoreError::Full { path, source }
            }
            _ => StoreError::Failed { doing, path, source },
        }
    }

    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            StoreError::Busy { path, seconds } => {
                ("store-busy", vec![("path", shown(path)), ("seconds", seconds.to_string())])
            }
            StoreError::Newer { path, found, known } => {
                let versions = [("found", found.to_string()), ("known", known.to_string())];
                ("store-newer", [vec![("path", shown(path))], versions.to_vec()].concat())
            }
            StoreError::Denied { doing: Doing::Read, path, .. } => {
                ("store-read-denied", vec![("path", shown(path))])
            }
            StoreError::Denied { path, .. } => ("store-write-denied", vec![("path", shown(path))]),
            StoreError::Full { path, .. } => ("store-full", vec![("path", shown(path))]),
            StoreError::Failed { doing, path, source } => {
                let id = match doing {
                    Doing::Read => "store-read-failed",
                    Doing::Write => "store-write-failed",
                    Doing::Lock => "store-lock-failed",
                };
                let reason = printable(&source.to_string()).into_owned();
                (id, vec![("path", shown(path)), ("reason", reason)])
            }
        }
    }
}

/// Returns a path as text that cannot act on a terminal.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
