//! A stretch of days, as a condition asks for it: `2023`, `2023-12`, `2022..2024-06`, `>=2023`.

use super::error::QueryProblem;
use crate::speech::Date;
use crate::text::fold;

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Days {
    /// Tells whether a day lies in it.
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Reads a year, a month, a day, or a stretch from one to another of them. Days may be written
    /// `2023-12-20` or `20/12/2023`, months `2023-12` or `12/2023`.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn parse(value: &str) -> Result<Days, QueryProblem> {
        let wrong = || QueryProblem::NoDate { typed: value.to_owned() };
        let folded = fold(value.trim()).replace('…', "..").replace('≥', ">=").replace('≤', "<=");
        let named = |text: &str| Days::named(text).ok_or_else(wrong);
        let (first, last) = (Days::earliest(), Days::latest());
        if let Some(text) = folded.strip_prefix(">=") {
            return Ok(Days { first: named(text)?.first, last });
        }
        if let Some(text) = folded.strip_prefix("<=") {
            return Ok(Days { first, last: named(text)?.last });
        }
        if let Some(text) = folded.strip_prefix('>') {
            let first = next(named(text)?.last).ok_or_else(wrong)?;
            return Ok(Days { first, last });
        }
        if let Some(text) = folded.strip_prefix('<') {
            let last = previous(named(text)?.first).ok_or_else(wrong)?;
            return Ok(Days { first, last });
        }
        let days = match folded.split_once("..") {
            None => named(&folded)?,
            Some(("", "")) => return Err(wrong()),
            Some((text, "")) => Days { first: named(text)?.first, last },
            Some(("", text)) => Days { first, last: named(text)?.last },
            Some((one, other)) => Days { first: named(one)?.first, last: named(other)?.last },
        };
        if days.first > days.last {
            let (first, last) = folded.split_once("..").unwrap_or_default();
            return Err(QueryProblem::DaysTurned {
                first: first.to_owned(),
                last: last.to_owned(),
            });
        }
        Ok(days)
    }

    /// Returns the days of a year, a month, or one day.
    fn named(text: &str) -> Option<Days> {
        let parts: Vec<&str> = match text.contains('/') {
            true => text.split('/').rev().collect(),
            false => text.split('-').collect(),
        };
        let number = |text: &&str, most: usize| -> Option<u16> {
            let digits =
                (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse().ok().filter(|_| digits)
        };
        let year = parts.first().filter(|text| text.len() == 4).and_then(|text| number(text, 4))?;
        let small = |at: usize| -> Option<Option<u8>> {
            let Some(text) = parts.get(at) else { return Some(None) };
            Some(Some(u8::try_from(number(text, 2)?).ok()?))
        };
        let (month, day) = (small(1)?, small(2)?);
        if parts.len() > 3 {
            return None;
        }
        Some(match (month, day) {
            (Some(month), Some(day)) => {
                let day = Date::new(year, month, day)?;
                Days { first: day, last: day }
            }
            (Some(month), None) => {
                let last = (28..=31).rev().find_map(|day| Date::new(year, month, day))?;
                Days { first: Date::new(year, month, 1)?, last }
            }
            _ => Days { first: Date::new(year, 1, 1)?, last: Date::new(year, 12, 31)? },
        })
    }

    /// Returns the first day that a speech can bear.
    fn earliest() -> Date {
        Date::new(1900, 1, 1).expect("the calendar of a speech begins there")
    }

    /// Returns the last day that a speech can bear.
    fn latest() -> Date {
        Date::new(2199, 12, 31).expect("the calendar of a speech ends there")
    }
}

/// Returns the day after one.
fn next(day: Date) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    Date::new(year, month, day.day() + 1)
        .or_else(|| Date::new(year, month + 1, 1))
        .or_else(|| Date::new(year + 1, 1, 1))
}

/// Returns the day before one.
fn previous(day: Date) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    let last_of = |month: u8| (28..=31).rev().find_map(|last| Date::new(year, month, last));
    day.day()
        .checked_sub(1)
        .and_then(|before| Date::new(year, month, before))
        .or_else(|| month.checked_sub(1).and_then(last_of))
        .or_else(|| Date::new(year - 1, 12, 31))
}
