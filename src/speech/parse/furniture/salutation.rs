//! "Kính thưa các vị khách quý," – lines that address those who listen.

use super::line::FoldedLine;
use crate::speech::parse::lexicon::Lexicon;

/// The longest word that a stop shortens, in bytes.
const SHORTENED: usize = 3;

/// Tells whether a short line is a salutation: it names who is addressed and says nothing else.
pub(super) fn is_salutation(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.salutation;
    if !words.starts.starts(&line.words) || !line.bare.starts_with(char::is_uppercase) {
        return false;
    }
    let said = line.words.trim_end_matches(['!', '.', ',', ':', ';', ' ']);
    // "Mr. Speaker,": the stop shortens a word.
    let shortened = said.split_once(". ").filter(|(title, _)| title.len() <= SHORTENED);
    let closed = said.len() < line.words.len();
    let listed = !said.contains(',') || line.words.starts_with("kính");
    let said = shortened.map_or(said, |(_, rest)| rest);
    !words.not.within(said) && !line.words.ends_with('?') && (closed || listed)
}
