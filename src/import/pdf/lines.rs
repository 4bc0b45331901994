//! From the lines of a page to its paragraphs, by where the lines stand.
//!
//! A line that could have held the first word of the next one was ended by its writer, not by the
//! width of the page. That, a larger gap and an indent begin a paragraph.

use super::super::paragraph::{Look, Paragraph};
use super::join;
use unpdf::parser::TextLine;

/// How much wider than the usual gap between lines one is that parts paragraphs.
const GAP: f32 = 1.3;
/// The smallest indent of a first line, in sizes of its letters.
const INDENT: f32 = 0.8;

/// A line of a page, measured.
struct Line {
    words: String,
    left: f32,
    right: f32,
    y: f32,
    size: f32,
    look: Look,
}

/// The edges of a column, and how far its lines stand apart.
#[derive(Clone, Copy)]
struct Column {
    left: f32,
    right: f32,
    leading: f32,
}

/// Puts the lines of a page together to paragraphs.
pub(super) fn paragraphs(lines: &[TextLine]) -> Vec<Paragraph> {
    let lines: Vec<Line> = lines.iter().filter_map(measured).collect();
    let mut out = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        // A line above the one before it begins another column.
        let rest = &lines[start..];
        let falls = rest.windows(2).position(|pair| pair[1].y > pair[0].y + pair[0].size / 2.0);
        let end = falls.map_or(lines.len(), |at| start + at + 1);
        column(&lines[start..end], &mut out);
        start = end;
    }
    out
}

fn measured(line: &TextLine) -> Option<Line> {
    let words = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let right = line.spans.iter().filter(|span| !span.text.trim().is_empty());
    let right = right.map(|span| span.x + span.ink_width.unwrap_or(span.width));
    let look = if line.is_all_bold() { Look::default().bold() } else { Look::default() };
    let right = right.fold(line.x, f32::max);
    let size = line.font_size.max(1.0);
    (!words.is_empty()).then_some(Line { words, left: line.x, right, y: line.y, size, look })
}

fn column(lines: &[Line], out: &mut Vec<Paragraph>) {
    let shape = shape(lines);
    let mut open: Option<Paragraph> = None;
    for (index, line) in lines.iter().enumerate() {
        let begins = index == 0 || begins(&lines[..=index], shape);
        if begins {
            out.extend(open.take());
        }
        match &mut open {
            Some(paragraph) => join(paragraph, &line.words, line.look),
            None => {
                let mut paragraph = Paragraph::default();
                paragraph.push(&line.words, line.look);
                open = Some(paragraph);
            }
        }
    }
    out.extend(open);
}

/// Measures a column: its outermost right edge, its usual left edge and gap.
fn shape(lines: &[Line]) -> Column {
    let middle = |mut values: Vec<f32>| {
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let gaps = lines.windows(2).map(|pair| pair[0].y - pair[1].y);
    let near = gaps.zip(lines).filter(|(gap, line)| *gap > 0.0 && *gap < 2.5 * line.size);
    let leading = middle(near.map(|(gap, _)| gap).collect());
    Column {
        left: middle(lines.iter().map(|line| line.left).collect()).unwrap_or(0.0),
        right: lines.iter().map(|line| line.right).fold(0.0, f32::max),
        leading: leading.unwrap_or(f32::MAX),
    }
}

/// Tells whether the last of some lines of a column begins a paragraph.
fn begins(lines: &[Line], column: Column) -> bool {
    let [.., before, line] = lines else { return true };
    let gap = before.y - line.y;
    if gap < line.size * 0.2 {
        // Words on one line that stand far apart.
        return false;
    }
    let other_size = (before.size - line.size).abs() > 0.6;
    // The usual gap may be that between paragraphs of one line.
    let usual = column.leading.min(1.7 * line.size);
    if other_size || gap > GAP * usual + 0.5 {
        return true;
    }
    if line.left > before.left + INDENT * line.size && line.left > column.left + INDENT * line.size
    {
        return true;
    }
    // The first word, with a blank before it, as wide as its share of the line.
    let first = line.words.split(' ').next().unwrap_or_default().chars().count() + 1;
    let count = line.words.chars().count().max(1);
    let width = (line.right - line.left) * first as f32 / count as f32;
    before.right + width + 0.3 * line.size < column.right
}
