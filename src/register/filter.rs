//! Which rows of the register are wanted: the same on the command line and on the screen.

use super::cited::WantedDocument;
use super::office::{OfficeBook, OfficeFit, WantedOffice};
use super::row::{RegisterCell, RegisterRow};
use super::standing::TaskStanding;
use super::state::{RegisterEntry, TaskState};
use crate::search::language::{
    Days, FilterRule, Query, QueryError, QueryProblem, QueryWords, TaskKey, Term, TermSign, Years,
};
use crate::speech::{Date, Role};
use crate::text::fold;
use std::collections::HashMap;

/// Which rows of the register are wanted.
#[derive(Clone, Debug, Default)]
pub struct RegisterFilter {
    conditions: Vec<(TermSign, RowCondition)>,
    terms: Vec<Term>,
}

/// What a condition asks of a row.
#[derive(Clone, Debug)]
enum RowCondition {
    /// Who is in charge, or carries it out.
    Who(WantedActor),
    /// Who takes part.
    With(WantedActor),
    Due(WantedDue),
    State(TaskState),
    Cites(WantedDocument),
    /// The list that it stands in, by role and number.
    Series(Role, Option<u32>),
    /// The year of its document.
    Year(Years),
    /// The day of its document.
    Date(Days),
}

/// Who is asked for.
#[derive(Clone, Debug)]
enum WantedActor {
    /// Nobody: the text names none.
    Nobody,
    Office(WantedOffice),
}

/// When something is wanted to be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WantedDue {
    Standing(TaskStanding),
    /// From today on so many days.
    Ahead(u16),
    /// The last day lies in it.
    Within(Days),
}

/// What was found of offices in cells, by condition, words and what the words stand for: cells say the same again and again.
type OfficeMemo<'e> = HashMap<(usize, &'e str, Option<&'e str>), bool>;

impl RegisterFilter {
    /// Makes a filter of what was asked.
    ///
    /// # Errors
    ///
    /// Which condition says nothing, and where it stands.
    pub fn of(query: &Query, book: &OfficeBook) -> Result<Self, QueryError> {
        let mut filter = RegisterFilter { terms: query.terms().to_vec(), ..Self::default() };
        for asked in query.filters() {
            let condition = match &asked.rule {
                FilterRule::Task(key, value) => {
                    condition(*key, value, book).map_err(|problem| QueryError {
                        query: query.typed().to_owned(),
                        range: asked.range.clone(),
                        problem,
                    })?
                }
                FilterRule::Role(role) => RowCondition::Series(*role, None),
                FilterRule::Series(role, number) => RowCondition::Series(*role, *number),
                FilterRule::Year(years) => RowCondition::Year(*years),
                FilterRule::Date(days) => RowCondition::Date(*days),
                // `Query::parse_tasks` refuses them.
                FilterRule::Speaker(_) | FilterRule::Kind(_) | FilterRule::Format(_) => continue,
            };
            filter.conditions.push((asked.sign, condition));
        }
        Ok(filter)
    }

    /// Adds a condition, as its option on the command line gives it.
    ///
    /// # Errors
    ///
    /// Why its value says nothing.
    pub fn require(
        &mut self,
        key: TaskKey,
        value: &str,
        book: &OfficeBook,
    ) -> Result<(), QueryProblem> {
        self.conditions.push((TermSign::With, condition(key, value, book)?));
        Ok(())
    }

    /// Tells whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.terms.is_empty()
    }

    /// Returns which of the rows are wanted, in their order.
    pub fn keep(&self, entries: &[RegisterEntry], today: Date) -> Vec<usize> {
        let mut memo = OfficeMemo::new();
        let wanted = |index: &usize| self.holds(&entries[*index], today, &mut memo);
        (0..entries.len()).filter(wanted).collect()
    }

    /// Tells whether a row is wanted.
    pub fn admits(&self, entry: &RegisterEntry, today: Date) -> bool {
        self.holds(entry, today, &mut OfficeMemo::new())
    }

    fn holds<'e>(&self, entry: &'e RegisterEntry, today: Date, memo: &mut OfficeMemo<'e>) -> bool {
        self.conditions.iter().enumerate().all(|(index, (sign, condition))| {
            let mut is_in = |office: &WantedOffice, cell: &'e RegisterCell| -> bool {
                *memo
                    .entry((index, cell.text.as_str(), cell.expansion.as_deref()))
                    .or_insert_with(|| office.fit_any(cell.names()).is_some())
            };
            let holds = condition.holds(entry, today, &mut is_in);
            holds == (*sign == TermSign::With)
        }) && self.terms.iter().all(|term| {
            texts(entry).any(|text| term.pattern.is_in(text)) == (term.sign == TermSign::With)
        })
    }
}

impl RegisterRow {
    /// Tells whether and how offices are in charge of it, or carry it out.
    pub fn fit(&self, offices: &WantedOffice) -> Option<OfficeFit> {
        offices.fit_any(in_charge(self).flat_map(RegisterCell::names))
    }
}

impl RowCondition {
    fn holds<'e>(
        &self,
        entry: &'e RegisterEntry,
        today: Date,
        is_in: &mut dyn FnMut(&WantedOffice, &'e RegisterCell) -> bool,
    ) -> bool {
        let row = &entry.row;
        match self {
            RowCondition::Who(WantedActor::Nobody) => in_charge(row).next().is_none(),
            RowCondition::Who(WantedActor::Office(office)) => {
                in_charge(row).any(|cell| is_in(office, cell))
            }
            RowCondition::With(WantedActor::Nobody) => row.partners.is_empty(),
            RowCondition::With(WantedActor::Office(office)) => {
                row.partners.iter().any(|cell| is_in(office, cell))
            }
            RowCondition::Due(due) => due.holds(entry, today),
            RowCondition::State(state) => entry.status.state == *state,
            RowCondition::Cites(document) => {
                row.documents.iter().any(|(cell, number)| document.is(cell, number.as_deref()))
            }
            RowCondition::Series(role, number) => series_of(&row.address)
                .is_some_and(|(of, its)| of == *role && number.is_none_or(|wanted| wanted == its)),
            RowCondition::Year(years) => {
                row.speech.date.is_some_and(|date| years.contains(date.year()))
            }
            RowCondition::Date(days) => row.speech.date.is_some_and(|date| days.contains(date)),
        }
    }
}

impl WantedDue {
    fn parse(value: &str) -> Result<Self, QueryProblem> {
        let folded: String =
            fold(value).chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect();
        let name = QueryWords::Due.find(value);
        let standing = TaskStanding::ALL.into_iter().find(|standing| name == Some(standing.name()));
        let days = folded.strip_suffix("ngay").or_else(|| folded.strip_suffix('d'));
        match (standing, days.and_then(|days| days.parse().ok())) {
            (Some(standing), _) => Ok(WantedDue::Standing(standing)),
            (None, Some(days)) => Ok(WantedDue::Ahead(days)),
            (None, None) => Days::parse(value)
                .map(WantedDue::Within)
                .map_err(|_| QueryProblem::NoDue { typed: value.to_owned() }),
        }
    }

    fn holds(self, entry: &RegisterEntry, today: Date) -> bool {
        let last = entry.row.deadline.as_ref().and_then(|deadline| deadline.last_day());
        match self {
            WantedDue::Standing(standing) => TaskStanding::of(entry, today) == standing,
            WantedDue::Ahead(days) => {
                let ahead = last.map(|last| last.days_since(today));
                let is_open = TaskStanding::of(entry, today) != TaskStanding::Settled;
                is_open && ahead.is_some_and(|ahead| (0..=i64::from(days)).contains(&ahead))
            }
            WantedDue::Within(days) => last.is_some_and(|last| days.contains(last)),
        }
    }
}

fn condition(key: TaskKey, value: &str, book: &OfficeBook) -> Result<RowCondition, QueryProblem> {
    if value.trim().is_empty() {
        return Err(QueryProblem::NoValue { key: key.name() });
    }
    Ok(match key {
        TaskKey::Who => RowCondition::Who(actor(value, book)?),
        TaskKey::With => RowCondition::With(actor(value, book)?),
        TaskKey::Due => RowCondition::Due(WantedDue::parse(value)?),
        TaskKey::State => RowCondition::State(state(value)?),
        TaskKey::Cites => RowCondition::Cites(WantedDocument::new(value)),
    })
}

fn actor(value: &str, book: &OfficeBook) -> Result<WantedActor, QueryProblem> {
    Ok(match QueryWords::Offices.find(value) {
        Some("none") => WantedActor::Nobody,
        Some(_) => WantedActor::Office(book.mine().ok_or(QueryProblem::NoneMine)?),
        None => WantedActor::Office(book.wanted(value)),
    })
}

fn state(value: &str) -> Result<TaskState, QueryProblem> {
    QueryWords::States
        .find(value)
        .and_then(TaskState::from_name)
        .ok_or_else(|| QueryProblem::NoState { typed: value.to_owned() })
}

/// Returns who is in charge of a row and who carries it out.
fn in_charge(row: &RegisterRow) -> impl Iterator<Item = &RegisterCell> {
    row.actors.iter().chain(&row.executors)
}

/// Returns the list that an address leads to: "nv2.3" to the second of tasks.
fn series_of(address: &str) -> Option<(Role, u32)> {
    let code = address.split('.').next()?;
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = code[letters.len()..].parse().unwrap_or(1);
    Some((Role::from_code(letters)?, number))
}

/// Returns the texts that words are looked for in.
fn texts(entry: &RegisterEntry) -> impl Iterator<Item = &str> {
    let row = &entry.row;
    let cells = in_charge(row).chain(&row.partners).chain(&row.report_to);
    let said = [entry.status.note.as_deref(), entry.status.proof.as_deref()];
    let of = [Some(row.speech.title.as_str()), row.speech.number.as_deref()];
    let deadline = row.deadline.as_ref().map(|deadline| &deadline.cell);
    std::iter::once(row.task.as_str())
        .chain(cells.chain(deadline).map(|cell| cell.text.as_str()))
        .chain(of.into_iter().chain(said).flatten())
}
