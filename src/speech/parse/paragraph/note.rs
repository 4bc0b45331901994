//! Whether a line of a text's head stands by itself: a note in brackets on who gave a speech, where and
//! when, the subject of a letter, and a field of a mail's head.

use super::line::{LineOpening, SourceLine};
use crate::speech::parse::lexicon::Lexicon;
use crate::text::lowercase;

/// How many lines of a text may be its head, where such notes stand.
const HEAD: usize = 40;
/// The most lines of a note, and the shortest one, in characters.
const LINES: usize = 3;
const SHORTEST: u32 = 8;
/// How many bytes of a line tell that it is a subject.
const SUBJECT: usize = 8;

/// The longest name of a field, in bytes.
const KEY: usize = 32;

/// Tells whether a note in brackets begins at line `at`: it ends at a line's end, and nothing goes on
/// behind it.
pub(super) fn is_note(text: &str, lines: &[SourceLine], at: usize) -> bool {
    if at > HEAD || lines[at].width < SHORTEST || !lines[at].of(text).starts_with('(') {
        return false;
    }
    let last = (at..lines.len()).take(LINES).find(|&last| lines[last].of(text).contains(')'));
    let Some(last) = last else { return false };
    let closed = lines[last].of(text).trim_end_matches(['.', ' ']);
    let whole = closed.find(')') == Some(closed.len() - 1);
    let next = lines.get(last + 1).filter(|next| lines[last].touches(next));
    whole && next.is_none_or(|next| !matches!(next.opening, LineOpening::Small | LineOpening::Stop))
}

/// Tells whether the subject of a letter begins at a line: "V/v đôn đốc thu nộp".
pub(super) fn is_subject(line: &str, lexicon: &Lexicon) -> bool {
    let head = || lowercase(&line[..line.floor_char_boundary(SUBJECT)]);
    line.starts_with(['V', 'v']) && lexicon.furniture.title.about.starts(&head())
}

/// Tells whether line `at` is a field of a text's head, as of a mail: "Chủ đề: Họp xã". It goes on no line.
pub(super) fn is_field(text: &str, lines: &[SourceLine], at: usize, lexicon: &Lexicon) -> bool {
    let Some((key, _)) = lines[at].of(text).split_once(':').filter(|_| at <= HEAD) else {
        return false;
    };
    key.len() <= KEY && lexicon.furniture.title.fields.contains(&lowercase(key))
}
