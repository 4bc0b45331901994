//! Lists that are narrowed by typing.

use crate::app::{OverlayLayer, Picker, PickerChoice, PickerSource, PickerTarget};
use crate::settings::action::Action;

fn picker(source: PickerSource, labels: &[&str]) -> Picker {
    let choice = |label: &&str| {
        PickerChoice::new(
            (*label).to_owned(),
            String::new(),
            "",
            PickerTarget::Action(Action::Quit),
        )
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
fn check(source: PickerSource, typed: &str, expected: &[&str]) {
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
        check(PickerSource::Palette, typed, &["Diễn văn bế mạc"]);
        check(PickerSource::Outline, typed, &["Diễn văn bế mạc"]);
    }
    check(PickerSource::Outline, "de an", &["Đề án cải cách tư pháp"]);
    check(PickerSource::Palette, "đề án cải", &["Đề án cải cách tư pháp"]);
    check(PickerSource::Palette, "zzz", &[]);
    check(PickerSource::Palette, "", &TITLES);
}

#[test]
fn the_outline_keeps_its_order_and_wants_every_word() {
    check(PickerSource::Outline, "dien van", &["Diễn văn khai mạc", "Diễn văn bế mạc"]);
    check(PickerSource::Outline, "van dien mac", &["Diễn văn khai mạc", "Diễn văn bế mạc"]);
    check(PickerSource::Outline, "dvkm", &[]);
}

#[test]
fn letters_scattered_over_an_entry_are_no_match() {
    for typed in ["dvkm", "ctpctn", "diễn mạcc"] {
        check(PickerSource::Palette, typed, &[]);
    }
    check(PickerSource::Palette, "dienvan", &["Diễn văn khai mạc", "Diễn văn bế mạc"]);
    check(PickerSource::Palette, "khai dien", &["Diễn văn khai mạc"]);
}

#[test]
fn the_cursor_stays_in_the_list() {
    let mut picker = picker(PickerSource::Palette, &TITLES);
    for (step, cursor) in [(-3, 0), (2, 2), (isize::MAX, 4), (1, 4), (isize::MIN + 1, 0)] {
        picker.step(step);
        assert_eq!(picker.cursor(), cursor);
    }
    picker.step(3);
    picker.line.paste("dien");
    picker.narrow();
    assert_eq!(picker.cursor(), 0, "a narrowed list begins anew");
    let mut none = self::picker(PickerSource::Palette, &[]);
    none.step(1);
    assert_eq!(none.picked(), None);
}
