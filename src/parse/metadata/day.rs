//! Days in a stream of words: in figures, in words, in English, whole or without a year.

use super::stream::{Gap, Stream};
use crate::model::Date;
use std::ops::Range;

/// A day that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// Its words, "ngày" before it included.
    pub words: Range<usize>,
    pub day: u8,
    pub month: u8,
    pub year: Option<u16>,
}

impl Day {
    /// Gives the date, in a year of another one where the text leaves it out.
    pub fn date(&self, other: Option<u16>) -> Option<Date> {
        Date::new(self.year.or(other)?, self.month, self.day)
    }
}

/// Finds all days, in order.
pub(super) fn find(stream: &Stream, months: &[String]) -> Vec<Day> {
    let mut out: Vec<Day> = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let found = in_figures(stream, at)
            .or_else(|| in_words(stream, at))
            .or_else(|| in_english(stream, at, months));
        match found.filter(|day| day.date(day.year.or(Some(2000))).is_some()) {
            Some(day) => {
                at = day.words.end;
                out.push(day);
            }
            None => at += 1,
        }
    }
    out
}

/// Tells whether a word is one of these, with or without its marks.
fn is(stream: &Stream, at: usize, words: &[&str]) -> bool {
    at < stream.len() && words.contains(&stream.word(at))
}

const DAY: [&str; 2] = ["ngày", "ngay"];
const MONTH: [&str; 4] = ["tháng", "thang", "thg", "th"];
const YEAR: [&str; 2] = ["năm", "nam"];

fn number(stream: &Stream, at: usize) -> Option<u16> {
    let word = (at < stream.len()).then(|| stream.word(at))?;
    let digits = !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// The last year of this century that two figures stand for.
const LAST_YEAR: u16 = 49;

/// "20/12/2023", "4-4-2022", "27.9.2022", "2024-05-06", "ngày 20 tháng 12 năm 2023", "ngày 8/7",
/// "3 thg 9, 2025".
fn in_figures(stream: &Stream, at: usize) -> Option<Day> {
    let start = at;
    let word = stream.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let called = at > 0
        && matches!(stream.gap(at - 1), Gap::Space | Gap::Line)
        && is(
            stream,
            at - 1,
            &["ngày", "ngay", "sáng", "chiều", "tối", "sang", "chieu", "toi", "mùng", "mồng"],
        );
    let first = if called && is(stream, at - 1, &DAY) { start - 1 } else { start };
    let parts: Vec<&str> = word.split(['/', '-', '.', '‑']).collect();
    let figures = |part: &str| {
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u16>().ok()).flatten()
    };
    match parts.as_slice() {
        [one, two, three] => {
            let first_is_year = one.len() == 4;
            let (day, month, year) =
                if first_is_year { (three, two, one) } else { (one, two, three) };
            // "1.1.1." is the number of an item.
            let short = year.len() == 2 && !word.contains('.');
            let year = figures(year).filter(|_| year.len() == 4 || short)?;
            let year = if short { full_year(year) } else { year };
            whole(first..at + 1, figures(day)?, figures(month)?, Some(year))
        }
        [one, two] if called => {
            let (day, month) = (figures(one)?, figures(two)?);
            // "ngày 5/3 năm 2024".
            let year = is(stream, at + 1, &YEAR).then(|| number(stream, at + 2)).flatten();
            let end = if year.is_some() { at + 3 } else { at + 1 };
            let year = year.filter(|year| *year > 1900);
            if month > 1900 {
                return None;
            }
            whole(first..end, day, month, year)
        }
        [one] => {
            let day = figures(one)?;
            if !is(stream, at + 1, &MONTH) || stream.gap(at) != Gap::Space {
                return None;
            }
            let month = month_number(stream, at + 2)?;
            let next = at + 3;
            let named = is(stream, next, &YEAR) && stream.gap(next - 1) <= Gap::Comma;
            let year = if named { year_at(stream, next + 1) } else { year_at(stream, next) };
            let year = year.filter(|_| {
                stream.gap(next - 1) <= Gap::Comma || stream.gap(next - 1) == Gap::Line
            });
            let count = year.map_or(0, |(_, count)| count + usize::from(named));
            let year = year.map(|(year, _)| year);
            (called || year.is_some())
                .then(|| whole(first..next + count, day, month, year))
                .flatten()
        }
        _ => None,
    }
}

/// Gives the year that two figures stand for: speeches are of the last decades, not of those to come.
fn full_year(short: u16) -> u16 {
    if short > LAST_YEAR { 1900 + short } else { 2000 + short }
}

fn whole(words: Range<usize>, day: u16, month: u16, year: Option<u16>) -> Option<Day> {
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    Some(Day { words, day, month, year })
}

/// Reads a year in figures or in words; gives how many words it has.
fn year_at(stream: &Stream, at: usize) -> Option<(u16, usize)> {
    match number(stream, at) {
        Some(year) => (1900..2200).contains(&year).then_some((year, 1)),
        None => spoken_year(stream, at),
    }
}

/// Reads a month: "7", "07", "bảy", "giêng".
fn month_number(stream: &Stream, at: usize) -> Option<u16> {
    number(stream, at)
        .or_else(|| spoken(stream, at).map(|(month, _)| month))
        .filter(|month| *month <= 12)
}

/// "ngày mồng Ba tháng Hai năm hai nghìn không trăm hai mươi tư".
fn in_words(stream: &Stream, at: usize) -> Option<Day> {
    if !is(stream, at, &DAY) {
        return None;
    }
    let mut next = at + 1;
    if is(stream, next, &["mồng", "mùng", "mong", "mung"]) {
        next += 1;
    }
    let (day, count) = number(stream, next).map(|day| (day, 1)).or_else(|| spoken(stream, next))?;
    next += count;
    if !is(stream, next, &MONTH) {
        return None;
    }
    let (month, count) =
        number(stream, next + 1).map(|month| (month, 1)).or_else(|| spoken(stream, next + 1))?;
    next += 1 + count;
    let named = is(stream, next, &YEAR);
    let year = named.then(|| year_at(stream, next + 1)).flatten();
    let end = year.map_or(next, |(_, count)| next + 1 + count);
    whole(at..end, day, month, year.map(|(year, _)| year))
}

/// The figures in words, without marks.
const FIGURES: [&str; 10] =
    ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];

fn figure(stream: &Stream, at: usize) -> Option<u16> {
    let word = (at < stream.len()).then(|| crate::text::fold(stream.word(at)))?;
    let other = match word.as_str() {
        "tu" => Some(4),
        "lam" | "nham" => Some(5),
        "gieng" => Some(1),
        "chap" => Some(12),
        _ => None,
    };
    other.or_else(|| (0..).zip(FIGURES).find(|(_, name)| *name == word).map(|(value, _)| value))
}

/// Reads a number up to 99 in words; gives how many words it has: "ba mươi mốt", "mười hai", "tư".
fn spoken(stream: &Stream, at: usize) -> Option<(u16, usize)> {
    let ten = |at: usize| is(stream, at, &["mươi", "mười", "muoi"]);
    let tens = if is(stream, at, &["mười", "muoi"]) {
        Some((1, 1))
    } else {
        figure(stream, at).filter(|_| ten(at + 1)).map(|tens| (tens, 2))
    };
    let Some((tens, count)) = tens else { return figure(stream, at).map(|value| (value, 1)) };
    // "hai mươi tháng" has no unit behind it.
    let unit = figure(stream, at + count)
        .filter(|_| !is(stream, at + count, &YEAR) || is(stream, at + count + 1, &MONTH));
    match unit {
        Some(unit) if unit < 10 => Some((tens * 10 + unit, count + 1)),
        _ => Some((tens * 10, count)),
    }
}

/// "hai nghìn không trăm hai mươi tư", "một nghìn chín trăm bảy mươi lăm".
fn spoken_year(stream: &Stream, at: usize) -> Option<(u16, usize)> {
    let thousands = figure(stream, at)?;
    if !is(stream, at + 1, &["nghìn", "ngàn", "nghin", "ngan"]) {
        return None;
    }
    let mut next = at + 2;
    let mut year = thousands * 1000;
    if let Some(hundreds) = figure(stream, next).filter(|_| is(stream, next + 1, &["trăm", "tram"]))
    {
        year += hundreds * 100;
        next += 2;
    }
    if is(stream, next, &["linh", "lẻ", "le"]) {
        next += 1;
    }
    if let Some((rest, count)) = spoken(stream, next) {
        year += rest;
        next += count;
    }
    (1900..2200).contains(&year).then_some((year, next - at))
}

/// "February 2, 2005", "2 February 2005", "2nd of March 2024", "28 Sep 2022".
fn in_english(stream: &Stream, at: usize, months: &[String]) -> Option<Day> {
    let month_at = |at: usize| {
        let word = (at < stream.len()).then(|| stream.word(at))?;
        let same = |name: &String| {
            name == word || word.len() >= 3 && word.len() <= 4 && name.starts_with(word)
        };
        (word.len() >= 3)
            .then(|| (1..).zip(months).find(|(_, name)| same(name)))?
            .map(|(month, _)| month)
    };
    let day_at = |at: usize| {
        let word = (at < stream.len()).then(|| stream.word(at))?;
        let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &word[bare.len()..];
        let right = matches!(suffix, "" | "st" | "nd" | "rd" | "th");
        (right && bare.len() <= 2).then(|| bare.parse::<u16>().ok()).flatten()
    };
    if let Some(month) = month_at(at) {
        let day = day_at(at + 1)?;
        let year = number(stream, at + 2).filter(|year| (1900..2200).contains(year))?;
        return whole(at..at + 3, day, month, Some(year));
    }
    let day = day_at(at)?;
    let next = if is(stream, at + 1, &["of"]) { at + 2 } else { at + 1 };
    let month = month_at(next)?;
    let year = number(stream, next + 1).filter(|year| (1900..2200).contains(year))?;
    whole(at..next + 2, day, month, Some(year))
}
