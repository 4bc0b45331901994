//! Searching in the speech: while typing, from hit to hit, and taken back.

use super::driver::*;
use crate::app::Event;
use crate::i18n::Lang;
use crate::theme::Face;

/// "phòng, chống" stands between words that are not alike.
const TEXT: &str = "Báo cáo\n\nĐường dài. Đồng chí Đỗ Văn Ân đến.\n\nđường ngắn, dương xỉ.\n";

fn search(text: &str, typed: &str) -> Reader {
    let mut reader = Setup::new(vec![speech("bao-cao.txt", text)]).start();
    reader.press("/").write(typed);
    reader
}

/// Types a query and gives the counter at the right of the prompt.
fn counter(text: &str, typed: &str) -> String {
    search(text, typed).foot().rsplit(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn counts_are_right_with_and_without_marks() {
    for (typed, expected) in [
        ("duong", "1/3"),
        ("đường", "1/2"),
        ("Đường", "1/1"),
        ("dương", "1/1"),
        ("DUONG", "0/0"),
        ("do van an", "1/1"),
        ("Đỗ Văn Ân", "1/1"),
        ("đ", "1/5"),
        ("không có", "0/0"),
        ("đuờng", "0/0"),
        ("chi\u{0301}", "1/1"),
        ("  dai  ", "1/1"),
    ] {
        assert_eq!(counter(TEXT, typed), expected, "{typed}");
    }
}

#[test]
fn a_text_in_decomposed_letters_is_found_too() {
    use unicode_normalization::UnicodeNormalization;
    let text: String = TEXT.nfd().collect();
    for (typed, expected) in [("duong", "1/3"), ("đường", "1/2"), ("Đỗ Văn Ân", "1/1")] {
        assert_eq!(counter(&text, typed), expected, "{typed}");
        let typed: String = typed.nfd().collect();
        assert_eq!(counter(&text, &typed), expected, "{typed}");
    }
}

#[test]
fn hits_follow_the_typing_and_show_where_they_are() {
    let mut reader = seed();
    reader.press("/ tham");
    assert!(reader.foot().starts_with(" Tìm: tham"), "{}", reader.foot());
    let many = reader.foot();
    reader.write(" nhung");
    assert_ne!(reader.foot(), many);
    let frame = reader.frame();
    assert!(frame.wears("tham nhũng", reader.style(Face::HitCurrent)));
    let cursor = frame.cursor.expect("the cursor shows where one types");
    assert_eq!(cursor.y, 39);
    assert_eq!(usize::from(cursor.x), " Tìm: tham nhung".chars().count());
}

#[test]
fn other_hits_are_marked_otherwise() {
    let mut reader = search("Hai chữ: đoạn này, đoạn kia.\n", "doan");
    reader.press("enter");
    let frame = reader.frame();
    assert!(frame.wears("đoạn này", reader.style(Face::Text)), "the bed of all");
    assert!(frame.wears("đoạn", reader.style(Face::HitCurrent)));
    let (x, y) = frame.find("đoạn kia").expect("the other hit");
    let hit = reader.style(Face::Hit);
    assert_eq!(frame.buffer[(x, y)].style().bg, hit.bg);
    assert_ne!(hit.bg, reader.style(Face::HitCurrent).bg);
    reader.press("esc");
    assert_ne!(reader.frame().buffer[(x, y)].style().bg, hit.bg, "Esc takes the marks away");
}

#[test]
fn a_hit_across_a_line_break_is_marked_on_both_lines() {
    let text = format!("{} phòng chống tham nhũng.\n", "chữ ".repeat(18).trim());
    let mut reader = search(&text, "phong chong");
    assert!(reader.foot().ends_with("1/1"), "{}", reader.foot());
    reader.press("enter");
    let frame = reader.frame();
    let (first, second) = (frame.find("phòng"), frame.find("chống"));
    assert_ne!(first.expect("phòng").1, second.expect("chống").1, "it is wrapped");
    let face = reader.style(Face::HitCurrent);
    assert!(frame.wears("phòng", face) && frame.wears("chống", face));
}

#[test]
fn next_and_previous_count_and_go_round() {
    let mut reader = seed();
    reader.press("/ phong space chong enter");
    let counter = |reader: &Reader| {
        let status = reader.status();
        let (_, rest) = status.split_once("/phong chong ").expect("the search in the status");
        rest.split(' ').next().unwrap_or_default().to_owned()
    };
    for (keys, count, notice) in [
        ("", "1/36", ""),
        ("n", "2/36", ""),
        ("shift-f3", "3/36", ""),
        ("N", "2/36", ""),
        ("ctrl-f3", "1/36", ""),
        ("N", "36/36", "Đã đến đầu bài, tìm tiếp từ cuối."),
        ("n", "1/36", "Đã đến cuối bài, tìm tiếp từ đầu."),
        ("3n", "4/36", ""),
        ("68n", "36/36", "Đã đến cuối bài, tìm tiếp từ đầu."),
        ("36N", "36/36", "Đã đến đầu bài, tìm tiếp từ cuối."),
    ] {
        reader.press(keys);
        assert_eq!(counter(&reader), count, "{keys}");
        assert_eq!(reader.notice(), notice, "{keys}");
    }
}

#[test]
fn without_going_round_the_last_hit_is_the_last() {
    let mut setup = Setup::new(vec![speech("bao-cao.txt", TEXT)]);
    setup.settings.search.wrap = false;
    let mut reader = setup.start();
    reader.press("/ duong enter n n");
    let place = reader.open().place();
    reader.press("n");
    assert_eq!(reader.notice(), "Đây là chỗ khớp cuối cùng.");
    assert_eq!(reader.open().place(), place);
    reader.press("2N N");
    assert_eq!(reader.notice(), "Đây là chỗ khớp đầu tiên.");
}

#[test]
fn next_goes_on_from_where_one_has_gone_since() {
    let mut reader = seed();
    reader.press("/ nhiem space vu enter 8t");
    let task = reader.open().place();
    reader.press("n");
    assert!(reader.open().place() > task);
    reader.press("3t");
    let task = reader.open().place();
    reader.press("N");
    assert!(reader.open().place() < task);
}

#[test]
fn escape_returns_to_where_one_was() {
    for size in SIZES {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        for before in ["", "3t", "pgdn j", "G"] {
            reader.press(before);
            let (pane, status) = (reader.pane(), reader.status());
            reader.press("/ thua space cac");
            assert_ne!(reader.pane(), pane, "{size:?} {before}");
            reader.press("esc");
            assert_eq!(reader.pane(), pane, "{size:?} {before}");
            assert_eq!(reader.status(), status, "{size:?} {before}");
        }
    }
}

#[test]
fn taking_letters_back_returns_to_where_one_was() {
    let mut reader = seed();
    reader.press("3t");
    let top = reader.top();
    reader.press("/ bay");
    assert_ne!(reader.top(), top);
    reader.press("backspace backspace backspace");
    assert_eq!(reader.top(), top);
    assert!(reader.foot().trim_end().ends_with("Tìm:"), "{}", reader.foot());
}

#[test]
fn what_is_not_there_is_said_and_one_stays() {
    let mut reader = seed();
    reader.press("3t");
    let top = reader.top();
    reader.press("/ zzz");
    assert!(reader.foot().ends_with("0/0"), "{}", reader.foot());
    reader.press("enter");
    assert_eq!(reader.notice(), "Không tìm thấy “zzz”.");
    assert_eq!(reader.top(), top);
    reader.press("n");
    assert_eq!(reader.notice(), "Không tìm thấy “zzz”.");
    let mut reader = seed();
    reader.press("n");
    assert!(reader.notice().starts_with("Chưa tìm gì."));
}

#[test]
fn an_accepted_search_can_be_jumped_back_from() {
    let mut reader = seed();
    reader.press("3t");
    let screen = reader.screen();
    reader.press("/ tran space trong enter ' '  esc");
    assert_eq!(reader.screen(), screen);
}

#[test]
fn earlier_queries_come_back() {
    let mut reader = seed();
    reader.press("/ phong enter / chong enter / up");
    assert!(reader.foot().contains("Tìm: chong"), "{}", reader.foot());
    reader.press("up");
    assert!(reader.foot().contains("Tìm: phong"), "{}", reader.foot());
    reader.press("up up down");
    assert!(reader.foot().contains("Tìm: chong"), "{}", reader.foot());
    reader.press("down");
    assert!(reader.foot().trim_end().ends_with("Tìm:"), "{}", reader.foot());
    reader.press("enter");
    assert!(reader.status().contains("/chong "), "an empty query is the last one");
}

#[test]
fn a_hit_in_hidden_furniture_shows_it() {
    let mut reader = seed();
    let hidden: String = {
        let open = reader.open();
        let block = open.speech.blocks.iter().find(|block| block.kind.is_hidden());
        block.expect("furniture").range.of(&open.speech.text).trim().to_owned()
    };
    assert!(!reader.screen().contains(&hidden));
    reader.press("/").write(&hidden).press("enter");
    assert!(reader.screen().contains(&hidden), "{hidden}:\n{}", reader.screen());
    assert!(reader.status().contains("HIỆN CẢ TRANG"), "{}", reader.status());
}

#[test]
fn a_search_taken_back_hides_the_furniture_again() {
    let mut reader = seed();
    let screen = reader.screen();
    let open = reader.open();
    let block = open.speech.blocks.iter().find(|block| block.kind.is_hidden());
    let hidden = block.expect("furniture").range.of(&open.speech.text).trim().to_owned();
    reader.press("/").write(&hidden).press("esc");
    assert_eq!(reader.screen(), screen);
}

#[test]
fn pasted_words_are_searched_and_never_taken_for_keys() {
    let mut reader = seed();
    reader.event(Event::Paste("q\n:quit\n".to_owned()));
    assert!(reader.done.is_empty(), "{:?}", reader.done);
    reader.press("/").event(Event::Paste("tham\u{1b}[31m nhu\u{0303}ng\n".to_owned()));
    let foot = reader.foot();
    assert!(foot.starts_with(" Tìm: tham nhũng"), "{foot}");
    assert!(!foot.ends_with("0/0"), "{foot}");
}

#[test]
fn the_line_is_edited_as_lines_are() {
    for (keys, expected) in [
        ("abc left backspace", "ac"),
        ("abc home x", "xabc"),
        ("abc ctrl-a x end y", "xabcy"),
        ("một space hai ctrl-w", "một"),
        ("một space hai alt-backspace ba", "một ba"),
        ("abc left ctrl-k", "ab"),
        ("abc ctrl-u d", "d"),
        ("abc home delete", "bc"),
    ] {
        let mut reader = seed();
        reader.press("/").press(keys);
        assert!(
            reader.foot().starts_with(&format!(" Tìm: {expected}  ")),
            "{keys}: {}",
            reader.foot()
        );
    }
}

#[test]
fn a_long_line_scrolls_so_that_the_cursor_shows() {
    for size in SIZES {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        reader.press("/").write(&"đường dài ".repeat(30)).write("cuối");
        let frame = reader.frame();
        assert!(frame.text().contains("cuối"), "{}", reader.foot());
        let cursor = frame.cursor.expect("a cursor");
        assert!(cursor.x < size.0);
    }
}

#[test]
fn the_search_speaks_english_too() {
    let mut reader = Setup::new(vec![shipped()]).lang(Lang::En).start();
    reader.press("/ zzz");
    assert!(reader.foot().starts_with(" Search: zzz"), "{}", reader.foot());
    reader.press("enter");
    assert_eq!(reader.notice(), "“zzz” was not found.");
}
