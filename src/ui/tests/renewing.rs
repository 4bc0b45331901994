//! Files that change, move and go while the reader runs.

use super::driver::*;
use crate::app::{Event, Overlay, Shelved};
use crate::i18n::Lang;
use crate::library::catalog::{Brief, Progress};
use crate::speech::{CatalogEntry, Origin};
use std::path::PathBuf;

const FILE: &str = "/bai/de-dieu.txt";

/// A text of many paragraphs, each with words of its own.
fn text() -> String {
    let words = ["đê", "kênh", "cống", "đập", "hồ", "mương", "trạm bơm", "kè", "bờ", "bãi"];
    let mut text = String::from("Kết luận về thủy lợi\n\nMở đầu hội nghị.\n\n");
    for number in 0..60 {
        let (one, other) = (words[number % 10], words[(number / 10 + number) % 10]);
        text += &format!(
            "Đoạn {number}: {one} thứ {number} phải được xem xét cùng {other}, trước mùa mưa năm nay.\n\n"
        );
    }
    text
}

fn reader(size: (u16, u16)) -> Reader {
    let setup = Setup::new(vec![speech(FILE, &text())]).size(size);
    setup
        .file(FILE, Ok(&text()))
        .file("/bai/khac.txt", Ok("Kết luận về đường sá\n\nMột đoạn.\n"))
        .start()
}

/// Returns the first words of the text on the screen.
fn at(reader: &Reader) -> String {
    let open = reader.open();
    let from = &open.speech.text[open.place().get()..];
    from.chars().take_while(|&c| c != ':' && c != '\n').collect()
}

fn listed(path: &str, text: &str) -> Shelved {
    let path = PathBuf::from(path);
    let known = CatalogEntry::of(&speech(&path.to_string_lossy(), text), path.clone(), 1);
    let progress = Some(Progress { percent: 30, furthest: 30, when: jiff::Timestamp::UNIX_EPOCH });
    Shelved { path, about: Some(Box::new(Brief::of(&known, progress))) }
}

/// Returns the titles that lists show.
fn shown(reader: &Reader) -> Vec<String> {
    let shelf = reader.app.shelf();
    let here = |index| index == shelf.current();
    let all = shelf.entries();
    let shown = all.filter(|(index, entry)| entry.is_shown() || here(*index));
    shown.map(|(_, entry)| entry.title.clone()).collect()
}

#[test]
fn every_open_file_is_looked_after() {
    let mut reader = reader((80, 24));
    assert_eq!(reader.attended, [PathBuf::from(FILE)]);
    reader.press("J");
    assert_eq!(reader.attended, ["/bai/de-dieu.txt", "/bai/khac.txt"].map(PathBuf::from));
}

#[test]
fn a_text_that_changes_is_read_again_and_the_reader_stays() {
    for size in SIZES {
        for keys in ["3 0 %", "3 0 % j j", "G", "g g", "6 0 % pgdn k"] {
            let mut reader = reader(size);
            reader.press(keys);
            let (before, rows) = (at(&reader), reader.pane());
            // More at the start, and other words in a paragraph far away.
            let more = text()
                .replace("Mở đầu hội nghị.", "Mở đầu hội nghị.\n\nThêm một đoạn.\n\nThêm đoạn nữa.")
                .replace("Đoạn 50: đê thứ 50", "Đoạn 50: con đê thứ năm mươi");
            reader.change(FILE, Ok(&more));
            assert_eq!(at(&reader), before, "{size:?} {keys}");
            assert!(reader.notice().starts_with("Tệp đã thay đổi"), "{}", reader.notice());
            if keys == "3 0 % j j" {
                assert_eq!(reader.pane(), rows, "{size:?} {keys}: not a row moves");
            }
            assert!(reader.open().speech.text.contains("Thêm đoạn nữa"));
            // And back again.
            reader.change(FILE, Ok(&text()));
            assert_eq!(at(&reader), before, "{size:?} {keys}, back");
        }
    }
}

#[test]
fn a_passage_that_is_gone_leaves_the_reader_near_it() {
    let mut reader = reader((80, 24));
    reader.press("3 0 %");
    let here = at(&reader);
    let number: usize = here.trim_start_matches("Đoạn ").parse().expect("a number");
    let paragraph = |number: usize| {
        let text = text();
        let from = text.find(&format!("Đoạn {number}:")).expect("it is there");
        let to = from + text[from..].find("\n\n").expect("an end") + 2;
        text[from..to].to_owned()
    };
    let without = text().replace(&paragraph(number), "");
    reader.change(FILE, Ok(&without));
    let near = at(&reader);
    let near: usize = near.trim_start_matches("Đoạn ").parse().expect("a number");
    assert!(near.abs_diff(number) <= 1, "{here} became {near}");
    // Nothing at all is left.
    reader.change(FILE, Ok("Bài hoàn toàn mới\n\nKhông còn gì của bài cũ.\n"));
    assert!(reader.open().is_at_start());
    assert!(reader.notice().contains("về đầu bài"), "{}", reader.notice());
}

#[test]
fn a_file_that_is_emptied_before_it_is_written_keeps_text_and_place() {
    let mut reader = reader((80, 24));
    reader.press("3 0 %");
    let (before, rows) = (at(&reader), reader.pane());
    for empty in ["", "\n \n"] {
        reader.change(FILE, Ok(empty));
        assert_eq!(reader.pane(), rows);
        assert!(reader.notice().starts_with("Tệp hiện không có chữ nào"), "{}", reader.notice());
    }
    reader.change(FILE, Ok(&text().replace("Đoạn 0:", "Đoạn không:")));
    assert_eq!(at(&reader), before);
}

#[test]
fn what_cannot_be_read_leaves_the_old_text() {
    let mut reader = reader((80, 24));
    reader.press("3 0 %");
    let before = reader.pane();
    reader.change(FILE, Err(full("/d")));
    assert_eq!(reader.pane(), before);
    assert!(reader.notice().starts_with("Ổ đĩa chứa /d đã đầy"), "{}", reader.notice());
    reader.change(FILE, Ok(&text().replace("Đoạn 0:", "Đoạn không:")));
    assert!(reader.open().speech.text.contains("Đoạn không:"));
}

#[test]
fn a_new_version_waits_until_nothing_lies_over_the_text() {
    for keys in ["o", "/", "v", "?", "l"] {
        let mut reader = reader((80, 24));
        reader.press("3 0 %");
        let before = at(&reader);
        reader.press(keys);
        reader.change(FILE, Ok(&text().replace("Mở đầu", "Dài hơn: mở đầu")));
        assert!(reader.open().speech.text.contains("Mở đầu"), "{keys}: the old text");
        reader.press("esc");
        if reader.open().speech.text.contains("Mở đầu") {
            reader.press("esc");
        }
        assert!(reader.open().speech.text.contains("Dài hơn"), "{keys}: the new text");
        assert_eq!(at(&reader), before, "{keys}");
    }
}

/// A bookmark, the places jumped from and open branches go along.
#[test]
fn marks_and_jumps_go_along() {
    let mut reader = reader((80, 24));
    reader.press("2 0 %");
    let left = reader.open().speech.text[reader.open().place().get()..].len();
    reader.press("5 0 % m");
    let marked = reader.open().highlights()[0].range;
    let words = marked.of(&reader.open().speech.text).to_owned();
    reader.change(FILE, Ok(&text().replace("Mở đầu", "Trước hết, xin mở đầu")));
    let open = reader.open();
    assert_eq!(open.highlights()[0].range.of(&open.speech.text), words);
    assert_ne!(open.highlights()[0].range, marked);
    reader.press("ctrl-o");
    assert_eq!(reader.open().speech.text[reader.open().place().get()..].len(), left);
}

/// A file that is large shows its head first; what changes meanwhile is read afterwards.
#[test]
fn a_text_that_changes_while_it_is_being_read_is_read_again() {
    use crate::speech::Extent;
    let mut head = speech(FILE, &text());
    head.extent = Extent::Head;
    head.fingerprint.clear();
    let setup = Setup::new(vec![head]).file(FILE, Ok(&text()));
    let mut reader = setup.start_held();
    reader.event(Event::Touched(PathBuf::from(FILE)));
    reader.arrive();
    assert!(reader.open().is_whole());
    reader.change(FILE, Ok(&text().replace("Mở đầu", "Đầu tiên")));
    reader.arrive();
    assert!(reader.open().speech.text.contains("Đầu tiên"));
}

#[test]
fn files_come_to_the_shelf_and_leave_it() {
    let mut reader = reader((80, 24));
    assert_eq!(shown(&reader), ["Kết luận về thủy lợi", "khac"]);
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![
            listed("/bai/khac.txt", "Kết luận về đường sá\n\nMột đoạn.\n"),
            listed("/bai/moi.txt", "Kết luận về trồng rừng\n\nMột đoạn.\n"),
        ],
    ));
    assert_eq!(
        shown(&reader),
        ["Kết luận về thủy lợi", "Kết luận về đường sá", "Kết luận về trồng rừng"]
    );
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![listed("/bai/moi.txt", "Kết luận đã sửa lại\n\nMột đoạn.\n")],
    ));
    assert_eq!(
        shown(&reader),
        ["Kết luận về thủy lợi", "Kết luận về đường sá", "Kết luận đã sửa lại"]
    );
    reader.event(Event::Gone(vec![PathBuf::from("/bai/khac.txt")]));
    assert_eq!(shown(&reader), ["Kết luận về thủy lợi", "Kết luận đã sửa lại"]);
    assert!(!reader.screen().contains("Kết luận về đường sá"));
    reader.press("l");
    assert!(
        !reader.screen().contains("Kết luận về đường sá")
            && reader.screen().contains("Kết luận đã sửa lại")
    );
    reader.press("esc J");
    assert!(reader.screen().contains("Kết luận đã sửa lại"), "the next one is that behind it");
    // It comes back.
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![listed("/bai/khac.txt", "Kết luận về đường sá\n\nMột đoạn.\n")],
    ));
    assert_eq!(shown(&reader).len(), 3);
}

#[test]
fn a_file_that_is_gone_can_be_read_on() {
    for lang in [Lang::Vi, Lang::En] {
        let mut reader = Setup::new(vec![speech(FILE, &text())]).lang(lang).start();
        reader.press("3 0 %");
        let before = reader.pane();
        reader.event(Event::Gone(vec![PathBuf::from(FILE)]));
        assert_eq!(reader.pane(), before);
        let said = ["không còn.", "is gone"];
        assert!(said.iter().any(|part| reader.notice().contains(part)), "{}", reader.notice());
        reader.press("j k");
        // It is said once.
        reader.event(Event::Gone(vec![PathBuf::from(FILE)]));
        assert_eq!(reader.notice(), "");
        assert!(reader.app.remembered().is_some(), "and where one was is kept");
    }
}

#[test]
fn a_file_that_moved_is_read_on_as_the_one_it_is_now() {
    let mut reader = reader((80, 24));
    reader.press("3 0 %");
    let before = at(&reader);
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![listed("/bai/2024/de-dieu.txt", &text())],
    ));
    reader.event(Event::Gone(vec![PathBuf::from(FILE)]));
    let now = PathBuf::from("/bai/2024/de-dieu.txt");
    assert_eq!(reader.open().speech.origin, Origin::File(now.clone()));
    assert_eq!((at(&reader), reader.notice()), (before, String::new()));
    assert_eq!(reader.attended.last(), Some(&now));
    assert_eq!(shown(&reader).len(), 2, "it is there once");
}

#[test]
fn what_could_not_be_opened_is_tried_again_when_it_has_changed() {
    let setup = Setup::new(vec![speech(FILE, &text())]).file("/bai/hong.txt", Err(full("/d")));
    let mut reader = setup.start();
    reader.press("J");
    assert_eq!(reader.entry(1), "failed");
    reader.change("/bai/hong.txt", Ok("Kết luận đã lành lặn\n\nMột đoạn.\n"));
    reader.event(Event::Shelved(
        crate::app::ShelfScope::Library,
        vec![listed("/bai/hong.txt", "Kết luận đã lành lặn\n\nMột đoạn.\n")],
    ));
    assert!(reader.screen().contains("Kết luận đã lành lặn"), "{}", reader.screen());
    assert!(!reader.app.overlays().iter().any(|overlay| matches!(overlay, Overlay::Help(_))));
}
