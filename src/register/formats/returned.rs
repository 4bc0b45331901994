//! A table that was handed round and came back → what it says of each row.
//!
//! Columns are known by their heads, in either language, wherever they stand; what is not known is left alone.

use super::handed_out::HandedOut;
use super::sheet::{SheetColumn, state_words};
use super::workbook_cells;
use crate::i18n::{Lang, Messages};
use crate::register::TaskState;
use crate::text::fold;

/// What a table says of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedRow {
    /// The line of the table, from 1.
    pub line: usize,
    /// The id of the row.
    pub id: String,
    /// How far it is; an error has the words that tell no state. Nothing where the table has no such column, or no word.
    pub state: Option<Result<TaskState, String>>,
    /// What proves it; empty where it was taken away, nothing where the table has no such column.
    pub proof: Option<String>,
    /// A note, likewise.
    pub note: Option<String>,
    /// How the row was when the table was written.
    pub handed_out: Option<HandedOut>,
}

/// Why a file is no table of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATable {
    /// It cannot be read as a workbook, or as comma-separated values in UTF-8.
    Unreadable,
    /// It has no column of ids.
    NoIds,
}

/// Reads a workbook or comma-separated values.
///
/// # Errors
///
/// When it is neither, or tells no ids.
pub fn returned(bytes: &[u8]) -> Result<Vec<ReturnedRow>, NotATable> {
    let lines = match bytes.starts_with(b"PK") {
        true => workbook_cells::lines(bytes).ok_or(NotATable::Unreadable)?,
        false => csv_lines(bytes)?,
    };
    let heads = Heads::of(&lines).ok_or(NotATable::NoIds)?;
    let rows = lines.iter().enumerate().skip(heads.line + 1);
    Ok(rows.filter_map(|(index, cells)| heads.row(index + 1, cells)).collect())
}

/// Where the columns are.
struct Heads {
    line: usize,
    id: usize,
    state: Option<usize>,
    proof: Option<usize>,
    note: Option<usize>,
    handed_out: Option<usize>,
}

impl Heads {
    /// Finds the line of the heads: the first that has that of the ids.
    fn of(lines: &[Vec<String>]) -> Option<Self> {
        let languages = [Lang::Vi, Lang::En].map(Messages::new);
        let names = |column: SheetColumn| {
            languages.each_ref().map(|messages| fold(&messages.get(column.message())))
        };
        let find = |line: &[String], column: SheetColumn| {
            let names = names(column);
            line.iter().position(|cell| names.contains(&fold(cell.trim())))
        };
        lines.iter().enumerate().find_map(|(line, cells)| {
            Some(Heads {
                line,
                id: find(cells, SheetColumn::Id)?,
                state: find(cells, SheetColumn::State),
                proof: find(cells, SheetColumn::Proof),
                note: find(cells, SheetColumn::Note),
                handed_out: find(cells, SheetColumn::HandedOut),
            })
        })
    }

    /// Reads a line; nothing if it has no id.
    fn row(&self, line: usize, cells: &[String]) -> Option<ReturnedRow> {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let words = |at: usize| cell(at).to_owned();
        let id = words(self.id);
        let state = self.state.map(cell).filter(|words| !words.is_empty());
        (!id.is_empty()).then(|| ReturnedRow {
            line,
            id,
            state: state.map(|words| state_of(words).ok_or_else(|| words.to_owned())),
            proof: self.proof.map(words),
            note: self.note.map(words),
            handed_out: self.handed_out.and_then(|at| cell(at).parse().ok()),
        })
    }
}

/// Finds the state that words tell, in either language.
fn state_of(words: &str) -> Option<TaskState> {
    let folded = fold(words);
    let told = |state: &TaskState| {
        state.name() == folded
            || [Lang::Vi, Lang::En]
                .into_iter()
                .any(|lang| fold(&state_words(*state, &Messages::new(lang))) == folded)
    };
    TaskState::ALL.into_iter().find(told).or(match folded.as_str() {
        "xong" | "hoan thanh" | "da hoan thanh" | "x" => Some(TaskState::Done),
        "dang thuc hien" | "dang xu ly" | "being done" => Some(TaskState::Doing),
        "chua" | "chua lam" | "chua thuc hien" => Some(TaskState::Open),
        "khong phai" => Some(TaskState::NotMine),
        _ => None,
    })
}

fn csv_lines(bytes: &[u8]) -> Result<Vec<Vec<String>>, NotATable> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| NotATable::Unreadable)?;
    let first = text.lines().next().unwrap_or_default();
    // Spreadsheets of a country with a decimal comma write semicolons.
    let delimiter =
        if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(bytes);
    let plain = |words: &str| match words.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => words.to_owned(),
    };
    reader
        .records()
        .map(|row| row.map(|row| row.iter().map(plain).collect()))
        .collect::<Result<_, _>>()
        .map_err(|_| NotATable::Unreadable)
}
