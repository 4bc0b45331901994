//! Word documents of the old kind (DOC): those of Word 97 to 2003, and of Word 6 and 95.
//!
//! Paragraphs with the labels of their lists, tables, notes, text boxes. Tracked changes are taken as
//! accepted; hidden text, comments and the codes of fields are left out. What pages repeat comes last, as
//! furniture. The formats are those of MS-DOC; Word 6, which has no specification any more, as wvWare and
//! LibreOffice read it.

mod bytes;
mod document;
mod fib;
mod fields;
mod flow;
mod fonts;
mod grid;
mod lists;
mod looks;
mod ole;
mod pages;
mod pieces;
mod properties;
mod sign;
mod sprm;
mod styles;
#[cfg(test)]
mod tests;

use super::ImportError;
use super::draft::{Draft, FileProperties};
use super::limits::{Budget, Limit};
use super::paragraph::Paragraph;
use super::sheet::DraftBuilder;
use crate::speech::{Format, FurnitureKind};
use crate::text::Encoding;
use document::DocFile;
use fib::Story;
use flow::StoryReader;
use grid::DocBlock;
use ole::Container;

const DOC: Format = Format::Doc;

/// Reads a Word document of the old kind.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    if bytes.len() as u64 > budget.limits.doc {
        return Err(ImportError::Limit(Limit::Bytes));
    }
    let mut container = Container::open(bytes)?;
    let Some(main) = container.stream("WordDocument")? else { return Err(container.refusal()) };
    let document = DocFile::open(main, &mut container, budget)?;
    let properties = container.stream("\u{5}SummaryInformation").ok().flatten();
    let facts = properties.map_or_else(FileProperties::default, |stream| properties::read(&stream));
    let mut sheet = DraftBuilder::default();
    let mut reader = StoryReader::new(&document);
    let (anchored, others) = document.boxes();
    reader.boxes = anchored;
    let blocks = reader.read(document.fib.story(Story::Main))?;
    push(blocks, &mut sheet, budget)?;
    let others = others.into_iter().chain(std::mem::take(&mut reader.boxes).into_values());
    for range in others {
        push(reader.read(range)?, &mut sheet, budget)?;
    }
    for (index, range) in std::mem::take(&mut reader.noted).into_iter().enumerate() {
        let mut words = Paragraph::default();
        for block in reader.read(range)? {
            match block {
                DocBlock::Paragraph(paragraph) => words.join(&paragraph),
                DocBlock::Table(table) => {
                    table.paragraphs().for_each(|paragraph| words.join(paragraph))
                }
            }
        }
        sheet.push(Paragraph::note(index + 1, &words), budget)?;
    }
    reader.furniture = Some(FurnitureKind::Chrome);
    for range in document.heads().into_iter().chain([document.fib.story(Story::HeadBoxes)]) {
        push(reader.read(range)?, &mut sheet, budget)?;
    }
    sheet.hide_words(reader.hidden.get());
    Ok(sheet.finish(DOC, Encoding::Utf8, facts))
}

fn push(
    blocks: Vec<DocBlock>,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<(), ImportError> {
    for block in blocks {
        match block {
            DocBlock::Paragraph(paragraph) => sheet.push(*paragraph, budget)?,
            DocBlock::Table(table) => sheet.table(table, budget)?,
        }
    }
    Ok(())
}
