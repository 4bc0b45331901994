//! The list of the library: narrowing, sorting, editing, putting away, deleting.

use super::driver::*;
use crate::app::{EntryId, LibraryRow, Overlay, ShelfEntry};
use crate::i18n::Lang;
use crate::library::catalog::Progress;
use jiff::Timestamp;

const OPENING: &str = "Diễn văn khai mạc hội nghị\n\nNgày 02/03/2021, đồng chí Lê Thị Hoa, Bí thư Tỉnh ủy, đã phát biểu.\n\n\
    Nhiệm vụ sau:\n\nMột là: Làm trước.\n\nHai là: Làm sau.\n";
const LETTER: &str =
    "Ảnh hưởng của sông\n\nNgày 05/06/2022, đồng chí Phạm Ân phát biểu.\n\nChỉ có lời.\n";

fn three() -> Reader {
    Setup::new(vec![shipped(), speech("khai-mac.txt", OPENING), speech("song.txt", LETTER)]).start()
}

/// Returns the second speech on the shelf.
fn entry(reader: &Reader) -> &ShelfEntry {
    reader.app.shelf().entry(EntryId::new(1)).expect("an entry")
}

/// Returns the titles that the list shows, and where its cursor is.
fn shown(reader: &Reader) -> (Vec<String>, usize) {
    let list = reader.app.overlays().iter().find_map(|overlay| match overlay {
        Overlay::Library(list) => Some(list),
        _ => None,
    });
    let list = list.expect("the library is open");
    let title = |row: &LibraryRow| match row {
        LibraryRow::Speech(index) => {
            let title = &reader.app.shelf().entry(*index).expect("an entry").title;
            title.split(' ').take(3).collect::<Vec<_>>().join(" ")
        }
        LibraryRow::Saved(index) => reader.app.shelf().saved()[*index].title().to_owned(),
    };
    (list.rows.iter().map(title).collect(), list.cursor.at())
}

#[track_caller]
fn check(reader: &mut Reader, keys: &str, titles: &[&str]) {
    reader.press(keys);
    assert_eq!(shown(reader).0, titles, "{keys}\n{}", reader.screen());
}

#[test]
fn the_library_is_sorted_by_date_title_speaker_and_last_read() {
    let mut reader = three();
    let read = entry(&reader).document().expect("open").speech.fingerprint.clone();
    let when = Timestamp::from_second(1_700_000_000).expect("a time");
    reader.places.insert(read, Progress { percent: 42, furthest: 42, when });
    check(&mut reader, "l", &["Kết luận của", "Ảnh hưởng của", "Diễn văn khai"]);
    assert_eq!(shown(&reader).1, 0, "the cursor is on what is being read");
    // As a dictionary has it: Ả is an A, D comes before K.
    check(&mut reader, "f6", &["Ảnh hưởng của", "Diễn văn khai", "Kết luận của"]);
    assert_eq!(shown(&reader).1, 2, "the cursor stays on its speech");
    check(&mut reader, "shift-f6", &["Kết luận của", "Diễn văn khai", "Ảnh hưởng của"]);
    // By the given name: Ân, Hoa, Thủy.
    check(&mut reader, "f6", &["Ảnh hưởng của", "Diễn văn khai", "Kết luận của"]);
    check(&mut reader, "f6", &["Diễn văn khai", "Ảnh hưởng của", "Kết luận của"]);
    assert!(reader.screen().contains("42%"), "{}", reader.screen());
    // The order holds when the list is opened again.
    check(&mut reader, "esc l", &["Diễn văn khai", "Ảnh hưởng của", "Kết luận của"]);
}

#[test]
fn the_library_is_narrowed_by_words_and_conditions() {
    let rows: [(&str, &[&str]); 10] = [
        ("khai mac", &["Diễn văn khai"]),
        ("hoa", &["Diễn văn khai"]),
        ("date:2022", &["Ảnh hưởng của"]),
        ("date:2021..2022", &["Ảnh hưởng của", "Diễn văn khai"]),
        ("kind:opening", &["Diễn văn khai"]),
        ("role:task -hoa", &["Kết luận của"]),
        ("dienvan", &["Diễn văn khai"]),
        ("dvkm", &["Diễn văn khai"]),
        ("dien ac", &[]),
        ("zzz", &[]),
    ];
    for (typed, titles) in rows {
        let mut reader = three();
        reader.press("l").write(typed);
        assert_eq!(shown(&reader).0, titles, "{typed}");
    }
    // A wrong condition is told once it is finished, and what held before holds.
    let mut reader = three();
    reader.press("l").write("kind:con");
    assert_eq!(shown(&reader).0.len(), 3);
    reader.write("x").press("enter");
    assert!(reader.screen().contains("kết luận, chỉ thị"), "{}", reader.screen());
    reader.press("ctrl-u").write("hoa");
    assert_eq!(shown(&reader).0, ["Diễn văn khai"]);
    let mut reader = three();
    reader.press("l").write("zzz");
    assert!(reader.screen().contains("Không có bài nào khớp."), "{}", reader.screen());
    // Enter on nothing leaves the list, to be mended.
    reader.press("enter ctrl-u hoa enter");
    assert!(reader.status().contains("Diễn văn khai mạc"), "{}", reader.status());
}

#[test]
fn what_is_known_of_a_speech_is_edited_and_taken_back() {
    let mut reader = three();
    reader.press("l").write("khai mạc").press("f4");
    let screen = reader.screen();
    for part in ["Thông tin về: Diễn văn khai mạc hội nghị", "Lê Thị Hoa", "2/3/2021", "khai mạc"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    reader.press("enter ctrl-u").write("Lời mở đầu").press("enter");
    assert_eq!(entry(&reader).title, "Lời mở đầu");
    let meta = |reader: &Reader| entry(reader).listed().known.meta.clone();
    reader
        .press("ctrl-u f6 f4")
        .write("ngày")
        .press("enter ctrl-u")
        .write("31/2/2021")
        .press("enter");
    assert!(reader.screen().contains("31/2/2021"), "a wrong date is told\n{}", reader.screen());
    assert_eq!(meta(&reader).date.map(|date| date.to_string()).as_deref(), Some("2021-03-02"));
    reader.press("ctrl-u").write("loi mo");
    reader.press("f4").write("loai").press("enter").write("be mac").press("enter");
    assert_eq!(meta(&reader).kind.map(crate::speech::SpeechKind::name), Some("closing"));
    reader.press("f9");
    assert_eq!(meta(&reader).kind.map(crate::speech::SpeechKind::name), Some("opening"));
    reader.press("f9");
    assert_eq!(entry(&reader).title, "Diễn văn khai mạc hội nghị");
    reader.press("f9");
    assert!(reader.screen().contains("Không có gì để hoàn tác."), "{}", reader.screen());
}

#[test]
fn what_is_put_away_is_out_of_sight_until_it_is_asked_for() {
    let mut reader = three();
    reader.press("l").write("khai mạc").press("f7 ctrl-u");
    assert_eq!(shown(&reader).0, ["Kết luận của", "Ảnh hưởng của"]);
    check(&mut reader, "f3", &["Diễn văn khai"]);
    assert!(reader.screen().contains("Các bài đã cất (1/1)"), "{}", reader.screen());
    reader.press("esc j");
    assert!(!reader.screen().contains("Diễn văn khai mạc"), "{}", reader.screen());
    reader.press("J J");
    assert!(reader.status().contains("Kết luận của"), "{}", reader.status());
    reader.press("l f3 f7");
    assert_eq!(shown(&reader).0, Vec::<String>::new());
    check(&mut reader, "f3", &["Kết luận của", "Ảnh hưởng của", "Diễn văn khai"]);
    check(&mut reader, "f9", &["Kết luận của", "Ảnh hưởng của"]);
}

#[test]
fn what_is_deleted_leaves_the_list_and_comes_back() {
    let mut reader = three();
    reader.press("l").write("khai mạc").press("f8 ctrl-u");
    assert_eq!(shown(&reader).0, ["Kết luận của", "Ảnh hưởng của"]);
    assert_eq!(reader.deleted.len(), 1);
    reader.press("f9");
    assert_eq!(shown(&reader).0, ["Kết luận của", "Ảnh hưởng của", "Diễn văn khai"]);
    assert_eq!(shown(&reader).1, 2, "the cursor is on what came back");
    reader.store_fails = Some(full("/d"));
    reader.press("f8");
    assert!(reader.screen().contains("Ổ đĩa chứa /d đã đầy"), "{}", reader.screen());
    assert_eq!(shown(&reader).0.len(), 3);
}

#[test]
fn the_shipped_speech_has_no_file_to_write_beside() {
    for key in ["f4", "f7", "f8"] {
        let mut reader = three();
        reader.press("l").press(key);
        assert!(reader.screen().contains("không có tệp riêng"), "{key}\n{}", reader.screen());
    }
}

#[test]
fn the_list_fits_every_screen_in_both_languages() {
    for size in SIZES {
        for lang in LANGS {
            let speeches = vec![shipped(), speech("khai-mac.txt", OPENING)];
            let mut reader = Setup::new(speeches).size(size).lang(lang).start();
            reader.press("l");
            let screen = reader.screen();
            assert!(screen.contains("▸ Kết luận"), "{size:?}\n{screen}");
            assert!(screen.contains("Diễn văn"), "{size:?}\n{screen}");
            let wide = size.0 >= 72;
            assert_eq!(screen.contains("02/03/2021"), wide, "{size:?}\n{screen}");
            let head = if lang == Lang::Vi { "Người phát biểu" } else { "Speaker" };
            assert_eq!(screen.contains(head), wide, "{size:?}\n{screen}");
        }
    }
}
