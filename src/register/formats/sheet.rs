//! A row of the register as cells of words: what a table for people shows.

use super::handed_out::HandedOut;
use crate::i18n::{Arg, Messages};
use crate::register::deadline::Basis;
use crate::register::{
    GroupHead, RegisterCell, RegisterEntry, RegisterRow, RowGroup, TaskStanding, TaskState,
};
use crate::speech::Date;
use std::collections::HashSet;

/// Rows of the register to be written, in groups.
#[derive(Clone, Copy)]
pub struct RegisterSheet<'a> {
    /// All rows.
    pub entries: &'a [RegisterEntry],
    /// Their groups, or one without a head.
    pub groups: &'a [SheetGroup],
    /// The day on which they are written.
    pub today: Date,
    /// In which language.
    pub messages: &'a Messages,
}

/// Rows under a head.
pub type SheetGroup = (Option<GroupHead>, Vec<usize>);

/// A column of a table of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetColumn {
    /// The number of the row in the table.
    Number,
    /// Its words.
    Task,
    /// Who is in charge, and who carries it out.
    Actors,
    /// Who takes part.
    Partners,
    /// By when, in words.
    Deadline,
    /// The last day.
    DueDate,
    /// Figures to be reached.
    Targets,
    /// Who gets a report.
    ReportTo,
    /// What it is on the basis of.
    Documents,
    /// The document that it is in.
    Speech,
    /// Where in the document.
    Place,
    /// How far it is.
    State,
    /// What proves it.
    Proof,
    /// What the user noted.
    Note,
    /// Its permanent name.
    Id,
    /// What was handed out, by which a table that comes back is compared; see [`HandedOut`].
    HandedOut,
}

impl SheetColumn {
    /// Every column, in order.
    pub const ALL: [SheetColumn; 16] = [
        SheetColumn::Number,
        SheetColumn::Task,
        SheetColumn::Actors,
        SheetColumn::Partners,
        SheetColumn::Deadline,
        SheetColumn::DueDate,
        SheetColumn::Targets,
        SheetColumn::ReportTo,
        SheetColumn::Documents,
        SheetColumn::Speech,
        SheetColumn::Place,
        SheetColumn::State,
        SheetColumn::Proof,
        SheetColumn::Note,
        SheetColumn::Id,
        SheetColumn::HandedOut,
    ];

    /// Returns the id of the message that is its head.
    pub fn message(self) -> &'static str {
        match self {
            SheetColumn::Number => "sheet-number",
            SheetColumn::Task => "sheet-task",
            SheetColumn::Actors => "sheet-actors",
            SheetColumn::Partners => "sheet-partners",
            SheetColumn::Deadline => "sheet-deadline",
            SheetColumn::DueDate => "sheet-due-date",
            SheetColumn::Targets => "sheet-targets",
            SheetColumn::ReportTo => "sheet-report-to",
            SheetColumn::Documents => "sheet-documents",
            SheetColumn::Speech => "sheet-speech",
            SheetColumn::Place => "sheet-place",
            SheetColumn::State => "sheet-state",
            SheetColumn::Proof => "sheet-proof",
            SheetColumn::Note => "sheet-note",
            SheetColumn::Id => "sheet-id",
            SheetColumn::HandedOut => "sheet-handed-out",
        }
    }

    /// Returns what it says of a row. The number and the date are the table's own.
    pub fn words(self, entry: &RegisterEntry, messages: &Messages) -> String {
        let row = &entry.row;
        match self {
            SheetColumn::Number => String::new(),
            SheetColumn::Task => row.task.clone(),
            SheetColumn::Actors => actors(row, messages),
            SheetColumn::Partners => cells(row, &row.partners, messages),
            SheetColumn::Deadline => deadline(row, messages),
            SheetColumn::DueDate => due_date(row).map(|date| date.to_string()).unwrap_or_default(),
            SheetColumn::Targets => cells(row, &row.targets, messages),
            SheetColumn::ReportTo => cells(row, &row.report_to, messages),
            SheetColumn::Documents => {
                let texts: Vec<&str> =
                    row.documents.iter().map(|(cell, _)| cell.text.as_str()).collect();
                texts.join("; ")
            }
            SheetColumn::Speech => speech(row, messages),
            SheetColumn::Place => place(row, messages),
            SheetColumn::State => state_words(entry.status.state, messages),
            SheetColumn::Proof => entry.status.proof.clone().unwrap_or_default(),
            SheetColumn::Note => entry.status.note.clone().unwrap_or_default(),
            SheetColumn::Id => row.id.clone(),
            SheetColumn::HandedOut => HandedOut::of(entry).to_string(),
        }
    }
}

impl<'a> RegisterSheet<'a> {
    /// Returns the rows in the order of their groups, each once.
    pub fn rows(&self) -> impl Iterator<Item = &'a RegisterEntry> {
        let mut seen = HashSet::new();
        let entries = self.entries;
        let all = self.groups.iter().flat_map(|(_, rows)| rows);
        all.filter(move |index| seen.insert(**index)).map(move |index| &entries[*index])
    }

    /// Tells whether all rows are of one speech, which then need not be said of each.
    pub fn is_of_one_speech(&self) -> bool {
        self.entries.windows(2).all(|pair| pair[0].row.speech.id == pair[1].row.speech.id)
    }
}

/// Puts groups under their heads.
pub fn headed(groups: Vec<RowGroup>) -> Vec<SheetGroup> {
    groups.into_iter().map(|group| (Some(group.head), group.rows)).collect()
}

/// Says how far an assignment is.
pub fn state_words(state: TaskState, messages: &Messages) -> String {
    messages.get(match state {
        TaskState::Open => "task-state-open",
        TaskState::Doing => "task-state-doing",
        TaskState::Done => "task-state-done",
        TaskState::NotMine => "task-state-not-mine",
    })
}

/// Says how assignments stand on a day.
pub fn standing_words(standing: TaskStanding, messages: &Messages) -> String {
    messages.get(match standing {
        TaskStanding::Overdue => "standing-overdue",
        TaskStanding::Soon => "standing-soon",
        TaskStanding::Later => "standing-later",
        TaskStanding::Rhythm => "standing-rhythm",
        TaskStanding::Fuzzy => "standing-fuzzy",
        TaskStanding::Undated => "standing-none",
        TaskStanding::PastWhenIssued => "standing-past",
        TaskStanding::Settled => "standing-settled",
    })
}

/// Says what the rows of a group have in common.
pub fn group_words(head: &GroupHead, messages: &Messages) -> String {
    match head {
        GroupHead::Standing(standing) => standing_words(*standing, messages),
        GroupHead::Office(Some(office)) => office.clone(),
        GroupHead::Office(None) => messages.get("sheet-no-office"),
        GroupHead::Speech(speech) => {
            let date = speech.date.map(|date| messages.date(date));
            let facts = [Some(speech.title.clone()), speech.number.clone(), date];
            facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    }
}

/// Returns the last day, as far as one is known.
pub(super) fn due_date(row: &RegisterRow) -> Option<Date> {
    row.deadline.as_ref().and_then(|deadline| deadline.last_day())
}

/// Says who is in charge and, behind an arrow, who carries it out.
pub(super) fn actors(row: &RegisterRow, messages: &Messages) -> String {
    let mut words = match row.actors.as_slice() {
        [] => messages.get("sheet-no-office"),
        actors => cells(row, actors, messages),
    };
    if !row.executors.is_empty() {
        words.push_str(" → ");
        words.push_str(&cells(row, &row.executors, messages));
    }
    words
}

/// Says the words of cells; of those above the row, where they stand.
pub(super) fn cells(row: &RegisterRow, cells: &[RegisterCell], messages: &Messages) -> String {
    let words = |cell: &RegisterCell| match row.is_above(cell) {
        true => {
            let line = messages.with("sheet-above", &[("line", line(cell.line))]);
            format!("{} ({line})", cell.text)
        }
        false => cell.text.clone(),
    };
    cells.iter().map(words).collect::<Vec<_>>().join("; ")
}

/// Says by when, and what of it is inferred.
pub(super) fn deadline(row: &RegisterRow, messages: &Messages) -> String {
    let Some(deadline) = &row.deadline else { return String::new() };
    let words = cells(row, std::slice::from_ref(&deadline.cell), messages);
    match deadline.basis {
        Basis::Stated => return words,
        Basis::Corrected => return format!("{words} ({})", messages.get("sheet-corrected")),
        Basis::Inferred => {}
    }
    let year = due_date(row).map(|date| date.year().to_string());
    let why = match (year, row.speech.date) {
        (Some(year), Some(base)) => messages
            .with("sheet-inferred", &[("year", year.into()), ("date", messages.date(base).into())]),
        _ => messages.get("sheet-no-base"),
    };
    format!("{words} ({why})")
}

/// Says which speech it is: its number, else its title, and its day.
fn speech(row: &RegisterRow, messages: &Messages) -> String {
    let name = row.speech.number.as_ref().unwrap_or(&row.speech.title);
    match row.speech.date {
        Some(date) => format!("{name} ({})", messages.date(date)),
        None => name.clone(),
    }
}

/// Says where in the speech it is: the address of its item, and the line.
pub(super) fn place(row: &RegisterRow, messages: &Messages) -> String {
    let line = messages.with("sheet-line", &[("line", line(row.line))]);
    match row.address.as_str() {
        "" => line,
        address => format!("{address}, {line}"),
    }
}

/// Returns the number of a line as a message takes it: as text, for it is no count.
fn line(number: u32) -> Arg<'static> {
    number.to_string().into()
}
