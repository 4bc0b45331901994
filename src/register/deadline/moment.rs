//! Reading a stretch of the calendar in the words of a text: days, weeks, months, quarters, years.

use super::calendar::{MonthName, QuarterName, Stretch, YearName};
use super::numerals::{Numerals, Read, number};
use super::token::Tokens;
use super::vocabulary::{DeadlineVocabulary, PhraseSet};

/// The years that a text may mean.
const YEARS: std::ops::Range<u16> = 1900..2200;

/// Which part of a stretch is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// "đầu", "giữa": no day is told.
    Vague,
    /// "cuối", "hết".
    Last,
}

/// A stretch that was read, and how many words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub stretch: Stretch,
    pub part: Part,
    pub words: usize,
}

/// Reads stretches of the calendar.
pub(super) struct MomentReader<'t> {
    pub tokens: &'t Tokens,
    pub vocabulary: &'t DeadlineVocabulary,
}

impl MomentReader<'_> {
    /// Reads a stretch at a place; hours and parts of a day before it belong to it.
    pub fn read(&self, at: usize) -> Option<Moment> {
        let unit = &self.vocabulary.unit;
        let mut first = at;
        first += self.hour(first).unwrap_or(0);
        first += self.phrase(first, &unit.part_of_day).unwrap_or(0);
        let (part, words) = self.part(first);
        let next = first + words;
        // "Từ chiều nay".
        let is_part = next > at && words == 0 && self.tokens.word(next) == "nay";
        let now = is_part.then_some((Stretch::Near { ahead: 0 }, 1));
        let found = now
            .or_else(|| self.near(next))
            .or_else(|| self.weekday(next))
            .or_else(|| self.day(next))
            .or_else(|| self.months(next))
            .or_else(|| self.period(next))?;
        let words = next + found.1 - at;
        Some(Moment { stretch: found.0, part, words })
    }

    /// Reads "13 giờ", "13 giờ 30 phút", "17h00".
    pub fn hour(&self, at: usize) -> Option<usize> {
        let unit = &self.vocabulary.unit;
        let word = self.tokens.word(at);
        if let Some((hour, rest)) = word.split_once('h')
            && [hour, rest].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            && !hour.is_empty()
        {
            return Some(1);
        }
        self.numerals().figures(at).filter(|hour| *hour <= 24)?;
        let mut next = at + 1 + self.phrase(at + 1, &unit.hour)?;
        if self.numerals().figures(next).is_some_and(|minute| minute < 60) {
            let minutes = self.phrase(next + 1, &unit.minute);
            next += 1 + minutes.unwrap_or(0);
        }
        Some(next - at)
    }

    /// Returns what reads numbers.
    pub fn numerals(&self) -> Numerals<'_> {
        Numerals { tokens: self.tokens, vocabulary: self.vocabulary }
    }

    fn phrase(&self, at: usize, phrases: &PhraseSet) -> Option<usize> {
        self.tokens.phrase(at, phrases)
    }

    /// Reads "đầu", "giữa", "cuối", "hết".
    fn part(&self, at: usize) -> (Part, usize) {
        let words = &self.vocabulary.part;
        let vague = self.phrase(at, &words.first).or_else(|| self.phrase(at, &words.middle));
        match (self.phrase(at, &words.last), vague) {
            (Some(last), _) => (Part::Last, last),
            (None, Some(vague)) => (Part::Vague, vague),
            (None, None) => (Part::Whole, 0),
        }
    }

    fn near(&self, at: usize) -> Read<Stretch> {
        let unit = &self.vocabulary.unit;
        let today = self.phrase(at, &unit.today).map(|words| (Stretch::Near { ahead: 0 }, words));
        let tomorrow =
            || self.phrase(at, &unit.tomorrow).map(|words| (Stretch::Near { ahead: 1 }, words));
        today.or_else(tomorrow)
    }

    /// Reads "này", "nay" as 0 and "tới", "sau" as 1.
    fn ahead(&self, at: usize) -> Read<u8> {
        let which = &self.vocabulary.which;
        if !self.tokens.follows(at) {
            return None;
        }
        let this = self.phrase(at, &which.this).map(|words| (0, words));
        this.or_else(|| self.phrase(at, &which.next).map(|words| (1, words)))
    }

    /// Reads "thứ sáu", "thứ sáu tuần tới", "chủ nhật này".
    fn weekday(&self, at: usize) -> Read<Stretch> {
        let unit = &self.vocabulary.unit;
        let (weekday, mut next) = match self.phrase(at, &unit.sunday) {
            Some(words) => (7, at + words),
            None => {
                let named = at + self.phrase(at, &unit.weekday)?;
                let (value, words) =
                    self.numerals().number(named).filter(|(value, _)| (2..=7).contains(value))?;
                (i8::try_from(value - 1).ok()?, named + words)
            }
        };
        let week = self.phrase(next, &unit.week).unwrap_or(0);
        let ahead = self.ahead(next + week);
        if let Some((_, words)) = ahead {
            next += week + words;
        }
        // "Thứ năm, ngày 20/6": the day tells more than its name.
        let named_day = self.phrase(next, &unit.day).map_or(next, |words| next + words);
        if let Some((stretch, words)) = self.day(named_day).filter(|_| ahead.is_none()) {
            return Some((stretch, named_day + words - at));
        }
        Some((Stretch::Weekday { weekday, ahead: ahead.map(|(ahead, _)| ahead) }, next - at))
    }

    /// Reads "ngày 30/6/2025", "30/6", "ngày 15 tháng 6 năm 2025", "mùng 5 tháng sau", "ngày 25".
    fn day(&self, at: usize) -> Read<Stretch> {
        let unit = &self.vocabulary.unit;
        let named = self.phrase(at, &unit.day).unwrap_or(0);
        let mut next = at + named;
        let first_days = self.phrase(next, &unit.first_days).unwrap_or(0);
        next += first_days;
        if let Some((day, month, year)) = slashed(self.tokens.word(next)) {
            let (year, words) = match year {
                Some(year) => (Some(YearName::Number(year)), 0),
                None => self.year_behind(next + 1),
            };
            let month = Some(MonthName::Number(month));
            return Some((Stretch::Day { day, month, year }, next + 1 + words - at));
        }
        if let Some(found) = self.english_day(at) {
            return Some(found);
        }
        let (day, words) =
            self.numerals().number(next).filter(|(day, _)| (1..=31).contains(day))?;
        next += words;
        let day = u8::try_from(day).ok()?;
        let monthly = self.phrase(next, &unit.month).filter(|_| self.tokens.follows(next));
        if let Some(month) = monthly
            && let Some((stretch, words)) = self.month_behind(next + month)
            && let Stretch::Month { month, year } = stretch
        {
            return Some((Stretch::Day { day, month: Some(month), year }, next + 1 + words - at));
        }
        (named + first_days > 0)
            .then_some((Stretch::Day { day, month: None, year: None }, next - at))
    }

    /// Reads "June 30, 2025", "30 June 2025".
    fn english_day(&self, at: usize) -> Read<Stretch> {
        let month = |at: usize| {
            let names = &self.vocabulary.numbers.months;
            let word = self.tokens.word(at);
            let found = names.iter().position(|name| name == word)?;
            u8::try_from(found + 1).ok()
        };
        let day = |at: usize| {
            let word = self.tokens.word(at);
            let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            number(bare).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))
        };
        let (month, day) = match month(at) {
            Some(found) => (found, day(at + 1)?),
            None => (month(at + 1)?, day(at)?),
        };
        let year = self.numerals().figures(at + 2).filter(|year| YEARS.contains(year));
        let words = if year.is_some() { 3 } else { 2 };
        let month = Some(MonthName::Number(month));
        Some((Stretch::Day { day, month, year: year.map(YearName::Number) }, words))
    }

    /// Reads what stands behind "tháng": "6", "6/2025", "sáu năm 2025", "này", "6 tới".
    fn month_behind(&self, at: usize) -> Read<Stretch> {
        if let Some((ahead, words)) = self.ahead(at) {
            return Some((Stretch::Month { month: MonthName::Ahead(ahead), year: None }, words));
        }
        if let Some((month, year)) = pair(self.tokens.word(at)).filter(|(month, _)| *month <= 12) {
            let (month, year) = (MonthName::Number(month), Some(YearName::Number(year)));
            return Some((Stretch::Month { month, year }, 1));
        }
        let (month, words) =
            self.numerals().number(at).filter(|(month, _)| (1..=12).contains(month))?;
        let month = MonthName::Number(u8::try_from(month).ok()?);
        let (year, more) = self.year_behind(at + words);
        let more = if year.is_none() {
            self.ahead(at + words).map_or(0, |(_, words)| words)
        } else {
            more
        };
        Some((Stretch::Month { month, year }, words + more))
    }

    /// Reads "năm 2025", "năm nay", "/2025" behind a day, month or quarter.
    fn year_behind(&self, at: usize) -> (Option<YearName>, usize) {
        let named = self.phrase(at, &self.vocabulary.unit.year).filter(|_| self.tokens.follows(at));
        let found = named.and_then(|named| {
            self.year(at + named).map(|(year, words)| (Some(year), named + words))
        });
        found.unwrap_or((None, 0))
    }

    /// Reads what stands behind "năm": "2025", "nay", "tới", "hai nghìn không trăm hai mươi lăm".
    fn year(&self, at: usize) -> Read<YearName> {
        if let Some((ahead, words)) = self.ahead(at) {
            return Some((YearName::Ahead(ahead), words));
        }
        let figures = self.numerals().figures(at).map(|year| (year, 1));
        let found =
            figures.or_else(|| self.numerals().year(at)).filter(|(year, _)| YEARS.contains(year));
        found.map(|(year, words)| (YearName::Number(year), words))
    }

    /// Reads "6 tháng đầu năm 2025", "ba tháng cuối năm", "nửa đầu năm 2025".
    fn months(&self, at: usize) -> Read<Stretch> {
        let (unit, part) = (&self.vocabulary.unit, &self.vocabulary.part);
        let (count, mut next) = match self.phrase(at, &part.half) {
            Some(words) => (6, at + words),
            None => {
                let (count, words) =
                    self.numerals().number(at).filter(|(count, _)| (1..=11).contains(count))?;
                (u8::try_from(count).ok()?, at + words + self.phrase(at + words, &unit.month)?)
            }
        };
        let (is_first, words) =
            match (self.phrase(next, &part.first), self.phrase(next, &part.last)) {
                (Some(words), _) => (true, words),
                (None, Some(words)) => (false, words),
                (None, None) => return None,
            };
        next += words;
        let named = self.phrase(next, &unit.year)?;
        let (year, words) = match self.year(next + named) {
            Some((year, words)) => (Some(year), named + words),
            None => (None, named),
        };
        next += words;
        let (first, last) = if is_first { (1, count) } else { (13 - count, 12) };
        Some((Stretch::Months { first, last, year }, next - at))
    }

    /// Reads "tháng 6/2025", "quý III năm 2025", "năm 2025", "tuần tới", "6/2025".
    fn period(&self, at: usize) -> Read<Stretch> {
        let unit = &self.vocabulary.unit;
        if let Some(words) = self.phrase(at, &unit.week) {
            if let Some((ahead, more)) = self.ahead(at + words) {
                return Some((Stretch::Week { ahead }, words + more));
            }
            // "Trong tuần": that of the document; not "hai lần trong tuần".
            let inside = at > 0 && self.tokens.word(at - 1) == "trong";
            let part = self.tokens.follows(at + words) && self.part(at + words).1 > 0;
            let counts = at > 1 && self.phrase(at - 2, &self.vocabulary.rhythm.times).is_some();
            return (inside && !counts && !part && self.numerals().number(at + words).is_none())
                .then_some((Stretch::Week { ahead: 0 }, words));
        }
        if let Some(words) = self.phrase(at, &unit.month) {
            let (stretch, more) = self.series(at + words, |at| self.month_behind(at))?;
            return Some((stretch, words + more));
        }
        if let Some(words) = self.phrase(at, &unit.quarter) {
            let (stretch, more) = self.series(at + words, |at| self.quarter_behind(at))?;
            return Some((stretch, words + more));
        }
        if let Some(words) = self.phrase(at, &unit.year) {
            if let Some((year, more)) = self.year(at + words) {
                return Some((Stretch::Year(year), words + more));
            }
            // "cuối năm": that of the document.
            let is_part = at > 0 && self.part(at - 1).1 > 0;
            return is_part.then_some((Stretch::Year(YearName::Ahead(0)), words));
        }
        let (month, year) = pair(self.tokens.word(at)).filter(|(month, _)| *month <= 12)?;
        let (month, year) = (MonthName::Number(month), Some(YearName::Number(year)));
        Some((Stretch::Month { month, year }, 1))
    }

    /// Reads the last of several that are named together: "tháng 6, 7 và 8", "quý II và quý III/2025".
    fn series(&self, at: usize, read: impl Fn(usize) -> Read<Stretch>) -> Read<Stretch> {
        let unit = &self.vocabulary.unit;
        let (mut last, mut words) = read(at)?;
        // "trong tháng 6, 12 hộ …": a number that nothing makes sure is no month.
        let mut next = at + words;
        while last.year().is_none() {
            let link = usize::from(self.tokens.word(next) == "và");
            if link == 0 && self.tokens.follows(next) {
                break;
            }
            let names = [&unit.month, &unit.quarter];
            let named = names.into_iter().find_map(|words| self.phrase(next + link, words));
            let further = next + link + named.unwrap_or(0);
            let Some((stretch, more)) = read(further) else { break };
            next = further + more;
            if link > 0 || named.is_some() || stretch.year().is_some() {
                (last, words) = (stretch, next - at);
            }
        }
        Some((last, words))
    }

    /// Reads what stands behind "quý": "III", "3/2025", "ba năm 2025", "này".
    fn quarter_behind(&self, at: usize) -> Read<Stretch> {
        if let Some((ahead, words)) = self.ahead(at) {
            return Some((
                Stretch::Quarter { quarter: QuarterName::Ahead(ahead), year: None },
                words,
            ));
        }
        let word = self.tokens.word(at);
        let (name, year) = word.split_once(['/', '-', '.']).unwrap_or((word, ""));
        let roman = self.vocabulary.numbers.roman.iter().position(|roman| roman == name);
        let quarter = roman.and_then(|at| u16::try_from(at + 1).ok()).or_else(|| number(name));
        let (quarter, words) = match quarter {
            Some(quarter) => (quarter, 1),
            None => self.numerals().spoken(at)?,
        };
        let quarter = u8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter))?;
        let quarter = QuarterName::Number(quarter);
        if let Some(year) = number(year).filter(|year| YEARS.contains(year)) {
            return Some((Stretch::Quarter { quarter, year: Some(YearName::Number(year)) }, 1));
        }
        if !year.is_empty() {
            return None;
        }
        let (year, more) = self.year_behind(at + words);
        Some((Stretch::Quarter { quarter, year }, words + more))
    }
}

/// Reads "6/2025".
fn pair(word: &str) -> Option<(u8, u16)> {
    let (month, year) = word.split_once(['/', '-', '.'])?;
    let month = number(month).filter(|month| (1..=12).contains(month))?;
    let year = number(year).filter(|year| YEARS.contains(year))?;
    Some((u8::try_from(month).ok()?, year))
}

/// Reads "30/6/2025", "30-6-2025", "30/6".
fn slashed(word: &str) -> Option<(u8, u8, Option<u16>)> {
    let mut parts = word.split(['/', '-', '.', '–']);
    let (day, month) = (number(parts.next()?)?, number(parts.next()?)?);
    let year = match parts.next() {
        Some(year) => Some(number(year).filter(|year| YEARS.contains(year))?),
        None => None,
    };
    // "1.2" is a number of parts.
    let is_day = year.is_some() || !word.contains('.');
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && parts.next().is_none();
    (fits && is_day).then_some((u8::try_from(day).ok()?, u8::try_from(month).ok()?, year))
}
