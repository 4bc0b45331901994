//! Finds the passages of anchors in a speech.

use super::place::Place;
use super::raw::Raw;
use super::weigh::Weigher;
use crate::speech::{Anchor, Speech, Wording};
use crate::text::words::WordIndex;
use crate::text::{TextRange, Words};
use std::cell::OnceCell;

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
