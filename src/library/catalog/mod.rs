//! The speeches of the library as a list: put in order, and narrowed by words and conditions.
//!
//! Functions of values, for the command line and the reader alike. Where the speeches come from,
//! and how far they were read, others know.

mod brief;
mod narrowing;
mod order;
#[cfg(test)]
mod tests;

pub use brief::Brief;
pub use narrowing::CatalogFilter;
pub use order::{Direction, Order, sorted};

use crate::speech::CatalogEntry;
use jiff::Timestamp;

/// A speech of the library and how far it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What is known about it.
    pub known: CatalogEntry,
    /// How far it was read, if it was.
    pub progress: Option<Progress>,
}

/// How far a speech was read, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How far, 0 to 100.
    pub percent: u8,
    /// How far it ever was read, 0 to 100.
    pub furthest: u8,
    /// When it was left.
    pub when: Timestamp,
}
