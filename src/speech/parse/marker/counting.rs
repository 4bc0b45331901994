//! Numbers in words, however large: "hai mươi mốt", "một trăm lẻ một", "twenty-first".

use crate::speech::parse::lexicon::Markers;
use crate::text::is_word;

/// A number that a text begins with: its length in bytes and its value.
type LeadingNumber = (usize, u32);

/// Reads the number word that a text in small letters begins with.
pub(in crate::speech::parse) fn cardinal(text: &str, words: &Markers) -> Option<LeadingNumber> {
    let (at, thousands) = below_thousand(text, words)?;
    let Some(behind) = word(text, at, &words.counting.thousand) else {
        return Some((at, thousands));
    };
    let value = 1000 * thousands;
    let linked = || {
        let link = word(text, behind, &words.counting.link)?;
        of(text, link, &words.spoken).filter(|&(_, value)| value <= 10)
    };
    let rest = linked().or_else(|| {
        let from = next_word(text, behind)?;
        below_thousand(&text[from..], words).map(|(length, value)| (from + length, value))
    });
    Some(rest.map_or((behind, value), |(end, rest)| (end, value + rest)))
}

/// "năm", "mười lăm", "hai mươi mốt", "một trăm lẻ ba", "hai trăm mười hai".
fn below_thousand(text: &str, words: &Markers) -> Option<LeadingNumber> {
    let (at, hundreds) = below_hundred(text, words)?;
    let hundred = word(text, at, &words.counting.hundred).filter(|_| hundreds < 10);
    let Some(behind) = hundred else { return Some((at, hundreds)) };
    let value = 100 * hundreds;
    let linked = || {
        let link = word(text, behind, &words.counting.link)?;
        of(text, link, &words.spoken).filter(|&(_, value)| value < 10)
    };
    let rest = linked().or_else(|| {
        let from = next_word(text, behind)?;
        let (length, rest) = below_hundred(&text[from..], words).filter(|&(_, rest)| rest >= 10)?;
        Some((from + length, rest))
    });
    Some(rest.map_or((behind, value), |(end, rest)| (end, value + rest)))
}

fn below_hundred(text: &str, words: &Markers) -> Option<LeadingNumber> {
    let (at, tens) = beginning(text, &words.spoken)?;
    let (behind, value) = match tens {
        // "hai mươi" is a word of the table itself.
        20 => (at, tens),
        2..10 => match word(text, at, &words.counting.ten) {
            Some(behind) => (behind, 10 * tens),
            None => return Some((at, tens)),
        },
        _ => return Some((at, tens)),
    };
    let units = of(text, behind, &words.counting.units);
    Some(units.map_or((behind, value), |(end, units)| (end, value + units)))
}

/// Reads an ordinal of English: "first", "twelfth", "twenty-first", "one hundred and first".
pub(super) fn english(text: &str, words: &Markers) -> Option<LeadingNumber> {
    let small = |text: &str| {
        beginning(text, &words.english).or_else(|| {
            let (at, tens) = beginning(text, &words.english_tens)?;
            let rest = text[at..].strip_prefix(['-', ' '])?;
            let from = text.len() - rest.len();
            let (length, units) =
                beginning(rest, &words.english).filter(|&(_, units)| units < 10)?;
            Some((from + length, tens + units))
        })
    };
    let hundred = || {
        let at = words.counting.english_hundred.iter().find_map(|hundred| {
            let rest = text.strip_prefix(hundred.as_str())?;
            rest.starts_with(' ').then(|| text.len() - rest.len() + 1)
        })?;
        small(&text[at..]).map(|(length, value)| (at + length, 100 + value))
    };
    small(text).or_else(hundred)
}

/// Finds the word of a table that a text begins with.
pub(super) fn beginning(text: &str, table: &[(String, u32)]) -> Option<LeadingNumber> {
    let found = table.iter().find(|(word, _)| text.strip_prefix(word.as_str()).is_some_and(ends));
    found.map(|(word, value)| (word.len(), *value))
}

/// Finds the word of a table that stands behind an offset.
fn of(text: &str, at: usize, table: &[(String, u32)]) -> Option<LeadingNumber> {
    let from = next_word(text, at)?;
    beginning(&text[from..], table).map(|(length, value)| (from + length, value))
}

/// Returns where one of some words ends that stands behind an offset.
fn word(text: &str, at: usize, any: &[String]) -> Option<usize> {
    let from = next_word(text, at)?;
    let rest = &text[from..];
    let found = any.iter().find(|word| rest.strip_prefix(word.as_str()).is_some_and(ends))?;
    Some(from + found.len())
}

fn next_word(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let word = rest.trim_start_matches([' ', '\n', '\u{A0}']);
    (word.len() < rest.len()).then(|| text.len() - word.len())
}

fn ends(rest: &str) -> bool {
    !rest.starts_with(is_word)
}
