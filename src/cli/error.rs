//! What the command line has to refuse, and what to do about it.

use super::outline::refusal::Refusal;
use crate::i18n::{Message, Messages, Value};
use crate::library::TaskTrouble;
use crate::library::files::OpenError;
use crate::library::imports::RemovalError;
use crate::notebook::NotAFilter;
use crate::notebook::formats::NotBookmarks;
use crate::register::formats::NotATable;
use crate::search::QueryError;
use crate::speech::Format;
use crate::text::printable;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A request that cannot be met.
#[derive(Debug)]
pub(super) enum CliError {
    /// A file or folder did not open.
    Open(OpenError),
    /// The configuration file that was asked for is not there.
    NoConfig(PathBuf),
    /// No encoding has that name.
    UnknownEncoding(String),
    /// The library has no speech.
    EmptyLibrary,
    /// No speech has that name, and no title those words.
    Unknown {
        /// What was asked for.
        what: String,
        /// Ids that come near, with titles.
        nearest: Vec<String>,
        /// The command that the first word comes near.
        command: Option<String>,
    },
    /// Several speeches answer where one is wanted.
    Ambiguous {
        /// What was asked for.
        what: String,
        /// Their addresses, ids or files, with titles.
        candidates: Vec<String>,
    },
    /// A speech does not have that item or series.
    NoItem {
        /// The address within the speech.
        item: String,
        /// The id of the speech.
        speech: String,
        /// The series that it has, with their counts.
        series: Vec<String>,
    },
    /// Raw bytes are not for a terminal.
    OriginalOnTerminal,
    /// A book is not for a terminal.
    BookOnTerminal,
    /// Nothing says which format to write.
    NoFormat,
    /// The ending of a file's name stands for no format.
    UnknownEnding(String),
    /// So many speeches for one file.
    OneFile(usize),
    /// A file is in the way.
    Exists(PathBuf),
    /// A file or folder cannot be written.
    NotWritten(PathBuf, io::Error),
    /// So many of several files were not written, which was told.
    SomeNotWritten(usize),
    /// A part of a file whose text is not its bytes.
    OriginalOfPart(Format),
    /// No task in what was asked for.
    NoTasks,
    /// No assignment in what was asked for.
    NoAssignments,
    /// No assignment is as it was asked for.
    NoneAsked,
    /// A workbook is not for a terminal.
    WorkbookOnTerminal,
    /// The ending of a file's name stands for no format of tasks.
    NoTaskFormat(String),
    /// A table for the eye is not written to a file.
    TableInFile,
    /// The register is exported as a page alone.
    RegisterAsPage,
    /// A file is no table of tasks that came back.
    NotATable(PathBuf, NotATable),
    /// So many rows of a table that came back were not taken; each was told.
    TasksNotTaken(usize),
    /// Nothing can be said of a task.
    Task(TaskTrouble),
    /// No speech of the library fits.
    NothingListed(String),
    /// All speeches of the library were put away.
    AllArchived,
    /// No hit.
    NoHits(String),
    /// A query that is none.
    Query(QueryError),
    /// A search for nothing.
    EmptyQuery,
    /// No bookmarks.
    NoBookmarks,
    /// No bookmark fits the filter.
    NoneFits,
    /// No bookmark has that id.
    UnknownBookmark(String),
    /// No task has that id, or is at that address.
    UnknownTask(String),
    /// Several tasks answer where one is wanted.
    ManyTasks {
        /// What was asked for.
        what: String,
        /// Their ids, with their words.
        candidates: Vec<String>,
    },
    /// The text of a file holds no bookmarks that are understood.
    NotBookmarks(String, NotBookmarks),
    /// No speech of the bookmarks has a web address.
    NoLinks,
    /// The files hold no bookmark.
    NothingToImport,
    /// A filter names a role or kind that there is none of.
    Filter(NotAFilter),
    /// So many bookmarks are not where they were.
    Unresolved(usize),
    /// The words to bookmark are not in the text.
    NoQuote(String),
    /// The words to bookmark are in the text so many times.
    ManyQuotes(String, usize),
    /// Something cannot be corrected as wished.
    Correction(Refusal),
    /// There is no text in what was to be imported.
    NoTexts,
    /// So many files were not imported; each was told.
    NotTaken(usize),
    /// A speech has no file of its own, beside which something could be written.
    NoFile(String),
    /// Nothing was deleted.
    NothingDeleted,
    /// A speech was not deleted or brought back.
    Removal(RemovalError),
    /// A day that no calendar has.
    NotADate(String),
    /// The configuration has so many problems, which were told.
    BadConfig(usize),
}

/// The exit status where nothing was found.
const NOTHING: u8 = 1;
/// The exit status of an error.
const WRONG: u8 = 2;

impl CliError {
    /// Returns the exit status.
    pub(super) fn status(&self) -> u8 {
        self.told().0
    }

    /// Says it in the reader's language: a sentence, and below it what there is to choose from.
    pub(super) fn message(&self, messages: &Messages) -> String {
        let said = match self {
            CliError::Query(error) => error.say(messages),
            _ => messages.say(&self.told().1),
        };
        let (list, command) = match self {
            CliError::Unknown { nearest, command, .. } => (nearest.as_slice(), command.as_deref()),
            CliError::Ambiguous { candidates, .. } | CliError::ManyTasks { candidates, .. } => {
                (candidates.as_slice(), None)
            }
            _ => (&[][..], None),
        };
        let said = list.iter().fold(said, |said, line| said + "\n  " + &printable(line));
        match command {
            None => said,
            Some(name) => {
                let args = [("command", name.into())];
                said + "\n" + &messages.with("error-meant-command", &args)
            }
        }
    }

    /// Returns the exit status and the message of every error.
    fn told(&self) -> (u8, Message) {
        match self {
            CliError::Open(error) => (WRONG, error.message().into()),
            CliError::NoConfig(path) => (WRONG, of_path("error-no-config", path)),
            CliError::UnknownEncoding(name) => (WRONG, of("error-unknown-encoding", "name", name)),
            CliError::EmptyLibrary => (NOTHING, "error-empty-library".into()),
            CliError::Unknown { what, nearest, .. } if nearest.is_empty() => {
                (NOTHING, of("error-unknown", "what", what))
            }
            CliError::Unknown { what, .. } => (NOTHING, of("error-unknown-nearest", "what", what)),
            CliError::Ambiguous { what, .. } => (WRONG, of("error-ambiguous", "what", what)),
            CliError::NoItem { item, speech, series } => {
                let id = if series.is_empty() { "error-no-items" } else { "error-no-item" };
                let args = [("item", item), ("speech", speech), ("series", &series.join(", "))];
                (NOTHING, Message::with(id, args.map(|(name, text)| (name, clean(text)))))
            }
            CliError::OriginalOnTerminal => (WRONG, "error-original-on-terminal".into()),
            CliError::BookOnTerminal => (WRONG, "error-book-on-terminal".into()),
            CliError::NoFormat => (WRONG, "error-no-format".into()),
            CliError::UnknownEnding(ending) => {
                (WRONG, of("error-unknown-ending", "ending", ending))
            }
            CliError::OneFile(count) => (WRONG, counted("error-one-file", *count)),
            CliError::Exists(path) => (WRONG, of_path("error-exists", path)),
            CliError::NotWritten(path, source) => (WRONG, not_written(path, source)),
            CliError::SomeNotWritten(count) => (WRONG, counted("error-some-not-written", *count)),
            CliError::OriginalOfPart(format) => {
                (WRONG, of("error-original-of-part", "format", &format.name().to_uppercase()))
            }
            CliError::NoTasks => (NOTHING, "error-no-tasks".into()),
            CliError::NoAssignments => (NOTHING, "error-no-assignments".into()),
            CliError::NoneAsked => (NOTHING, "error-none-asked".into()),
            CliError::WorkbookOnTerminal => (WRONG, "error-workbook-on-terminal".into()),
            CliError::NoTaskFormat(ending) => (WRONG, of("error-no-task-format", "ending", ending)),
            CliError::TableInFile => (WRONG, "error-table-in-file".into()),
            CliError::RegisterAsPage => (WRONG, "error-register-as-page".into()),
            CliError::NotATable(path, NotATable::Unreadable) => {
                (WRONG, of_path("error-table-unreadable", path))
            }
            CliError::NotATable(path, NotATable::NoIds) => {
                (WRONG, of_path("error-table-without-ids", path))
            }
            CliError::TasksNotTaken(count) => (NOTHING, counted("error-tasks-not-taken", *count)),
            CliError::Task(error) => (WRONG, error.message().into()),
            CliError::NothingListed(filter) => {
                (NOTHING, of("error-nothing-listed", "filter", filter))
            }
            CliError::AllArchived => (NOTHING, "error-all-archived".into()),
            CliError::NoHits(query) => (NOTHING, of("error-no-hits", "query", query)),
            CliError::Query(error) => (WRONG, error.message().into()),
            CliError::EmptyQuery => (WRONG, "error-empty-query".into()),
            CliError::NoBookmarks => (NOTHING, "error-no-bookmarks".into()),
            CliError::NoneFits => (NOTHING, "error-none-fits".into()),
            CliError::UnknownBookmark(id) => (NOTHING, of("error-unknown-bookmark", "id", id)),
            CliError::UnknownTask(what) => (NOTHING, of("error-unknown-task", "what", what)),
            CliError::ManyTasks { what, .. } => (WRONG, of("error-many-tasks", "what", what)),
            CliError::NotBookmarks(file, reason) => (WRONG, not_bookmarks(file, reason)),
            CliError::NoLinks => (NOTHING, "error-no-links".into()),
            CliError::NothingToImport => (NOTHING, "error-nothing-to-import".into()),
            CliError::Filter(NotAFilter::Role(value)) => {
                (WRONG, of("filter-no-role", "value", value))
            }
            CliError::Filter(NotAFilter::Kind(value)) => {
                (WRONG, of("filter-no-kind", "value", value))
            }
            CliError::Unresolved(count) => (NOTHING, counted("error-unresolved", *count)),
            CliError::NoQuote(quote) => (NOTHING, of("error-no-quote", "quote", quote)),
            CliError::ManyQuotes(quote, count) => {
                let args = [("quote", clean(quote)), ("count", (*count).into())];
                (WRONG, Message::with("error-many-quotes", args))
            }
            CliError::Correction(refusal) => refusal.told(),
            CliError::NoTexts => (NOTHING, "error-no-texts".into()),
            CliError::NotTaken(count) => (WRONG, counted("error-not-taken", *count)),
            CliError::NoFile(id) => (WRONG, of("error-no-file", "id", id)),
            CliError::NothingDeleted => (NOTHING, "error-nothing-deleted".into()),
            CliError::Removal(error @ RemovalError::NotDeleted(_)) => {
                (NOTHING, error.message().into())
            }
            CliError::Removal(error) => (WRONG, error.message().into()),
            CliError::NotADate(date) => (WRONG, of("error-not-a-date", "date", date)),
            CliError::BadConfig(count) => (WRONG, counted("error-bad-config", *count)),
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told().1.id())
    }
}

impl std::error::Error for CliError {}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        CliError::Open(error)
    }
}

fn clean(text: &str) -> Value {
    printable(text).into_owned().into()
}

fn of(id: &str, name: &'static str, text: &str) -> Message {
    Message::with(id, [(name, clean(text))])
}

fn of_path(id: &str, path: &Path) -> Message {
    of(id, "path", &path.to_string_lossy())
}

fn counted(id: &str, count: usize) -> Message {
    Message::with(id, [("count", count.into())])
}

fn not_written(path: &Path, source: &io::Error) -> Message {
    let id = match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "error-write-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "error-write-full",
        ErrorKind::NotFound | ErrorKind::NotADirectory => "error-write-no-folder",
        _ => "error-write-failed",
    };
    let reason = clean(&source.to_string());
    Message::with(id, [("path", clean(&path.to_string_lossy())), ("reason", reason)])
}

fn not_bookmarks(file: &str, reason: &NotBookmarks) -> Message {
    let file = ("file", clean(file));
    match reason {
        NotBookmarks::Broken(reason) => {
            Message::with("import-broken", [file, ("reason", clean(reason))])
        }
        NotBookmarks::Unknown => Message::with("import-unknown", [file]),
        NotBookmarks::Newer { found, known } => {
            let (found, known) = (found.to_string().into(), known.to_string().into());
            Message::with("import-newer", [file, ("found", found), ("known", known)])
        }
        NotBookmarks::Lacks { entry } => {
            Message::with("import-lacks", [file, ("entry", (*entry).into())])
        }
    }
}
