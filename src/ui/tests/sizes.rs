//! What changes with the screen's size, and what does not: the place.

use super::driver::*;
use crate::app::{Event, Focus};
use crate::layout::SMALLEST;
use crate::settings::action::Context;
use proptest::prelude::*;

#[test]
fn the_sidebar_follows_the_text() {
    let mut reader = seed();
    for (keys, row) in [
        ("", "Phần mở đầu"),
        ("t", "□ 1 Ban Chấp hành"),
        ("3t", "□ 3 Nâng cao vai trò"),
        ("a kq.2 enter", "✓ 2 …phát huy sức mạnh"),
        ("a hc.3 enter", "△ 3 Công tác phối hợp"),
        ("5}", "Phần kết"),
        ("g", "Phần mở đầu"),
    ] {
        reader.press(keys);
        assert!(reader.sidebar_row().contains(row), "{keys}: {}", reader.sidebar_row());
        assert!(reader.sidebar_row().starts_with('▌'), "{keys}: {}", reader.sidebar_row());
    }
}

#[test]
fn the_sidebar_follows_scrolling_through_every_item() {
    let mut reader = Setup::new(vec![shipped()]).size((100, 20)).start();
    let mut rows = Vec::new();
    for _ in 0..400 {
        let row = reader.sidebar_row();
        if rows.last() != Some(&row) {
            rows.push(row);
        }
        reader.press("j");
    }
    let tasks = rows.iter().filter(|row| row.contains('□')).count();
    let results = rows.iter().filter(|row| row.contains('✓')).count();
    let limits = rows.iter().filter(|row| row.contains('△')).count();
    assert_eq!((results, limits), (6, 3), "{rows:#?}");
    assert!(tasks >= 7, "the last may be in view before the end: {rows:#?}");
}

#[test]
fn branches_fold_and_unfold() {
    let mut reader = seed();
    reader.press("3t tab");
    assert!(reader.status().contains("MỤC LỤC"), "{}", reader.status());
    reader.press("left");
    assert!(reader.sidebar_row().contains("Nhiệm vụ năm 2024 (8)"), "{}", reader.sidebar_row());
    reader.press("left");
    assert!(reader.sidebar_row().contains("▸ Nhiệm vụ năm 2024 (8)"), "{}", reader.sidebar_row());
    assert!(!reader.screen().contains("□ 3"), "{}", reader.screen());
    reader.press("right right right");
    assert!(reader.screen().contains("□ 3"), "{}", reader.screen());
    reader.press("down enter");
    assert!(reader.landed_on().starts_with("Hai là:") || reader.landed_on().starts_with("Ba là:"));
    assert_eq!(reader.app.focus(), Focus::Text);
    reader.press("tab home space");
    assert!(!reader.screen().contains("Kết quả (6)"), "{}", reader.screen());
    reader.press("space esc");
    assert_eq!(reader.app.focus(), Focus::Text);
    assert!(reader.screen().contains("Kết quả (6)"), "{}", reader.screen());
}

#[test]
fn at_40_columns_the_sidebar_gives_way_and_comes_back_in_place_of_the_text() {
    let mut reader = Setup::new(vec![shipped()]).size((40, 10)).start();
    assert!(!reader.has_sidebar());
    reader.press("3t");
    let pane = reader.pane();
    reader.press("tab");
    assert!(reader.has_sidebar());
    assert!(reader.sidebar_row().contains("□ 3 Nâng cao vai trò"), "{}", reader.sidebar_row());
    assert!(!reader.screen().contains("Ba là:"), "{}", reader.screen());
    reader.press("down enter");
    assert!(!reader.has_sidebar());
    assert!(reader.landed_on().starts_with("Bốn là:"), "{}", reader.landed_on());
    reader.press("' ' tab esc");
    assert_eq!(reader.pane(), pane, "Esc returns to the place left");
    reader.press("tab tab");
    assert_eq!(reader.pane(), pane);
}

#[test]
fn the_sidebar_is_hidden_and_shown() {
    for size in SIZES {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        reader.press("3t");
        let (before, top) = (reader.has_sidebar(), reader.top());
        reader.press("s");
        assert_eq!(reader.has_sidebar(), !before, "{size:?}");
        assert_eq!(reader.top(), top, "{size:?}");
        reader.press("s");
        assert_eq!(reader.has_sidebar(), before, "{size:?}");
        assert_eq!(reader.top(), top, "{size:?}");
    }
}

#[test]
fn a_small_screen_and_back_leaves_the_place_in_sight_and_the_same_rows() {
    for keys in ["", "3t", "j j j", "pgdn", "50%", "3t pgdn", "/ tham enter n n", "v"] {
        let mut reader = seed();
        reader.press(keys);
        let (place, pane) = (reader.open().place(), reader.pane());
        for size in [(40, 10), (80, 24), (24, 5), (10, 3), (200, 60), (41, 11), (72, 8)] {
            reader.resize(size.0, size.1).frame();
            assert_eq!(reader.open().place(), place, "{keys} {size:?}");
            reader.line_here();
        }
        reader.resize(120, 40);
        assert_eq!(reader.pane(), pane, "{keys}");
    }
}

#[test]
fn what_a_jump_led_to_stays_in_sight_when_the_screen_shrinks() {
    for keys in ["3t", "8t", "/ tham space nhung enter", "a hc.2 enter"] {
        for size in [(80, 24), (72, 12), (40, 10)] {
            let mut reader = seed();
            reader.press(keys).resize(size.0, size.1);
            let landing = reader.open().landing().expect("a landing");
            let rows = reader.app.rows();
            let last = rows.last().expect("rows").range;
            if landing < last.start || last.contains(landing) {
                reader.landed_on();
            }
        }
    }
}

#[test]
fn shown_furniture_leaves_the_place() {
    for keys in ["", "3t", "pgdn", "50%", "G"] {
        let mut reader = seed();
        reader.press(keys);
        let place = reader.open().place();
        let pane = reader.pane();
        reader.press("f");
        assert!(reader.status().contains("HIỆN CẢ TRANG"), "{}", reader.status());
        assert!(reader.notice().starts_with("Đang hiện cả"), "{}", reader.notice());
        if !keys.is_empty() {
            assert_eq!(reader.open().place(), place, "{keys}");
        }
        reader.press("f");
        assert!(reader.notice().starts_with("Đã ẩn"), "{}", reader.notice());
        assert_eq!(reader.pane(), pane, "{keys}");
    }
    let mut reader = Setup::new(vec![speech("thu.txt", PLAIN)]).start();
    reader.press("f");
    assert_eq!(reader.notice(), "Văn bản này không có dòng nào bị ẩn.");
}

#[test]
fn the_measure_changes_and_leaves_the_place() {
    let mut setup = Setup::new(vec![shipped()]);
    for (key, action) in [("-", "narrow"), ("+", "widen")] {
        setup.settings.keymap.patch(Context::Reader, key, action).expect("a key");
    }
    let mut reader = setup.start();
    reader.press("3t");
    let (top, pane) = (reader.top(), reader.pane());
    for (keys, said) in [
        ("<", "Bề rộng cột chữ: 76"),
        ("-", "Bề rộng cột chữ: 72"),
        (">", "Bề rộng cột chữ: 76"),
        ("+", "Bề rộng cột chữ: 80"),
    ] {
        reader.press(keys);
        assert_eq!(reader.notice(), said);
        assert_eq!(reader.top(), top, "{keys}");
    }
    assert_eq!(reader.pane(), pane);
    reader.press(&"> ".repeat(60)).frame();
    reader.press(&"< ".repeat(60)).frame();
    assert_eq!(reader.notice(), "Bề rộng cột chữ: 30");
}

#[test]
fn below_the_smallest_screen_it_says_so_plainly() {
    for lang in LANGS {
        for size in [(23, 5), (24, 4), (10, 3), (5, 20), (1, 1), (60, 1)] {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).size(size).start();
            let first = reader
                .app
                .messages()
                .with("too-small", &[("columns", SMALLEST.0.into()), ("rows", SMALLEST.1.into())]);
            let word = first.split(' ').next().expect("a word");
            let cut: String = word.chars().take(usize::from(size.0)).collect();
            assert!(reader.screen().starts_with(&cut), "{size:?}\n{}", reader.screen());
            reader.press("3t j / abc esc b esc ? esc");
            reader.resize(120, 40);
            assert!(reader.status().contains("3/8"), "{}", reader.status());
        }
        let mut reader = Setup::new(vec![shipped()]).lang(lang).size(SMALLEST).start();
        reader.press("3t");
        assert!(reader.screen().contains("Ba là:"), "{}", reader.screen());
    }
}

#[test]
fn the_hints_fit_and_always_name_help_and_quit() {
    for lang in LANGS {
        for size in SIZES {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).size(size).start();
            let get = |id: &str| reader.app.messages().get(id);
            let (help, quit) = (get("hint-help"), get("hint-quit"));
            let foot = reader.foot();
            assert!(foot.contains(&format!("? {help}")), "{size:?}: {foot}");
            assert!(foot.ends_with(&format!("q {quit}")), "{size:?}: {foot}");
            let cancel = get("hint-cancel");
            for keys in ["v", "b", "?"] {
                reader.press(keys);
                assert!(reader.foot().contains(&cancel), "{size:?} {keys}: {}", reader.foot());
                reader.press("esc");
            }
        }
    }
}

#[test]
fn the_wheel_and_clicks() {
    let mut reader = seed();
    reader.press("3t esc");
    let pane = reader.pane();
    reader.event(Event::Wheel(-3));
    assert_ne!(reader.pane(), pane);
    assert!(reader.line_here().starts_with("Ba là:"), "the reader stays");
    reader.event(Event::Wheel(3));
    assert_eq!(reader.pane(), pane);
    reader.event(Event::Wheel(3));
    assert!(!reader.line_here().starts_with("Ba là:"), "as long as the line shows");
    let (_, y) = reader.frame().find("□ 3 ").expect("task 3 in the sidebar");
    reader.event(Event::Click(8, y));
    assert!(reader.landed_on().starts_with("Ba là:"), "{}", reader.landed_on());
    for (x, y) in [(0, 39), (119, 39), (500, 500), (60, 5), (0, 30)] {
        reader.event(Event::Click(x, y)).frame();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_sizes_leave_the_place(
        start in 0u32..=100,
        sizes in prop::collection::vec((24u16..200, 5u16..60), 1..6),
    ) {
        let mut reader = seed();
        reader.press(&format!("{start} %"));
        let (place, pane) = (reader.open().place(), reader.pane());
        for (columns, rows) in sizes {
            reader.resize(columns, rows).frame();
            prop_assert_eq!(reader.open().place(), place);
            reader.line_here();
        }
        reader.resize(120, 40);
        prop_assert_eq!(reader.pane(), pane);
    }
}
