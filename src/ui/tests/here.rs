//! Where the reader is: the bar beside the text, what moves it, and what is meant by this passage there.

use super::driver::*;
use crate::settings::theme::Face;
use proptest::prelude::*;

/// Paragraphs of one line each, with gaps between them.
fn lines(count: u32) -> String {
    (1..=count).map(|number| format!("Đoạn {number} của bài.\n\n")).collect()
}

/// Returns the words beside which the bar stands, and the row of the screen.
fn bar(reader: &Reader) -> (String, u16) {
    let panes = reader.app.panes().expect("the screen is large enough");
    let frame = reader.frame();
    let x = panes.text.x - 1;
    let sign = |y: &u16| ["▌", "▸"].contains(&frame.buffer[(x, *y)].symbol());
    let mut rows = (0..panes.text.height).filter(sign);
    let y = rows.next().unwrap_or_else(|| panic!("no bar:\n{}", frame.text()));
    assert_eq!(rows.next(), None, "one bar:\n{}", frame.text());
    let cells =
        (panes.text.x..panes.text.x + panes.text.width).map(|x| frame.buffer[(x, y)].symbol());
    (cells.collect::<String>().trim().to_owned(), y)
}

/// Presses keys one group after the other; behind each stand the words at the bar, its row, and the top row's words.
fn check(text: &str, size: (u16, u16), table: &[(&str, &str, u16, &str)]) {
    let mut reader = Setup::new(vec![speech("bai.txt", text)]).size(size).start();
    for (keys, words, y, top) in table {
        reader.press(keys);
        let (found, row) = bar(&reader);
        let screen = reader.screen();
        assert!(found.starts_with(words), "{keys}: {found}\n{screen}");
        assert_eq!(row, *y, "{keys}\n{screen}");
        let at = reader.top();
        let first = reader.open().speech.text[at..].trim_start().lines().next().unwrap_or_default();
        assert!(first.starts_with(top), "{keys}: on top {first}\n{screen}");
    }
}

#[test]
fn in_a_text_shorter_than_the_screen_the_bar_moves_and_nothing_scrolls() {
    let short = "Mở đầu bài này.\n\nĐoạn hai.\n\nĐoạn ba.\n";
    check(
        short,
        (80, 24),
        &[
            ("", "Mở đầu", 0, "Mở đầu"),
            ("k", "Mở đầu", 0, "Mở đầu"),
            ("j j", "Đoạn hai.", 2, "Mở đầu"),
            ("j j j j", "Đoạn ba.", 4, "Mở đầu"),
            ("k k", "Đoạn hai.", 2, "Mở đầu"),
            ("space", "Đoạn ba.", 4, "Mở đầu"),
            ("pgup", "Mở đầu", 0, "Mở đầu"),
            ("G", "Đoạn ba.", 4, "Mở đầu"),
            ("g", "Mở đầu", 0, "Mở đầu"),
            ("/ h a i enter", "Đoạn hai.", 2, "Mở đầu"),
        ],
    );
}

#[test]
fn in_a_long_text_what_shows_scrolls_at_once_and_the_bar_reaches_the_last_paragraph() {
    // 22 rows of text, 99 in all.
    check(
        &lines(50),
        (80, 24),
        &[
            ("", "Đoạn 1 ", 0, "Đoạn 1 "),
            ("j j", "Đoạn 2 ", 0, "Đoạn 2 "),
            ("k k", "Đoạn 1 ", 0, "Đoạn 1 "),
            ("space", "Đoạn 12 ", 1, ""),
            ("space", "Đoạn 22 ", 0, "Đoạn 22 "),
            ("pgup pgup", "Đoạn 1 ", 0, "Đoạn 1 "),
            // The end is in sight, and the bar goes on through it.
            ("G", "Đoạn 50 ", 21, ""),
            ("g 90 j", "Đoạn 46 ", 13, ""),
            ("6 j", "Đoạn 49 ", 19, ""),
            ("j j j j", "Đoạn 50 ", 21, ""),
            ("20 k", "Đoạn 40 ", 1, ""),
            ("k", "Đoạn 40 ", 1, ""),
            ("2 k", "Đoạn 39 ", 1, ""),
            ("G space space pgup", "Đoạn 30 ", 2, "Đoạn 29 "),
        ],
    );
}

/// What one has gone to is where one is.
#[test]
fn the_bar_is_where_a_jump_led() {
    for (keys, words) in [
        ("3t", "Ba là:"),
        ("/ t h a m space n h u n g enter", ""),
        ("a kq.2 enter", "Hai là"),
        ("3t", "Ba là:"),
    ] {
        let mut reader = seed();
        reader.press(keys);
        let place = reader.open().place();
        assert_eq!(reader.open().landing(), Some(place), "{keys}");
        assert!(bar(&reader).0.starts_with(words), "{keys}: {}", bar(&reader).0);
    }
}

#[test]
fn the_bar_runs_beside_the_paragraph_and_shows_without_colours() {
    for theme in ["dark", "light", "high-contrast", "none"] {
        let mut setup = Setup::new(vec![shipped()]);
        setup.theme = theme;
        let mut reader = setup.start();
        reader.press("3t j");
        let screen = reader.screen();
        assert!(screen.contains(" ▎Ba là: Nâng cao"), "{theme}\n{screen}");
        assert!(screen.matches('▎').count() >= 2, "{screen}");
        assert!(reader.frame().wears("▎", reader.style(Face::Here)), "{theme}");
    }
}

/// Whatever is done with this passage is done with the same one.
#[test]
fn every_command_means_the_passage_at_the_bar() {
    // On the first paragraph of an item that is the item, below it the paragraph.
    for (keys, first, last) in [
        ("3t", "Ba là: Nâng cao", "Các cơ quan tố tụng"),
        ("3t j j j j", "", ""),
        ("", "", ""),
        ("G", "", ""),
        ("space", "", ""),
    ] {
        let ranges: Vec<String> = ["m", "M enter", "H x enter", "C enter", "\" a", "y"]
            .into_iter()
            .map(|key| {
                let mut reader = seed();
                reader.press(keys);
                reader.press(key);
                match reader.stored.first() {
                    Some(bookmark) => bookmark.anchor.quote.clone(),
                    None => reader.copied[0].split("”\n").next().expect("a quote").replace('“', ""),
                }
            })
            .collect();
        assert!(ranges[0].starts_with(first), "{keys}: {}", ranges[0]);
        assert!(ranges[0].contains(last), "{keys}: {}", ranges[0]);
        for (number, other) in ranges[1..5].iter().enumerate() {
            assert_eq!(*other, ranges[0], "{keys}: {number}");
        }
        let words: String = ranges[0].split_whitespace().collect();
        let copied: String = ranges[5].split_whitespace().collect();
        assert!(copied.starts_with(&words), "{keys}: {copied} for {words}");
    }
}

#[test]
fn an_item_is_bookmarked_whole_on_its_first_paragraph_and_that_is_said() {
    let mut reader = seed();
    reader.press("3t m");
    let task = reader.open().item().expect("a task");
    let range = reader.open().speech.outline.items[task].range;
    assert_eq!(reader.stored[0].anchor.range, range);
    assert!(
        reader.notice().starts_with("Đã đánh dấu cả Nhiệm vụ 3/8: “Ba là"),
        "{}",
        reader.notice()
    );
    assert!(reader.screen().contains("◆▸Ba là:"), "{}", reader.screen());
    // In a later paragraph of the task only that one, with a sign where it is seen.
    let mut reader = seed();
    reader.press("3t");
    let block = reader.open().speech.block_at(reader.open().place());
    while reader.open().speech.block_at(reader.open().place()) == block {
        reader.press("j");
    }
    reader.press("m");
    assert_eq!(reader.stored[0].anchor.range, reader.open().speech.blocks[block + 1].range);
    assert!(reader.notice().starts_with("Đã đánh dấu: “"), "{}", reader.notice());
    assert!(reader.screen().contains("◆▌"), "{}", reader.screen());
}

#[test]
fn a_selection_begins_at_the_bar_and_takes_it_along() {
    let mut reader = Setup::new(vec![speech("bai.txt", &lines(6))]).size((80, 24)).start();
    reader.press("j j j j v");
    let range = reader.app.selection().expect("one").range();
    assert_eq!(range.of(&reader.open().speech.text), "Đoạn 3 của bài.");
    reader.press("j");
    assert!(bar(&reader).0.starts_with("Đoạn 4"));
    reader.press("tab");
    assert!(bar(&reader).0.starts_with("Đoạn 3"));
    reader.press("esc");
    assert!(bar(&reader).0.starts_with("Đoạn 3"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The bar is on the screen, in words, whatever is pressed at whatever size; going on and back leads to the same
    /// line.
    #[test]
    fn the_bar_never_leaves_the_screen(
        start in 0u32..=100,
        keys in prop::collection::vec(
            prop::sample::select(vec!["j", "k", "space", "pgup", "ctrl-d", "ctrl-u", "G", "t", "n", "5 j", "7 k", "f"]), 0..12),
        sizes in prop::collection::vec((24u16..200, 5u16..60), 1..5),
    ) {
        let mut reader = seed();
        reader.press(&format!("{start} %"));
        for key in keys {
            reader.press(key);
            let row = bar(&reader);
            let place = reader.open().place();
            reader.press("j k");
            prop_assert!(bar(&reader).1.abs_diff(row.1) <= 1 && reader.open().place() <= place);
        }
        let place = reader.open().place();
        let pane = reader.pane();
        for (columns, rows) in sizes {
            reader.resize(columns, rows);
            bar(&reader);
            prop_assert_eq!(reader.open().place(), place);
        }
        reader.resize(120, 40);
        prop_assert_eq!(reader.pane(), pane);
    }
}
