//! Words of tasks in, their deadlines out: verbatim, as a date, and how it bounds the work.

mod table;

use super::{Basis, DeadlineVocabulary, find};
use crate::speech::Date;
use crate::text::TextRange;
use unicode_normalization::UnicodeNormalization;

/// Returns the deadlines of a line, each as "words | date or rhythm | edge"; "~" marks what was inferred.
fn told(text: &str, base: Option<Date>) -> Vec<String> {
    let vocabulary = DeadlineVocabulary::shipped();
    let found = find(text, TextRange::new(0, text.len()), base, &vocabulary);
    let line = |deadline: &super::Deadline| {
        let date = deadline
            .due
            .iso()
            .or_else(|| deadline.due.rhythm().map(|rhythm| rhythm.name().to_owned()));
        let mark = if deadline.basis == Basis::Inferred { "~" } else { "" };
        let words = deadline.words.of(text);
        format!("{words} | {mark}{} | {}", date.as_deref().unwrap_or("-"), deadline.edge.name())
    };
    found.iter().map(line).collect()
}

#[test]
fn deadlines_are_read() {
    let base = Date::new(2025, 6, 2);
    let mut wrong = Vec::new();
    for (text, wanted) in table::LINES {
        let wanted = wanted.to_vec();
        let found = told(text, base);
        if found != wanted {
            wrong.push(format!("{text}\n  found  {found:?}\n  wanted {wanted:?}"));
        }
        let decomposed: String = text.nfd().collect();
        let composed = crate::text::decode(decomposed.into_bytes()).text;
        assert_eq!(told(&composed, base), found, "{text} in other letters");
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table::LINES.len(), wrong.join("\n"));
    assert!(table::LINES.len() >= 200);
}

#[test]
fn without_a_day_of_the_document_nothing_is_inferred() {
    for (text, wanted) in [
        ("Hoàn thành trước ngày 30/6.", "trước ngày 30/6 | ~- | before"),
        ("Xong trong tháng này.", "trong tháng này | ~- | in"),
        ("Từ nay đến cuối năm 2025, kiểm tra.", "Từ nay đến cuối năm 2025 | ~- | during"),
        ("Hoàn thành trước ngày 30/6/2025.", "trước ngày 30/6/2025 | 2025-06-30 | before"),
    ] {
        assert_eq!(told(text, None), [wanted]);
    }
}

#[test]
fn a_part_of_a_text_is_read_alone() {
    let text = "Trước ngày 1/7/2025 họp. Trước ngày 5/7/2025 xong.";
    let second = text.find(". ").expect("two sentences") + 2;
    let found =
        find(text, TextRange::new(second, text.len()), None, &DeadlineVocabulary::shipped());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].words.of(text), "Trước ngày 5/7/2025");
}
