//! PDF with a text layer: the lines of its pages put together to paragraphs.
//!
//! The library finds the words, their places and the order of columns; `furniture` and `notes` tell what
//! of a page is not its text, `flow` which lines are a paragraph.

mod column;
mod evidence;
mod flow;
mod furniture;
mod grid;
mod gutter;
mod join;
mod legible;
mod line;
mod notes;
mod page;
mod rules;
mod stamp;
mod style;
mod table;
#[cfg(test)]
mod tests;

use super::draft::{Draft, DraftNotice, FileProperties};
use super::limits::{Budget, Limit};
use super::paragraph::Paragraph;
use super::sheet::DraftBuilder;
use super::{ImportError, facts};
use crate::speech::{Format, FurnitureKind};
use crate::text::Encoding;
use flow::PdfContent;
use line::{PageZone, PdfLine};
use table::Tabled;
use unpdf::parser::LayoutAnalyzer;
use unpdf::parser::backend::{PageId, PdfBackend, RawBackend};

const PDF: Format = Format::Pdf;

/// Reads a document.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    if bytes.len() as u64 > budget.limits.pdf {
        return Err(ImportError::Limit(Limit::Bytes));
    }
    let backend = RawBackend::load_bytes(bytes).map_err(told)?;
    let numbers = backend.pages();
    let ids: Vec<PageId> = numbers.values().copied().collect();
    if numbers.len() as u64 > u64::from(budget.limits.pages) {
        return Err(ImportError::Limit(Limit::Pages));
    }
    let layout = LayoutAnalyzer::new(&backend);
    let mut pages: Vec<Vec<PdfLine>> = Vec::with_capacity(numbers.len());
    let mut tables = Vec::new();
    for (number, id) in numbers {
        // A page that cannot be read is as one without text.
        let spans = layout.extract_page_spans(number).unwrap_or_default();
        for _ in &spans {
            budget.step()?;
        }
        pages.push(page::lines(&backend, &layout, id, spans, &mut tables));
    }
    let empty = pages.iter().filter(|page| page.is_empty()).count();
    if empty == pages.len() || stamp::is_all(&pages) {
        return Err(ImportError::Scan);
    }
    furniture::mark(&mut pages);
    notes::mark(&mut pages);
    let empty = empty
        + pages.iter().zip(&ids).filter(|(lines, id)| is_picture(lines, &backend, **id)).count();
    let mut sheet = DraftBuilder::default();
    put(pages, tables, &mut sheet, budget)?;
    let about = backend.metadata();
    let facts = FileProperties {
        title: about.title.and_then(facts::title),
        author: about.author,
        date: None,
        ..FileProperties::default()
    };
    let mut draft = sheet.finish(PDF, Encoding::Utf8, facts);
    if empty > 0 {
        draft.notices.push(DraftNotice::EmptyPages(empty as u32));
    }
    if legible::is_garbled(&draft.text) {
        draft.notices.push(DraftNotice::Garbled);
    }
    Ok(draft)
}

/// Tells whether a page has a picture, and no words but those that pages repeat.
fn is_picture(lines: &[PdfLine], backend: &RawBackend, page: PageId) -> bool {
    const WIDTH: u32 = 400;
    let is_furniture = |line: &PdfLine| matches!(line.place, PageZone::Head | PageZone::Foot);
    let is_large = || {
        let objects = backend.page_xobjects(page).unwrap_or_default();
        objects.iter().any(|object| object.width.is_some_and(|width| width >= WIDTH))
    };
    !lines.is_empty() && lines.iter().all(is_furniture) && is_large()
}

fn told(error: unpdf::Error) -> ImportError {
    match error {
        unpdf::Error::Encrypted | unpdf::Error::InvalidPassword => ImportError::Encrypted(PDF),
        other => ImportError::damaged(PDF, other),
    }
}

/// Puts the pages into a sheet. What of a page is not its text does not part a paragraph that goes on over
/// the page: it follows behind it.
fn put(
    pages: Vec<Vec<PdfLine>>,
    mut tables: Vec<Tabled>,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<(), ImportError> {
    let of = |place: PageZone| -> Vec<Vec<PdfLine>> {
        let own = |lines: &Vec<PdfLine>| {
            lines.iter().filter(|line| line.place == place).cloned().collect()
        };
        pages.iter().map(own).collect()
    };
    let mut all: Vec<(usize, PageZone, PdfContent)> = Vec::new();
    for place in [PageZone::Head, PageZone::Foot] {
        for (page, line) in of(place)
            .iter()
            .enumerate()
            .flat_map(|(page, lines)| lines.iter().map(move |line| (page, line)))
        {
            let mut paragraph = Paragraph::beside(Some(FurnitureKind::Chrome));
            paragraph.push(&line.words, line.look);
            all.push((page, place, PdfContent::Paragraph(paragraph)));
        }
    }
    for place in [PageZone::Body, PageZone::Notes] {
        let flowed = page::joined(flow::flow(&of(place)), &mut tables);
        all.extend(flowed.into_iter().map(|flowed| (flowed.page, place, flowed.content)));
    }
    all.sort_by_key(|(page, place, _)| (*page, *place));
    for (_, _, content) in all {
        match content {
            PdfContent::Paragraph(paragraph) => sheet.push(paragraph, budget)?,
            PdfContent::Table(number) => {
                let rows = std::mem::take(&mut tables[number].rows);
                sheet.table(page::table(rows), budget)?;
            }
        }
    }
    Ok(())
}
