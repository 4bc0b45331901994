//! Bookmarks, notes, selections, copies.

use super::driver::*;
use crate::app::{CopyWay, Event};
use crate::i18n::Lang;
use crate::notebook::Bookmark;
use crate::settings::theme::Face;
use crate::text::TextRange;
use unicode_normalization::UnicodeNormalization;

fn selected(reader: &Reader) -> String {
    let range = reader.app.selection().expect("a selection").range();
    range.of(&reader.open().speech.text).to_owned()
}

#[test]
fn a_bookmark_is_set_at_once_and_shows_in_the_margin() {
    for keys in ["m", "f9"] {
        let mut reader = seed();
        reader.press("3t").press(keys);
        assert_eq!(reader.stored.len(), 1);
        let anchor = &reader.stored[0].anchor;
        assert!(anchor.quote.starts_with("Ba là: Nâng cao vai trò"), "{}", anchor.quote);
        assert!(anchor.quote.contains("Các cơ quan tố tụng tiếp tục"), "{}", anchor.quote);
        assert!(reader.notice().starts_with("Đã đánh dấu cả Nhiệm vụ 3/8: “Ba là: Nâng cao"));
        assert!(reader.screen().contains("◆▸Ba là:"), "{}", reader.screen());
        reader.press("j k");
        assert!(reader.screen().contains("◆▌Ba là:"), "{}", reader.screen());
        assert!(reader.frame().wears("◆", reader.style(Face::Bookmark)));
    }
}

#[test]
fn a_passage_is_bookmarked_once() {
    let mut reader = seed();
    reader.press("3t m m");
    assert_eq!(reader.stored.len(), 1);
    assert_eq!(reader.notice(), "Đoạn này đã được đánh dấu.");
}

#[test]
fn a_selection_is_bookmarked_as_it_is() {
    let mut reader = seed();
    reader.press("3t v");
    let words = selected(&reader);
    reader.press("m");
    assert_eq!(reader.stored[0].anchor.quote, words);
    assert!(reader.app.selection().is_none());
}

#[test]
fn a_note_is_typed_in_place() {
    let mut reader = seed();
    reader.press("3t M");
    assert!(reader.screen().contains("─ Ghi chú: “Ba là: Nâng cao"), "{}", reader.screen());
    reader.write("Hỏi Sở Tư pháp").press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("Hỏi Sở Tư pháp"));
    reader.press("b");
    assert!(reader.screen().contains("Hỏi Sở Tư pháp"), "{}", reader.screen());
}

#[test]
fn a_note_taken_back_sets_no_bookmark() {
    let mut reader = seed();
    reader.press("3t M").write("không").press("esc");
    assert!(reader.stored.is_empty());
    reader.press("M ctrl-u enter");
    assert_eq!(reader.stored.len(), 1, "an empty note is a bookmark without one");
    assert_eq!(reader.stored[0].note, None);
}

#[test]
fn notes_are_composed_however_they_are_typed_or_pasted() {
    let note = "Đề nghị rà soát, báo cáo trước ngày 30/6";
    let apart: String = note.nfd().collect();
    let mut reader = seed();
    reader.press("1t M").write(&apart).press("enter");
    reader.press("2t M").event(Event::Paste(apart)).press("enter");
    reader.press("3t M").write("Hoi backspace").press("ctrl-u").write(note).press("enter");
    let notes: Vec<&str> = reader.stored.iter().filter_map(|b| b.note.as_deref()).collect();
    assert_eq!(notes, [note, note, note]);
}

#[test]
fn pasted_notes_hold_nothing_that_acts_on_a_terminal() {
    let mut reader = seed();
    let paste = "một\u{1b}]52;c;AAAA\u{7}\nhai\u{202e}\tba\0";
    reader.press("1t M").event(Event::Paste(paste.to_owned())).press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("một\nhai ba"));
}

#[test]
fn a_note_is_edited_and_taken_away() {
    let mut reader = seed();
    reader.press("3t M").write("cũ").press("enter b E");
    assert!(reader.screen().contains("─ Sửa ghi chú: “Ba là"), "{}", reader.screen());
    assert!(reader.screen().contains("│ cũ"), "{}", reader.screen());
    reader.press("backspace backspace").write("mới").press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("mới"));
    assert_eq!(reader.notice(), "Đã lưu ghi chú.");
    assert!(reader.screen().contains("Dấu trang của bài này (1)"), "the list stays open");
    reader.press("E ctrl-u enter");
    assert_eq!(reader.stored[0].note, None);
    assert_eq!(reader.notice(), "Đã bỏ ghi chú.");
    reader.press("E").write("không").press("esc");
    assert_eq!(reader.stored[0].note, None);
}

#[test]
fn the_list_shows_words_addresses_and_notes_and_jumps() {
    let mut reader = seed();
    reader.press("5t m 2t M").write("Gấp").press("enter i m G b");
    let screen = reader.screen();
    assert!(screen.contains("Dấu trang của bài này (3)"), "{screen}");
    let order: Vec<_> =
        ["nv.2", "nv.3", "nv.5"].map(|words| screen.find(words).expect(words)).to_vec();
    assert!(order.is_sorted(), "in the order of the text:\n{screen}");
    reader.press("g enter");
    assert!(reader.status().contains("Nhiệm vụ 2/8"), "{}", reader.status());
    reader.press("' '  f4 end enter");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
}

#[test]
fn the_list_opens_at_the_bookmark_that_one_is_at() {
    let mut reader = seed();
    reader.press("2t m 3t m 5t m 4t b enter");
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
}

#[test]
fn next_and_previous_bookmark() {
    let mut reader = seed();
    reader.press("2t m 5t m g").run("next-bookmark");
    assert!(reader.status().contains("Nhiệm vụ 2/8"), "{}", reader.status());
    reader.run("next-bookmark");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
    reader.run("next-bookmark");
    assert_eq!(reader.notice(), "Không còn dấu trang nào phía sau.");
    reader.run("previous-bookmark").run("previous-bookmark");
    assert_eq!(reader.notice(), "Không còn dấu trang nào phía trước.");
    assert!(reader.status().contains("Nhiệm vụ 2/8"), "{}", reader.status());
}

#[test]
fn a_deleted_bookmark_comes_back() {
    for (delete, undo) in [("D", "u"), ("delete", "u"), ("D", "q u")] {
        let mut reader = seed();
        reader.press("3t M").write("Giữ lại").press("enter");
        let before = reader.stored.clone();
        reader.press("b").press(delete);
        assert!(reader.stored.is_empty());
        assert!(reader.notice().starts_with("Đã xóa dấu trang."), "{}", reader.notice());
        assert!(reader.screen().contains("Bài này chưa có dấu trang."));
        reader.press(undo);
        assert_eq!(reader.stored, before, "{delete} {undo}");
        assert!(reader.notice().starts_with("Đã khôi phục dấu trang."), "{}", reader.notice());
    }
    let mut reader = seed();
    reader.press("1t m 2t m 3t m b D D D u u u");
    assert_eq!(reader.stored.len(), 3);
    reader.press("u");
    assert_eq!(reader.notice(), "Không có gì để hoàn tác.");
}

#[test]
fn what_cannot_be_stored_is_said_and_nothing_is_marked() {
    let mut reader = seed();
    reader.store_fails = Some(full("/d"));
    reader.press("3t m");
    assert!(reader.notice().starts_with("Ổ đĩa chứa /d đã đầy"), "{}", reader.notice());
    assert!(!reader.screen().contains('◆'), "{}", reader.screen());
}

#[test]
fn the_bookmarks_of_another_speech_are_in_the_list_of_all_and_open_it() {
    let text = "Bài khác\n\nMột là: Làm trước.\n\nHai là: Làm sau.\n";
    let mut reader = Setup::new(vec![shipped()]).file("bai-khac.txt", Ok(text)).start();
    reader.press("J i i m K 3t m b");
    assert!(reader.screen().contains("Dấu trang của bài này (1)"), "{}", reader.screen());
    assert!(!reader.screen().contains("Làm sau"));
    reader.press("tab");
    let screen = reader.screen();
    assert!(screen.contains("Mọi dấu trang (2)") && screen.contains("Làm sau"), "{screen}");
    reader.press("end enter");
    assert!(reader.landed_on().starts_with("Hai là: Làm sau"), "{}", reader.landed_on());
}

#[test]
fn passages_are_selected_by_sentence_line_and_paragraph() {
    let mut reader = seed();
    reader.press("3t v");
    let sentence = selected(&reader);
    assert!(sentence.starts_with("Ba là: Nâng cao") && sentence.ends_with("ngoại lệ."));
    assert!(reader.status().contains("CHỌN CÂU"), "{}", reader.status());
    reader.press("v");
    assert!(reader.status().contains("CHỌN ĐOẠN"), "{}", reader.status());
    assert!(selected(&reader).starts_with("Ba là: Nâng cao"));
    reader.press("j");
    assert!(selected(&reader).contains("Kết hợp chặt chẽ"));
    reader.press("k").run("select-line");
    assert!(reader.status().contains("CHỌN DÒNG"), "{}", reader.status());
    assert_eq!(selected(&reader).trim_end(), reader.line_here().trim_end());
    let one = selected(&reader).len();
    reader.press("j j");
    assert!(selected(&reader).len() > 2 * one / 2 && selected(&reader).starts_with("Ba là"));
    reader.press("esc");
    assert!(reader.app.selection().is_none());
}

#[test]
fn the_selection_is_seen_and_its_other_end_moves() {
    let mut reader = seed();
    reader.press("3t v");
    assert!(reader.frame().wears("Ba là: Nâng cao", reader.style(Face::Selection)));
    reader.press("v j");
    let down = reader.app.selection().expect("a selection").range();
    reader.press("tab k");
    let up = reader.app.selection().expect("a selection").range();
    assert!(up.start < down.start && up.end == down.end, "{up:?} {down:?}");
    reader.press("k k k k G");
    let text = &reader.open().speech.text;
    let all = reader.app.selection().expect("a selection").range();
    assert!(all.end.get() + 2 >= text.trim_end().len(), "{all:?}");
}

#[test]
fn arrows_alone_select() {
    let mut reader = seed();
    reader.press("f8 shift-down down right");
    assert!(reader.app.selection().is_some());
    reader.press("y");
    assert_eq!(reader.copied.len(), 1);
}

#[test]
fn a_passage_is_copied_with_its_citation() {
    let mut reader = seed();
    reader.press("3t v y");
    let copied = &reader.copied[0];
    for part in [
        "Ba là: Nâng cao vai trò",
        "không có ngoại lệ.",
        "Lê Thị Thủy",
        "20/12/2023",
        "2023-12-20-ket-luan-noi-chinh/nv.3",
    ] {
        assert!(copied.contains(part), "{part} in {copied}");
    }
    assert!(reader.notice().contains("“Ba là: Nâng cao"), "{}", reader.notice());
    assert!(reader.notice().contains("Đã chép kèm nguồn"));
    assert!(reader.app.selection().is_none());
    reader.press("y");
    assert!(reader.notice().ends_with(": Nhiệm vụ 3/8"), "{}", reader.notice());
    assert!(reader.copied[1].contains("Các cơ quan tố tụng"), "the whole item");
}

#[test]
fn the_citation_follows_the_language_and_the_settings() {
    let mut reader = Setup::new(vec![shipped()]).lang(Lang::En).start();
    reader.press("3t y");
    assert!(reader.copied[0].contains("20 December 2023"), "{}", reader.copied[0]);
    assert!(reader.notice().ends_with(": Task 3/8"), "{}", reader.notice());
    let mut setup = Setup::new(vec![shipped()]);
    let (settings, problems) =
        crate::settings::read("[copy]\ncitation = \"{address}\"\n", "config.toml".as_ref());
    assert!(problems.is_empty(), "{problems:?}");
    setup.settings = settings;
    let mut reader = setup.start();
    reader.press("3t y");
    assert_eq!(reader.copied, ["2023-12-20-ket-luan-noi-chinh/nv.3"]);
}

#[test]
fn ranges_of_the_selection_never_cut_a_letter() {
    let text: String = "Câu một. Câu hai ở đây! Câu ba?\n\nĐoạn hai.\n".nfd().collect();
    for size in [(24, 5), (40, 10), (120, 40)] {
        let mut reader = Setup::new(vec![speech("cau.txt", &text)]).size(size).start();
        reader.press("v");
        for key in ["j", "v", "j", "tab", "k", "v", "j", "v", "G", "g", "v", "v", "v"] {
            reader.press(key);
            let TextRange { start, end } = reader.app.selection().expect("one").range();
            let text = &reader.open().speech.text;
            assert!(text.is_char_boundary(start.get()) && text.is_char_boundary(end.get()));
            assert!(start < end);
            reader.frame();
        }
    }
}

#[test]
fn what_is_said_of_copying_is_what_is_known_of_it() {
    for (way, said) in [
        (CopyWay::Terminal, "nếu không dán được, xem trợ giúp"),
        (CopyWay::Tmux, "vào tmux"),
        (CopyWay::Off, "đang tắt"),
    ] {
        let mut reader = seed();
        reader.way = way;
        reader.press("3t y");
        assert!(reader.notice().contains(said), "{}", reader.notice());
    }
}

#[test]
fn what_another_program_marks_and_deletes_is_seen() {
    let mut reader = seed();
    reader.press("3t m 5t m");
    let both = std::mem::take(&mut reader.stored);
    reader.event(Event::BookmarksTouched);
    assert!(!reader.screen().contains('◆'), "{}", reader.screen());
    reader.stored = both;
    reader.event(Event::BookmarksTouched);
    assert!(reader.screen().contains('◆'), "{}", reader.screen());
    reader.press("b");
    assert!(reader.screen().contains("(2)"), "{}", reader.screen());
    reader.stored.truncate(1);
    reader.event(Event::BookmarksTouched);
    assert!(reader.screen().contains("(1)"), "{}", reader.screen());
}

#[test]
fn bookmarks_read_before_a_change_do_not_undo_it() {
    let mut reader = seed();
    reader.press("3t m");
    reader.held = Some(std::collections::VecDeque::new());
    // Read, and on the way while another is set.
    reader.event(Event::BookmarksTouched).press("5t m");
    reader.arrive();
    reader.press("b");
    assert!(reader.screen().contains("(2)"), "{}", reader.screen());
}

#[test]
fn files_of_bookmarks_are_asked_for_where_bookmarks_or_the_speech_changed() {
    let text = "Một là: rà soát quy chế làm việc của cơ quan.\n\nHai là: họp giao ban hằng tuần.\n";
    let mut first = Setup::new(vec![speech("/không có/một.txt", text)]).start();
    first.press("m");
    let marked = first.stored.clone();
    let mut setup = Setup::new(vec![speech("/không có/hai.txt", &format!("{text}\nHết.\n"))]);
    setup.bookmarks = marked.clone();
    let mut reader = setup.start();
    assert_eq!(reader.looked_up, 1);
    assert!(reader.screen().contains('◆'), "its file is gone: {}", reader.screen());
    reader.press("j k 1t b esc");
    assert_eq!(reader.looked_up, 1);
    let other = Bookmark { id: "khác".to_owned(), ..marked[0].clone() };
    reader.stored.push(other);
    reader.event(Event::BookmarksTouched);
    assert_eq!(reader.looked_up, 2, "only of the new one");
}
