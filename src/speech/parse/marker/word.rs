//! Markers that are words: "Một là:", "Thứ nhất,", "Trước hết,", "Điều 5.", "Nhiệm vụ 1:", "First,".

use super::super::lexicon::Markers;
use super::counting::{beginning, cardinal, english};
use super::number::{roman, small_number};
use super::{Family, Marker, is_dash, is_ornament};
use crate::text::{is_letter, is_word, lowercase};

/// The ordinals that are days of the week, too.
const WEEKDAYS: std::ops::RangeInclusive<u32> = 2..=7;

/// Finds the words of a marker that `head` begins with.
pub(super) fn spoken(head: &str, words: &Markers) -> Option<Marker> {
    let lower = lowercase(head);
    // Lower case keeps the length of every Vietnamese letter; be safe about all others.
    if lower.len() != head.len() {
        return None;
    }
    if let Some((length, value)) = cardinal(&lower, words)
        && let Some(found) = counted(&lower, length, value, words)
    {
        return Some(found);
    }
    if let Some(rest) = lower.strip_prefix(words.ordinal_prefix.as_str())
        && let Some(found) = ordinal(&lower, rest.trim_start(), words)
    {
        return Some(found);
    }
    for (list, family, ordinal) in [
        (&words.openers, Family::Opener, 1),
        (&words.middles, Family::Middle, 0),
        (&words.closers, Family::Closer, 0),
    ] {
        let found = list.iter().find_map(|word| lower.strip_prefix(word.as_str()));
        if let Some(rest) = found.filter(|rest| word_ends(rest)) {
            let at = lower.len() - rest.len();
            let end = sign_end(&lower, at);
            return (end > at).then(|| Marker::new(family, ordinal, end));
        }
    }
    // "And fourth, …", "Và cuối cùng, …"
    let joined = words.joiners.iter().find_map(|word| lower.strip_prefix(word.as_str()));
    if let Some(rest) = joined.filter(|rest| rest.starts_with(' ')) {
        let from = lower.len() - rest.trim_start().len();
        let found = ordinal_or_closer(&lower[from..], words)?;
        return Some(Marker { end: from + found.end, ..found });
    }
    if let Some((length, value)) = english(&lower, words) {
        let end = sign_end(&lower, length);
        let signed = lower[..end].ends_with([',', ':']) && head.starts_with(char::is_uppercase);
        return signed.then(|| Marker::new(Family::Ordinal, value, end));
    }
    part(head, &lower, words).or_else(|| named(&lower, words))
}

/// What may stand behind a word that joins the last members of a list: "and fourth,".
fn ordinal_or_closer(lower: &str, words: &Markers) -> Option<Marker> {
    if let Some(rest) = lower.strip_prefix(words.ordinal_prefix.as_str()) {
        return ordinal(lower, rest.trim_start(), words);
    }
    if let Some((length, value)) = english(lower, words) {
        let end = sign_end(lower, length);
        return lower[..end]
            .ends_with([',', ':'])
            .then(|| Marker::new(Family::Ordinal, value, end));
    }
    let rest = words.closers.iter().find_map(|word| lower.strip_prefix(word.as_str()))?;
    let end = sign_end(lower, lower.len() - rest.len());
    lower[..end].ends_with([',', ':']).then(|| Marker::new(Family::Closer, 0, end))
}

/// "Một là:", and "Một,", "Một.", "Một:" alone, which count only where another follows (docs/dev/structure.md).
fn counted(lower: &str, length: usize, value: u32, words: &Markers) -> Option<Marker> {
    let rest = unornamented(&lower[length..]);
    if let Some(after) = rest.strip_prefix(words.copula.as_str()).filter(|after| word_ends(after)) {
        let end = sign_end(lower, lower.len() - after.len());
        return Some(Marker::new(Family::Spoken, value, end));
    }
    let behind =
        rest.strip_prefix([',', '.', ':']).filter(|behind| !behind.starts_with(['.', ':']))?;
    Some(Marker::new(Family::Count, value, lower.len() - behind.len()))
}

fn ordinal(lower: &str, rest: &str, words: &Markers) -> Option<Marker> {
    let at = lower.len() - rest.len();
    let (length, value) = ordinal_word(rest, words)?;
    let at = at + length;
    let tail = unornamented(&lower[at..]);
    if tail.strip_prefix(words.copula.as_str()).is_some_and(word_ends) {
        let copula_end = lower.len() - tail.len() + words.copula.len();
        return Some(Marker::new(Family::Ordinal, value, sign_end(lower, copula_end)));
    }
    let end = sign_end(lower, at);
    // "*Thứ nhất *phải …": the emphasis is its sign.
    let emphasised = lower[at..lower.len() - tail.len()].contains(['*', '_']);
    if end == at && !tail.is_empty() && !emphasised {
        return None;
    }
    let after = lower[end..].trim_start_matches(is_ornament);
    (!is_weekday(value, after, words)).then(|| Marker::new(Family::Ordinal, value, end))
}

/// Tells whether an ordinal is a weekday by what follows: "Thứ hai, ngày 20/01/2025", "Thứ ba, 16/7", "Thứ
/// sáu, 8 giờ", but not "Thứ ba, 36 dự án".
fn is_weekday(value: u32, after: &str, words: &Markers) -> bool {
    if !WEEKDAYS.contains(&value) {
        return false;
    }
    if words.weekday_before.iter().any(|word| after.starts_with(word.as_str())) {
        return true;
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(after);
    if !(1..=2).contains(&first) {
        return false;
    }
    let rest = &after[first..];
    let second = rest.strip_prefix(['/', '-', '.', ':']).map_or(0, digits);
    let hour = rest.trim_start_matches(is_ornament);
    (1..=2).contains(&second)
        || words
            .weekday_hours
            .iter()
            .any(|word| hour.strip_prefix(word.as_str()).is_some_and(word_ends))
}

/// "Thứ nhất phải …": an ordinal without a sign.
pub(super) fn unsigned(head: &str, words: &Markers) -> Option<Marker> {
    words.may_begin(head).then_some(())?;
    let lower = lowercase(head);
    let rest =
        lower.strip_prefix(words.ordinal_prefix.as_str()).filter(|_| lower.len() == head.len())?;
    let from = rest.trim_start();
    let (length, value) = ordinal_word(from, words)?;
    let end = lower.len() - from.len() + length;
    lower[end..].starts_with(' ').then(|| Marker::new(Family::Ordinal, value, end))
}

/// Reads what stands behind "thứ": a number word or figures.
pub(super) fn ordinal_word(rest: &str, words: &Markers) -> Option<(usize, u32)> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match digits {
        0 => {
            // "thứ hai", but "thứ hai mươi mốt".
            let small = beginning(rest, &words.ordinals);
            let large = cardinal(rest, words).filter(|(_, value)| *value > 10);
            small.max(large)
        }
        _ => Some((digits, small_number(&rest[..digits])?)),
    }
}

/// "PHẦN THỨ NHẤT", "Chương II", "Mục 1. …", "Điều 5. …", "CHƯƠNG I NHỮNG QUY ĐỊNH CHUNG".
fn part(head: &str, lower: &str, words: &Markers) -> Option<Marker> {
    let (word, rank) = words.law.iter().find(|(word, _)| begins_with_word(lower, word))?;
    let (at, ordinal) = number_behind(lower, word.len(), words)?;
    let rest = unornamented(&head[at..]);
    let end = sign_end(lower, at);
    // "Điều 12, khoản 3 của Luật", "Điều 4 của Nghị định": references, no articles.
    let named = rest.starts_with(char::is_uppercase)
        && rest.chars().filter(|c| is_letter(*c)).take(12).all(char::is_uppercase);
    let signed = end > at && !lower[..end].ends_with([',', ';', ')', '/']);
    (signed || rest.is_empty() || named)
        .then(|| Marker::new(Family::Law(*rank), ordinal, if signed { end } else { at }))
}

/// "Nhiệm vụ 1: …", "Giải pháp thứ nhất: …", "Nhóm II - …", alone on the line too.
fn named(lower: &str, words: &Markers) -> Option<Marker> {
    let place = words.named.iter().position(|word| begins_with_word(lower, word))?;
    let (at, ordinal) = number_behind(lower, words.named[place].len(), words)?;
    let end = sign_end(lower, at);
    let rest = unornamented(&lower[at..]);
    let signed = end > at && !lower[..end].ends_with([';', ')', '/']);
    // "Nhiệm vụ 1, 2 và 3": several, no marker.
    let several = unornamented(&lower[end..]).starts_with(|c: char| c.is_ascii_digit());
    let found = rest.is_empty() || (signed && !several);
    let copula = rest.strip_prefix(words.copula.as_str()).filter(|after| word_ends(after));
    let end = copula.map_or(end, |after| sign_end(lower, lower.len() - after.len()));
    (found || copula.is_some()).then(|| Marker::new(Family::Named(place as u16), ordinal, end))
}

/// Reads the number behind a marker's word: figures, a Roman number, "thứ nhất". Gives where it
/// ends.
fn number_behind(lower: &str, from: usize, words: &Markers) -> Option<(usize, u32)> {
    let rest = lower[from..].trim_start_matches(is_ornament);
    let at = lower.len() - rest.len();
    let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    let found = small_number(&rest[..length]).or_else(|| roman(&rest[..length], true));
    if let Some(value) = found {
        return Some((at + length, value));
    }
    let rest = rest.strip_prefix(words.ordinal_prefix.as_str())?.trim_start();
    let (length, value) = ordinal_word(rest, words)?;
    Some((lower.len() - rest.len() + length, value))
}

fn begins_with_word(lower: &str, word: &str) -> bool {
    lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(is_ornament))
}

pub(super) fn word_ends(rest: &str) -> bool {
    !rest.starts_with(is_word)
}

pub(super) fn unornamented(text: &str) -> &str {
    text.trim_start_matches(is_ornament)
}

/// Returns where the sign behind a marker's words ends: "Một là*:*" and "Thứ nhất,**" too.
pub(super) fn sign_end(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches(is_ornament);
    match rest.chars().next() {
        Some(sign) if matches!(sign, ':' | ',' | '.' | ';' | ')' | '/') || is_dash(sign) => {
            text.len() - rest.len() + sign.len_utf8()
        }
        _ => at,
    }
}
