//! Where a Word document (DOCX) defines its lists: `word/numbering.xml`.

use crate::formats::read::ImportError;
use crate::formats::read::numbering::{
    Definition, Figures, LEVELS, LabelForm, ListInstance, Numbering, NumberingLevel,
};
use crate::formats::read::numbers::{Beyond, Numeral};
use crate::formats::read::xml::{Xml, XmlNode};

/// Reads `word/numbering.xml`.
pub(super) fn read(mut xml: Xml) -> Result<Numbering, ImportError> {
    let mut out = Numbering::default();
    let mut definition = (String::new(), Definition::default());
    let mut list = (String::new(), ListInstance::default());
    let mut level: Option<(usize, NumberingLevel)> = None;
    let mut within = "";
    let mut overridden = 0;
    while let Some(node) = xml.next()? {
        match node {
            XmlNode::Start(element) => {
                let value = || element.attr("val").unwrap_or_default();
                let number = || element.number("val").unwrap_or(0);
                match (element.name(), level.as_mut()) {
                    ("abstractNum", _) => {
                        let id = element.attr("abstractNumId").unwrap_or_default();
                        definition = (id, Definition::default());
                        within = "definition";
                    }
                    ("num", _) => {
                        list = (element.attr("numId").unwrap_or_default(), ListInstance::default());
                        within = "list";
                    }
                    ("abstractNumId", _) => list.1.definition = value(),
                    ("styleLink", _) => definition.1.is_style = Some(value()),
                    ("numStyleLink", _) => definition.1.of_style = Some(value()),
                    ("lvlOverride", _) => overridden = place(element.number("ilvl")),
                    ("startOverride", _) => {
                        list.1.starts.insert(overridden, number());
                    }
                    ("lvl", _) => {
                        level = Some((place(element.number("ilvl")), NumberingLevel::default()));
                    }
                    ("start", Some((_, level))) => level.start = number(),
                    ("numFmt", Some((_, level))) => level.form = form(&value()),
                    ("lvlText", Some((_, level))) => level.text = value(),
                    ("lvlRestart", Some((_, level))) => {
                        level.restart = usize::try_from(number()).ok();
                    }
                    ("isLgl", Some((_, level))) if value() != "0" => {
                        level.figures = Figures::Decimal;
                    }
                    ("pStyle", Some((_, level))) => level.style = Some(value()),
                    _ => {}
                }
            }
            XmlNode::End(name) => match name.as_str() {
                "lvl" => {
                    let levels = match within {
                        "list" => &mut list.1.levels,
                        _ => &mut definition.1.levels,
                    };
                    levels.extend(level.take());
                }
                "abstractNum" => {
                    let (id, definition) = std::mem::take(&mut definition);
                    out.definitions.insert(id, definition);
                }
                "num" => {
                    let (id, list) = std::mem::take(&mut list);
                    out.lists.insert(id, list);
                }
                _ => {}
            },
            XmlNode::Text(_) => {}
        }
    }
    out.resolve_links();
    Ok(out)
}

fn place(level: Option<i64>) -> usize {
    usize::try_from(level.unwrap_or(0)).unwrap_or(0).min(LEVELS - 1)
}

fn form(name: &str) -> LabelForm {
    LabelForm::Number(match name {
        "bullet" => return LabelForm::Bullet,
        "decimalZero" => Numeral::PaddedDecimal,
        "upperRoman" => Numeral::UpperRoman,
        "lowerRoman" => Numeral::LowerRoman,
        "upperLetter" => Numeral::UpperLetter(Beyond::Doubled),
        "lowerLetter" => Numeral::LowerLetter(Beyond::Doubled),
        "vietnameseCounting" => Numeral::Words,
        "ordinalText" => Numeral::Ordinals,
        "none" => Numeral::None,
        _ => Numeral::Decimal,
    })
}
