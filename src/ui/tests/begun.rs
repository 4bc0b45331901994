//! Keys that wait for others, and those that meant something once.

use super::driver::*;
use crate::settings::action::Context;

/// Presses keys and checks what the screen says and what it does not.
fn check(size: (u16, u16), keys: &str, shown: &[&str], hidden: &[&str]) {
    let mut reader = Setup::new(vec![shipped()]).size(size).start();
    reader.press("2t m \" d 4t m \" b g");
    reader.press(keys);
    let screen = reader.screen();
    for part in shown {
        assert!(screen.contains(part), "{size:?} {keys}: {part}\n{screen}");
    }
    for part in hidden {
        assert!(!screen.contains(part), "{size:?} {keys}: {part}\n{screen}");
    }
}

#[test]
fn what_may_follow_is_told() {
    for size in [(120, 40), (80, 24)] {
        check(size, "3", &["t  nhiệm vụ 3", "i  mục 3", "G  dòng 3", "p  3% của bài"], &[]);
        check(size, "300", &["t  nhiệm vụ 300"], &["300% của"]);
        check(size, "3 t", &[], &["t  nhiệm vụ"]);
        check(size, "3 esc", &[], &["t  nhiệm vụ"]);
        check(size, "'", &["b    Bốn là:", "d    Hai là:", "a–z  ", "'    Lùi về"], &[]);
        check(size, "\"", &["b    Bốn là:", "a–z  "], &["Lùi về"]);
        check(size, "z", &["z  Đưa dòng đang đọc"], &[]);
        check(size, "b '", &["b    Bốn là:"], &["Lùi về"]);
        check(size, "v 5", &["j  xuống 5 dòng"], &["nhiệm vụ 5"]);
    }
    check((40, 10), "3", &["t nhiệm vụ 3"], &["╭"]);
    check((40, 10), "'", &["' Lùi về"], &["╭"]);
}

#[test]
fn keys_of_the_users_own_are_told_too() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.keymap.patch(Context::Reader, "g g", "go-start").expect("keys");
    setup.settings.keymap.patch(Context::Reader, "g e", "go-end").expect("keys");
    let mut reader = setup.start();
    reader.press("g");
    let screen = reader.screen();
    assert!(screen.contains("g  Về đầu") && screen.contains("e  Đến cuối"), "{screen}");
}

/// The line where the reader is stays in sight, wherever it is.
#[test]
fn the_box_does_not_cover_where_one_is() {
    for keys in ["g", "G", "3t", "g 30 j"] {
        let mut reader = seed();
        reader.press(keys);
        let line = reader.line_here();
        let line = line.trim();
        reader.press("5");
        assert!(reader.screen().contains(line), "{keys}: {line}\n{}", reader.screen());
    }
}

#[test]
fn a_former_key_says_what_to_press_now() {
    for (keys, said) in [
        ("d", "“d” không còn dùng như trước: Xuống nửa trang nay là ctrl-d."),
        ("c", "“c” không còn dùng như trước: Chọn bộ màu có trong bảng lệnh, nhấn :."),
        ("' .", "“' .” không còn dùng như trước: "),
        ("3t m b d", "“d” không còn dùng như trước: "),
        ("v o", "“o” không còn dùng như trước: "),
        ("w", ""),
    ] {
        let mut reader = seed();
        reader.press(keys);
        assert!(reader.notice().starts_with(said), "{keys}: {}", reader.notice());
        assert_eq!(said.is_empty(), reader.notice().is_empty(), "{keys}: {}", reader.notice());
    }
    // One that means something else does it, and says it once.
    let mut reader = seed();
    reader.press("ctrl-e");
    assert!(reader.notice().starts_with("“ctrl-e” không còn"), "{}", reader.notice());
    reader.press("ctrl-e");
    assert_eq!(reader.notice(), "");
    // What users bind they know.
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.keymap.patch(Context::Reader, "d", "half-page-down").expect("a key");
    setup.settings.keymap.patch(Context::Reader, "c", "none").expect("a key");
    let mut reader = setup.start();
    let before = reader.pane();
    reader.press("d");
    assert_ne!(reader.pane(), before);
    reader.press("c");
    assert_eq!(reader.notice(), "");
}

#[test]
fn a_search_can_go_backward() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.keymap.patch(Context::Reader, "?", "search-backward").expect("a key");
    let mut reader = setup.start();
    reader.press("G ?").write("tham nhũng").press("enter");
    let last = reader.open().place();
    reader.press("n");
    let before = reader.open().place();
    assert!(before < last, "`n` goes on backward");
    reader.press("N");
    assert_eq!(reader.open().place(), last);
    reader.press("/").write("tham nhũng").press("enter n");
    assert!(reader.open().place() > last || reader.notice().starts_with("Đã đến cuối"));
    reader.press("esc esc f1");
    assert!(reader.screen().contains("Trợ giúp"), "{}", reader.screen());
}

#[test]
fn what_stands_here_is_searched_for() {
    let mut reader = seed();
    reader.press("3t *");
    assert!(reader.status().contains("/Nâng cao vai trò "), "{}", reader.status());
    reader.press("esc esc 3t v *");
    assert!(reader.app.selection().is_none());
    assert!(reader.status().contains("/Ba là Nâng cao vai trò"), "{}", reader.status());
}

#[test]
fn the_screen_scrolls_and_the_reader_stays() {
    let mut reader = seed();
    reader.press("3t ctrl-y ctrl-y");
    assert!(reader.line_here().starts_with("Ba là:"));
    let top = reader.top();
    reader.press("ctrl-e ctrl-e");
    assert!(reader.top() > top && reader.line_here().starts_with("Ba là:"));
    reader.press("z z");
    let row = reader.frame().find("▌Ba là:").expect("the bar").1;
    assert!((17..=20).contains(&row), "{row}\n{}", reader.screen());
    reader.press("60 ctrl-e");
    assert!(!reader.line_here().starts_with("Ba là:"), "as long as the line shows");
}
