//! Promises of searching.

use crate::search::{Hidden, Hit, Mode, Page, Query, Sought, find, find_next};
use crate::speech::{Block, Format, Metadata, Outline};
use crate::text::{TextPos, TextRange, fold};

fn with<T>(text: &str, blocks: &[Block], ask: impl FnOnce(Sought<'_>, &Page) -> T) -> T {
    let (outline, meta) = (Outline::default(), Metadata::default());
    let sought = Sought {
        text,
        blocks,
        outline: &outline,
        meta: &meta,
        format: Format::Text,
        hidden: Hidden::Last,
    };
    ask(sought, &Page::of(text, blocks))
}

/// Hits are in order, apart, on character boundaries and in the text; finding one by one gives the
/// same; what is found is found in a looser mode too, within the same or more.
///
/// # Panics
///
/// If one of these does not hold.
pub fn finding(text: &str, blocks: &[Block], query: &Query) {
    let hits = with(text, blocks, |sought, page| find(sought, page, query));
    let mut end = TextPos::ZERO;
    for hit in &hits {
        assert!(hit.range.start >= end && !hit.range.is_empty(), "{hit:?} follows those before");
        end = hit.range.start;
        for part in hit.parts() {
            let found = text.get(part.bytes());
            assert!(found.is_some_and(|found| !found.is_empty()), "{part:?} is on boundaries");
            assert!(hit.range.covers(*part), "{part:?} is of {hit:?}");
        }
    }
    with(text, blocks, |sought, page| {
        let next = |from| find_next(sought, page, query, from);
        if hits.iter().any(|hit| hit.how.is_typed()) || hits.is_empty() {
            return;
        }
        let mut from = TextPos::ZERO;
        for hit in hits.iter().take(50) {
            let found = next(from).map(|hit| hit.range);
            // What keys give may come first while it has not been counted.
            let by_keys = next(from).is_some_and(|hit| hit.how.is_typed());
            assert!(by_keys || found == Some(hit.range), "the next from {from:?}: {found:?}");
            from = hit.range.end;
        }
    });
}

/// Words are found in a text in a looser mode wherever they are found in a stricter one.
///
/// # Panics
///
/// If they are not.
pub fn loosening(text: &str, blocks: &[Block], words: &str) {
    let hits = |mode| {
        let query = Query::words(words, mode);
        with(text, blocks, |sought, page| find(sought, page, &query))
    };
    let covered = |hit: &Hit, others: &[Hit]| {
        let touches = |other: &Hit| other.range.intersection(hit.range).is_some();
        others.iter().any(touches)
    };
    let [exact, smart, loose] = Mode::ALL.map(hits);
    for (strict, free) in [(&exact, &smart), (&smart, &loose)] {
        for hit in strict.iter() {
            let found = hit.range.of(text);
            assert!(covered(hit, free), "{found:?} is found by {words:?} in the looser mode too");
        }
    }
}

/// Words copied out of a text are found where they were copied from, in every mode.
///
/// # Panics
///
/// If they are not.
pub fn finding_itself(text: &str, blocks: &[Block], range: TextRange) {
    for mode in Mode::ALL {
        let query = Query::words(range.of(text), mode);
        if query.is_empty() {
            return;
        }
        let hits = with(text, blocks, |sought, page| find(sought, page, &query));
        let found = hits.iter().any(|hit| hit.range.intersection(range).is_some());
        assert!(found, "{:?} is found in {text:?}, {mode:?}", query.typed());
        let same =
            hits.iter().all(|hit| fold(hit.range.of(text)).len() + 1 >= fold(query.typed()).len());
        assert!(same || mode == Mode::Loose, "{:?} is found whole", query.typed());
    }
}
