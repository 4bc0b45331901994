//! By when: from the words of a task to a day, a span or a rhythm.
//!
//! A [`Deadline`] is words of the text, from the preposition on, and what they mean in the calendar. What the words leave
//! out (a year, the month of "ngày 25") is read from the day of the document and marked; without that day there is no
//! date. Words that have a place in the calendar and no day ("trước mùa mưa", "đầu quý III") stay words. The forms follow
//! the study of 405 assignments; the words are in `data/lexicon/deadlines.toml`.

mod calendar;
mod finder;
mod meaning;
mod moment;
mod numerals;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;

use crate::speech::Date;
use crate::text::TextRange;
pub use vocabulary::DeadlineVocabulary;

/// When something is to be done, as a text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its words in the text, the preposition included.
    pub words: TextRange,
    /// How the day bounds the work.
    pub edge: Edge,
    /// What the words mean in the calendar.
    pub due: Due,
    /// Whether the words tell all of the date.
    pub basis: Basis,
}

/// How a day bounds the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// "trước ngày 30/6": the day is told as the limit.
    Before,
    /// "chậm nhất ngày 30/6", "đến hết tháng 6".
    By,
    /// "trong tháng 6".
    In,
    /// "vào ngày 30/6".
    On,
    /// "từ ngày 1/7".
    From,
    /// "từ nay đến hết năm".
    During,
    /// "trong vòng 12 tháng".
    Lasting,
    /// "hằng tháng".
    Every,
}

impl Edge {
    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Edge::Before => "before",
            Edge::By => "by",
            Edge::In => "in",
            Edge::On => "on",
            Edge::From => "from",
            Edge::During => "during",
            Edge::Lasting => "duration",
            Edge::Every => "every",
        }
    }
}

/// What the words of a deadline mean in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// The last day.
    Day(Date),
    /// From a day to a day; without an end it is open.
    Span(Date, Option<Date>),
    /// A length of time, as ISO 8601 writes it: "P12M".
    Length(String),
    /// Again and again.
    Rhythm(Rhythm),
    /// A place in the calendar without a day: "đầu quý III".
    Fuzzy,
    /// A day that only the date of the document would tell, and it is not known.
    Undated,
}

/// How often something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// "hằng ngày".
    Daily,
    /// "hằng tuần".
    Weekly,
    /// "hằng tháng".
    Monthly,
    /// "hằng quý".
    Quarterly,
    /// "hằng năm".
    Yearly,
    /// "định kỳ", with no more said.
    Periodic,
    /// "Thường xuyên", in a column of times.
    Continuous,
}

impl Rhythm {
    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Rhythm::Daily => "daily",
            Rhythm::Weekly => "weekly",
            Rhythm::Monthly => "monthly",
            Rhythm::Quarterly => "quarterly",
            Rhythm::Yearly => "yearly",
            Rhythm::Periodic => "periodic",
            Rhythm::Continuous => "continuous",
        }
    }
}

/// Whether the words of a deadline tell all of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// They do.
    Stated,
    /// A year, a month or the day that "nay" means was read from the date of the document.
    Inferred,
    /// They do not, and the user wrote down which day it is.
    Corrected,
}

impl Due {
    /// Returns the last day, if one is known.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            Due::Day(day) | Due::Span(_, Some(day)) => Some(*day),
            Due::Span(_, None) | Due::Length(_) | Due::Rhythm(_) | Due::Fuzzy | Due::Undated => {
                None
            }
        }
    }

    /// Returns the date as ISO 8601 writes it: "2025-06-30", "2025-06-02/2025-12-31", "2025-12-01/..", "P12M"; nothing
    /// for a rhythm and where no day is known.
    pub fn iso(&self) -> Option<String> {
        match self {
            Due::Day(day) => Some(day.to_string()),
            Due::Span(from, Some(to)) => Some(format!("{from}/{to}")),
            Due::Span(from, None) => Some(format!("{from}/..")),
            Due::Length(length) => Some(length.clone()),
            Due::Rhythm(_) | Due::Fuzzy | Due::Undated => None,
        }
    }

    /// Returns the rhythm, if it is one.
    pub fn rhythm(&self) -> Option<Rhythm> {
        match self {
            Due::Rhythm(rhythm) => Some(*rhythm),
            _ => None,
        }
    }
}

/// Finds the deadlines in a part of a text, in order. `base` is the day of the document, from which dates without a year
/// and "từ nay" are read.
pub fn find(
    text: &str,
    within: TextRange,
    base: Option<Date>,
    vocabulary: &DeadlineVocabulary,
) -> Vec<Deadline> {
    finder::find(text, within, base, vocabulary)
}

/// Reads a cell of a column of times, where prepositions are left out: "6/2025", "Quý II", "Thường xuyên".
pub fn of_cell(
    text: &str,
    cell: TextRange,
    base: Option<Date>,
    vocabulary: &DeadlineVocabulary,
) -> Option<Deadline> {
    if let Some(found) = find(text, cell, base, vocabulary).into_iter().next() {
        return Some(found);
    }
    let words = cell.of(text).trim();
    let spelled = format!(" {} ", crate::text::spelling(words));
    let stands = |phrase: &[String]| spelled.contains(&format!(" {} ", phrase.join(" ")));
    if vocabulary.cell.continuous.iter().any(stands) {
        let due = Due::Rhythm(Rhythm::Continuous);
        return Some(Deadline { words: cell, edge: Edge::Every, due, basis: Basis::Stated });
    }
    vocabulary.cell.prefixes.iter().find_map(|prefix| {
        let line = format!("{prefix} {words}");
        let whole = TextRange::new(0, line.len());
        let found = find(&line, whole, base, vocabulary).into_iter().next()?;
        let is_all = found.words.end.get() + 1 >= line.len();
        is_all.then_some(Deadline { words: cell, edge: Edge::By, ..found })
    })
}
