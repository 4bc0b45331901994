//! The words in the cells of a workbook's first sheet.
//!
//! It is read by hand, over the crates for ZIP and XML that the program has anyway: of a table that comes back only words are
//! wanted, from whichever program wrote it (shared or inline strings, formulas with their results).

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that a part may unfold to, in bytes, and the most cells of a line.
const MOST: u64 = 128 * 1024 * 1024;
const COLUMNS: usize = 256;

type Parts<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Returns the lines of the first sheet, each as its cells; nothing if it is no workbook.
pub(super) fn lines(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let sheet = first_sheet(&mut parts)?;
    let strings = match part(&mut parts, "xl/sharedStrings.xml") {
        Some(text) => shared_strings(&text)?,
        None => Vec::new(),
    };
    cells(&part(&mut parts, &sheet)?, &strings)
}

/// Reads a part as text.
fn part(parts: &mut Parts<'_>, name: &str) -> Option<String> {
    let mut text = String::new();
    let read = parts.by_name(name).ok()?.take(MOST + 1).read_to_string(&mut text).ok()?;
    (u64::try_from(read).ok()? <= MOST).then_some(text)
}

/// Finds the name of the part that has the first sheet.
fn first_sheet(parts: &mut Parts<'_>) -> Option<String> {
    let book = part(parts, "xl/workbook.xml")?;
    let links = part(parts, "xl/_rels/workbook.xml.rels")?;
    let id = elements(&book, "sheet")?.into_iter().find_map(|sheet| attribute(&sheet, "r:id"))?;
    let link = elements(&links, "Relationship")?
        .into_iter()
        .find(|link| attribute(link, "Id").as_ref() == Some(&id))?;
    let target = attribute(&link, "Target")?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

fn reader_of(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// Returns the elements of a name.
fn elements<'x>(text: &'x str, name: &str) -> Option<Vec<BytesStart<'x>>> {
    let mut reader = reader_of(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) if element.local_name().into_inner() == name => {
                found.push(element);
            }
            Event::Eof => return Some(found),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.into_inner() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Reads the strings that cells name by number.
fn shared_strings(text: &str) -> Option<Vec<String>> {
    let mut reader = reader_of(text);
    let mut strings: Vec<String> = Vec::new();
    let mut words = WordsOf::default();
    loop {
        let event = reader.read_event().ok()?;
        if let Event::Start(element) = &event
            && element.local_name().into_inner() == "si"
        {
            strings.push(String::new());
        }
        if let Some(string) = strings.last_mut() {
            words.take(&event, string)?;
        }
        if matches!(event, Event::Eof) {
            return Some(strings);
        }
    }
}

/// Reads the cells of a sheet.
fn cells(text: &str, strings: &[String]) -> Option<Vec<Vec<String>>> {
    let mut reader = reader_of(text);
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut cell: Option<(usize, String, String)> = None;
    let mut words = WordsOf::default();
    loop {
        let event = reader.read_event().ok()?;
        match &event {
            Event::Start(element) if element.local_name().into_inner() == "row" => {
                lines.push(Vec::new());
            }
            Event::Start(element) if element.local_name().into_inner() == "c" => {
                let next = lines.last().map_or(0, Vec::len);
                let at = attribute(element, "r").and_then(|place| column(&place)).unwrap_or(next);
                let kind = attribute(element, "t").unwrap_or_default();
                cell = Some((at, kind, String::new()));
            }
            Event::End(element) if element.local_name().into_inner() == "c" => {
                if let (Some((at, kind, value)), Some(line)) = (cell.take(), lines.last_mut())
                    && at < COLUMNS
                {
                    line.resize(line.len().max(at + 1), String::new());
                    line[at] = match kind.as_str() {
                        "s" => strings.get(value.trim().parse::<usize>().ok()?)?.clone(),
                        _ => value,
                    };
                }
            }
            Event::Eof => return Some(lines),
            _ => {}
        }
        if let Some((_, _, value)) = &mut cell {
            words.take(&event, value)?;
        }
    }
}

/// Returns the number of a column, from 0, by the place of a cell: "AB12".
fn column(place: &str) -> Option<usize> {
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    letters
        .bytes()
        .try_fold(0_usize, |sum, letter| {
            let value = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
            sum.checked_mul(26)?.checked_add(value)
        })?
        .checked_sub(1)
}

/// Takes words out of what is read: those of `t` and `v`, not those that tell how to read them aloud.
#[derive(Default)]
struct WordsOf {
    is_text: bool,
    is_aloud: bool,
}

impl WordsOf {
    fn take(&mut self, event: &Event<'_>, words: &mut String) -> Option<()> {
        match event {
            Event::Start(element) => match element.local_name().into_inner() {
                "t" | "v" => self.is_text = !self.is_aloud,
                "rPh" => self.is_aloud = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().into_inner() {
                "t" | "v" => self.is_text = false,
                "rPh" => self.is_aloud = false,
                _ => {}
            },
            Event::Text(text) if self.is_text => words.push_str(&text.xml10_content()),
            Event::GeneralRef(name) if self.is_text => words.push_str(&reference(name)?),
            _ => {}
        }
        Some(())
    }
}

/// Returns what a reference stands for: `&amp;`, `&#39;`.
fn reference(name: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Some(c.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned)
}
