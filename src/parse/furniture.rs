//! Which blocks are furniture of a page or a speech: menus, head, captions, salutations, ending.

use super::lexicon::Lexicon;
use super::marker::marker_of;
use crate::model::{Block, BlockKind, FurnitureKind};
use crate::text::lowercase;

/// How many blocks from the start are searched for the title and what stands around it.
const HEAD: usize = 60;
/// How many long paragraphs at the start may be the lead of a page.
const LEAD: usize = 3;
/// The longest salutation and caption, in bytes.
const SHORT: usize = 300;
/// The most blocks that an ending has.
const LONGEST_ENDING: usize = 12;

/// What was found beside the kinds that were written into the blocks.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The block that holds the title.
    pub title: Option<usize>,
    /// The first block of the speech itself.
    pub body: usize,
    /// The first block of the ending.
    pub closing: Option<usize>,
}

/// Marks the furniture among `blocks`.
pub(super) fn mark(text: &str, blocks: &mut [Block], lexicon: &Lexicon) -> Found {
    let words = &lexicon.furniture;
    let line = |block: &Block| block.range.of(text);
    for block in blocks.iter_mut() {
        let raw = line(block);
        if raw.len() <= SHORT {
            block.kind = short_line(raw, lexicon).unwrap_or(block.kind);
        }
    }
    let title = find_title(text, blocks, lexicon);
    let mut body = 0;
    if let Some(title) = title {
        blocks[title].kind = BlockKind::Title;
        body = title + 1;
        mark_repeats(text, blocks, title);
    }
    let head = HEAD.min(blocks.len());
    let mut prose = 0;
    for block in &mut blocks[..head] {
        let raw = line(block);
        if prose > LEAD {
            break;
        }
        prose += usize::from(raw.len() > SHORT);
        let lower = lowercase(&raw[..raw.floor_char_boundary(4000)]);
        let front = block.kind == BlockKind::Paragraph
            && (words.front.phrases.iter().any(|phrase| lower.contains(phrase.as_str()))
                || words.front.starts.iter().any(|start| lower.starts_with(start.as_str()))
                || is_dateline(&lower));
        if front {
            block.kind = BlockKind::Furniture(FurnitureKind::Front);
        }
    }
    mark_captions_under_pictures(text, blocks, lexicon);
    for (index, block) in blocks[..head].iter().enumerate() {
        use FurnitureKind::{Caption, Chrome, Front};
        let before_body = matches!(block.kind, BlockKind::Furniture(Front | Caption | Chrome));
        if before_body && index <= body + 6 {
            body = body.max(index + 1);
        }
    }
    let closing = find_closing(text, blocks, body, lexicon);
    Found { title, body, closing }
}

/// Tells what a short line is by itself.
fn short_line(raw: &str, lexicon: &Lexicon) -> Option<BlockKind> {
    let words = &lexicon.furniture;
    let first = raw.chars().next()?;
    let lower = lowercase(raw);
    let trimmed = lower.trim();
    let starts = |list: &[String]| list.iter().any(|start| trimmed.starts_with(start.as_str()));
    if words.chrome.lines.iter().any(|whole| whole == trimmed) || starts(&words.chrome.starts) {
        return Some(BlockKind::Furniture(FurnitureKind::Chrome));
    }
    let is_file = !trimmed.contains(' ')
        && words.caption.files.iter().any(|ending| trimmed.ends_with(ending.as_str()));
    if is_file || words.caption.phrases.iter().any(|phrase| trimmed.contains(phrase.as_str())) {
        return Some(BlockKind::Furniture(FurnitureKind::Caption));
    }
    let greets = first.is_uppercase()
        && starts(&words.salutation.starts)
        && trimmed.ends_with(['!', ',', ':', '.']) | !trimmed.contains(',')
        && !words.salutation.not.iter().any(|sign| trimmed.contains(sign.as_str()));
    greets.then_some(BlockKind::Furniture(FurnitureKind::Salutation))
}

/// Takes for the title the first line of the head that comes twice, or the first line that could
/// be one: not a sentence, not a menu entry.
fn find_title(text: &str, blocks: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let head = &blocks[..HEAD.min(blocks.len())];
    let could_be = |block: &Block| {
        let raw = block.range.of(text);
        matches!(block.kind, BlockKind::Paragraph)
            && (20..600).contains(&raw.len())
            && !raw.ends_with(['.', ':', ';', ',', '!'])
            && raw.contains(' ')
            && marker_of(raw, lexicon).is_none()
    };
    let twice = head.iter().enumerate().find(|(index, block)| {
        could_be(block)
            && head[index + 1..].iter().any(|other| other.range.of(text) == block.range.of(text))
    });
    twice.map(|(index, _)| index).or_else(|| head.iter().take(6).position(could_be))
}

/// Marks repeats of the title, and the breadcrumb right above a repeat, as chrome.
fn mark_repeats(text: &str, blocks: &mut [Block], title: usize) {
    let chrome = BlockKind::Furniture(FurnitureKind::Chrome);
    let words = blocks[title].range.of(text);
    for index in title + 1..HEAD.min(blocks.len()) {
        if blocks[index].range.of(text) != words {
            continue;
        }
        blocks[index].kind = chrome;
        let mut above = index;
        while above > title + 1 {
            above -= 1;
            let raw = blocks[above].range.of(text);
            let adjacent = blocks[above].line + 1 == blocks[above + 1].line;
            if !adjacent || raw.len() > SHORT || raw.ends_with(['.', ':', '!', ';']) {
                break;
            }
            blocks[above].kind = chrome;
        }
    }
}

/// Marks the line under a picture's file name if it reads like a caption.
fn mark_captions_under_pictures(text: &str, blocks: &mut [Block], lexicon: &Lexicon) {
    let caption = BlockKind::Furniture(FurnitureKind::Caption);
    for index in 1..blocks.len() {
        let raw = blocks[index].range.of(text);
        let under_picture = blocks[index - 1].kind == caption;
        if !under_picture || blocks[index].kind != BlockKind::Paragraph || raw.len() > SHORT {
            continue;
        }
        let lower = lowercase(raw);
        let plain = lower.trim_end_matches(['.', ' ']);
        if lexicon.furniture.caption.ends.iter().any(|end| plain.ends_with(end.as_str())) {
            blocks[index].kind = caption;
        }
    }
}

/// "Thứ Năm, 15/10/2020, 16:21 (GMT+7)", "04/04/2022 - 08:59".
fn is_dateline(lower: &str) -> bool {
    let short = lower.len() <= 60;
    short && lower.contains(['/', '-']) && super::metadata::find_date(lower).is_some()
}

/// Finds where the ending starts: at the last salutation if only wishes and thanks follow it, or
/// at the first line of a document's foot.
fn find_closing(text: &str, blocks: &[Block], body: usize, lexicon: &Lexicon) -> Option<usize> {
    let words = &lexicon.furniture.closing;
    let lower = |block: &Block| {
        let raw = block.range.of(text);
        lowercase(&raw[..raw.floor_char_boundary(2000)])
    };
    let tail = body.max(blocks.len().saturating_sub(60));
    let foot = (tail..blocks.len()).find(|&index| {
        let line = lower(&blocks[index]);
        let plain = line.trim_start_matches(['*', '_', '|', ' ']);
        words.starts.iter().any(|start| plain.starts_with(start.as_str()))
    });
    if foot.is_some() {
        return foot;
    }
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    let last = blocks.iter().rposition(|block| block.kind == salutation);
    let last = last.filter(|&at| at >= body && blocks.len() - at <= LONGEST_ENDING);
    let thanks = |block: &Block| {
        let line = lower(block);
        words.phrases.iter().any(|phrase| line.contains(phrase.as_str()))
    };
    if let Some(at) = last {
        let rest = &blocks[at + 1..];
        let wishes = |block: &Block| {
            let line = lower(block);
            words.wishes.iter().any(|wish| line.contains(wish.as_str()))
        };
        if !rest.is_empty() && rest.iter().any(wishes) && rest.iter().any(thanks) {
            return Some(at);
        }
    }
    let from = body.max(blocks.len().saturating_sub(LONGEST_ENDING));
    (from..blocks.len()).find(|&index| thanks(&blocks[index]))
}
