//! Markers that are figures, Roman numbers and letters: "1.", "2.3.", "IV-", "đ)", "(1)", "(ii)".

use super::super::lexicon::Markers;
use super::{Family, Marker, is_dash, is_ornament};
use crate::text::{is_letter, is_word};

/// The largest number before the last two of a decimal.
const LARGEST_OUTER: u32 = 999;
/// The most figures of a number.
const MOST_FIGURES: usize = 6;
/// What letters that the order leaves out are numbered from until the list around them is known.
pub(in crate::speech::parse) const OUTSIDE: u32 = 1_000_000;

/// "(1) …", "(i) …", "(a) …".
pub(super) fn bracketed(head: &str, words: &Markers) -> Option<Marker> {
    let close = head.find(')')?;
    let inside = head[1..close].trim();
    let (family, ordinal, other) = if let Some(number) = small_number(inside) {
        (Family::Bracketed, number, None)
    } else {
        let (family, ordinal, other) = letters(inside, words)?;
        (matches!(family, Family::Letter | Family::SmallRoman).then_some(family)?, ordinal, other)
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
        if let Some(end) = dash_behind(rest, depth).map(|left| head.len() - left) {
            return Some(match depth {
                0 => Marker { sign: '-', ..Marker::new(Family::Arabic, ordinal, end) },
                _ => Marker {
                    sign: '.',
                    prefix,
                    ..Marker::new(Family::Decimal(depth), ordinal, end)
                },
            });
        }
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
        let part = &head[after..after + next];
        // "2024.12.20. Họp": a day.
        if depth > 0 && prefix > LARGEST_OUTER {
            return None;
        }
        // "1.101. …", but no "1.050".
        let whole = next <= 2 || next <= MOST_FIGURES && !part.starts_with('0');
        if sign == '.' && next > 0 && whole {
            prefix = ordinal;
            ordinal = small_number(part)?;
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

/// Returns how much is left behind a dash that a blank parts from its number: "2.1 - Các", "1 - Về".
fn dash_behind(rest: &str, depth: u8) -> Option<usize> {
    let blank = |c: char| matches!(c, ' ' | '\u{A0}');
    let loose = rest.strip_prefix(blank)?.trim_start_matches(blank);
    let words = loose.strip_prefix(is_dash).filter(|words| words.starts_with(blank))?;
    // "2 - 3 hộ": a range.
    let name = words.trim_start_matches(is_ornament).starts_with(char::is_uppercase);
    (depth > 0 || name).then_some(words.len())
}

/// "I.", "II-", "A.", "a)", "ii)".
pub(super) fn lettered(head: &str, words: &Markers) -> Option<Marker> {
    let length = head.find(|c: char| !is_letter(c))?;
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
    if sign == '/' && head[end..].starts_with(is_letter) {
        return None;
    }
    if !matches!(sign, '.' | ')' | '/') && !is_dash(sign) {
        return None;
    }
    let (family, ordinal, other) = letters(word, words)?;
    // "C. Mác viết": the first letter of a name.
    let rest = &head[end..];
    let named = |name: &String| {
        rest.trim_start().strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(is_word))
    };
    if sign == '.' && words.initials.iter().any(|(letter, name)| letter == word && named(name)) {
        return None;
    }
    // "(i)" is Roman, "i)" the letter behind h.
    let (family, ordinal, other) = match (family, other) {
        (Family::SmallRoman, Some((Family::Letter, place))) => {
            (Family::Letter, place, Some((family, ordinal)))
        }
        (_, other) => (family, ordinal, other),
    };
    // "Ii.vai trò": where letters were made small, so was the first of the words.
    let lowered =
        sign == '.' && roman_lowered(word).is_some() && head[end..].starts_with(char::is_lowercase);
    if !lowered {
        behind(head, end)?;
    }
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

/// Reads a number of a few figures.
pub(super) fn small_number(digits: &str) -> Option<u32> {
    let good = digits.len() <= MOST_FIGURES && digits.bytes().all(|b| b.is_ascii_digit());
    let value = if good { digits.parse().ok()? } else { 0 };
    (value > 0).then_some(value)
}

/// Reads a Roman number below 4000, of capitals or of small letters.
pub(super) fn roman(word: &str, small: bool) -> Option<u32> {
    const PLACES: [(u32, [&str; 10]); 3] = [
        (100, ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"]),
        (10, ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]),
        (1, ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]),
    ];
    const LONGEST: usize = 15;
    let is_roman = |b: u8| b"IVXLCDM".contains(&if small { b.to_ascii_uppercase() } else { b });
    let cased = !small || word.bytes().all(|b| b.is_ascii_lowercase());
    if word.is_empty() || word.len() > LONGEST || !cased || !word.bytes().all(is_roman) {
        return None;
    }
    let upper = word.to_ascii_uppercase();
    let mut rest = upper.trim_start_matches('M');
    let thousands = upper.len() - rest.len();
    let mut value = 1000 * thousands as u32;
    for (place, figures) in PLACES {
        let found = (0..10).rev().find(|&figure| rest.starts_with(figures[figure]))?;
        rest = &rest[figures[found].len()..];
        value += place * found as u32;
    }
    (rest.is_empty() && thousands <= 3 && value > 0).then_some(value)
}

/// Reads a Roman number whose letters behind the first were made small: "Ii", "Iii", "Iv".
fn roman_lowered(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(|c| c.is_ascii_uppercase());
    let small = !letters.as_str().is_empty() && letters.all(|c| c.is_ascii_lowercase());
    if capital && small { roman(&word.to_ascii_uppercase(), false) } else { None }
}

/// What letters count: a family, a number, and what else they may be.
type LetterCount = (Family, u32, Option<(Family, u32)>);

/// Reads letters as a Roman number or as the letter of a list: "IV", "c", "aa", "ab". Of a letter that
/// is both, the smaller number comes first: "I" is one, "L" the letter behind "K".
fn letters(word: &str, words: &Markers) -> Option<LetterCount> {
    let small = word.starts_with(char::is_lowercase);
    let (numbers, places) =
        if small { (Family::SmallRoman, Family::Letter) } else { (Family::Roman, Family::Capital) };
    let number = roman(word, small).or_else(|| roman_lowered(word)).map(|number| (numbers, number));
    let place = letter_place(word, words);
    let far = |number: &(Family, u32)| super::is_far(number.0, number.1, words);
    match (number, place) {
        (Some(number), Some((place, _))) if far(&number) => Some((places, place, Some(number))),
        (Some((family, number)), place) => {
            Some((family, number, place.map(|(place, _)| (places, place))))
        }
        (None, Some((place, other))) => Some((places, place, other.map(|other| (places, other)))),
        (None, None) => None,
    }
}

/// Returns the place of a letter in the order; of two letters the places behind the last: "aa" and "bb",
/// or "aa" and "ab".
fn letter_place(word: &str, words: &Markers) -> Option<(u32, Option<u32>)> {
    let mut letters = word.chars();
    let (first, second, None) = (letters.next()?, letters.next(), letters.next()) else {
        return None;
    };
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let place = |letter: char| {
        let place = words.letters.iter().position(|&c| c == small(letter))?;
        Some(place as u32 + 1)
    };
    let outside = |letter: char| {
        words.letters_besides.iter().any(|(own, _)| *own == small(letter)).then_some(OUTSIDE)
    };
    let all = words.letters.len() as u32;
    let Some(second) = second else {
        return place(first).or_else(|| outside(first)).map(|place| (place, None));
    };
    if first.is_uppercase() != second.is_uppercase() {
        return None;
    }
    let (Some(first), Some(second)) = (place(first), place(second)) else {
        return outside(first).or_else(|| outside(second)).map(|place| (place, None));
    };
    let in_turn = all * first + second;
    match first == second {
        true => Some((all + first, Some(in_turn).filter(|&place| place != all + first))),
        false => Some((in_turn, None)),
    }
}
