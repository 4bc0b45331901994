//! Which way a search goes.

use super::TextSearch;
use crate::search::Hit;

/// Which way a search goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SearchDirection {
    /// To the end of the text.
    #[default]
    On,
    /// To its start.
    Back,
}

impl TextSearch {
    /// Lets the search that is asked for go backward.
    pub(in crate::app) fn turn_round(&mut self) {
        self.direction = SearchDirection::Back;
    }

    /// Returns how many hits on that many in the direction of the search are.
    pub(in crate::app) fn directed(&self, by: isize) -> isize {
        match self.direction {
            SearchDirection::On => by,
            SearchDirection::Back => -by,
        }
    }

    /// Returns the first hit from where the search began.
    pub(super) fn first(&self) -> Option<&Hit> {
        let next = self.hits.partition_point(|hit| hit.range.start < self.from);
        match self.direction {
            SearchDirection::On => self.hits.get(next).or(self.hits.first()),
            SearchDirection::Back => {
                next.checked_sub(1).and_then(|last| self.hits.get(last)).or(self.hits.last())
            }
        }
    }
}
