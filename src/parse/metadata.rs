//! Who spoke, when: read from the head of a text.

use super::lexicon::Lexicon;
use crate::model::Date;

/// How many bytes of the head are read.
const HEAD: usize = 6000;
/// How many bytes tell the language.
const LANGUAGE: usize = 2000;
/// The most syllables a name has.
const LONGEST_NAME: usize = 5;

/// Finds the first date in a text: 20/12/2023, 4-4-2022, 20.12.2023, ngày 20 tháng 12 năm 2023.
pub(super) fn find_date(text: &str) -> Option<Date> {
    let text = &text[..text.floor_char_boundary(HEAD)];
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        if let Some(date) = date_at(&text[at..]) {
            return Some(date);
        }
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
    }
    None
}

fn date_at(text: &str) -> Option<Date> {
    let (day, rest) = number(text)?;
    let (month, rest, year) = match rest.chars().next()? {
        sign @ ('/' | '-' | '.') => {
            let (month, rest) = number(&rest[1..])?;
            (month, rest, rest.strip_prefix(sign))
        }
        _ => {
            let (month, rest) = number(rest.trim_start().strip_prefix("tháng ")?)?;
            (month, rest, rest.trim_start().strip_prefix("năm "))
        }
    };
    let (year, _) = number(year?)?;
    let _ = rest;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn number(text: &str) -> Option<(u16, &str)> {
    let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    Some((text[..length].parse().ok()?, &text[length..]))
}

/// Finds the speaker's name and office behind words that introduce one: "của đồng chí Lê Thị Thủy
/// - Ủy viên Trung ương Đảng - Bí thư Tỉnh ủy".
pub(super) fn find_speaker(head: &str, lexicon: &Lexicon) -> Option<(String, Option<String>)> {
    let head = &head[..head.floor_char_boundary(HEAD)];
    lexicon.furniture.speaker.before.iter().find_map(|before| {
        let at = head.find(before.as_str())? + before.len();
        let rest = head[at..].split(['\n', '.', ';', '(', ')']).next()?;
        let mut end = 0;
        for (count, syllable) in rest.split(' ').enumerate() {
            let bare = syllable.trim_end_matches(',');
            let capital = bare.chars().next().is_some_and(char::is_uppercase);
            let word = bare.chars().all(char::is_alphabetic);
            if !capital || !word || count >= LONGEST_NAME {
                break;
            }
            end += usize::from(end > 0) + bare.len();
            if bare.len() < syllable.len() {
                break;
            }
        }
        let name = rest[..end].to_owned();
        let office = rest[end..].trim_start_matches([' ', '-', '–', ',']).trim();
        (name.split(' ').count() >= 2)
            .then(|| (name, (!office.is_empty()).then(|| office.to_owned())))
    })
}

/// Tells the language of a text by its letters: Vietnamese has đ, ơ, ư and tone marks.
pub(super) fn language(text: &str) -> &'static str {
    let head = &text[..text.floor_char_boundary(LANGUAGE)];
    let letters = head.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphabetic()).count();
    let marked = head.chars().filter(|&c| crate::text::fold::is_marked(c)).count();
    if marked * 20 > letters { "vi" } else { "en" }
}
