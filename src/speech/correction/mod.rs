//! What users correct in outlines: remembering a correction by its words, and finding where it
//! belongs in a text that may have changed.
//!
//! [`Filed`] is a correction with the speech it is about, [`find`] turns those of a speech into
//! fixes that the parser takes, and says of each whether it still fits. The module parses nothing
//! itself, reads no file and no clock.

pub mod change;
mod passage;
mod place;
mod value;
mod words;

pub use passage::{of_blocks, of_item, of_series};
pub use place::{Checked, FoundCorrections, State, find};
pub use value::{Edit, Filed};
pub use words::{WrongWord, change_of, name, value};

#[cfg(test)]
mod tests;
