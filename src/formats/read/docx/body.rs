//! The text of a Word document: paragraphs, runs, tables, notes.

use super::styles::{DocxStyles, RunLook};
use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use crate::formats::read::numbering::{Numbering, bullet};
use crate::formats::read::paragraph::{LetterCase, Look, Paragraph, ParagraphRank, SOFT_HYPHEN};
use crate::formats::read::sheet::DraftBuilder;
use crate::formats::read::table::DraftTable;
use crate::formats::read::xml::{Element, Xml, XmlNode};
use crate::speech::FurnitureKind;
use std::collections::HashMap;

/// What the text of a part is read with.
pub(super) struct DocxBody<'a> {
    pub styles: &'a DocxStyles,
    pub numbering: &'a mut Numbering,
    pub budget: &'a Budget,
    pub sheet: &'a mut DraftBuilder,
    /// What all paragraphs are, if they are no text.
    pub furniture: Option<FurnitureKind>,
    /// The notes that were referred to, in the order of the text.
    pub notes: Vec<String>,
    open: Vec<DocxParagraph>,
    tables: Vec<DraftTable>,
    run: RunLook,
    within: Vec<Within>,
    /// Where a part of notes is read: the one at hand, by its id, and those before it.
    notes_read: Option<DocxNotes>,
}

/// The notes of a part while they are read.
#[derive(Debug, Default)]
struct DocxNotes {
    open: Option<(String, Paragraph)>,
    read: HashMap<String, Paragraph>,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct DocxParagraph {
    paragraph: Paragraph,
    style: Option<String>,
    list: Option<String>,
    level: Option<i64>,
    outline: Option<i64>,
    mark: ParagraphBreak,
    base: Option<RunLook>,
}

/// What became of the end of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ParagraphBreak {
    #[default]
    Kept,
    /// It was deleted: the next paragraph goes on with this one.
    Deleted,
}

/// The elements that change what those in them mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    ParagraphProperties,
    RunProperties,
    RowProperties,
    Text,
}

impl<'a> DocxBody<'a> {
    pub fn new(
        styles: &'a DocxStyles,
        numbering: &'a mut Numbering,
        budget: &'a Budget,
        sheet: &'a mut DraftBuilder,
    ) -> Self {
        DocxBody {
            styles,
            numbering,
            budget,
            sheet,
            furniture: None,
            notes: Vec::new(),
            open: Vec::new(),
            tables: Vec::new(),
            run: RunLook::default(),
            within: Vec::new(),
            notes_read: None,
        }
    }

    /// Reads the notes of `word/footnotes.xml` or `word/endnotes.xml`: their words by their ids, with
    /// the first letter of their kind before it.
    pub fn read_notes(mut self, xml: Xml) -> Result<HashMap<String, Paragraph>, ImportError> {
        self.notes_read = Some(DocxNotes::default());
        self.read(xml)?;
        Ok(self.notes_read.take().unwrap_or_default().read)
    }

    /// Reads a part to its end.
    pub fn read(&mut self, mut xml: Xml) -> Result<(), ImportError> {
        while let Some(node) = xml.next()? {
            match node {
                XmlNode::Start(element) => self.start(&element, &mut xml)?,
                XmlNode::End(name) => self.end(&name)?,
                XmlNode::Text(text) => {
                    if self.within.last() == Some(&Within::Text) {
                        self.say(&text);
                    }
                }
            }
        }
        while !self.open.is_empty() {
            self.close(ParagraphBreak::Kept)?;
        }
        while let Some(table) = self.tables.pop() {
            self.sheet.table(table, self.budget)?;
        }
        Ok(())
    }

    fn start(&mut self, element: &Element, xml: &mut Xml) -> Result<(), ImportError> {
        let value = || element.attr("val");
        let properties = self.within.last().copied();
        match (element.name(), properties) {
            // What was before a tracked change, and copies for older programs.
            (
                "rPrChange" | "pPrChange" | "tblPrChange" | "tcPrChange" | "trPrChange"
                | "sectPrChange" | "numberingChange" | "Fallback" | "sectPr" | "sdtPr",
                _,
            ) => xml.skip()?,
            ("pPr", _) => self.within.push(Within::ParagraphProperties),
            ("rPr", _) => self.within.push(Within::RunProperties),
            ("trPr", _) => self.within.push(Within::RowProperties),
            ("del" | "moveFrom", Some(Within::RunProperties)) => {
                let of_mark = self.within.len() >= 2
                    && self.within[self.within.len() - 2] == Within::ParagraphProperties;
                if let (true, Some(open)) = (of_mark, self.open.last_mut()) {
                    open.mark = ParagraphBreak::Deleted;
                }
            }
            ("del", Some(Within::RowProperties)) => {
                self.with_table(DraftTable::take_row_back);
            }
            ("del" | "moveFrom", _) => xml.skip()?,
            ("pStyle", _) => self.with_open(|open| open.style = value()),
            ("numId", _) => self.with_open(|open| open.list = value()),
            ("ilvl", _) => self.with_open(|open| open.level = element.number("val")),
            ("outlineLvl", _) => self.with_open(|open| open.outline = element.number("val")),
            ("rStyle", Some(Within::RunProperties)) => {
                let styled = self.styles.run(value().as_deref());
                self.run = self.run.over(&styled);
            }
            (_, Some(Within::RunProperties)) => {
                let of_mark = self.within.contains(&Within::ParagraphProperties);
                if !of_mark {
                    self.run.take(element);
                }
            }
            ("p", _) => {
                if !self.open.last().is_some_and(|open| open.mark == ParagraphBreak::Deleted) {
                    self.open.push(DocxParagraph::default());
                } else {
                    // The paragraph before had its end deleted: it goes on.
                    self.with_open(|open| open.mark = ParagraphBreak::Kept);
                }
            }
            ("r", _) => self.run = RunLook::default(),
            ("t", _) => self.within.push(Within::Text),
            ("tab" | "ptab", None) => self.say(" "),
            ("br", _) => match element.attr("type").as_deref() {
                Some("page" | "column") => self.say(" "),
                _ => self.line_break(),
            },
            ("cr", _) => self.line_break(),
            ("noBreakHyphen", _) => self.say("-"),
            ("softHyphen", _) => self.say(SOFT_HYPHEN.encode_utf8(&mut [0; 2])),
            ("sym", _) => {
                let code =
                    element.attr("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(sign) = code.and_then(char::from_u32) {
                    self.say(&bullet(&sign.to_string()));
                }
            }
            ("footnoteReference" | "endnoteReference", _) => {
                self.notes.push(note_id(element));
                let number = self.notes.len();
                self.say(&format!("[{number}]"));
            }
            // Those that part the notes from the text are no notes.
            ("footnote" | "endnote", _)
                if element.attr("type").is_none_or(|kind| kind == "normal") =>
            {
                if let Some(notes) = &mut self.notes_read {
                    notes.open = Some((note_id(element), Paragraph::default()));
                }
            }
            ("tbl", _) => self.tables.push(DraftTable::default()),
            ("tr", _) => self.with_table(DraftTable::row),
            ("tc", _) => self.with_table(DraftTable::cell),
            ("gridSpan", _) => {
                let columns = count(element);
                self.with_table(|table| table.widen(columns));
            }
            ("vMerge", _) if value().is_none_or(|kind| kind == "continue") => {
                self.with_table(DraftTable::merge_up);
            }
            ("gridBefore", Some(Within::RowProperties)) => {
                let columns = count(element);
                self.with_table(|table| table.leave_out(columns));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "pPr" | "rPr" | "trPr" | "t" => {
                self.within.pop();
            }
            "p" => self.close(ParagraphBreak::Deleted)?,
            "footnote" | "endnote" => {
                if let Some(notes) = &mut self.notes_read {
                    notes.read.extend(notes.open.take());
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.end_table(table)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn with_open(&mut self, set: impl FnOnce(&mut DocxParagraph)) {
        if let Some(open) = self.open.last_mut() {
            set(open);
        }
    }

    fn with_table(&mut self, set: impl FnOnce(&mut DraftTable)) {
        if let Some(table) = self.tables.last_mut() {
            set(table);
        }
    }

    fn say(&mut self, words: &str) {
        let styles = self.styles;
        let Some(open) = self.open.last_mut() else { return };
        let style = open.style.as_deref().or(styles.standard.as_deref());
        let base = open.base.get_or_insert_with(|| styles.run(style).over(styles.defaults()));
        let look = self.run.over(base);
        if look.hidden == Some(true) {
            self.sheet.hide(words);
            return;
        }
        let mut run = Look::default();
        if look.bold == Some(true) {
            run = run.bold();
        }
        if look.italic == Some(true) {
            run = run.italic();
        }
        if let Some(font) = &look.font {
            run = run.in_font(font);
        }
        if look.capitals == Some(true) {
            run.case = LetterCase::Capitals;
        }
        open.paragraph.push(words, run);
    }

    fn line_break(&mut self) {
        self.with_open(|open| open.paragraph.line_break());
    }

    /// Ends the paragraph, unless its end was deleted and `deleted` may stand.
    fn close(&mut self, unless: ParagraphBreak) -> Result<(), ImportError> {
        if self
            .open
            .last()
            .is_some_and(|open| open.mark == unless && unless == ParagraphBreak::Deleted)
        {
            return Ok(());
        }
        let Some(open) = self.open.pop() else { return Ok(()) };
        if let Some(notes) = &mut self.notes_read {
            if let Some((_, note)) = &mut notes.open {
                note.join(&open.paragraph);
            }
            return Ok(());
        }
        let paragraph = self.finished(open);
        match self.tables.last_mut() {
            Some(table) => table.push(paragraph),
            None => self.sheet.push(paragraph, self.budget)?,
        }
        Ok(())
    }

    /// Returns a paragraph what its style and its list say.
    fn finished(&mut self, open: DocxParagraph) -> Paragraph {
        let DocxParagraph { mut paragraph, style, list, level, outline, .. } = open;
        let style = style.or_else(|| self.styles.standard.clone());
        let chain: Vec<_> = self.styles.chain(style.as_deref()).collect();
        let inherited =
            chain.iter().find_map(|(id, style)| Some((*id, style.list.as_deref()?, style)));
        let (list, level) = match (&list, inherited) {
            (Some(list), _) => {
                (Some(list.as_str()), level.or_else(|| chain.iter().find_map(|(_, s)| s.level)))
            }
            (None, Some((id, list, style))) => {
                let linked = self.numbering.level_of_style(list, id).map(|level| level as i64);
                (Some(list), level.or(style.level).or(linked))
            }
            (None, None) => (None, None),
        };
        // List 0 takes away what the style says.
        if let Some(list) = list.filter(|&list| list != "0") {
            let level = usize::try_from(level.unwrap_or(0)).unwrap_or(0);
            paragraph.label = self.numbering.label(list, level).unwrap_or_default();
            paragraph.depth = level.min(9) as u8;
        }
        let outline = outline.or_else(|| chain.iter().find_map(|(_, style)| style.outline));
        let name = chain.iter().map(|(_, style)| style.name.as_str()).find(|name| {
            *name == "title" || name.starts_with("heading ") || name.starts_with("toc ")
        });
        paragraph.furniture = self.furniture;
        match name {
            Some("title") => paragraph.rank = ParagraphRank::Title,
            Some(name) if name.starts_with("toc ") => {
                paragraph.furniture = Some(FurnitureKind::Chrome);
            }
            Some(name) if name.starts_with("heading ") => {
                let level = name["heading ".len()..].trim().parse().unwrap_or(1);
                paragraph.rank = ParagraphRank::Heading(level);
            }
            _ => {
                if let Some(level @ 0..=8) = outline {
                    paragraph.rank = ParagraphRank::Heading(level as u8 + 1);
                }
            }
        }
        paragraph
    }

    /// Ends a table; one within another is of its cell.
    fn end_table(&mut self, table: DraftTable) -> Result<(), ImportError> {
        match self.tables.last_mut() {
            Some(outer) => {
                outer.nest(table);
                Ok(())
            }
            None => self.sheet.table(table, self.budget),
        }
    }
}

/// Returns the id of a note, or of the one that is referred to, with the letter of its kind.
fn note_id(element: &Element) -> String {
    let kind = if element.name().starts_with('f') { 'f' } else { 'e' };
    format!("{kind}{}", element.attr("id").unwrap_or_default())
}

/// Reads how many columns an element says.
fn count(element: &Element) -> usize {
    element.number("val").and_then(|columns| usize::try_from(columns).ok()).unwrap_or(1)
}
