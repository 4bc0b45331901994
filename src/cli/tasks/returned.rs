//! `dienvan tasks import`: states, proofs and notes of a table that was handed round and came back.
//!
//! A row is known by its id. What the user said meanwhile is not overwritten, nor is anything said of a deadline that is another
//! now, unless that is wished: both are told.

use super::asked::day;
use super::reading::RegisterReading;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::i18n::Messages;
use crate::library::files::OpenError;
use crate::register::formats::{ReturnedRow, returned, state_words};
use crate::register::{RegisterEntry, TaskEdit, TaskState, TaskWish};
use crate::runtime::today;
use crate::speech::Date;
use crate::text::printable;
use crate::text::width::truncate;
use clap::Args;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// How much of a task is shown, in cells.
const SHOWN: usize = 60;

/// Which table comes back, and what becomes of it.
#[derive(Clone, Debug, Args)]
pub(super) struct ReturnedArgs {
    /// The table, an XLSX or CSV file.
    #[arg(value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
    /// Whether to tell only what would be kept.
    #[arg(long)]
    dry_run: bool,
    /// Whether what the user said meanwhile is replaced.
    #[arg(long)]
    force: bool,
    /// The day that is taken for today.
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
}

/// What becomes of a row of the table.
enum Arrival<'a> {
    /// It says what is kept already.
    Known,
    /// It says something new.
    Taken(Vec<TaskEdit>, &'a RegisterEntry),
    /// It is not taken: the id of the message that says why, and what the message speaks of.
    Refused(&'static str, String),
}

impl ReturnedArgs {
    /// Keeps what the table says, and tells of each row of which it says something new.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let day_of_change = self.today.as_deref().map_or_else(|| Ok(today()), day)?;
        let bytes = fs::read(&self.file)
            .map_err(|source| CliError::Open(OpenError::Io { path: self.file.clone(), source }))?;
        let rows =
            returned(&bytes).map_err(|reason| CliError::NotATable(self.file.clone(), reason))?;
        let entries = entries_of(&rows, setup)?;
        let (mut wishes, mut taken, mut known, mut refused) = (Vec::new(), Vec::new(), 0_usize, 0);
        for row in &rows {
            match self.arrival(row, &entries, day_of_change) {
                Arrival::Known => known += 1,
                Arrival::Taken(edits, entry) => {
                    taken.push(said(&edits, entry, &setup.messages));
                    wishes.extend(edits.into_iter().map(|edit| TaskWish {
                        entry: entry.clone(),
                        edit,
                        speech: None,
                    }));
                }
                Arrival::Refused(id, what) => {
                    refused += 1;
                    let args = [
                        ("line", row.line.to_string().into()),
                        ("id", printable(&row.id).into()),
                        ("what", printable(&what).into()),
                    ];
                    crate::cli::output::complain(&setup.messages.with(id, &args));
                }
            }
        }
        if !self.dry_run && !wishes.is_empty() {
            let kept = setup.library.keep_tasks(wishes).map_err(CliError::Task)?;
            setup.tell(&kept.notices);
        }
        for line in &taken {
            writeln!(out, "{line}")?;
        }
        let id = if self.dry_run { "returned-trial" } else { "returned-done" };
        let counts = [("taken", taken.len().into()), ("known", known.into())];
        writeln!(out, "{}", setup.messages.with(id, &counts))?;
        match refused {
            0 => Ok(()),
            refused => Err(CliError::TasksNotTaken(refused).into()),
        }
    }

    fn arrival<'a>(
        &self,
        row: &ReturnedRow,
        entries: &'a HashMap<String, RegisterEntry>,
        today: Date,
    ) -> Arrival<'a> {
        let Some(entry) = entries.get(&row.id) else {
            return Arrival::Refused("returned-unknown", String::new());
        };
        let state = match &row.state {
            None => entry.status.state,
            Some(Ok(state)) => *state,
            Some(Err(words)) => return Arrival::Refused("returned-no-state", words.clone()),
        };
        let edits = edits(row, state, entry, today);
        if edits.is_empty() {
            return Arrival::Known;
        }
        match conflict(row, entry).filter(|_| !self.force) {
            Some(id) => Arrival::Refused(id, shown(entry)),
            None => Arrival::Taken(edits, entry),
        }
    }
}

/// Returns the rows of the library that a table speaks of, by their ids.
fn entries_of(
    rows: &[ReturnedRow],
    setup: &Setup,
) -> anyhow::Result<HashMap<String, RegisterEntry>> {
    let ids: HashSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut entries = HashMap::new();
    RegisterReading::new(setup)?.each(&[], &mut |of_one| {
        let wanted = of_one.into_iter().filter(|entry| ids.contains(entry.row.id.as_str()));
        entries.extend(wanted.map(|entry| (entry.row.id.clone(), entry)));
        Ok(())
    })?;
    Ok(entries)
}

/// Returns what a table says anew.
fn edits(row: &ReturnedRow, state: TaskState, entry: &RegisterEntry, today: Date) -> Vec<TaskEdit> {
    let mut edits = Vec::new();
    let status = &entry.status;
    if state != status.state {
        edits.push(TaskEdit::said(state, today));
    }
    let written = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    if let Some(proof) = row.proof.as_ref().map(written)
        && proof != status.proof
    {
        edits.push(TaskEdit::SetProof(proof));
    }
    if let Some(note) = row.note.as_ref().map(written)
        && note != status.note
    {
        edits.push(TaskEdit::SetNote(note));
    }
    edits
}

/// Returns the id of the message that says why a row may be overtaken, if it may.
fn conflict(row: &ReturnedRow, entry: &RegisterEntry) -> Option<&'static str> {
    match &row.handed_out {
        Some(then) if !then.has_deadline_of(entry) => Some("returned-deadline"),
        Some(then) if !then.has_status_of(entry) => Some("returned-overtaken"),
        Some(_) => None,
        // Nobody knows what the table was made of.
        None => {
            let status = &entry.status;
            let says =
                status.state != TaskState::Open || status.proof.is_some() || status.note.is_some();
            says.then_some("returned-overtaken")
        }
    }
}

/// Says what is taken of a row.
fn said(edits: &[TaskEdit], entry: &RegisterEntry, messages: &Messages) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let parts: Vec<String> = edits
        .iter()
        .map(|edit| match edit {
            TaskEdit::SetState(state, _) => {
                let before = state_words(entry.status.state, messages);
                format!("{before} → {}", state_words(*state, messages))
            }
            TaskEdit::SetProof(proof) => {
                format!("{}: {}", messages.get("sheet-proof"), text(proof))
            }
            TaskEdit::SetNote(note) => format!("{}: {}", messages.get("sheet-note"), text(note)),
        })
        .collect();
    let line = format!("{}  {}  {}", entry.row.id, shown(entry), parts.join(" · "));
    printable(&line.replace('\n', " ")).into_owned()
}

fn shown(entry: &RegisterEntry) -> String {
    truncate(&entry.row.task, SHOWN)
}
