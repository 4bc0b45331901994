//! A speech that is open, in a new version of its text.

use super::{Here, OpenSpeech};
use crate::speech::Speech;
use crate::speech::anchor::Follower;

/// Whether the reader is at the same words in a new version of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// They are.
    Same,
    /// These are gone; they are at words that stood near them.
    Near,
    /// Nothing is left of what stood there; they are at the start.
    Lost,
}

impl OpenSpeech {
    /// Takes over a new version of the text; the reader stays at the same words.
    pub fn renew(&mut self, speech: Speech) -> Follow {
        let old = self.speech.clone();
        let new = speech.clone();
        let follower = Follower::new(&old, &new);
        let (at_start, place) = (self.is_at_start(), self.place());
        let above = self.rows_between(self.top_row(), self.current_line());
        let exact = follower.exact(place);
        let near = exact.or_else(|| follower.nearest(place));
        self.jumps.lead(|pos| follower.exact(pos));
        self.grow(speech);
        self.wanted = None;
        if at_start {
            self.restore(Here::default());
            return Follow::Same;
        }
        match (exact, near) {
            (Some(pos), _) => {
                self.restore(self.here.at(pos, above));
                Follow::Same
            }
            (None, Some(near)) => {
                self.come_back(near);
                Follow::Near
            }
            (None, None) => {
                self.restore(Here::default());
                Follow::Lost
            }
        }
    }
}
