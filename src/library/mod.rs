//! The library: which speeches there are, what is in them, and what the reader keeps about them.
//!
//! The reader and the commands ask [`Library`], a command that asks more than once [`Holdings`].
//! [`files`] reads speeches from files and folders, [`imports`] keeps the bytes of those that were imported,
//! [`catalog`] puts them in order, [`index`] searches all of them, [`kept`] stores what the user adds. The only
//! room below the program's shell that does IO; it knows nothing of screens.

pub mod catalog;
pub mod files;
pub mod imports;
pub mod index;
pub mod kept;

mod holdings;
#[expect(clippy::module_inception, reason = "the noun that the room is named after")]
mod library;
mod recorded;
mod register;
mod tasks;

pub use holdings::{Holding, Holdings, LibraryNews};
pub use library::{AmendedFile, Library};
pub use recorded::RecordedSpeeches;
pub use register::LibraryRegister;
pub use tasks::TaskTrouble;
