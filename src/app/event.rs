//! What happens to the reader, and what it wants done.

use super::entry::Shelved;
use super::file_work::{FileExport, HitGathering, ImportedTexts};
use super::id::EntryId;
use super::library_search::{LibraryAnswer, LibraryRequest};
use super::notice::Notice;
use super::place::{LeftPlace, Remembered};
use super::register::{TasksProgress, TasksRead};
use super::scope::ShelfScope;
use super::text_search::Completeness;
use crate::i18n::Message;
use crate::library::catalog::Progress;
use crate::notebook::{Bookmark, Change, Draft};
use crate::register::{KeptTask, OfficeSettings, TaskWish};
use crate::search::{Hidden, Hit, Query};
use crate::settings::Settings;
use crate::settings::keymap::KeyPress;
use crate::settings::theme::Shade;
use crate::speech::correction::{Checked, Edit};
use crate::speech::{Amendment, Home, Metadata, SavedSearch, Saving, Speech, SpeechId};
use crate::text::TextPos;
use std::collections::HashMap;
use std::path::PathBuf;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyPress),
    /// No key has followed those before, though [`App::holds_keys`](super::App::holds_keys).
    NoKeyFollowed,
    /// The time of a line is over, where the text moves on by itself: [`App::next_line_in`](super::App::next_line_in).
    NextLine,
    /// Text was pasted.
    Paste(String),
    /// The wheel was turned over a cell: so many rows down, or up if negative.
    Wheel(isize),
    /// A cell was clicked: column and row, from 0.
    Click(u16, u16),
    /// The mouse was moved to a column, its button held.
    Drag(u16),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// The speech of this entry was opened, or could not be: then the message.
    Opened(EntryId, Result<Box<NewSpeech>, Message>),
    /// More of a speech is known: the rest of its text, or its outline.
    Grown(EntryId, Box<NewSpeech>),
    /// Hits of the search with this number, and whether these are all.
    Found(u64, Vec<Hit>, Completeness),
    /// The bookmarks as they are stored now, or why they could not be changed.
    Bookmarks(Result<Stored, Message>),
    /// Another program may have changed the bookmarks.
    BookmarksTouched,
    /// The bookmarks as they were read for [`Effect::ReadBookmarks`], with its number.
    Renewed(u64, Vec<Bookmark>),
    /// A text was copied, and how.
    Copied(CopyWay, Box<Copied>),
    /// The bookmarks, where there are so many that the first screen did not wait for them.
    Loaded(Vec<Bookmark>),
    /// What came of editing a note outside: its text, if there is one, and what went wrong.
    Edited {
        /// The text.
        text: Option<String>,
        /// What went wrong.
        trouble: Option<Message>,
    },
    /// The terminal told how light its background is.
    Shade(Shade),
    /// The program runs again after it was stopped.
    Resumed,
    /// Files of the library or of what was named, those that were asked for or have changed.
    Shelved(ShelfScope, Vec<Shelved>),
    /// Files of the library, or of open speeches, that are no longer there.
    Gone(Vec<PathBuf>),
    /// The file of an open speech that has changed.
    Touched(PathBuf),
    /// The new version of the open speech of this entry, or why it cannot be read.
    Reloaded(EntryId, Result<Box<NewSpeech>, Message>),
    /// What is being done for the library.
    Keeping(Keeping),
    /// What the library answers to the search with this number.
    Hunted(u64, Box<LibraryAnswer>),
    /// The saved searches as they are stored now, or why they could not be changed.
    Saved(Result<Vec<SavedSearch>, Message>),
    /// What is known about the speech of this entry now, or why it was not changed.
    Amended(EntryId, Result<Box<Amended>, Message>),
    /// The speech of this entry was deleted, or why it was not.
    Removed(EntryId, Result<SpeechId, Message>),
    /// A deleted speech is back, or why it is not.
    Restored(Result<Box<Shelved>, Message>),
    /// How far speeches were read, by the fingerprints of their texts.
    Places(HashMap<String, Progress>),
    /// What has become of the files that these bookmarks were made in, with regard to the open speech
    /// of this entry.
    Homes(EntryId, Vec<(String, Home)>),
    /// What the configuration says of offices now, or why it was not changed.
    OfficesTaken(Result<Box<OfficeSettings>, Message>),
    /// The tasks of the open speech of this entry.
    TasksRead(EntryId, Box<TasksRead>),
    /// Tasks of the library so far, for the request with this number.
    LibraryTasksRead(ShelfScope, u64, Box<TasksRead>, TasksProgress),
    /// What is kept of assignments, as it is stored now, or why it could not be read or changed. The last to come is
    /// the newest.
    KeptTasks(Result<Vec<KeptTask>, Message>),
    /// Another program may have changed what is kept of assignments.
    TasksTouched,
    /// What was searched for in earlier runs, the last one last.
    History(Vec<String>),
    /// A path that was being typed, and the paths that it may become.
    Completed(String, Vec<String>),
    /// The texts at a path that was asked for, or why there are none.
    TextsFound(Result<Vec<PathBuf>, Message>),
    /// What became of texts that were to be taken into the library.
    Imported(Result<Box<ImportedTexts>, Message>),
    /// The settings as the configuration has them now, what was chosen in the reader laid over them, and what is wrong.
    SettingsRead(Box<Settings>, Vec<Notice>),
    /// A text is to be copied, which was made in the background.
    ToCopy(Box<Copied>),
    /// Bookmarks of the passages of hits, still to be stored.
    Gathered(Vec<Bookmark>),
    /// Something to tell the reader.
    Told(Notice),
}

/// A text for the clipboard, and what to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The text.
    pub text: String,
    /// What it is, in short.
    pub what: String,
    /// How many characters the passage has.
    pub count: usize,
}

/// How a text was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyWay {
    /// Into the paste buffer of tmux.
    Tmux,
    /// It was sent to the terminal (OSC 52), which does not tell whether it took it.
    Terminal,
    /// It was not: that is switched off.
    Off,
}

/// The bookmarks after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// All of them.
    pub bookmarks: Vec<Bookmark>,
    /// The ids of those that were to be changed and are gone: another program removed them.
    pub gone: Vec<String>,
}

/// What is known about a speech after it was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// What takes the change back.
    pub before: Amendment,
    /// The change.
    pub after: Amendment,
    /// The name of the speech.
    pub id: SpeechId,
    /// What is known about it.
    pub meta: Metadata,
}

/// Whether the library is on the shelf.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stock {
    /// Nobody asked for it: other speeches were named.
    #[default]
    Named,
    /// Its files are there.
    Listed,
    /// Its files are still to be listed.
    Coming,
}

/// Whether the user has chosen anything in the reader that is kept: the first time says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choosing {
    /// Not yet.
    First,
    /// Yes.
    #[default]
    Known,
}

/// What is being done for the library in the background.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing.
    #[default]
    Done,
    /// Its files are being listed.
    Listing,
    /// Its files are being read for the index.
    Indexing {
        /// How many were read.
        done: usize,
        /// How many there are to read.
        total: usize,
    },
}

/// A speech that comes into the reader.
#[derive(Clone, Debug)]
pub struct NewSpeech {
    /// The speech.
    pub speech: Speech,
    /// What to say about how it was read.
    pub notices: Vec<Notice>,
    /// Where the reader left it.
    pub left: Option<LeftPlace>,
    /// What became of its corrections.
    pub corrections: Vec<Checked>,
}

/// Something to be done outside the state.
#[derive(Clone, Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back and stop until resumed.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Put text on a clipboard; then [`Event::Copied`] comes.
    Copy(Box<Copied>),
    /// Read the bookmarks again, after so many changes were stored.
    ReadBookmarks(u64),
    /// Open the file of this entry.
    Open(EntryId, PathBuf),
    /// Read the rest of a speech, then make its outline.
    Grow(EntryId, Box<Speech>),
    /// Search a large text.
    Find(Box<Find>),
    /// Store changes of bookmarks.
    Store(Vec<Change>),
    /// Store changes of corrections, then make the outline of this speech, at this place of the
    /// library, anew.
    Correct(EntryId, Vec<Edit>, Box<Speech>),
    /// Look up whether the files that these bookmarks were made in still have their words; then
    /// [`Event::Homes`] comes.
    LookUp(EntryId, Box<Speech>, Vec<Bookmark>),
    /// Let the reader edit a note in an editor of their own; then [`Event::Edited`] comes.
    Edit(Box<Draft>),
    /// Keep a note that is being written.
    KeepDraft(Box<Draft>),
    /// Forget a note that was being written.
    ForgetDraft(Box<Draft>),
    /// Remember where the reader is.
    Remember(Remembered),
    /// Note that the reader has seen the first-run line.
    Welcomed,
    /// Keep that the user chose a value, as TOML, for an option of the configuration.
    Choose(&'static str, String),
    /// Forget what the user chose in the reader: the configuration holds again.
    ForgetChoices,
    /// Read what was searched for in earlier runs; then [`Event::History`] comes.
    ReadHistory,
    /// Keep what was searched for.
    KeepQuery(String),
    /// Tell how a path that is being typed may go on; then [`Event::Completed`] comes.
    Complete(String),
    /// Do something with the passages of hits of the library.
    Gather(Box<HitGathering>),
    /// Find the texts at a path; then [`Event::TextsFound`] comes.
    FindTexts(PathBuf),
    /// Take the texts at these paths into the library; then [`Event::Imported`] comes.
    Import(Vec<PathBuf>),
    /// Write something to a file.
    Export(Box<FileExport>),
    /// Hand a file or an address to the system, which opens it with a program of its own.
    OpenOutside(String),
    /// Let the user edit the configuration in an editor of their own; then [`Event::SettingsRead`] comes.
    EditSettings,
    /// List the library, or what was named, bring its catalogue and index up to date, and tell of changes from now on.
    Shelve(ShelfScope),
    /// Tell of changes of the file of an open speech from now on.
    Attend(PathBuf),
    /// Read the file of the open speech of this entry again.
    Reload(EntryId, Box<Speech>),
    /// Search the library.
    Hunt(Box<LibraryRequest>),
    /// Store changes of saved searches.
    Save(Vec<Saving>),
    /// Change what is known about the speech of this file, of this entry.
    Amend(EntryId, PathBuf, Amendment),
    /// Delete the imported speech of this file, of this entry.
    DeleteSpeech(EntryId, PathBuf),
    /// Bring back the deleted speech of this name.
    RestoreSpeech(SpeechId),
    /// Tell how far speeches were read.
    ListPlaces,
    /// Read what is kept of assignments; then [`Event::KeptTasks`] comes.
    ReadKeptTasks,
    /// Keep what is said of assignments of rows, all or nothing; then [`Event::KeptTasks`] comes.
    KeepTasks(Vec<TaskWish>),
    /// Count an office among the user's own, in their configuration; then [`Event::OfficesTaken`] comes.
    TakeOffice(String),
    /// Read the tasks of the open speech of this entry.
    ReadTasks(EntryId, Box<Speech>),
    /// Read the tasks of the library, or of what was named, for the request with this number.
    ReadLibraryTasks(ShelfScope, u64),
    /// Fail, for the test of what happens then.
    Fail(Failure),
}

/// How the program fails for a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// By a panic.
    Panic,
    /// By an abort.
    Abort,
    /// By a stack that overflows.
    Overflow,
}

impl Failure {
    /// Reads the name of an action and of what is to happen at it: `copy`, `copy:abort`.
    pub fn at(asked: &str, action: &str) -> Option<Failure> {
        let (name, failure) = asked.split_once(':').unwrap_or((asked, ""));
        (name == action).then_some(match failure {
            "abort" => Failure::Abort,
            "overflow" => Failure::Overflow,
            _ => Failure::Panic,
        })
    }
}

/// A search that is done in the background.
#[derive(Clone, Debug)]
pub struct Find {
    /// Its number; results of an older one are dropped.
    pub revision: u64,
    /// What to find.
    pub query: Query,
    /// Where the first hit is wanted from.
    pub from: TextPos,
    /// How to take hits in menus and captions.
    pub hidden: Hidden,
    /// What to find it in.
    pub speech: Speech,
}
