//! The columns of a page: stretches of lines one below the other, with the edges that their lines share.
//!
//! An edge is where several lines begin or end, not where the outermost one does: a table or a
//! title may stand out. A stretch of a few lines takes over the edges of a longer one around it.

use super::line::PdfLine;
use std::ops::Range;

/// The fewest lines whose edges are their column's own.
const STRONG: usize = 6;

/// A stretch of lines of one page.
#[derive(Clone, Debug)]
pub(super) struct PdfColumn {
    /// Which lines of the page.
    pub lines: Range<usize>,
    /// Where its lines begin, but for indents.
    pub left: f32,
    /// Where its full lines end.
    pub right: f32,
}

impl PdfColumn {
    fn of(lines: &[PdfLine], range: Range<usize>) -> Self {
        let own = &lines[range.clone()];
        let slack = own.iter().map(|line| line.size).fold(0.0, f32::max) / 2.0;
        let left = -shared(own.iter().map(|line| -line.left), slack);
        let right = shared(own.iter().map(|line| line.right), slack);
        PdfColumn { lines: range, left, right }
    }

    /// Returns one that is as wide as some others side by side.
    fn around(columns: &[PdfColumn]) -> Option<Self> {
        let mut whole = columns.first()?.clone();
        for column in columns {
            whole.left = whole.left.min(column.left);
            whole.right = whole.right.max(column.right);
        }
        Some(whole)
    }

    /// Returns how wide it is.
    pub fn width(&self) -> f32 {
        (self.right - self.left).max(1.0)
    }

    fn is_strong(&self) -> bool {
        self.lines.len() >= STRONG
    }

    /// Tells whether another one lies within its edges.
    fn holds(&self, other: &PdfColumn) -> bool {
        const SLACK: f32 = 6.0;
        self.left - SLACK <= other.left && other.right <= self.right + SLACK
    }
}

/// Parts the lines of each page into columns.
pub(super) fn columns(pages: &[Vec<PdfLine>]) -> Vec<Vec<PdfColumn>> {
    let mut all: Vec<Vec<PdfColumn>> = pages.iter().map(|lines| of_page(lines)).collect();
    // Pages on the left and on the right may differ in their margins.
    let mut nearest: [Vec<PdfColumn>; 2] = Default::default();
    for order in [ScanDirection::Down, ScanDirection::Up] {
        let count = all.len();
        for step in 0..count {
            let page = if order == ScanDirection::Down { step } else { count - 1 - step };
            let strong: Vec<PdfColumn> =
                all[page].iter().filter(|column| column.is_strong()).cloned().collect();
            let whole = PdfColumn::around(&strong);
            for column in all[page].iter_mut().filter(|column| !column.is_strong()) {
                let around = strong.iter().chain(&nearest[page % 2]).chain(&whole);
                if let Some(around) = around.into_iter().find(|around| around.holds(column)) {
                    (column.left, column.right) = (around.left, around.right);
                }
            }
            if !strong.is_empty() {
                nearest[page % 2] = strong;
            }
        }
    }
    all
}

/// In which order pages are gone through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ScanDirection {
    Down,
    Up,
}

fn of_page(lines: &[PdfLine]) -> Vec<PdfColumn> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for (index, pair) in lines.windows(2).enumerate() {
        // A line above the one before it begins another column.
        if pair[1].group != pair[0].group || pair[1].y > pair[0].y + pair[0].size / 2.0 {
            stretches.push(PdfColumn::of(lines, start..index + 1));
            start = index + 1;
        }
    }
    if start < lines.len() {
        stretches.push(PdfColumn::of(lines, start..lines.len()));
    }
    stretches
}

/// Returns the outermost of some values that several are near to, the largest being the outermost.
fn shared(values: impl Iterator<Item = f32>, slack: f32) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(|a, b| b.total_cmp(a));
    let wanted = match values.len() {
        0..=3 => 1,
        count => (count / 8).clamp(2, 4),
    };
    let found = values.windows(wanted).find(|near| near[0] - near[wanted - 1] <= slack);
    found.or(values.get(..1)).map_or(0.0, |near| near[0])
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn an_edge_is_where_several_lines_end() {
        for (values, edge) in [
            (&[500.0, 499.0, 498.0, 300.0, 580.0][..], 500.0),
            (&[500.0, 499.5, 480.0, 499.0, 499.0, 470.0, 620.0, 580.0], 500.0),
            (&[300.0, 420.0], 420.0),
            (&[], 0.0),
        ] {
            assert_eq!(shared(values.iter().copied(), 6.0), edge, "{values:?}");
        }
    }
}
