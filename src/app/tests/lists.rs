//! Lists that are narrowed by typing.

use crate::app::{Choice, Layer, Picker, Source, Target};
use crate::settings::action::Action;

fn picker(source: Source, labels: &[&str]) -> Picker {
    let choice = |label: &&str| {
        Choice::new((*label).to_owned(), String::new(), "", Target::Action(Action::Quit))
    };
    Picker::new(source, labels.iter().map(choice).collect(), 0)
}

const TITLES: [&str; 5] = [
    "Kết luận hội nghị nội chính",
    "Diễn văn khai mạc",
    "Diễn văn bế mạc",
    "Chỉ thị về phòng, chống tham nhũng",
    "Đề án cải cách tư pháp",
];

/// Types into a list and checks what is left of it, in its order.
fn check(source: Source, typed: &str, expected: &[&str]) {
    let mut picker = picker(source, &TITLES);
    // Letter by letter, as the list is narrowed from what it showed before.
    for c in typed.chars() {
        picker.line.paste(&c.to_string());
        picker.narrow();
    }
    let shown: Vec<&str> = picker.shown().map(|choice| choice.label.as_str()).collect();
    assert_eq!(shown, expected, "{typed}");
    assert_eq!(picker.total(), TITLES.len());
    let mut at_once = self::picker(source, &TITLES);
    at_once.line.paste(typed);
    at_once.narrow();
    let again: Vec<&str> = at_once.shown().map(|choice| choice.label.as_str()).collect();
    assert_eq!(again, shown, "{typed} at once");
}

#[test]
fn marks_and_case_do_not_count() {
    for typed in ["be mac", "Bế mạc", "BE MAC", "bế mac"] {
        check(Source::Palette, typed, &["Diễn văn bế mạc"]);
        check(Source::Outline, typed, &["Diễn văn bế mạc"]);
    }
    check(Source::Outline, "de an", &["Đề án cải cách tư pháp"]);
    check(Source::Palette, "đề án cải", &["Đề án cải cách tư pháp"]);
    check(Source::Palette, "zzz", &[]);
    check(Source::Palette, "", &TITLES);
}

#[test]
fn the_outline_keeps_its_order_and_wants_every_word() {
    check(Source::Outline, "dien van", &["Diễn văn khai mạc", "Diễn văn bế mạc"]);
    check(Source::Outline, "van dien mac", &["Diễn văn khai mạc", "Diễn văn bế mạc"]);
    check(Source::Outline, "dvkm", &[]);
}

#[test]
fn the_library_takes_letters_of_words() {
    check(Source::Palette, "dvkm", &["Diễn văn khai mạc"]);
    check(Source::Palette, "ctpctn", &["Chỉ thị về phòng, chống tham nhũng"]);
}

#[test]
fn the_cursor_stays_in_the_list() {
    let mut picker = picker(Source::Palette, &TITLES);
    for (step, cursor) in [(-3, 0), (2, 2), (isize::MAX, 4), (1, 4), (isize::MIN + 1, 0)] {
        picker.step(step);
        assert_eq!(picker.cursor(), cursor);
    }
    picker.step(3);
    picker.line.paste("dien");
    picker.narrow();
    assert_eq!(picker.cursor(), 0, "a narrowed list begins anew");
    let mut none = self::picker(Source::Palette, &[]);
    none.step(1);
    assert_eq!(none.picked(), None);
}
