//! Bookmarks and citations on their way to other programs and back.
//!
//! Values go in, texts and twins for JSON come out, and the other way round; nothing here opens a
//! file or looks for a speech. What a format asks for is said in the file of that format.

mod annotation;
mod bibtex;
mod citation;
mod csl;
mod fragment;
mod incoming;
mod iri;
mod kept;
mod markdown;
mod merge;
mod names;
mod outgoing;
mod reader;
mod record;
mod source;
mod table;
mod w3c;

pub use bibtex::bibtex;
pub use citation::{citation, remembered};
pub use csl::CslItem;
pub use fragment::fragment;
pub use incoming::{IncomingBookmark, IncomingSpeech, NotBookmarks};
pub use markdown::markdown;
pub use merge::{MergeOutcome, is_of_one, is_same, merge};
pub use outgoing::Outgoing;
pub use reader::read;
pub use record::BookmarksFile;
pub use source::CitedSource;
pub use table::csv;
pub use w3c::AnnotationCollection;

#[cfg(test)]
mod tests;
