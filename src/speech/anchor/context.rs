//! What stands beside a passage, and whether it stands beside a candidate.

use super::alike::{WordPattern, pattern_of};
use crate::text::Words;

/// How many words next to a candidate must agree.
const NEXT: usize = 4;
/// How many words next to it are compared where not all of the nearest agree.
const COMPARED: usize = 12;
/// From how many per cent on they count as the same.
const ALIKE: u8 = 65;
/// The same for all remembered words, where look-alikes have the nearest in common.
const ALL_ALIKE: u8 = 80;

/// The same for a passage that was edited and had look-alikes.
const NEARLY_WHOLE: u8 = 88;

/// How far what stands on one side of a candidate agrees with what stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SideAgreement {
    /// Nothing is known of what stood there.
    Unknown,
    /// Something else stands there.
    Apart,
    /// The nearest words do, or nearly.
    Near,
    /// All remembered words do.
    Whole,
}

/// How much of what stood around a passage stands around a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Support {
    /// Nothing on either side.
    None,
    /// Enough on one side of two.
    Half,
    /// Enough on both sides, or on the one that is known.
    Near,
    /// All that is known.
    Full,
}

/// Which words must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContextReach {
    /// The nearest.
    Nearest,
    /// All that are remembered: the passage had look-alikes, and these tell it from them.
    All,
}

/// The words that stood on both sides.
#[derive(Debug)]
pub(super) struct AnchorContext {
    /// Those before, the nearest first.
    before: WordPattern,
    /// Those after, the nearest first.
    after: WordPattern,
    measure: ContextReach,
}

impl AnchorContext {
    /// Takes what an anchor remembers, without words that the passage or the memory cuts.
    pub fn new(before: &str, after: &str, measure: ContextReach) -> Self {
        let (before, after) = (Words::of(before), Words::of(after));
        // The outermost word of either may be cut.
        let kept = |count: usize| if count > 1 { count - 1 } else { count };
        let from = before.len() - kept(before.len());
        let before = pattern_of(&before, from..before.len()).reversed();
        let after = pattern_of(&after, 0..kept(after.len()));
        AnchorContext { before, after, measure }
    }

    /// Tells whether nothing is known of either side.
    pub fn is_unknown(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Compares with what stands around a range of words.
    pub fn sides(&self, words: &Words<'_>, first: usize, last: usize) -> [SideAgreement; 2] {
        [self.before_at(words, first), self.after_at(words, last)]
    }

    fn before_at(&self, words: &Words<'_>, at: usize) -> SideAgreement {
        let room = self.room();
        let here = pattern_of(words, at.saturating_sub(room)..at).reversed();
        self.side(&self.before, &here)
    }

    fn after_at(&self, words: &Words<'_>, at: usize) -> SideAgreement {
        let here = pattern_of(words, at..(at + self.room()).min(words.len()));
        self.side(&self.after, &here)
    }

    fn room(&self) -> usize {
        self.before.len().max(self.after.len()) + NEXT
    }

    fn side(&self, remembered: &WordPattern, here: &WordPattern) -> SideAgreement {
        if remembered.is_empty() {
            return SideAgreement::Unknown;
        }
        let run = remembered.keys.iter().zip(&here.keys).take_while(|(a, b)| a == b).count();
        if run == remembered.len() {
            return SideAgreement::Whole;
        }
        let agrees = match self.measure {
            ContextReach::Nearest if run >= NEXT => true,
            // A few words are all there or they are not.
            _ if remembered.len() < NEXT => false,
            ContextReach::Nearest => {
                remembered.part(0..remembered.len().min(COMPARED)).likeness_at_start(here) >= ALIKE
            }
            // The memory reaches twice as far as a look-alike had words in common.
            ContextReach::All if 2 * run > remembered.len() => true,
            ContextReach::All => remembered.likeness_at_start(here) >= ALL_ALIKE,
        };
        if agrees { SideAgreement::Near } else { SideAgreement::Apart }
    }

    /// Tells whether nearly all of what is remembered stands around a range of words.
    pub fn is_nearly_whole(&self, words: &Words<'_>, first: usize, last: usize) -> bool {
        let room = self.room();
        let before = pattern_of(words, first.saturating_sub(room)..first).reversed();
        let after = pattern_of(words, last..(last + room).min(words.len()));
        [(&self.before, before), (&self.after, after)].iter().all(|(remembered, here)| {
            remembered.is_empty() || remembered.likeness_at_start(here) >= NEARLY_WHOLE
        })
    }

    /// Tells whether what stood before the passage and what stood after it now stand next to each
    /// other: then the passage was taken out.
    pub fn is_closed(&self, words: &Words<'_>) -> bool {
        let closed = |at: usize| support(self.sides(words, at, at)) >= Support::Near;
        if self.is_unknown() {
            return false;
        }
        // With one side unknown the passage stood at an end of the text.
        if self.before.is_empty() {
            return closed(0);
        }
        if self.after.is_empty() {
            return closed(words.len());
        }
        self.starts_after(words).chain(self.ends_before(words)).any(closed)
    }

    /// Returns the words that a passage can begin with: those behind what stood before it.
    pub fn starts_after<'a>(&'a self, words: &'a Words<'_>) -> impl Iterator<Item = usize> + 'a {
        let nearest = &self.before.keys[..self.before.len().min(NEXT)];
        let reversed: Vec<u32> = nearest.iter().rev().copied().collect();
        let size = reversed.len();
        runs(words, reversed).map(move |at| at + size)
    }

    /// Returns the ends, exclusive, that a passage can have: before what stood after it.
    pub fn ends_before<'a>(&'a self, words: &'a Words<'_>) -> impl Iterator<Item = usize> + 'a {
        runs(words, self.after.keys[..self.after.len().min(NEXT)].to_vec())
    }
}

/// Finds where a run of words stands in a text.
pub(super) fn runs<'a>(words: &'a Words<'_>, run: Vec<u32>) -> impl Iterator<Item = usize> + 'a {
    let size = run.len().max(1);
    let found = words.keys().windows(size).enumerate();
    let is_run = move |part: &[u32]| !run.is_empty() && part == run;
    found.filter(move |(_, part)| is_run(part)).map(|(at, _)| at)
}

/// Returns how much both sides together say.
pub(super) fn support(sides: [SideAgreement; 2]) -> Support {
    let known = || sides.into_iter().filter(|&side| side != SideAgreement::Unknown);
    if known().all(|side| side == SideAgreement::Whole) {
        Support::Full
    } else if known().all(|side| side != SideAgreement::Apart) {
        Support::Near
    } else if known().any(|side| side != SideAgreement::Apart) {
        Support::Half
    } else {
        Support::None
    }
}
