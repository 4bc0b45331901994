//! The styles of Word: what a paragraph or run takes over from them.

use crate::formats::read::ImportError;
use crate::formats::read::xml::{Element, Xml, XmlNode};
use crate::text::Legacy;
use std::collections::HashMap;

/// How many styles one may be based on, one on the other.
const CHAIN: usize = 32;

/// What is said of a run, where it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: Option<bool>,
    pub capitals: Option<bool>,
    pub font: Option<String>,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub(super) struct DocxStyle {
    based_on: Option<String>,
    /// Its name, in small letters: "heading 1", "title", "toc 2".
    pub name: String,
    pub run: RunLook,
    /// The level of the outline, from 0; 9 is the body's.
    pub outline: Option<i64>,
    pub list: Option<String>,
    pub level: Option<i64>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct DocxStyles {
    styles: HashMap<String, DocxStyle>,
    /// The style of paragraphs that name none.
    pub standard: Option<String>,
    defaults: RunLook,
}

impl RunLook {
    /// Takes up what an element of run properties says.
    pub fn take(&mut self, element: &Element) {
        let on = || {
            let value = element.attr("val");
            Some(!matches!(value.as_deref(), Some("0" | "false" | "off" | "none")))
        };
        match element.name() {
            "b" => self.bold = on(),
            "i" => self.italic = on(),
            "vanish" => self.hidden = on(),
            "caps" => self.capitals = on(),
            "rFonts" => {
                let fonts = ["ascii", "hAnsi"].map(|kind| element.attr(kind));
                // Letters beyond ASCII are of the second one, the others of the first.
                let old = |font: &&Option<String>| {
                    font.as_deref().is_some_and(|font| Legacy::of_font(font).is_some())
                };
                let font = fonts.iter().find(old).or(fonts.iter().find(|font| font.is_some()));
                self.font = font.cloned().flatten().or(self.font.take());
            }
            _ => {}
        }
    }

    /// Returns this look, and where it says nothing the other one.
    pub fn over(&self, other: &RunLook) -> RunLook {
        RunLook {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            capitals: self.capitals.or(other.capitals),
            font: self.font.clone().or_else(|| other.font.clone()),
        }
    }
}

impl DocxStyles {
    /// Reads `word/styles.xml`.
    pub fn read(mut xml: Xml) -> Result<Self, ImportError> {
        let mut out = DocxStyles::default();
        let mut style: Option<(String, DocxStyle)> = None;
        let mut within_defaults = false;
        while let Some(node) = xml.next()? {
            match node {
                XmlNode::Start(element) => {
                    let value = || element.attr("val");
                    match (element.name(), style.as_mut()) {
                        ("rPrDefault", _) => within_defaults = true,
                        ("style", _) => {
                            let id = element.attr("styleId").unwrap_or_default();
                            let standard = element.attr("default").is_some_and(|on| on != "0");
                            if standard && element.attr("type").as_deref() == Some("paragraph") {
                                out.standard = Some(id.clone());
                            }
                            style = Some((id, DocxStyle::default()));
                        }
                        ("name", Some((_, style))) => {
                            style.name = value().unwrap_or_default().to_lowercase();
                        }
                        ("basedOn", Some((_, style))) => style.based_on = value(),
                        ("outlineLvl", Some((_, style))) => style.outline = element.number("val"),
                        ("numId", Some((_, style))) => style.list = value(),
                        ("ilvl", Some((_, style))) => style.level = element.number("val"),
                        // The looks of a table's parts are not those of its text.
                        ("tblStylePr", Some(_)) => xml.skip()?,
                        (_, Some((_, style))) => style.run.take(&element),
                        (_, None) if within_defaults => out.defaults.take(&element),
                        (_, None) => {}
                    }
                }
                XmlNode::End(name) if name == "style" => out.styles.extend(style.take()),
                XmlNode::End(name) if name == "rPrDefault" => within_defaults = false,
                XmlNode::End(_) | XmlNode::Text(_) => {}
            }
        }
        Ok(out)
    }

    /// Returns a style and those it is based on, itself first.
    pub fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = (&'s str, &'s DocxStyle)> {
        let first = id.and_then(|id| self.styles.get_key_value(id));
        let next = |(_, style): &(&'s str, &'s DocxStyle)| {
            let (id, based) = self.styles.get_key_value(style.based_on.as_ref()?)?;
            Some((id.as_str(), based))
        };
        std::iter::successors(first.map(|(id, style)| (id.as_str(), style)), next).take(CHAIN)
    }

    /// Returns what a style says of runs, with what it is based on.
    pub fn run(&self, id: Option<&str>) -> RunLook {
        self.chain(id).fold(RunLook::default(), |look, (_, style)| look.over(&style.run))
    }

    /// Returns what is said of runs where no style does.
    pub fn defaults(&self) -> &RunLook {
        &self.defaults
    }
}
