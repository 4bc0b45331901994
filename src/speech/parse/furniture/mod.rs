//! Which blocks are furniture of a page or a speech: menus, head, captions, salutations, ending.
//!
//! Place, shape and words decide together, and a line in doubt is text. Nothing is dropped: a
//! block of furniture stays a block.

mod caption;
mod chrome;
mod closing;
mod farewell;
mod foot;
mod footnote;
mod head;
mod line;
mod salutation;
mod title;

use super::lexicon::Lexicon;
use super::lists::announces;
use super::marker::{Family, has_far_letter, marker_of};
use crate::speech::{Block, BlockKind, FurnitureKind};
use line::FoldedLine;
pub(super) use line::{adjacent, is_capitals, is_name, words};
use std::ops::Range;
pub(super) use title::{BlockLook, Looks, Medium, is_row_of_names, may_be_title, undecorated};

/// How many blocks from the start are searched for the title and what stands around it, menus
/// not counted.
const HEAD: usize = 60;
/// How many paragraphs that do not tell themselves may stand above a line of the head.
const LEADS: usize = 2;
/// The most blocks that menus and head have together.
const MENUS: usize = 2000;
/// The longest line that is furniture by itself, in bytes.
const SHORT: usize = 300;

const CHROME: BlockKind = BlockKind::Furniture(FurnitureKind::Chrome);
const FRONT: BlockKind = BlockKind::Furniture(FurnitureKind::Front);
const CAPTION: BlockKind = BlockKind::Furniture(FurnitureKind::Caption);
const SALUTATION: BlockKind = BlockKind::Furniture(FurnitureKind::Salutation);
const CLOSING: BlockKind = BlockKind::Furniture(FurnitureKind::Closing);
const TITLE: BlockKind = BlockKind::Title;

/// What was found beside the kinds that were written into the blocks.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundFurniture {
    /// The blocks that hold the title.
    pub title: Option<Range<usize>>,
    /// The first block of the speech itself.
    pub body: usize,
    /// The first block of the ending.
    pub closing: Option<usize>,
    /// The block after the last of the ending; menus may follow.
    pub end: usize,
}

/// Marks the furniture among `blocks`.
///
/// `looks` is what the format of the file says of the text.
pub(super) fn mark(
    text: &str,
    blocks: &mut [Block],
    looks: &Looks,
    lexicon: &Lexicon,
) -> FoundFurniture {
    let preamble = chrome::mark_preamble(text, blocks, lexicon);
    for block in &mut blocks[preamble..] {
        let raw = block.range.of(text);
        if block.kind == BlockKind::Paragraph && raw.len() <= SHORT {
            block.kind = short_line(raw, lexicon).unwrap_or(block.kind);
        }
    }
    let end = chrome::mark_tail(text, blocks, lexicon);
    caption::mark_under_pictures(text, &mut blocks[..end], lexicon);
    let (head, body) = mark_head(text, &mut blocks[..end], preamble, looks, lexicon);
    let body = body.min(end);
    farewell::mark_slogans(text, &mut blocks[..end], lexicon);
    foot::mark(text, &mut blocks[..end], body, lexicon);
    let notes = footnote::first_note(text, &blocks[..end], body, lexicon);
    let closing = closing::find(text, blocks, body..end, notes, lexicon);
    FoundFurniture { title: head, body, closing, end }
}

/// Tells what a short line is by itself.
fn short_line(raw: &str, lexicon: &Lexicon) -> Option<BlockKind> {
    let line = FoldedLine::new(raw);
    if caption::is_caption(&line, raw, lexicon) {
        return Some(CAPTION);
    }
    if chrome::is_chrome(&line, raw, lexicon) {
        return Some(CHROME);
    }
    if salutation::is_salutation(&line, lexicon) {
        return Some(SALUTATION);
    }
    farewell::is_spoken_end(&line, raw, lexicon).then_some(CLOSING)
}

/// Tells whether a paragraph belongs to a list: it carries a marker, or announces what follows.
/// "Cuối cùng, xin chúc …" opens a farewell, no member of a list.
fn is_of_list(raw: &str, lexicon: &Lexicon) -> bool {
    let words_alone = |family| matches!(family, Family::Opener | Family::Middle | Family::Closer);
    match marker_of(raw, lexicon) {
        Some(marker) if words_alone(marker.family) => !farewell::is_farewell(raw, lexicon),
        Some(_) => true,
        None => announces(raw) || has_far_letter(raw, lexicon),
    }
}

/// Marks what stands before the speech. Gives the title and the first block of the speech.
fn mark_head(
    text: &str,
    blocks: &mut [Block],
    preamble: usize,
    looks: &Looks,
    lexicon: &Lexicon,
) -> (Option<Range<usize>>, usize) {
    let limit = head_limit(text, blocks);
    let papers = head::document_head(text, &blocks[..limit], lexicon);
    if looks.medium != Medium::Paper {
        chrome::mark_menus(text, &mut blocks[..limit], (papers.clone(), preamble), lexicon);
    }
    let (limit, greeted) = head_end(text, &blocks[..limit], lexicon);
    for block in &mut blocks[papers.start.min(limit)..papers.end.min(limit)] {
        let is_kind = title::is_kind_line(block.range.of(text), lexicon);
        if !is_kind && matches!(block.kind, BlockKind::Paragraph | CHROME) {
            block.kind = FRONT;
        }
    }
    mark_addressees(text, &mut blocks[..limit], lexicon);
    let head = title::Head::new(text, blocks, limit, looks, lexicon);
    let title = head.title();
    let marks = title
        .as_ref()
        .map_or(Vec::new(), |title| head.around(title).chain(head.marks(title)).collect());
    for (index, kind) in marks {
        blocks[index].kind = kind;
    }
    head::mark_front(text, &mut blocks[..limit], greeted, lexicon);
    let from = title.as_ref().map_or(preamble, |title| title.end);
    let mut body = from;
    // A day or a promise may stand under a lead that does not tell itself; a picture may not.
    let mut prose = 0;
    for (index, block) in blocks[..limit].iter().enumerate().skip(from) {
        match block.kind {
            FRONT if prose <= LEADS => (body, prose) = (index + 1, 0),
            CAPTION | CHROME if prose == 0 => body = index + 1,
            BlockKind::Paragraph => prose += 1,
            _ => {}
        }
    }
    for block in blocks[body..limit].iter_mut().filter(|block| block.kind == FRONT) {
        block.kind = BlockKind::Paragraph;
    }
    // Bars within a document's head are of it.
    for block in &mut blocks[from..body] {
        if block.kind == CHROME && line::is_wordless(block.range.of(text)) {
            block.kind = FRONT;
        }
    }
    (title, body)
}

fn mark_addressees(text: &str, blocks: &mut [Block], lexicon: &Lexicon) {
    let mut index = 0;
    while index < blocks.len() {
        let end = head::addressees(text, blocks, index, lexicon);
        for block in &mut blocks[index..end.unwrap_or(index)] {
            block.kind = FRONT;
        }
        index = end.unwrap_or(index + 1);
    }
}

/// Returns how many blocks can be the head: so many that are no furniture of a page, and few of
/// prose.
fn head_limit(text: &str, blocks: &[Block]) -> usize {
    let (mut prose, mut others) = (0, 0);
    let blocks = &blocks[..MENUS.min(blocks.len())];
    let end = blocks.iter().position(|block| {
        let raw = block.range.of(text);
        let is_prose = chrome::is_prose(raw);
        prose += usize::from(is_prose);
        others += usize::from(prose > 0 && !is_prose);
        prose > HEAD / 10 || others > HEAD
    });
    end.unwrap_or(blocks.len())
}

/// Returns where the head ends: at the first salutation, table or numbered item; and whether it is a
/// salutation.
fn head_end(text: &str, blocks: &[Block], lexicon: &Lexicon) -> (usize, bool) {
    let mut index = 0;
    while index < blocks.len() {
        if let Some(end) = head::addressees(text, blocks, index, lexicon) {
            index = end;
            continue;
        }
        let block = &blocks[index];
        if block.kind == SALUTATION {
            return (index, true);
        }
        if block.kind == BlockKind::Row {
            return (index, false);
        }
        let marked = || marker_of(block.range.of(text), lexicon).is_some_and(|m| m.ordinal == 1);
        if block.kind == BlockKind::Paragraph && marked() {
            return (index, false);
        }
        index += 1;
    }
    (blocks.len(), false)
}
