//! Documents that a text cites by number: "Nghị quyết số 57-NQ/TW", "15/2020/NĐ-CP".

use super::vocabulary::ReferenceWords;
use super::word::ReferenceWord;
use crate::text::TextRange;

/// How many words of the name may stand between what a document is and its number: "Kết luận thanh tra số 153".
const NAME: usize = 3;

/// Returns the documents that a paragraph cites by number: what they are called, where that stands before it, and the
/// number.
pub fn document_numbers(text: &str, paragraph: TextRange) -> Vec<TextRange> {
    let of = ReferenceWords::shipped();
    let words = ReferenceWord::all(text, paragraph);
    let mut out: Vec<TextRange> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let number = word.text;
        let starts = number.starts_with(|c: char| c.is_ascii_digit());
        let is_short = number.len() <= 5 && number.chars().all(|c| c.is_ascii_digit());
        let said = at > 0 && words[at - 1].lower() == "số" && word.is_behind_blank();
        let called = called(&words, at, &of);
        let named = called.map(|(from, _)| from);
        let is_code = starts && is_code(number);
        // "Nghị quyết 57" and "Nghị quyết số 57"; figures alone are no document.
        let by_name = is_short && called.is_some_and(|(_, behind)| said || behind == at);
        if is_code || by_name && !counts(&words, at) {
            let start = named.map_or(word.range.start, |from| words[from].range.start);
            out.push(TextRange { start, end: word.range.end });
        }
    }
    out
}

/// Finds the word that begins what a document is called, before its number, and the word behind the name of its kind.
fn called(
    words: &[ReferenceWord<'_>],
    number: usize,
    of: &ReferenceWords,
) -> Option<(usize, usize)> {
    let from = number.saturating_sub(NAME + 2);
    (from..number).find_map(|at| {
        let joined = words[at + 1..=number].iter().all(ReferenceWord::is_behind_blank);
        // "Nghị quyết số 57-NQ/TW và 15/2020/NĐ-CP" is two.
        let is_one = !words[at..number].iter().any(|word| word.text.contains(char::is_numeric));
        let count = of.document(&words[at..number]).filter(|_| joined && is_one)?;
        Some((at, at + count))
    })
}

/// Tells whether a word is a number as documents bear it: "57-NQ/TW", "176/2025/QH15"; a day is none.
fn is_code(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '-', '–']).collect();
    let is_letters = |part: &&str| {
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2 || *part == "L" || *part == "TTg"
    };
    parts.len() >= 2
        && parts[0].chars().all(|c| c.is_ascii_digit())
        && parts[1..].iter().any(is_letters)
}

/// Tells whether the word behind figures is what they count: "kế hoạch 5 năm".
fn counts(words: &[ReferenceWord<'_>], at: usize) -> bool {
    let said = at > 0 && words[at - 1].lower() == "số";
    let next = words.get(at + 1).filter(|word| word.is_behind_blank());
    !said && next.is_some_and(|word| word.text.chars().all(char::is_lowercase))
}
