//! What pages repeat: heads, feet, numbers.

use super::super::paragraph::{Paragraph, Rank};
use crate::model::FurnitureKind;
use std::collections::HashMap;

/// How many lines at the top and at the foot of a page may be what pages repeat.
const EDGE: usize = 3;
/// The longest line that may be.
const LONGEST: usize = 160;

/// Marks what stands at the edge of page after page, figures not counted, and page numbers.
pub(super) fn mark(pages: &mut [Vec<Paragraph>]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut own: Vec<String> =
            edges(page.len()).filter_map(|index| shape(&page[index])).collect();
        own.sort();
        own.dedup();
        for shape in own {
            *seen.entry(shape).or_default() += 1;
        }
    }
    let count = pages.len();
    for page in pages.iter_mut() {
        let length = page.len();
        for index in edges(length) {
            let Some(shape) = shape(&page[index]) else { continue };
            let outermost = index == 0 || index + 1 == length;
            let repeats = seen.get(&shape).copied().unwrap_or(0);
            // Odd and even pages may differ in theirs.
            let repeated = count >= 3 && repeats >= 2 && repeats * 5 >= count * 2;
            if outermost && is_page_number(&shape) || repeated {
                page[index].furniture = Some(FurnitureKind::Chrome);
                page[index].rank = Rank::Body;
            }
        }
    }
}

fn edges(length: usize) -> impl Iterator<Item = usize> {
    (0..length.min(EDGE)).chain(length.saturating_sub(EDGE).max(EDGE)..length)
}

/// Gives the words of a line that is short enough, each figure as "0".
fn shape(line: &Paragraph) -> Option<String> {
    let words = line.words();
    let figure = |c: char| if c.is_ascii_digit() { '0' } else { c };
    (words.len() <= LONGEST && !words.is_empty()).then(|| words.chars().map(figure).collect())
}

/// "0", "- 00 -", "Trang 0/00".
fn is_page_number(shape: &str) -> bool {
    let bare = shape.to_lowercase();
    let bare = bare.trim_start_matches("trang").trim_start_matches("page");
    bare.len() <= 12
        && bare.contains('0')
        && bare.chars().all(|c| matches!(c, '0' | ' ' | '-' | '–' | '/' | '|'))
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::import::paragraph::Paragraph;

    #[test]
    fn heads_and_numbers_of_pages_are_furniture() {
        let page = |number: usize| -> Vec<Paragraph> {
            let number = number.to_string();
            let lines = ["BÁO CÁO", "Một là: rà soát.", "Hai là: sửa.", "2024", number.as_str()];
            lines.iter().map(|line| Paragraph::of(line)).collect()
        };
        let mut pages: Vec<_> = (1..=4).map(page).collect();
        pages[2][1] = Paragraph::of("Ba là: khác.");
        pages[1][1] = Paragraph::of("Bốn là: khác nữa.");
        pages[3][1] = Paragraph::of("Bảy là: mới.");
        pages[3][2] = Paragraph::of("Năm là: nữa.");
        pages[0][2] = Paragraph::of("Sáu là: thôi.");
        mark(&mut pages);
        let marked: Vec<String> =
            pages[0].iter().filter(|line| line.furniture.is_some()).map(Paragraph::words).collect();
        assert_eq!(marked, ["BÁO CÁO", "2024", "1"]);
    }
}
