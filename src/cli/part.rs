//! What of a speech is meant on the command line: all of it, a series, or an item.

use super::error::CliError;
use crate::library::files::TextNotice;
use crate::speech::correction::Checked;
use crate::speech::{ItemAddress, ItemIndex, Outline, SeriesIndex, Speech};
use crate::text::TextRange;

/// A speech in memory, and what of it is meant.
#[derive(Clone, Debug)]
pub(super) struct RequestedPart {
    /// The speech, whole.
    pub speech: Speech,
    /// What was done to its text.
    pub notices: Vec<TextNotice>,
    /// What became of its corrections.
    pub corrections: Vec<Checked>,
    /// What of it is meant.
    pub spot: Spot,
}

/// What of a speech is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// All of it.
    Whole,
    /// A series with its lead.
    Series(SeriesIndex),
    /// An item with what lies in it.
    Item(ItemIndex),
}

impl RequestedPart {
    /// Returns the stretch of text that is meant.
    pub(super) fn range(&self) -> TextRange {
        let outline = &self.speech.outline;
        match self.spot {
            Spot::Whole => TextRange::new(0, self.speech.text.len()),
            Spot::Item(item) => outline.items[item].range,
            Spot::Series(index) => {
                let series = &outline.series[index];
                let items = series.items.iter().map(|&item| outline.items[item].range);
                let all = items.chain(series.lead).reduce(TextRange::union);
                // A series without a lead or an item would have nothing to be found by.
                all.unwrap_or_default()
            }
        }
    }

    /// Returns the full address.
    pub(super) fn address(&self) -> String {
        let Speech { id, outline, .. } = &self.speech;
        match self.spot {
            Spot::Whole => id.to_string(),
            Spot::Series(series) => format!("{id}/{}", outline.series[series].code()),
            Spot::Item(item) => format!("{id}/{}", outline.address(item)),
        }
    }

    /// Tells whether an item is part of what is meant.
    pub(super) fn has(&self, item: ItemIndex) -> bool {
        match self.spot {
            Spot::Whole => true,
            Spot::Series(series) => self.speech.outline.items[item].series == series,
            Spot::Item(outer) => {
                let items = &self.speech.outline.items;
                items[outer].range.covers(items[item].range)
            }
        }
    }
}

impl Spot {
    /// Finds the place of an address in a speech.
    pub(super) fn find(speech: &Speech, address: &ItemAddress) -> Result<Spot, CliError> {
        let outline = &speech.outline;
        let found = match address.path.as_slice() {
            [] => outline.find_series(address.role, address.number).map(Spot::Series),
            _ => outline.find(address).map(Spot::Item),
        };
        found.ok_or_else(|| CliError::NoItem {
            item: address.to_string(),
            speech: speech.id.to_string(),
            series: (0..outline.series.len()).map(|series| numbered(outline, series)).collect(),
        })
    }
}

/// Returns the code of a series and the numbers that its items have: "nv (2–5, 7)".
fn numbered(outline: &Outline, series: SeriesIndex) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in outline.members(series).filter_map(|item| outline.items[item].path.last()) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let runs = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    format!("{} ({})", outline.series[series].code(), runs.collect::<Vec<_>>().join(", "))
}
