//! The text of an OpenDocument text: paragraphs, headings, lists, tables, notes.

use super::lists::{Counts, LEVELS, label};
use super::styles::{OdtStyle, OdtStyles};
use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use crate::formats::read::paragraph::{Look, Paragraph, ParagraphRank};
use crate::formats::read::sheet::DraftBuilder;
use crate::formats::read::table::DraftTable;
use crate::formats::read::xml::{Element, Xml, XmlNode};
use crate::speech::FurnitureKind;
use std::collections::HashMap;

/// The text while it is read.
pub(super) struct OdtBody<'a> {
    pub styles: &'a OdtStyles,
    pub budget: &'a Budget,
    pub sheet: &'a mut DraftBuilder,
    pub furniture: Option<FurnitureKind>,
    open: Vec<OdtParagraph>,
    lists: Vec<OdtList>,
    tables: Vec<DraftTable>,
    notes: Vec<Paragraph>,
    /// How far the lists of each style, and each list by its name, have counted.
    by_style: HashMap<String, Counts>,
    by_id: HashMap<String, Counts>,
    headings: Counts,
    /// How many elements deep the table of contents is that is being read.
    contents: usize,
}

/// A paragraph that is being read.
struct OdtParagraph {
    paragraph: Paragraph,
    spans: Vec<OdtStyle>,
}

/// A list that is being read, at one level.
struct OdtList {
    style: Option<String>,
    id: Option<String>,
    counts: Counts,
    item: ItemLabel,
}

/// What the item at hand still waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ItemLabel {
    /// Its first paragraph, which gets the label; and the number it is told to have.
    Unlabelled(Option<i64>),
    /// Nothing.
    Labelled,
}

impl<'a> OdtBody<'a> {
    pub fn new(styles: &'a OdtStyles, budget: &'a Budget, sheet: &'a mut DraftBuilder) -> Self {
        OdtBody {
            styles,
            budget,
            sheet,
            furniture: None,
            open: Vec::new(),
            lists: Vec::new(),
            tables: Vec::new(),
            notes: Vec::new(),
            by_style: HashMap::new(),
            by_id: HashMap::new(),
            headings: [None; LEVELS],
            contents: 0,
        }
    }

    /// Reads the rest of a part.
    pub fn read(&mut self, xml: &mut Xml) -> Result<(), ImportError> {
        while let Some(node) = xml.next()? {
            match node {
                XmlNode::Start(element) => self.start(&element, xml)?,
                XmlNode::End(name) => self.end(&name)?,
                XmlNode::Text(text) => self.say(&text),
            }
        }
        while !self.open.is_empty() {
            self.close()?;
        }
        while let Some(table) = self.tables.pop() {
            self.sheet.table(table, self.budget)?;
        }
        for (index, words) in std::mem::take(&mut self.notes).iter().enumerate() {
            self.sheet.push(Paragraph::note(index + 1, words), self.budget)?;
        }
        Ok(())
    }

    fn start(&mut self, element: &Element, xml: &mut Xml) -> Result<(), ImportError> {
        let text = |name: &str| element.attr(name).unwrap_or_default();
        match element.name() {
            // What was deleted, remarks, forms, the numbers that other programs wrote.
            "tracked-changes" | "annotation" | "forms" | "sequence-decls" | "number"
            | "variable-decls" | "user-field-decls" | "desc" | "title" | "event-listeners" => {
                xml.skip()?;
            }
            "section" if element.attr("display").as_deref() == Some("none") => {
                let words = xml.words()?;
                self.sheet.hide(&words);
            }
            "table-of-content" | "alphabetical-index" | "illustration-index" => self.contents += 1,
            "h" => self.paragraph(&text("style-name"), element.number("outline-level").or(Some(1))),
            "p" => self.paragraph(&text("style-name"), None),
            "span" => {
                let style = self.styles.of("text", &text("style-name"));
                self.with_open(|open| open.spans.push(style));
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).clamp(1, 200);
                self.say(&" ".repeat(count as usize));
            }
            "tab" => self.say(" "),
            "line-break" => self.with_open(|open| open.paragraph.line_break()),
            "list" => self.begin_list(element),
            "list-item" => {
                let start = element.number("start-value");
                if let Some(list) = self.lists.last_mut() {
                    list.item = ItemLabel::Unlabelled(start);
                }
            }
            "list-header" => {
                if let Some(list) = self.lists.last_mut() {
                    list.item = ItemLabel::Labelled;
                }
            }
            "note" => {
                let words = self.note(xml)?;
                self.notes.push(words);
                let number = self.notes.len();
                self.say_plain(&format!("[{number}]"));
            }
            "table" => self.tables.push(DraftTable::default()),
            "table-row" => self.with_table(DraftTable::row),
            // One that a cell beside it spans is there too, and empty.
            "table-cell" | "covered-table-cell" => {
                let columns = element.number("number-columns-repeated").unwrap_or(1);
                let over =
                    |name| element.number(name).and_then(|count| usize::try_from(count).ok());
                let spans = (over("number-columns-spanned"), over("number-rows-spanned"));
                self.with_table(|table| {
                    table.cell();
                    table.widen(usize::try_from(columns).unwrap_or(1));
                    table.cover(spans.0.unwrap_or(1), spans.1.unwrap_or(1));
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "p" | "h" => self.close()?,
            "span" => self.with_open(|open| {
                open.spans.pop();
            }),
            "list" => self.end_list(),
            "table" => {
                if let Some(table) = self.tables.pop() {
                    match self.tables.last_mut() {
                        Some(outer) => outer.nest(table),
                        None => self.sheet.table(table, self.budget)?,
                    }
                }
            }
            "table-of-content" | "alphabetical-index" | "illustration-index" => {
                self.contents = self.contents.saturating_sub(1);
            }
            _ => {}
        }
        Ok(())
    }

    fn with_open(&mut self, set: impl FnOnce(&mut OdtParagraph)) {
        if let Some(open) = self.open.last_mut() {
            set(open);
        }
    }

    fn with_table(&mut self, set: impl FnOnce(&mut DraftTable)) {
        if let Some(table) = self.tables.last_mut() {
            set(table);
        }
    }

    fn begin_list(&mut self, element: &Element) {
        let outer = self.lists.last();
        let style =
            element.attr("style-name").or_else(|| outer.and_then(|list| list.style.clone()));
        let continues = element.attr("continue-numbering").as_deref() == Some("true");
        let other = element.attr("continue-list").and_then(|id| self.by_id.get(&id).copied());
        let before = || style.as_ref().and_then(|style| self.by_style.get(style).copied());
        // A list in an item counts on in what the outer ones counted.
        let counts = match outer {
            Some(outer) => outer.counts,
            None if continues => before().unwrap_or_default(),
            None => other.unwrap_or_default(),
        };
        let id = element.attr("id");
        self.lists.push(OdtList { style, id, counts, item: ItemLabel::Labelled });
    }

    fn end_list(&mut self) {
        let Some(list) = self.lists.pop() else { return };
        if let Some(outer) = self.lists.last_mut() {
            outer.counts = list.counts;
            return;
        }
        if let Some(style) = list.style {
            self.by_style.insert(style, list.counts);
        }
        if let Some(id) = list.id {
            self.by_id.insert(id, list.counts);
        }
    }

    /// Begins a paragraph; a heading has a level.
    fn paragraph(&mut self, style: &str, heading: Option<i64>) {
        let look = self.styles.of("paragraph", style);
        let mut paragraph = Paragraph::beside(self.furniture);
        if self.contents > 0 {
            paragraph.furniture = Some(FurnitureKind::Chrome);
        }
        let names = self.styles.names(style);
        if let Some(level) = heading {
            paragraph.rank = ParagraphRank::Heading(level.clamp(1, 6) as u8);
        } else if names.iter().any(|name| name == "Title") {
            paragraph.rank = ParagraphRank::Title;
        }
        let depth = self.lists.len();
        if let Some(list) = self.lists.last_mut() {
            if let ItemLabel::Unlabelled(start) = list.item {
                list.item = ItemLabel::Labelled;
                let name = list.style.as_ref().or(look.list.as_ref());
                if let Some(style) = name.and_then(|name| self.styles.lists.get(name)) {
                    paragraph.label = label(style, &mut list.counts, depth - 1, start);
                    paragraph.depth = (depth - 1).min(9) as u8;
                }
            }
        } else if let Some(level) = heading.filter(|_| is_numbered(&look)) {
            let at = usize::try_from(level - 1).unwrap_or(0).min(LEVELS - 1);
            paragraph.label = label(&self.styles.outline, &mut self.headings, at, None);
        }
        self.open.push(OdtParagraph { paragraph, spans: vec![look] });
    }

    fn say(&mut self, words: &str) {
        let Some(open) = self.open.last_mut() else { return };
        match look_of(&open.spans) {
            // Line ends of the file are blanks.
            Some(look) if words.contains(['\n', '\r', '\t']) => {
                open.paragraph.push(&words.replace(['\n', '\r', '\t'], " "), look);
            }
            Some(look) => open.paragraph.push(words, look),
            None => self.sheet.hide(words),
        }
    }

    /// Reads the words of a note, whose element has just begun, without its number.
    fn note(&mut self, xml: &mut Xml) -> Result<Paragraph, ImportError> {
        let mut out = Paragraph::default();
        let mut styles: Vec<OdtStyle> = Vec::new();
        // An element that is no span has no style of its own.
        let mut within: Vec<usize> = Vec::new();
        loop {
            match xml.next()? {
                Some(XmlNode::Start(element)) if element.name() == "note-citation" => xml.skip()?,
                Some(XmlNode::Start(element)) => {
                    within.push(styles.len());
                    let family = match element.name() {
                        "p" | "h" => "paragraph",
                        "span" => "text",
                        _ => "",
                    };
                    if !family.is_empty() {
                        let name = element.attr("style-name").unwrap_or_default();
                        styles.push(self.styles.of(family, &name));
                    }
                    let parts = matches!(element.name(), "p" | "s" | "tab" | "line-break");
                    if parts && !out.is_blank() {
                        out.say(" ");
                    }
                }
                Some(XmlNode::End(_)) => match within.pop() {
                    Some(before) => styles.truncate(before),
                    None => return Ok(out),
                },
                Some(XmlNode::Text(words)) => match look_of(&styles) {
                    Some(look) => out.push(&words, look),
                    None => self.sheet.hide(&words),
                },
                None => return Ok(out),
            }
        }
    }

    fn say_plain(&mut self, words: &str) {
        self.with_open(|open| open.paragraph.say(words));
    }

    fn close(&mut self) -> Result<(), ImportError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        match self.tables.last_mut() {
            Some(table) => table.push(open.paragraph),
            None => self.sheet.push(open.paragraph, self.budget)?,
        }
        Ok(())
    }
}

/// Tells whether headings of a style have the numbers of the outline: not where it names another list,
/// or none by an empty name.
fn is_numbered(style: &OdtStyle) -> bool {
    style.list.as_deref().is_none_or(|list| list == "Outline")
}

/// Returns the look of words in these styles, of which the last one counts most; nothing if they are hidden.
fn look_of(spans: &[OdtStyle]) -> Option<Look> {
    let said = |get: fn(&OdtStyle) -> Option<bool>| spans.iter().rev().find_map(get);
    if said(|style| style.hidden) == Some(true) {
        return None;
    }
    let mut look = Look::default();
    if said(|style| style.bold) == Some(true) {
        look = look.bold();
    }
    if said(|style| style.italic) == Some(true) {
        look = look.italic();
    }
    match spans.iter().rev().find_map(|style| style.font.as_ref()) {
        Some(font) => Some(look.in_font(font)),
        None => Some(look),
    }
}
