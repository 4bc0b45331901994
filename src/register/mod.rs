//! The register: who is to do what, with whom, by when.
//!
//! Everything it tells is words of the text with their place; what the text does not say is not there.

pub mod assignment;
mod cited;
mod corrected;
mod cues;
pub mod deadline;
mod definition;
mod draft;
mod fields;
mod filter;
pub mod formats;
mod group;
pub mod kept;
mod line;
pub mod office;
mod passage;
mod reading;
pub mod row;
mod scope;
mod slots;
mod source;
mod standing;
pub mod state;
mod task;
mod telling;
#[cfg(test)]
mod tests;
mod tracking;
mod vocabulary;

pub use assignment::{Assignment, CitedDocument};
pub use cited::WantedDocument;
pub use corrected::{corrected, words_near};
pub use filter::RegisterFilter;
pub use group::{GroupBy, GroupHead, GroupedRows, RowGroup};
pub use kept::{KeptTask, TaskChange, TaskEdit, TaskWish};
pub use office::{NamedOffice, OfficeBook, OfficeFit, OfficeSettings, WantedOffice};
pub use reading::assignments_of;
pub use row::{RegisterCell, RegisterDeadline, RegisterRow, RegisterSpeech, rows_of};
pub use standing::{SOON, TaskStanding};
pub use state::{RegisterEntry, TaskState, TaskStatus};
pub use task::deadlines_of;
pub use tracking::{StrayTask, TrackedRegister, TrackedText, kept_of, retrack, track};
pub use vocabulary::RegisterVocabulary;
