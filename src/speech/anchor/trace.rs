//! Where a reader was, by a few words: finding it again in a new version of the text.

use super::finder::Finder;
use crate::speech::{Anchor, Speech};
use crate::text::words::is_of_word;
use crate::text::{TextPos, TextRange, Words};

/// How many words from the place on are remembered, and how many before and behind them.
const QUOTED: usize = 12;
const AROUND: usize = 8;
/// How far words are looked for, in bytes: words of a text without blanks may be long.
const REACH: usize = 600;
/// How many paragraphs before and behind a place that is gone may stand for it.
const NEIGHBOURS: usize = 30;

/// The words at a place, and those around them. Less than a bookmark remembers, for what it loses
/// is a place that one scrolled to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The words from the place on.
    pub quote: String,
    /// Those before.
    pub before: String,
    /// Those behind.
    pub after: String,
}

impl Trace {
    /// Remembers a place of a speech.
    pub fn of(speech: &Speech, pos: TextPos) -> Self {
        let text = speech.text.as_str();
        let from = pos.clamp_to(text).get();
        let quoted = words_on(text, from, QUOTED);
        let after = words_on(text, quoted, AROUND);
        let reach = text.floor_char_boundary(from.saturating_sub(REACH));
        let head = &text[reach..from];
        let words = Words::of(head);
        let before = reach + words.start(words.len().saturating_sub(AROUND));
        Trace {
            quote: speech.words(TextRange::new(from, quoted)),
            before: text[before..from].to_owned(),
            after: text[quoted..after].to_owned(),
        }
    }

    /// Tells whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.quote.trim().is_empty()
    }

    /// Finds the place in a speech, if it is known for sure; `was` is where it was.
    pub fn find(&self, speech: &Speech, was: TextPos) -> Option<TextPos> {
        self.find_by(&Finder::new(speech), was)
    }

    fn find_by(&self, finder: &Finder<'_>, was: TextPos) -> Option<TextPos> {
        if self.is_empty() {
            return None;
        }
        let anchor = Anchor {
            quote: self.quote.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
            range: TextRange::new(was.get(), was.get() + self.quote.len()),
            ..Anchor::default()
        };
        finder.place(&anchor).range().map(|range| range.start)
    }
}

/// Returns where the `count`th word from a byte on ends.
fn words_on(text: &str, from: usize, count: usize) -> usize {
    let reach = text.floor_char_boundary((from + REACH).min(text.len()));
    let words = Words::of(&text[from..reach]);
    match words.len().min(count) {
        0 => from,
        count => from + words.end(count - 1),
    }
}

/// Leads from places of a speech to the same ones of a new version of it.
pub struct Follower<'a> {
    old: &'a Speech,
    new: &'a Speech,
    finder: Finder<'a>,
    /// How many bytes are the same at the start, and at the end.
    head: usize,
    tail: usize,
}

impl<'a> Follower<'a> {
    /// Compares two versions.
    pub fn new(old: &'a Speech, new: &'a Speech) -> Self {
        let (one, other) = (old.text.as_bytes(), new.text.as_bytes());
        let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
        let most = one.len().min(other.len()) - head;
        let ends = one.iter().rev().zip(other.iter().rev()).take(most);
        let tail = ends.take_while(|(a, b)| a == b).count();
        Follower { old, new, finder: Finder::new(new), head, tail }
    }

    /// Finds where a place is now; nothing if its words are gone, or it is not known which they
    /// are.
    pub fn exact(&self, pos: TextPos) -> Option<TextPos> {
        let (from, old) = (pos.get(), self.old.text.len());
        if from < self.head || (from == 0 && old == 0) {
            return Some(pos.clamp_to(&self.new.text));
        }
        if from + self.tail > old {
            let now = TextPos::new(self.new.text.len() - (old - from));
            return Some(now.clamp_to(&self.new.text));
        }
        // Signs and blanks before the first word go with it, if they are the same.
        let text = &self.old.text[from..];
        let signs = text.find(is_of_word)?;
        let word = TextPos::new(from + signs);
        let found = Trace::of(self.old, word).find_by(&self.finder, word)?;
        let head = &self.new.text[..found.get()];
        let same = head.ends_with(&text[..signs]);
        Some(if same { TextPos::new(found.get() - signs) } else { found })
    }

    /// Finds where a place is now, or the start of the nearest paragraph that is still there.
    pub fn nearest(&self, pos: TextPos) -> Option<TextPos> {
        self.exact(pos).or_else(|| {
            let blocks = &self.old.blocks;
            let at = self.old.block_at(pos);
            let start = |index: usize| blocks.get(index).map(|block| block.range.start);
            (0..NEIGHBOURS).find_map(|by| {
                let before = at.checked_sub(by).and_then(start);
                let behind = start(at + by + 1);
                [before, behind].into_iter().flatten().find_map(|pos| self.exact(pos))
            })
        })
    }
}
