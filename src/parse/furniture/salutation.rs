//! "Kính thưa các vị khách quý," – lines that address those who listen.

use super::line::Line;
use crate::parse::lexicon::Lexicon;

/// Tells whether a short line is a salutation: it names who is addressed and says nothing else.
pub(super) fn is_salutation(line: &Line, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.salutation;
    if !words.starts.starts(&line.words) || !line.bare.starts_with(char::is_uppercase) {
        return false;
    }
    let said = line.words.trim_end_matches(['!', '.', ',', ':', ';', ' ']);
    let closed = said.len() < line.words.len();
    let listed = !said.contains(',') || line.words.starts_with("kính");
    !words.not.within(said) && !line.words.ends_with('?') && (closed || listed)
}
