//! What comes later: the next number of every family, asked from any place.

use super::Candidate;
use super::Family;
use std::cell::Cell;
use std::collections::HashMap;

/// How many markers of one family are looked at to see whether a list comes back.
const FURTHEST: usize = 40;

/// The markers of a text by family and sign, in order. It is asked from one place after the other,
/// never from an earlier one again.
pub(super) struct Sight {
    kinds: HashMap<(Family, char), Kind>,
    places: Vec<Places>,
    spoken: Vec<(usize, Family, u32)>,
}

/// A family and sign, by its place in [`Sight`].
pub(super) type Kind = usize;

/// Where the markers of one family and sign stand, and their numbers.
#[derive(Default)]
struct Places {
    all: Vec<(usize, u32)>,
    /// How many of them have been passed.
    passed: Cell<usize>,
}

impl Places {
    /// Gives those behind a candidate.
    fn behind(&self, candidate: usize) -> &[(usize, u32)] {
        let mut passed = self.passed.get();
        while self.all.get(passed).is_some_and(|&(index, _)| index <= candidate) {
            passed += 1;
        }
        self.passed.set(passed);
        &self.all[passed..]
    }
}

impl Sight {
    pub(super) fn new(candidates: &[Candidate]) -> Self {
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
        sight
    }

    /// Finds a family and sign, if the text has a marker of them.
    pub(super) fn kind(&self, family: Family, sign: char) -> Option<Kind> {
        self.kinds.get(&(family, sign)).copied()
    }

    /// Gives the number of the next marker of a kind behind a candidate.
    pub(super) fn next(&self, kind: Option<Kind>, behind: usize) -> Option<u32> {
        self.places[kind?].behind(behind).first().map(|&(_, ordinal)| ordinal)
    }

    /// Tells whether, behind a list that starts at a candidate with 1 and runs on, a number comes that
    /// follows `last` instead: two lists of one family, one in an item of the other.
    pub(super) fn comes_back(&self, start: usize, kind: Option<Kind>, last: u32) -> bool {
        let Some(kind) = kind else { return false };
        let mut inner = 1;
        for &(_, ordinal) in self.places[kind].behind(start).iter().take(FURTHEST) {
            if ordinal == inner + 1 {
                inner = ordinal;
            } else {
                return inner >= 2 && ordinal == last + 1;
            }
        }
        false
    }

    /// Gives the next marker that counts in words, openers and closers apart.
    pub(super) fn next_spoken(&self, behind: usize) -> Option<(Family, u32)> {
        let at = self.spoken.partition_point(|&(index, ..)| index <= behind);
        self.spoken[at..]
            .iter()
            .take(8)
            .find(|(_, family, _)| !matches!(family, Family::Opener | Family::Closer))
            .map(|&(_, family, ordinal)| (family, ordinal))
    }
}
