//! What a scan has for text: a stamp, an address, the mark of a program, the same on page after page.

use super::line::PdfLine;
use std::collections::HashMap;

/// The longest stamp, in letters.
const LONGEST: usize = 300;

/// Tells whether the pages hold no other words than what each of them repeats. One page repeats nothing.
pub(super) fn is_all(pages: &[Vec<PdfLine>]) -> bool {
    let mut letters: HashMap<Vec<char>, usize> = HashMap::new();
    for page in pages.iter().filter(|page| !page.is_empty()) {
        let own = stamp(page);
        if own.len() > LONGEST {
            return false;
        }
        *letters.entry(own).or_default() += 1;
    }
    let pages: usize = letters.values().sum();
    pages >= 2 && letters.len() == 1
}

/// Returns the letters of a page in the order of the alphabet: a stamp that stands askew comes in pieces, and
/// they may come in any order. The figures may be the number of the page.
fn stamp(page: &[PdfLine]) -> Vec<char> {
    let letters = page.iter().flat_map(|line| line.words.chars()).filter(|c| c.is_alphabetic());
    let mut letters: Vec<char> = letters.take(LONGEST + 1).collect();
    letters.sort_unstable();
    letters
}
