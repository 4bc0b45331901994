//! Copying the table at hand, or the items of a list, as a table.

use crate::app::App;
use crate::app::event::{Copied, Effect};
use crate::speech::{Outline, RowPart, Speech, Table};
use crate::text::{TextPos, flowing};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableForm {
    /// Cells parted by tabs, for a spreadsheet.
    Cells,
    /// Markdown.
    Markdown,
}

impl App {
    /// Copies the table where the reader is; where there is none, the items of the list.
    pub(super) fn copy_table(&mut self, form: TableForm) {
        let Some(open) = self.shelf.document() else { return };
        let (speech, place) = (&open.speech, open.place());
        let rows = match table_at(&speech.outline, place) {
            Some(table) => cells_of(table, speech),
            None => items_at(speech, place, self.look.messages()),
        };
        if rows.len() < 2 {
            return self.out.say("table-none");
        }
        let text = match form {
            TableForm::Cells => cells(&rows),
            TableForm::Markdown => markdown(&rows),
        };
        let what = self.look.messages().with("table-rows", &[("count", (rows.len() - 1).into())]);
        let count = text.chars().count();
        self.out.want(Effect::Copy(Box::new(Copied { text, what, count })));
    }
}

fn table_at(outline: &Outline, place: TextPos) -> Option<&Table> {
    outline.tables.iter().find(|table| table.range.start <= place && place < table.range.end)
}

/// Returns the words of a table, row by row; the line between head and body is none.
fn cells_of(table: &Table, speech: &Speech) -> Vec<Vec<String>> {
    let rows = table.rows.iter().filter(|row| row.part != RowPart::Rule);
    let words = |cell: Option<&crate::speech::Cell>| {
        let filled = cell.filter(|cell| cell.is_filled());
        filled.map(|cell| flowing(&speech.words(cell.range)).into_owned()).unwrap_or_default()
    };
    rows.map(|row| (0..table.columns.len()).map(|column| words(row.at(column))).collect()).collect()
}

/// Returns the items of the list where the reader is: address, marker, words, below the names of these.
fn items_at(speech: &Speech, place: TextPos, messages: &crate::i18n::Messages) -> Vec<Vec<String>> {
    let outline = &speech.outline;
    let Some(here) = outline.item_at(place) else { return Vec::new() };
    let series = outline.items[here].series;
    let head = ["table-address", "table-marker", "table-words"].map(|id| messages.get(id));
    let items = outline.items.iter().enumerate().filter(|(_, item)| item.series == series);
    let row = |(index, item): (usize, &crate::speech::Item)| {
        let line = |range| flowing(&speech.words(range)).trim().to_owned();
        let words = line(item.range);
        let marker = line(item.marker);
        let rest = words.strip_prefix(&marker).unwrap_or(&words).trim().to_owned();
        vec![outline.address(index).to_string(), marker, rest]
    };
    std::iter::once(head.to_vec()).chain(items.map(row)).collect()
}

fn cells(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
        cells.join("\t")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn markdown(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<String> =
            row.iter().map(|cell| cell.replace('\n', " ").replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let rule = format!("|{}", "---|".repeat(rows.first().map_or(0, Vec::len)));
    lines.insert(1.min(lines.len()), rule);
    lines.join("\n")
}
