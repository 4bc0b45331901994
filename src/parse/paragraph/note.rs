//! Whether a line is a note in brackets that stands by itself: who gave a speech, where and when.

use super::line::{Line, Opening};

/// How many lines of a text may be its head, where such notes stand.
const HEAD: usize = 40;
/// The most lines of a note, and the shortest one, in characters.
const LINES: usize = 3;
const SHORTEST: u32 = 8;

/// Tells whether a note in brackets begins at line `at`: it ends at a line's end, and nothing goes on
/// behind it.
pub(super) fn is_note(text: &str, lines: &[Line], at: usize) -> bool {
    if at > HEAD || lines[at].width < SHORTEST || !lines[at].of(text).starts_with('(') {
        return false;
    }
    let last = (at..lines.len()).take(LINES).find(|&last| lines[last].of(text).contains(')'));
    let Some(last) = last else { return false };
    let closed = lines[last].of(text).trim_end_matches(['.', ' ']);
    let whole = closed.find(')') == Some(closed.len() - 1);
    let next = lines.get(last + 1).filter(|next| lines[last].touches(next));
    whole && next.is_none_or(|next| !matches!(next.opening, Opening::Small | Opening::Stop))
}
