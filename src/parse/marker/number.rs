//! Markers that are figures, Roman numbers and letters: "1.", "2.3.", "IV-", "đ)", "(1)", "(ii)".

use super::super::lexicon::Markers;
use super::{Family, Marker, is_dash, is_ornament};

/// The largest number that is taken for a marker's (STRUCTURE §6.4).
const LARGEST: u32 = 100;

/// "(1) …", "(i) …", "(a) …".
pub(super) fn bracketed(head: &str, words: &Markers) -> Option<Marker> {
    let close = head.find(')')?;
    let inside = head[1..close].trim();
    let (family, ordinal, other) = if let Some(number) = small_number(inside) {
        (Family::Bracketed, number, None)
    } else if let Some(number) = roman(inside, true) {
        let letter = single_letter(inside, words, false).map(|place| (Family::Letter, place));
        (Family::SmallRoman, number, letter)
    } else {
        (Family::Letter, single_letter(inside, words, false)?, None)
    };
    behind(head, close + 1)?;
    // "(12) ; và": the reference to a note.
    let rest = head[close + 1..].trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    if rest.starts_with([';', '.', ',', ')']) {
        return None;
    }
    Some(Marker { sign: '(', other, ..Marker::new(family, ordinal, close + 1) })
}

/// "1.", "1)", "1-", "1/", "1\\.", "1.2.", "1.2.3-".
pub(super) fn arabic(head: &str) -> Option<Marker> {
    let mut at = digits(head);
    let mut ordinal = small_number(&head[..at])?;
    let (mut depth, mut prefix) = (0, 0);
    loop {
        let rest = &head[at..];
        let rest = rest.strip_prefix('\\').unwrap_or(rest);
        let skipped = head.len() - at - rest.len();
        let sign = rest.chars().next()?;
        if !matches!(sign, '.' | ')' | '/') && !is_dash(sign) {
            // "1.1 Tên": a decimal may go without its last sign; "5.20 giờ" is none.
            let name = rest.trim_start_matches(is_ornament).starts_with(char::is_uppercase);
            // "19.2Khen thưởng", but not "4.5G".
            let glued = rest.chars().nth(1).is_some_and(char::is_lowercase);
            let parted = sign.is_whitespace() || sign == '*' || glued;
            let complete = depth > 0 && name && parted;
            let found =
                Marker { sign: '.', prefix, ..Marker::new(Family::Decimal(depth), ordinal, at) };
            return complete.then_some(found);
        }
        let after = at + skipped + sign.len_utf8();
        let next = digits(&head[after..]);
        if sign == '.' && next > 0 && next <= 2 {
            prefix = ordinal;
            ordinal = small_number(&head[after..after + next])?;
            depth += 1;
            at = after + next;
            continue;
        }
        behind(head, after)?;
        let family = if depth > 0 { Family::Decimal(depth) } else { Family::Arabic };
        let sign = if depth > 0 { '.' } else { same_sign(sign) };
        return Some(Marker { sign, prefix, ..Marker::new(family, ordinal, after) });
    }
}

/// "I.", "II-", "A.", "a)", "ii)".
pub(super) fn lettered(head: &str, words: &Markers) -> Option<Marker> {
    let length = head.find(|c: char| !c.is_alphabetic())?;
    let word = &head[..length];
    let rest = &head[length..];
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let at = head.len() - rest.len();
    // "I . TÌNH HÌNH": a blank before the sign, but not before a dash between words.
    let loose = rest.trim_start_matches(' ');
    let (rest, at) =
        if loose.starts_with(['.', ')']) { (loose, head.len() - loose.len()) } else { (rest, at) };
    let sign = rest.chars().next()?;
    let end = at + sign.len_utf8();
    // "V/v …", "T/M …": an abbreviation, no letter or number.
    if sign == '/' && head[end..].starts_with(char::is_alphabetic) {
        return None;
    }
    if !matches!(sign, '.' | ')' | '/') && !is_dash(sign) {
        return None;
    }
    let capital = single_letter(word, words, true);
    let small = single_letter(word, words, false);
    let (family, ordinal, other) = match (roman(word, false), capital, roman(word, true), small) {
        (Some(number), capital, ..) => {
            (Family::Roman, number, capital.map(|place| (Family::Capital, place)))
        }
        (None, Some(place), ..) => (Family::Capital, place, None),
        (.., Some(number), Some(place)) => {
            (Family::Letter, place, Some((Family::SmallRoman, number)))
        }
        (.., Some(number), None) => (Family::SmallRoman, number, None),
        (.., Some(place)) => (Family::Letter, place, None),
        _ => return None,
    };
    behind(head, end)?;
    Some(Marker { sign: same_sign(sign), other, ..Marker::new(family, ordinal, end) })
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

fn same_sign(sign: char) -> char {
    if is_dash(sign) { '-' } else { sign }
}

/// Tells whether what follows a number's sign may follow it: a blank, emphasis, or the line's end.
fn behind(head: &str, end: usize) -> Option<()> {
    match head[end..].chars().next() {
        None => Some(()),
        Some(c) if is_ornament(c) => Some(()),
        // "1.Tên": no blank between; a letter may follow, a digit or a sign may not.
        Some(c) => c.is_uppercase().then_some(()),
    }
}

pub(super) fn small_number(digits: &str) -> Option<u32> {
    article_number(digits).filter(|&value| value <= LARGEST)
}

/// Reads a number of up to three figures: codes of law have hundreds of articles.
pub(super) fn article_number(digits: &str) -> Option<u32> {
    let good =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    let value = if good { digits.parse().ok()? } else { 0 };
    (value > 0).then_some(value)
}

/// Reads a Roman number up to 39, of capitals or of small letters.
pub(super) fn roman(word: &str, small: bool) -> Option<u32> {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let upper = if small { word.to_ascii_uppercase() } else { word.to_owned() };
    if word.is_empty() || word.len() > 7 || (small && word != word.to_ascii_lowercase()) {
        return None;
    }
    let tens = upper.len() - upper.trim_start_matches('X').len();
    let rest = &upper[tens..];
    let value = ones.iter().position(|one| *one == rest)?;
    (tens <= 3).then_some(10 * tens as u32 + value as u32).filter(|&value| value > 0)
}

fn single_letter(word: &str, words: &Markers, capital: bool) -> Option<u32> {
    let mut letters = word.chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    if letter.is_uppercase() != capital {
        return None;
    }
    let small = letter.to_lowercase().next()?;
    words.letters.iter().position(|&c| c == small).map(|place| place as u32 + 1)
}
