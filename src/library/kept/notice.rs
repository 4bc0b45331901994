//! What the user should know although nothing failed.

use super::error::shown;
use std::path::PathBuf;

/// Something about the user's files that the user should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileNotice {
    /// A file is not valid; it is left alone until something has to be written.
    Broken {
        /// The file.
        path: PathBuf,
        /// The 1-based line of the mistake.
        line: usize,
        /// What is wrong, in the words of the TOML reader.
        reason: String,
    },
    /// A file that is not valid was kept under another name, and a new one was begun.
    SetAside {
        /// The file.
        path: PathBuf,
        /// The name that the old contents have now.
        aside: PathBuf,
        /// The 1-based line of the mistake.
        line: usize,
        /// What is wrong, in the words of the TOML reader.
        reason: String,
    },
    /// An entry lacks something it needs; it stays in the file and is not used.
    EntryLacks {
        /// The file.
        path: PathBuf,
        /// The 1-based line where the entry begins.
        line: usize,
        /// The missing key.
        key: &'static str,
    },
    /// A value of an entry is not of the kind it should be; the entry stays in the file and is
    /// not used.
    EntryWrong {
        /// The file.
        path: PathBuf,
        /// The 1-based line where the entry begins.
        line: usize,
        /// The key of the value.
        key: &'static str,
    },
    /// A file was written by a newer version of the program: what is understood is shown, and
    /// nothing can be written.
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// The version in the file.
        found: i64,
        /// The version this program writes.
        known: i64,
    },
    /// A file of the program's own could not be read; it goes on without.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A note was not kept because the bookmark is gone: another program removed it.
    Gone {
        /// The bookmark.
        id: String,
    },
}

impl FileNotice {
    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            FileNotice::Broken { path, line, reason } => (
                "store-broken",
                vec![("path", shown(path)), ("line", line.to_string()), ("reason", reason.clone())],
            ),
            FileNotice::SetAside { path, aside, line, reason } => (
                "store-set-aside",
                vec![
                    ("path", shown(path)),
                    ("aside", shown(aside)),
                    ("line", line.to_string()),
                    ("reason", reason.clone()),
                ],
            ),
            FileNotice::EntryLacks { path, line, key } => (
                "store-entry-lacks",
                vec![("path", shown(path)), ("line", line.to_string()), ("key", (*key).to_owned())],
            ),
            FileNotice::EntryWrong { path, line, key } => (
                "store-entry-wrong",
                vec![("path", shown(path)), ("line", line.to_string()), ("key", (*key).to_owned())],
            ),
            FileNotice::ReadOnly { path, found, known } => (
                "store-read-only",
                vec![
                    ("path", shown(path)),
                    ("found", found.to_string()),
                    ("known", known.to_string()),
                ],
            ),
            FileNotice::Unreadable { path, reason } => {
                ("store-unreadable", vec![("path", shown(path)), ("reason", reason.clone())])
            }
            FileNotice::Gone { id } => ("store-gone", vec![("id", id.clone())]),
        }
    }
}
