//! Rows of the register as comma-separated values.

use super::sheet::{RegisterSheet, SheetColumn};
use std::io::Write;

/// Writes the rows as RFC 4180 has it, with a head in the reader's language and dates as ISO 8601 writes them.
///
/// # Errors
///
/// When `out` takes no more.
pub fn csv(sheet: &RegisterSheet<'_>, out: impl Write) -> csv::Result<()> {
    // RFC 4180 ends its lines with CR LF.
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(SheetColumn::ALL.map(|column| sheet.messages.get(column.message())))?;
    for (index, entry) in sheet.rows().enumerate() {
        writer.write_record(SheetColumn::ALL.map(|column| match column {
            SheetColumn::Number => (index + 1).to_string(),
            column => harmless(column.words(entry, sheet.messages)),
        }))?;
    }
    writer.flush()?;
    Ok(())
}

/// Keeps a spreadsheet from reading words as a formula.
fn harmless(words: String) -> String {
    match words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{words}"),
        false => words,
    }
}
