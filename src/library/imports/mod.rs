//! The speeches that were imported: a folder of texts as they came, each with a companion that says
//! where it is from.
//!
//! `ID.docx` has the bytes as they were, `ID.toml` what is known of them. What it was before is in
//! `.older`, what was deleted in `.deleted`: nothing that was imported is ever thrown away. The
//! folder is one of the library's, so everything that reads the library reads these too. The module
//! knows nothing of screens, and leaves it to `files` what a text means.

mod changes;
mod incoming;
mod intake;
mod keeping;
mod kindred;
mod ledger;
mod place;
mod removal;
#[cfg(test)]
mod tests;

pub use changes::Changes;
pub use intake::{ImportMode, ImportResult, IncomingText, Intake, Outcome, TakeError};
pub use kindred::Better;
pub use place::Collection;
pub use removal::{Deleted, RemovalError};
