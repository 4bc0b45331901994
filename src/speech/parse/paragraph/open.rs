//! Which lists are open, to tell a marker from a number that a wrap put at the start of a line.

use super::line::LineEnding;
use crate::speech::parse::marker::{Family, Marker, OUTSIDE};

/// How many members a list may miss and still go on.
const SKIPPED: u32 = 3;

/// The lists that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenLists {
    /// The last marker of each family and sign that began a paragraph.
    last: Vec<Marker>,
    /// The last marker within the paragraph.
    pub inline: Option<Marker>,
    /// One marker of each family whose items stand on adjacent lines.
    pub adjacent: Vec<Marker>,
    /// How many bullets came after a line with a stop at its end, and after one without.
    stopped: u32,
    unstopped: u32,
}

/// Tells whether two markers can belong to one list.
pub(super) fn is_alike(a: &Marker, b: &Marker) -> bool {
    (a.family == b.family && a.sign == b.sign)
        || a.family.continues_with(b.family) && a.family != b.family
}

impl OpenLists {
    /// A paragraph begins, behind a line that ends in `ended`.
    pub fn open(&mut self, marker: Option<Marker>, ended: Option<LineEnding>) {
        self.inline = None;
        let Some(marker) = marker else { return };
        if let Family::Bullet(_) = marker.family {
            let open = matches!(ended, Some(LineEnding::Open | LineEnding::Comma));
            *(if open { &mut self.unstopped } else { &mut self.stopped }) += 1;
        }
        match self.last.iter_mut().find(|last| is_alike(last, &marker)) {
            // A letter that the order leaves out has no number of its own yet.
            Some(last) if marker.ordinal == OUTSIDE => {
                *last = Marker { ordinal: last.ordinal + 1, ..marker };
            }
            Some(last) => *last = marker,
            None => self.last.push(marker),
        }
    }

    /// Tells whether `marker` is the next of an open list.
    pub fn awaits(&self, marker: &Marker) -> bool {
        let Some(last) = self.last.iter().find(|last| is_alike(last, marker)) else { return false };
        match marker.family {
            Family::Bullet(_) => self.unstopped > self.stopped,
            Family::Closer => true,
            _ => last.ordinal + 1 == marker.ordinal,
        }
    }

    /// Tells whether an open list can go on with `marker`, even if it misses some members.
    pub fn may_hold(&self, marker: &Marker) -> bool {
        let next = |last: &Marker| {
            marker.ordinal == OUTSIDE
                || (last.ordinal..=last.ordinal + SKIPPED).contains(&marker.ordinal)
        };
        self.last.iter().any(|last| is_alike(last, marker) && next(last))
    }

    /// Tells whether `marker` is the next of a list within the paragraph.
    pub fn goes_on_inline(&self, marker: &Marker) -> bool {
        let next =
            |last: &Marker| (last.ordinal + 1..=last.ordinal + SKIPPED).contains(&marker.ordinal);
        self.inline.is_some_and(|last| is_alike(&last, marker) && next(&last))
    }

    /// Tells whether items of the family of `marker` stand on adjacent lines.
    pub fn is_adjacent(&self, marker: &Marker) -> bool {
        self.adjacent.iter().any(|known| is_alike(known, marker))
    }
}
