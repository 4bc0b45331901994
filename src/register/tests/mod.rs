//! Rows, as tables of words, and what is asked of them.

mod cited;
mod corrected;
mod filter;
mod group;
mod kinds;
mod reading;

use super::deadline::{Basis, Due, Edge, Rhythm};
use super::row::{RegisterCell, RegisterDeadline, RegisterRow, RegisterSpeech};
use super::state::{RegisterEntry, TaskState, TaskStatus};
use crate::speech::Date;
use crate::text::TextRange;
use std::sync::Arc;

/// Makes rows of lines: `task | actors | partners | due | documents | state`, names parted by semicolons. What is due is a
/// day, `FROM/TO`, `FROM/..`, the name of a rhythm, `fuzzy`, or nothing.
pub(in crate::register) fn entries(lines: &[&str]) -> Vec<RegisterEntry> {
    let speech = Arc::new(speech("kl-1", "Kết luận về đất đai", "2025-06-02"));
    lines.iter().enumerate().map(|(index, line)| entry(&speech, line, index)).collect()
}

pub(in crate::register) fn speech(id: &str, title: &str, date: &str) -> RegisterSpeech {
    RegisterSpeech {
        id: id.to_owned(),
        title: title.to_owned(),
        number: Some("12-KL/TU".to_owned()),
        date: Date::parse_iso(date),
        path: None,
        fingerprint: String::new(),
    }
}

pub(in crate::register) fn entry(
    speech: &Arc<RegisterSpeech>,
    line: &str,
    index: usize,
) -> RegisterEntry {
    let mut parts = line.split('|').map(str::trim).chain(std::iter::repeat(""));
    let mut next = || parts.next().unwrap_or_default();
    let start = 1_000 * (index + 1);
    let cell = |text: &str| RegisterCell {
        text: text.to_owned(),
        line: u32::try_from(index).expect("few lines") + 1,
        range: TextRange::new(start, start + text.len()),
        expansion: None,
    };
    let cells = |text: &str| -> Vec<RegisterCell> {
        text.split(';').map(str::trim).filter(|name| !name.is_empty()).map(cell).collect()
    };
    let row = RegisterRow {
        speech: Arc::clone(speech),
        id: format!("{index:016x}"),
        address: format!("nv.{}", index + 1),
        line: u32::try_from(index).expect("few lines") + 1,
        range: TextRange::new(start, start + 500),
        task: next().to_owned(),
        actors: cells(next()),
        executors: Vec::new(),
        partners: cells(next()),
        deadline: deadline(next(), cell),
        targets: Vec::new(),
        documents: cells(next())
            .into_iter()
            .map(|cell| {
                let number = cell.text.split_whitespace().last().filter(|word| word.contains('-'));
                let number = number.map(str::to_owned);
                (cell, number)
            })
            .collect(),
        report_to: Vec::new(),
    };
    let state = TaskState::from_name(next()).unwrap_or_default();
    RegisterEntry { row, status: TaskStatus { state, ..TaskStatus::default() } }
}

fn deadline(text: &str, cell: impl Fn(&str) -> RegisterCell) -> Option<RegisterDeadline> {
    let date = Date::parse_iso;
    let due = match text {
        "" => return None,
        "fuzzy" => Due::Fuzzy,
        "monthly" => Due::Rhythm(Rhythm::Monthly),
        "weekly" => Due::Rhythm(Rhythm::Weekly),
        _ => match text.split_once('/') {
            Some((from, to)) => Due::Span(date(from)?, date(to)),
            None => Due::Day(date(text.trim_start_matches('~'))?),
        },
    };
    let basis = if text.starts_with('~') { Basis::Inferred } else { Basis::Stated };
    Some(RegisterDeadline { cell: cell(&format!("hạn {text}")), edge: Edge::Before, due, basis })
}
