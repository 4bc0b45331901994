//! Which blocks are furniture of a page or a speech: menus, head, captions, salutations, ending.

use super::lexicon::{Furniture, Lexicon};
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
    let head = head_end(text, blocks, lexicon);
    let title = find_title(text, &blocks[..head], lexicon);
    let mut body = 0;
    if let Some(title) = title {
        blocks[title].kind = BlockKind::Title;
        body = title + 1;
        mark_repeats(text, &mut blocks[..head], title);
    }
    let mut prose = 0;
    for block in &mut blocks[..head] {
        let raw = line(block);
        if prose > LEAD {
            break;
        }
        prose += usize::from(raw.len() > SHORT);
        let lower = lowercase(&raw[..raw.floor_char_boundary(4000)]);
        let front = block.kind == BlockKind::Paragraph
            && (says_front(&lower, words) || is_dateline(&lower));
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
    if is_file || credits_picture(raw, &lower, lexicon) {
        return Some(BlockKind::Furniture(FurnitureKind::Caption));
    }
    let greets = first.is_uppercase()
        && starts(&words.salutation.starts)
        && trimmed.ends_with(['!', ',', ':', '.']) | !trimmed.contains(',')
        && !words.salutation.not.iter().any(|sign| trimmed.contains(sign.as_str()));
    greets.then_some(BlockKind::Furniture(FurnitureKind::Salutation))
}

/// Tells whether a line names who took a picture: "… tại hội nghị. Ảnh: An Đăng". Within a
/// sentence the same words are of the sentence: "bằng hình ảnh: tranh, áp phích".
fn credits_picture(raw: &str, lower: &str, lexicon: &Lexicon) -> bool {
    lexicon.furniture.caption.phrases.iter().any(|phrase| {
        lower.match_indices(phrase.as_str()).any(|(at, _)| {
            let before = lower[..at].trim_end().chars().next_back();
            let capital = raw.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            capital || !before.is_some_and(|c| c.is_alphanumeric() || c == ',')
        })
    })
}

/// Gives how many blocks can be the head of a page or document: none from the first salutation
/// or numbered item on.
fn head_end(text: &str, blocks: &[Block], lexicon: &Lexicon) -> usize {
    let speaks = |block: &Block| {
        block.kind == BlockKind::Furniture(FurnitureKind::Salutation)
            || marker_of(block.range.of(text), lexicon).is_some_and(|marker| marker.ordinal == 1)
    };
    let blocks = &blocks[..HEAD.min(blocks.len())];
    blocks.iter().position(speaks).unwrap_or(blocks.len())
}

/// Takes for the title the first line of the head that comes twice, or the first line that could
/// be one: not a sentence, not a menu entry, not what is said of the speech.
fn find_title(text: &str, head: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let could_be = |block: &Block| {
        let raw = block.range.of(text);
        matches!(block.kind, BlockKind::Paragraph)
            && (20..600).contains(&raw.len())
            && !raw.ends_with(['.', ':', ';', ',', '!'])
            && raw.contains(' ')
            && marker_of(raw, lexicon).is_none()
            && !is_about_the_speech(&lowercase(raw), &lexicon.furniture)
    };
    let twice = head.iter().enumerate().find(|(index, block)| {
        could_be(block)
            && head[index + 1..].iter().any(|other| other.range.of(text) == block.range.of(text))
    });
    twice.map(|(index, _)| index).or_else(|| head.iter().take(6).position(could_be))
}

/// Tells whether a line says something of the speech rather than its name: a title may end in a
/// date, but it does not begin with one.
fn is_about_the_speech(lower: &str, words: &Furniture) -> bool {
    let day_first = lower.starts_with(|c: char| c.is_ascii_digit())
        || words.front.weekdays.iter().any(|word| lower.starts_with(word.as_str()));
    says_front(lower, words) || (day_first && is_dateline(lower))
}

/// Tells whether a line begins or speaks as what stands before a speech does.
fn says_front(lower: &str, words: &Furniture) -> bool {
    words.front.phrases.iter().any(|phrase| lower.contains(phrase.as_str()))
        || words.front.starts.iter().any(|start| lower.starts_with(start.as_str()))
}

/// Marks repeats of the title, and the breadcrumb right above a repeat, as chrome.
fn mark_repeats(text: &str, blocks: &mut [Block], title: usize) {
    let chrome = BlockKind::Furniture(FurnitureKind::Chrome);
    let words = blocks[title].range.of(text);
    for index in title + 1..blocks.len() {
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
