//! From markers to lists: which markers belong together, and which list lies in which item.
//!
//! The level follows from a list's place in this document, never from its family alone
//! (docs/dev/structure.md): a marker goes on the innermost open list it can go on, or it must start a list
//! of its own. What comes later in the document is asked before a list is given up: a list whose
//! next number is still to come is open.

mod belonging;
mod builder;
mod continuation;
mod far;
mod letters;
mod loners;
mod nesting;
mod sight;
mod starting;
mod unsigned;

use super::lexicon::Lexicon;
use super::marker::{Family, Marker, far_marker_of, unsigned_of};
use super::quote::rule_word;
use super::style::{LineStyle, style_of};
use super::told::BlockHints;
use crate::speech::{Block, BlockKind, Sequence};
use crate::text::is_word;
#[cfg(test)]
pub(super) use belonging::NestingSign;

/// The longest title of a rule, in bytes.
const LONGEST_TITLE: usize = 240;

/// A marker that was taken for an item's.
#[derive(Clone, Debug)]
pub(super) struct ListEntry {
    pub block: usize,
    pub marker: Marker,
    pub ordinal: u32,
    pub list: usize,
    pub parent: Option<usize>,
    /// The block after its last.
    pub end_block: usize,
    pub sequence: Sequence,
    pub style: LineStyle,
    /// Why it is less than sure, in points of a hundred.
    pub doubt: u8,
    pub gap: MemberGap,
}

/// A list of entries.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub parent: Option<usize>,
    pub members: Vec<usize>,
    /// The block that announces it.
    pub lead: Option<usize>,
    /// The table of tasks whose rows its members are, by its place among the tables.
    pub table: Option<usize>,
    /// The paragraph without a marker right before its first member.
    pub announced_by: Option<usize>,
    pub run: ListExtent,
}

/// Whether a list has all members of the numbers that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListExtent {
    Whole,
    /// The numbers run on from it to another list, or from another to it.
    GoesOn,
}

/// What was found, in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub entries: Vec<ListEntry>,
    pub lists: Vec<List>,
    #[cfg(test)]
    pub weighed: Vec<Weighed>,
}

/// A question that signs decided: whether a list that a block opens lies in the item of another.
#[cfg(test)]
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub block: usize,
    pub within: usize,
    pub signs: Vec<NestingSign>,
}

/// What a block does to the lists that are open before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Nothing.
    None,
    /// It ends all.
    End,
    /// It ends the items that are set off less than this, but their lists may go on behind it.
    Pause(LineStyle),
}

/// What a user said of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BlockOverride {
    pub item: Option<IsItem>,
    /// The level, from 1.
    pub level: Option<u8>,
}

/// Whether a block opens an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IsItem {
    Yes,
    No,
}

/// Whether members may be missing before a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberGap {
    None,
    /// The text says that it leaves something out: "[...]".
    Elided,
    /// A rule is quoted from here on: "Tại Điều 3 … quy định như sau:".
    Quoted,
}

/// A block that may open an item.
#[derive(Clone, Copy, Debug)]
struct MarkerCandidate {
    block: usize,
    marker: Marker,
    style: LineStyle,
    said: BlockOverride,
    /// The visible block before it.
    before: Option<usize>,
    /// How far the line is indented, in characters.
    indent: usize,
    gap: MemberGap,
    sureness: Sureness,
}

/// Whether a sign makes a number a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sureness {
    Signed,
    /// "Thứ nhất phải …": only its neighbours make it one.
    Unsigned,
}

/// What lists are made of.
#[derive(Clone, Copy)]
pub(super) struct ListSource<'a> {
    pub text: &'a str,
    /// The text with its lines.
    pub lines: &'a str,
    pub blocks: &'a [Block],
    pub breaks: &'a [Break],
    pub lexicon: &'a Lexicon,
    pub told: &'a BlockHints,
}

impl ListSource<'_> {
    /// Tells whether a marker that ends at a byte of a block stands alone on its line.
    fn stands_alone(&self, block: usize, end: usize) -> bool {
        let rest = self.blocks[block].range.of(self.lines).get(end..).unwrap_or_default();
        rest.trim_start_matches([' ', '*', '_']).starts_with('\n')
    }
}

/// Finds the lists among the blocks. `said` gives what the user said of a block.
pub(super) fn lists(source: ListSource<'_>, said: &dyn Fn(usize) -> BlockOverride) -> Lists {
    let candidates = far::without(unsigned::without(candidates(source, said)), source);
    let sight = sight::Sight::new(&candidates);
    let built = builder::build(source, &candidates, &sight);
    loners::without(built, source, said)
}

fn candidates(
    source: ListSource<'_>,
    said: &dyn Fn(usize) -> BlockOverride,
) -> Vec<MarkerCandidate> {
    let mut out = Vec::new();
    let mut before = None;
    let mut gap = MemberGap::None;
    // Whether the block before announces a rule, which may have a title.
    let mut rule = false;
    for (block, it) in source.blocks.iter().enumerate() {
        let line = it.range.of(source.text);
        if is_ellipsis(line) {
            gap = MemberGap::Elided;
            continue;
        }
        if it.kind.is_hidden() || it.kind == BlockKind::Row {
            continue;
        }
        let said = said(block);
        let plain = it.kind == BlockKind::Paragraph && source.breaks[block] == Break::None;
        let found = match said.item {
            Some(IsItem::No) => None,
            Some(IsItem::Yes) => far_marker_of(line, source.lexicon).or(Some(MADE)),
            None if plain => far_marker_of(line, source.lexicon),
            None => None,
        };
        let is_asked = plain && found.is_none() && said.item.is_none();
        let unsigned = if is_asked { unsigned_of(line, source.lexicon) } else { None };
        let sureness = if unsigned.is_some() { Sureness::Unsigned } else { Sureness::Signed };
        if let Some(marker) = found.or(unsigned) {
            let style = match source.told.style(block) {
                Some(style) => style.min(style_of(line, marker.end)),
                None => style_of(line, marker.end),
            };
            let indent = indent_of(source.text, it.range.start.get());
            out.push(MarkerCandidate { block, marker, style, said, before, indent, gap, sureness });
        }
        if it.kind != BlockKind::Continuation && says_something(line) {
            let titled = rule && found.is_none() && reads_as_title(line);
            rule = announces(line) && rule_word(line, source.lexicon).is_some();
            gap = if rule || titled { MemberGap::Quoted } else { MemberGap::None };
            before = Some(block);
        }
    }
    out
}

/// Tells whether a line has words: ">" alone is a blank line of a mail that was quoted.
fn says_something(line: &str) -> bool {
    line.contains(is_word)
}

/// Tells whether a line can be the title of a quoted rule: short, and no sentence.
fn reads_as_title(line: &str) -> bool {
    line.len() <= LONGEST_TITLE && !line.ends_with(['.', ';', ':', ',', '?', '!'])
}

/// Tells whether a line says that something was left out: "[...]", "…".
fn is_ellipsis(line: &str) -> bool {
    line.len() <= 16 && (line.contains("...") || line.contains('…')) && !line.contains(is_word)
}

/// Returns how far a line is indented whose words begin at `start`; a tab counts for four.
fn indent_of(text: &str, start: usize) -> usize {
    let before =
        text[..start].chars().rev().take(200).take_while(|c| *c != '\n' && c.is_whitespace());
    before.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// What opens an item that the user made of a paragraph without a marker.
const MADE: Marker = Marker {
    family: Family::Made,
    sign: ' ',
    ordinal: 0,
    prefix: 0,
    other: None,
    start: 0,
    end: 0,
};

/// Cuts the note of an editor behind a paragraph: "… như sau: [Điều này được hướng dẫn bởi …]".
pub(super) fn without_note(paragraph: &str) -> &str {
    let end = paragraph.trim_end();
    let open = end.ends_with(']').then(|| end.rfind('[')).flatten();
    open.filter(|&at| at > 0).map_or(paragraph, |at| end[..at].trim_end())
}

/// Tells whether a paragraph announces what follows: it ends in a colon, or in one of the words
/// that stand before one (docs/dev/structure.md).
pub(super) fn announces(paragraph: &str) -> bool {
    let end = without_note(paragraph).trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '”' | '"' | '|')
    });
    end.ends_with(':') || [" sau", " như", " gồm"].iter().any(|word| end.ends_with(word))
}
