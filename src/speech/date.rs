//! A day of the calendar.

use std::fmt;
use std::ops::Range;

/// The years that a number in a title is taken for.
const YEARS: Range<u16> = 1930..2100;

/// A day, as a speech bears it; valid by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Finds the years that a title tells, the first and the last: "tổng kết năm 2023, nhiệm vụ năm 2024". A year that something is to
/// be done by is none: "đến năm 2030".
pub fn years_told(title: &str) -> Option<(u16, u16)> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut told: Option<(u16, u16)> = None;
    for (at, word) in words.iter().enumerate() {
        let before = words[..at].iter().rev().take(2).map(|word| word.to_lowercase());
        if before.into_iter().any(|word| matches!(word.as_str(), "đến" | "nhìn")) {
            continue;
        }
        let parts = word.split(|c: char| !c.is_alphanumeric());
        for year in parts.filter(|part| part.len() == 4).filter_map(|part| part.parse().ok()) {
            if YEARS.contains(&year) {
                told =
                    Some(told.map_or((year, year), |(low, high)| (low.min(year), high.max(year))));
            }
        }
    }
    told
}

impl Date {
    /// Makes a date if the Gregorian calendar has that day, in the years 1900 to 2199.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1900..2200).contains(&year) && (1..=last).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let plain = |(at, byte): (usize, u8)| byte.is_ascii_digit() != matches!(at, 4 | 7);
        if text.len() != 10 || !text.bytes().enumerate().all(plain) {
            return None;
        }
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Date::new(year, month, day)
    }

    /// Reads a date as people type it: `2024-04-04`, `4/4/2024`, `04.04.2024`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Date::parse_iso(text).or_else(|| {
            let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
            let [day, month, year] = parts.as_slice() else { return None };
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        })
    }

    /// Returns how many days this day is behind another; negative if it is before it.
    pub fn days_since(self, other: Date) -> i64 {
        self.ordinal() - other.ordinal()
    }

    /// Counts the days from the first of March of the year 0 of the Gregorian calendar, whose leap day is
    /// then the last of a year.
    fn ordinal(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let months = (month + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + day
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Writes `YYYY-MM-DD`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
