//! A line of the title as it is told.

use crate::speech::parse::furniture::{undecorated, words};
use crate::speech::parse::lexicon::Lexicon;
use crate::text::markup;

/// Returns a line of the title without what is no word of it: the sign of a foot-note, the name of the field
/// that a mail gives its subject in.
pub(super) fn line(raw: &str, lexicon: &Lexicon) -> String {
    let title = &lexicon.furniture.title;
    let raw = undecorated(raw);
    let noted = raw.trim_end_matches(['*', '_', ' ']);
    let unnoted = noted.strip_suffix("(*)").or_else(|| noted.strip_suffix("(\\*)"));
    let plain = markup::plain(unnoted.map_or(raw, str::trim_end));
    let mut line = plain.trim_start_matches(['>', ' ']);
    let is_topic =
        |line: &str| line.split_once(':').is_some_and(|(key, _)| title.topics.holds(&words(key)));
    if is_topic(line) {
        line = line.split_once(':').map_or(line, |(_, said)| said.trim_start());
        while let Some(said) = title.relayed.iter().find_map(|sign| {
            let begin = line.get(..sign.len()).filter(|begin| words(begin) == sign);
            begin.map(|_| line[sign.len()..].trim_start())
        }) {
            line = said;
        }
    }
    line.to_owned()
}
