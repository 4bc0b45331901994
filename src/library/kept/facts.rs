//! Small things that the program remembers about itself: `state.toml` in the state folder.

use super::entry::TomlValue;
use super::error::StoreError;
use super::file::StateFile;
use super::notice::FileNotice;
use super::own::{self, OwnEntries};
use super::path::path_from;
use crate::text::path_text;
use std::path::{Path, PathBuf};

const FILE: &str = "state.toml";
const LIST: &str = "recent";
/// How many opened files are remembered.
const MOST_RECENT: usize = 50;

/// What the terminal's background was when it was last asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

impl Background {
    fn name(self) -> &'static str {
        match self {
            Background::Dark => "dark",
            Background::Light => "light",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Background::Dark, Background::Light].into_iter().find(|known| known.name() == name)
    }
}

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderFacts {
    /// Whether the first run's line was dismissed.
    pub welcomed: bool,
    /// The terminal's background.
    pub background: Option<Background>,
    /// The files that were opened, the latest first.
    pub recent: Vec<PathBuf>,
}

/// One thing to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The first run's line was dismissed.
    Welcomed,
    /// The terminal's background is known.
    Background(Background),
    /// A file was opened.
    Opened(PathBuf),
}

impl ReaderFacts {
    fn read(contents: &OwnEntries<'_>) -> Self {
        let background = contents.top.text("background").ok().flatten();
        let paths = contents.entries.iter().filter_map(|entry| entry.text("path").ok().flatten());
        ReaderFacts {
            welcomed: contents.top.get("welcomed") == Some(&TomlValue::Flag(true)),
            background: background.and_then(Background::from_name),
            recent: paths.map(path_from).collect(),
        }
    }

    fn add(&mut self, fact: &Fact) {
        match fact {
            Fact::Welcomed => self.welcomed = true,
            Fact::Background(background) => self.background = Some(*background),
            Fact::Opened(path) => {
                self.recent.retain(|known| known != path);
                self.recent.insert(0, path.clone());
                self.recent.truncate(MOST_RECENT);
            }
        }
    }

    fn write(&self) -> String {
        let mut text = own::header("state");
        text += &format!("welcomed = {}\n", self.welcomed);
        if let Some(background) = self.background {
            text += &format!("background = \"{}\"\n", background.name());
        }
        for path in &self.recent {
            text += &format!("\n[[recent]]\npath = {}\n", own::quoted(&path_text(path)));
        }
        text
    }
}

/// The facts in a state folder.
#[derive(Debug)]
pub struct ReaderState {
    file: StateFile,
}

impl ReaderState {
    /// Names the facts in `state_dir`; reads nothing yet.
    pub fn new(state_dir: &Path) -> Self {
        ReaderState { file: StateFile::new(state_dir, FILE) }
    }

    /// Reads the facts. What cannot be read is told and counts as unknown: reading goes on.
    pub fn load(&self) -> (ReaderFacts, Vec<FileNotice>) {
        own::load(&self.file, LIST, ReaderFacts::read)
    }

    /// Remembers `facts`, and all that other programs remembered meanwhile.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses.
    pub fn save(&self, facts: &[Fact]) -> Result<Vec<FileNotice>, StoreError> {
        own::change(&self.file, LIST, |contents| {
            let mut known = ReaderFacts::read(contents);
            facts.iter().for_each(|fact| known.add(fact));
            known.write()
        })
    }
}
