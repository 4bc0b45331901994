//! From what is kept of assignments to the rows that it is about, in a text that may have changed.
//!
//! A state on a wrong assignment is worse than none: what could be of several rows, or of a row that another record
//! knows better, is of none, and is told as such.

use super::kept::KeptTask;
use super::row::RegisterRow;
use super::state::{RegisterEntry, TaskStatus};
use crate::speech::anchor::{Finder, PlaceState};
use crate::speech::{Home, Identity, Kinship, RecordedSpeech, Speech};
use crate::text::{TextPos, TextRange};
use std::collections::HashMap;

/// How much of a passage and a row, in per cent, is the same where they are one assignment.
const AGREES: usize = 70;

/// The rows of a speech with what was said of them, and what was said of rows that are no longer there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrackedRegister {
    /// All rows, in the order of the text.
    pub entries: Vec<RegisterEntry>,
    /// What has no row: the words are gone or could be several, or they are there and tell no assignment any more.
    pub strays: Vec<StrayTask>,
}

/// What was said of an assignment that has no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrayTask {
    /// What is kept.
    pub kept: KeptTask,
    /// What became of its words.
    pub place: PlaceState,
}

/// The text that rows were read from.
#[derive(Clone, Copy)]
pub enum TrackedText<'a> {
    /// The whole of it.
    Open(&'a Speech),
    /// Its fingerprint: what was said of another text is not looked for.
    Known(&'a str),
}

/// Picks the records that are of a speech. `home` tells what has become of the file that a record was made in.
pub fn kept_of<'k>(
    speech: &Speech,
    kept: &'k [KeptTask],
    home: &dyn Fn(&RecordedSpeech<'_>) -> Home,
) -> Vec<&'k KeptTask> {
    let identity = Identity::of(speech);
    let is_of =
        |known: &RecordedSpeech<'_>| identity.kinship(known, || home(known)) != Kinship::Other;
    kept.iter().filter(|task| is_of(&task.speech.known())).collect()
}

/// Finds the rows that records of their speech are about: in the text that a record was made for by the place, in
/// another by its words. Of two records of one row the one whose words are surer has it, else the later one.
pub fn track(rows: Vec<RegisterRow>, kept: &[&KeptTask], text: TrackedText<'_>) -> TrackedRegister {
    let fingerprint = match text {
        TrackedText::Open(speech) => &speech.fingerprint,
        TrackedText::Known(fingerprint) => fingerprint,
    };
    let finder = match text {
        TrackedText::Open(speech) => Some(Finder::new(speech)),
        TrackedText::Known(_) => None,
    };
    let mut holders: HashMap<usize, (PlaceState, &KeptTask)> = HashMap::new();
    let mut strays = Vec::new();
    for task in kept {
        let (place, row) = if task.speech.fingerprint == *fingerprint {
            (PlaceState::Same, row_of(&rows, task.anchor.range))
        } else if let Some(finder) = &finder {
            let place = finder.place(&task.anchor);
            (place.state(), place.range().and_then(|range| row_of(&rows, range)))
        } else {
            (PlaceState::Uncertain, None)
        };
        let Some(row) = row else {
            strays.push((*task, place));
            continue;
        };
        let before = holders.get(&row);
        if before.is_some_and(|(better, _)| *better < place) {
            strays.push((*task, PlaceState::Uncertain));
        } else if let Some((_, worse)) = holders.insert(row, (place, task)) {
            strays.push((worse, PlaceState::Uncertain));
        }
    }
    strays.retain(|(task, _)| task.says_something());
    let status = |at: usize, row: &RegisterRow| match holders.get(&at) {
        Some((place, task)) => {
            TaskStatus { place: Some(*place), ..task.status(row.due_text().as_deref()) }
        }
        None => TaskStatus::default(),
    };
    let statuses: Vec<TaskStatus> =
        rows.iter().enumerate().map(|(at, row)| status(at, row)).collect();
    TrackedRegister {
        entries: rows
            .into_iter()
            .zip(statuses)
            .map(|(row, status)| RegisterEntry { row, status })
            .collect(),
        strays: strays
            .into_iter()
            .map(|(task, place)| StrayTask { kept: task.clone(), place })
            .collect(),
    }
}

/// Gives rows that were tracked before what is kept now, without their texts: rows keep the records that they had, and
/// a new record is of the row that it was made for.
pub fn retrack<'e>(entries: impl Iterator<Item = &'e mut RegisterEntry>, kept: &[KeptTask]) {
    let by_id: HashMap<&str, &KeptTask> =
        kept.iter().map(|task| (task.id.as_str(), task)).collect();
    let by_place: HashMap<(&str, TextPos), &KeptTask> =
        kept.iter().map(|task| (task.place(), task)).collect();
    for RegisterEntry { row, status } in entries {
        let known = status.kept.as_deref().and_then(|id| by_id.get(id));
        let new = || by_place.get(&(row.speech.fingerprint.as_str(), row.range.start));
        *status = match (known, status.place) {
            (Some(task), Some(place)) if task.speech.fingerprint != row.speech.fingerprint => {
                TaskStatus { place: Some(place), ..task.status(row.due_text().as_deref()) }
            }
            _ => known.or_else(new).map_or_else(TaskStatus::default, |task| TaskStatus {
                place: Some(PlaceState::Same),
                ..task.status(row.due_text().as_deref())
            }),
        };
    }
}

/// Finds the row of a passage: the one of nearly the same words, else the one that begins there and is mostly of it.
fn row_of(rows: &[RegisterRow], range: TextRange) -> Option<usize> {
    let common = |row: &RegisterRow| row.range.intersection(range).map_or(0, TextRange::len);
    let agrees = |row: &RegisterRow| 100 * common(row) >= AGREES * row.range.union(range).len();
    let begins =
        |row: &RegisterRow| row.range.start == range.start && 2 * common(row) > row.range.len();
    rows.iter().position(agrees).or_else(|| rows.iter().position(begins))
}
