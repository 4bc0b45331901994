//! Ordinals that no sign follows: "Thứ nhất phải …" is a member where "Thứ hai, …" comes next.

use super::{MarkerCandidate, Sureness};
use crate::speech::parse::marker::Family;

/// How many candidates before and behind are looked at.
const AROUND: usize = 24;

/// Leaves out the ordinals without a sign that others do not lead to.
pub(super) fn without(candidates: Vec<MarkerCandidate>) -> Vec<MarkerCandidate> {
    if candidates.iter().all(|candidate| candidate.sureness == Sureness::Signed) {
        return candidates;
    }
    let led: Vec<bool> = (0..candidates.len()).map(|at| is_led(&candidates, at)).collect();
    let mut led = led.into_iter();
    candidates.into_iter().filter(|_| led.next().unwrap_or(true)).collect()
}

/// Tells whether a candidate has a sign; or the next number of its kind has, and the one before it where
/// it is not the first.
fn is_led(candidates: &[MarkerCandidate], at: usize) -> bool {
    let own = &candidates[at];
    if own.sureness == Sureness::Signed {
        return true;
    }
    let (family, ordinal) = (own.marker.family, own.marker.ordinal);
    let is_kin = |other: &&MarkerCandidate| other.marker.family == family;
    let next = candidates[at + 1..].iter().take(AROUND).find(is_kin);
    let before = candidates[..at].iter().rev().take(AROUND).find(is_kin);
    let is = |found: Option<&MarkerCandidate>, wanted: u32| {
        found.is_some_and(|found| {
            found.marker.ordinal == wanted && found.sureness == Sureness::Signed
        })
    };
    is(next, ordinal + 1)
        && (ordinal == 1 || before.is_some_and(|before| before.marker.ordinal + 1 == ordinal))
        || ordinal > 1
            && is(before, ordinal - 1)
            && next
                .is_none_or(|next| next.marker.ordinal == 1 || next.marker.ordinal == ordinal + 1)
            && matches!(family, Family::Named(_))
}
