//! Conditions on the item or the speech that words are found in.

use super::days::Days;
use super::error::QueryProblem;
use super::purpose::{QueryPurpose, TaskKey};
use super::sign::TermSign;
use super::words::QueryWords;
use crate::search::mode::Mode;
use crate::search::pattern::Pattern;
use crate::search::reading::Tail;
use crate::speech::{Format, Metadata, Role, SpeechKind};
use crate::text::fold;
use std::ops::Range;

/// A condition and whether it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Whether it must hold or must not.
    pub sign: TermSign,
    /// What it asks.
    pub rule: FilterRule,
    /// Where it was typed: bytes of [`Query::typed`](super::Query::typed).
    pub range: Range<usize>,
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterRule {
    /// The role of the innermost item.
    Role(Role),
    /// The series that the innermost item lies in, by role and number; without a number any of
    /// that role.
    Series(Role, Option<u32>),
    /// Words in the speaker's name or office.
    Speaker(Pattern),
    /// The year of the speech.
    Year(Years),
    /// The day of the speech.
    Date(Days),
    /// What the speech is.
    Kind(SpeechKind),
    /// The format of its file.
    Format(Format),
    /// Something of a task, as typed; only in what is asked of the register.
    Task(TaskKey, String),
}

/// A stretch of years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub first: u16,
    /// The last.
    pub last: u16,
}

impl Years {
    /// Tells whether a year lies in it.
    pub fn contains(self, year: u16) -> bool {
        (self.first..=self.last).contains(&year)
    }
}

impl Filter {
    /// Tells whether it asks about items; the others ask about speeches.
    pub fn is_of_items(&self) -> bool {
        match self.rule {
            FilterRule::Role(_) | FilterRule::Series(..) => true,
            FilterRule::Speaker(_)
            | FilterRule::Year(_)
            | FilterRule::Date(_)
            | FilterRule::Kind(_)
            | FilterRule::Format(_)
            | FilterRule::Task(..) => false,
        }
    }

    /// Tells whether a speech of a file of this format passes; conditions on items pass every
    /// speech.
    pub fn admits(&self, meta: &Metadata, format: Format) -> bool {
        let holds = match &self.rule {
            FilterRule::Role(_) | FilterRule::Series(..) | FilterRule::Task(..) => return true,
            FilterRule::Speaker(words) => {
                let said = [meta.speaker.as_deref(), meta.office.as_deref()];
                said.into_iter().flatten().any(|text| words.is_in(text))
            }
            FilterRule::Year(years) => meta.date.is_some_and(|date| years.contains(date.year())),
            FilterRule::Date(days) => meta.date.is_some_and(|date| days.contains(date)),
            FilterRule::Kind(kind) => meta.kind == Some(*kind),
            FilterRule::Format(wanted) => format == *wanted,
        };
        holds == (self.sign == TermSign::With)
    }

    /// Tells whether text passes by the item it stands in, given as that item's role and its
    /// series' role and number, from the innermost item out; conditions on speeches pass every item.
    pub fn admits_item(&self, around: &[(Role, (Role, u32))]) -> bool {
        let holds = match &self.rule {
            FilterRule::Speaker(_)
            | FilterRule::Year(_)
            | FilterRule::Date(_)
            | FilterRule::Kind(_)
            | FilterRule::Format(_)
            | FilterRule::Task(..) => {
                return true;
            }
            FilterRule::Role(role) => around.first().is_some_and(|(its, _)| its == role),
            FilterRule::Series(role, number) => around.iter().any(|(_, (its, its_number))| {
                its == role && number.is_none_or(|number| number == *its_number)
            }),
        };
        holds == (self.sign == TermSign::With)
    }
}

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FilterKey {
    /// Of items or of speeches, as the value says: what a list is, or what a speech is.
    Type,
    Role,
    Series,
    Speaker,
    Year,
    Date,
    Kind,
    Format,
    In,
    Task(TaskKey),
}

impl FilterKey {
    const ALL: [FilterKey; 14] = [
        FilterKey::Type,
        FilterKey::Role,
        FilterKey::Series,
        FilterKey::Speaker,
        FilterKey::Year,
        FilterKey::Date,
        FilterKey::Kind,
        FilterKey::Format,
        FilterKey::In,
        FilterKey::Task(TaskKey::Who),
        FilterKey::Task(TaskKey::With),
        FilterKey::Task(TaskKey::Due),
        FilterKey::Task(TaskKey::State),
        FilterKey::Task(TaskKey::Cites),
    ];

    /// Returns its name in queries.
    pub(super) fn name(self) -> &'static str {
        match self {
            FilterKey::Type => "type",
            FilterKey::Role => "role",
            FilterKey::Series => "series",
            FilterKey::Speaker => "speaker",
            FilterKey::Year => "year",
            FilterKey::Date => "date",
            FilterKey::Kind => "kind",
            FilterKey::Format => "format",
            FilterKey::In => "in",
            FilterKey::Task(key) => key.name(),
        }
    }

    /// Finds a key by its name in either language.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let name = QueryWords::Keys.find(name)?;
        FilterKey::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Finds the key that a misspelled name is one slip away from.
    pub(super) fn nearest(name: &str, purpose: QueryPurpose) -> Option<Self> {
        FilterKey::ALL
            .into_iter()
            .filter(|key| key.name().len() > 3 && key.is_for(purpose))
            .find(|key| is_one_slip(key.name(), name))
    }

    /// Tells whether what is asked for a purpose may have such a condition.
    pub(super) fn is_for(self, purpose: QueryPurpose) -> bool {
        match (self, purpose) {
            (FilterKey::Task(_), QueryPurpose::Texts)
            | (
                FilterKey::Speaker | FilterKey::Kind | FilterKey::Format | FilterKey::In,
                QueryPurpose::Tasks,
            ) => false,
            (
                FilterKey::Type
                | FilterKey::Role
                | FilterKey::Series
                | FilterKey::Year
                | FilterKey::Date,
                _,
            )
            | (FilterKey::Task(_), QueryPurpose::Tasks)
            | (
                FilterKey::Speaker | FilterKey::Kind | FilterKey::Format | FilterKey::In,
                QueryPurpose::Texts,
            ) => true,
        }
    }

    /// Tells whether its value goes on behind blanks: names of offices have several words.
    pub(super) fn takes_words(self) -> bool {
        matches!(self, FilterKey::Task(TaskKey::Who | TaskKey::With))
    }

    /// Tells whether a value of several words is one that it knows: "nhiệm vụ", "quá hạn".
    pub(super) fn knows(self, value: &str) -> bool {
        let sets: &[QueryWords] = match self {
            FilterKey::Type => &[QueryWords::Roles, QueryWords::Kinds],
            FilterKey::Role => &[QueryWords::Roles],
            FilterKey::Kind => &[QueryWords::Kinds],
            FilterKey::In => &[QueryWords::Places],
            FilterKey::Task(TaskKey::Due) => &[QueryWords::Due],
            FilterKey::Task(TaskKey::State) => &[QueryWords::States],
            FilterKey::Series
            | FilterKey::Speaker
            | FilterKey::Year
            | FilterKey::Date
            | FilterKey::Format
            | FilterKey::Task(TaskKey::Who | TaskKey::With | TaskKey::Cites) => &[],
        };
        sets.iter().any(|set| set.find(value).is_some())
    }
}

/// Tells whether two ASCII words differ by one letter more, less or other, or by two that changed
/// places.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], [_]) | ([_], []) => true,
        ([x, y, a @ ..], [z, w, b @ ..]) if x == w && y == z && a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        _ => false,
    }
}

/// What was read of a condition.
pub(super) enum Read {
    /// A condition on items or speeches.
    Rule(FilterRule),
    /// The words are wanted in titles.
    Title,
}

/// Reads the value of a condition.
pub(super) fn read(key: FilterKey, value: &str, mode: Mode) -> Result<Read, QueryProblem> {
    if value.trim().is_empty() {
        return Err(QueryProblem::NoValue { key: key.name() });
    }
    let typed = || value.to_owned();
    Ok(Read::Rule(match key {
        FilterKey::Type => role(value)
            .map(FilterRule::Role)
            .or_else(|| kind(value).map(FilterRule::Kind))
            .ok_or_else(|| QueryProblem::NoType { typed: typed() })?,
        FilterKey::Role => {
            FilterRule::Role(role(value).ok_or_else(|| QueryProblem::NoRole { typed: typed() })?)
        }
        FilterKey::Series => {
            let (role, number) =
                series(value).ok_or_else(|| QueryProblem::NoSeries { typed: typed() })?;
            FilterRule::Series(role, number)
        }
        FilterKey::Speaker => {
            let words = Pattern::new(value, mode, Tail::Whole);
            if words.is_empty() {
                return Err(QueryProblem::NoValue { key: key.name() });
            }
            FilterRule::Speaker(words)
        }
        FilterKey::Year => FilterRule::Year(years(value)?),
        FilterKey::Date => FilterRule::Date(Days::parse(value)?),
        FilterKey::Kind => {
            FilterRule::Kind(kind(value).ok_or_else(|| QueryProblem::NoKind { typed: typed() })?)
        }
        FilterKey::Format => FilterRule::Format(
            format(value).ok_or_else(|| QueryProblem::NoFormat { typed: typed() })?,
        ),
        FilterKey::In => {
            return match QueryWords::Places.find(value) {
                Some(_) => Ok(Read::Title),
                None => Err(QueryProblem::NoPlace { typed: typed() }),
            };
        }
        FilterKey::Task(key) => FilterRule::Task(key, value.trim().to_owned()),
    }))
}

/// Finds a role by its name in either language, or its code in addresses.
pub fn role(value: &str) -> Option<Role> {
    let named = QueryWords::Roles.find(value).and_then(Role::from_name);
    named.or_else(|| Role::from_code(&fold(value)))
}

/// Finds what a speech is by its name in either language.
fn kind(value: &str) -> Option<SpeechKind> {
    QueryWords::Kinds.find(value).and_then(SpeechKind::from_name)
}

/// Finds a format by its name or a usual ending of such files.
fn format(value: &str) -> Option<Format> {
    let folded = fold(value.trim_start_matches('.'));
    let by_ending = match folded.as_str() {
        "txt" => Some(Format::Text),
        "md" => Some(Format::Markdown),
        "htm" | "web" => Some(Format::Html),
        "mht" => Some(Format::Mhtml),
        "word" => Some(Format::Docx),
        _ => None,
    };
    by_ending.or_else(|| Format::from_name(&folded))
}

/// Reads a code of a series: `nv`, `nv2`.
fn series(value: &str) -> Option<(Role, Option<u32>)> {
    let folded = fold(value);
    let letters = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let role = Role::from_code(letters).or_else(|| role(letters))?;
    match &folded[letters.len()..] {
        "" => Some((role, None)),
        digits => Some((role, Some(digits.parse().ok().filter(|&number| number > 0)?))),
    }
}

/// Reads `2023`, `2022..2024`, `2022..` or `..2024`; a dash does for the two dots.
fn years(value: &str) -> Result<Years, QueryProblem> {
    let wrong = || QueryProblem::NoYear { typed: value.to_owned() };
    let year = |text: &str| -> Result<u16, QueryProblem> {
        let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| four).ok_or_else(wrong)
    };
    let folded = fold(value).replace('…', "..");
    let ends = folded.split_once("..").or_else(|| folded.split_once('-'));
    let years = match ends {
        None => Years { first: year(&folded)?, last: year(&folded)? },
        Some(("", "")) => return Err(wrong()),
        Some((first, "")) => Years { first: year(first)?, last: u16::MAX },
        Some(("", last)) => Years { first: 0, last: year(last)? },
        Some((first, last)) => Years { first: year(first)?, last: year(last)? },
    };
    if years.first > years.last {
        return Err(QueryProblem::YearsTurned { first: years.first, last: years.last });
    }
    Ok(years)
}
