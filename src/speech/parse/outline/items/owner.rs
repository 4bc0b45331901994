//! Whose work the members of a list are, by what announces them.

use super::{ListEntry, OutlineBuilder};
use crate::speech::parse::evidence::{LeadForm, Verdict, holds_first};
use crate::speech::parse::outline::offices;
use crate::text::{TextPos, TextRange};

impl OutlineBuilder<'_> {
    /// Returns the words that say whose work the members of a unit are. Parts that nothing announces apart are of those to whom
    /// the list was given.
    pub(super) fn owner_of(&mut self, verdict: &Verdict, first: &ListEntry) -> Option<TextRange> {
        let given = self.owners.get(&first.list).copied().flatten();
        let owner = self.by_lead(verdict, first).unwrap_or(given);
        self.owners.insert(first.list, owner);
        owner
    }

    /// Reads whose work the members of a unit are from what announces them, if anything does that is no item.
    fn by_lead(&self, verdict: &Verdict, first: &ListEntry) -> Option<Option<TextRange>> {
        let range = self.blocks[verdict.lead?].range;
        let line = range.of(self.ground.text);
        let end = holds_first(first, line, self.ground.lexicon).map(|end| range.start.get() + end);
        let words = TextRange { end: end.map_or(range.end, TextPos::new), ..range };
        let owner = || offices::owner(self.ground, words);
        match verdict.lead_form? {
            LeadForm::Announcement | LeadForm::Heading => Some(owner()),
            // A paragraph that only stands there may be of the member before.
            LeadForm::Line => owner().map(Some),
            LeadForm::Item | LeadForm::Prose => None,
        }
    }
}
