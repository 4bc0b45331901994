//! The review of bookmarks in a text that has changed.

use super::driver::*;
use crate::i18n::Lang;
use crate::notebook::{Bookmark, Settled};
use crate::settings::theme::Face;

const TEXT: &str = "Kết luận hội nghị giao ban\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát quy chế phối hợp giữa các ngành trước ngày 30 tháng 6.\n\n\
    Hai là: Báo cáo kết quả tiếp công dân hằng quý về văn phòng.\n\n\
    Ba là: Kiểm tra việc quản lý đất đai ở cơ sở, không để phát sinh điểm nóng.\n\n\
    Bốn là: Đẩy mạnh tuyên truyền về cải cách hành chính trong toàn tỉnh.\n\n\
    Xin trân trọng cảm ơn các đồng chí.\n";

/// Sets a bookmark on each of the four tasks.
fn bookmarked() -> Vec<Bookmark> {
    let mut reader = Setup::new(vec![speech("bai.txt", TEXT)]).start();
    reader.press("1t m 2t m 3t m 4t m");
    assert_eq!(reader.stored.len(), 4);
    reader.stored.clone()
}

/// The second task is edited, the third gone, the fourth said twice: once under a third heading.
fn changed() -> String {
    let fourth = "Đẩy mạnh tuyên truyền về cải cách hành chính trong toàn tỉnh.";
    TEXT.replace("hằng quý về", "hằng tháng về")
        .replace(
            "Ba là: Kiểm tra việc quản lý đất đai ở cơ sở, không để phát sinh điểm nóng.\n\n",
            "",
        )
        .replace(
            &format!("Bốn là: {fourth}\n\nXin trân trọng cảm ơn các đồng chí.\n"),
            &format!(
                "Việc khác.\n\nBốn là: {fourth}\n\nViệc khác nữa.\n\nBốn là: {fourth}\n\nHết.\n"
            ),
        )
}

fn reviewed(text: &str) -> Reader {
    let mut setup = Setup::new(vec![speech("bai.txt", text)]);
    setup.bookmarks = bookmarked();
    setup.start()
}

#[test]
fn a_changed_text_says_how_many_bookmarks_are_not_as_they_were() {
    let reader = reviewed(TEXT);
    assert_eq!(reader.notice(), "", "nothing to tell of an unchanged text");
    let reader = reviewed(&changed());
    let said = "Dấu trang trong bài: 1 lời đã đổi, 1 chưa rõ chỗ, 1 không còn. Nhấn R để xem lại.";
    assert_eq!(reader.notice(), said);
}

/// The same words elsewhere need no eyes: where they are is stored, and nothing is said.
#[test]
fn bookmarks_that_merely_moved_are_taken_over_in_silence() {
    let moved = format!("Lời dẫn mới.\n\n{TEXT}");
    let mut reader = reviewed(&moved);
    assert_eq!(reader.notice(), "");
    let before = bookmarked();
    for (now, before) in reader.stored.iter().zip(&before) {
        assert_eq!(now.fingerprint, reader.open().speech.fingerprint);
        assert_eq!(now.anchor.words(), before.anchor.words());
        assert_eq!(
            now.anchor.range.start.get(),
            before.anchor.range.start.get() + "Lời dẫn mới.\n\n".len()
        );
    }
    reader.press("R");
    assert_eq!(reader.notice(), "Mọi dấu trang trong bài đều đúng chỗ.");
    // With one edited among them the others are not counted.
    let mut reader = reviewed(&moved.replace("hằng quý về", "hằng tháng về"));
    assert_eq!(reader.notice(), "Dấu trang trong bài: 1 lời đã đổi. Nhấn R để xem lại.");
    reader.press("R A");
    assert!(reader.screen().contains("Đã xem lại hết."), "{}", reader.screen());
    assert_eq!(reader.notice(), "Đã nhận 1 đoạn.");
}

#[test]
fn the_hints_say_what_enter_does() {
    let mut reader = reviewed(&changed());
    for (keys, hint) in [
        ("R", "enter nhận lời mới"),
        ("j", "enter chọn đoạn khác"),
        ("j", "enter nhận lời mới"),
        ("esc b g", "enter đến đó"),
        ("j j", "enter xem lại"),
        ("enter", "enter chọn đoạn khác"),
        ("esc esc o", "enter đến đó"),
        ("esc :", "enter thực hiện"),
        ("esc C", "enter chọn"),
        ("esc tab", "enter đến đó"),
    ] {
        reader.press(keys);
        assert!(reader.foot().contains(hint), "{keys}: {}", reader.foot());
    }
}

#[test]
fn old_and_new_words_stand_side_by_side() {
    for (lang, old, state) in
        [(Lang::Vi, "Trước", "≈ lời đã đổi (93 %)"), (Lang::En, "Was", "≈ edited (93 %)")]
    {
        let mut setup = Setup::new(vec![speech("bai.txt", &changed())]).lang(lang);
        setup.bookmarks = bookmarked();
        let mut reader = setup.start();
        reader.press("R");
        let screen = reader.screen();
        for part in [old, state, "[-quý-]", "{+tháng+}", "? ", "× ", "nv.2"] {
            assert!(screen.contains(part), "{part}: {screen}");
        }
        assert!(reader.frame().wears("{+tháng+}", reader.style(Face::Hit)));
        let line = screen.lines().find(|line| line.contains("[-quý-]")).expect("the old words");
        assert!(line.contains("{+tháng+}"), "side by side: {line}");
    }
    for size in [(80, 24), (40, 10)] {
        let mut setup = Setup::new(vec![speech("bai.txt", &changed())]).size(size);
        setup.bookmarks = bookmarked();
        let mut reader = setup.start();
        reader.press("R");
        assert!(reader.screen().contains("≈ lời đã đổi"), "{}", reader.screen());
    }
}

#[test]
fn an_edited_passage_is_accepted() {
    let mut reader = reviewed(&changed());
    let note = Some("hỏi lại".to_owned());
    reader.stored[1].note.clone_from(&note);
    reader.press("R enter");
    let bookmark = &reader.stored[1];
    assert_eq!(
        bookmark.anchor.quote,
        "Hai là: Báo cáo kết quả tiếp công dân hằng tháng về văn phòng."
    );
    assert_eq!(bookmark.note, note);
    assert_eq!(bookmark.fingerprint, reader.open().speech.fingerprint);
    assert!(reader.screen().contains("Xem lại dấu trang (2)"), "{}", reader.screen());
}

#[test]
fn of_several_passages_the_reader_picks_one() {
    let mut reader = reviewed(&changed());
    reader.press("R G");
    assert!(reader.screen().contains("đoạn 1/2"), "{}", reader.screen());
    // What stands around them tells them apart.
    let around = |reader: &Reader, words: &str| reader.screen().contains(words);
    assert!(around(&reader, "… trong toàn tỉnh. Việc khác nữa. Bốn là"), "{}", reader.screen());
    reader.press("tab");
    assert!(reader.screen().contains("đoạn 2/2"), "{}", reader.screen());
    reader.press("n n");
    assert!(reader.screen().contains("đoạn 2/2"), "{}", reader.screen());
    reader.press("enter");
    let text = &reader.open().speech.text;
    let first = text.find("Bốn là").expect("the first");
    assert_eq!(reader.stored[3].anchor.range.start.get(), first);
}

#[test]
fn a_lost_passage_is_kept_searched_for_or_attached_by_hand() {
    let mut reader = reviewed(&changed());
    reader.press("R j");
    assert!(reader.screen().contains("không còn trong bài"), "{}", reader.screen());
    reader.press("enter");
    assert!(reader.notice().starts_with("Chọn đoạn rồi nhấn m"), "{}", reader.notice());
    reader.press("esc R j L");
    assert_eq!(reader.stored[2].settled, Settled::Lost);
    assert!(reader.screen().contains("Xem lại dấu trang (2)"), "{}", reader.screen());
    // It is not asked about again.
    let mut setup = Setup::new(vec![speech("bai.txt", &changed())]);
    setup.bookmarks = reader.stored.clone();
    let said = "Dấu trang trong bài: 1 lời đã đổi, 1 chưa rõ chỗ. Nhấn R để xem lại.";
    assert_eq!(setup.start().notice(), said);

    let mut reader = reviewed(&changed());
    reader.press("R j /");
    assert!(reader.foot().contains("Ba là: Kiểm tra việc quản"), "{}", reader.foot());

    let mut reader = reviewed(&changed());
    reader.press("R j v");
    assert!(reader.notice().starts_with("Chọn đoạn rồi nhấn m"), "{}", reader.notice());
    let chosen = reader.app.selection().expect("a selection").range();
    reader.press("m");
    assert_eq!(reader.stored.len(), 4);
    assert_eq!(reader.stored[2].anchor.range, chosen);
    // Leaving it leaves the bookmark, and the next one is a new one.
    let mut reader = reviewed(&changed());
    reader.press("R j v esc");
    assert_eq!(reader.notice(), "Dấu trang vẫn như trước.");
    reader.press("esc g v m");
    assert_eq!(reader.stored.len(), 5);
}

#[test]
fn the_list_of_bookmarks_leads_to_the_review() {
    let mut reader = reviewed(&changed());
    reader.press("b G R");
    assert!(reader.screen().contains("đoạn 1/2"), "{}", reader.screen());
    reader.press("esc");
    assert!(reader.screen().contains("Dấu trang của bài này (4)"), "{}", reader.screen());
}
