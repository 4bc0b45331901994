//! A row of the register: an assignment with its words, as lists, files and other programs have it.
//!
//! A row is made once, from the text, and then read without it: the library keeps the rows of all its speeches.

use super::assignment::Assignment;
use super::deadline::{Basis, Due, Edge};
use crate::speech::{Date, Speech};
use crate::text::TextRange;
use crate::text::fold::fold_into;
use std::path::PathBuf;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// How many of its first words tell an assignment from others: what is changed behind them, such as a date, leaves it its id.
const TELLING_WORDS: usize = 16;

/// The speech that rows are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterSpeech {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The number of the document.
    pub number: Option<String>,
    /// The day that dates without a year are read from.
    pub date: Option<Date>,
    /// Its file, if it is one.
    pub path: Option<PathBuf>,
    /// The fingerprint of its text.
    pub fingerprint: String,
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// The speech, shared by its rows.
    pub speech: Arc<RegisterSpeech>,
    /// Its permanent name: 16 hexadecimal digits made of the speech and the first words.
    pub id: String,
    /// The address of the innermost item that it begins in, without the speech: "nv.3"; empty outside of items.
    pub address: String,
    /// The 1-based line where it begins.
    pub line: u32,
    /// Where it is in the text.
    pub range: TextRange,
    /// Its words on one line, verbatim.
    pub task: String,
    /// Those in charge.
    pub actors: Vec<RegisterCell>,
    /// Those who carry it out under them.
    pub executors: Vec<RegisterCell>,
    /// Those who take part.
    pub partners: Vec<RegisterCell>,
    /// By when.
    pub deadline: Option<RegisterDeadline>,
    /// Figures to be reached.
    pub targets: Vec<RegisterCell>,
    /// Documents cited, with the number where there is one.
    pub documents: Vec<(RegisterCell, Option<String>)>,
    /// Who gets a report.
    pub report_to: Vec<RegisterCell>,
}

/// Words of a cell, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterCell {
    /// The words on one line, verbatim.
    pub text: String,
    /// The 1-based line where they begin.
    pub line: u32,
    /// Where they are in the text; before the row's range where they stand above it.
    pub range: TextRange,
    /// What they stand for, where the text itself says that they are a short form.
    pub expansion: Option<String>,
}

impl RegisterCell {
    /// Returns the words, and what they stand for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.expansion.as_deref())
    }
}

/// A deadline with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterDeadline {
    /// The words, and where they stand.
    pub cell: RegisterCell,
    /// How the day bounds the work.
    pub edge: Edge,
    /// What the words mean in the calendar.
    pub due: Due,
    /// Whether the words tell all of the date.
    pub basis: Basis,
}

impl RegisterRow {
    /// Tells whether a cell's words stand above the row, in a lead-in or heading.
    pub fn is_above(&self, cell: &RegisterCell) -> bool {
        cell.range.start < self.range.start
    }

    /// Returns the deadline as ISO 8601 writes it, or the name of its rhythm; nothing where no day is known.
    pub fn due_text(&self) -> Option<String> {
        let due = &self.deadline.as_ref()?.due;
        due.iso().or_else(|| due.rhythm().map(|rhythm| rhythm.name().to_owned()))
    }
}

/// Makes the rows of a speech.
pub fn rows_of(speech: &Speech, assignments: &[Assignment]) -> Vec<RegisterRow> {
    let path = match &speech.origin {
        crate::speech::Origin::File(path) => Some(path.clone()),
        _ => None,
    };
    let of = Arc::new(RegisterSpeech {
        id: speech.id.to_string(),
        title: speech.meta.title.clone(),
        number: speech.meta.number.clone(),
        date: speech.meta.date.or(speech.meta.meeting_date),
        path,
        fingerprint: speech.fingerprint.clone(),
    });
    let mut seen = std::collections::HashMap::new();
    let mut rows = Vec::with_capacity(assignments.len());
    for assignment in assignments {
        let mut row = row(speech, &of, assignment);
        let count: &mut u32 = seen.entry(row.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            row.id = format!("{:016x}", xxh3_64(format!("{} {count}", row.id).as_bytes()));
        }
        rows.push(row);
    }
    rows
}

fn row(speech: &Speech, of: &Arc<RegisterSpeech>, assignment: &Assignment) -> RegisterRow {
    let cell = |range: &TextRange| RegisterCell {
        text: speech.line(*range),
        line: speech.line_at(range.start),
        range: *range,
        expansion: assignment.expansion_of(*range).map(|full| speech.line(full)),
    };
    let cells = |ranges: &[TextRange]| ranges.iter().map(cell).collect::<Vec<_>>();
    let task = speech.line(assignment.words);
    let address = assignment.item.map(|item| speech.outline.address(item).to_string());
    RegisterRow {
        speech: Arc::clone(of),
        id: id_of(&of.id, &task),
        address: address.unwrap_or_default(),
        line: speech.line_at(assignment.words.start),
        range: assignment.words,
        task,
        actors: cells(&assignment.actors),
        executors: cells(&assignment.executors),
        partners: cells(&assignment.partners),
        deadline: assignment.deadline.as_ref().map(|deadline| RegisterDeadline {
            cell: cell(&deadline.words),
            edge: deadline.edge,
            due: deadline.due.clone(),
            basis: deadline.basis,
        }),
        targets: cells(&assignment.targets),
        documents: assignment
            .documents
            .iter()
            .map(|document| (cell(&document.words), document.number.clone()))
            .collect(),
        report_to: cells(&assignment.report_to),
    }
}

/// Returns the name of an assignment that begins with these words.
fn id_of(speech: &str, task: &str) -> String {
    let mut words = format!("{speech} ");
    for word in task.split_whitespace().take(TELLING_WORDS) {
        fold_into(word, &mut words);
        words.push(' ');
    }
    format!("{:016x}", xxh3_64(words.as_bytes()))
}

impl RegisterDeadline {
    /// Returns the last day, if one is known.
    pub fn last_day(&self) -> Option<Date> {
        self.due.last_day()
    }
}
