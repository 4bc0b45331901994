//! Searching in the speech: while typing, from hit to hit, and taken back.

use super::driver::*;
use crate::app::{App, Event, Narrowing};
use crate::i18n::Lang;
use crate::settings::theme::Face;

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

fn is_narrowed(app: &App) -> bool {
    matches!(app.search().narrowing(), Narrowing::On(_))
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
        ("N", "1/36", ""),
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

#[test]
fn how_it_matched_is_said() {
    for (typed, said) in [
        ("nhiem vu", "không dấu · "),
        ("nhiệm vụ", "có dấu · "),
        ("nhieemj vuj", "telex · "),
        ("nhiem65 vu5", "vni · "),
    ] {
        let mut reader = seed();
        reader.press("/").write(typed);
        assert!(reader.foot().contains(said), "{typed}: {}", reader.foot());
        reader.press("enter");
        let how = said.trim_end_matches(" · ");
        let status = reader.status();
        let (_, rest) = status.split_once(&format!("/{typed} ")).expect("the search");
        assert!(rest.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(how)), "{status}");
    }
}

#[test]
fn a_finished_word_is_whole() {
    let text = "Anh em đến. An ninh tốt. Ánh sáng. Bàn bạc.\n";
    let mut reader = search(text, "an");
    assert!(reader.foot().ends_with("1/3"), "{}", reader.foot());
    reader.press("enter");
    assert!(reader.status().contains("/an 1/1"), "{}", reader.status());
    // Also where no word is whole: what is found then is not what was typed.
    let mut reader = search(text, "sán");
    assert!(reader.foot().ends_with("1/1"), "{}", reader.foot());
    reader.press("enter");
    assert!(reader.status().contains("/sán 0/0"), "{}", reader.status());
}

#[test]
fn a_wrong_query_is_said_and_stays_to_be_mended() {
    let mut reader = seed();
    let pane = reader.pane();
    reader.press("/").write("rà soát role:việc").press("enter");
    assert!(reader.screen().contains("“role:việc”: không có loại “việc”"), "{}", reader.screen());
    assert!(reader.foot().starts_with(" Tìm: rà soát role:việc"), "{}", reader.foot());
    reader.press("ctrl-u").write("kiểm tra role:task").press("enter");
    assert!(!reader.screen().contains("không có loại"), "{}", reader.screen());
    assert!(reader.status().contains("/kiểm tra role:task 1/"), "{}", reader.status());
    reader.press("/").write("role:việc").press("enter esc esc g");
    assert_eq!(reader.pane(), pane);
}

#[test]
fn the_way_to_search_is_switched() {
    let mut reader = search(TEXT, "đương");
    assert!(reader.foot().ends_with("0/0"), "{}", reader.foot());
    reader.press("ctrl-r");
    assert!(reader.foot().ends_with("bỏ dấu · 1/3"), "{}", reader.foot());
    reader.press("ctrl-r");
    assert!(reader.foot().ends_with("0/0"), "{}", reader.foot());
    reader.press("ctrl-r").press("enter esc / duong enter");
    assert!(reader.status().contains("/duong 1/3"), "{}", reader.status());
    reader.run("search-mode");
    assert!(reader.notice().starts_with("Cách tìm: bỏ dấu"), "{}", reader.notice());
    reader.run("search-mode");
    assert!(reader.notice().starts_with("Cách tìm: chính xác"), "{}", reader.notice());
    assert!(reader.status().contains("/duong 0/0"), "{}", reader.status());
    let mut setup = Setup::new(vec![speech("bao-cao.txt", TEXT)]);
    setup.settings.search.mode = crate::search::Mode::Loose;
    let mut reader = setup.start();
    reader.press("/").write("đương");
    assert!(reader.foot().ends_with("bỏ dấu · 1/3"), "{}", reader.foot());
}

#[test]
fn hits_are_counted_beside_the_outline_and_marked_along_the_text() {
    let mut reader = seed();
    reader.press("/ phong space chong enter");
    let frame = reader.frame();
    assert!(frame.text().contains("Kết quả ‹10›"), "{}", reader.screen());
    assert!(frame.wears("‹10›", reader.style(Face::Match)), "no louder than the text");
    let column = |sign: &str| (0..38).filter(|&y| frame.buffer[(119, y)].symbol() == sign).count();
    assert_eq!(column("◆"), 1);
    assert!(column("•") > 20, "{}", column("•"));
    reader.press("esc");
    assert!(reader.screen().contains("Kết quả (6)"), "{}", reader.screen());
    assert_eq!(reader.frame().buffer[(119, 1)].symbol(), " ");
}

const LIST: &str = "Bài nói\n\nLời mở.\n\nCác đơn vị thực hiện ba nhiệm vụ sau:\n\n\
    Một là, rà soát đất đai.\n\nTrước hết là đất công.\n\n\
    Hai là, cải cách thủ tục.\n\n\
    Ba là, phòng cháy ở chợ.\n\nXin cảm ơn.\n";

#[test]
fn only_what_matches_shows_until_it_is_taken_back() {
    for size in SIZES {
        let mut reader = Setup::new(vec![speech("bai.txt", LIST)]).size(size).start();
        let whole = reader.pane();
        reader.press("&").write("dat").press("enter");
        let pane = reader.pane();
        assert!(pane.contains("rà soát đất đai") && pane.contains("đất công"), "{pane}");
        assert!(!pane.contains("cải cách") && !pane.contains("Lời mở"), "{pane}");
        if size.0 >= 60 {
            assert!(reader.status().contains("LỌC “dat”: 1 mục"), "{}", reader.status());
            let screen = reader.screen();
            assert!(screen.contains("1 rà soát") && !screen.contains("2 cải cách"), "{screen}");
        }
        reader.press("esc");
        assert!(!reader.status().contains("LỌC"), "{}", reader.status());
        reader.press("esc g");
        assert_eq!(reader.pane(), whole, "{size:?}");
    }
}

#[test]
fn narrowing_has_ways_out() {
    let start = || {
        let mut reader = Setup::new(vec![speech("bai.txt", LIST)]).start();
        reader.press("&").write("đất").press("enter");
        assert!(is_narrowed(&reader.app));
        reader
    };
    // With nothing typed.
    let mut reader = start();
    reader.press("& enter");
    assert!(!is_narrowed(&reader.app) && reader.pane().contains("cải cách"));
    // By a jump to what does not show.
    let mut reader = start();
    reader.press("3t");
    assert!(!is_narrowed(&reader.app) && reader.pane().contains("phòng cháy"));
    assert!(reader.notice().starts_with("Đã bỏ lọc"), "{}", reader.notice());
    // What is nowhere narrows nothing.
    let mut reader = start();
    reader.press("&").write("zzz").press("enter");
    assert_eq!(reader.notice(), "Không tìm thấy “zzz”.");
    assert!(!is_narrowed(&reader.app) && reader.pane().contains("cải cách"));
    // Taken back while it is typed, it leaves what was.
    let mut reader = start();
    let pane = reader.pane();
    reader.press("&").write("cháy").press("esc");
    assert_eq!(reader.pane(), pane);
    assert!(is_narrowed(&reader.app));
    // A search stays within.
    let mut reader = start();
    reader.press("/").write("la").press("enter");
    assert!(reader.status().contains("/la 2/2"), "{}", reader.status());
    // Conditions alone narrow, too.
    let mut reader = start();
    reader.press("esc esc &").write("role:task").press("enter");
    assert!(reader.status().contains("LỌC “role:task”: 3 mục"), "{}", reader.status());
    assert!(!reader.pane().contains("Lời mở"), "{}", reader.pane());
}

/// A whole text that was pasted by mistake is no query; the prompt has it and says so.
#[test]
fn a_query_that_is_too_long_is_told() {
    for open in ["/", "S"] {
        let mut reader = seed();
        reader.press(open);
        reader.event(crate::app::Event::Paste("nhiệm vụ trọng tâm ".repeat(10_000)));
        reader.write("XONG");
        assert!(reader.screen().contains("XONG"), "{open}\n{}", reader.screen());
        reader.press("enter");
        assert!(reader.screen().contains("Câu tìm dài quá"), "{open}\n{}", reader.screen());
        reader.press("ctrl-u").write("tham nhũng").press("enter");
        assert!(!reader.screen().contains("Câu tìm dài quá"), "{open}\n{}", reader.screen());
    }
}
