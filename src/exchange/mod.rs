//! Bookmarks and citations on their way to other programs and back.
//!
//! Values go in, texts and twins for JSON come out, and the other way round; nothing here opens a
//! file or looks for a speech. What a format asks for is said in the file of that format.

mod bibtex;
mod citation;
mod csl;
mod names;
mod source;

pub use bibtex::bibtex;
pub use citation::{citation, remembered};
pub use csl::CslItem;
pub use source::Source;

#[cfg(test)]
mod tests;
