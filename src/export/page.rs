//! From a speech to what every format writes of it: one piece a paragraph, each with what it is and
//! its words as the reader shows them, in runs that look alike.
//!
//! Lines that were wrapped are put together, signs of Markdown are taken for the look they stand
//! for, and furniture of a page is kept apart from the speech. Nothing here knows a format.

use crate::model::{
    Block, BlockKind, Format, FurnitureKind, Headings, HintKind, ItemForm, ItemIndex, SectionKind,
    SeriesIndex, Speech,
};
use crate::text::markup::markup;
use crate::text::{TextPos, TextRange};
use std::ops::Range;

/// What of a speech is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// A series with its lead.
    Series(SeriesIndex),
    /// An item with what lies in it.
    Item(ItemIndex),
}

/// What becomes of a page's furniture: menus and captions, which the reader hides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chrome {
    /// It is kept where the format has a place for what is not shown.
    #[default]
    Kept,
    /// It is left out.
    LeftOut,
}

/// A speech, or a part of it, as it is written.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The speech.
    pub speech: &'a Speech,
    /// What of it.
    pub part: Part,
    /// Its paragraphs, in reading order.
    pub pieces: Vec<Piece>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The first of its blocks.
    pub block: usize,
    /// What it is.
    pub kind: PieceKind,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The title.
    Title,
    /// A heading, so deep among headings and the items that hold some, from 0.
    Heading(u8),
    /// Prose.
    Text,
    /// It opens this item.
    Item(ItemIndex),
    /// It opens this item, and is set off as a heading is, so deep among headings.
    ItemHeading(ItemIndex, u8),
    /// Furniture.
    Furniture(FurnitureKind),
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words, on one line.
    pub words: String,
    /// How they look.
    pub look: Look,
    /// The item within the paragraph that begins here.
    pub opens: Option<ItemIndex>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Like those around.
    #[default]
    Plain,
    /// In italics.
    Emphasis,
    /// In bold.
    Strong,
}

impl<'a> Page<'a> {
    /// Cuts a speech, or a part of it, into pieces.
    pub fn of(speech: &'a Speech, part: Part) -> Self {
        let range = range_of(speech, part);
        let levels = Levels::of(speech);
        let headings = headings(speech);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut hints = HintsBefore { speech, first: 0 };
        let mut block = data_before(speech);
        while block < speech.blocks.len() {
            let last = last_of(&speech.blocks, block);
            let whole = speech.blocks[block].range.union(speech.blocks[last].range);
            // An enumeration within a paragraph is a part of a block.
            if let Some(words) = whole.intersection(range) {
                let kind = kind_of(speech, block, &levels, &headings);
                let runs = runs(speech, block..last + 1, words, &mut hints);
                let sign = is_own(speech) && is_remark(whole.of(&speech.text));
                if !runs.is_empty() && !sign {
                    pieces.push(Piece { block, kind, runs });
                }
            }
            block = last + 1;
        }
        Page { speech, part, pieces }
    }

    /// Tells whether a piece is furniture that the reader hides.
    pub fn is_hidden(piece: &Piece) -> bool {
        matches!(piece.kind, PieceKind::Furniture(FurnitureKind::Chrome | FurnitureKind::Caption))
    }

    /// Tells whether a piece is of the title.
    pub fn has_title(&self) -> bool {
        self.pieces.iter().any(|piece| piece.kind == PieceKind::Title)
    }
}

impl Piece {
    /// Gives its words without their look.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }

    /// Gives the item that it opens.
    pub fn item(&self) -> Option<ItemIndex> {
        match self.kind {
            PieceKind::Item(item) | PieceKind::ItemHeading(item, _) => Some(item),
            _ => None,
        }
    }
}

/// Tells whether this program wrote the file that a speech is from.
fn is_own(speech: &Speech) -> bool {
    speech.hints.format == Format::Markdown && speech.hints.headings == Headings::Marked
}

/// Counts the blocks of the data before a text that this program wrote: it is written anew.
fn data_before(speech: &Speech) -> usize {
    let is_line = |block: &Block| block.range.of(&speech.text) == "---";
    if !is_own(speech) || !speech.blocks.first().is_some_and(is_line) {
        return 0;
    }
    speech.blocks.iter().skip(1).position(is_line).map_or(0, |at| at + 2)
}

/// Tells whether a line begins or ends a remark of this program's.
fn is_remark(line: &str) -> bool {
    matches!(line, "<!--" | "-->") || line.starts_with("<!-- dienvan:")
}

/// Gives the stretch of a speech that a part is.
pub fn range_of(speech: &Speech, part: Part) -> TextRange {
    let outline = &speech.outline;
    match part {
        Part::Whole => TextRange::new(0, speech.text.len()),
        Part::Item(item) => outline.items[item].range,
        Part::Series(index) => {
            let series = &outline.series[index];
            let items = series.items.iter().map(|&item| outline.items[item].range);
            // A series without a lead or an item would have nothing to be found by.
            items.chain(series.lead).reduce(TextRange::union).unwrap_or_default()
        }
    }
}

/// Gives the last of the blocks that a paragraph was cut into.
fn last_of(blocks: &[Block], first: usize) -> usize {
    let more = blocks[first + 1..].iter();
    first + more.take_while(|block| block.kind == BlockKind::Continuation).count()
}

fn kind_of(speech: &Speech, index: usize, levels: &Levels, headings: &[Option<u8>]) -> PieceKind {
    let block = &speech.blocks[index];
    match block.kind {
        BlockKind::Title => PieceKind::Title,
        BlockKind::Furniture(kind) => PieceKind::Furniture(kind),
        BlockKind::Heading => match headings[index] {
            Some(depth) => PieceKind::Heading(levels.of_heading(depth)),
            // A line of a heading of several lines.
            None => PieceKind::Heading(levels.of_heading(levels.last_before(index))),
        },
        BlockKind::Paragraph | BlockKind::Continuation => PieceKind::Text,
        BlockKind::Item => match item_of(speech, block) {
            Some(item) => match levels.of_item[item] {
                Some(level) => PieceKind::ItemHeading(item, level),
                None => PieceKind::Item(item),
            },
            None => PieceKind::Text,
        },
    }
}

/// Finds the item that a block opens.
fn item_of(speech: &Speech, block: &Block) -> Option<ItemIndex> {
    let items = &speech.outline.items;
    let first = items.partition_point(|item| item.range.start < block.range.start);
    let own = |item: &&crate::model::Item| {
        item.form == ItemForm::Paragraph && block.range.start <= item.range.start
    };
    items[first..]
        .iter()
        .take_while(|item| item.range.start <= block.range.end)
        .position(|item| own(&item))
        .map(|at| first + at)
}

/// Gives the depth of the heading that begins at each block.
fn headings(speech: &Speech) -> Vec<Option<u8>> {
    let mut out = vec![None; speech.blocks.len()];
    for section in &speech.outline.sections {
        let SectionKind::Heading(range) = section.kind else { continue };
        let block = speech.block_at(range.start);
        if speech.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Heading) {
            out[block] = Some(section.depth);
        }
    }
    out
}

/// How deep headings stand, and the items that are headings or hold some: an item must stand
/// further out than a heading in it, and headings of one depth alike.
struct Levels {
    /// By the depth of a heading: how many items are around one at most.
    around: Vec<u8>,
    /// The block and depth of each heading.
    depths: Vec<(usize, u8)>,
    of_item: Vec<Option<u8>>,
}

impl Levels {
    fn of(speech: &Speech) -> Self {
        let outline = &speech.outline;
        let mut levels = Levels {
            around: Vec::new(),
            depths: Vec::new(),
            of_item: vec![None; outline.items.len()],
        };
        let mut chains: Vec<(u8, Vec<ItemIndex>)> = Vec::new();
        for section in &outline.sections {
            let SectionKind::Heading(range) = section.kind else { continue };
            let block = speech.block_at(range.start);
            if speech.blocks.get(block).is_none_or(|block| block.kind != BlockKind::Heading) {
                continue;
            }
            let mut chain = Vec::new();
            let mut at = outline.item_at(range.start);
            while let Some(item) = at {
                chain.insert(0, item);
                at = outline.items[item].parent;
            }
            let depth = usize::from(section.depth);
            if levels.around.len() <= depth {
                let last = levels.around.last().copied().unwrap_or(0);
                levels.around.resize(depth + 1, last);
            }
            for around in &mut levels.around[depth..] {
                *around = (*around).max(chain.len().min(100) as u8);
            }
            levels.depths.push((block, section.depth));
            chains.push((section.depth, chain));
        }
        for (depth, chain) in chains {
            let level = levels.of_heading(depth);
            for (at, &item) in chain.iter().enumerate() {
                let own = level.saturating_sub((chain.len() - at) as u8);
                let known = &mut levels.of_item[item];
                *known = Some(known.map_or(own, |known| known.min(own)));
            }
        }
        levels.marked_items(speech);
        levels
    }

    /// Adds the items that their format calls headings.
    fn marked_items(&mut self, speech: &Speech) {
        let outline = &speech.outline;
        for mark in &speech.hints.marks {
            let HintKind::Heading(_) = mark.kind else { continue };
            self.mark(speech, mark.range.start);
        }
        if speech.hints.format.is_text() {
            for item in 0..outline.items.len() {
                let block = speech.block_at(outline.items[item].range.start);
                if speech.blocks[block].range.of(&speech.text).starts_with('#') {
                    self.mark(speech, speech.blocks[block].range.start);
                }
            }
        }
    }

    fn mark(&mut self, speech: &Speech, pos: TextPos) {
        let outline = &speech.outline;
        let block = &speech.blocks[speech.block_at(pos)];
        let Some(item) = item_of(speech, block).filter(|_| block.kind == BlockKind::Item) else {
            return;
        };
        let index = speech.block_at(pos);
        let before = self.depths.iter().rev().find(|(block, _)| *block < index);
        let outer = before.map_or(0, |(_, depth)| self.of_heading(*depth) + 1);
        let parents =
            std::iter::successors(outline.items[item].parent, |&at| outline.items[at].parent);
        let around = parents.filter_map(|at| self.of_item[at]).max().map_or(0, |level| level + 1);
        let level = &mut self.of_item[item];
        *level = level.or(Some(outer.max(around)));
    }

    /// Gives how deep a heading stands among headings and items.
    fn of_heading(&self, depth: u8) -> u8 {
        depth + self.around.get(usize::from(depth)).copied().unwrap_or(0)
    }

    /// Gives the depth of the last heading before a block.
    fn last_before(&self, block: usize) -> u8 {
        self.depths.iter().rev().find(|(at, _)| *at < block).map_or(0, |(_, depth)| *depth)
    }
}

/// Walks along the hints, which are in order.
struct HintsBefore<'a> {
    speech: &'a Speech,
    first: usize,
}

impl HintsBefore<'_> {
    /// Gives the looks that the format gives words of a range.
    fn looks(&mut self, range: TextRange) -> Vec<(Range<usize>, Look)> {
        let marks = &self.speech.hints.marks;
        while marks.get(self.first).is_some_and(|mark| mark.range.end <= range.start) {
            self.first += 1;
        }
        let near = marks[self.first..].iter().take_while(|mark| mark.range.start < range.end);
        let looks = near.filter_map(|mark| {
            let look = match mark.kind {
                HintKind::Bold => Look::Strong,
                HintKind::Italic => Look::Emphasis,
                HintKind::Title | HintKind::Heading(_) | HintKind::Furniture(_) => return None,
            };
            let both = mark.range.intersection(range)?;
            let base = range.start.get();
            Some((both.start.get() - base..both.end.get() - base, look))
        });
        looks.collect()
    }
}

/// Cuts the words of a paragraph into runs: without signs, on one line, with single blanks.
fn runs(
    speech: &Speech,
    blocks: Range<usize>,
    within: TextRange,
    hints: &mut HintsBefore<'_>,
) -> Vec<Run> {
    let whole = speech.blocks[blocks.start].range.union(speech.blocks[blocks.end - 1].range);
    let raw = whole.of(&speech.text);
    let base = whole.start.get();
    let mut found = markup(raw);
    let level = raw.len() - raw.trim_start_matches('#').len();
    // A heading may be set off by more than one blank or a tab.
    if (1..=6).contains(&level) && speech.blocks[blocks.start].kind == BlockKind::Heading {
        let words = raw[level..].trim_start();
        found.signs.insert(0, 0..raw.len() - words.len());
    }
    let mut looks: Vec<(Range<usize>, Look)> = hints.looks(whole);
    looks.extend(found.emphasis.iter().map(|words| (words.clone(), Look::Emphasis)));
    looks.extend(found.strong.iter().map(|words| (words.clone(), Look::Strong)));
    let inline = inline_items(speech, whole);
    let mut cuts: Vec<usize> = vec![within.start.get() - base, within.end.get() - base];
    for range in looks.iter().map(|(range, _)| range).chain(&found.signs) {
        cuts.extend([range.start, range.end]);
    }
    cuts.extend(inline.iter().map(|(at, _)| *at));
    cuts.retain(|&at| (cuts_from(within, base)..=cuts_to(within, base)).contains(&at));
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = Writer::default();
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let inside = |range: &Range<usize>| range.start <= from && to <= range.end;
        if let Some((_, item)) = inline.iter().find(|(at, _)| *at == from) {
            out.opens = Some(*item);
        }
        if found.signs.iter().any(inside) {
            continue;
        }
        let of = |look: Look| looks.iter().any(|(range, its)| *its == look && inside(range));
        let look = match (of(Look::Strong), of(Look::Emphasis)) {
            (true, _) => Look::Strong,
            (false, true) => Look::Emphasis,
            (false, false) => Look::Plain,
        };
        out.say(raw.get(from..to).unwrap_or_default(), look);
    }
    out.finish()
}

fn cuts_from(within: TextRange, base: usize) -> usize {
    within.start.get() - base
}

fn cuts_to(within: TextRange, base: usize) -> usize {
    within.end.get() - base
}

/// Finds the items that begin within a paragraph.
fn inline_items(speech: &Speech, paragraph: TextRange) -> Vec<(usize, ItemIndex)> {
    let items = &speech.outline.items;
    let first = items.partition_point(|item| item.range.start < paragraph.start);
    items[first..]
        .iter()
        .enumerate()
        .take_while(|(_, item)| item.range.start < paragraph.end)
        .filter(|(_, item)| item.form == ItemForm::Inline)
        .map(|(at, item)| (item.range.start.get() - paragraph.start.get(), first + at))
        .collect()
}

/// Puts runs together.
#[derive(Default)]
struct Writer {
    runs: Vec<Run>,
    opens: Option<ItemIndex>,
    /// Whether a blank came that may not be the last.
    blank: Option<Look>,
}

impl Writer {
    fn say(&mut self, words: &str, look: Look) {
        for c in words.chars() {
            if matches!(c, ' ' | '\n' | '\t') {
                self.blank = self.blank.or((!self.runs.is_empty()).then_some(look));
                continue;
            }
            if let Some(before) = self.blank.take() {
                // A blank between two looks is of neither.
                let last = self.runs.last().map_or(Look::Plain, |run| run.look);
                let blank = if last == look && before == look { look } else { Look::Plain };
                self.push(' ', blank);
            }
            self.push(c, look);
        }
    }

    fn push(&mut self, c: char, look: Look) {
        let opens = if c == ' ' { None } else { self.opens.take() };
        match self.runs.last_mut() {
            Some(run) if run.look == look && opens.is_none() => run.words.push(c),
            _ => self.runs.push(Run { words: c.into(), look, opens }),
        }
    }

    fn finish(self) -> Vec<Run> {
        self.runs
    }
}
