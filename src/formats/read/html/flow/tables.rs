//! The tables of a page while it is read: kept until their ends, and given as data or line by line.

use super::HtmlFlow;
use super::whole::TableGuess;
use crate::formats::read::ImportError;
use crate::formats::read::html::css::ElementDisplay;
use crate::formats::read::html::piece::{HtmlLine, HtmlPiece};
use crate::formats::read::html::state::Name;
use crate::formats::read::paragraph::ParagraphRank;
use crate::formats::read::table::{CellContent, DraftTable, TableUse};

/// The most lines and bytes of a table that is looked at as a whole; a larger one is a layout.
const TABLE: (usize, usize) = (60_000, 4 * 1024 * 1024);

impl HtmlFlow<'_> {
    /// Gives a line to the table that is open, or away.
    pub(super) fn give(&mut self, said: HtmlLine) -> Result<(), ImportError> {
        let Some(whole) = self.tables.last_mut().filter(|whole| whole.part == TableGuess::Open)
        else {
            return (self.out)(HtmlPiece::Line(said));
        };
        whole.lines += 1;
        whole.bytes += said.paragraph.len();
        if whole.cells == 0 {
            // A caption, or words where none should be.
            whole.table.row();
            whole.table.push(said);
            whole.table.row();
        } else {
            whole.table.push(said);
        }
        if whole.lines > TABLE.0 || whole.bytes > TABLE.1 {
            self.lay_out()?;
        }
        Ok(())
    }

    /// Takes all open tables for the layout of the page, and gives their lines.
    fn lay_out(&mut self) -> Result<(), ImportError> {
        for index in 0..self.tables.len() {
            let whole = &mut self.tables[index];
            if whole.part == TableGuess::Open {
                whole.part = TableGuess::Layout;
                let table = std::mem::take(&mut whole.table);
                self.spill(table)?;
            }
        }
        Ok(())
    }

    /// Ends a table: it is of the cell of an outer one, or given.
    pub(super) fn end_table(&mut self) -> Result<(), ImportError> {
        let Some(whole) = self.tables.pop().filter(|whole| whole.part == TableGuess::Open) else {
            return Ok(());
        };
        match self.tables.last_mut().filter(|outer| outer.part == TableGuess::Open) {
            Some(outer) => {
                outer.lines += whole.lines;
                outer.bytes += whole.bytes;
                outer.table.nest(whole.table);
                if outer.lines > TABLE.0 || outer.bytes > TABLE.1 {
                    self.lay_out()?;
                }
                Ok(())
            }
            None => self.give_table(whole.table),
        }
    }

    /// Gives a table, or its lines if it is a layout.
    fn give_table(&mut self, table: DraftTable<HtmlLine>) -> Result<(), ImportError> {
        let is_data = match table.purpose() {
            TableUse::Layout => false,
            TableUse::Short => true,
            TableUse::Data => words_of(&table).is_some(),
        };
        if !is_data {
            return self.spill(table);
        }
        let mut at = HtmlLine::default();
        let mut shown = ElementDisplay::No;
        let table = table.map(&mut |said: HtmlLine| {
            at.place = at.place.max(said.place);
            at.within |= said.within;
            at.linked += said.linked;
            if said.shown == ElementDisplay::Yes {
                shown = ElementDisplay::Yes;
            }
            said.paragraph
        });
        at.shown = shown;
        (self.out)(HtmlPiece::Table(table, at))
    }

    /// Gives what is in a table that turned out to be a layout.
    fn spill(&mut self, table: DraftTable<HtmlLine>) -> Result<(), ImportError> {
        for content in table.into_contents().flatten() {
            match content {
                CellContent::Words(said) => {
                    let paragraph = said.paragraph.or_label();
                    (self.out)(HtmlPiece::Line(HtmlLine { paragraph, ..said }))?;
                }
                CellContent::Table(table) => self.give_table(table)?,
            }
        }
        Ok(())
    }
}

/// Whose the words of a table are.
#[derive(Clone, Copy, Debug, Default)]
struct Owned {
    all: usize,
    linked: usize,
    /// Lines in the article, and beside it.
    within: usize,
    beside: usize,
}

/// Counts the words of a table; nothing if its cells are parts of a page: they have headings, many
/// lines, links for the most part, or some are in the article and some not.
fn words_of(table: &DraftTable<HtmlLine>) -> Option<Owned> {
    const LINES: usize = 12;
    let mut owned = Owned::default();
    for cell in table.contents() {
        if cell.len() > LINES {
            return None;
        }
        for content in cell {
            let more = match content {
                CellContent::Words(said) => {
                    let is_head =
                        said.name == Name::Title || said.paragraph.rank != ParagraphRank::Body;
                    let within = usize::from(said.within);
                    let (all, linked) = (said.paragraph.len(), said.linked);
                    (!is_head).then_some(Owned { all, linked, within, beside: 1 - within })?
                }
                CellContent::Table(table) => words_of(table)?,
            };
            owned.all += more.all;
            owned.linked += more.linked;
            owned.within += more.within;
            owned.beside += more.beside;
        }
    }
    let whole = owned.within == 0 || owned.beside == 0;
    (whole && owned.linked * 2 <= owned.all).then_some(owned)
}
