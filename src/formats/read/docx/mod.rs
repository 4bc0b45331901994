//! Word documents (DOCX): paragraphs with the labels of their lists, tables, notes.
//!
//! Tracked changes are taken as accepted, hidden text is left out. What pages repeat (headers and
//! footers) comes last, as furniture. Looks other than bold and italics are not read.

mod body;
mod numbering;
mod styles;
#[cfg(test)]
mod tests;

use super::draft::{Draft, FileProperties};
use super::limits::Budget;
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::sheet::DraftBuilder;
use super::xml::{Xml, XmlNode, decode};
use super::zipped::Zipped;
use super::{ImportError, facts};
use crate::speech::{Format, FurnitureKind};
use crate::text::Encoding;
use body::DocxBody;
use std::collections::HashMap;
use styles::DocxStyles;

const DOCX: Format = Format::Docx;

/// Reads a Word document.
pub(super) fn read(package: &mut Zipped, budget: &Budget) -> Result<Draft, ImportError> {
    let main = main_part(package, budget)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut part = |name: &str| -> Result<Option<String>, ImportError> {
        Ok(package.read(&format!("{folder}/{name}"))?.map(decode))
    };
    let styles = match part("styles.xml")? {
        Some(text) => DocxStyles::read(Xml::new(&text, DOCX, budget))?,
        None => DocxStyles::default(),
    };
    let mut numbering = match part("numbering.xml")? {
        Some(text) => numbering::read(Xml::new(&text, DOCX, budget))?,
        None => Numbering::default(),
    };
    let mut sheet = DraftBuilder::default();
    let mut notes: HashMap<String, Paragraph> = HashMap::new();
    for name in ["footnotes.xml", "endnotes.xml"] {
        if let Some(text) = part(name)? {
            let body = DocxBody::new(&styles, &mut numbering, budget, &mut sheet);
            notes.extend(body.read_notes(Xml::new(&text, DOCX, budget))?);
        }
    }
    let text = package.read(&main)?.map(decode);
    let text = text.ok_or_else(|| ImportError::damaged(DOCX, format!("no {main}")))?;
    let mut body = DocxBody::new(&styles, &mut numbering, budget, &mut sheet);
    body.read(Xml::new(&text, DOCX, budget))?;
    for (index, id) in std::mem::take(&mut body.notes).iter().enumerate() {
        let words = notes.remove(id).unwrap_or_default();
        body.sheet.push(Paragraph::note(index + 1, &words), budget)?;
    }
    for name in package.names() {
        let file = name.rsplit('/').next().unwrap_or_default();
        let repeats = file.starts_with("header") || file.starts_with("footer");
        if !(repeats && name.starts_with(&folder) && file.ends_with(".xml")) {
            continue;
        }
        if let Some(text) = package.read(&name)?.map(decode) {
            let mut body = DocxBody::new(&styles, &mut numbering, budget, &mut sheet);
            body.furniture = Some(FurnitureKind::Chrome);
            body.read(Xml::new(&text, DOCX, budget))?;
        }
    }
    let facts = match package.read("docProps/core.xml")?.map(decode) {
        Some(text) => facts::core(Xml::new(&text, DOCX, budget))?,
        None => FileProperties::default(),
    };
    Ok(sheet.finish(DOCX, Encoding::Utf8, facts))
}

/// Finds the part that holds the text: where the relations of the package say.
fn main_part(package: &mut Zipped, budget: &Budget) -> Result<String, ImportError> {
    const USUAL: &str = "word/document.xml";
    if package.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let relations = package.read("_rels/.rels")?.map(decode).unwrap_or_default();
    let mut xml = Xml::new(&relations, DOCX, budget);
    while let Some(node) = xml.next()? {
        let XmlNode::Start(element) = node else { continue };
        let kind = element.attr("Type").unwrap_or_default();
        if kind.ends_with("/officeDocument") {
            let target = element.attr("Target").unwrap_or_default();
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Err(ImportError::damaged(DOCX, format!("no {USUAL}")))
}
