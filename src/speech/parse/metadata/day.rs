//! Days in a stream of words: in figures, in words, in English, whole or without a year.

use super::FactWords;
use super::stream::{TokenGap, WordStream};
use crate::speech::Date;
use crate::speech::parse::lexicon::{Days, Phrases};
use std::ops::Range;

/// The years that a day may be of.
const YEARS: Range<u16> = 1900..2200;
/// The last year of this century that two figures stand for.
const LAST_YEAR: u16 = 49;

/// How far behind the first word of a day in words its month may stand: "ngày mùng hai mươi mốt tháng".
const WORDED: usize = 7;

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
    /// Returns the date, in a year of another one where the text leaves it out.
    pub fn date(&self, other: Option<u16>) -> Option<Date> {
        Date::new(self.year.or(other)?, self.month, self.day)
    }
}

/// Finds all days, in order.
pub(super) fn find(stream: &WordStream, words: FactWords<'_>) -> Vec<Day> {
    let reader = DayReader { stream, words: words.day, months: &words.event.months };
    let mut out: Vec<Day> = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let found =
            reader.in_figures(at).or_else(|| reader.in_words(at)).or_else(|| reader.in_english(at));
        let found = found.filter(|day| day.date(day.year.or(Some(2000))).is_some());
        match found.filter(|day| reader.is_of_one_piece(day)) {
            Some(day) => {
                at = day.words.end;
                let counts = !reader.is_by_moon(&day) && !reader.is_yearly(&day);
                out.extend(counts.then_some(day));
            }
            None => at += 1,
        }
    }
    out
}

/// Finds the last year that words name with a month or by itself: "tháng 3/2024", "năm 2024".
pub(super) fn latest_year(stream: &WordStream, within: Range<usize>, words: &Days) -> Option<u16> {
    let years = within.filter_map(|at| {
        let word = stream.word(at);
        let year = match word.split_once('/') {
            Some((month, year)) if month.len() <= 2 && year.len() == 4 => figures(year),
            Some(_) => None,
            None => {
                let called = at > 0 && stream.holds(at - 1, &words.year);
                figures(word).filter(|_| called && word.len() == 4)
            }
        };
        year.filter(|year| YEARS.contains(year))
    });
    years.max()
}

fn figures(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Returns the year that two figures stand for: speeches are of the last decades, not of those to come.
fn full_year(short: u16) -> u16 {
    if short > LAST_YEAR { 1900 + short } else { 2000 + short }
}

fn whole(words: Range<usize>, day: u16, month: u16, year: Option<u16>) -> Option<Day> {
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    Some(Day { words, day, month, year })
}

/// Reads days.
struct DayReader<'s, 'l, 'w> {
    stream: &'s WordStream<'l>,
    words: &'w Days,
    months: &'w Phrases,
}

impl DayReader<'_, '_, '_> {
    /// Tells whether no end of a cell or part stands within a day, and figures alone do not go over two
    /// ends of lines: "DEC / 14 / 2019" are lines of a menu.
    fn is_of_one_piece(&self, day: &Day) -> bool {
        let inner = || (day.words.start..day.words.end - 1).map(|word| self.stream.gap(word));
        let named = day.words.clone().any(|word| self.is(word, &self.words.month));
        let lines = inner().filter(|gap| *gap == TokenGap::Line).count();
        inner().all(|gap| gap < TokenGap::Break) && (named || lines < 2)
    }

    /// Tells whether a word is one of these.
    fn is(&self, at: usize, words: &Phrases) -> bool {
        at < self.stream.len() && self.stream.holds(at, words)
    }

    fn number(&self, at: usize) -> Option<u16> {
        let word = (at < self.stream.len()).then(|| self.stream.word(at))?;
        figures(word).filter(|_| word.len() <= 4)
    }

    /// "20/12/2023", "4-4-2022", "27.9.2022", "2024-05-06", "ngày 20 tháng 12 năm 2023", "ngày 8/7",
    /// "ngày 27-28/6/2024", "3 thg 9, 2025".
    fn in_figures(&self, at: usize) -> Option<Day> {
        let word = self.stream.word(at);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let called = self.is_called(at);
        let named = at > 0 && self.is(at - 1, &self.words.day);
        let first = if called && named { at - 1 } else { at };
        let parts: Vec<&str> = word.split(['/', '-', '.', '‑']).collect();
        match parts.as_slice() {
            [_, day, month, year] if year.len() == 4 && called => {
                whole(first..at + 1, figures(day)?, figures(month)?, figures(year))
            }
            [_, day, month] if called && month.len() <= 2 && figures(day)? > 12 => {
                whole(first..at + 1, figures(day)?, figures(month)?, None)
            }
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
                let year = self.is(at + 1, &self.words.year).then(|| self.number(at + 2)).flatten();
                let end = if year.is_some() { at + 3 } else { at + 1 };
                let year = year.filter(|year| YEARS.contains(year));
                (month <= 12).then(|| whole(first..end, day, month, year)).flatten()
            }
            [one] => {
                let day = figures(one)?;
                let spaced = called.then(|| self.spaced(first..at, day)).flatten();
                spaced.or_else(|| self.with_month(first..at, day, called))
            }
            _ => None,
        }
    }

    /// "thứ năm, 08 08 2019": the day stands at the end of `before`.
    fn spaced(&self, before: Range<usize>, day: u16) -> Option<Day> {
        let at = before.end;
        let month = self.number(at + 1).filter(|_| self.stream.word(at + 1).len() == 2)?;
        let year = self.number(at + 2).filter(|year| YEARS.contains(year))?;
        let near = [at, at + 1].iter().all(|&word| self.stream.gap(word) == TokenGap::Space);
        near.then(|| whole(before.start..at + 3, day, month, Some(year))).flatten()
    }

    /// "20 tháng 12 năm 2023", "3 thg 9, 2025", "21 tháng mười một": the day stands at the end of `before`.
    fn with_month(&self, before: Range<usize>, day: u16, called: bool) -> Option<Day> {
        let at = before.end;
        if !self.is(at + 1, &self.words.month) || self.stream.gap(at) != TokenGap::Space {
            return None;
        }
        let (month, count) = self.month(at + 2)?;
        let next = at + 2 + count;
        let (year, count) = self.year_behind(next);
        (called || year.is_some())
            .then(|| whole(before.start..next + count, day, month, year))
            .flatten()
    }

    /// Reads a year that stands right behind a month, with or without "năm"; gives how many words it has.
    fn year_behind(&self, at: usize) -> (Option<u16>, usize) {
        let near = matches!(
            self.stream.gap_before(at),
            TokenGap::Space | TokenGap::Comma | TokenGap::Line
        );
        let named = usize::from(self.is(at, &self.words.year));
        match self.year(at + named).filter(|_| near) {
            Some((year, count)) => (Some(year), named + count),
            None => (None, 0),
        }
    }

    /// "ngày 14 tháng 6 hằng năm": tells whether a day is one of every year.
    fn is_yearly(&self, day: &Day) -> bool {
        day.year.is_none() && self.stream.phrase(day.words.end, &self.words.yearly).is_some()
    }

    /// "Mùng Tám tháng Giêng Ất Tỵ", "rằm tháng Bảy âm lịch": tells whether a day is none of the calendar.
    fn is_by_moon(&self, day: &Day) -> bool {
        let (words, end) = (&day.words, day.words.end);
        let moon = words.clone().any(|at| self.is(at, &self.words.moons));
        let stem = self.is(end, &self.words.stems) && self.stream.is_capital(end);
        let told = (end..(end + 3).min(self.stream.len()))
            .any(|at| self.stream.phrase(at, &self.words.by_moon).is_some());
        day.year.is_none() && (moon || stem || told)
    }

    /// Tells whether the words before figures call them a day: "ngày 8/7", "thứ Sáu, 8/3", "sáng nay (29-6)".
    fn is_called(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let near = match self.stream.gap(before) {
            TokenGap::Space | TokenGap::Line => self.is(before, &self.words.called),
            TokenGap::Comma | TokenGap::Paren => self.is(before, &self.words.nows),
            _ => false,
        };
        let week = before > 0
            && self.stream.gap(before) <= TokenGap::Paren
            && self.is(before, &self.words.week_days)
            && self.is(before - 1, &self.words.week);
        near || week
    }

    /// Reads a year in figures or in words; gives how many words it has.
    fn year(&self, at: usize) -> Option<(u16, usize)> {
        match self.number(at) {
            Some(year) => YEARS.contains(&year).then_some((year, 1)),
            None => self.spoken_year(at),
        }
    }

    /// Reads a month: "7", "07", "bảy", "giêng", "mười một"; gives how many words it has.
    fn month(&self, at: usize) -> Option<(u16, usize)> {
        let figures = self.number(at).map(|month| (month, 1));
        figures.or_else(|| self.spoken(at)).filter(|(month, _)| *month <= 12)
    }

    /// "ngày mồng Ba tháng Hai năm hai nghìn không trăm hai mươi tư"; without "ngày" and "mồng" only with
    /// a year.
    fn in_words(&self, at: usize) -> Option<Day> {
        // Most words have no month behind them: they are passed over before any number is read.
        (at + 1..at + WORDED).find(|&word| self.is(word, &self.words.month))?;
        let mut next = at + usize::from(self.is(at, &self.words.day));
        next += usize::from(self.is(next, &self.words.first_days));
        let (day, count) = self.number(next).map(|day| (day, 1)).or_else(|| self.spoken(next))?;
        let called = next > at;
        next += count;
        if !self.is(next, &self.words.month) {
            return None;
        }
        let (month, count) = self.month(next + 1)?;
        next += 1 + count;
        let (year, count) = self.year_behind(next);
        (called || year.is_some()).then(|| whole(at..next + count, day, month, year)).flatten()
    }

    /// Reads a number of one word: "hai", "tư", "giêng".
    fn figure(&self, at: usize) -> Option<u16> {
        let word = (at < self.stream.len()).then(|| crate::text::fold(self.stream.word(at)))?;
        if self.words.zero.holds(&word) {
            return Some(0);
        }
        if self.words.last_month.holds(&word) {
            return Some(12);
        }
        let is = |names: &str| names.split('|').any(|name| name == word);
        (1..).zip(self.words.numbers.iter()).find(|(_, names)| is(names)).map(|(value, _)| value)
    }

    /// Reads a number up to 99 in words; gives how many words it has: "ba mươi mốt", "mười hai", "tư".
    fn spoken(&self, at: usize) -> Option<(u16, usize)> {
        let tens = if self.is(at, &self.words.ten) {
            Some((1, 1))
        } else {
            self.figure(at).filter(|_| self.is(at + 1, &self.words.tens)).map(|tens| (tens, 2))
        };
        let Some((tens, count)) = tens else { return self.figure(at).map(|value| (value, 1)) };
        // "hai mươi tháng" has no unit behind it.
        let next = at + count;
        let unit = self
            .figure(next)
            .filter(|_| !self.is(next, &self.words.year) || self.is(next + 1, &self.words.month));
        match unit {
            Some(unit) if unit < 10 => Some((tens * 10 + unit, count + 1)),
            _ => Some((tens * 10, count)),
        }
    }

    /// "hai nghìn không trăm hai mươi tư", "một nghìn chín trăm bảy mươi lăm".
    fn spoken_year(&self, at: usize) -> Option<(u16, usize)> {
        let thousands = self.figure(at)?;
        if !self.is(at + 1, &self.words.thousand) {
            return None;
        }
        let mut next = at + 2;
        let mut year = thousands * 1000;
        if let Some(hundreds) = self.figure(next).filter(|_| self.is(next + 1, &self.words.hundred))
        {
            year += hundreds * 100;
            next += 2;
        }
        next += usize::from(self.is(next, &self.words.link));
        if let Some((rest, count)) = self.spoken(next) {
            year += rest;
            next += count;
        }
        YEARS.contains(&year).then_some((year, next - at))
    }

    /// "February 2, 2005", "2 February 2005", "2nd of March 2024", "28 Sep 2022".
    fn in_english(&self, at: usize) -> Option<Day> {
        if let Some(month) = self.english_month(at) {
            let day = self.english_day(at + 1)?;
            let year = self.number(at + 2).filter(|year| YEARS.contains(year))?;
            return whole(at..at + 3, day, month, Some(year));
        }
        let day = self.english_day(at)?;
        let of = at + 1 < self.stream.len() && self.stream.word(at + 1) == "of";
        let next = at + 1 + usize::from(of);
        let month = self.english_month(next)?;
        let year = self.number(next + 1).filter(|year| YEARS.contains(year))?;
        whole(at..next + 2, day, month, Some(year))
    }

    fn english_month(&self, at: usize) -> Option<u16> {
        let word = (at < self.stream.len()).then(|| self.stream.word(at))?;
        let same = |name: &str| name == word || word.len() <= 4 && name.starts_with(word);
        (word.len() >= 3)
            .then(|| (1..).zip(self.months.iter()).find(|(_, name)| same(name)))?
            .map(|(month, _)| month)
    }

    fn english_day(&self, at: usize) -> Option<u16> {
        let word = (at < self.stream.len()).then(|| self.stream.word(at))?;
        let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let right = matches!(&word[bare.len()..], "" | "st" | "nd" | "rd" | "th");
        (right && bare.len() <= 2).then(|| bare.parse().ok()).flatten()
    }
}
