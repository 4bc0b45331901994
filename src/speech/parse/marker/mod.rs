//! Whether a line begins with the marker of an item, and which.
//!
//! Looks at the first few dozen bytes of a line and at nothing else; whether the marker really
//! opens an item depends on the lists around it, which `lists` decides.

mod counting;
mod family;
mod noun;
mod number;
mod word;

use super::lexicon::{Lexicon, Markers};
use crate::text::is_letter;
pub(super) use counting::cardinal;
pub(super) use family::Family;
pub(super) use number::OUTSIDE;

/// The largest Roman number that is taken for one by itself: "MC." is an abbreviation.
const LONGEST_LIST: u32 = 89;

/// Tells whether a line begins with a capital or a Roman number that only a long list has: "F. ", "XL. ".
/// Unlike large figures these open no sentence. Two capitals are a degree or a place: "TS. ", "TP. ".
pub(super) fn has_far_letter(line: &str, lexicon: &Lexicon) -> bool {
    far_marker_of(line, lexicon).is_some_and(|marker| is_far_letter(line, &marker))
}

/// Tells the same of the marker that a line begins with.
pub(super) fn is_far_letter(line: &str, marker: &Marker) -> bool {
    let letters = line[marker.start..marker.end].chars().filter(|c| is_letter(*c)).count();
    match marker.family {
        Family::Capital => letters == 1,
        Family::Roman => marker.ordinal <= LONGEST_LIST,
        _ => false,
    }
}

/// How many bytes at the start of a line can hold a marker.
const LONGEST: usize = 96;

/// A possible marker at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub family: Family,
    /// The sign behind the number; lists of one family differ in it.
    pub sign: char,
    /// The number it says; 0 for a bullet and a closer.
    pub ordinal: u32,
    /// The number before the last of a decimal: 3 of "3.1."; else 0.
    pub prefix: u32,
    /// What else it may be: "i)" is the letter behind h or the Roman number one.
    pub other: Option<(Family, u32)>,
    /// Where the marker starts in the line, behind emphasis and blanks; in bytes.
    pub start: usize,
    /// Where it ends, its sign included.
    pub end: usize,
}

/// Finds the marker that `line` begins with, if it can be believed by itself: years and quantities
/// stand at the beginnings of lines, too.
pub(super) fn marker_of(line: &str, lexicon: &Lexicon) -> Option<Marker> {
    near(far_marker_of(line, lexicon)?, lexicon)
}

/// Returns a marker if it can be believed by itself, without what it else may be where that cannot.
pub(super) fn near(marker: Marker, lexicon: &Lexicon) -> Option<Marker> {
    let is_near = |family, ordinal| {
        let largest = if matches!(family, Family::Decimal(_)) { marker.prefix } else { 0 };
        !is_far(family, u32::max(ordinal, largest), &lexicon.markers)
    };
    let other = marker.other.filter(|&(family, ordinal)| is_near(family, ordinal));
    match (is_near(marker.family, marker.ordinal), other) {
        (true, other) => Some(Marker { other, ..marker }),
        (false, Some((family, ordinal))) => Some(Marker { family, ordinal, other: None, ..marker }),
        (false, None) => None,
    }
}

/// The largest number that figures and words are believed to count by themselves, that Roman
/// numbers are, and that articles of a law are.
const LARGEST: u32 = 100;
const LARGEST_ROMAN: u32 = 39;
const LARGEST_ARTICLE: u32 = 999;

/// Tells whether a number is so large that only a list which leads up to it makes it a marker's
/// (docs/dev/structure.md).
pub(super) fn is_far(family: Family, ordinal: u32, words: &Markers) -> bool {
    let largest = match family {
        Family::Law(_) => LARGEST_ARTICLE,
        Family::Roman | Family::SmallRoman => LARGEST_ROMAN,
        Family::Letter | Family::Capital => words.letters.len() as u32,
        _ => LARGEST,
    };
    ordinal > largest
}

/// Finds the marker that `line` begins with, however large its number is. Whether a list leads up to
/// a large one is for the caller to see.
pub(super) fn far_marker_of(line: &str, lexicon: &Lexicon) -> Option<Marker> {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let words = &lexicon.markers;
    if let Some(bullet) = bullet(head, words) {
        // "* **a) …", "- Một là: …": the number says more than the sign before it.
        // "* (Có phụ lục kèm theo).*" is emphasis with a blank too many.
        let emphasis = bullet.sign == '*' && line.ends_with('*') && !line.ends_with("**");
        if emphasis && line.matches('*').count() == 2 {
            return None;
        }
        let inner = numbered(head, bullet.end, words).filter(|inner| inner.family != Family::Count);
        return inner.or(Some(bullet));
    }
    numbered(head, 0, words)
}

/// Finds the marker with a number that stands at `from`, behind emphasis and blanks.
fn numbered(head: &str, from: usize, words: &Markers) -> Option<Marker> {
    let head_from = &head[from..];
    let bare = head_from.trim_start_matches(is_ornament);
    // "“Thứ nhất, …": what somebody said begins with a member.
    let bare = bare.strip_prefix(['"', '“', '‘', '«']).unwrap_or(bare);
    let start = head.len() - bare.len();
    let rest = &head[start..];
    let found = match rest.chars().next()? {
        '(' => number::bracketed(rest, words),
        c if c.is_ascii_digit() => number::arabic(rest),
        c if is_letter(c) => {
            let spoken = words.may_begin(rest).then(|| word::spoken(rest, words)).flatten();
            let spoken = spoken.or_else(|| number::lettered(rest, words));
            spoken.or_else(|| noun::counted(rest, words))
        }
        _ => None,
    }?;
    Some(Marker { start, end: start + found.end, ..found })
}

/// Finds an ordinal that no sign follows: "Thứ nhất phải …", "Nguyên nhân thứ nhất của …". It is a marker
/// only among others of its kind, which the caller is to see.
pub(super) fn unsigned_of(line: &str, lexicon: &Lexicon) -> Option<Marker> {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let words = &lexicon.markers;
    let bare = head.trim_start_matches(is_ornament);
    let start = head.len() - bare.len();
    if !bare.starts_with(char::is_uppercase) {
        return None;
    }
    let found = word::unsigned(bare, words).or_else(|| noun::unsigned(bare, words))?;
    Some(Marker { start, end: start + found.end, ..found })
}

/// Emphasis, headings and quotes of Markdown, escapes and blanks.
fn is_ornament(c: char) -> bool {
    matches!(c, '*' | '_' | '#' | '>' | '\\' | '~') || c.is_whitespace()
}

impl Marker {
    fn new(family: Family, ordinal: u32, end: usize) -> Self {
        Marker { family, sign: ' ', ordinal, prefix: 0, other: None, start: 0, end }
    }
}

/// What emphasis may begin with before the sign of a bullet, the longest first.
const EMPHASIS: [&str; 5] = ["***", "**", "*\\*", "*", "_"];

fn bullet(head: &str, words: &Markers) -> Option<Marker> {
    // "> - …": a line of a mail that was quoted.
    let trimmed = head.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\\' | '>'));
    // "**- text**", "*+ text*", "**-** text": the sign is inside the emphasis.
    let inner = EMPHASIS.into_iter().find_map(|opening| {
        let rest = trimmed.strip_prefix(opening)?.trim_start_matches('\\');
        let is_sign = |c: char| words.bullets.contains(&c) && !matches!(c, '*' | '_');
        rest.starts_with(is_sign).then_some((rest, opening))
    });
    let (candidate, opening) = inner.unwrap_or((trimmed, ""));
    let sign = candidate.chars().next().filter(|c| words.bullets.contains(c))?;
    let rest = &candidate[sign.len_utf8()..];
    let closing = rest.strip_prefix(opening).filter(|_| !opening.is_empty());
    let rest = closing.unwrap_or(rest);
    let follows = rest.chars().next()?;
    // "-Tiếp tục": no blank between; not so "*nghiêng*", and no minus before a figure.
    let glued = follows.is_uppercase() && sign != '*';
    if !(follows.is_whitespace() || glued) || rest.trim().is_empty() || is_page_number(rest) {
        return None;
    }
    let start = head.len() - candidate.len();
    let plain = if is_dash(sign) { '-' } else { sign };
    let end = start + sign.len_utf8();
    Some(Marker { sign: plain, start, ..Marker::new(Family::Bullet(plain), 0, end) })
}

/// Tells whether what stands behind a dash makes the number of a page with it: "- 3 -".
fn is_page_number(rest: &str) -> bool {
    let number = rest.trim().strip_suffix(is_dash).map(str::trim_end);
    number.is_some_and(|number| number::small_number(number).is_some())
}

/// Hyphens and dashes, which are one sign in markers.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}
