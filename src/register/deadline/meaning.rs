//! What words of time mean.

use super::{Basis, Due, Edge, Rhythm};

/// The meaning of words that stand for a deadline.
pub(super) struct Meaning {
    pub edge: Edge,
    pub due: Due,
    pub basis: Basis,
}

impl Meaning {
    /// Makes what is done again and again.
    pub fn every(rhythm: Rhythm) -> Self {
        Meaning { edge: Edge::Every, due: Due::Rhythm(rhythm), basis: Basis::Stated }
    }
}
