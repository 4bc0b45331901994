//! Notes at the foot of a page: lines in smaller letters below all others, from the first that a raised
//! number announces.

use super::line::{PageZone, PdfLine};
use std::collections::HashMap;

/// The largest letters of a note, in sizes of those of the text.
const SMALLER: f32 = 0.93;

/// Marks the notes at the foot of each page. Those that go on from the page before have no number.
pub(super) fn mark(pages: &mut [Vec<PdfLine>]) {
    let Some(size) = usual_size(pages) else { return };
    let mut goes_on = false;
    for lines in pages {
        let mut order: Vec<usize> =
            (0..lines.len()).filter(|index| lines[*index].place == PageZone::Body).collect();
        order.sort_by(|a, b| lines[*b].y.total_cmp(&lines[*a].y));
        let small = order.iter().rev().take_while(|index| lines[**index].size <= SMALLER * size);
        let (above, below) = order.split_at(order.len() - small.count());
        let raised: Vec<u32> =
            above.iter().flat_map(|index| lines[*index].raised.iter().copied()).collect();
        let opens: Vec<bool> = below.iter().map(|index| lines[*index].is_note(&raised)).collect();
        let first = match goes_on && !above.is_empty() {
            true => Some(0),
            false => opens.iter().position(|opens| *opens),
        };
        let Some(first) = first.filter(|_| !above.is_empty()) else {
            goes_on = false;
            continue;
        };
        for (index, opens) in below.iter().zip(&opens).skip(first) {
            lines[*index].place = PageZone::Notes;
            lines[*index].opens = *opens;
        }
        goes_on = below.last().is_some_and(|last| lines[*last].end() != super::line::LineEnd::Stop);
    }
}

/// Returns the size of most letters.
fn usual_size(pages: &[Vec<PdfLine>]) -> Option<f32> {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    let is_text = |line: &&PdfLine| line.place == PageZone::Body && line.table.is_none();
    for line in pages.iter().flatten().filter(is_text) {
        *letters.entry((line.size * 2.0).round() as i32).or_default() += line.words.len();
    }
    let most = letters.into_iter().max_by_key(|(size, count)| (*count, *size));
    most.map(|(size, _)| size as f32 / 2.0)
}

impl PdfLine {
    /// Tells whether a number comes first that is raised here, or among `raised` in the text.
    fn is_note(&self, raised: &[u32]) -> bool {
        let figures = self.words.trim_start_matches(['[', '(']);
        let count = figures.bytes().take_while(u8::is_ascii_digit).count();
        let number = figures[..count].parse::<u32>().ok();
        number
            .is_some_and(|number| self.raised.first() == Some(&number) || raised.contains(&number))
    }
}
