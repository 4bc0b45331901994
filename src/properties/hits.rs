//! Promises of searching.

use crate::model::Block;
use crate::search::{Query, find, find_next};
use crate::text::{TextPos, TextRange, fold};

/// Hits are in order, apart, on character boundaries, in the text, and fold to the query; finding
/// one by one gives the same.
///
/// # Panics
///
/// If one of these does not hold.
pub fn finding(text: &str, blocks: &[Block], query: &Query) {
    let hits = find(text, blocks, query);
    let mut end = TextPos::ZERO;
    for hit in &hits {
        assert!(hit.start >= end && !hit.is_empty(), "{hit:?} comes after the hits before it");
        end = hit.end;
        let found = text.get(hit.bytes());
        let found = found.unwrap_or_else(|| panic!("{hit:?} is on boundaries"));
        assert_eq!(fold(found), fold(query.typed()), "{found:?} is what was searched for");
    }
    let mut from = TextPos::ZERO;
    for hit in hits.iter().take(50) {
        assert_eq!(find_next(text, blocks, query, from), Some(*hit), "the next from {from:?}");
        from = hit.end;
    }
    if let [first, .., last] = hits.as_slice() {
        assert_eq!(find_next(text, blocks, query, last.end), Some(*first), "the first comes again");
    }
    if hits.is_empty() {
        assert_eq!(find_next(text, blocks, query, from), None, "what is not there is not found");
    }
}

/// Words copied out of a text are found where they were copied from.
///
/// # Panics
///
/// If they are not.
pub fn finding_itself(text: &str, blocks: &[Block], range: TextRange) {
    let query = Query::new(range.of(text));
    if query.is_empty() {
        return;
    }
    let hits = find(text, blocks, &query);
    let found = hits.iter().any(|hit| hit.intersection(range).is_some());
    assert!(found, "{:?} is found in {text:?}", query.typed());
}
