//! The words of a page parted at the gutter between two columns of text.
//!
//! A title, a running head, a note may go over both columns: what counts is a stretch of lines on both sides of
//! a gap that none of them crosses. Columns of a table are no columns of text: their lines do not fill them.

use unpdf::parser::TextSpan;

/// The fewest lines that each column has.
const LINES: usize = 5;
/// The least gap between columns, in sizes of the letters.
const GAP: f32 = 0.6;
/// The least width of a column, in sizes.
const WIDTH: f32 = 10.0;
/// The widest gap between words of one line, in sizes.
const WORDS: f32 = 0.8;

/// The gap between two columns, from where the left one ends to where the right one begins.
#[derive(Clone, Copy)]
struct Gutter {
    from: f32,
    to: f32,
}

/// Words of one line that stand together.
pub(super) struct WordGroup {
    left: f32,
    right: f32,
    y: f32,
    size: f32,
}

/// Parts the words of a page into groups in the order they are read: what goes over the page, the left column,
/// the right one, and so on. A page without columns is one group.
pub(super) fn part(spans: Vec<TextSpan>, pieces: &[WordGroup]) -> Vec<Vec<TextSpan>> {
    let Some(gutter) = gutter(pieces) else { return vec![spans] };
    let bands = bands(pieces, gutter);
    if bands.is_empty() {
        return vec![spans];
    }
    // Above, left and right for each band, and what is below them all.
    let mut groups: Vec<Vec<TextSpan>> = Vec::new();
    groups.resize_with(3 * bands.len() + 1, Vec::new);
    for span in spans {
        let band = bands.iter().position(|(_, foot)| span.y >= *foot).unwrap_or(bands.len());
        let inside = bands.get(band).is_some_and(|(top, _)| span.y <= *top);
        let side = match inside {
            false => 0,
            true if span.x + span.width / 2.0 < gutter.to => 1,
            true => 2,
        };
        groups[3 * band + side].push(span);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Counts the lines whose words stand apart, as those of a table do.
pub(super) fn rows_apart(pieces: &[WordGroup]) -> usize {
    let rows = pieces.chunk_by(|a, b| a.y == b.y);
    rows.filter(|row| row.len() > 1).count()
}

/// Puts the words of each line together, from the top.
pub(super) fn pieces(spans: &[TextSpan]) -> Vec<WordGroup> {
    let mut order: Vec<&TextSpan> =
        spans.iter().filter(|span| !span.text.trim().is_empty() && !span.is_rotated()).collect();
    order.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut out: Vec<WordGroup> = Vec::new();
    let mut start = 0;
    while start < order.len() {
        let first = order[start];
        let row = order[start..].iter().take_while(|span| first.y - span.y < 0.3 * first.font_size);
        // The line of a letter without a size has that letter at least.
        let end = start + row.count().max(1);
        order[start..end].sort_by(|a, b| a.x.total_cmp(&b.x));
        let above = out.len();
        for span in &order[start..end] {
            let size = span.font_size.max(1.0);
            let right = super::line::ink_right(span);
            match out[above..].last_mut() {
                Some(piece) if span.x - piece.right < WORDS * size => {
                    piece.right = piece.right.max(right)
                }
                _ => out.push(WordGroup { left: span.x, right, y: first.y, size }),
            }
        }
        start = end;
    }
    out
}

/// Finds where a right column may begin: the place at which most lines do, away from the sides. Gives the gap
/// before it.
fn gutter(pieces: &[WordGroup]) -> Option<Gutter> {
    let left = pieces.iter().map(|piece| piece.left).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.right).fold(f32::MIN, f32::max);
    let mut lefts: Vec<f32> = pieces
        .iter()
        .map(|piece| piece.left)
        .filter(|x| *x > left + (right - left) * 0.3 && *x < left + (right - left) * 0.7)
        .collect();
    lefts.sort_by(f32::total_cmp);
    let mut best = 0..0;
    let mut start = 0;
    for end in 1..=lefts.len() {
        while lefts[end - 1] - lefts[start] > 2.0 {
            start += 1;
        }
        if end - start > best.len() {
            best = start..end;
        }
    }
    if best.len() < LINES {
        return None;
    }
    let edge = lefts[best.start];
    let sizes =
        pieces.iter().filter(|piece| (piece.left - edge).abs() <= 2.0).map(|piece| piece.size);
    Some(Gutter { from: edge - GAP * sizes.fold(0.0, f32::max), to: edge })
}

/// Returns from where to where, from the top, there are columns on both sides of a gap.
fn bands(pieces: &[WordGroup], gutter: Gutter) -> Vec<(f32, f32)> {
    let crosses = |piece: &WordGroup| piece.left < gutter.to - 1.0 && piece.right > gutter.from;
    let mut out = Vec::new();
    for band in pieces.split(crosses) {
        let (left, right): (Vec<&WordGroup>, Vec<&WordGroup>) =
            band.iter().partition(|piece| piece.right <= gutter.from);
        if let [top, .., foot] = band
            && is_column(&left)
            && is_column(&right)
        {
            out.push((top.y + top.size / 2.0, foot.y - foot.size / 2.0));
        }
    }
    out
}

/// Tells whether lines fill a column, as those of a text do.
fn is_column(lines: &[&WordGroup]) -> bool {
    let left = lines.iter().map(|line| line.left).fold(f32::MAX, f32::min);
    let right = lines.iter().map(|line| line.right).fold(f32::MIN, f32::max);
    let full = lines.iter().filter(|line| line.right - line.left > 0.6 * (right - left)).count();
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    lines.len() >= LINES && full * 2 >= lines.len() && right - left > WIDTH * size
}
