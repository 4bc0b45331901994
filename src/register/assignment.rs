//! An assignment: who is to do what, with whom and by when, as ranges of a text.

use super::deadline::Deadline;
use crate::speech::ItemIndex;
use crate::text::TextRange;

/// What a text tells somebody to do: one set of those in charge, and at most one deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// From its first word, behind a marker, to its end.
    pub words: TextRange,
    /// The innermost item that it begins in.
    pub item: Option<ItemIndex>,
    /// Those in charge. Where its own words name nobody, those of a lead-in or heading above it, which stand before `words`.
    pub actors: Vec<TextRange>,
    /// Those who carry it out under the actors: "X chỉ đạo Y làm".
    pub executors: Vec<TextRange>,
    /// Those who take part: "phối hợp với X".
    pub partners: Vec<TextRange>,
    /// By when; its words may stand above.
    pub deadline: Option<Deadline>,
    /// Figures to be reached, with what they count.
    pub targets: Vec<TextRange>,
    /// The documents that it cites.
    pub documents: Vec<CitedDocument>,
    /// Who gets a report, draft or plan.
    pub report_to: Vec<TextRange>,
    /// Names among those above that the text defines as short forms, each with the words that it stands for.
    pub expansions: Vec<(TextRange, TextRange)>,
}

impl Assignment {
    /// Returns the words that a name stands for, where the text defines it as a short form.
    pub fn expansion_of(&self, name: TextRange) -> Option<TextRange> {
        self.expansions.iter().find(|(short, _)| *short == name).map(|(_, full)| *full)
    }

    /// Tells whether its own words name those in charge.
    pub fn names_its_actors(&self) -> bool {
        self.actors
            .first()
            .is_some_and(|actor| actor.start >= self.words.start && actor.end <= self.words.end)
    }
}

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDocument {
    /// Its words in the text.
    pub words: TextRange,
    /// Its number as printed, without blanks: "57-NQ/TW".
    pub number: Option<String>,
}
