//! The library on the disk: a catalogue of its speeches, an index of their words, and searching
//! both.
//!
//! A library has a folder in the cache with its catalogue; that of a large one has the index, too,
//! and a small one is searched text by text. Both give the same: what the index finds are candidates,
//! and only the text tells what is a hit. Beside the catalogue are the rows of the register. All that is written here can be deleted at any time. The
//! module knows nothing of screens.

mod book;
#[cfg(feature = "fulltext")]
mod candidates;
mod catalog;
#[cfg(feature = "fulltext")]
mod full;
mod hunt;
mod means;
mod place;
mod progress;
#[cfg(feature = "fulltext")]
mod reader;
mod record;
mod round;
mod rows;
mod scan;
mod stamp;
mod store;
#[cfg(test)]
mod tests;
#[cfg(feature = "fulltext")]
mod tokens;
mod update;

pub use book::{RowBook, RowsKey};
pub use catalog::{Catalog, Slip};
pub use hunt::{Haul, Hunter, LibraryQuery, SearchControl};
pub use means::{LibrarySize, Means, OnDisk, SMALL};
pub use place::IndexFolder;
pub use progress::{IndexProgress, UpdateError, Updated};
#[cfg(feature = "fulltext")]
pub use reader::OpenIndex;
pub use record::{Hashes, Record, path_bytes};
pub use rows::register_speech;
pub use stamp::Stamp;
pub use update::update;
