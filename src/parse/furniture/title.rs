//! Which lines are the title.

use super::line::{self, Line, is_capitals};
use super::{CHROME, FRONT, SHORT, TITLE, head};
use crate::model::{Block, BlockKind};
use crate::parse::lexicon::Lexicon;
use crate::parse::marker::marker_of;
use std::ops::Range;

/// How many open lines from the start can be the title where nothing else tells.
const FIRST: usize = 6;
/// The most lines of a title.
const LINES: usize = 6;
/// A title has at least so many bytes, at most so many.
const LENGTH: Range<usize> = 12..600;
/// So many bytes are enough to know a repeat that was cut short: "… công tác tuyên truyền ...".
const CUT: usize = 40;

/// Finds the blocks of the title in the head: the kind of a document and what it is about, a line
/// that comes twice, a heading, or the first line that could be one.
pub(super) fn find(
    text: &str,
    head: &[Block],
    said: &[String],
    lexicon: &Lexicon,
) -> Option<Range<usize>> {
    let raw = |index: usize| head[index].range.of(text);
    let open = |index: usize| could_be(head[index], raw(index), lexicon);
    let first_open = (0..head.len()).find(|&index| !is_passed(head[index].kind));
    let document = document_title(text, head, lexicon);
    if let Some(document) = &document {
        // The page may name the document before its head, in a heading or a line of its own.
        let named = (0..document.start)
            .find(|&index| open(index) && is_heading(raw(index)) && raw(index).len() >= CUT);
        return Some(named.map_or(document.clone(), |index| index..index + 1));
    }
    let twice = (0..head.len().min(super::HEAD)).find(|&index| {
        raw(index).len() >= 20
            && (open(index) || head[index].kind == CHROME && shape_fits(raw(index), lexicon))
            && said[index + 1..].iter().any(|other| same(&said[index], other))
    });
    let twice = twice.map(|index| {
        // Of a title cut short and a whole one the whole one counts.
        let cut = uncut(&said[index]);
        let whole = (index + 1..head.len()).find(|&other| {
            cut.len() < said[index].len()
                && same(&said[index], &said[other])
                && said[other].len() > cut.len()
        });
        whole.unwrap_or(index)
    });
    let index = twice.or_else(|| {
        let first = first_open?;
        let near = first..head.len().min(first + FIRST);
        near.clone()
            .take_while(|&index| index == first || is_passed(head[index].kind) || open(index))
            .find(|&index| open(index))
    })?;
    Some(index..index + 1 + following(text, head, index, lexicon))
}

/// Tells whether a title may stand under a block of this kind.
fn is_passed(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Furniture(_))
}

/// Tells whether a block could be a title: not a sentence, not a menu entry, not what is said of
/// the speech.
fn could_be(block: Block, raw: &str, lexicon: &Lexicon) -> bool {
    block.kind == BlockKind::Paragraph && shape_fits(raw, lexicon)
}

fn shape_fits(raw: &str, lexicon: &Lexicon) -> bool {
    if !LENGTH.contains(&raw.len()) || !raw.contains(' ') || raw.starts_with('(') {
        return false;
    }
    let line = Line::new(raw);
    let ended = line.bare.ends_with([':', ';', ','])
        || line.bare.ends_with('.') && !line.bare.ends_with("...") && !is_capitals(line.bare);
    !ended
        && line.bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '\'')
        && marker_of(raw, lexicon).is_none()
        && !line::holds_stop(line.bare)
        && !head::says_front(&line, &lexicon.furniture)
        && !head::is_dateline(&line, lexicon)
        && !head::is_place_and_day(&line)
        && !head::is_number(&line)
        && !day_first(&line)
        && !is_english_day(&line, lexicon)
}

/// A title may end in a day, but it does not begin with one.
fn day_first(line: &Line) -> bool {
    line.words.starts_with(|c: char| c.is_ascii_digit())
        && line.words.len() <= 60
        && crate::parse::metadata::find_date(&line.words).is_some()
}

/// "February 2, 2005".
fn is_english_day(line: &Line, lexicon: &Lexicon) -> bool {
    let months = &lexicon.furniture.event.months;
    line.words.len() <= 24 && months.iter().any(|month| line.words.starts_with(month.as_str()))
}

fn is_heading(raw: &str) -> bool {
    raw.starts_with('#')
}

/// Gives the words of each block; none of what is too long to be a title.
pub(super) fn said(text: &str, head: &[Block]) -> Vec<String> {
    let words = |block: &Block| {
        let raw = block.range.of(text);
        if raw.len() <= 3 * SHORT { Line::new(raw).words } else { String::new() }
    };
    head.iter().map(words).collect()
}

/// Gives words without the points that show them cut short.
fn uncut(words: &str) -> &str {
    words.trim_end_matches(['.', '…', ' '])
}

/// Tells whether two lines say the same, or the first one the beginning of the other.
fn same(one: &str, other: &str) -> bool {
    if one.len().min(other.len()) < 20 {
        return false;
    }
    let cut = uncut(one);
    one == other || (cut.len() < one.len() && cut.len() >= CUT && other.starts_with(cut))
}

/// Finds the kind of a document alone on a line in capitals, and what it is about under it.
fn document_title(text: &str, head: &[Block], lexicon: &Lexicon) -> Option<Range<usize>> {
    let raw = |index: usize| head[index].range.of(text);
    let start = (0..head.len()).find(|&index| {
        let raw = raw(index);
        if head[index].kind != BlockKind::Paragraph && head[index].kind != FRONT || raw.len() > 80 {
            return false;
        }
        let line = Line::new(raw);
        is_capitals(line.bare)
            && !line.bare.ends_with(':')
            && lexicon.furniture.title.kinds.holds(line.unsigned())
    })?;
    let end = start + 1 + following(text, head, start, lexicon);
    Some(start..end)
}

/// Counts the lines under the first one of a title that go on with it.
fn following(text: &str, head: &[Block], start: usize, lexicon: &Lexicon) -> usize {
    let raw = |index: usize| head[index].range.of(text);
    let first = Line::new(raw(start));
    let capitals = is_capitals(first.bare);
    let is_kind = lexicon.furniture.title.kinds.holds(first.unsigned());
    let mut end = start + 1;
    while end < head.len() && end - start < LINES {
        let raw = raw(end);
        let line = Line::new(raw);
        let about_kind = is_kind && end == start + 1;
        let adjacent = line::adjacent(text, &head[end - 1], &head[end]);
        let emphatic = raw.starts_with("**") && raw.ends_with("**") || raw.starts_with('#');
        let fits = match (about_kind, is_kind) {
            (true, _) => {
                is_capitals(line.bare)
                    || emphatic
                    || lexicon.furniture.title.subjects.starts(&line.words)
            }
            (false, true) => {
                (adjacent && (is_capitals(line.bare) || emphatic))
                    || is_capitals(line.bare) && goes_on(line.bare)
            }
            (false, false) => capitals && adjacent && is_capitals(line.bare),
        };
        let ends = line.bare.ends_with(':') || marker_of(raw, lexicon).is_some();
        let furniture = !matches!(head[end].kind, BlockKind::Paragraph);
        if !fits || ends || furniture || raw.len() > 2 * SHORT || line::is_wordless(line.bare) {
            break;
        }
        // The agency that decides stands under the title of a resolution: "QUỐC HỘI".
        if is_kind && end > start + 1 && emphatic && !raw_before_open(text, head, end) {
            break;
        }
        end += 1;
    }
    end - start - 1
}

/// Tells whether the words of a line go on from the line above: no agency begins with them.
fn goes_on(bare: &str) -> bool {
    !line::ends_sentence(bare) && bare.contains(", ")
}

/// Tells whether the line before `at` leaves its words open, as a broken title does: it is
/// emphatic as well.
fn raw_before_open(text: &str, head: &[Block], at: usize) -> bool {
    head[at - 1].range.of(text).starts_with("**")
}

/// Writes the kinds of the title into the blocks, and marks its repeats, and the breadcrumb right
/// above a repeat, as chrome.
pub(super) fn mark(text: &str, head: &mut [Block], said: &[String], title: Range<usize>) {
    for index in title.clone() {
        head[index].kind = TITLE;
    }
    for index in 0..head.len() {
        let repeats = said[title.clone()]
            .iter()
            .any(|line| same(line, &said[index]) || same(&said[index], line));
        if title.contains(&index) || !repeats {
            continue;
        }
        head[index].kind = CHROME;
        let mut above = index;
        while above > title.end {
            above -= 1;
            let raw = head[above].range.of(text);
            let adjacent = line::adjacent(text, &head[above], &head[above + 1]);
            if !adjacent
                || raw.len() > SHORT
                || line::ends_sentence(raw)
                || head[above].kind != BlockKind::Paragraph
            {
                break;
            }
            head[above].kind = CHROME;
        }
    }
}
