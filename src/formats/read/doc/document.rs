//! What the text of a document is read with: where its signs lie, how they look, what they refer to.

use super::bytes::{Bytes, Plc, wide};
use super::fib::{Age, Fib, Story, System, TableStreamPart};
use super::fonts::{DocFont, FontKind, fonts};
use super::looks::{CharacterLook, ParagraphLook};
use super::ole::Container;
use super::pages::Stretches;
use super::pieces::{PieceTable, Width};
use super::sprm::{CharacterProperty, Sprms, short};
use super::styles::DocStyles;
use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use crate::formats::read::numbering::bullet;
use crate::speech::Format;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A document, opened.
pub(super) struct DocFile<'a> {
    pub fib: Fib,
    /// The stream of the text.
    pub main: Vec<u8>,
    /// The stream of the other parts; of Word 6 it is that of the text.
    own_table: Option<Vec<u8>>,
    pub pieces: PieceTable,
    pub characters: Stretches,
    pub paragraphs: Stretches,
    pub styles: DocStyles,
    pub fonts: Vec<DocFont>,
    /// The signs behind the ends of sections.
    pub sections: HashSet<usize>,
    pub budget: &'a Budget,
}

impl<'a> DocFile<'a> {
    /// Opens a document; `main` is the stream of its text.
    pub fn open(
        mut main: Vec<u8>,
        container: &mut Container,
        budget: &'a Budget,
    ) -> Result<Self, ImportError> {
        let fib = Fib::read(&main)?;
        let own_table = match fib.age {
            Age::Word6 => None,
            Age::Word97 => Some(container.stream(fib.table)?.ok_or_else(|| {
                ImportError::damaged(Format::Doc, format!("no {} is in it", fib.table))
            })?),
        };
        let table = own_table.as_deref().unwrap_or(&main);
        let pieces = PieceTable::read(&fib, &main, table)?;
        let characters =
            Stretches::read(&fib, (&main, table), TableStreamPart::CharacterPages, budget)?;
        let mut paragraphs =
            Stretches::read(&fib, (&main, table), TableStreamPart::ParagraphPages, budget)?;
        let styles = DocStyles::read(&fib, table, budget)?;
        let fonts = fonts(&fib, table);
        let ends = Plc::new(fib.part(TableStreamPart::Sections, table), 12);
        let sections = (0..=ends.count).filter_map(|index| ends.place(index)).collect();
        paragraphs.fetch(&fib, &mut main, (container, budget))?;
        Ok(DocFile {
            fib,
            main,
            own_table,
            pieces,
            characters,
            paragraphs,
            styles,
            fonts,
            sections,
            budget,
        })
    }

    /// Gives the stream of all that is no text.
    pub fn table(&self) -> &[u8] {
        self.own_table.as_deref().unwrap_or(&self.main)
    }

    /// Gives how the sign at a place looks, in a paragraph of this style; `change` is what its
    /// piece changed.
    pub fn look_at(
        &self,
        place: usize,
        style: u16,
        change: u16,
    ) -> Result<CharacterLook, ImportError> {
        let mut base = self.styles.characters(style);
        let mut look = base;
        let said = self.characters.at(place).map(|stretch| stretch.said.clone());
        let said = said.and_then(|said| self.main.get(said)).unwrap_or_default();
        self.each(said, change, |said| self.styles.take(said, &mut look, &mut base))?;
        Ok(look)
    }

    /// Gives how the paragraph looks that ends at a place, and the look of its number of Word 6.
    pub fn paragraph_at(
        &self,
        place: usize,
        change: u16,
    ) -> Result<(ParagraphLook, Vec<u8>), ImportError> {
        let said = self.paragraphs.at(place).map(|stretch| stretch.said.clone());
        let said = said.and_then(|said| self.main.get(said)).unwrap_or_default();
        let mut look = self.styles.paragraph(said.u16_at(0).unwrap_or(0));
        let mut number = None;
        self.each(said.get(2..).unwrap_or_default(), change, |said| match said {
            CharacterProperty::ParagraphStyle(style) => look = self.styles.paragraph(style),
            CharacterProperty::OldNumber(own) => number = Some(own.to_vec()),
            said => look.take(said),
        })?;
        let number = number.or_else(|| self.styles.old_number(look.style).map(<[u8]>::to_vec));
        Ok((look, number.unwrap_or_default()))
    }

    /// Gives which cells of the row that ends at a place are one with the cell before.
    pub fn merged_cells(&self, place: usize) -> Vec<usize> {
        const MERGED: u16 = 2;
        let size = if self.fib.age == Age::Word6 { 10 } else { 20 };
        let said = self.paragraphs.at(place).map(|stretch| stretch.said.clone());
        let said = said.and_then(|said| self.main.get(said)).unwrap_or_default();
        let mut out = Vec::new();
        for said in Sprms::new(said.get(2..).unwrap_or_default(), self.fib.age) {
            let CharacterProperty::Cells(cells) = said else { continue };
            let count = usize::from(cells.u8_at(0).unwrap_or(0));
            let first = 1 + (count + 1) * 2;
            let flags = |index: &usize| cells.u16_at(first + index * size).unwrap_or(0);
            out = (0..count).filter(|index| flags(index) & MERGED != 0).collect();
        }
        out
    }

    /// Goes through what is said of a look, then what its piece changed.
    fn each(
        &self,
        said: &[u8],
        change: u16,
        mut take: impl FnMut(CharacterProperty),
    ) -> Result<(), ImportError> {
        let mut take = |said: CharacterProperty| {
            self.budget.steps(1 + self.styles.cost(&said))?;
            take(said);
            Ok(())
        };
        Sprms::new(said, self.fib.age).try_for_each(&mut take)?;
        match change & 1 {
            0 => short(change).into_iter().try_for_each(take),
            _ => Sprms::new(self.pieces.change(change >> 1), self.fib.age).try_for_each(take),
        }
    }

    /// Decodes letters of a font.
    pub fn letters(&self, bytes: &[u8], width: Width, font: Option<&DocFont>) -> String {
        let text = match width {
            Width::Two => wide(bytes),
            Width::One => {
                let own = font.filter(|font| font.legacy.is_none()).and_then(|font| font.page);
                let page = match self.fib.age {
                    Age::Word6 => own.unwrap_or_else(|| self.page(font)),
                    Age::Word97 => encoding_rs::WINDOWS_1252,
                };
                page.decode_without_bom_handling(bytes).0.into_owned()
            }
        };
        let is_symbol = font.is_some_and(|font| font.signs == FontKind::Symbols);
        // Word 97 has the letters of such a font in the private area, but for what it took over.
        let first = if self.fib.age == Age::Word6 { '!' } else { '\u{a0}' };
        let is_drawn = |c: char| ('\u{F000}'..='\u{F0FF}').contains(&c);
        let drawn = |c: char| match c {
            c if is_symbol && (first..='\u{ff}').contains(&c) => {
                bullet(&char::from_u32(0xF000 | u32::from(c)).map(String::from).unwrap_or_default())
            }
            c if is_drawn(c) => bullet(&c.to_string()),
            c => c.to_string(),
        };
        match is_symbol || text.contains(is_drawn) {
            true => text.chars().map(drawn).collect(),
            false => text,
        }
    }

    /// Gives the code page of a document of Word 6.
    fn page(&self, font: Option<&DocFont>) -> &'static encoding_rs::Encoding {
        const VIETNAMESE: u16 = 0x042A;
        match self.fib.language {
            _ if self.fib.system == System::Mac => encoding_rs::MACINTOSH,
            VIETNAMESE if font.is_none_or(|font| font.legacy.is_none()) => {
                encoding_rs::WINDOWS_1258
            }
            _ => encoding_rs::WINDOWS_1252,
        }
    }

    /// Gives the notes by the signs of the text that they belong to.
    pub fn notes(&self) -> BTreeMap<usize, Range<usize>> {
        let mut out = BTreeMap::new();
        for (references, texts, story) in [
            (TableStreamPart::NoteReferences, TableStreamPart::NoteTexts, Story::Notes),
            (TableStreamPart::EndnoteReferences, TableStreamPart::EndnoteTexts, Story::Endnotes),
        ] {
            let references = Plc::new(self.fib.part(references, self.table()), 2);
            let texts = self.stretches(texts, story);
            let signs = (0..references.count).filter_map(|index| references.place(index));
            out.extend(signs.zip(texts));
        }
        out
    }

    /// Gives the parts of what pages repeat.
    pub fn heads(&self) -> Vec<Range<usize>> {
        // Before these stand the lines between text and notes; Word 6 leaves out those that are not used.
        let separators = match self.fib.age {
            Age::Word6 => 0,
            Age::Word97 => 6,
        };
        self.stretches(TableStreamPart::Heads, Story::Heads).into_iter().skip(separators).collect()
    }

    /// Gives the text boxes: those by the signs of the text that they hang at, and the others.
    pub fn boxes(&self) -> (BTreeMap<usize, Range<usize>>, Vec<Range<usize>>) {
        const BOX: usize = 22;
        const SHAPE: usize = 26;
        let story = self.fib.story(Story::Boxes);
        if self.fib.age == Age::Word6 {
            return (BTreeMap::new(), vec![story]);
        }
        let shapes = Plc::new(self.fib.part(TableStreamPart::Shapes, self.table()), SHAPE);
        let shape = |index| Some((shapes.data(index)?.u32_at(0)?, shapes.place(index)?));
        let mut anchors: HashMap<u32, usize> = (0..shapes.count).filter_map(shape).collect();
        let texts = Plc::new(self.fib.part(TableStreamPart::BoxTexts, self.table()), BOX);
        let (mut anchored, mut others) = (BTreeMap::new(), Vec::new());
        for index in 0..texts.count {
            let (Some(from), Some(to)) = (texts.place(index), texts.place(index + 1)) else {
                break;
            };
            let range = within(&story, from, to);
            let shape = texts.data(index).and_then(|data| data.u32_at(14));
            match shape.and_then(|shape| anchors.remove(&shape)) {
                // Of two at one sign the later one is put there.
                Some(anchor) => others.extend(anchored.insert(anchor, range)),
                None => others.push(range),
            }
        }
        (anchored, others)
    }

    /// Gives the stretches of a story that a table of places tells.
    fn stretches(&self, part: TableStreamPart, story: Story) -> Vec<Range<usize>> {
        let plc = Plc::new(self.fib.part(part, self.table()), 0);
        let story = self.fib.story(story);
        (0..plc.count)
            .filter_map(|index| Some(within(&story, plc.place(index)?, plc.place(index + 1)?)))
            .collect()
    }
}

/// Gives the signs `from` to `to` of a story.
fn within(story: &Range<usize>, from: usize, to: usize) -> Range<usize> {
    let place = |at: usize| story.start.saturating_add(at).min(story.end);
    place(from)..place(to).max(place(from))
}
