//! Where a passage is in a text, or an honest "not known".

use crate::text::TextRange;

/// How many candidates an uncertain place names at most.
const CANDIDATES: usize = 1000;

/// Where the passage of an anchor is in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the remembered position, with the same words.
    Same(TextRange),
    /// Elsewhere, with the same words.
    Moved(TextRange),
    /// Where it was or elsewhere, with other words: how like the old ones, 0 to 100.
    Edited(TextRange, u8),
    /// Nothing tells which of several passages is meant, or whether the one that is like it is:
    /// the likeliest come first, at most 1,000.
    Uncertain(Vec<TextRange>),
    /// The words do not occur.
    Lost,
}

/// What became of a passage, without where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceState {
    /// As it was.
    Same,
    /// Elsewhere.
    Moved,
    /// With other words.
    Edited,
    /// One of several, nobody knows which.
    Uncertain,
    /// Gone.
    Lost,
}

impl PlaceState {
    /// All of them, the best first.
    pub const ALL: [PlaceState; 5] = [
        PlaceState::Same,
        PlaceState::Moved,
        PlaceState::Edited,
        PlaceState::Uncertain,
        PlaceState::Lost,
    ];

    /// Returns the name that JSON uses, and that the interface's messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            PlaceState::Same => "same",
            PlaceState::Moved => "moved",
            PlaceState::Edited => "edited",
            PlaceState::Uncertain => "uncertain",
            PlaceState::Lost => "lost",
        }
    }

    /// Returns the sign it is shown by, one cell wide.
    pub fn sign(self) -> &'static str {
        match self {
            PlaceState::Same => "=",
            PlaceState::Moved => "→",
            PlaceState::Edited => "≈",
            PlaceState::Uncertain => "?",
            PlaceState::Lost => "×",
        }
    }

    /// Tells whether the place is known.
    pub fn is_known(self) -> bool {
        matches!(self, PlaceState::Same | PlaceState::Moved | PlaceState::Edited)
    }
}

impl Place {
    /// Returns what became of the passage.
    pub fn state(&self) -> PlaceState {
        match self {
            Place::Same(_) => PlaceState::Same,
            Place::Moved(_) => PlaceState::Moved,
            Place::Edited(..) => PlaceState::Edited,
            Place::Uncertain(_) => PlaceState::Uncertain,
            Place::Lost => PlaceState::Lost,
        }
    }

    /// Returns where the passage is, if that is known.
    pub fn range(&self) -> Option<TextRange> {
        match self {
            Place::Same(range) | Place::Moved(range) | Place::Edited(range, _) => Some(*range),
            Place::Uncertain(_) | Place::Lost => None,
        }
    }

    /// Returns where the passage is or may be, the likeliest first.
    pub fn ranges(&self) -> &[TextRange] {
        match self {
            Place::Same(range) | Place::Moved(range) | Place::Edited(range, _) => {
                std::slice::from_ref(range)
            }
            Place::Uncertain(ranges) => ranges,
            Place::Lost => &[],
        }
    }

    /// Makes an uncertain place.
    pub(super) fn uncertain(ranges: impl Iterator<Item = TextRange>) -> Self {
        Place::Uncertain(ranges.take(CANDIDATES).collect())
    }
}
