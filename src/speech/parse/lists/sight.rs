//! What comes later: the next number of every family, asked from any place.

use super::Family;
use super::MarkerCandidate;
use std::cell::Cell;
use std::collections::HashMap;

/// The markers of a text by family and sign, in order. It is asked from one place after the other,
/// never from an earlier one again.
pub(super) struct Sight {
    kinds: HashMap<(Family, char), SightIndex>,
    places: Vec<Places>,
    spoken: Vec<(usize, Family, u32)>,
}

/// A family and sign, by its place in [`Sight`].
pub(super) type SightIndex = usize;

/// Where the markers of one family and sign stand, and their numbers.
#[derive(Default)]
struct Places {
    all: Vec<(usize, u32)>,
    /// For each of them the first behind it that does not go on with the next number.
    ends: Vec<usize>,
    /// How many of them have been passed.
    passed: Cell<usize>,
}

impl Places {
    /// Returns the place of the first behind a candidate.
    fn behind(&self, candidate: usize) -> usize {
        let mut passed = self.passed.get();
        while self.all.get(passed).is_some_and(|&(index, _)| index <= candidate) {
            passed += 1;
        }
        self.passed.set(passed);
        passed
    }

    /// Sees how far the numbers run on from each place.
    fn see_runs(&mut self) {
        self.ends = vec![self.all.len(); self.all.len()];
        for at in (1..self.all.len()).rev() {
            let goes_on = self.all[at].1 == self.all[at - 1].1 + 1;
            self.ends[at - 1] = if goes_on { self.ends[at] } else { at };
        }
    }
}

impl Sight {
    pub(super) fn new(candidates: &[MarkerCandidate]) -> Self {
        let mut sight = Sight { kinds: HashMap::new(), places: Vec::new(), spoken: Vec::new() };
        for (index, candidate) in candidates.iter().enumerate() {
            let marker = candidate.marker;
            let new = sight.places.len();
            let kind = *sight.kinds.entry((marker.family, marker.sign)).or_insert(new);
            if kind == new {
                sight.places.push(Places::default());
            }
            sight.places[kind].all.push((index, marker.ordinal));
            if marker.family.is_spoken() {
                sight.spoken.push((index, marker.family, marker.ordinal));
            }
        }
        sight.places.iter_mut().for_each(Places::see_runs);
        sight
    }

    /// Finds a family and sign, if the text has a marker of them.
    pub(super) fn kind(&self, family: Family, sign: char) -> Option<SightIndex> {
        self.kinds.get(&(family, sign)).copied()
    }

    /// Returns the number of the next marker of a kind behind a candidate.
    pub(super) fn next(&self, kind: Option<SightIndex>, behind: usize) -> Option<u32> {
        let places = &self.places[kind?];
        places.all.get(places.behind(behind)).map(|&(_, ordinal)| ordinal)
    }

    /// Tells whether at least so many markers of a kind behind a candidate run on from a number.
    pub(super) fn runs_on(
        &self,
        behind: usize,
        kind: Option<SightIndex>,
        last: u32,
        least: usize,
    ) -> bool {
        let Some(places) = kind.map(|kind| &self.places[kind]) else { return false };
        let at = places.behind(behind);
        let follows = places.all.get(at).is_some_and(|&(_, ordinal)| ordinal == last + 1);
        follows && places.ends[at] - at >= least
    }

    /// Tells whether, behind a list that starts at a candidate with 1 and runs on, a number comes that
    /// follows `last` instead: two lists of one family, one in an item of the other.
    pub(super) fn comes_back(&self, start: usize, kind: Option<SightIndex>, last: u32) -> bool {
        let Some(places) = kind.map(|kind| &self.places[kind]) else { return false };
        let at = places.behind(start);
        let follows = places.all.get(at).is_some_and(|&(_, ordinal)| ordinal == 2);
        let back = || places.all.get(places.ends[at]);
        follows && back().is_some_and(|&(_, ordinal)| ordinal == last + 1)
    }

    /// Tells whether the next marker that counts in words is one between the first and the last: "Tiếp đến,".
    pub(super) fn is_middle_next(&self, behind: usize) -> bool {
        let at = self.spoken.partition_point(|&(index, ..)| index <= behind);
        self.spoken.get(at).is_some_and(|&(_, family, _)| family == Family::Middle)
    }

    /// Returns the next marker that counts in words, openers and closers apart.
    pub(super) fn next_spoken(&self, behind: usize) -> Option<(Family, u32)> {
        let at = self.spoken.partition_point(|&(index, ..)| index <= behind);
        self.spoken[at..]
            .iter()
            .take(8)
            .find(|(_, family, _)| {
                !matches!(family, Family::Opener | Family::Middle | Family::Closer)
            })
            .map(|&(_, family, ordinal)| (family, ordinal))
    }
}
