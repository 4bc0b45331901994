//! What documents say of themselves in the terms of Dublin Core.

use super::ImportError;
use super::draft::FileProperties;
use super::xml::{Xml, XmlNode};
use crate::speech::Date;

/// How titles begin that programs write where nobody gave one.
const EMPTY_BEGINS: [&str; 6] =
    ["untitled", "document", "microsoft word - ", "không có tiêu đề", "tài liệu", "powerpoint"];
/// Whole titles of this kind, and of parts that are no text.
const EMPTY_TITLES: [&str; 12] = [
    "unknown title",
    "unknown",
    "no title",
    "table of contents",
    "contents",
    "mục lục",
    "title",
    "cover",
    "bìa",
    "index",
    "trang chủ",
    "home",
];

/// Reads title, creator and date: `docProps/core.xml` of Office, `meta.xml` of OpenDocument.
pub(super) fn core(mut xml: Xml) -> Result<FileProperties, ImportError> {
    let mut facts = FileProperties::default();
    while let Some(node) = xml.next()? {
        let XmlNode::Start(element) = node else { continue };
        match element.name() {
            "title" => facts.title = title(xml.words()?),
            "creator" | "initial-creator" => {
                let author = xml.words()?;
                facts.author = facts.author.or(Some(author).filter(|text| !text.trim().is_empty()));
            }
            "created" | "creation-date" => facts.date = date(&xml.words()?),
            _ => {}
        }
    }
    Ok(facts)
}

/// Takes a title, unless it is one that a program made.
pub(super) fn title(text: String) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let made = EMPTY_BEGINS.iter().any(|made| lower.starts_with(made))
        || EMPTY_TITLES.contains(&lower.as_str());
    (!lower.is_empty() && !made).then_some(text)
}

/// Reads the day of a date as machines write it: "2023-12-20T08:00:00Z", "2023-12-20".
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::parse_iso(text.get(..10)?)
}
