//! What the reader is started with.

use crate::app::{Choosing, Stock};
use crate::i18n::Lang;
use crate::library::Library;
use crate::library::files::{Opened, Stream};
use crate::library::kept::{FileNotice, StoredPositions};
use crate::paths::{Environment, Paths};
use crate::settings::{Settings, SettingsProblem};
use crate::speech::ItemAddress;
use std::path::PathBuf;

/// All that the reader starts with.
pub struct Session {
    /// The texts, in the order of the sidebar; never empty.
    pub speeches: Vec<Entry>,
    /// Whether the library is among them.
    pub stock: Stock,
    /// The library.
    pub library: Library,
    /// What was named on the command line, looked after as the library is; without folders where nothing was.
    pub named: Library,
    /// Which of them to show first.
    pub first: usize,
    /// Where in it to start.
    pub at: Option<ItemAddress>,
    /// Why that one is the first.
    pub opening: Opening,
    /// Where speeches were left.
    pub places: StoredPositions,
    /// What is to be told of the user's own files that were read so far.
    pub told: Vec<FileNotice>,
    /// The user's settings, with what was chosen in the reader.
    pub settings: Settings,
    /// What the configuration alone says.
    pub configured: Settings,
    /// Whether anything was chosen in the reader yet.
    pub choosing: Choosing,
    /// What is wrong in them and in the user's rules.
    pub problems: Vec<SettingsProblem>,
    /// The language to speak.
    pub lang: Lang,
    /// Where things are kept.
    pub paths: Paths,
    /// What the environment says.
    pub environment: Environment,
    /// Whether colours are wanted.
    pub colors: Colors,
}

/// A text of a session.
pub enum Entry {
    /// A text in memory, maybe only its head.
    Open(Box<Opened>),
    /// A text that still comes, and what has come of it.
    Coming(Box<Opened>, Stream),
    /// A file that nobody has looked into yet.
    File(PathBuf),
}

/// Why a speech is the first to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It was asked for, or comes first.
    Asked,
    /// It is the one that was read last.
    LastRead,
}

/// Whether the reader may colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// As the theme says.
    Themed,
    /// None at all.
    None,
}
