//! Weighing the passages of a changed text that may be the one that was marked.
//!
//! Speeches repeat whole sentences, so the same words are not yet the same passage. A place is
//! given only when something besides the words speaks for it, what stands around it above all, and
//! nothing speaks for another one. What an anchor knows of look-alikes in the old text tells a
//! passage that moved from one that was deleted while its like is still there.

use super::capture::label;
use super::context::{Support, runs, support};
use super::passage::SoughtPassage;
use super::place::Place;
use crate::speech::{Anchor, ItemIndex, Speech, Wording};
use crate::text::{TextRange, Words};
use std::cmp::Reverse;

/// A passage of as many characters is known by its words alone where they stood once, stand once,
/// and had no like.
const LONG: usize = 32;
/// How like, in per cent, an edited passage is with both sides, and with one side of two, as it
/// was. With one side it must also be liker than the old text's likest other passage.
const BOTH_SIDES: u8 = 50;
const ONE_SIDE: u8 = 70;
/// The same where nothing is known of the old text's look-alikes.
const ONE_SIDE_ALONE: u8 = 85;
/// With no side at all it is put before the reader.
const NO_SIDE: u8 = 75;
/// How much liker than a look-alike is liker.
const MARGIN: u8 = 5;
/// How much liker than all that stands between what stood before and after a part of it is, where
/// something was put in beside it.
const PUT_IN: u8 = 20;
/// How near a rival must come to put a choice in doubt.
const RIVAL: u8 = 10;
/// Passages of so few words may be replaced as a whole between two sides that are as they were.
const FEW_WORDS: usize = 3;
/// How many places between what stood before and after are looked at.
const GAPS: usize = 200;
/// How like two labels of an item are to be the same item's, in per cent.
const SAME_LABEL: u8 = 80;

/// A passage that may be the one.
#[derive(Clone, Debug)]
struct AnchorCandidate {
    range: TextRange,
    first: usize,
    last: usize,
    /// How like the old words, 0 to 100; 100 for the same words.
    alike: u8,
    support: Support,
    item: ItemAgreement,
    /// Whether it stands at the remembered position.
    held: bool,
}

/// What the item around a candidate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ItemAgreement {
    /// It is another one, or none.
    Other,
    /// It has the remembered address, and nothing is known of its words.
    Address,
    /// It has the remembered words.
    Label,
}

/// What the passages with the same words say.
enum Finding {
    /// This is the place.
    Place(AnchorCandidate),
    /// This may be the place, by its words alone.
    Alone(AnchorCandidate),
    /// One of these may be.
    Doubt,
    /// None of these is.
    Gone,
}

/// Adds a candidate; of those that overlap the best is kept.
fn put(found: &mut Vec<AnchorCandidate>, one: AnchorCandidate) {
    let overlaps = |other: &AnchorCandidate| one.first < other.last && other.first < one.last;
    let rank = |one: &AnchorCandidate| (one.support, one.alike, Reverse(one.last - one.first));
    if found.iter().any(|other| overlaps(other) && rank(other) >= rank(&one)) {
        return;
    }
    found.retain(|other| !overlaps(other));
    found.push(one);
}

/// Weighs the candidates for one anchor.
pub(super) struct Weigher<'a> {
    anchor: &'a Anchor,
    speech: &'a Speech,
    wording: &'a Wording<'a>,
    words: &'a Words<'a>,
    passage: SoughtPassage,
    label: super::alike::WordPattern,
}

impl<'a> Weigher<'a> {
    /// Takes an anchor with places of a wording of the speech, and the words of that.
    pub fn new(
        anchor: &'a Anchor,
        (speech, wording): (&'a Speech, &'a Wording<'a>),
        words: &'a Words<'a>,
    ) -> Self {
        let label = super::alike::WordPattern::of(&Words::of(&anchor.label));
        Weigher { anchor, speech, wording, words, passage: SoughtPassage::of(anchor), label }
    }

    pub fn has_no_words(&self) -> bool {
        self.passage.pattern.is_empty()
    }

    /// Decides. `held` is the range at the remembered position where the characters are the same.
    pub fn decide(&self, held: Option<TextRange>) -> Place {
        let exact = self.exact();
        match self.weigh_exact(&exact) {
            Finding::Place(found) => self.place_of(&found, held),
            Finding::Alone(found) => match self.edited(&exact).as_slice() {
                // The words are elsewhere, and something like them is where they were.
                [edited, ..] if edited.support >= Support::Near => {
                    Place::uncertain([edited.range, found.range].into_iter())
                }
                _ => self.place_of(&found, held),
            },
            Finding::Doubt => {
                let edited = self.edited(&exact);
                let here = edited.iter().filter(|edited| edited.support >= Support::Near);
                self.uncertain(exact.iter().chain(here))
            }
            Finding::Gone => self.weigh_edited(&self.edited(&exact)),
        }
    }

    fn place_of(&self, found: &AnchorCandidate, held: Option<TextRange>) -> Place {
        match held {
            Some(range) if found.held => Place::Same(range),
            _ if found.held => Place::Same(found.range),
            _ => Place::Moved(found.range),
        }
    }

    /// Finds the passages with the same words.
    fn exact(&self) -> Vec<AnchorCandidate> {
        let size = self.passage.pattern.len();
        let found = runs(self.words, self.passage.pattern.keys.clone());
        found.map(|first| self.candidate(first, first + size, 100)).collect()
    }

    fn candidate(&self, first: usize, last: usize, alike: u8) -> AnchorCandidate {
        let range = self.passage.range(self.wording.text(), self.words, first, last);
        let sides = self.passage.context.sides(self.words, first, last);
        let support =
            if self.passage.context.is_unknown() { Support::None } else { support(sides) };
        let quote = &self.anchor.quote;
        let blank = quote.len() - quote.trim_start().len();
        let held = range.start.get() == self.anchor.range.start.get() + blank;
        let item = self.item(range);
        AnchorCandidate { range, first, last, alike, support, item, held }
    }

    fn item(&self, range: TextRange) -> ItemAgreement {
        let outline = &self.speech.outline;
        let start = self.wording.start(range.start.get());
        let Some(here) = outline.item_at(start) else { return ItemAgreement::Other };
        if self.label.is_empty() {
            let found: Option<ItemIndex> =
                self.anchor.item.as_ref().and_then(|item| outline.find(item));
            return if found == Some(here) { ItemAgreement::Address } else { ItemAgreement::Other };
        }
        let words = label(self.speech, here);
        let likeness = self.label.likeness(&super::alike::WordPattern::of(&Words::of(&words)));
        if likeness >= SAME_LABEL { ItemAgreement::Label } else { ItemAgreement::Other }
    }

    /// Weighs the passages with the same words.
    fn weigh_exact(&self, exact: &[AnchorCandidate]) -> Finding {
        let Some(best) = exact.iter().map(|found| found.support).max() else {
            return Finding::Gone;
        };
        let mut at_best = exact.iter().filter(|found| found.support == best);
        let winner = at_best.next().filter(|_| at_best.next().is_none());
        // The item tells apart what agrees as far as is remembered.
        let at_best = || exact.iter().filter(|found| found.support == best);
        let item = at_best().map(|found| found.item).max().unwrap_or(ItemAgreement::Other);
        let mut in_item = at_best().filter(|found| found.item == item);
        let in_item =
            in_item.next().filter(|_| item > ItemAgreement::Other && in_item.next().is_none());
        let supported = exact.iter().filter(|found| found.support > Support::None).count();
        // Fewer copies than there were: those left may be the others.
        let is_one_gone = exact.len() < self.anchor.copies as usize;
        match best {
            Support::Full | Support::Near => {
                let Some(winner) = winner else { return Finding::Doubt };
                let rival = exact.iter().any(|other| {
                    other.first != winner.first
                        && other.support >= Support::Half
                        && other.support < best
                        && (other.held || other.item > winner.item)
                });
                if rival { Finding::Doubt } else { Finding::Place(winner.clone()) }
            }
            Support::Half => match (winner, in_item) {
                (Some(winner), _) if winner.held => Finding::Place(winner.clone()),
                (Some(winner), _) if exact.len() == 1 && !is_one_gone => {
                    Finding::Place(winner.clone())
                }
                // All copies are still there, and nothing speaks for another one.
                (Some(winner), _)
                    if exact.len() == self.anchor.copies as usize && supported == 1 =>
                {
                    Finding::Place(winner.clone())
                }
                (_, Some(found)) if found.item == ItemAgreement::Label => {
                    Finding::Place(found.clone())
                }
                _ if is_one_gone => Finding::Gone,
                _ => Finding::Doubt,
            },
            Support::None => self.weigh_unsupported(exact, is_one_gone),
        }
    }

    /// Weighs passages with the same words and other surroundings.
    fn weigh_unsupported(&self, exact: &[AnchorCandidate], is_one_gone: bool) -> Finding {
        let [only] = exact else {
            // Of several, that in the old place would be a guess: all around it is new.
            return if is_one_gone { Finding::Gone } else { Finding::Doubt };
        };
        if only.held && !is_one_gone {
            return Finding::Place(only.clone());
        }
        if is_one_gone {
            return Finding::Gone;
        }
        let is_long = self.anchor.quote.trim().chars().count() >= LONG;
        let had_no_like = self.anchor.alike.is_some_and(|alike| alike < NO_SIDE);
        if self.passage.context.is_unknown()
            || only.item > ItemAgreement::Other
            || (is_long && had_no_like && self.anchor.copies == 1)
        {
            Finding::Alone(only.clone())
        } else {
            Finding::Doubt
        }
    }

    /// Finds passages with other words that are like the old ones, or stand where they stood; the
    /// likeliest first. Those that overlap one with the same words are left out.
    fn edited(&self, exact: &[AnchorCandidate]) -> Vec<AnchorCandidate> {
        let mut found: Vec<AnchorCandidate> = self.between();
        let like = self.passage.pattern.like_in(self.words, 0..self.words.len());
        for one in like.into_iter().filter(|one| one.alike >= BOTH_SIDES) {
            let (first, last) = (one.words.start, one.words.end);
            put(&mut found, self.candidate(first, last, one.alike));
        }
        found.retain(|one| {
            !exact.iter().any(|other| one.first < other.last && other.first < one.last)
        });
        found.sort_by_key(|found| (Reverse(found.support), Reverse(found.alike), found.first));
        found
    }

    /// Finds what stands between what stood before the passage and what stood after it.
    fn between(&self) -> Vec<AnchorCandidate> {
        let SoughtPassage { pattern, context, .. } = &self.passage;
        let most = 2 * pattern.len() + 12;
        let mut ends = context.ends_before(self.words).peekable();
        let mut found: Vec<AnchorCandidate> = Vec::new();
        for first in context.starts_after(self.words).take(GAPS) {
            while ends.next_if(|&end| end <= first).is_some() {}
            let Some(&last) = ends.peek() else { break };
            if last - first > most {
                continue;
            }
            let here = super::alike::pattern_of(self.words, first..last);
            let mut alike = pattern.likeness(&here);
            let (mut first, mut last) = (first, last);
            // Something may have been put in beside it.
            let inside = pattern.like_in(self.words, first..last).into_iter().next();
            if let Some(inside) =
                inside.filter(|inside| inside.alike > alike.saturating_add(PUT_IN))
            {
                (first, last, alike) = (inside.words.start, inside.words.end, inside.alike);
            }
            let one = self.candidate(first, last, alike);
            // A figure, a name: other words, but nothing else can be meant.
            let replaced = pattern.len() <= FEW_WORDS
                && one.support == Support::Full
                && last - first <= pattern.len() + 2;
            if one.support >= Support::Near && (alike >= BOTH_SIDES || replaced) {
                put(&mut found, one);
            }
        }
        found
    }

    /// Weighs passages with other words, the likeliest first.
    fn weigh_edited(&self, found: &[AnchorCandidate]) -> Place {
        let Some(best) = found.first() else { return Place::Lost };
        let like = self.anchor.alike;
        let liker = |than: u8| best.alike > than.saturating_add(MARGIN).min(99);
        let accepted = match best.support {
            Support::Full => true,
            // A look-alike between nearly the same neighbours is not enough.
            Support::Near => {
                like.is_none_or(liker)
                    || self.passage.context.is_nearly_whole(self.words, best.first, best.last)
            }
            Support::Half => {
                if self.passage.context.is_closed(self.words) {
                    return Place::Lost;
                }
                match like {
                    Some(like) => best.alike >= ONE_SIDE && liker(like),
                    None => best.alike >= ONE_SIDE_ALONE,
                }
            }
            Support::None => false,
        };
        if accepted {
            let is_rival = |other: &&AnchorCandidate| {
                (other.support == best.support && other.alike + RIVAL >= best.alike)
                    || (other.support >= Support::Half && other.alike > best.alike + RIVAL)
            };
            let rivals: Vec<&AnchorCandidate> = found[1..].iter().filter(is_rival).collect();
            if rivals.is_empty() {
                return Place::Edited(best.range, best.alike);
            }
            return self.uncertain([best].into_iter().chain(rivals));
        }
        // Nothing in the old text was as like: it is put before the reader.
        let known = like.is_some_and(|like| best.alike >= NO_SIDE && liker(like));
        if known && !self.passage.context.is_closed(self.words) {
            let close = found.iter().filter(|other| other.alike + RIVAL >= best.alike);
            return self.uncertain(close);
        }
        Place::Lost
    }

    fn uncertain<'b>(&self, found: impl Iterator<Item = &'b AnchorCandidate>) -> Place {
        let mut found: Vec<&AnchorCandidate> = found.collect();
        let start = self.anchor.range.start.get();
        found.sort_by_key(|found| {
            let distance = found.range.start.get().abs_diff(start);
            (Reverse(found.support), Reverse(found.item), Reverse(found.alike), distance)
        });
        Place::uncertain(found.into_iter().map(|found| found.range))
    }
}
