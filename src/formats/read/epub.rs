//! E-books (EPUB 2 and 3): the chapters in their reading order, one after the other.

use super::draft::{Draft, DraftNotice, FileProperties};
use super::html::{self, Stylesheet};
use super::limits::Budget;
use super::sheet::DraftBuilder;
use super::zipped::Zipped;
use super::{ImportError, facts, xml};
use crate::speech::{Format, Headings, HintKind};
use crate::text::Encoding;
use rbook::Epub;
use std::io::Cursor;
use std::sync::Arc;

const EPUB: Format = Format::Epub;

/// What the package is described in: small, and read by the library without limits.
const DESCRIBES: [&str; 4] = ["opf", "ncx", "xml", "xhtml"];

/// The bytes of the file, of which the library wants a hold of its own.
struct SharedBytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Reads an e-book.
pub(super) fn read(
    bytes: &Arc<Vec<u8>>,
    package: &mut Zipped,
    budget: &Budget,
) -> Result<Draft, ImportError> {
    let names = package.names();
    if package.has("META-INF/encryption.xml") && package.has("META-INF/rights.xml") {
        return Err(ImportError::Encrypted(EPUB));
    }
    // Whatever the library may open is opened here first, within the limits.
    let described = |name: &String| {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        DESCRIBES.contains(&ending.as_str())
    };
    let trial = Budget::new(budget.limits);
    let mut tried = Zipped::open(bytes, &trial, EPUB)?;
    for name in names.iter().filter(|name| described(name)) {
        tried.read(name)?;
    }
    let book = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(SharedBytes(Arc::clone(bytes))))
        .map_err(|error| ImportError::damaged(EPUB, error))?;
    let mut sheet = DraftBuilder::default();
    let styles = styles(&names, package)?;
    let mut lost = 0;
    for entry in book.spine().iter() {
        let Some(part) = entry.manifest_entry() else {
            lost += 1;
            continue;
        };
        if !part.media_type().contains("html") {
            continue;
        }
        let href = part.href();
        let name = href.path().decode();
        let Some(content) = package.read(name.trim_start_matches('/'))? else {
            lost += 1;
            continue;
        };
        let (source, before) = (xml::decode(content), sheet.len());
        html::chapter(&source, styles.clone(), &mut sheet, budget)?;
        lost += u32::from(sheet.len() == before && html::has_words(&source));
    }
    if sheet.len() == 0 {
        return Err(ImportError::damaged(EPUB, "no chapters"));
    }
    let about = book.metadata();
    let facts = FileProperties {
        title: about.title().map(|title| title.value().to_owned()).and_then(facts::title),
        author: about.creators().next().map(|creator| creator.value().to_owned()),
        date: about.published_entry().and_then(|entry| facts::date(entry.value())),
        ..FileProperties::default()
    };
    let title = about.title().map(|title| title.value().trim().to_owned());
    let mut facts = facts;
    let exported = about.identifiers().any(|id| id.value().starts_with("urn:dienvan:"));
    if exported {
        // It is of this program, which marks every heading, and says here what it knows.
        facts.stated.title.clone_from(&title);
        facts.stated.speaker.clone_from(&facts.author);
        facts.stated.date = facts.date;
    }
    let mut draft = sheet.finish(EPUB, Encoding::Utf8, facts);
    draft.notices.extend((lost > 0).then_some(DraftNotice::LostChapters(lost)));
    if exported {
        draft.hints.headings = Headings::Marked;
    }
    // The heading that says what the book is called.
    let text = &draft.text;
    if let Some(first) = draft.hints.marks.first_mut()
        && first.kind == HintKind::Heading(1)
        && Some(first.range.of(text).trim()) == title.as_deref()
    {
        first.kind = HintKind::Title;
    }
    Ok(draft)
}

/// Reads the stylesheets of a book, which say what its fonts are.
fn styles(names: &[String], package: &mut Zipped) -> Result<Stylesheet, ImportError> {
    let mut out = Stylesheet::default();
    for name in names.iter().filter(|name| name.to_ascii_lowercase().ends_with(".css")) {
        if let Some(sheet) = package.read(name)? {
            out.read(&xml::decode(sheet));
        }
    }
    Ok(out)
}
