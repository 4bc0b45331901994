//! XML as a stream of elements and words.
//!
//! Entities that a document defines are never followed: only the five of XML and characters by
//! number are known, so that no document can make itself larger than it is.

use super::ImportError;
use super::limits::{Budget, Limit};
use crate::speech::Format;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What comes next in a document.
pub(super) enum XmlNode<'a> {
    /// An element begins. One that is empty ends at once: an [`XmlNode::End`] follows.
    Start(Element<'a>),
    /// An element ends; its local name.
    End(String),
    /// Words.
    Text(String),
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Returns the name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Returns an attribute by its name without a prefix.
    pub fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut all = attributes.with_checks(false).flatten();
        let found = all.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::default());
        Some(value.map_or_else(|_| found.value.clone().into_owned(), |value| value.into_owned()))
    }

    /// Returns an attribute as a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.attr(name)?.trim().parse().ok()
    }
}

/// A document while it is read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    format: Format,
    budget: &'a Budget,
    /// The name of an empty element whose end is still to be told.
    ends: Option<String>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str, format: Format, budget: &'a Budget) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Xml { reader, format, budget, ends: None, depth: 0 }
    }

    /// Returns what comes next; nothing at the end.
    pub fn next(&mut self) -> Result<Option<XmlNode<'a>>, ImportError> {
        if let Some(name) = self.ends.take() {
            return Ok(Some(XmlNode::End(name)));
        }
        loop {
            self.budget.step()?;
            let event = self
                .reader
                .read_event()
                .map_err(|error| ImportError::damaged(self.format, error))?;
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.budget.limits.depth {
                        return Err(ImportError::Limit(Limit::Depth));
                    }
                    return Ok(Some(XmlNode::Start(Element(start))));
                }
                Event::Empty(start) => {
                    self.ends = Some(start.local_name().into_inner().to_owned());
                    return Ok(Some(XmlNode::Start(Element(start))));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(XmlNode::End(end.local_name().into_inner().to_owned())));
                }
                Event::Text(text) => {
                    return Ok(Some(XmlNode::Text(text.xml10_content().into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Some(XmlNode::Text(text.xml10_content().into_owned())));
                }
                Event::GeneralRef(reference) => {
                    let c = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c),
                        _ => named(&reference.into_inner()),
                    };
                    if let Some(c) = c {
                        return Ok(Some(XmlNode::Text(c.to_string())));
                    }
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over the rest of the element that has just begun.
    pub fn skip(&mut self) -> Result<(), ImportError> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(XmlNode::Start(_)) => depth += 1,
                Some(XmlNode::End(_)) => depth -= 1,
                Some(XmlNode::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Reads the words of the element that has just begun.
    pub fn words(&mut self) -> Result<String, ImportError> {
        let mut out = String::new();
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(XmlNode::Start(_)) => depth += 1,
                Some(XmlNode::End(_)) => depth -= 1,
                Some(XmlNode::Text(text)) => out.push_str(&text),
                None => break,
            }
        }
        Ok(out)
    }
}

fn named(entity: &str) -> Option<char> {
    Some(match entity {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => return None,
    })
}

/// Decodes the bytes of a document: UTF-8 or UTF-16 by its mark.
pub(super) fn decode(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => text['\u{feff}'.len_utf8()..].to_owned(),
        Ok(text) => text,
        Err(error) => {
            let bytes = error.into_bytes();
            encoding_rs::UTF_8.decode(&bytes).0.into_owned()
        }
    }
}
