//! References followed, short forms shown, times told, and the text that moves on by itself.

use super::driver::*;
use crate::app::{AutoScroll, Event, Overlay};
use crate::i18n::Lang;
use std::fmt::Write as _;

const TEXT: &str = "\
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh

Phần thứ nhất. Đánh giá

Ngành công nghệ thông tin (CNTT) phát triển, như nêu ở Phần thứ hai.

Theo Nghị quyết số 57-NQ/TW, các sở làm theo Phần thứ hai và Phần thứ nhất.

Các sở làm theo Phần thứ chín.

Các sở rà soát CNTT.

Phần thứ hai. Nhiệm vụ

Một là: rà soát.

Hai là: báo cáo.
";

fn cited() -> crate::speech::Speech {
    let mut cited =
        speech("nq57.txt", "Nghị quyết về khoa học\n\nMột đoạn đầu.\n\nMột đoạn sau.\n");
    cited.meta.number = Some("57-NQ/TW".to_owned());
    cited
}

fn run(reader: &mut Reader, words: &str) {
    reader.press(":").write(words).press("enter");
}

/// Starts at the paragraph that has these words.
fn at(lang: Lang, words: &str) -> Reader {
    let mut reader =
        Setup::new(vec![speech("bai.txt", TEXT), cited()]).lang(lang).size((80, 10)).start();
    reader.press("/").write(words).press("enter");
    reader
}

#[test]
fn one_reference_is_followed_and_one_comes_back() {
    for lang in LANGS {
        let mut reader = at(lang, "phát triển, như");
        let before = reader.app.whereabouts();
        run(&mut reader, "follow-reference");
        assert_eq!(reader.landed_on(), "Phần thứ hai. Nhiệm vụ", "{}", reader.screen());
        reader.press("ctrl-o");
        assert_eq!(reader.app.whereabouts(), before);
    }
}

#[test]
fn of_several_references_one_is_chosen() {
    let mut reader = at(Lang::Vi, "Theo Nghị quyết");
    run(&mut reader, "follow-reference");
    let Some(Overlay::Picker(picker)) = reader.app.overlays().last() else { panic!("a list") };
    let shown: Vec<String> =
        picker.shown().map(|one| format!("{} | {}", one.label, one.detail)).collect();
    assert_eq!(
        shown,
        [
            "Nghị quyết số 57-NQ/TW | Nghị quyết về khoa học",
            "Phần thứ hai → Phần thứ hai. Nhiệm vụ | dòng 13",
            "Phần thứ nhất → Phần thứ nhất. Đánh giá | dòng 3",
        ]
    );
    reader.press("enter");
    assert!(reader.screen().contains("Một đoạn đầu."), "{}", reader.screen());
    reader.press("ctrl-o");
    assert!(reader.screen().contains("Theo Nghị quyết số 57"), "{}", reader.screen());
}

#[test]
fn what_is_not_there_is_told() {
    for (lang, words, said) in [
        (Lang::Vi, "thứ chín", "Trong bài này không có “Phần thứ chín”."),
        (Lang::En, "thứ chín", "This text has no “Phần thứ chín”."),
        (Lang::Vi, "sở rà soát", "Đoạn này không dẫn tới phần nào của bài hay văn bản nào."),
        (Lang::En, "sở rà soát", "This passage refers to no part of the text and to no document."),
    ] {
        let mut reader = at(lang, words);
        run(&mut reader, "follow-reference");
        assert_eq!(reader.notice(), said);
    }
    let text = "Bài\n\nMột câu đầu.\n\nTheo Nghị quyết số 12-NQ/TW, các sở rà soát.\n";
    let mut reader = Setup::new(vec![speech("bai.txt", text)]).lang(Lang::Vi).start();
    reader.press("/").write("Theo Nghị").press("enter");
    run(&mut reader, "follow-reference");
    let said = "Không tìm thấy bài nào mang số hiệu của “Nghị quyết số 12-NQ/TW” trong số các bài đã biết.";
    assert_eq!(reader.notice(), said);
}

#[test]
fn short_forms_of_the_passage_come_first() {
    let mut reader = at(Lang::Vi, "sở rà soát");
    run(&mut reader, "short-forms");
    let screen = reader.screen();
    assert!(
        screen.contains("Trong đoạn này") && screen.contains("CNTT: công nghệ thông tin"),
        "{screen}"
    );
    reader.press("esc");
    let mut reader = Setup::new(vec![speech("thu.txt", PLAIN)]).lang(Lang::En).start();
    run(&mut reader, "short-forms");
    assert_eq!(reader.notice(), "This text defines no abbreviation.");
}

#[test]
fn times_are_told_of_speech_part_and_selection() {
    let mut text = "Bài phát biểu\n\n".to_owned();
    for number in 0..30 {
        let words = "chữ ".repeat(48);
        writeln!(text, "Đoạn {number} {}.\n", words.trim()).expect("text grows");
    }
    for (lang, whole, selected) in [
        (
            Lang::Vi,
            "Cả bài: 1.503 chữ, đọc khoảng 6 phút, nói khoảng 10 phút.",
            "50 chữ, nói 20 giây",
        ),
        (
            Lang::En,
            "The speech: 1,503 words, about 6 min to read, 10 min to speak.",
            "50 words, spoken 20 s",
        ),
    ] {
        let mut reader = Setup::new(vec![speech("bai.txt", &text)]).lang(lang).start();
        run(&mut reader, "reading-time");
        assert_eq!(reader.notice(), whole);
        reader.press("/").write("Đoạn 7").press("enter").press("v v");
        assert!(reader.status().contains(selected), "{}", reader.status());
    }
}

#[test]
fn the_text_moves_on_by_itself_until_a_key_stops_it() {
    let mut text = "Bài phát biểu\n\n".to_owned();
    for number in 0..40 {
        writeln!(text, "Đoạn {number} có sáu chữ.\n").expect("text grows");
    }
    let mut reader =
        Setup::new(vec![speech("bai.txt", &text)]).lang(Lang::Vi).size((80, 10)).start();
    assert_eq!(reader.app.next_line_in(), None, "nothing wakes an idle reader");
    run(&mut reader, "auto-scroll");
    assert!(reader.status().contains("TỰ CUỘN"), "{}", reader.status());
    assert!(reader.app.next_line_in().is_some());
    let before = reader.open().place();
    reader.event(Event::NextLine);
    reader.event(Event::NextLine);
    let moved = reader.open().place();
    assert!(moved > before);
    reader.press("space");
    assert_eq!((reader.app.autoscroll(), reader.app.next_line_in()), (AutoScroll::Paused, None));
    assert!(reader.status().contains("TẠM DỪNG"), "{}", reader.status());
    reader.event(Event::NextLine);
    assert_eq!(reader.open().place(), moved, "it waits");
    reader.press("space");
    assert_eq!(reader.app.autoscroll(), AutoScroll::Going);
    reader.press("G");
    assert_eq!(reader.app.autoscroll(), AutoScroll::Off, "a key ends it and does what it does");
    run(&mut reader, "auto-scroll");
    reader.event(Event::NextLine);
    assert_eq!(reader.app.autoscroll(), AutoScroll::Off);
    assert_eq!(reader.notice(), "Đã cuộn đến cuối bài.");
}
