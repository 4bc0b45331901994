//! The lines of a document while it is read: paragraphs and headings, cells of tables, notes and what
//! pages repeat.

use super::state::RtfDestination;
use super::{RTF, RtfReader};
use crate::formats::read::ImportError;
use crate::formats::read::draft::Draft;
use crate::formats::read::paragraph::{Paragraph, ParagraphRank};
use crate::formats::read::table::DraftTable;
use crate::speech::FurnitureKind;
use crate::text::Encoding;

impl RtfReader<'_> {
    pub(super) fn begin_apart(&mut self, place: RtfDestination) {
        if self.apart.is_none() {
            self.state.place = place;
            self.apart = Some((std::mem::take(&mut self.line), self.stack.len()));
        } else {
            self.state.place = RtfDestination::Nowhere;
        }
    }

    /// Ends a note or what pages repeat.
    pub(super) fn end_apart(&mut self, place: RtfDestination) -> Result<(), ImportError> {
        let Some((line, _)) = self.apart.take() else { return Ok(()) };
        let mut words = std::mem::replace(&mut self.line, line);
        match place {
            RtfDestination::Note => {
                self.notes.push(words);
                let number = self.notes.len();
                self.line.say(&format!("[{number}]"));
            }
            _ => {
                words.furniture = Some(FurnitureKind::Chrome);
                self.sheet.push(words, self.budget)?;
            }
        }
        Ok(())
    }

    pub(super) fn end_line(&mut self) -> Result<(), ImportError> {
        match self.state.place {
            RtfDestination::Nowhere
            | RtfDestination::Fonts
            | RtfDestination::Styles
            | RtfDestination::Title
            | RtfDestination::Author => {
                return Ok(());
            }
            RtfDestination::Note | RtfDestination::Head => {
                self.line.say(" ");
                return Ok(());
            }
            RtfDestination::Text | RtfDestination::Label => {}
        }
        let mut line = std::mem::take(&mut self.line);
        line.rank = self.rank();
        let level = self.state.tables;
        if level > 0 {
            self.table_at(level).push(line);
            return Ok(());
        }
        self.end_table()?;
        self.sheet.push(line, self.budget)
    }

    pub(super) fn rank(&self) -> ParagraphRank {
        let style = self.state.style.and_then(|style| self.styles.get(&style));
        let style = style.map(String::as_str).unwrap_or_default();
        if style == "title" {
            return ParagraphRank::Title;
        }
        let named = style.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
        let level = named.or(self.state.outline.map(|level| level as u8 + 1));
        level.map_or(ParagraphRank::Body, ParagraphRank::Heading)
    }

    /// Returns the open table at a level, from 1; deeper ones end, and are of its last cell.
    fn table_at(&mut self, level: usize) -> &mut DraftTable {
        while self.tables.len() < level {
            self.tables.push(DraftTable::default());
        }
        while self.tables.len() > level {
            let (Some(inner), Some(outer)) = (self.tables.pop(), self.tables.last_mut()) else {
                break;
            };
            outer.nest(inner);
        }
        self.tables.last_mut().expect("a level is at least 1")
    }

    pub(super) fn end_cell(&mut self, level: usize) {
        if self.apart.is_some() {
            self.line.say(" ");
            return;
        }
        let line = std::mem::take(&mut self.line);
        let table = self.table_at(level);
        table.push(line);
        table.cell();
    }

    pub(super) fn end_row(&mut self, level: usize) {
        if self.tables.len() >= level {
            let table = self.table_at(level);
            // The last cell of a row is begun and never filled.
            table.take_cell_back();
            table.row();
        }
    }

    pub(super) fn end_table(&mut self) -> Result<(), ImportError> {
        if self.tables.is_empty() {
            return Ok(());
        }
        let table = std::mem::take(self.table_at(1));
        self.tables.clear();
        self.sheet.table(table, self.budget)
    }

    pub(super) fn finish(mut self) -> Result<Draft, ImportError> {
        self.flush();
        if let Some((line, _)) = self.apart.take() {
            self.line = line;
        }
        self.state.place = RtfDestination::Text;
        self.state.tables = 0;
        self.end_line()?;
        self.end_table()?;
        for (index, words) in std::mem::take(&mut self.notes).iter().enumerate() {
            self.sheet.push(Paragraph::note(index + 1, words), self.budget)?;
        }
        let encoding = match self.page == encoding_rs::WINDOWS_1252 {
            true => Encoding::Utf8,
            false => Encoding::Web(self.page),
        };
        Ok(self.sheet.finish(RTF, encoding, self.facts))
    }
}
