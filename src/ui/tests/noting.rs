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
    reader.press("b E f4");
    assert_eq!(reader.given[1], "ngoài kia\ndòng hai");
    assert_eq!(reader.stored[0].note.as_deref(), Some("tòa án"));
    assert!(reader.screen().contains("Dấu trang của bài này (1)"), "the list stays open");
    reader.edits = vec![(Some("\n".to_owned()), None)];
    reader.press("E f4");
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

#[test]
fn a_note_that_cannot_be_stored_stays_open_with_its_words() {
    for key in ["enter", "ctrl-s"] {
        let mut reader = seed();
        reader.store_fails = Some(full("/d"));
        reader.press("3t M").write("một dòng dài\u{323}").press(key);
        assert_eq!(written(&reader), "một dòng dàị");
        assert!(reader.notice().starts_with("Chưa lưu được ghi chú"), "{}", reader.notice());
        assert!(reader.notice().contains("Ổ đĩa chứa /d đã đầy"), "{}", reader.notice());
        assert!(reader.foot().contains("giải phóng") || reader.screen().contains("giải phóng"));
        assert!(reader.stored.is_empty());
        // With room again it is stored as it is.
        reader.store_fails = None;
        reader.press(key);
        assert_eq!(reader.stored[0].note.as_deref(), Some("một dòng dàị"));
        assert!(reader.app.overlays().is_empty() && reader.drafts.is_empty());
        // So it is with the note of a bookmark that is there, and from the list of bookmarks.
        for open in ["E", "b E"] {
            reader.store_fails = Some(full("/d"));
            reader.press(open).press("ctrl-u").write(open).press("enter");
            assert_eq!(written(&reader), open);
            reader.store_fails = None;
            reader.press("enter");
            assert_eq!(reader.stored[0].note.as_deref(), Some(open));
            reader.press("esc esc");
        }
    }
}

#[test]
fn a_note_whose_bookmark_another_program_deletes_is_not_lost() {
    let mut reader = seed();
    reader.press("3t M").write("quan trọng").press("enter E").write(" lắm");
    reader.stored.clear();
    // The other program's change is seen before the note is stored, or not.
    reader.event(Event::BookmarksTouched);
    assert_eq!(written(&reader), "quan trọng lắm");
    reader.press("enter");
    assert_eq!(written(&reader), "quan trọng lắm");
    assert!(reader.notice().contains("nhấn enter lần nữa"), "{}", reader.notice());
    reader.press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("quan trọng lắm"));
    assert!(reader.stored[0].anchor.quote.starts_with("Ba là"));
    assert!(reader.app.overlays().is_empty() && reader.drafts.is_empty());
}

#[test]
fn a_draft_is_kept_while_one_types_and_forgotten_when_the_note_is_stored_or_given_up() {
    let mut reader = seed();
    reader.press("3t M").write("nửa");
    assert_eq!(reader.drafts[0].text(), "nửa");
    reader.write(" chừng").press("ctrl-j");
    reader.event(Event::Paste("và nữa".to_owned()));
    assert_eq!(reader.drafts[0].text(), "nửa chừng\nvà nữa");
    reader.press("enter");
    assert_eq!(reader.drafts, []);
    // Left with Escape it is still there; with nothing left in it, it is given up.
    reader.press("5t M").write("bỏ").press("esc");
    assert_eq!(reader.drafts.len(), 1);
    reader.press("M");
    assert!(reader.notice().starts_with("Đây là bản nháp"), "{}", reader.notice());
    reader.press("ctrl-u esc");
    assert_eq!((reader.drafts.len(), reader.notice()), (0, String::new()));
    reader.press("M");
    assert_eq!(written(&reader), "");
    reader.press("esc");
    // A note that is as it was before has none.
    reader.press("3t E").write("x").press("backspace");
    assert_eq!(reader.drafts, []);
    // What an editor outside wrote has one as long as it is not stored.
    reader.store_fails = Some(full("/d"));
    reader.edits = vec![(Some("từ ngoài\n".to_owned()), None)];
    reader.press("ctrl-g");
    assert_eq!((written(&reader), reader.drafts[0].text()), ("từ ngoài".to_owned(), "từ ngoài"));
}

#[test]
fn an_unfinished_note_is_offered_at_the_next_start() {
    let text = "Bài khác\n\nMột là: Làm trước.\n\nHai là: Làm sau.\n";
    let setup = Setup::new(vec![shipped()]).file("bai-khac.txt", Ok(text));
    let mut reader = setup.clone().start();
    reader.press("3t M").write("dở dang");
    let drafts = reader.drafts.clone();
    let mut reader = Setup { drafts: drafts.clone(), ..setup.clone() }.start();
    assert!(reader.notice().starts_with("Còn một ghi chú viết dở ở “Ba là"), "{}", reader.notice());
    reader.run("switch-language");
    assert!(reader.notice().starts_with("The interface"), "{}", reader.notice());
    reader.run("resume-note");
    assert_eq!(written(&reader), "dở dang");
    assert_eq!(reader.app.whereabouts(), "Task 3/8");
    reader.press("enter");
    assert_eq!(reader.stored[0].note.as_deref(), Some("dở dang"));
    assert_eq!(reader.drafts, []);
    // From another speech, and by opening the note of the same passage.
    let mut reader = Setup { drafts: drafts.clone(), ..setup.clone() }.start();
    reader.press("J").run("resume-note");
    assert_eq!(written(&reader), "dở dang");
    let mut reader = Setup { drafts, ..setup }.start();
    reader.press("3t M");
    assert_eq!(written(&reader), "dở dang");
    // Without one there is nothing to go on with.
    let mut reader = seed();
    reader.run("resume-note");
    assert_eq!(reader.notice(), "Không có ghi chú nào viết dở.");
}

#[test]
fn an_editor_that_changed_nothing_leaves_no_draft() {
    let same = |text: &str, trouble| (Some(text.to_owned()), trouble);
    for (typed, edited) in [
        ("", same("\n", None)),
        ("", (None, Some(full("/note")))),
        ("", same("", Some(full("/note")))),
        ("trong này", same("", None)),
        ("trong này", same("trong này\n", None)),
    ] {
        let mut reader = seed();
        reader.press("3t M").write(typed);
        reader.edits = vec![edited.clone()];
        reader.press("ctrl-g esc");
        assert!(reader.drafts.is_empty(), "{typed} {edited:?}: {:?}", reader.drafts);
    }
    // A note that is kept, given back as it was.
    let mut reader = seed();
    reader.press("3t M").write("đã lưu").press("enter");
    reader.edits = vec![same("đã lưu\n", None)];
    reader.press("E ctrl-g");
    assert!(reader.drafts.is_empty() && reader.app.overlays().is_empty());
    // What was typed before an editor that failed is still a draft.
    reader.edits = vec![(None, Some(full("/note")))];
    reader.press("E").write(" thêm").press("ctrl-g esc");
    assert_eq!(reader.drafts.len(), 1);
    assert_eq!(reader.drafts[0].text(), "đã lưu thêm");
}
