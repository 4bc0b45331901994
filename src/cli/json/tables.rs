//! What JSON says of the tables of a speech: their rows, cell by cell.

use crate::speech::{Column, RowPart, Speech, Table};
use crate::text::TextRange;
use serde::Serialize;
use std::collections::BTreeMap;

/// A table.
#[derive(Serialize)]
pub(in crate::cli) struct TableJson {
    line: u32,
    last_line: u32,
    /// What each column is for.
    columns: Vec<&'static str>,
    rows: Vec<RowJson>,
}

/// A row: the words of each column, empty where a cell beside it or above reaches to there.
#[derive(Serialize)]
struct RowJson {
    line: u32,
    part: &'static str,
    cells: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<SpanJson>,
}

/// A cell that spans columns or rows.
#[derive(Serialize)]
struct SpanJson {
    column: u16,
    columns: u16,
    rows: u16,
}

/// What the columns of its table tell of an item.
pub(in crate::cli) type FieldsJson = BTreeMap<&'static str, String>;

/// Returns the tables that lie in a range, in whole or in part, with their rows in it.
pub(in crate::cli) fn tables_in(speech: &Speech, range: TextRange) -> Vec<TableJson> {
    let tables = speech.outline.tables.iter();
    let inside = tables.filter(|table| table.range.intersection(range).is_some());
    inside.map(|table| table_json(speech, table, range)).collect()
}

/// Returns what the columns of its table tell of an item; nothing if it is no row.
pub(in crate::cli) fn fields_of(speech: &Speech, item: usize) -> FieldsJson {
    let field = |column: Column| Some((column.name(), speech.field(item, column)?));
    Column::FIELDS.into_iter().filter_map(field).collect()
}

/// Writes the same on one line, with the names of the columns; nothing if there is nothing.
pub(in crate::cli) fn fields_line(speech: &Speech, item: usize) -> Option<String> {
    let table = speech.outline.table_of(&speech.outline.items[item])?;
    let name = |column: Column| {
        let name = table.column(column).and_then(|place| table.name_of(place))?;
        Some(format!("{}: {}", speech.line(name), speech.field(item, column)?))
    };
    let fields: Vec<String> = Column::FIELDS.into_iter().filter_map(name).collect();
    (!fields.is_empty()).then(|| fields.join(" · "))
}

fn table_json(speech: &Speech, table: &Table, range: TextRange) -> TableJson {
    let rows = table.rows.iter().filter(|row| row.line.intersection(range).is_some());
    let rows = rows.filter(|row| row.part != RowPart::Rule).map(|row| {
        let mut cells = vec![String::new(); table.columns.len()];
        let mut spans = Vec::new();
        for cell in row.cells.iter().filter(|cell| cell.rows > 0) {
            if let Some(words) = cells.get_mut(usize::from(cell.column)) {
                *words = speech.line(cell.range);
            }
            if cell.columns > 1 || cell.rows > 1 {
                let (column, columns, rows) = (cell.column, cell.columns, cell.rows);
                spans.push(SpanJson { column, columns, rows });
            }
        }
        let part = match row.part {
            RowPart::Head | RowPart::Rule => "head",
            RowPart::Body => "body",
            RowPart::Group => "group",
        };
        RowJson { line: speech.line_at(row.line.start), part, cells, spans }
    });
    TableJson {
        line: speech.line_at(table.range.start),
        last_line: speech.line_at(table.range.end),
        columns: table.columns.iter().map(|column| column.name()).collect(),
        rows: rows.collect(),
    }
}
