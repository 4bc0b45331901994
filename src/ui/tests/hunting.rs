//! Searching the library: the list, going from hit to hit across speeches, saved searches.

use super::driver::*;
use crate::app::{Event, Keeping, Shelved};
use crate::i18n::Lang;
use std::path::PathBuf;

const A: &str = "Báo cáo đê điều\n\nCác nhiệm vụ sau:\n\nMột là: gia cố đê.\n\nHai là: nạo vét kênh, đắp đê bao.\n";
const B: &str = "Thư gửi xã\n\nXã có hai đoạn đê, đê cũ và đê mới.\n";

/// Two files that nobody has opened yet, and a speech without what is searched for.
fn library() -> Setup {
    let here = speech("bao-cao.txt", "Lời dặn đầu năm\n\nKhông có gì ở đây.\n");
    Setup::new(vec![here]).file("a.txt", Ok(A)).file("b.txt", Ok(B))
}

fn hunt(typed: &str) -> Reader {
    let mut reader = library().start();
    reader.press("S").write(typed);
    reader
}

#[test]
fn hits_are_listed_by_speech_with_address_role_and_words() {
    let mut reader = hunt("de");
    let screen = reader.screen();
    for expected in [
        "Tìm trong thư viện: 6 chỗ khớp trong 2 bài",
        "Báo cáo đê điều",
        "Thư gửi xã",
        "□ nv.1",
        "gia cố đê.",
        "□ nv.2",
        "nạo vét kênh, đắp đê bao.",
        "không dấu",
    ] {
        assert!(screen.contains(expected), "{expected:?} in\n{screen}");
    }
    let typed = hunt("đê").screen();
    assert!(!typed.contains("không dấu"), "as typed needs no word\n{typed}");
    reader.press("esc");
    assert!(!reader.screen().contains("Tìm trong thư viện"));
}

#[test]
fn one_goes_to_a_hit_and_on_into_the_next_speech() {
    let mut reader = hunt("dap de bao");
    reader.press("enter");
    let screen = reader.screen();
    assert!(screen.contains("đắp đê bao"), "{screen}");
    assert!(reader.app.shelf().document().is_some_and(|open| {
        open.landing().is_some_and(|pos| open.speech.text[pos.get()..].starts_with("đắp đê bao"))
    }));
    assert_eq!(reader.app.search().position(), (Some(1), Some(1)));
    let mut reader = hunt("đê");
    reader.press("enter");
    let mut titles = Vec::new();
    for _ in 0..6 {
        let open = reader.app.shelf().document().expect("open");
        let pos = open.landing().expect("at a hit").get();
        titles.push((open.speech.meta.title.clone(), open.speech.text[pos..].starts_with("đê")));
        reader.press("ctrl-n");
    }
    let expected = |title: &str, count| vec![(title.to_owned(), true); count];
    assert_eq!(titles, [expected("Báo cáo đê điều", 3), expected("Thư gửi xã", 3)].concat());
    // After the last comes the first, and back again.
    let title =
        |reader: &Reader| reader.app.shelf().document().map(|it| it.speech.meta.title.clone());
    assert_eq!(title(&reader).as_deref(), Some("Báo cáo đê điều"));
    reader.press("ctrl-p");
    assert_eq!(title(&reader).as_deref(), Some("Thư gửi xã"));
    assert!(reader.foot().contains("6/6"), "{}", reader.foot());
}

#[test]
fn a_wrong_query_says_where() {
    let mut reader = hunt("đê year:20x3");
    reader.press("enter");
    let screen = reader.screen();
    assert!(screen.contains("“20x3” không phải năm"), "{screen}");
    reader.press("esc S ctrl-u").write("xyzxyz");
    assert!(reader.screen().contains("Không tìm thấy."));
    let mut empty = library().lang(Lang::En).start();
    empty.press("ctrl-n");
    assert!(empty.foot().contains("You have not searched the library yet."), "{}", empty.foot());
}

#[test]
fn an_old_answer_is_dropped_and_a_part_says_so() {
    let mut reader = library().start_held();
    reader.press("S").write("đê");
    assert!(reader.screen().contains("Đang tìm…"));
    reader.arrive();
    assert!(reader.screen().contains("Thư gửi xã"));
    reader.event(Event::Keeping(Keeping::Indexing { done: 12_000, total: 100_000 }));
    reader.press("esc");
    assert!(reader.screen().contains("đang lập chỉ mục 12.000/100.000"));
    reader.event(Event::Keeping(Keeping::Done));
    assert!(!reader.screen().contains("đang lập chỉ mục"));
}

#[test]
fn a_search_is_saved_opened_removed_and_brought_back() {
    let mut reader = hunt("đê bao");
    reader.press("ctrl-s");
    assert_eq!(reader.searches.len(), 1);
    assert_eq!(reader.searches[0].query, "đê bao");
    reader.press("ctrl-s");
    assert_eq!(reader.searches.len(), 1, "once is enough");
    reader.press("esc tab g");
    assert!(reader.screen().contains("/ đê bao"), "{}", reader.screen());
    reader.press("enter");
    assert!(reader.screen().contains("nạo vét kênh, đắp đê bao."), "{}", reader.screen());
    reader.press("esc delete");
    assert_eq!(reader.searches, []);
    reader.press("u");
    assert_eq!(reader.searches.len(), 1);
}

#[test]
fn the_list_fits_every_screen() {
    for lang in LANGS {
        for size in SIZES {
            let mut reader = library().lang(lang).size(size).start();
            reader.press("S").write("đê");
            let screen = reader.screen();
            assert!(screen.contains("đê"), "{size:?}\n{screen}");
            reader.press("pgdn enter");
        }
    }
}

#[test]
fn files_that_are_listed_later_keep_the_place() {
    let mut reader = library().start();
    let before = reader.app.shelf().current();
    let file = |name: &str| Shelved { path: PathBuf::from(name), about: None };
    reader.event(Event::Shelved(vec![file("0.txt"), file("a.txt"), file("b.txt"), file("c.txt")]));
    let titles: Vec<&str> =
        reader.app.shelf().entries().map(|(_, entry)| entry.title.as_str()).collect();
    assert_eq!(titles, ["Lời dặn đầu năm", "a", "b", "0", "c"]);
    assert_eq!(reader.app.shelf().current(), before);
    reader.event(Event::Shelved(vec![file("d.txt")]));
    assert_eq!(reader.app.shelf().entries().len(), 6);
}
