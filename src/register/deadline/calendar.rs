//! From a named stretch of the calendar to its first and last day.

use super::Basis;
use crate::speech::Date;
use jiff::ToSpan;
use jiff::civil;

/// A stretch of the calendar as a text names it; what the text leaves out is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// "ngày 25", "ngày 25/6", "ngày 25/6/2025".
    Day { day: u8, month: Option<MonthName>, year: Option<YearName> },
    /// "tháng 6", "tháng này".
    Month { month: MonthName, year: Option<YearName> },
    /// "quý III", by its number; "quý này", "quý tới", by how many are between.
    Quarter { quarter: QuarterName, year: Option<YearName> },
    /// "sáu tháng đầu năm": from the first of these months to the last.
    Months { first: u8, last: u8, year: Option<YearName> },
    /// "năm 2025", "năm nay".
    Year(YearName),
    /// "tuần này", "tuần tới".
    Week { ahead: u8 },
    /// "thứ sáu", Monday is 1; with a week where one is named.
    Weekday { weekday: i8, ahead: Option<u8> },
    /// "hôm nay", "ngày mai".
    Near { ahead: u8 },
}

/// A month by its number, or by how many are between it and that of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthName {
    Number(u8),
    Ahead(u8),
}

/// A quarter likewise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuarterName {
    Number(u8),
    Ahead(u8),
}

/// A year likewise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearName {
    Number(u16),
    Ahead(u8),
}

impl YearName {
    /// Tells whether its number is said.
    pub fn is_stated(self) -> bool {
        matches!(self, YearName::Number(_))
    }
}

/// The first and the last day of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub first: civil::Date,
    pub last: civil::Date,
    pub basis: Basis,
}

/// Why a stretch has no days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDays {
    /// The calendar has no such day: "30/2".
    Impossible,
    /// The day of the document is needed and not known.
    NoBase,
}

/// Returns a day as dates are calculated with.
pub(super) fn civil_of(date: Date) -> Option<civil::Date> {
    let part = |value: u8| i8::try_from(value).ok();
    civil::Date::new(i16::try_from(date.year()).ok()?, part(date.month())?, part(date.day())?).ok()
}

/// Returns a day as speeches have it.
pub(super) fn date_of(day: civil::Date) -> Option<Date> {
    let part = |value: i8| u8::try_from(value).ok();
    Date::new(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?)
}

impl Stretch {
    /// Returns the year that it names.
    pub fn year(self) -> Option<YearName> {
        match self {
            Stretch::Day { year, .. }
            | Stretch::Month { year, .. }
            | Stretch::Quarter { year, .. }
            | Stretch::Months { year, .. } => year,
            Stretch::Year(year) => Some(year),
            Stretch::Week { .. } | Stretch::Weekday { .. } | Stretch::Near { .. } => None,
        }
    }

    /// Returns it in the month and year of another where it names none itself: "từ ngày 1 đến ngày 15/6/2025".
    pub fn completed_by(self, other: Stretch) -> Stretch {
        let year = other.year();
        match self {
            Stretch::Day { day, month: None, year: None } => {
                let month = match other {
                    Stretch::Day { month, .. } => month,
                    Stretch::Month { month, .. } => Some(month),
                    _ => None,
                };
                Stretch::Day { day, month, year }
            }
            Stretch::Day { day, month, year: None } => Stretch::Day { day, month, year },
            Stretch::Month { month, year: None } => Stretch::Month { month, year },
            Stretch::Quarter { quarter, year: None } => Stretch::Quarter { quarter, year },
            other => other,
        }
    }

    /// Finds its days. A year that is left out is that of `base`, or the next if its last day would be past.
    ///
    /// # Errors
    ///
    /// If the calendar has no such day, or `base` is needed and missing.
    pub fn days(self, base: Option<civil::Date>) -> Result<Days, NoDays> {
        let base_day = || base.ok_or(NoDays::NoBase);
        match self {
            Stretch::Day { day, month: None, .. } => next_such_day(day, base_day()?),
            Stretch::Day { day, month: Some(MonthName::Ahead(ahead)), .. } => {
                let month = months_ahead(base_day()?, ahead)?;
                inferred(make(month.year(), month.month(), day)?, None)
            }
            Stretch::Day { day, month: Some(MonthName::Number(month)), year } => {
                in_year(year, base, |year| {
                    Ok((make_day(year, month, day)?, make_day(year, month, day)?))
                })
            }
            Stretch::Month { month: MonthName::Ahead(ahead), .. } => {
                let first = months_ahead(base_day()?, ahead)?;
                inferred(first, Some(first.last_of_month()))
            }
            Stretch::Month { month: MonthName::Number(month), year } => {
                in_year(year, base, |year| months(year, month, month))
            }
            Stretch::Quarter { quarter: QuarterName::Ahead(ahead), .. } => {
                let start = base_day()?.first_of_month();
                let into = (start.month() - 1) % 3;
                let first =
                    months_ahead(start, 3 * ahead)?.saturating_sub(i64::from(into).months());
                inferred(first, Some(first.saturating_add(2.months()).last_of_month()))
            }
            Stretch::Quarter { quarter: QuarterName::Number(quarter), year } => {
                in_year(year, base, |year| months(year, 3 * quarter - 2, 3 * quarter))
            }
            Stretch::Months { first, last, year } => {
                in_year(year, base, |year| months(year, first, last))
            }
            Stretch::Year(year) => in_year(Some(year), base, |year| months(year, 1, 12)),
            Stretch::Week { ahead } => {
                let base = base_day()?;
                let monday = monday_of(base).saturating_add((7 * i64::from(ahead)).days());
                inferred(monday, Some(monday.saturating_add(6.days())))
            }
            Stretch::Weekday { weekday, ahead } => {
                let base = base_day()?;
                let in_week = monday_of(base).saturating_add(i64::from(weekday - 1).days());
                let weeks = match ahead {
                    Some(ahead) => i64::from(ahead),
                    None => i64::from(in_week < base),
                };
                inferred(in_week.saturating_add((7 * weeks).days()), None)
            }
            Stretch::Near { ahead } => {
                inferred(base_day()?.saturating_add(i64::from(ahead).days()), None)
            }
        }
    }
}

/// The first and last day of a stretch in a year.
type Bounds = Result<(civil::Date, civil::Date), NoDays>;

fn in_year(
    year: Option<YearName>,
    base: Option<civil::Date>,
    make: impl Fn(i16) -> Bounds,
) -> Result<Days, NoDays> {
    if let Some(YearName::Number(year)) = year {
        let (first, last) = make(i16::try_from(year).map_err(|_| NoDays::Impossible)?)?;
        return Ok(Days { first, last, basis: Basis::Stated });
    }
    let base = base.ok_or(NoDays::NoBase)?;
    let (first, last) = match year {
        Some(YearName::Ahead(ahead)) => make(base.year() + i16::from(ahead))?,
        _ => match make(base.year()) {
            Ok((_, last)) if last < base => make(base.year() + 1)?,
            found => found?,
        },
    };
    Ok(Days { first, last, basis: Basis::Inferred })
}

fn inferred(first: civil::Date, last: Option<civil::Date>) -> Result<Days, NoDays> {
    Ok(Days { first, last: last.unwrap_or(first), basis: Basis::Inferred })
}

fn months(year: i16, first: u8, last: u8) -> Bounds {
    Ok((make_day(year, first, 1)?, make_day(year, last, 1)?.last_of_month()))
}

fn make_day(year: i16, month: u8, day: u8) -> Result<civil::Date, NoDays> {
    make(year, i8::try_from(month).map_err(|_| NoDays::Impossible)?, day)
}

fn make(year: i16, month: i8, day: u8) -> Result<civil::Date, NoDays> {
    let day = i8::try_from(day).map_err(|_| NoDays::Impossible)?;
    civil::Date::new(year, month, day).map_err(|_| NoDays::Impossible)
}

fn months_ahead(base: civil::Date, ahead: u8) -> Result<civil::Date, NoDays> {
    Ok(base.first_of_month().saturating_add(i64::from(ahead).months()))
}

fn monday_of(day: civil::Date) -> civil::Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// Finds the next day of this number on or behind a day: "ngày 25".
fn next_such_day(day: u8, base: civil::Date) -> Result<Days, NoDays> {
    (0..3)
        .filter_map(|ahead| {
            let month = base.first_of_month().saturating_add(i64::from(ahead).months());
            make(month.year(), month.month(), day).ok()
        })
        .find(|found| *found >= base)
        .map_or(Err(NoDays::Impossible), |found| inferred(found, None))
}
