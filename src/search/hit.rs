//! A place where a query is found.

use super::page::Occurrence;
use super::reading::How;
use crate::text::TextRange;

/// A place where a query is found, in the original text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// From the first letter of the first word to the last of the last.
    pub range: TextRange,
    /// How it matched.
    pub how: How,
    /// The stretches that match, if they do not fill the range.
    parts: Box<[TextRange]>,
}

impl Hit {
    pub(super) fn whole(range: TextRange, how: How) -> Self {
        Hit { range, how, parts: Box::default() }
    }

    pub(super) fn new(place: &Occurrence) -> Self {
        Hit::whole(place.source.clone().into(), place.how)
    }

    /// Puts places together, which may overlap.
    pub(super) fn of<'o>(places: impl Iterator<Item = &'o Occurrence>) -> Self {
        let mut parts = Vec::new();
        let mut how = How::Unmarked;
        for place in places {
            how = how.max(place.how);
            parts.push(TextRange::from(place.source.clone()));
        }
        parts.sort_unstable();
        parts.dedup();
        let range = parts.iter().copied().reduce(TextRange::union).unwrap_or_default();
        Hit { range, how, parts: parts.into() }
    }

    /// Returns the stretches that match, in order.
    pub fn parts(&self) -> &[TextRange] {
        if self.parts.is_empty() { std::slice::from_ref(&self.range) } else { &self.parts }
    }
}
