//! The styles of OpenDocument: what paragraphs and spans take over, and the list styles.

use super::lists::{ListStyle, level};
use crate::formats::read::ImportError;
use crate::formats::read::xml::{Xml, XmlNode};
use std::collections::HashMap;

/// How many styles one may be based on, one on the other.
const CHAIN: usize = 32;

/// A style of paragraphs or spans.
#[derive(Clone, Debug, Default)]
pub(super) struct OdtStyle {
    parent: Option<String>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: Option<bool>,
    pub font: Option<String>,
    /// The list of its paragraphs; an empty name takes away what it would take over.
    pub list: Option<String>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    styles: HashMap<(String, String), OdtStyle>,
    pub lists: HashMap<String, ListStyle>,
    /// The numbers of headings.
    pub outline: ListStyle,
    fonts: HashMap<String, String>,
}

impl OdtStyles {
    /// Takes up the styles of a part, up to where its text begins.
    pub fn read(&mut self, xml: &mut Xml) -> Result<(), ImportError> {
        let mut style: Option<((String, String), OdtStyle)> = None;
        let mut list: Option<(String, ListStyle)> = None;
        let mut outline = false;
        while let Some(node) = xml.next()? {
            match node {
                XmlNode::Start(element) => {
                    let text = |name: &str| element.attr(name).unwrap_or_default();
                    match element.name() {
                        "body" => return Ok(()),
                        "master-styles" => xml.skip()?,
                        "font-face" => {
                            self.fonts.insert(text("name"), text("font-family"));
                        }
                        "style" => {
                            let new = OdtStyle {
                                parent: element.attr("parent-style-name"),
                                list: element.attr("list-style-name"),
                                ..OdtStyle::default()
                            };
                            style = Some(((text("family"), text("name")), new));
                        }
                        "text-properties" => {
                            if let Some((_, style)) = &mut style {
                                let is = |name: &str, values: &[&str]| {
                                    element.attr(name).map(|value| values.contains(&value.as_str()))
                                };
                                style.bold = is("font-weight", &["bold", "700", "800", "900"]);
                                style.italic = is("font-style", &["italic", "oblique"]);
                                style.hidden = is("display", &["none"]);
                                style.font = element
                                    .attr("font-name")
                                    .or_else(|| element.attr("font-family"));
                            }
                        }
                        "list-style" => list = Some((text("name"), ListStyle::default())),
                        "outline-style" => outline = true,
                        _ => {
                            let levels = match &mut list {
                                Some((_, levels)) => levels,
                                None if outline => &mut self.outline,
                                None => continue,
                            };
                            levels.extend(level(&element));
                        }
                    }
                }
                XmlNode::End(name) => match name.as_str() {
                    "style" => self.styles.extend(style.take()),
                    "list-style" => self.lists.extend(list.take()),
                    "outline-style" => outline = false,
                    _ => {}
                },
                XmlNode::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Returns a style with what it takes over from those it is based on.
    pub fn of(&self, family: &str, name: &str) -> OdtStyle {
        let mut out = OdtStyle::default();
        let mut name = Some(name.to_owned());
        for _ in 0..CHAIN {
            let Some(key) = name.take().map(|name| (family.to_owned(), name)) else { break };
            let Some(style) = self.styles.get(&key) else { break };
            out.bold = out.bold.or(style.bold);
            out.italic = out.italic.or(style.italic);
            out.hidden = out.hidden.or(style.hidden);
            out.font = out.font.or_else(|| style.font.clone());
            out.list = out.list.or_else(|| style.list.clone());
            name.clone_from(&style.parent);
        }
        if let Some(font) = &out.font {
            out.font = Some(self.fonts.get(font).unwrap_or(font).clone());
        }
        out
    }

    /// Returns the names of a paragraph style and those it is based on: "Heading_20_1", "Title".
    pub fn names(&self, name: &str) -> Vec<String> {
        let mut out = Vec::new();
        let mut name = Some(name.to_owned());
        while let Some(next) = name.take().filter(|_| out.len() < CHAIN) {
            let key = ("paragraph".to_owned(), next);
            name = self.styles.get(&key).and_then(|style| style.parent.clone());
            out.push(key.1);
        }
        out
    }
}
