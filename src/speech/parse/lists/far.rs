//! Numbers that are too large to be believed by themselves: they count where a list leads up to them.
//!
//! "1945." and "150 – 200 hộ" stand at the beginnings of lines; "101." behind "100." goes on a list.

use super::{Family, IsItem, ListSource, MarkerCandidate, MemberGap, letters};
use crate::speech::parse::lexicon::Markers;
use crate::speech::parse::marker::is_far;
use std::collections::{HashMap, HashSet};

/// The largest number that may follow where the text leaves something out, or open an extract.
const LARGEST_FIRST: u32 = 999;

/// What numbers are compared with each other: family, sign, and the number before that of a decimal.
type NumberKind = (Family, char, u32);

/// Leaves out the candidates whose numbers are too large and not led up to.
pub(super) fn without(
    mut candidates: Vec<MarkerCandidate>,
    source: ListSource<'_>,
) -> Vec<MarkerCandidate> {
    let words = &source.lexicon.markers;
    let is_large = |candidate: &MarkerCandidate| {
        let marker = candidate.marker;
        is_large(candidate, (marker.family, marker.ordinal), words)
            || marker.other.is_some_and(|other| is_large(candidate, other, words))
    };
    if !candidates.iter().any(is_large) {
        return candidates;
    }
    letters::number(&mut candidates, source);
    let mut leads = Leads { nexts: nexts(&candidates), ..Leads::default() };
    let mut index = 0;
    candidates.retain_mut(|candidate| {
        let marker = candidate.marker;
        let is_led = |reading: (Family, u32)| {
            !self::is_large(candidate, reading, words) || leads.lead_to(candidate, reading, index)
        };
        let other = marker.other.filter(|&other| is_led(other));
        let is_own_led = is_led((marker.family, marker.ordinal));
        index += 1;
        let marker = &mut candidate.marker;
        match (is_own_led, other) {
            (true, other) => marker.other = other,
            (false, Some((family, ordinal))) => {
                (marker.family, marker.ordinal, marker.other) = (family, ordinal, None);
            }
            (false, None) => return false,
        }
        leads.see(candidate);
        true
    });
    candidates
}

/// Tells whether a reading of a marker has a number that is too large to be believed by itself.
fn is_large(
    candidate: &MarkerCandidate,
    (family, ordinal): (Family, u32),
    words: &Markers,
) -> bool {
    let outer = if matches!(family, Family::Decimal(_)) { candidate.marker.prefix } else { 0 };
    is_far(family, ordinal.max(outer), words)
}

fn kind(candidate: &MarkerCandidate, family: Family) -> NumberKind {
    (family, candidate.marker.sign, candidate.marker.prefix)
}

/// The numbers before a candidate, and those that follow each.
#[derive(Default)]
struct Leads {
    seen: HashSet<(NumberKind, u32)>,
    /// Every number that was seen, of whatever kind.
    numbers: HashSet<u32>,
    nexts: Vec<Option<[u32; 2]>>,
}

impl Leads {
    /// Tells whether a number follows one that was seen, at most one being missing; or is the first in
    /// its item, or behind a gap; or two more follow it.
    fn lead_to(
        &self,
        candidate: &MarkerCandidate,
        (family, ordinal): (Family, u32),
        index: usize,
    ) -> bool {
        if candidate.said.item == Some(IsItem::Yes) || candidate.said.level.is_some() {
            return true;
        }
        let kind = kind(candidate, family);
        let before = |step| ordinal.checked_sub(step).map(|number| (kind, number));
        if [1, 2].into_iter().filter_map(before).any(|lead| self.seen.contains(&lead)) {
            return true;
        }
        if matches!(family, Family::Decimal(_)) {
            return ordinal == 1 && self.numbers.contains(&candidate.marker.prefix);
        }
        let runs = self.nexts[index] == Some([ordinal + 1, ordinal + 2]);
        ordinal <= LARGEST_FIRST && (candidate.gap != MemberGap::None || runs)
    }

    fn see(&mut self, candidate: &MarkerCandidate) {
        let marker = candidate.marker;
        let own = (marker.family, marker.ordinal);
        for (family, ordinal) in [Some(own), marker.other].into_iter().flatten() {
            self.seen.insert((kind(candidate, family), ordinal));
            self.numbers.insert(ordinal);
        }
    }
}

/// Returns the next two numbers of its kind behind each candidate.
fn nexts(candidates: &[MarkerCandidate]) -> Vec<Option<[u32; 2]>> {
    let mut last: HashMap<NumberKind, (u32, Option<u32>)> = HashMap::new();
    let mut out = vec![None; candidates.len()];
    for (index, candidate) in candidates.iter().enumerate().rev() {
        let marker = candidate.marker;
        let next = last.get(&kind(candidate, marker.family)).copied();
        out[index] = next.and_then(|(first, second)| Some([first, second?]));
        last.insert(kind(candidate, marker.family), (marker.ordinal, next.map(|(first, _)| first)));
    }
    out
}
