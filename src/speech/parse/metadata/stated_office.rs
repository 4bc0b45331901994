//! An office as the text has it.

use super::stream::WordStream;
use super::{office, recase};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

/// An office as the text has it.
#[derive(Clone, Debug)]
pub(super) struct Office {
    pub words: Range<usize>,
    /// The council in whose name its chair signs, where the office alone stands under it.
    pub of: Option<Range<usize>>,
}

impl Office {
    /// Returns how many words it has.
    pub fn len(&self) -> usize {
        self.words.len() + self.of.as_ref().map_or(0, Range::len)
    }

    /// Returns its words, whole.
    pub fn said(&self, stream: &WordStream, words: &Speaker) -> String {
        let begins = |at: usize| office::head(stream, at, words).is_some();
        let own = stream.listed(self.words.clone(), begins);
        let text = match &self.of {
            Some(of) => format!("{own} {}", stream.said(of.clone())),
            None => own,
        };
        recase::office(&text, words)
    }
}
