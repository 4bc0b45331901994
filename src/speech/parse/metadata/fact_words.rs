//! The words that facts are read by, with marks or without.

use super::stream::MarkUse;
use crate::speech::parse::lexicon::{Days, Event, FurnitureWords, Speaker, Telling};

/// The words that facts are read by.
#[derive(Clone, Copy)]
pub(super) struct FactWords<'w> {
    pub speaker: &'w Speaker,
    pub event: &'w Event,
    pub day: &'w Days,
}

impl<'w> FactWords<'w> {
    /// Returns those of a text, with marks or without.
    pub fn of(furniture: &'w FurnitureWords, marks: MarkUse) -> Self {
        match marks {
            MarkUse::Full | MarkUse::English => {
                let FurnitureWords { speaker, event, day, .. } = furniture;
                FactWords { speaker, event, day }
            }
            MarkUse::None => {
                let Telling { speaker, event, day } = furniture.telling();
                FactWords { speaker, event, day }
            }
        }
    }
}
