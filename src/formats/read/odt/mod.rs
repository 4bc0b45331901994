//! OpenDocument texts (ODT): paragraphs with the labels of their lists.
//!
//! Tracked changes are taken as accepted, hidden text is left out.

mod body;
mod lists;
mod styles;
#[cfg(test)]
mod tests;

use super::draft::{Draft, FileProperties};
use super::limits::Budget;
use super::sheet::DraftBuilder;
use super::xml::{Xml, decode};
use super::zipped::Zipped;
use super::{ImportError, facts};
use crate::speech::Format;
use crate::text::Encoding;
use body::OdtBody;
use styles::OdtStyles;

const ODT: Format = Format::Odt;

/// Reads an OpenDocument text.
pub(super) fn read(package: &mut Zipped, budget: &Budget) -> Result<Draft, ImportError> {
    // What is encrypted is told of in the manifest, and reads as noise.
    let manifest = package.read("META-INF/manifest.xml")?.map(decode).unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ImportError::Encrypted(ODT));
    }
    let mut styles = OdtStyles::default();
    if let Some(text) = package.read("styles.xml")?.map(decode) {
        styles.read(&mut Xml::new(&text, ODT, budget))?;
    }
    let content = package.read("content.xml")?.map(decode);
    let content = content.ok_or_else(|| ImportError::damaged(ODT, "no content.xml"))?;
    let facts = match package.read("meta.xml")?.map(decode) {
        Some(text) => facts::core(Xml::new(&text, ODT, budget))?,
        None => FileProperties::default(),
    };
    text(&content, styles, facts, budget)
}

fn text(
    content: &str,
    mut styles: OdtStyles,
    facts: FileProperties,
    budget: &Budget,
) -> Result<Draft, ImportError> {
    let mut xml = Xml::new(content, ODT, budget);
    styles.read(&mut xml)?;
    let mut sheet = DraftBuilder::default();
    OdtBody::new(&styles, budget, &mut sheet).read(&mut xml)?;
    Ok(sheet.finish(ODT, Encoding::Utf8, facts))
}
