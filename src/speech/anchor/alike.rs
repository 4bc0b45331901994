//! How like two runs of words are, and where in a text a run has its like.
//!
//! Words are compared by their keys; one that differs by its marks or by one letter counts half.
//! The likest runs are found in two steps, both bounded: one pass over the text that counts the
//! words shared with a window sliding over it, then an alignment (Sellers 1980) of the few windows
//! that share most.

use crate::text::Words;
use crate::text::fold;
use std::ops::Range;

/// What a word that is missing, added or another costs; one that is nearly the same costs half.
const APART: u32 = 2;
const NEAR: u32 = 1;
/// The longest run that is aligned word by word; of a longer one both ends are.
const ALIGNED: usize = 96;
/// How many windows are aligned.
const WINDOWS: usize = 8;
/// How many windows are aligned where only the greatest likeness counts.
const LIKEST: usize = 3;
/// What part of its words a window must share, in per cent.
const SHARED: usize = 40;
/// What words that are nearly the same add to a likeness at most, as a rule, in per cent.
const NEARLY: u8 = 10;
/// What is less like than that is not aligned where only the likeness counts.
const HARDLY: u8 = 50;
/// Runs of fewer words are not looked for: their like is everywhere.
const FEWEST: usize = 3;

/// A run of words to be compared with others.
#[derive(Debug)]
pub(super) struct WordPattern {
    pub keys: Vec<u32>,
    bare: Vec<String>,
}

/// A run of words of a text that is like a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Which words of the text.
    pub words: Range<usize>,
    /// How like it is, 0 to 100.
    pub alike: u8,
}

/// Which ends of a run of the text may be left out at no cost.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Free {
    /// None.
    Neither,
    /// The end.
    End,
    /// Both.
    Both,
}

impl WordPattern {
    /// Takes the words of a text.
    pub fn of(words: &Words<'_>) -> Self {
        pattern_of(words, 0..words.len())
    }

    /// Takes some of the words.
    pub fn part(&self, range: Range<usize>) -> WordPattern {
        WordPattern { keys: self.keys[range.clone()].to_vec(), bare: self.bare[range].to_vec() }
    }

    /// Returns the same words from the last to the first.
    pub fn reversed(&self) -> WordPattern {
        let mut reversed = WordPattern { keys: self.keys.clone(), bare: self.bare.clone() };
        reversed.keys.reverse();
        reversed.bare.reverse();
        reversed
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Tells how like this run is to another as a whole, 0 to 100.
    pub fn likeness(&self, other: &WordPattern) -> u8 {
        if self.len() > ALIGNED || other.len() > ALIGNED {
            return self.likeness_of_long(other);
        }
        self.align(other, Free::Neither).map_or(0, |found| found.alike)
    }

    /// Tells how like the words that another run begins with are to this run, 0 to 100.
    pub fn likeness_at_start(&self, other: &WordPattern) -> u8 {
        self.align(other, Free::End).map_or(0, |found| found.alike)
    }

    /// Counts what long runs share, and compares their ends.
    fn likeness_of_long(&self, other: &WordPattern) -> u8 {
        let mut bag = Bag::of(&self.keys);
        other.keys.iter().for_each(|&key| bag.put(key));
        let longest = self.len().max(other.len()).max(1);
        (bag.shared * 100 / longest).min(100) as u8
    }

    /// Aligns this run with another.
    fn align(&self, text: &WordPattern, free: Free) -> Option<Match> {
        let width = text.len() + 1;
        // For every place of the text: what the words so far cost, and where their run begins.
        let mut above: Vec<(u32, usize)> = (0..width)
            .map(|at| if free == Free::Both { (0, at) } else { (APART * at as u32, 0) })
            .collect();
        let mut row = above.clone();
        for at in 0..self.len() {
            row[0] = (above[0].0 + APART, above[0].1);
            for to in 1..width {
                let (over, start) = above[to - 1];
                let replaced = (over + self.cost(at, text, to - 1), start);
                let left_out = (above[to].0 + APART, above[to].1);
                let added = (row[to - 1].0 + APART, row[to - 1].1);
                // Of the same cost, the one that takes more of the text: a word that was replaced.
                let mut best = replaced;
                for other in [left_out, added] {
                    if other.0 < best.0 {
                        best = other;
                    }
                }
                row[to] = best;
            }
            std::mem::swap(&mut above, &mut row);
        }
        let ends = if free == Free::Neither { text.len()..width } else { 0..width };
        let best = ends.min_by_key(|&end| {
            let (cost, start) = above[end];
            (cost, (end - start).abs_diff(self.len()))
        })?;
        let (cost, start) = above[best];
        let longest = self.len().max(best - start).max(1) as u32;
        let alike = 100 - (100 * cost / (APART * longest)).min(100);
        Some(Match { words: start..best, alike: alike as u8 })
    }

    fn cost(&self, at: usize, text: &WordPattern, to: usize) -> u32 {
        if self.keys[at] == text.keys[to] {
            0
        } else if is_near(&self.bare[at], &text.bare[to]) {
            NEAR
        } else {
            APART
        }
    }

    /// Finds the runs among these words of a text that are likest, the likest first; they do not
    /// overlap, and there are at most [`WINDOWS`].
    pub fn like_in(&self, words: &Words<'_>, within: Range<usize>) -> Vec<Match> {
        if self.len() < FEWEST {
            return Vec::new();
        }
        if self.len() > ALIGNED {
            return self.long_like_in(words, within);
        }
        let mut found: Vec<Match> = Vec::new();
        for (window, _) in self.windows(words, within.clone()) {
            let around = self.around(&window, &within);
            let (from, part) = (around.start, pattern_of(words, around));
            let Some(mut found_here) = self.align(&part, Free::Both) else { continue };
            found_here.words = found_here.words.start + from..found_here.words.end + from;
            if !found_here.words.is_empty() {
                found.push(found_here);
            }
        }
        apart(found)
    }

    /// Finds a long run by its two ends.
    fn long_like_in(&self, words: &Words<'_>, within: Range<usize>) -> Vec<Match> {
        let half = ALIGNED / 2;
        let heads = self.part(0..half).like_in(words, within.clone());
        let tails = self.part(self.len() - half..self.len()).like_in(words, within);
        let mut found = Vec::new();
        for head in &heads {
            for tail in &tails {
                let words_between = head.words.start..tail.words.end;
                let length = words_between.len();
                if head.words.start < tail.words.end
                    && length < 2 * self.len()
                    && 2 * length > self.len()
                {
                    let mut bag = Bag::of(&self.keys);
                    words.keys()[words_between.clone()].iter().for_each(|&key| bag.put(key));
                    let alike = (bag.shared * 100 / length.max(self.len())).min(100) as u8;
                    found.push(Match { words: words_between, alike });
                }
            }
        }
        apart(found)
    }

    /// Tells how like the likest run among these words of a text is, 0 to 100; of what is hardly
    /// like, about.
    pub fn likest_in(&self, words: &Words<'_>, within: Range<usize>) -> u8 {
        let mut likest = 0;
        for (window, shared) in self.windows(words, within.clone()).into_iter().take(LIKEST) {
            let share = (100 * shared / self.len().max(1)).min(100) as u8;
            // Words that are nearly the same add little to those that are.
            if share + NEARLY <= likest.max(HARDLY) {
                return likest.max(share);
            }
            let found = self.like_in(words, self.around(&window, &within));
            likest = found.iter().map(|found| found.alike).max().unwrap_or(0).max(likest);
        }
        likest
    }

    /// Returns a window with the words around it that a run like this one may take.
    fn around(&self, window: &Range<usize>, within: &Range<usize>) -> Range<usize> {
        let slack = self.len() / 4 + 4;
        let from = window.start.saturating_sub(slack).max(within.start);
        from..(window.end + slack).min(within.end)
    }

    /// Finds the windows of the text that share most words with this run, in one pass.
    fn windows(&self, words: &Words<'_>, within: Range<usize>) -> Vec<(Range<usize>, usize)> {
        let keys = &words.keys()[within.clone()];
        let size = self.len().min(keys.len());
        let least = (self.len() * SHARED).div_ceil(100).max(2);
        let mut bag = Bag::of(&self.keys);
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut best: Option<(usize, usize)> = None;
        for (at, &key) in keys.iter().enumerate() {
            if at >= size {
                bag.take(keys[at - size]);
            }
            bag.put(key);
            if best.is_some_and(|(_, end)| at - end > size / 2) {
                found.extend(best.take());
                if found.len() > 8 * WINDOWS {
                    keep_best(&mut found);
                }
            }
            if bag.shared >= least && best.is_none_or(|(shared, _)| bag.shared > shared) {
                best = Some((bag.shared, at));
            }
        }
        found.extend(best);
        keep_best(&mut found);
        let window = |(shared, end): (usize, usize)| {
            (within.start + (end + 1).saturating_sub(size)..within.start + end + 1, shared)
        };
        found.into_iter().map(window).collect()
    }
}

/// Takes some words of a text.
pub(super) fn pattern_of(words: &Words<'_>, range: Range<usize>) -> WordPattern {
    let bare = range.clone().map(|at| fold(words.word(at))).collect();
    WordPattern { keys: words.keys()[range].to_vec(), bare }
}

fn keep_best(found: &mut Vec<(usize, usize)>) {
    found.sort_by_key(|&(shared, end)| (std::cmp::Reverse(shared), end));
    found.truncate(WINDOWS);
}

/// Leaves of runs that overlap the likest.
fn apart(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by_key(|found| (std::cmp::Reverse(found.alike), found.words.start));
    let mut kept: Vec<Match> = Vec::new();
    for one in found {
        let overlaps =
            |other: &Match| one.words.start < other.words.end && other.words.start < one.words.end;
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    kept
}

/// Tells whether two words differ by marks or by one letter only. Numbers do not: one figure more
/// is another number.
fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let is_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if is_number(one) || is_number(other) {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 3 || long.len() - short.len() > 1 {
        return false;
    }
    // Bare words of Vietnamese are ASCII: a byte is a letter.
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    short.get(same + skip..) == long.get(same + 1..)
}

/// How many of the words of a run others have.
struct Bag {
    slots: Vec<Slot>,
    /// How many words are shared.
    shared: usize,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    wanted: u32,
    here: u32,
}

impl Bag {
    fn of(keys: &[u32]) -> Self {
        // Four times the room that is needed, so that most other words meet an empty slot.
        let room = (4 * keys.len()).next_power_of_two();
        let mut bag = Bag { slots: vec![Slot::default(); room], shared: 0 };
        for &key in keys {
            let at = bag.at(key);
            bag.slots[at].key = key;
            bag.slots[at].wanted += 1;
        }
        bag
    }

    /// Returns the slot of a word, or the empty one where it would be.
    fn at(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key >> 7) as usize & mask;
        while self.slots[at].wanted > 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn put(&mut self, key: u32) {
        let at = self.at(key);
        let slot = &mut self.slots[at];
        if slot.wanted > 0 {
            self.shared += usize::from(slot.here < slot.wanted);
            slot.here += 1;
        }
    }

    fn take(&mut self, key: u32) {
        let at = self.at(key);
        let slot = &mut self.slots[at];
        if slot.here > 0 {
            slot.here -= 1;
            self.shared -= usize::from(slot.here < slot.wanted);
        }
    }
}
