//! What each sign is worth for each role: the table of `data/weights/roles.toml`, as `build.rs` made it.

use crate::speech::Role;
use crate::speech::parse::key;

include!(concat!(env!("OUT_DIR"), "/roles_table.rs"));

/// How many points of the table are 1 of the logarithm of the odds.
const POINTS: f32 = 16.0;

/// What speaks for each role, as logarithms of odds, in the order of [`Role::ALL`].
pub(super) type Scores = [f32; Role::ALL.len()];

/// Finds the row of a sign by the hash of its name.
pub(super) fn row(key: u64) -> Option<u16> {
    let mask = SLOTS.len() - 1;
    let mut at = key::place(key) & mask;
    loop {
        match SLOTS[at] {
            u16::MAX => return None,
            row if KEYS[usize::from(row)] == key => return Some(row),
            _ => at = (at + 1) & mask,
        }
    }
}

/// Returns how many rows there are.
pub(super) fn rows() -> usize {
    NAMES.len()
}

/// Returns the name of the sign of a row.
pub(super) fn name(row: u16) -> &'static str {
    NAMES[usize::from(row)]
}

/// Returns what a sign is worth for one role.
pub(super) fn worth(row: u16, role: usize) -> f32 {
    f32::from(WORTH[usize::from(row)][role]) / POINTS
}

/// Adds what a sign is worth.
pub(super) fn add(scores: &mut Scores, row: u16, value: f32) {
    for (score, worth) in scores.iter_mut().zip(WORTH[usize::from(row)]) {
        *score += f32::from(worth) / POINTS * value;
    }
}
