//! What comes later: the next number of every family, asked from any place.

use super::Candidate;
use super::Family;
use std::collections::HashMap;

/// How many markers of one family are looked at to see whether a list comes back.
const FURTHEST: usize = 40;

/// The markers of a text by family and sign, in order.
pub(super) struct Sight {
    places: HashMap<(Family, char), Vec<(usize, u32)>>,
    spoken: Vec<(usize, Family, u32)>,
}

impl Sight {
    pub(super) fn new(candidates: &[Candidate]) -> Self {
        let mut sight = Sight { places: HashMap::new(), spoken: Vec::new() };
        for (index, candidate) in candidates.iter().enumerate() {
            let marker = candidate.marker;
            let key = (marker.family, marker.sign);
            sight.places.entry(key).or_default().push((index, marker.ordinal));
            if marker.family.is_spoken() {
                sight.spoken.push((index, marker.family, marker.ordinal));
            }
        }
        sight
    }

    /// Gives the number of the next marker of a family and sign behind a candidate.
    pub(super) fn next(&self, family: Family, sign: char, behind: usize) -> Option<u32> {
        let places = self.places.get(&(family, sign))?;
        let at = places.partition_point(|&(index, _)| index <= behind);
        places.get(at).map(|&(_, ordinal)| ordinal)
    }

    /// Tells whether, behind a list that starts at a candidate with 1 and runs on, a number comes that
    /// follows `last` instead: two lists of one family, one in an item of the other.
    pub(super) fn comes_back(&self, start: usize, family: Family, sign: char, last: u32) -> bool {
        let Some(places) = self.places.get(&(family, sign)) else { return false };
        let at = places.partition_point(|&(index, _)| index <= start);
        let mut inner = 1;
        for &(_, ordinal) in places[at..].iter().take(FURTHEST) {
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
