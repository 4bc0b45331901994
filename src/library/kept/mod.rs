//! What the reader keeps between runs: bookmarks, corrections, states of tasks, the place in every speech, a few facts.
//!
//! Each is one TOML file in a folder that the caller names. Every change takes a lock, reads what
//! is in the file at that moment, changes only what was asked, and replaces the file in one step;
//! so two programs at once lose nothing, and a program that is killed leaves the old file or the
//! new one. A file that cannot be understood is set aside before anything is written, never
//! overwritten. The module knows nothing of screens and of what the values are used for.

mod bookmarks;
mod choices;
mod clean;
mod companion;
mod configuration;
mod contents;
mod corrections;
mod deposit;
mod drafts;
mod entry;
mod error;
mod facts;
mod file;
mod generations;
mod history;
mod id;
mod lock;
mod notice;
mod own;
mod path;
mod plain;
mod positions;
mod record;
mod records;
mod replace;
mod searches;
mod sheet;
mod tasks;

pub use bookmarks::{Applied, Bookmarks, Loaded};
pub use choices::{Choice, Choices};
pub use companion::Companion;
pub use configuration::{Configuration, ConfigurationError};
pub use corrections::{Corrected, Corrections};
pub use deposit::{Deposit, Staged};
pub use drafts::Drafts;
pub use error::{Doing, StoreError};
pub use facts::{Background, Fact, ReaderFacts, ReaderState};
pub use history::SearchHistory;
pub use notice::FileNotice;
pub use path::path_from;
pub use positions::{Position, Positions, StoredPositions};
pub use searches::Searches;
pub use tasks::{KeptTasks, LoadedTasks};

#[cfg(test)]
mod tests;
