//! Whether a line begins with the marker of an item, and which.
//!
//! Looks at the first few dozen bytes of a line and at nothing else; whether the marker really
//! opens an item depends on the lists around it, which `lists` decides.

use super::lexicon::{Lexicon, Markers};

/// How many bytes at the start of a line can hold a marker.
const LONGEST: usize = 96;
/// The largest number that is taken for a marker's (STRUCTURE §6.4).
const LARGEST: u32 = 100;

/// A family of markers. Lists are made of markers of one family and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Spoken,
    Ordinal,
    Opener,
    Closer,
    Named(u8),
    Capital,
    Roman,
    Arabic,
    Decimal(u8),
    Letter,
    Bracketed,
    SmallRoman,
    Bullet(char),
}

impl Family {
    /// Gives the name that `outline --json` uses as `rule`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Family::Spoken => "spoken",
            Family::Ordinal => "ordinal",
            Family::Opener => "opener",
            Family::Closer => "closer",
            Family::Named(_) => "named",
            Family::Capital => "capital",
            Family::Roman => "roman",
            Family::Arabic => "arabic",
            Family::Decimal(_) => "decimal",
            Family::Letter => "letter",
            Family::Bracketed => "bracketed",
            Family::SmallRoman => "small-roman",
            Family::Bullet(_) => "bullet",
        }
    }

    /// Gives how far out the family usually stands, 0 the outermost; nothing for those which
    /// stand anywhere.
    pub(super) fn rank(self) -> Option<u8> {
        match self {
            Family::Named(_) => Some(0),
            Family::Capital => Some(1),
            Family::Roman => Some(2),
            Family::Arabic => Some(3),
            Family::Decimal(depth) => Some(3 + depth),
            Family::Letter => Some(8),
            Family::Spoken | Family::Ordinal | Family::Opener | Family::Closer => None,
            Family::Bracketed | Family::SmallRoman | Family::Bullet(_) => None,
        }
    }

    /// Tells whether a marker of family `next` can go on a list of this family.
    pub(super) fn continues_with(self, next: Family) -> bool {
        let spoken = |family| matches!(family, Family::Spoken | Family::Ordinal | Family::Opener);
        self == next || (spoken(self) && (spoken(next) || next == Family::Closer))
    }
}

/// A possible marker at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub family: Family,
    /// The sign behind the number; lists of one family differ in it.
    pub sign: char,
    /// The number it says; 0 for a bullet and a closer.
    pub ordinal: u32,
    /// Where the marker starts in the line, behind emphasis and blanks; in bytes.
    pub start: usize,
    /// Where it ends, its sign included.
    pub end: usize,
}

/// Finds the marker that `line` begins with.
pub(super) fn marker_of(line: &str, lexicon: &Lexicon) -> Option<Marker> {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let words = &lexicon.markers;
    if let Some(bullet) = bullet(head, words) {
        return Some(bullet);
    }
    let start = head.len() - head.trim_start_matches(is_ornament).len();
    let found = match head[start..].chars().next()? {
        '(' => bracketed(&head[start..], words),
        c if c.is_ascii_digit() => arabic(&head[start..]),
        c if c.is_alphabetic() => {
            spoken(&head[start..], words).or_else(|| lettered(&head[start..], words))
        }
        _ => None,
    }?;
    Some(Marker { start, end: start + found.end, ..found })
}

/// Emphasis, headings and quotes of Markdown, escapes and blanks.
fn is_ornament(c: char) -> bool {
    matches!(c, '*' | '_' | '#' | '>' | '\\' | '~') || c.is_whitespace()
}

fn bullet(head: &str, words: &Markers) -> Option<Marker> {
    let trimmed = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\\');
    // "**- text**": the sign is inside the bold.
    let inner = trimmed.strip_prefix("**").filter(|rest| !rest.starts_with('*'));
    let candidate = inner.unwrap_or(trimmed);
    let sign = candidate.chars().next().filter(|c| words.bullets.contains(c))?;
    let rest = &candidate[sign.len_utf8()..];
    let follows = rest.chars().next()?;
    if !follows.is_whitespace() || rest.trim().is_empty() {
        return None;
    }
    let start = head.len() - candidate.len();
    let plain = if matches!(sign, '–' | '—' | '−') { '-' } else { sign };
    Some(Marker {
        family: Family::Bullet(plain),
        sign: plain,
        ordinal: 0,
        start,
        end: start + sign.len_utf8(),
    })
}

/// "(1) …", "(i) …", "(a) …".
fn bracketed(head: &str, words: &Markers) -> Option<Marker> {
    let close = head.find(')')?;
    let inside = &head[1..close];
    let (family, ordinal) = if let Some(number) = small_number(inside) {
        (Family::Bracketed, number)
    } else if let Some(number) = roman(inside, true) {
        (Family::SmallRoman, number)
    } else {
        (Family::Letter, single_letter(inside, words, false)?)
    };
    behind(head, close + 1)?;
    Some(Marker { family, sign: '(', ordinal, start: 0, end: close + 1 })
}

/// "1.", "1)", "1-", "1/", "1\.", "1.2.", "1.2.3-".
fn arabic(head: &str) -> Option<Marker> {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut at = digits(head);
    let mut ordinal = small_number(&head[..at])?;
    let mut depth = 0;
    loop {
        let rest = &head[at..];
        let rest = rest.strip_prefix('\\').unwrap_or(rest);
        let skipped = head.len() - at - rest.len();
        let sign = rest.chars().next()?;
        if !matches!(sign, '.' | ')' | '-' | '/' | '–') {
            // "1.1 Tên": a decimal may go without its last sign.
            let complete = depth > 0 && sign.is_whitespace();
            let family = Family::Decimal(depth);
            return complete.then_some(Marker { family, sign: '.', ordinal, start: 0, end: at });
        }
        let after = at + skipped + sign.len_utf8();
        let next = digits(&head[after..]);
        if sign == '.' && next > 0 && next <= 2 {
            ordinal = small_number(&head[after..after + next])?;
            depth += 1;
            at = after + next;
            continue;
        }
        behind(head, after)?;
        let family = if depth > 0 { Family::Decimal(depth) } else { Family::Arabic };
        let sign = if depth > 0 { '.' } else { sign };
        return Some(Marker { family, sign, ordinal, start: 0, end: after });
    }
}

/// "I.", "II-", "A.", "a)".
fn lettered(head: &str, words: &Markers) -> Option<Marker> {
    let length = head.find(|c: char| !c.is_alphabetic())?;
    let word = &head[..length];
    let rest = &head[length..];
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let at = head.len() - rest.len();
    let sign = rest.chars().next()?;
    let end = at + sign.len_utf8();
    // "V/v …", "T/M …": an abbreviation, no letter or number.
    if sign == '/' && head[end..].starts_with(char::is_alphabetic) {
        return None;
    }
    let (family, ordinal) = match sign {
        '.' | '-' | '/' | ')' | '–' if roman(word, false).is_some() => {
            (Family::Roman, roman(word, false)?)
        }
        '.' | '-' | '/' | '–' if word.chars().all(char::is_uppercase) => {
            (Family::Capital, single_letter(word, words, true)?)
        }
        ')' | '.' => (Family::Letter, single_letter(word, words, false)?),
        _ => return None,
    };
    behind(head, end)?;
    Some(Marker { family, sign, ordinal, start: 0, end })
}

/// "Một là:", "Thứ nhất,", "Trước hết,", "Cuối cùng,", "Điều 5.", "Nhiệm vụ 1:".
fn spoken(head: &str, words: &Markers) -> Option<Marker> {
    let lower: String = head.chars().flat_map(char::to_lowercase).collect();
    // Lower case keeps the length of every Vietnamese letter; be safe about all others.
    if lower.len() != head.len() {
        return None;
    }
    if let Some((length, ordinal)) = number_word(&lower, &words.spoken) {
        let rest = unornamented(&lower[length..]);
        if let Some(after) = rest.strip_prefix(words.copula.as_str()).filter(|a| word_ends(a)) {
            let end = sign_end(&lower, lower.len() - after.len());
            return Some(plain(Family::Spoken, ordinal, end));
        }
    }
    if let Some(rest) = lower.strip_prefix(words.ordinal_prefix.as_str())
        && let Some(found) = ordinal(&lower, rest.trim_start(), words)
    {
        return Some(found);
    }
    for (list, family, ordinal) in
        [(&words.openers, Family::Opener, 1), (&words.closers, Family::Closer, 0)]
    {
        let found = list.iter().find_map(|word| lower.strip_prefix(word.as_str()));
        if let Some(rest) = found {
            let at = lower.len() - rest.len();
            let end = sign_end(&lower, at);
            return (end > at).then(|| plain(family, ordinal, end));
        }
    }
    named(&lower, words)
}

fn plain(family: Family, ordinal: u32, end: usize) -> Marker {
    Marker { family, sign: ' ', ordinal, start: 0, end }
}

fn ordinal(lower: &str, rest: &str, words: &Markers) -> Option<Marker> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (length, value) = match digits {
        0 => number_word(rest, &words.ordinals)?,
        _ => (digits, small_number(&rest[..digits])?),
    };
    let at = lower.len() - rest.len() + length;
    let tail = unornamented(&lower[at..]);
    if tail.strip_prefix(words.copula.as_str()).is_some_and(word_ends) {
        let copula_end = lower.len() - tail.len() + words.copula.len();
        return Some(plain(Family::Ordinal, value, sign_end(lower, copula_end)));
    }
    let end = sign_end(lower, at);
    if end == at && !tail.is_empty() {
        return None;
    }
    let after = lower[end..].trim_start_matches(is_ornament);
    // "Thứ hai, ngày 20/01/2025": a weekday.
    let weekday = after.starts_with(|c: char| c.is_ascii_digit())
        || words.weekday_before.iter().any(|word| after.starts_with(word.as_str()));
    (!weekday).then(|| plain(Family::Ordinal, value, end))
}

fn named(lower: &str, words: &Markers) -> Option<Marker> {
    let place = words.named.iter().position(|word| {
        lower.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    })?;
    let word = &words.named[place];
    let rest = lower[word.len()..].trim_start();
    let at = lower.len() - rest.len();
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let ordinal = small_number(&rest[..length]).or_else(|| roman(&rest[..length], true))?;
    let behind = lower[at + length..].trim_start_matches(is_ornament);
    // "Điều 12, khoản 3 của Luật": a reference, no article.
    let signed = behind.starts_with([':', '.', '-', '–']);
    let end = if signed { sign_end(lower, at + length) } else { at + length };
    (signed || behind.is_empty()).then(|| plain(Family::Named(place as u8), ordinal, end))
}

/// Finds the number word that `text` begins with: its length in bytes and its value.
fn number_word(text: &str, words: &[(String, u32)]) -> Option<(usize, u32)> {
    words
        .iter()
        .find(|(word, _)| text.strip_prefix(word.as_str()).is_some_and(word_ends))
        .map(|(word, value)| (word.len(), *value))
}

fn word_ends(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn unornamented(text: &str) -> &str {
    text.trim_start_matches(is_ornament)
}

/// Gives where the sign behind a marker's words ends: "Một là*:*" and "Thứ nhất,**" too.
fn sign_end(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches(is_ornament);
    match rest.chars().next() {
        Some(sign @ (':' | ',' | '.' | '-' | '–' | ';' | ')' | '/')) => {
            text.len() - rest.len() + sign.len_utf8()
        }
        _ => at,
    }
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

fn small_number(digits: &str) -> Option<u32> {
    let good =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    let value = if good { digits.parse().ok()? } else { 0 };
    (1..=LARGEST).contains(&value).then_some(value)
}

/// Reads a Roman number up to 39, of capitals or of small letters.
fn roman(word: &str, small: bool) -> Option<u32> {
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
