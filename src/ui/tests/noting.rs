//! Notes of many lines, in place and in an editor of the reader's own.

use super::driver::*;
use crate::app::{Event, Overlay};
use crate::i18n::Lang;
use unicode_normalization::UnicodeNormalization;

fn written(reader: &Reader) -> String {
    match reader.app.overlays().last() {
        Some(Overlay::Note(editor)) => editor.text(),
        _ => panic!("no note is open:\n{}", reader.screen()),
    }
}

#[test]
fn a_note_has_as_many_lines_as_one_likes() {
    let mut reader = seed();
    reader.press("3t M").write("Hỏi Sở Tư pháp:").press("alt-enter").write("- thời hạn");
    reader.press("ctrl-j ctrl-j").write("- kinh phí");
    assert_eq!(written(&reader), "Hỏi Sở Tư pháp:\n- thời hạn\n\n- kinh phí");
    let screen = reader.screen();
    for line in ["│ Hỏi Sở Tư pháp:", "│ - thời hạn", "│ - kinh phí"] {
        assert!(screen.contains(line), "{line}:\n{screen}");
    }
    assert!(reader.foot().contains("enter lưu"), "{}", reader.foot());
    reader.press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("Hỏi Sở Tư pháp:\n- thời hạn\n\n- kinh phí"));
    // Edited: lines up, to the end, a word away.
    reader
        .press("E up up end")
        .write(" và cách làm")
        .press("down down end ctrl-w")
        .write("nhân lực");
    reader.press("ctrl-s");
    let expected = "Hỏi Sở Tư pháp:\n- thời hạn và cách làm\n\n- kinh nhân lực";
    assert_eq!(reader.stored[0].note.as_deref(), Some(expected));
}

#[test]
fn a_long_line_is_wrapped_and_the_cursor_stands_where_one_writes() {
    for size in SIZES {
        for lang in LANGS {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).size(size).start();
            reader.press("3t M");
            reader.write(&"nhiệm vụ trọng tâm ".repeat(30)).write("Ở ĐÂY");
            let frame = reader.frame();
            let (x, y) = frame.find("ĐÂY").expect("the end shows");
            let cursor = frame.cursor.expect("a cursor");
            assert_eq!((cursor.x, cursor.y), (x + 3, y), "{size:?}:\n{}", frame.text());
            reader.press("home pgup");
            reader.frame();
        }
    }
}

#[test]
fn letters_are_composed_where_the_cursor_is() {
    let words = "Đề nghị rà soát\ntrước ngày";
    let mut reader = seed();
    reader.press("3t M").write("cuối").press("home");
    for line in words.split('\n') {
        let apart: String = line.nfd().collect();
        reader.write(&apart).press("alt-enter");
    }
    assert_eq!(written(&reader), format!("{words}\ncuối"));
    let apart: String = "tòa án\r\nnhân\u{1b}[31m dân\u{202e}".nfd().collect();
    reader.event(Event::Paste(apart));
    assert_eq!(written(&reader), format!("{words}\ntòa án\nnhân dâncuối"));
    // What is deleted is a letter with its marks.
    reader.press("ctrl-e").write("ệ").press("backspace backspace");
    assert!(written(&reader).ends_with("cuố"), "{}", written(&reader));
    reader.press("ctrl-z ctrl-y");
    reader.frame();
}

#[test]
fn what_was_written_and_not_kept_is_there_again() {
    let mut reader = seed();
    reader.press("3t M").write("nửa chừng").press("esc");
    assert!(reader.stored.is_empty());
    assert!(reader.notice().starts_with("Ghi chú chưa được lưu."), "{}", reader.notice());
    reader.press("M");
    assert_eq!(written(&reader), "nửa chừng");
    reader.write(" rồi xong").press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("nửa chừng rồi xong"));
    // Another passage has nothing of it, and what is unchanged is left without a word.
    reader.press("5t M");
    assert_eq!(written(&reader), "");
    reader.press("esc");
    assert_eq!(reader.notice(), "");
    // A passage that is bookmarked already has its own note opened.
    reader.press("3t M");
    assert_eq!(written(&reader), "nửa chừng rồi xong");
    reader.press("enter");
    assert_eq!(reader.stored.len(), 1);
}

#[test]
fn an_editor_of_ones_own_gives_the_note_back_and_it_is_kept() {
    let mut reader = seed();
    reader.press("3t M").write("trong này");
    reader.edits = vec![(Some("ngoài kia\ndòng hai\n\n".to_owned()), None)];
    reader.press("ctrl-g");
    assert_eq!(reader.given, ["trong này"]);
    assert!(reader.app.overlays().is_empty(), "{}", reader.screen());
    assert_eq!(reader.stored[0].note.as_deref(), Some("ngoài kia\ndòng hai"));
    // From the list, in any Unicode form and without what acts on a terminal.
    let apart: String = "tòa\u{1b}]0;x\u{7} án".nfd().collect();
    reader.edits = vec![(Some(apart), None)];
    reader.press("b e f4");
    assert_eq!(reader.given[1], "ngoài kia\ndòng hai");
    assert_eq!(reader.stored[0].note.as_deref(), Some("tòa án"));
    assert!(reader.screen().contains("Dấu trang của bài này (1)"), "the list stays open");
    reader.edits = vec![(Some("\n".to_owned()), None)];
    reader.press("e f4");
    assert_eq!(reader.stored[0].note, None, "an empty note is none");
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let mut reader = Setup::new(vec![shipped()]).lang(Lang::En).start();
    reader.press("3t M").write("as typed");
    reader.edits = vec![(None, Some(full("/note")))];
    reader.press("f4");
    assert_eq!(written(&reader), "as typed");
    assert!(reader.notice().contains("/note"), "{}", reader.notice());
    assert!(reader.stored.is_empty());
    // What it had saved before it failed is shown, and not kept until one says so.
    reader.edits = vec![(Some("half of it".to_owned()), Some(full("/note")))];
    reader.press("f4");
    assert_eq!(written(&reader), "half of it");
    assert!(reader.stored.is_empty());
    reader.press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("half of it"));
}
