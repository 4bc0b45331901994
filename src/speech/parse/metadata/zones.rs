//! Which lines of a text tell of it, and where they stand.

use super::stream::{StreamLine, Zone};
use super::title;
use crate::speech::parse::furniture::{FoundFurniture, adjacent, words};
use crate::speech::parse::lexicon::{Lexicon, Papers};
use crate::speech::parse::marker::marker_of;
use crate::speech::{Block, BlockKind, FurnitureKind};
use crate::text::markup;

/// How many bytes of the first paragraphs are read.
const OPENING: usize = 5000;
/// How many bytes of one paragraph.
const PARAGRAPH: usize = 1500;
/// How many lines before the speech are read, the last ones.
const HEAD: usize = 90;
/// How many lines of signatures are read, and how many paragraphs before them.
const ENDING: usize = 80;
const LAST: usize = 4;
/// The longest line that heads a part, in bytes.
const HEADING: usize = 120;
/// How many paragraphs of a short text are its opening in any case, how many lines may be its ending, and
/// how long one of them may be, in bytes.
const PARAGRAPHS: usize = 3;
const TAIL: usize = 8;
const SIGNATURE: usize = 120;
/// How many lines may stand between title and salutation, and how long one is at most, in bytes.
const NOTES: usize = 10;
const NOTE: usize = 700;
/// From so many characters a quoted line is one that was wrapped.
const QUOTED: usize = 48;
/// The longest menu line that is read, in bytes.
const MENU: usize = 160;
/// The most bars of a row of two cells: a name and what it says.
const BARS: usize = 3;

/// Returns the lines that tell of a text, in order.
pub(super) fn lines(
    text: &str,
    blocks: &[Block],
    found: &FoundFurniture,
    lexicon: &Lexicon,
) -> Vec<StreamLine> {
    let mut gathered = Gathered { text, lexicon, last: None, lines: Vec::new() };
    let body = found.body.min(blocks.len());
    let (last, title) = (body.saturating_sub(HEAD), found.title.clone().unwrap_or_default());
    for (index, block) in blocks[..body].iter().enumerate() {
        if index >= last || title.contains(&index) {
            gathered.take(block, zone_of(block, text));
        }
    }
    let end = found.end.clamp(body, blocks.len());
    let tail = tail(text, blocks, body..end);
    let mut left = OPENING;
    let mut read = body;
    while read < tail && left > 0 {
        let block = &blocks[read];
        let zone = match zone_of(block, text) {
            Some(Zone::Title | Zone::Head) => Some(Zone::Opening),
            Some(Zone::Ending) if read == body => Some(Zone::Opening),
            Some(Zone::Menu) => None,
            zone => zone,
        };
        if zone == Some(Zone::Ending) {
            break;
        }
        gathered.take(block, zone);
        if zone.is_some() {
            left = left.saturating_sub(block.range.len().min(PARAGRAPH));
        }
        read += 1;
    }
    head_before_greeting(&mut gathered.lines, lexicon);
    for index in ending(text, blocks, read..end) {
        gathered.take(&blocks[index], Some(Zone::Ending));
    }
    gathered.lines
}

/// The lines gathered so far.
struct Gathered<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// The block of the last line, if no block was passed over since.
    last: Option<Block>,
    lines: Vec<StreamLine>,
}

impl Gathered<'_> {
    /// Takes a block as a line of a zone; passes over one of none.
    fn take(&mut self, block: &Block, zone: Option<Zone>) {
        let Some(zone) = zone else {
            self.last = None;
            return;
        };
        let raw = block.range.of(self.text);
        let cut = &raw[..raw.floor_char_boundary(PARAGRAPH)];
        let above = self.last.replace(*block);
        if above.is_some_and(|above| self.goes_on(&above, block, zone)) {
            if let Some(line) = self.lines.last_mut().filter(|line| line.text.len() < PARAGRAPH) {
                line.text = format!("{} {}", line.text, markup::plain(cut));
            }
            return;
        }
        let text = match zone {
            Zone::Title => title::line(cut, self.lexicon),
            _ => markup::plain(cut.trim_matches(['|', ' '])),
        };
        // The cells of two rows are no sentence; those of menus are rows, too.
        let in_rows = |above: &Block| [above, block].iter().any(|it| is_row(it, self.text));
        let adjacent = above.is_some_and(|above| match zone {
            _ if in_rows(&above) => false,
            Zone::Title | Zone::Head | Zone::Ending => is_near(self.text, &above, block),
            _ => adjacent(self.text, &above, block),
        });
        let is_item = zone == Zone::Opening
            && (text.starts_with(['-', '+', '•', '*']) || marker_of(&text, self.lexicon).is_some());
        self.lines.push(StreamLine { text, zone, adjacent, is_item });
    }

    /// Tells whether a block goes on with the line above: lines of a mail that was quoted are wrapped.
    fn goes_on(&self, above: &Block, block: &Block, zone: Zone) -> bool {
        let over = above.range.of(self.text);
        self.lines.last().is_some_and(|line| line.zone == zone)
            && over.starts_with('>')
            && block.range.of(self.text).starts_with('>')
            && adjacent(self.text, above, block)
            && over.chars().count() >= QUOTED
    }
}

/// The few short lines before the first salutation stand before the speech, if nobody speaks in them.
fn head_before_greeting(lines: &mut [StreamLine], lexicon: &Lexicon) {
    let Some(first) = lines.iter().position(|line| line.zone == Zone::Opening) else { return };
    let Some(greeting) = lines.iter().position(|line| line.zone == Zone::Greeting) else { return };
    if greeting < first || greeting - first > NOTES {
        return;
    }
    let speaks = |line: &StreamLine| {
        let said = format!(" {} ", words(&line.text));
        said.len() > NOTE
            || lexicon.furniture.front.first_person.iter().any(|word| said.contains(word))
    };
    if !lines[first..greeting].iter().any(speaks) {
        lines[first..greeting].iter_mut().for_each(|line| line.zone = Zone::Head);
    }
}

/// Tells whether at most a blank line stands between two blocks.
fn is_near(text: &str, above: &Block, below: &Block) -> bool {
    let between = &text[above.range.end.get()..below.range.start.get()];
    between.bytes().filter(|&byte| byte == b'\n').count() <= 2
}

/// Finds where the short lines begin that a text ends with; some paragraphs stay before them.
fn tail(text: &str, blocks: &[Block], range: std::ops::Range<usize>) -> usize {
    let least = (range.start + PARAGRAPHS).min(range.end);
    let short = |at: &usize| {
        let raw = blocks[*at].range.of(text);
        raw.len() <= SIGNATURE && !raw.trim_end().ends_with([':', ';'])
    };
    let first = range.end.saturating_sub(TAIL).max(least);
    let count = (first..range.end).rev().take_while(short).count();
    range.end - count
}

/// Tells whether a block is a row of several columns of a table: what stands in it is about the row.
fn is_of_columns(block: &Block, text: &str) -> bool {
    block.kind == BlockKind::Row && block.range.of(text).matches('|').count() > BARS
}

fn is_row(block: &Block, text: &str) -> bool {
    block.kind == BlockKind::Row || block.range.of(text).starts_with('|')
}

fn zone_of(block: &Block, text: &str) -> Option<Zone> {
    match block.kind {
        _ if is_of_columns(block, text) => None,
        BlockKind::Title => Some(Zone::Title),
        BlockKind::Furniture(FurnitureKind::Front) => Some(Zone::Head),
        BlockKind::Furniture(FurnitureKind::Caption) => Some(Zone::Caption),
        BlockKind::Furniture(FurnitureKind::Salutation) => Some(Zone::Greeting),
        BlockKind::Furniture(FurnitureKind::Closing) => Some(Zone::Ending),
        BlockKind::Furniture(FurnitureKind::Chrome) => {
            let raw = block.range.of(text);
            let told = raw.len() <= MENU && raw.bytes().any(|byte| byte.is_ascii_digit());
            told.then_some(Zone::Menu)
        }
        _ => Some(Zone::Head),
    }
}

/// Finds the lines of signatures, and the paragraphs before and behind them.
fn ending(text: &str, blocks: &[Block], range: std::ops::Range<usize>) -> Vec<usize> {
    let closing = BlockKind::Furniture(FurnitureKind::Closing);
    let chrome = BlockKind::Furniture(FurnitureKind::Chrome);
    let is_end = |at: &usize| {
        let block = &blocks[*at];
        let raw = block.range.of(text);
        block.kind == closing && raw.len() <= 400 && !raw.starts_with(['-', '+', '•'])
    };
    let first = range.end.saturating_sub(LAST).max(range.start);
    let mut all: Vec<usize> = range.clone().filter(is_end).collect();
    if let Some(start) = all.first().copied() {
        all.extend(start.saturating_sub(LAST).max(range.start)..start);
    }
    all.extend(first..range.end);
    all.retain(|&at| blocks[at].kind != chrome && blocks[at].range.len() <= PARAGRAPH);
    all.retain(|&at| !is_of_columns(&blocks[at], text));
    all.sort_unstable();
    all.dedup();
    let skipped = all.len().saturating_sub(ENDING).max(ENDING).min(all.len());
    let few = ENDING.min(all.len());
    all[..few].iter().chain(&all[skipped..]).copied().collect()
}

/// Tells whether minutes have what the chair concluded as a part of its own.
pub(super) fn is_concluded(text: &str, blocks: &[Block], paper: &Papers) -> bool {
    blocks.iter().any(|block| {
        let raw = block.range.of(text);
        let heads = raw.len() <= HEADING && !matches!(block.kind, BlockKind::Title);
        heads && {
            let said = words(raw);
            let few = said.len() <= HEADING / 2;
            paper.concludes.within(&said) && (few || paper.chairs.within(&said))
        }
    })
}
