//! `dienvan tasks done`, `doing`, `open`, `not-mine`: what the user says of assignments.

use super::asked::day;
use super::reading::RegisterReading;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::register::{RegisterEntry, TaskEdit, TaskState, TaskWish};
use crate::runtime::today;
use crate::speech::Speech;
use clap::{Args, Subcommand};
use std::ffi::OsString;

/// How many digits of an id name a row, at least and at most.
const FEWEST_DIGITS: usize = 6;
const DIGITS: usize = 16;

/// What is said of assignments.
#[derive(Clone, Debug, Subcommand)]
pub(in crate::cli) enum MarkCommand {
    Done(MarkArgs),
    Doing(MarkArgs),
    Open(MarkArgs),
    NotMine(MarkArgs),
}

/// Of which assignments it is said, and what else.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct MarkArgs {
    /// Ids of rows, or addresses that have one row.
    #[arg(required = true)]
    id: Vec<OsString>,
    /// A note; an empty one takes it away.
    #[arg(long)]
    note: Option<String>,
    /// What proves it; an empty one takes it away.
    #[arg(long)]
    proof: Option<String>,
    /// The day; today if there is none.
    #[arg(long)]
    on: Option<String>,
}

/// An assignment that is meant, and its speech where that is open.
struct Meant {
    entry: RegisterEntry,
    speech: Option<Box<Speech>>,
}

impl MarkCommand {
    /// Keeps what is said, of all or none.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let (state, args) = match self {
            MarkCommand::Done(args) => (TaskState::Done, args),
            MarkCommand::Doing(args) => (TaskState::Doing, args),
            MarkCommand::Open(args) => (TaskState::Open, args),
            MarkCommand::NotMine(args) => (TaskState::NotMine, args),
        };
        let said = match &args.on {
            Some(typed) => TaskEdit::SetState(state, Some(day(typed)?)),
            None => TaskEdit::said(state, today()),
        };
        let mut edits = vec![said];
        let text = |typed: &String| Some(typed.clone()).filter(|text| !text.trim().is_empty());
        edits.extend(args.note.as_ref().map(|note| TaskEdit::SetNote(text(note))));
        edits.extend(args.proof.as_ref().map(|proof| TaskEdit::SetProof(text(proof))));
        let meant = meant(&args.id, setup)?;
        let mut wishes = Vec::new();
        for Meant { entry, speech } in &meant {
            let (entry, speech) = (entry.clone(), speech.clone());
            let wish = |edit| TaskWish { entry: entry.clone(), edit, speech: speech.clone() };
            wishes.extend(edits.iter().cloned().map(wish));
        }
        let kept = setup.library.keep_tasks(wishes).map_err(CliError::Task)?;
        setup.mention(&kept.notices);
        table(setup, &meant, state).write(out)?;
        Ok(())
    }
}

/// Finds the assignments that are meant.
fn meant(words: &[OsString], setup: &Setup) -> anyhow::Result<Vec<Meant>> {
    let id_of = |word: &OsString| {
        let typed = word.to_str().filter(|_| !std::path::Path::new(word).exists())?;
        let is_id = (FEWEST_DIGITS..=DIGITS).contains(&typed.len())
            && typed.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_id.then(|| typed.to_ascii_lowercase())
    };
    let ids: Vec<String> = words.iter().filter_map(id_of).collect();
    let places: Vec<OsString> =
        words.iter().filter(|word| id_of(word).is_none()).cloned().collect();
    let reading = RegisterReading::new(setup)?;
    let mut found = Vec::new();
    if !ids.is_empty() {
        found.extend(by_ids(&ids, &reading)?);
    }
    for part in request::targets(&places, &setup.holdings())? {
        let entry = only(part.address(), reading.of(&part))?;
        found.push(Meant { entry, speech: Some(Box::new(part.speech)) });
    }
    Ok(found)
}

/// Finds the rows of the library whose ids begin so.
fn by_ids(ids: &[String], reading: &RegisterReading<'_>) -> anyhow::Result<Vec<Meant>> {
    let mut found: Vec<Vec<RegisterEntry>> = vec![Vec::new(); ids.len()];
    reading.each(&[], &mut |entries| {
        for entry in entries {
            for (id, found) in ids.iter().zip(&mut found) {
                if entry.row.id.starts_with(id.as_str()) {
                    found.push(entry.clone());
                }
            }
        }
        Ok(())
    })?;
    let meant = ids
        .iter()
        .zip(found)
        .map(|(id, found)| Ok(Meant { entry: only(id.clone(), found)?, speech: None }));
    meant.collect()
}

/// Returns the only row.
fn only(what: String, mut found: Vec<RegisterEntry>) -> Result<RegisterEntry, CliError> {
    match found.len() {
        0 => Err(CliError::UnknownTask(what)),
        1 => Ok(found.remove(0)),
        _ => {
            let candidate =
                |RegisterEntry { row, .. }: &RegisterEntry| format!("{}  {}", row.id, row.task);
            Err(CliError::ManyTasks { what, candidates: found.iter().map(candidate).collect() })
        }
    }
}

fn table(setup: &Setup, meant: &[Meant], state: TaskState) -> TextTable {
    let messages = &setup.messages;
    let header = ["column-id", "column-address", "column-state", "column-task"];
    let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 3);
    let state = messages.get(&format!("task-state-{}", state.name()));
    for Meant { entry: RegisterEntry { row, .. }, .. } in meant {
        let address = format!("{}/{}", row.speech.id, row.address);
        let address = address.trim_end_matches('/').to_owned();
        table.push(vec![row.id.clone(), address, state.clone(), row.task.clone()]);
    }
    table
}
