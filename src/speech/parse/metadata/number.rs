//! The number of a document: "627/TB-VPCP", "45-HD/BTCTW", "43/2019/QH14".

use super::stream::{StreamLine, Zone};
use crate::speech::parse::lexicon::Event;
use crate::text::is_word;

/// The longest line that is nothing but a kind and a number, and what may stand before one in a title.
const SHORT: usize = 60;
/// The longest row of a document's head, in bytes.
const ROW: usize = 240;

/// Finds it in the head of a document, behind "Số": "Số: 627/TB-VPCP", "Luật số: 43/2019/QH14".
pub(super) fn in_front(lines: &[StreamLine], words: &Event) -> Option<String> {
    let head = lines.iter().filter(|line| line.zone == Zone::Head);
    let mut later = None;
    for line in head {
        let text = line.text.as_str();
        let marks = text
            .match_indices("Số")
            .chain(text.match_indices("số"))
            .chain(text.match_indices("SỐ"));
        for (at, word) in marks {
            let behind = text[..at].chars().next_back();
            let rest = text[at + word.len()..].trim_start_matches([':', ' ']);
            if behind.is_some_and(is_word) {
                continue;
            }
            let Some(code) = code(rest) else { continue };
            match is_own(&text[..at], text, words) {
                NumberOwner::Yes => return Some(code),
                NumberOwner::Kind => later = later.or(Some(code)),
                NumberOwner::No => {}
            }
        }
    }
    later
}

/// Whether a number behind these words is that of the document.
enum NumberOwner {
    Yes,
    /// The kind stands before it on a line that says nothing else.
    Kind,
    No,
}

/// "Số" begins its line or a cell of it; with a kind before it ("Luật số:") the line is short and has no
/// day, or another document is meant.
fn is_own(before: &str, line: &str, lexicon: &Event) -> NumberOwner {
    let before = before.trim();
    if before.is_empty() || before.ends_with(['|', ')', '-', '*', ':']) {
        return NumberOwner::Yes;
    }
    let words = super::words(before);
    if lexicon.laws.holds(&words) && line.len() <= SHORT {
        return NumberOwner::Kind;
    }
    // The cells of a head that were put on one line: "VĂN PHÒNG Số: 214/TB-VP".
    let loud = before.chars().any(char::is_uppercase) && !before.chars().any(char::is_lowercase);
    let cell = line[before.len()..].trim_start().starts_with("Số");
    let cited = lexicon.bases.within(&words)
        || lexicon
            .laws
            .iter()
            .any(|kind| words.strip_suffix(kind).is_some_and(|rest| rest.ends_with(' ')));
    if cell && (loud || line.len() <= ROW && !cited) { NumberOwner::Yes } else { NumberOwner::No }
}

/// Finds it in a title: "Công điện 234/CĐ-TTg về …". A number behind "thực hiện" is of another
/// document.
pub(super) fn in_title(title: &str, words: &Event) -> Option<String> {
    let (at, found) = title
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .find_map(|(at, word)| code(word).map(|code| (at, code)))?;
    let before = super::words(&title[..at]);
    (before.len() <= SHORT && !words.other_numbers.within(&before)).then_some(found)
}

/// Reads a code: figures, then a stroke or hyphen, then capitals.
fn code(text: &str) -> Option<String> {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '?' | ')' | '|'));
    let code = text[..end.unwrap_or(text.len())].trim_end_matches(['.', ':', '*', '_']);
    let digits = code.len() - code.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &code[digits..];
    let capitals = rest.chars().filter(|c| c.is_uppercase()).count();
    ((1..=6).contains(&digits) && rest.starts_with(['/', '-']) && capitals >= 2 && code.len() <= 40)
        .then(|| code.to_owned())
}
