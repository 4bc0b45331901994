//! What the command line has to refuse, and what to do about it.

use super::aim::Refusal;
use super::args::COMMANDS;
use crate::i18n::{Arg, Messages};
use crate::library::files::OpenError;
use crate::library::imports::RemovalError;
use crate::notebook::NotAFilter;
use crate::notebook::formats::NotBookmarks;
use crate::search::QueryError;
use crate::settings::nearest as nearest_name;
use crate::speech::Format;
use crate::text::printable;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::PathBuf;

/// A request that cannot be met.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    /// A file or folder did not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The configuration file that was asked for is not there.
    #[error("no configuration file at {}", .0.display())]
    NoConfig(PathBuf),
    /// No encoding has that name.
    #[error("{0:?} is no encoding")]
    UnknownEncoding(String),
    /// The library has no speech.
    #[error("the library is empty")]
    EmptyLibrary,
    /// No speech has that name, and no title those words.
    #[error("{what:?} is no speech")]
    Unknown {
        /// What was asked for.
        what: String,
        /// Ids that come near, with titles.
        nearest: Vec<String>,
        /// The command that the first word comes near.
        command: Option<&'static str>,
    },
    /// Several speeches answer where one is wanted.
    #[error("{what:?} is several speeches")]
    Ambiguous {
        /// What was asked for.
        what: String,
        /// Their addresses, ids or files, with titles.
        candidates: Vec<String>,
    },
    /// A speech does not have that item or series.
    #[error("{speech} has no {item}")]
    NoItem {
        /// The address within the speech.
        item: String,
        /// The id of the speech.
        speech: String,
        /// The series that it has, with their counts.
        series: Vec<String>,
    },
    /// Raw bytes are not for a terminal.
    #[error("original bytes on a terminal")]
    OriginalOnTerminal,
    /// A book is not for a terminal.
    #[error("a book on a terminal")]
    BookOnTerminal,
    /// Nothing says which format to write.
    #[error("no format")]
    NoFormat,
    /// The ending of a file's name stands for no format.
    #[error("no format has the ending {0:?}")]
    UnknownEnding(String),
    /// Several speeches for one file.
    #[error("{0} speeches for one file")]
    OneFile(usize),
    /// A file is in the way.
    #[error("{} is there", .0.display())]
    Exists(PathBuf),
    /// A file cannot be written.
    #[error("{} cannot be written", path.display())]
    NotWritten {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Some of several files were not written, which was told.
    #[error("{0} files were not written")]
    SomeNotWritten(usize),
    /// A part of a file whose text is not its bytes.
    #[error("a part of a {} as it was", .0.name())]
    OriginalOfPart(Format),
    /// No task in what was asked for.
    #[error("no tasks")]
    NoTasks,
    /// No speech of the library fits.
    #[error("no speech fits {0:?}")]
    NothingListed(String),
    /// All speeches of the library were put away.
    #[error("all speeches are archived")]
    AllArchived,
    /// No hit.
    #[error("{0:?} is not found")]
    NoHits(String),
    /// A query that is none.
    #[error("a wrong query")]
    Query(QueryError),
    /// A search for nothing.
    #[error("nothing to search for")]
    EmptyQuery,
    /// No bookmarks.
    #[error("no bookmarks")]
    NoBookmarks,
    /// No bookmark fits the filter.
    #[error("no bookmark fits")]
    NoneFits,
    /// No bookmark has that id.
    #[error("no bookmark {0}")]
    UnknownBookmark(String),
    /// A text holds no bookmarks that are understood.
    #[error("{file}: {reason}")]
    NotBookmarks {
        /// The file.
        file: String,
        /// Why.
        reason: NotBookmarks,
    },
    /// No speech of the bookmarks has a web address.
    #[error("no links")]
    NoLinks,
    /// The files hold no bookmark.
    #[error("nothing to import")]
    NothingToImport,
    /// A filter names a role or kind that there is none of.
    #[error("not a filter")]
    Filter(NotAFilter),
    /// Some bookmarks are not where they were.
    #[error("{0} bookmarks are uncertain or lost")]
    Unresolved(usize),
    /// The words to bookmark are not in the text.
    #[error("{0:?} is not in the text")]
    NoQuote(String),
    /// The words to bookmark are in the text more than once.
    #[error("{quote:?} is in the text {count} times")]
    ManyQuotes {
        /// The words.
        quote: String,
        /// How often they are there.
        count: usize,
    },
    /// Something cannot be corrected as wished.
    #[error(transparent)]
    Correction(Refusal),
    /// There is no text in what was to be imported.
    #[error("no texts")]
    NoTexts,
    /// Some files were not imported; each was told.
    #[error("{0} files were not imported")]
    NotTaken(usize),
    /// A speech has no file of its own, beside which something could be written.
    #[error("{0} has no file")]
    NoFile(String),
    /// A file was not imported: it is the user's own.
    #[error("{} was not imported", .0.display())]
    NotImported(PathBuf),
    /// Nothing was deleted.
    #[error("nothing was deleted")]
    NothingDeleted,
    /// No speech of that name was deleted.
    #[error("{0} was not deleted")]
    NotDeleted(String),
    /// A speech was not deleted or brought back.
    #[error(transparent)]
    Removal(RemovalError),
    /// A day that no calendar has.
    #[error("{0:?} is no date")]
    NotADate(String),
    /// The configuration file has problems, which were told.
    #[error("{0} problems in the configuration")]
    BadConfig(usize),
}

impl CliError {
    /// Names the command that was probably meant where the first of `words` was none, and nothing else
    /// was found by them.
    pub(super) fn with_command(error: anyhow::Error, words: &[OsString]) -> anyhow::Error {
        let word = words.first().map(|word| word.to_string_lossy()).unwrap_or_default();
        match error.downcast::<CliError>() {
            Ok(CliError::Unknown { what, nearest, .. }) => {
                let is_word = !word.contains(['.', '/']);
                let command = is_word.then(|| nearest_name(&word, COMMANDS)).flatten();
                CliError::Unknown { what, nearest, command }.into()
            }
            Ok(error) => error.into(),
            Err(error) => error,
        }
    }

    /// Gives the exit status: 1 where nothing was found, 2 for an error.
    pub(super) fn status(&self) -> u8 {
        match self {
            CliError::EmptyLibrary
            | CliError::Unknown { .. }
            | CliError::NoItem { .. }
            | CliError::NoTasks
            | CliError::NoHits(_)
            | CliError::NothingListed(_)
            | CliError::AllArchived
            | CliError::NoBookmarks
            | CliError::NoneFits
            | CliError::NoLinks
            | CliError::NothingToImport
            | CliError::NoTexts
            | CliError::NothingDeleted
            | CliError::NotDeleted(_)
            | CliError::UnknownBookmark(_)
            | CliError::Unresolved(_)
            | CliError::NoQuote(_) => 1,
            CliError::Correction(refusal) => refusal.status(),
            CliError::Open(_)
            | CliError::NoConfig(_)
            | CliError::UnknownEncoding(_)
            | CliError::Ambiguous { .. }
            | CliError::OriginalOnTerminal
            | CliError::BookOnTerminal
            | CliError::NoFormat
            | CliError::UnknownEnding(_)
            | CliError::OneFile(_)
            | CliError::Exists(_)
            | CliError::NotWritten { .. }
            | CliError::SomeNotWritten(_)
            | CliError::Query(_)
            | CliError::OriginalOfPart(_)
            | CliError::EmptyQuery
            | CliError::Filter(_)
            | CliError::NotBookmarks { .. }
            | CliError::ManyQuotes { .. }
            | CliError::NotTaken(_)
            | CliError::NoFile(_)
            | CliError::NotImported(_)
            | CliError::Removal(_)
            | CliError::NotADate(_)
            | CliError::BadConfig(_) => 2,
        }
    }

    /// Says it in the reader's language: a sentence, and below it what there is to choose from.
    pub(super) fn message(&self, messages: &Messages) -> String {
        let clean = |text: &str| Arg::Text(printable(text).into_owned().into());
        let say = |id: &str, name: &str, value: &str| messages.with(id, &[(name, clean(value))]);
        let with_list = |head: String, list: &[String]| {
            list.iter().fold(head, |text, line| text + "\n  " + &printable(line))
        };
        match self {
            CliError::Open(error) => open_message(error, messages),
            CliError::Query(error) => error.say(messages),
            CliError::NoConfig(path) => say("error-no-config", "path", &path.to_string_lossy()),
            CliError::UnknownEncoding(name) => say("error-unknown-encoding", "name", name),
            CliError::EmptyLibrary => messages.get("error-empty-library"),
            CliError::Unknown { what, nearest, command } => {
                let found = match nearest.as_slice() {
                    [] => say("error-unknown", "what", what),
                    near => with_list(say("error-unknown-nearest", "what", what), near),
                };
                match command {
                    None => found,
                    Some(name) => found + "\n" + &say("error-meant-command", "command", name),
                }
            }
            CliError::Ambiguous { what, candidates } => {
                with_list(say("error-ambiguous", "what", what), candidates)
            }
            CliError::NoItem { item, speech, series } if series.is_empty() => {
                messages.with("error-no-items", &[("item", clean(item)), ("speech", clean(speech))])
            }
            CliError::NoItem { item, speech, series } => messages.with(
                "error-no-item",
                &[
                    ("item", clean(item)),
                    ("speech", clean(speech)),
                    ("series", clean(&series.join(", "))),
                ],
            ),
            CliError::OriginalOnTerminal => messages.get("error-original-on-terminal"),
            CliError::BookOnTerminal => messages.get("error-book-on-terminal"),
            CliError::NoFormat => messages.get("error-no-format"),
            CliError::UnknownEnding(ending) => say("error-unknown-ending", "ending", ending),
            CliError::OneFile(count) => {
                messages.with("error-one-file", &[("count", (*count).into())])
            }
            CliError::Exists(path) => say("error-exists", "path", &path.to_string_lossy()),
            CliError::NotWritten { path, source } => {
                let id = match source.kind() {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        "error-write-denied"
                    }
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "error-write-full",
                    ErrorKind::NotFound | ErrorKind::NotADirectory => "error-write-no-folder",
                    _ => "error-write-failed",
                };
                let path = ("path", clean(&path.to_string_lossy()));
                messages.with(id, &[path, ("reason", clean(&source.to_string()))])
            }
            CliError::SomeNotWritten(count) => {
                messages.with("error-some-not-written", &[("count", (*count).into())])
            }
            CliError::OriginalOfPart(format) => {
                say("error-original-of-part", "format", &format.name().to_uppercase())
            }
            CliError::NoTasks => messages.get("error-no-tasks"),
            CliError::AllArchived => messages.get("error-all-archived"),
            CliError::NothingListed(filter) => say("error-nothing-listed", "filter", filter),
            CliError::NoHits(query) => say("error-no-hits", "query", query),
            CliError::EmptyQuery => messages.get("error-empty-query"),
            CliError::Filter(NotAFilter::Role(value)) => say("filter-no-role", "value", value),
            CliError::Filter(NotAFilter::Kind(value)) => say("filter-no-kind", "value", value),
            CliError::NoBookmarks => messages.get("error-no-bookmarks"),
            CliError::NotBookmarks { file, reason } => {
                let file = ("file", clean(file));
                match reason {
                    NotBookmarks::Broken(reason) => {
                        messages.with("import-broken", &[file, ("reason", clean(reason))])
                    }
                    NotBookmarks::Unknown => messages.with("import-unknown", &[file]),
                    NotBookmarks::Newer { found, known } => {
                        let (found, known) = (found.to_string(), known.to_string());
                        let args = [file, ("found", clean(&found)), ("known", clean(&known))];
                        messages.with("import-newer", &args)
                    }
                    NotBookmarks::Lacks { entry } => {
                        messages.with("import-lacks", &[file, ("entry", (*entry).into())])
                    }
                }
            }
            CliError::NoLinks => messages.get("error-no-links"),
            CliError::NothingToImport => messages.get("error-nothing-to-import"),
            CliError::NoneFits => messages.get("error-none-fits"),
            CliError::UnknownBookmark(id) => say("error-unknown-bookmark", "id", id),
            CliError::Unresolved(count) => {
                messages.with("error-unresolved", &[("count", (*count).into())])
            }
            CliError::NoQuote(quote) => say("error-no-quote", "quote", quote),
            CliError::Correction(refusal) => refusal.message(messages),
            CliError::ManyQuotes { quote, count } => messages
                .with("error-many-quotes", &[("quote", clean(quote)), ("count", (*count).into())]),
            CliError::NoTexts => messages.get("error-no-texts"),
            CliError::NotTaken(count) => {
                messages.with("error-not-taken", &[("count", messages.count(*count).into())])
            }
            CliError::NoFile(id) => say("error-no-file", "id", id),
            CliError::NotImported(path) => {
                let error = RemovalError::NotImported(path.clone());
                self::say(error.message(), messages)
            }
            CliError::NotDeleted(id) => {
                self::say(RemovalError::NotDeleted(id.clone()).message(), messages)
            }
            CliError::Removal(error) => self::say(error.message(), messages),
            CliError::NothingDeleted => messages.get("error-nothing-deleted"),
            CliError::NotADate(date) => say("error-not-a-date", "date", date),
            CliError::BadConfig(count) => {
                messages.with("error-bad-config", &[("count", (*count).into())])
            }
        }
    }
}

/// Says why a file did not open.
pub(super) fn open_message(error: &OpenError, messages: &Messages) -> String {
    say(error.message(), messages)
}

/// Says a message whose arguments are all text.
pub(super) fn say((id, args): (&str, Vec<(&'static str, String)>), messages: &Messages) -> String {
    let args: Vec<(&str, Arg)> =
        args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    messages.with(id, &args)
}
