//! The style sheet (STSH: MS-DOC §2.9.271; Word 6 has names of bytes in it).

use super::bytes::{Bytes, wide};
use super::fib::{Age, Fib, TableStreamPart};
use super::looks::{CharacterLook, ParagraphLook};
use super::sprm::{CharacterProperty, Sprms};
use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use crate::formats::read::paragraph::ParagraphRank;

/// How many styles one may be based on, one on the other.
const CHAIN: usize = 32;
/// The most styles: their numbers have twelve bits.
const MOST: usize = 0x1000;

/// A style as it stands in the sheet.
#[derive(Clone, Debug, Default)]
struct DocStyle {
    base: Option<u16>,
    /// What is said of paragraphs, and of characters.
    paragraph: Vec<u8>,
    characters: Vec<u8>,
    old_number: Option<Vec<u8>>,
    kind: StyleKind,
}

/// What a style stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StyleKind {
    #[default]
    Any,
    Heading(u8),
    Title,
    /// An entry of a table of contents.
    Contents,
}

/// A style with all that it takes over from others.
#[derive(Clone, Debug, Default)]
struct Resolved {
    characters: CharacterLook,
    paragraph: ParagraphLook,
    kind: StyleKind,
    old_number: Option<Vec<u8>>,
    /// How many steps it takes.
    cost: u64,
}

/// The styles of a document, by their numbers.
#[derive(Debug, Default)]
pub(super) struct DocStyles {
    entries: Vec<DocStyle>,
    resolved: Vec<Resolved>,
    defaults: CharacterLook,
    age: Option<Age>,
}

impl DocStyles {
    /// Reads the style sheet; what cannot be read of it says nothing.
    ///
    /// # Errors
    ///
    /// If that takes too many steps.
    pub fn read(fib: &Fib, table: &[u8], budget: &Budget) -> Result<Self, ImportError> {
        let bytes = fib.part(TableStreamPart::Styles, table);
        let mut out = DocStyles { age: Some(fib.age), ..DocStyles::default() };
        let head = usize::from(bytes.u16_at(0).unwrap_or(0));
        let base = usize::from(bytes.u16_at(4).unwrap_or(0));
        out.defaults.font = bytes.u16_at(14);
        out.defaults.other_font = match fib.age {
            Age::Word6 => None,
            Age::Word97 => bytes.u16_at(18),
        };
        let mut at = 2 + head;
        while let Some(length) = bytes.u16_at(at).filter(|_| out.entries.len() < MOST) {
            let style = bytes.part(at + 2, usize::from(length)).unwrap_or_default();
            out.entries.push(entry(style, base, fib.age).unwrap_or_default());
            at += 2 + usize::from(length);
        }
        for number in 0..out.entries.len() {
            let resolved = out.resolve(number);
            budget.steps(resolved.cost)?;
            out.resolved.push(resolved);
        }
        Ok(out)
    }

    fn resolve(&self, number: usize) -> Resolved {
        let next = |number: &usize| self.entries.get(*number)?.base.map(usize::from);
        let chain = std::iter::successors(Some(number), next);
        let chain: Vec<&DocStyle> =
            chain.map_while(|number| self.entries.get(number)).take(CHAIN).collect();
        let mut out = Resolved { characters: self.defaults, ..Resolved::default() };
        out.paragraph = ParagraphLook::of(u16::try_from(number).unwrap_or(0));
        for style in chain.iter().rev() {
            for said in self.said(&style.paragraph) {
                out.paragraph.take(said);
            }
            let mut base = out.characters;
            for said in self.said(&style.characters) {
                out.characters.take(said, &mut base);
            }
        }
        out.kind = chain
            .iter()
            .map(|style| style.kind)
            .find(|it| *it != StyleKind::Any)
            .unwrap_or_default();
        out.old_number = chain.iter().find_map(|style| style.old_number.clone());
        let said = chain.iter().map(|style| style.characters.len() + style.paragraph.len());
        // What is said once has three bytes and more.
        out.cost = said.sum::<usize>() as u64 / 3;
        out
    }

    fn said<'s>(&self, said: &'s [u8]) -> Sprms<'s> {
        Sprms::new(said, self.age.unwrap_or(Age::Word97))
    }

    /// Gives how many steps it takes to do what is said beyond one.
    pub fn cost(&self, said: &CharacterProperty) -> u64 {
        match said {
            CharacterProperty::CharacterStyle(style) => {
                self.get(*style).map_or(0, |style| style.cost)
            }
            _ => 0,
        }
    }

    /// Gives how characters of a style look.
    pub fn characters(&self, style: u16) -> CharacterLook {
        self.get(style).map_or(self.defaults, |style| style.characters)
    }

    /// Gives how paragraphs of a style look.
    pub fn paragraph(&self, style: u16) -> ParagraphLook {
        self.get(style).map_or_else(|| ParagraphLook::of(style), |style| style.paragraph)
    }

    /// Gives the look of numbers that a style of Word 6 has.
    pub fn old_number(&self, style: u16) -> Option<&[u8]> {
        self.get(style)?.old_number.as_deref()
    }

    /// Gives what a style stands for.
    pub fn kind(&self, style: u16) -> StyleKind {
        self.get(style).map_or(StyleKind::Any, |style| style.kind)
    }

    /// Puts a style of characters over a look.
    fn over(&self, style: u16, look: &mut CharacterLook) {
        let next = |number: &u16| self.entries.get(usize::from(*number))?.base;
        let chain: Vec<u16> = std::iter::successors(Some(style), next).take(CHAIN).collect();
        for style in chain.iter().rev().filter_map(|number| self.entries.get(usize::from(*number)))
        {
            let mut base = *look;
            for said in self.said(&style.characters) {
                look.take(said, &mut base);
            }
        }
    }

    fn get(&self, style: u16) -> Option<&Resolved> {
        self.resolved.get(usize::from(style))
    }

    /// Takes up what is said of a look; `base` is the look by the style alone.
    pub fn take(
        &self,
        said: CharacterProperty,
        look: &mut CharacterLook,
        base: &mut CharacterLook,
    ) {
        if let CharacterProperty::CharacterStyle(number) = said {
            self.over(number, look);
        }
        look.take(said, base);
    }
}

impl StyleKind {
    /// Gives the rank that it makes a paragraph.
    pub fn rank(self) -> ParagraphRank {
        match self {
            StyleKind::Heading(level) => ParagraphRank::Heading(level),
            StyleKind::Title => ParagraphRank::Title,
            StyleKind::Any | StyleKind::Contents => ParagraphRank::Body,
        }
    }
}

/// Reads a style: its head, its name, and up to three times what is said of something.
fn entry(style: &[u8], base: usize, age: Age) -> Option<DocStyle> {
    const NONE: u16 = 0xFFF;
    const OF_PARAGRAPHS: u16 = 1;
    const OF_CHARACTERS: u16 = 2;
    let id = style.u16_at(0)? & 0xFFF;
    let which = style.u16_at(2)?;
    let count = style.u16_at(4)? & 0xF;
    let (name, mut at) = match age {
        Age::Word6 => {
            let length = usize::from(style.u8_at(base)?);
            let name = style.part(base + 1, length)?;
            (String::from_utf8_lossy(name).into_owned(), base + 2 + length)
        }
        Age::Word97 => {
            let length = usize::from(style.u16_at(base)?);
            (wide(style.part(base + 2, length * 2)?), base + 4 + length * 2)
        }
    };
    let mut said = Vec::new();
    for _ in 0..count.min(3) {
        at += at % 2;
        let length = usize::from(style.u16_at(at)?);
        said.push(style.part(at + 2, length)?);
        at += 2 + length;
    }
    let mut out = DocStyle { kind: kind(id, &name), ..DocStyle::default() };
    out.base = Some(which >> 4).filter(|base| *base != NONE);
    let of = |index: usize| said.get(index).copied().unwrap_or_default();
    match which & 0xF {
        OF_PARAGRAPHS => {
            // Its own number stands before what it says.
            out.paragraph = of(0).get(2..).unwrap_or_default().to_vec();
            out.characters = of(1).to_vec();
        }
        OF_CHARACTERS => out.characters = of(0).to_vec(),
        _ => {}
    }
    out.old_number = Sprms::new(&out.paragraph, age).find_map(|said| match said {
        CharacterProperty::OldNumber(look) => Some(look.to_vec()),
        _ => None,
    });
    Some(out)
}

/// Tells what a style stands for: by the number that styles of Word have whatever their names, else
/// by the name.
fn kind(id: u16, name: &str) -> StyleKind {
    let name = name.to_lowercase();
    match id {
        1..=9 => StyleKind::Heading(id as u8),
        19..=27 => StyleKind::Contents,
        62 => StyleKind::Title,
        _ if name == "title" => StyleKind::Title,
        _ if name.starts_with("toc ") => StyleKind::Contents,
        _ => match name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok()) {
            Some(level @ 1..=9) => StyleKind::Heading(level),
            _ => StyleKind::Any,
        },
    }
}
