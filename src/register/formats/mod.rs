//! Rows of the register on their way to other programs and back.
//!
//! Values go in, texts and bytes come out, and the other way round; nothing here opens a file or asks for the day. Cells say what the
//! text says; what it does not say is marked as such.

mod calendar;
mod checklist;
mod handed_out;
mod json;
mod page;
mod returned;
mod sheet;
mod table;
mod todo;
mod workbook;
mod workbook_cells;

pub use calendar::calendar;
pub use checklist::checklist;
pub use handed_out::{HandedOut, NotHandedOut};
pub use json::{AssignmentJson, RegisterRowJson};
pub use page::{PageHead, page};
pub use returned::{NotATable, ReturnedRow, returned};
pub use sheet::{
    RegisterSheet, SheetColumn, SheetGroup, group_words, headed, standing_words, state_words,
};
pub use table::csv;
pub use todo::todo;
pub use workbook::workbook;

#[cfg(test)]
mod tests;
