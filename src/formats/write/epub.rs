//! A speech as an e-book: EPUB 3, with an outline to go by and what a reader with a disability has to
//! know about it. The same speech gives the same bytes.

use super::about;
use super::mark::{attribute, escape, escaped};
use super::page::Page;
use super::render::{Links, XhtmlFragment, language, of_speech, render};
use super::toc::{self, TocEntry};
use crate::i18n::Messages;
use crate::speech::{SectionKind, Speech};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const STYLE: &str = include_str!("epub/style.css");
/// A chapter has at least so many bytes, so that no page of the book is nearly empty.
const CHAPTER: usize = 2_000;

/// A moment as the package asks for it: "2023-12-20T08:00:00Z".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment(String);

impl Moment {
    /// Makes it of a day and a time of that day in Coordinated Universal Time: year, month, day,
    /// hour, minute, second.
    pub fn new(parts: [u16; 6]) -> Self {
        let [year, month, day, hour, minute, second] = parts;
        Moment(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }
}

/// Writes a speech. `modified` is when its text was last changed.
///
/// # Errors
///
/// If the archive cannot be made: it is larger than an archive may be.
pub fn epub(page: &Page<'_>, modified: &Moment, messages: &Messages) -> std::io::Result<Vec<u8>> {
    let book = Book::of(page, messages);
    let mut archive = Archive::new();
    // First and as it is, so that the kind of file shows in its first bytes.
    archive.add("mimetype", "application/epub+zip", CompressionMethod::Stored)?;
    archive.file("META-INF/container.xml", CONTAINER)?;
    archive.file("EPUB/package.opf", &book.package(modified))?;
    archive.file("EPUB/nav.xhtml", &book.nav())?;
    archive.file("EPUB/style.css", STYLE)?;
    for (index, chapter) in book.chapters.iter().enumerate() {
        archive.file(&format!("EPUB/{}", name(index)), &book.chapter(index, chapter))?;
    }
    archive.finish()
}

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"#;

fn name(chapter: usize) -> String {
    format!("text-{}.xhtml", chapter + 1)
}

struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    fn new() -> Self {
        Archive { writer: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    fn file(&mut self, name: &str, text: &str) -> std::io::Result<()> {
        self.add(name, text, CompressionMethod::Deflated)
    }

    fn add(&mut self, name: &str, text: &str, method: CompressionMethod) -> std::io::Result<()> {
        // All of one time, which is no time: the clock does not get into the bytes.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.writer.start_file(name, options).map_err(std::io::Error::other)?;
        self.writer.write_all(text.as_bytes())
    }

    fn finish(self) -> std::io::Result<Vec<u8>> {
        Ok(self.writer.finish().map_err(std::io::Error::other)?.into_inner())
    }
}

struct Book<'a> {
    page: &'a Page<'a>,
    messages: &'a Messages,
    title: String,
    chapters: Vec<XhtmlFragment>,
    entries: Vec<TocEntry>,
    /// In which chapter each id is.
    home: HashMap<String, usize>,
}

impl<'a> Book<'a> {
    fn of(page: &'a Page<'a>, messages: &'a Messages) -> Self {
        let starts = starts(page.speech);
        let cut = |block: usize, stretch: &XhtmlFragment| {
            stretch.words >= CHAPTER && starts.contains(&block)
        };
        let chapters = render(page, messages, Links::None, &cut);
        let mut home = HashMap::new();
        for (index, chapter) in chapters.iter().enumerate() {
            home.extend(chapter.ids.iter().map(|id| (id.clone(), index)));
        }
        let entries = toc::entries(page, messages);
        Book { page, messages, title: about::heading(page, messages), chapters, entries, home }
    }

    fn href(&self, id: &str) -> String {
        let chapter = self.home.get(id).copied().unwrap_or(0);
        format!("{}#{id}", name(chapter))
    }

    /// Begins a file of XHTML.
    fn begin(&self, title: &str, out: &mut String) {
        let language = of_speech(self.page);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
        let _ = writeln!(
            out,
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" xml:lang=\"{language}\">"
        );
        let _ = writeln!(
            out,
            "<head>\n<title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>",
            escaped(title)
        );
    }

    fn chapter(&self, index: usize, chapter: &XhtmlFragment) -> String {
        let mut out = String::new();
        self.begin(&self.title, &mut out);
        out.push_str("<body>\n");
        if index == 0 {
            self.head(&mut out);
        }
        out.push_str(&chapter.body);
        out.push_str("</body>\n</html>\n");
        out
    }

    fn head(&self, out: &mut String) {
        let _ = writeln!(out, "<h1 id=\"title\">{}</h1>", escaped(&self.title));
        let local = local(self.page, self.messages);
        let mut facts = about::facts(self.page, self.messages);
        facts.extend(about::link(self.page).map(|link| (self.messages.get("export-link"), link)));
        if facts.is_empty() {
            return;
        }
        out.push_str("<dl class=\"dienvan-note\">\n");
        for (name, value) in facts {
            let _ = writeln!(out, "<dt{local}>{}</dt><dd>{}</dd>", escaped(&name), escaped(&value));
        }
        out.push_str("</dl>\n");
    }

    fn nav(&self) -> String {
        let mut out = String::new();
        let outline = self.messages.get("export-outline");
        self.begin(&outline, &mut out);
        let local = local(self.page, self.messages);
        let _ = writeln!(
            out,
            "<body>\n<nav epub:type=\"toc\" id=\"toc\" role=\"doc-toc\"{}>",
            attribute("aria-label", &outline)
        );
        let _ = writeln!(out, "<h1{local}>{}</h1>", escaped(&outline));
        let first =
            TocEntry { depth: 0, id: "title".to_owned(), words: self.title.clone(), more: None };
        let known = self.entries.iter().filter(|entry| self.home.contains_key(&entry.id));
        // An entry of a book's outline is a link and nothing else.
        let plain = known.map(|entry| TocEntry {
            words: match &entry.more {
                Some(more) => format!("{} ({more})", entry.words),
                None => entry.words.clone(),
            },
            more: None,
            ..entry.clone()
        });
        let all: Vec<TocEntry> = std::iter::once(first).chain(plain).collect();
        toc::list(&toc::sound(all), &|id| self.href(id), &mut out);
        out.push_str(
            "</nav>\n<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<ol>\n",
        );
        let _ = writeln!(
            out,
            "<li><a epub:type=\"bodymatter\" href=\"{}\">{}</a></li>",
            name(0),
            escaped(&self.messages.get("export-start"))
        );
        out.push_str("</ol>\n</nav>\n</body>\n</html>\n");
        out
    }

    fn package(&self, modified: &Moment) -> String {
        let meta = &self.page.speech.meta;
        let language = of_speech(self.page);
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        );
        let mut say = |element: &str, value: &str| {
            let value = crate::text::printable(value);
            if !value.trim().is_empty() {
                let name = element.split(' ').next().unwrap_or(element);
                let _ = write!(out, "<{element}>");
                escape(value.trim(), &mut out);
                let _ = writeln!(out, "</{name}>");
            }
        };
        let address = about::address(self.page).to_string();
        let print = &self.page.speech.fingerprint;
        say("dc:identifier id=\"id\"", &format!("urn:dienvan:{address}:{print}"));
        say("dc:title", &self.title);
        say("dc:language", language);
        if let Some(speaker) = &meta.speaker {
            say("dc:creator", speaker);
        }
        if let Some(date) = meta.date {
            say("dc:date", &date.to_string());
        }
        let facts = about::facts(self.page, self.messages);
        let facts: Vec<String> =
            facts.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        say("dc:description", &facts.join(" · "));
        if let Some(link) = about::link(self.page) {
            say("dc:source", &link);
        }
        say("meta property=\"dcterms:modified\"", &modified.0);
        for (property, value) in [
            ("accessMode", "textual"),
            ("accessModeSufficient", "textual"),
            ("accessibilityFeature", "tableOfContents"),
            ("accessibilityFeature", "structuralNavigation"),
            ("accessibilityFeature", "readingOrder"),
            ("accessibilityFeature", "displayTransformability"),
            ("accessibilityHazard", "none"),
        ] {
            say(&format!("meta property=\"schema:{property}\""), value);
        }
        let summary = self.messages.get("export-summary");
        say("meta property=\"schema:accessibilitySummary\"", &summary);
        out.push_str("</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n");
        for index in 0..self.chapters.len() {
            let _ = writeln!(
                out,
                "<item id=\"text-{}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>",
                index + 1,
                name(index)
            );
        }
        out.push_str("</manifest>\n<spine>\n");
        for index in 0..self.chapters.len() {
            let _ = writeln!(out, "<itemref idref=\"text-{}\"/>", index + 1);
        }
        out.push_str("</spine>\n</package>\n");
        out
    }
}

/// Returns the language of the interface as attributes of XHTML, where it is not that of the speech.
fn local(page: &Page<'_>, messages: &Messages) -> String {
    match language(page, messages).is_empty() {
        true => String::new(),
        false => {
            let code = messages.lang().code();
            format!(" lang=\"{code}\" xml:lang=\"{code}\"")
        }
    }
}

/// Returns the blocks that parts of the text begin with.
fn starts(speech: &Speech) -> HashSet<usize> {
    let outer = speech.outline.sections.iter().filter(|section| section.depth == 0);
    outer
        .filter(|section| !matches!(section.kind, SectionKind::Closing))
        .map(|section| speech.block_at(section.range.start))
        .collect()
}
