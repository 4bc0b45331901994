//! A story of the text while it is read: stretches of signs that look alike come in, paragraphs go out.

use super::bytes::Bytes;
use super::document::DocFile;
use super::fields::OpenFields;
use super::fonts::FontKind;
use super::grid::{Blocks, DocBlock};
use super::lists::{DocLists, ListLabel};
use super::looks::{CharacterLook, ParagraphLook, TableEnd};
use super::pieces::{TextPiece, Width};
use super::sign;
use super::styles::StyleKind;
use crate::formats::read::ImportError;
use crate::formats::read::limits::Limit;
use crate::formats::read::numbering::bullet;
use crate::formats::read::paragraph::{LetterCase, Look, Paragraph, ParagraphRank};
use crate::formats::read::sheet::words_in;
use crate::speech::FurnitureKind;
use crate::text::Legacy;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads stories, one after the other, with what goes on from one to the next.
pub(super) struct StoryReader<'a> {
    pub document: &'a DocFile<'a>,
    pub lists: DocLists,
    /// The notes by the signs that they belong to.
    pub notes: BTreeMap<usize, Range<usize>>,
    /// The text boxes by the signs that they hang at; one that was read is gone.
    pub boxes: BTreeMap<usize, Range<usize>>,
    /// The notes that were referred to, in the order of the text.
    pub noted: Vec<Range<usize>>,
    /// What all paragraphs are, if they are no text.
    pub furniture: Option<FurnitureKind>,
    /// How many words the document hides.
    pub hidden: Cell<usize>,
    /// How many bytes of text were read, and how many paragraphs.
    read: usize,
    paragraphs: usize,
}

/// Signs of a paragraph that is not finished yet.
#[derive(Clone, Copy, Debug)]
enum Bit {
    /// Letters that look alike: where they lie, and how many bytes they have.
    Letters { at: usize, length: usize, width: Width, change: u16 },
    /// A sign that means something.
    Sign { sign: u16, at: usize, change: u16 },
    /// A reference to a note, by its number.
    Note(usize),
}

/// The end of a paragraph.
#[derive(Clone, Copy, Debug)]
struct ParagraphMark {
    mark: u16,
    at: usize,
    change: u16,
}

/// A story that is being read.
#[derive(Default)]
struct OpenStory {
    bits: Vec<Bit>,
    blocks: Blocks,
    fields: OpenFields,
    last: Option<ParagraphMark>,
}

/// How many stretches and signs a paragraph may have: no text has as many.
const BITS: usize = 1_000_000;

impl<'a> StoryReader<'a> {
    pub fn new(document: &'a DocFile<'a>) -> Self {
        StoryReader {
            document,
            lists: DocLists::read(&document.fib, document.table()),
            notes: document.notes(),
            boxes: BTreeMap::new(),
            noted: Vec::new(),
            furniture: None,
            hidden: Cell::new(0),
            read: 0,
            paragraphs: 0,
        }
    }

    /// Reads the signs of a range.
    pub fn read(&mut self, range: Range<usize>) -> Result<Vec<DocBlock>, ImportError> {
        let document = self.document;
        let mut story =
            OpenStory { fields: OpenFields::of(document, range.clone())?, ..OpenStory::default() };
        for piece in document.pieces.within(range) {
            let width = piece.width.bytes();
            let end = piece.at + (piece.to - piece.from) * width;
            let mut at = piece.at;
            while at < end {
                document.budget.step()?;
                let to = document.characters.end(at).min(end);
                // Stretches may end within a sign where a document is damaged.
                let to = (at + (to.saturating_sub(at) / width).max(1) * width).min(end);
                self.stretch(&mut story, &piece, at..to)?;
                at = to;
            }
        }
        if !story.bits.is_empty() {
            let end = story.last.unwrap_or(ParagraphMark { mark: 0, at: 0, change: 0 });
            self.end(
                &mut story,
                ParagraphMark { mark: sign::PARAGRAPH, ..end },
                ParagraphEnd::Last,
            )?;
        }
        Ok(story.blocks.finish())
    }

    /// Takes signs that look alike apart: letters, and those that mean something.
    fn stretch(
        &mut self,
        story: &mut OpenStory,
        piece: &TextPiece,
        range: Range<usize>,
    ) -> Result<(), ImportError> {
        let width = piece.width.bytes();
        let change = piece.change;
        self.read += range.len();
        if self.read > self.document.budget.limits.text.saturating_mul(2) {
            return Err(ImportError::Limit(Limit::Text));
        }
        let mut begun = range.start;
        let letters = |story: &mut OpenStory, from: usize, to: usize| {
            if from < to {
                let (length, width) = (to - from, piece.width);
                story.bits.push(Bit::Letters { at: from, length, width, change });
            }
        };
        let mut at = range.start;
        while at < range.end {
            let sign = match piece.width {
                Width::One => self.document.main.u8_at(at).map(u16::from),
                Width::Two => self.document.main.u16_at(at),
            };
            let Some(sign) = sign else { break };
            let number = piece.from + (at - piece.at) / width;
            let is_noted = self.notes.contains_key(&number);
            if is_noted || sign < sign::FIRST_LETTER {
                if story.bits.len() >= BITS {
                    return Err(ImportError::Limit(Limit::Steps));
                }
                letters(story, begun, at);
                begun = at;
            }
            if let Some(note) = is_noted.then(|| self.notes.remove(&number)).flatten() {
                self.noted.push(note);
                story.bits.push(Bit::Note(self.noted.len()));
            }
            if sign < sign::FIRST_LETTER {
                begun = at + width;
                let end = ParagraphMark { mark: sign, at, change };
                story.last = Some(end);
                match sign {
                    sign::PARAGRAPH | sign::CELL => self.end(story, end, ParagraphEnd::Marked)?,
                    sign::PAGE if self.ends_paragraph(number, at, width) => {
                        self.end(story, end, ParagraphEnd::Marked)?;
                    }
                    sign::SHAPE => {
                        self.text_box(story, number)?;
                    }
                    _ => story.bits.push(Bit::Sign { sign, at, change }),
                }
            }
            at += width;
        }
        letters(story, begun, range.end.min(at));
        Ok(())
    }

    /// Tells whether the end of a page ends a paragraph: at the end of a section, or where the look
    /// of paragraphs changes.
    fn ends_paragraph(&self, number: usize, at: usize, width: usize) -> bool {
        let stretch = self.document.paragraphs.at(at);
        self.document.sections.contains(&(number + 1))
            || stretch.is_some_and(|stretch| stretch.to == at + width)
    }

    /// Puts the text box that hangs at a sign before the paragraph of that sign.
    fn text_box(&mut self, story: &mut OpenStory, number: usize) -> Result<(), ImportError> {
        let Some(range) = self.boxes.remove(&number) else { return Ok(()) };
        // What hangs in a text box is left for later: boxes do not nest without end.
        let others = std::mem::take(&mut self.boxes);
        let blocks = self.read(range)?;
        self.boxes = others;
        for block in blocks {
            story.blocks.beside(block);
        }
        Ok(())
    }

    /// Ends a paragraph.
    fn end(
        &mut self,
        story: &mut OpenStory,
        end: ParagraphMark,
        ending: ParagraphEnd,
    ) -> Result<(), ImportError> {
        self.document.budget.step()?;
        self.paragraphs += 1;
        if self.paragraphs > self.document.budget.limits.lines {
            return Err(ImportError::Limit(Limit::Lines));
        }
        let (look, number) = self.document.paragraph_at(end.at, end.change)?;
        let ends = match ending {
            ParagraphEnd::Marked => look.ends(end.mark),
            ParagraphEnd::Last => TableEnd::Nothing,
        };
        let mark = self.document.look_at(end.at, look.style, end.change)?;
        if mark.deleted && ends == TableEnd::Nothing && ending == ParagraphEnd::Marked {
            // The next paragraph goes on with this one.
            return Ok(());
        }
        let mut paragraph = Paragraph::beside(self.furniture);
        for bit in std::mem::take(&mut story.bits) {
            self.take(&mut story.fields, &mut paragraph, bit, look.style)?;
        }
        self.label(&mut paragraph, &look, (&mark, &number));
        self.rank(&mut paragraph, &look);
        story.blocks.push(paragraph, look.depth(), ends);
        if ends == TableEnd::Row {
            story.blocks.drop_cells(&self.document.merged_cells(end.at));
        }
        Ok(())
    }

    fn rank(&self, paragraph: &mut Paragraph, look: &ParagraphLook) {
        match self.document.styles.kind(look.style) {
            StyleKind::Contents => paragraph.furniture = Some(FurnitureKind::Chrome),
            StyleKind::Any => {
                if let Some(level @ 0..=8) = look.outline {
                    paragraph.rank = ParagraphRank::Heading(level + 1);
                }
            }
            kind => paragraph.rank = kind.rank(),
        }
    }

    /// Counts a paragraph of a list; `mark` is how the end of the paragraph looks, and of Word 6 how
    /// its number does.
    fn label(
        &mut self,
        paragraph: &mut Paragraph,
        look: &ParagraphLook,
        (mark, number): (&CharacterLook, &[u8]),
    ) {
        let (label, depth) = match look.list {
            _ if mark.hidden => return,
            Some(list) => (self.lists.label(list, look.level), look.level),
            None if look.old_level != 0 => (self.lists.old_label(look.old_level, number), 0),
            None => {
                if !paragraph.is_blank() {
                    self.lists.interrupted();
                }
                return;
            }
        };
        let ListLabel { text, font } = label;
        let font = font.or(mark.other_font).or(mark.font);
        let name = font.and_then(|font| self.document.fonts.get(usize::from(font)));
        paragraph.depth = depth.min(9);
        paragraph.label = match name.and_then(|font| Some((font.legacy?, font))) {
            Some((legacy, font)) if Legacy::is_capital_font(&font.name) => {
                legacy.convert(&text).to_uppercase()
            }
            Some((legacy, _)) => legacy.convert(&text),
            None => text,
        };
    }

    /// Adds signs to a paragraph of a style.
    fn take(
        &self,
        fields: &mut OpenFields,
        paragraph: &mut Paragraph,
        bit: Bit,
        style: u16,
    ) -> Result<(), ImportError> {
        let (at, change) = match bit {
            Bit::Letters { at, change, .. } | Bit::Sign { at, change, .. } => (at, change),
            Bit::Note(number) => {
                if !fields.is_code() {
                    paragraph.say(&format!("[{number}]"));
                }
                return Ok(());
            }
        };
        let look = self.document.look_at(at, style, change)?;
        match bit {
            Bit::Sign { sign: sign::FIELD, .. } => {
                fields.begin(at);
                return Ok(());
            }
            Bit::Sign { sign: sign::FIELD_RESULT, .. } => {
                fields.result();
                return Ok(());
            }
            Bit::Sign { sign: sign::FIELD_END, .. } => {
                if let Some(symbol) = fields.end() {
                    paragraph.push(&symbol, Look::default());
                }
                return Ok(());
            }
            _ => {}
        }
        let words = self.words(bit, &look);
        if fields.is_code() {
            fields.code(&words);
        } else if look.hidden && !look.deleted {
            self.hidden.set(self.hidden.get() + words_in(&words));
        } else if !look.deleted {
            match words.as_str() {
                "\n" => paragraph.line_break(),
                words => paragraph.push(words, self.drawn(&look)),
            }
        }
        Ok(())
    }

    /// Returns the words that signs are.
    fn words(&self, bit: Bit, look: &CharacterLook) -> String {
        let font = look.other_font.or(look.font).map(usize::from);
        let font = font.and_then(|font| self.document.fonts.get(font));
        match bit {
            Bit::Sign { sign, .. } => match sign {
                sign::TAB | sign::COLUMN | sign::PAGE => " ".to_owned(),
                sign::LINE => "\n".to_owned(),
                sign::HARD_HYPHEN => "-".to_owned(),
                // In its place the fonts of TCVN3 draw "ư".
                sign::SOFT_HYPHEN if font.is_some_and(|it| it.legacy == Some(Legacy::Tcvn3)) => {
                    "\u{ad}".to_owned()
                }
                _ => String::new(),
            },
            Bit::Letters { at, length, width, .. } => {
                let bytes = self.document.main.part(at, length).unwrap_or_default();
                match (look.symbol, look.special) {
                    (Some((font, sign)), true) => self.symbol(font, sign),
                    _ => self.document.letters(bytes, width, font),
                }
            }
            Bit::Note(_) => String::new(),
        }
    }

    /// Returns a sign of a font.
    fn symbol(&self, font: u16, sign: u16) -> String {
        let font = self.document.fonts.get(usize::from(font));
        let is_symbol = font.is_none_or(|font| font.signs == FontKind::Symbols);
        let code = u32::from(if is_symbol && sign < 0x100 { sign | 0xF000 } else { sign });
        let sign = char::from_u32(code).map(String::from).unwrap_or_default();
        if is_symbol || (0xF000..0xF100).contains(&code) { bullet(&sign) } else { sign }
    }

    /// Returns how words are drawn, as far as it is told.
    fn drawn(&self, look: &CharacterLook) -> Look {
        let name = |font: Option<u16>| {
            let font = self.document.fonts.get(usize::from(font?))?;
            font.legacy.map(|_| font.name.as_str())
        };
        let mut out = Look::default();
        if look.bold {
            out = out.bold();
        }
        if look.italic {
            out = out.italic();
        }
        if look.capitals {
            out.case = LetterCase::Capitals;
        }
        match name(look.other_font).or_else(|| name(look.font)) {
            Some(name) => out.in_font(name),
            None => out,
        }
    }
}

/// How a paragraph ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParagraphEnd {
    /// By its mark.
    Marked,
    /// With the story.
    Last,
}
