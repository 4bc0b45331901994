//! PDF with a text layer: the lines of its pages put together to paragraphs.
//!
//! The library finds the words, their places and the order of columns; which lines are a
//! paragraph is told in `lines`. What is at the top or foot of page after page, and page numbers,
//! become furniture; a sentence or word that a page or a line broke is put together again.

mod lines;
mod repeats;

use super::draft::{Draft, DraftNotice, Facts};
use super::limits::{Budget, Limit};
use super::paragraph::{Look, Paragraph};
use super::sheet::Sheet;
use super::{ImportError, facts};
use crate::model::Format;
use crate::text::Encoding;
use crate::text::syllable::is_possible;
use unpdf::parser::LayoutAnalyzer;
use unpdf::parser::backend::{PdfBackend, RawBackend};

const PDF: Format = Format::Pdf;

/// Reads a document.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    if bytes.len() as u64 > budget.limits.pdf {
        return Err(ImportError::Limit(Limit::Bytes));
    }
    let backend = RawBackend::load_bytes(bytes).map_err(told)?;
    let numbers: Vec<u32> = backend.pages().into_keys().collect();
    if numbers.len() as u64 > u64::from(budget.limits.pages) {
        return Err(ImportError::Limit(Limit::Pages));
    }
    let layout = LayoutAnalyzer::new(&backend);
    let mut pages: Vec<Vec<Paragraph>> = Vec::with_capacity(numbers.len());
    for number in numbers {
        // A page that cannot be read is as one without text.
        let spans = layout.extract_page_spans(number).unwrap_or_default();
        for _ in &spans {
            budget.step()?;
        }
        pages.push(lines::paragraphs(&layout.group_spans_into_lines_pub(spans)));
    }
    let empty = pages.iter().filter(|page| page.is_empty()).count();
    if empty == pages.len() {
        return Err(ImportError::Scan);
    }
    repeats::mark(&mut pages);
    let mut sheet = Sheet::default();
    put(pages, &mut sheet, budget)?;
    let about = backend.metadata();
    let facts = Facts {
        title: about.title.and_then(facts::title),
        author: about.author,
        date: None,
        ..Facts::default()
    };
    let mut draft = sheet.finish(PDF, Encoding::Utf8, facts);
    if empty > 0 {
        draft.notices.push(DraftNotice::EmptyPages(empty as u32));
    }
    Ok(draft)
}

fn told(error: unpdf::Error) -> ImportError {
    match error {
        unpdf::Error::Encrypted | unpdf::Error::InvalidPassword => ImportError::Encrypted(PDF),
        other => ImportError::damaged(PDF, other),
    }
}

/// Puts the pages into a sheet. What pages repeat does not part a sentence that goes over a page:
/// it follows behind it.
fn put(pages: Vec<Vec<Paragraph>>, sheet: &mut Sheet, budget: &Budget) -> Result<(), ImportError> {
    let mut open: Option<Paragraph> = None;
    let mut beside: Vec<Paragraph> = Vec::new();
    for line in pages.into_iter().flatten() {
        if line.furniture.is_some() {
            beside.push(line);
            continue;
        }
        match &mut open {
            Some(before) if !beside.is_empty() && goes_on(before, &line) => {
                join(before, &line.words(), Look::default());
                continue;
            }
            _ => {}
        }
        open.take().map_or(Ok(()), |line| sheet.push(line, budget))?;
        beside.drain(..).try_for_each(|line| sheet.push(line, budget))?;
        open = Some(line);
    }
    open.map_or(Ok(()), |line| sheet.push(line, budget))?;
    beside.into_iter().try_for_each(|line| sheet.push(line, budget))
}

/// Tells whether a line goes on with what the end of a page broke.
fn goes_on(before: &Paragraph, line: &Paragraph) -> bool {
    let (before, words) = (before.tail(), line.words());
    let end = before.trim_end().trim_end_matches(['”', '"', ')', '»', '’']);
    let first = words.split_whitespace().next().unwrap_or_default();
    let begins_list = first.len() <= 6 && first.ends_with([')', '.', '/', '-']);
    !end.ends_with(['.', '!', '?', ':', ';', '…'])
        && words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && !begins_list
}

/// Goes on with the words of another line: behind a blank, or none where a word was broken.
fn join(paragraph: &mut Paragraph, next: &str, look: Look) {
    let words = paragraph.tail();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let first = next.split_whitespace().next().unwrap_or_default();
    let broken = last.strip_suffix('-').is_some_and(|head| {
        let first = first.trim_end_matches(|c: char| !c.is_alphanumeric());
        head.ends_with(char::is_alphabetic)
            && first.starts_with(char::is_lowercase)
            // Two syllables with a hyphen are a compound: "Mác-" / "xít".
            && !(is_possible(head)
                && is_possible(first)
                && !is_possible(&format!("{head}{first}")))
    });
    if broken {
        paragraph.take_back('-');
    } else {
        paragraph.push(" ", look);
    }
    paragraph.push(next, look);
}
