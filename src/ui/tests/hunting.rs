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
        "kênh, đắp đê bao.",
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
fn one_hit_is_told_as_one() {
    let mut reader = library().lang(Lang::En).start();
    reader.press("S").write("gia cố đê");
    let screen = reader.screen();
    assert!(screen.contains("Search the library: 1 hit in 1 speech"), "{screen}");
    assert!(!screen.contains("1 hits") && !screen.contains("1 speeches"), "{screen}");
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

/// What is typed, whether it is finished, the hits listed, and whether others are only counted.
#[test]
fn scattered_words_are_only_counted_where_they_stand_in_a_row_elsewhere() {
    const ROW: &str = "Bài một\n\nCông tác giám định đã xong.\n";
    const APART: &str = "Bài hai\n\nGiám sát theo kế hoạch định kỳ.\n\nĐịnh kỳ giám sát.\n";
    let setup = || Setup::new(vec![speech("x.txt", "Lời dặn\n\nKhông có.\n")]);
    let both = || setup().file("1.txt", Ok(ROW)).file("2.txt", Ok(APART));
    let more = "và 2 chỗ rời nhau trong 1 bài";
    for (setup, typed, title, counted) in [
        (both(), "giam dinh", "1 chỗ khớp trong 1 bài", true),
        (both(), "giám định", "1 chỗ khớp trong 1 bài", true),
        (setup().file("2.txt", Ok(APART)), "giam dinh", "2 chỗ khớp trong 1 bài", false),
        (both(), "giám", "3 chỗ khớp trong 2 bài", false),
    ] {
        let mut reader = setup.start();
        reader.press("S").write(typed);
        let screen = reader.screen();
        assert!(screen.contains(title), "{typed}: {title}\n{screen}");
        assert_eq!(screen.contains(more), counted, "{typed}\n{screen}");
    }
    let mut reader = both().start();
    reader.press("S").write("giam dinh").press("down down enter");
    let screen = reader.screen();
    assert!(screen.contains("3 chỗ khớp trong 2 bài") && !screen.contains(more), "{screen}");
}

#[test]
fn the_list_starts_empty_and_earlier_searches_come_by_the_arrow() {
    let mut reader = hunt("đê bao");
    reader.press("enter S");
    let screen = reader.screen();
    assert!(!screen.contains("nạo vét kênh, đắp đê bao.  "), "{screen}");
    assert!(screen.contains("Gõ điều cần tìm"), "{screen}");
    reader.write("kênh");
    assert!(reader.screen().contains("› kênh"), "{}", reader.screen());
    reader.press("enter S up");
    assert!(reader.screen().contains("› kênh"), "{}", reader.screen());
    reader.press("up");
    assert!(reader.screen().contains("› đê bao"), "{}", reader.screen());
    assert_eq!(reader.history, ["đê bao", "kênh"]);
    // Those of an earlier run too, in both prompts.
    let mut reader = library().start();
    reader.history = vec!["năm trước".to_owned()];
    reader.press("S up");
    assert!(reader.screen().contains("› năm trước"), "{}", reader.screen());
    reader.press("esc / up");
    assert!(reader.foot().contains("năm trước"), "{}", reader.foot());
    // Enter on nothing searches again.
    let mut reader = hunt("đê bao");
    reader.press("enter S enter");
    assert!(reader.screen().contains("› đê bao"), "{}", reader.screen());
}

#[test]
fn the_last_word_is_a_beginning_only_while_it_is_typed() {
    let text = "Bài\n\nChuyển đổi số.\n\nChuyển đổi sót lại.\n";
    let mut reader = Setup::new(vec![speech("x.txt", text)]).file("a.txt", Ok(text)).start();
    reader.press("/").write("chuyen doi so");
    assert!(reader.foot().contains("1/2"), "{}", reader.foot());
    reader.press("enter");
    assert_eq!(reader.app.search().position(), (Some(1), Some(1)));
    reader.press("S").write("chuyen doi so");
    assert!(reader.screen().contains("2 chỗ khớp"), "{}", reader.screen());
    reader.press("enter");
    assert_eq!(reader.app.search().position(), (Some(1), Some(1)), "{}", reader.screen());
    reader.press("S enter");
    assert!(reader.screen().contains("1 chỗ khớp"), "{}", reader.screen());
}

#[test]
fn the_hit_is_shown_whole_beside_the_list_where_there_is_room() {
    let long = "dài ".repeat(60);
    let text = format!("Bài\n\nĐầu đoạn {long}đê bao {long}cuối đoạn.\n");
    for (columns, shown) in [(160, true), (120, true), (119, false), (80, false)] {
        let setup = Setup::new(vec![speech("x.txt", PLAIN)]).file("a.txt", Ok(&text));
        let mut reader = setup.size((columns, 40)).start();
        reader.press("S").write("đê bao");
        assert_eq!(reader.screen().contains("cuối đoạn."), shown, "{}", reader.screen());
    }
}

#[test]
fn hits_are_copied_bookmarked_written_and_taken_to_the_register() {
    use crate::app::HitPurpose;
    let mut reader = hunt("đê");
    reader.press("down f12");
    assert_eq!(reader.gathered[0].purpose, HitPurpose::Copy);
    assert_eq!(reader.gathered[0].hits.iter().map(|(_, hits)| hits.len()).sum::<usize>(), 1);
    for (named, purpose) in [
        ("copy-hits", HitPurpose::Copy),
        ("bookmark-hits", HitPurpose::Bookmark),
        ("export-hits", HitPurpose::Save("de.csv".into())),
    ] {
        let mut reader = hunt("đê");
        reader.press("f2").write(named).press("enter");
        if named == "export-hits" {
            assert!(reader.foot().contains("de.csv"), "{}", reader.foot());
            reader.press("enter");
        }
        let gathered = reader.gathered.pop().expect("gathered");
        assert_eq!(gathered.purpose, purpose);
        let counts: Vec<usize> = gathered.hits.iter().map(|(_, hits)| hits.len()).collect();
        assert_eq!(counts, [3, 3], "{named}");
    }
    let mut reader = hunt("đê");
    reader.press("f2").write("register-hits").press("enter");
    let screen = reader.screen();
    assert!(screen.contains("Nhiệm vụ của cả thư viện") && screen.contains("lọc: đê"), "{screen}");
    let mut reader = library().start();
    reader.press(":").write("copy-hits").press("enter");
    assert!(reader.foot().contains("Chưa tìm gì trong thư viện."), "{}", reader.foot());
}

#[test]
fn paths_are_completed_as_they_are_typed() {
    let mut reader = hunt("đê");
    reader.press("f2").write("export-hits").press("enter ctrl-u").write("a").press("tab");
    assert!(reader.foot().contains("a.txt"), "{}", reader.foot());
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
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![file("0.txt"), file("a.txt"), file("b.txt"), file("c.txt")],
    ));
    let titles: Vec<&str> =
        reader.app.shelf().entries().map(|(_, entry)| entry.title.as_str()).collect();
    assert_eq!(titles, ["Lời dặn đầu năm", "a", "b", "0", "c"]);
    assert_eq!(reader.app.shelf().current(), before);
    reader.event(Event::Shelved(crate::app::ShelfScope::Library, vec![file("d.txt")]));
    assert_eq!(reader.app.shelf().entries().len(), 6);
}
