//! Where a passage is in a text, or an honest "not known".

use super::raw::Raw;
use super::weigh::Weigher;
use crate::speech::{Anchor, Speech, Wording};
use crate::text::words::WordIndex;
use crate::text::{TextRange, Words};
use std::cell::OnceCell;

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
pub enum State {
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

impl State {
    /// All of them, the best first.
    pub const ALL: [State; 5] =
        [State::Same, State::Moved, State::Edited, State::Uncertain, State::Lost];

    /// Gives the name that JSON uses, and that the interface's messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            State::Same => "same",
            State::Moved => "moved",
            State::Edited => "edited",
            State::Uncertain => "uncertain",
            State::Lost => "lost",
        }
    }

    /// Gives the sign it is shown by, one cell wide.
    pub fn sign(self) -> &'static str {
        match self {
            State::Same => "=",
            State::Moved => "→",
            State::Edited => "≈",
            State::Uncertain => "?",
            State::Lost => "×",
        }
    }

    /// Tells whether the place is known.
    pub fn is_known(self) -> bool {
        matches!(self, State::Same | State::Moved | State::Edited)
    }
}

impl Place {
    /// Gives what became of the passage.
    pub fn state(&self) -> State {
        match self {
            Place::Same(_) => State::Same,
            Place::Moved(_) => State::Moved,
            Place::Edited(..) => State::Edited,
            Place::Uncertain(_) => State::Uncertain,
            Place::Lost => State::Lost,
        }
    }

    /// Gives where the passage is, if that is known.
    pub fn range(&self) -> Option<TextRange> {
        match self {
            Place::Same(range) | Place::Moved(range) | Place::Edited(range, _) => Some(*range),
            Place::Uncertain(_) | Place::Lost => None,
        }
    }

    /// Gives where the passage is or may be, the likeliest first.
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

/// Finds the passages of anchors in one speech, in its words as they are read. What several of them need
/// is made once.
pub struct Finder<'a> {
    speech: &'a Speech,
    wording: OnceCell<Wording<'a>>,
    words: OnceCell<WordIndex>,
}

impl<'a> Finder<'a> {
    /// Makes it for a speech; looks at nothing yet.
    pub fn new(speech: &'a Speech) -> Self {
        Finder { speech, wording: OnceCell::new(), words: OnceCell::new() }
    }

    /// Finds the passage of an anchor.
    ///
    /// Words are the same when all their letters are; case, punctuation, blanks, signs of Markdown
    /// and the place of a tone mark do not count. In an unchanged text this costs a comparison; in a
    /// changed one, a few passes over the text.
    pub fn place(&self, anchor: &Anchor) -> Place {
        let wording = self.wording.get_or_init(|| Wording::of(self.speech));
        let range = wording.range_at(anchor.range);
        let read = Anchor { range, ..anchor.as_read() };
        let back = |found: TextRange| match found == range {
            // Where nothing changed the signs around the words are of it, as they were.
            true => anchor.range,
            false => wording.range(found),
        };
        match self.place_in(wording, &read) {
            Place::Same(found) => Place::Same(back(found)),
            Place::Moved(found) => Place::Moved(back(found)),
            Place::Edited(found, alike) => Place::Edited(back(found), alike),
            Place::Uncertain(found) => Place::Uncertain(found.into_iter().map(back).collect()),
            Place::Lost => Place::Lost,
        }
    }

    /// Does so with places of the text as it is read.
    fn place_in(&self, wording: &Wording<'_>, anchor: &Anchor) -> Place {
        let raw = Raw { anchor, text: wording.text() };
        let held = raw.held();
        if let Some(range) = held
            && raw.is_at_home(range)
        {
            return Place::Same(range);
        }
        if let Some(range) = raw.only() {
            return match held {
                Some(held) => Place::Same(held),
                None => Place::Moved(range),
            };
        }
        let index = self.words.get_or_init(|| Words::of(wording.text()).into_index());
        let words = index.words(wording.text());
        let weigher = Weigher::new(anchor, (self.speech, wording), &words);
        if weigher.has_no_words() { raw.without_words(held) } else { weigher.decide(held) }
    }
}

/// Finds the passage of an anchor in a speech.
pub fn resolve(anchor: &Anchor, speech: &Speech) -> Place {
    Finder::new(speech).place(anchor)
}
