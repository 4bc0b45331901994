//! Rows of the register as JSON for programs.

use crate::register::deadline::{Basis, Due};
use crate::register::{
    OfficeFit, RegisterCell, RegisterDeadline, RegisterEntry, RegisterRow, TaskStanding,
};
use crate::speech::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// A row in JSON.
#[derive(Debug, Serialize)]
pub struct RegisterRowJson<'a> {
    id: &'a str,
    speech: &'a str,
    title: &'a str,
    number: Option<&'a str>,
    date: Option<String>,
    path: Option<String>,
    /// The address of its item with the speech; null outside of items.
    address: Option<String>,
    line: u32,
    start: usize,
    end: usize,
    task: &'a str,
    /// The same, under the name that evaluations know it by.
    quote: &'a str,
    #[serde(flatten)]
    assignment: AssignmentJson<'a>,
    /// The date of the deadline, again: "2025-12-31".
    due: Option<String>,
    /// Its rhythm, again.
    recurs: Option<&'static str>,
    /// The numbers of the documents.
    numbers: Vec<&'a str>,
    state: &'static str,
    on: Option<String>,
    proof: Option<&'a str>,
    note: Option<&'a str>,
    /// The deadline when the state was set, if it is another now.
    was_due: Option<&'a str>,
    standing: &'static str,
    /// Whether an office of the user's is in charge: "named", or "shared" as one of a group.
    mine: Option<&'static str>,
}

/// What assignments say, each with its place.
#[derive(Debug, Default, Serialize)]
pub struct AssignmentJson<'a> {
    actors: Vec<CellJson<'a>>,
    executors: Vec<CellJson<'a>>,
    partners: Vec<CellJson<'a>>,
    deadline: Option<DueJson<'a>>,
    targets: Vec<CellJson<'a>>,
    documents: Vec<DocumentJson<'a>>,
    report_to: Vec<CellJson<'a>>,
}

/// Words of a text and their place: the 1-based line, the bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct CellJson<'a> {
    text: &'a str,
    /// "text" where they are the row's own, "above" where they stand in a lead-in or heading.
    from: &'static str,
    line: u32,
    start: usize,
    end: usize,
    /// What they stand for, where the text itself says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    expansion: Option<&'a str>,
}

/// By when.
#[derive(Debug, Serialize)]
struct DueJson<'a> {
    text: &'a str,
    line: u32,
    start: usize,
    end: usize,
    due: Option<String>,
    from: Option<String>,
    to: Option<String>,
    recurs: Option<&'static str>,
    edge: &'static str,
    year_inferred: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

#[derive(Debug, Serialize)]
struct DocumentJson<'a> {
    #[serde(flatten)]
    cell: CellJson<'a>,
    number: Option<&'a str>,
}

impl<'a> RegisterRowJson<'a> {
    /// Makes it of a row as it stands on a day.
    pub fn of(entry: &'a RegisterEntry, today: Date) -> Self {
        let RegisterEntry { row, status } = entry;
        let due = row.deadline.as_ref().map(|deadline| &deadline.due);
        RegisterRowJson {
            id: &row.id,
            speech: &row.speech.id,
            title: &row.speech.title,
            number: row.speech.number.as_deref(),
            date: row.speech.date.map(|date| date.to_string()),
            path: row.speech.path.as_ref().map(|path| path.to_string_lossy().into_owned()),
            address: (!row.address.is_empty())
                .then(|| format!("{}/{}", row.speech.id, row.address)),
            line: row.line,
            start: row.range.start.get(),
            end: row.range.end.get(),
            task: &row.task,
            quote: &row.task,
            assignment: AssignmentJson::of([row]),
            due: due.and_then(Due::iso),
            recurs: due.and_then(Due::rhythm).map(|rhythm| rhythm.name()),
            numbers: row.documents.iter().filter_map(|(_, number)| number.as_deref()).collect(),
            state: status.state.name(),
            on: status.on.map(|on| on.to_string()),
            proof: status.proof.as_deref(),
            note: status.note.as_deref(),
            was_due: status.was_due.as_deref(),
            standing: TaskStanding::of(entry, today).name(),
            mine: None,
        }
    }

    /// Says how it is the user's.
    pub fn marked(self, fit: Option<OfficeFit>) -> Self {
        let mine = fit.map(|fit| match fit {
            OfficeFit::Named => "named",
            OfficeFit::Shared => "shared",
        });
        RegisterRowJson { mine, ..self }
    }
}

impl<'a> AssignmentJson<'a> {
    /// Gathers what rows say, each thing once; of several deadlines the first.
    pub fn of(rows: impl IntoIterator<Item = &'a RegisterRow>) -> Self {
        let mut all = AssignmentJson::default();
        let mut numbers = BTreeSet::new();
        for row in rows {
            let gather = |to: &mut Vec<CellJson<'a>>, cells: &'a [RegisterCell]| {
                for cell in cells {
                    let cell = CellJson::of(row, cell);
                    if !to.contains(&cell) {
                        to.push(cell);
                    }
                }
            };
            gather(&mut all.actors, &row.actors);
            gather(&mut all.executors, &row.executors);
            gather(&mut all.partners, &row.partners);
            gather(&mut all.targets, &row.targets);
            gather(&mut all.report_to, &row.report_to);
            for (cell, number) in &row.documents {
                if numbers.insert(cell.range.start.get()) {
                    let cell = CellJson::of(row, cell);
                    all.documents.push(DocumentJson { cell, number: number.as_deref() });
                }
            }
            all.deadline = all.deadline.or(row.deadline.as_ref().map(DueJson::of));
        }
        all
    }
}

impl<'a> CellJson<'a> {
    fn of(row: &RegisterRow, cell: &'a RegisterCell) -> Self {
        CellJson {
            text: &cell.text,
            from: if row.is_above(cell) { "above" } else { "text" },
            line: cell.line,
            start: cell.range.start.get(),
            end: cell.range.end.get(),
            expansion: cell.expansion.as_deref(),
        }
    }
}

impl<'a> DueJson<'a> {
    fn of(deadline: &'a RegisterDeadline) -> Self {
        let (from, to) = match &deadline.due {
            Due::Span(from, to) => (Some(*from), *to),
            _ => (None, None),
        };
        DueJson {
            text: &deadline.cell.text,
            line: deadline.cell.line,
            start: deadline.cell.range.start.get(),
            end: deadline.cell.range.end.get(),
            due: deadline.due.iso(),
            from: from.map(|date| date.to_string()),
            to: to.map(|date| date.to_string()),
            recurs: deadline.due.rhythm().map(|rhythm| rhythm.name()),
            edge: deadline.edge.name(),
            year_inferred: deadline.basis == Basis::Inferred,
            corrected: deadline.basis == Basis::Corrected,
        }
    }
}
