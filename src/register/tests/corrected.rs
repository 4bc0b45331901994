//! Words of corrections, found in texts.

use crate::register::words_near;
use crate::text::TextRange;

/// Finds words near the passage that begins with `from`, and tells the number of the line that they begin in.
fn check(text: &str, words: &str, from: &str, expected: Option<usize>) {
    let at = text.find(from).expect("the passage");
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let found = words_near(text, words, TextRange::new(at, end));
    let line = found.map(|range| text[..range.start.get()].matches('\n').count() + 1);
    assert_eq!(line, expected, "{words:?} near {from:?}");
}

#[test]
fn words_are_found_whole() {
    check("Xong trước 15/6.\nHọp ngày 5/6.\n", "5/6", "Xong", Some(2));
}

#[test]
fn words_are_found_in_the_passage_else_above_else_below() {
    let text = "Sở Tài chính:\na) Sở Nội vụ và Sở Tài chính làm;\nb) Làm sổ;\nc) Sở Nội\nvụ xem. Sở Y tế.\n";
    for (words, from, expected) in [
        ("Sở Tài chính", "a)", Some(2)),
        ("Sở Tài chính", "b)", Some(2)),
        ("Sở Nội vụ", "c)", Some(2)),
        ("Sở Nội  vụ xem", "b)", Some(4)),
        ("Sở Y tế", "a)", Some(5)),
        ("Sở Y", "a)", Some(5)),
        ("Sở Tài chín", "a)", None),
        ("Sở Công an", "a)", None),
        ("", "a)", None),
    ] {
        check(text, words, from, expected);
    }
}
