//! The register: who is to do what, with whom, by when.
//!
//! Everything it tells is words of the text with their place; what the text does not say is not there.

pub mod assignment;
mod cues;
pub mod deadline;
pub mod kept;
mod line;
mod passage;
pub mod office;
mod reading;
pub mod row;
mod scope;
mod slots;
pub mod state;
mod task;
mod telling;
mod vocabulary;

pub use assignment::{Assignment, CitedDocument};
pub use kept::{KeptTask, TaskChange, TaskEdit};
pub use office::{NamedOffice, OfficeBook, OfficeFit, OfficeSettings, WantedOffice};
pub use reading::assignments_of;
pub use row::{RegisterCell, RegisterDeadline, RegisterRow, RegisterSpeech, rows_of};
pub use state::{RegisterEntry, TaskState, TaskStatus};
pub use task::deadlines_of;
pub use vocabulary::RegisterVocabulary;
