//! Rows of the register as a spreadsheet: Office Open XML (ECMA-376), one sheet.
//!
//! It is written by hand: the crate for it would make the program more than a megabyte larger, and this needs one sheet with
//! words and dates. Words are inline strings, days are numbers with a format of days, as spreadsheets calculate with them.

use super::sheet::{RegisterSheet, SheetColumn, due_date, state_words};
use crate::formats::write::escaped;
use crate::register::{RegisterEntry, TaskState};
use crate::speech::Date;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The styles of cells, as `styles.xml` numbers them.
const PLAIN: u8 = 0;
const HEAD: u8 = 1;
const WRAPPED: u8 = 2;
const DAY: u8 = 3;
const DIM: u8 = 4;

/// The longest cell, in bytes: programs refuse more than 32,767 characters.
const LONGEST: usize = 32_000;

const SPREADSHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Makes the bytes of the file. The same rows give the same bytes.
///
/// # Errors
///
/// When there is more than a file of the format holds.
pub fn workbook(sheet: &RegisterSheet<'_>) -> ZipResult<Vec<u8>> {
    let name = sheet.messages.get("sheet-title");
    let (table, last_row) = table(sheet);
    let parts = [
        ("[Content_Types].xml", include_str!("workbook/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("workbook/rels.xml").to_owned()),
        ("xl/workbook.xml", book(&name, last_row)),
        ("xl/_rels/workbook.xml.rels", include_str!("workbook/workbook_rels.xml").to_owned()),
        ("xl/styles.xml", include_str!("workbook/styles.xml").to_owned()),
        ("xl/worksheets/sheet1.xml", table),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Writes the parts of the book: its sheet, the head repeated on each page, what the filter is over.
fn book(name: &str, last_row: usize) -> String {
    let last = letter(SheetColumn::ALL.len() - 1);
    let quoted = escaped(&format!("'{}'", name.replace('\'', "''")));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <workbook xmlns=\"{SPREADSHEET}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\
         <definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">\
         {quoted}!$A$1:${last}${last_row}</definedName>\
         <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{quoted}!$1:$1</definedName>\
         </definedNames></workbook>",
        escaped(name)
    )
}

/// Writes the sheet and returns the number of its last row.
fn table(sheet: &RegisterSheet<'_>) -> (String, usize) {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"{SPREADSHEET}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
         activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (index, column) in SheetColumn::ALL.into_iter().enumerate() {
        let (number, hidden) =
            (index + 1, if column == SheetColumn::HandedOut { " hidden=\"1\"" } else { "" });
        let _ = write!(
            out,
            "<col min=\"{number}\" max=\"{number}\" width=\"{}\" customWidth=\"1\"{hidden}/>",
            width(column)
        );
    }
    out.push_str("</cols><sheetData><row r=\"1\">");
    for (index, column) in SheetColumn::ALL.into_iter().enumerate() {
        words(&mut out, (index, 1), HEAD, &sheet.messages.get(column.message()));
    }
    out.push_str("</row>");
    let mut last = 1;
    for entry in sheet.rows() {
        last += 1;
        row(entry, sheet, last, &mut out);
    }
    let column = letter(SheetColumn::ALL.len() - 1);
    let _ = write!(out, "</sheetData><autoFilter ref=\"A1:{column}{last}\"/>");
    states(sheet, last, &mut out);
    out.push_str(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>",
    );
    (out, last)
}

fn row(entry: &RegisterEntry, sheet: &RegisterSheet<'_>, number: usize, out: &mut String) {
    let _ = write!(out, "<row r=\"{number}\">");
    for (index, column) in SheetColumn::ALL.into_iter().enumerate() {
        let at = (index, number);
        match column {
            SheetColumn::Number => {
                value(out, at, PLAIN, i64::try_from(number - 1).unwrap_or_default());
            }
            SheetColumn::DueDate => {
                if let Some(day) = due_date(&entry.row) {
                    value(out, at, DAY, serial(day));
                }
            }
            SheetColumn::Id | SheetColumn::HandedOut => {
                words(out, at, DIM, &column.words(entry, sheet.messages));
            }
            column => words(out, at, WRAPPED, &column.words(entry, sheet.messages)),
        }
    }
    out.push_str("</row>");
}

/// Offers the states to choose from.
fn states(sheet: &RegisterSheet<'_>, last: usize, out: &mut String) {
    let Some(index) = SheetColumn::ALL.iter().position(|column| *column == SheetColumn::State)
    else {
        return;
    };
    let column = letter(index);
    let all = TaskState::ALL.map(|state| state_words(state, sheet.messages)).join(",");
    let _ = write!(
        out,
        "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" \
         showErrorMessage=\"1\" sqref=\"{column}2:{column}{}\"><formula1>\"{}\"</formula1>\
         </dataValidation></dataValidations>",
        last.max(2),
        escaped(&all)
    );
}

/// Writes a cell of words; none where there are none.
fn words(out: &mut String, (column, row): (usize, usize), style: u8, words: &str) {
    if words.is_empty() {
        return;
    }
    let cut = (words.len() > LONGEST).then(|| &words[..words.floor_char_boundary(LONGEST)]);
    let (words, more) = cut.map_or((words, ""), |cut| (cut, "…"));
    let _ = write!(
        out,
        "<c r=\"{}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}{more}</t></is></c>",
        letter(column),
        escaped(words)
    );
}

fn value(out: &mut String, (column, row): (usize, usize), style: u8, value: i64) {
    let _ = write!(out, "<c r=\"{}{row}\" s=\"{style}\"><v>{value}</v></c>", letter(column));
}

/// Returns the letter of a column: there are fewer than 27.
fn letter(column: usize) -> char {
    (b'A'..=b'Z').nth(column).map_or('Z', char::from)
}

/// Returns the number of a day, as spreadsheets count: 1 January 1900 is 1, and 1900 has a 29 February.
fn serial(day: Date) -> i64 {
    let first = Date::new(1900, 1, 1).expect("the calendar has it");
    let days = day.days_since(first) + 1;
    if days >= 60 { days + 1 } else { days }
}

/// Returns the width of a column, in characters.
fn width(column: SheetColumn) -> u8 {
    match column {
        SheetColumn::Number => 5,
        SheetColumn::Task => 60,
        SheetColumn::Actors | SheetColumn::Partners | SheetColumn::Deadline => 26,
        SheetColumn::Targets | SheetColumn::Documents | SheetColumn::Note => 24,
        SheetColumn::ReportTo | SheetColumn::Speech | SheetColumn::Proof => 20,
        SheetColumn::DueDate | SheetColumn::State => 14,
        SheetColumn::Place | SheetColumn::Id => 18,
        SheetColumn::HandedOut => 28,
    }
}
