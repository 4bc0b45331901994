//! Which way a search goes.

use crate::search::Hit;
use crate::text::TextPos;

/// Which way a search goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SearchDirection {
    /// To the end of the text.
    #[default]
    On,
    /// To its start.
    Back,
}

impl SearchDirection {
    /// Returns how many hits on that many in this direction are.
    pub(super) fn directed(self, by: isize) -> isize {
        match self {
            SearchDirection::On => by,
            SearchDirection::Back => -by,
        }
    }

    /// Returns the first hit from a place, in this direction.
    pub(super) fn first(self, hits: &[Hit], from: TextPos) -> Option<&Hit> {
        let next = hits.partition_point(|hit| hit.range.start < from);
        match self {
            SearchDirection::On => hits.get(next).or(hits.first()),
            SearchDirection::Back => next.checked_sub(1).map_or(hits.last(), |last| hits.get(last)),
        }
    }
}
