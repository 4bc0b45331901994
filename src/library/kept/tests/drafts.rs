//! Notes that are being written, and the files that editors write them in.

use super::*;
use crate::library::kept::Drafts;
use crate::notebook::Draft;

fn draft(words: &str, text: &str) -> Draft {
    Draft { bookmark: Bookmark { note: Some(text.to_owned()), ..bookmark(words) }, file: None }
}

#[test]
fn drafts_are_kept_one_for_a_passage_until_they_are_forgotten() {
    let folder = folder();
    let drafts = Drafts::new(&folder.path().join("chưa có"));
    assert_eq!(drafts.load(), (vec![], vec![]));
    drafts.forget(&draft("một", "x")).expect("nothing to forget");
    assert!(!folder.path().join("chưa có").exists(), "nothing is made for nothing");
    let (one, two) = (draft("một", "dòng một\n\n\"dòng\" ba"), draft("hai", "ghi chú"));
    drafts.keep(&one).expect("kept");
    drafts.keep(&two).expect("kept");
    assert_eq!(drafts.load().0, [one.clone(), two.clone()]);
    let longer = draft("một", "dòng một, rồi nữa");
    drafts.keep(&longer).expect("kept");
    assert_eq!(drafts.load().0, [two.clone(), longer.clone()], "the newest is last");
    drafts.forget(&one).expect("forgotten");
    assert_eq!(drafts.load().0, [two]);
    // Of a bookmark that is kept there is one, whatever its passage.
    let known = |text: &str, quote: &str| {
        let mut draft = draft(quote, text);
        draft.bookmark.id = "k1".to_owned();
        draft
    };
    drafts.keep(&known("a", "ba")).expect("kept");
    drafts.keep(&known("b", "bốn")).expect("kept");
    assert_eq!(drafts.load().0.iter().filter(|draft| draft.bookmark.id == "k1").count(), 1);
}

#[test]
fn what_an_editor_saved_is_the_draft_and_its_file_goes_with_it() {
    let folder = folder();
    let drafts = Drafts::new(folder.path());
    let file = folder.path().join("note-a.md");
    fs::write(&file, "viết ở ngoài\n").expect("written");
    let given = Draft { file: Some("note-a.md".to_owned()), ..draft("một", "viết") };
    drafts.keep(&given).expect("kept");
    assert_eq!(drafts.load().0[0].text(), "viết ở ngoài");
    drafts.forget(&given).expect("forgotten");
    assert!(!file.exists());
    // A file that is gone or empty, or that is none of an editor's, is not read or deleted.
    fs::write(folder.path().join("note-b.md"), "\n").expect("written");
    fs::write(folder.path().join("khác.md"), "khác").expect("written");
    for name in ["note-b.md", "note-không có.md", "khác.md", "../note-c.md"] {
        let given = Draft { file: Some(name.to_owned()), ..draft("một", "viết") };
        drafts.keep(&given).expect("kept");
        assert_eq!(drafts.load().0[0].text(), "viết", "{name}");
        drafts.forget(&given).expect("forgotten");
    }
    assert!(folder.path().join("khác.md").exists());
}

#[test]
fn a_file_that_an_editor_has_open_is_nobodys_to_delete() {
    let folder = folder();
    let drafts = Drafts::new(folder.path());
    let file = folder.path().join("note-a.md");
    let given = |text: &str| Draft { file: Some("note-a.md".to_owned()), ..draft("một", text) };
    for drop in [Drafts::keep, Drafts::forget] {
        fs::write(&file, "đang viết\n").expect("written");
        drafts.keep(&given("viết")).expect("kept");
        let held = drafts.hold_files();
        drop(&Drafts::new(folder.path()), &draft("một", "chỗ khác")).expect("changed");
        assert!(file.exists());
        // Once the editor has ended the file goes with its draft.
        std::mem::drop(held);
        drafts.keep(&given("viết")).expect("kept");
        drop(&drafts, &draft("một", "chỗ khác")).expect("changed");
        assert!(!file.exists());
    }
}

#[test]
fn a_draft_takes_its_file_with_it_however_it_goes() {
    let folder = folder();
    let drafts = Drafts::new(folder.path());
    let of = |number: usize| {
        let file = format!("note-{number}.md");
        fs::write(folder.path().join(&file), "viết").expect("written");
        Draft { file: Some(file), ..draft(&format!("đoạn {number}"), "viết") }
    };
    for number in 0..=100 {
        drafts.keep(&of(number)).expect("kept");
    }
    let there = |number: usize| folder.path().join(format!("note-{number}.md")).exists();
    assert!(!there(0) && there(1) && there(100), "the oldest of more than a hundred goes");
    drafts.keep(&draft("đoạn 7", "viết lại")).expect("kept");
    assert!(!there(7), "another text took its place");
    // What was told to be there because it is no note stays there.
    fs::write(folder.path().join("note-8.md"), b"\xff").expect("written");
    drafts.forget(&draft("đoạn 8", "")).expect("forgotten");
    assert!(there(8));
}

#[test]
fn a_broken_file_of_drafts_is_told_and_set_aside() {
    let folder = folder();
    let drafts = Drafts::new(folder.path());
    fs::write(folder.path().join("drafts.toml"), "[[drafts]\n").expect("written");
    let (none, notices) = drafts.load();
    assert!(none.is_empty() && matches!(notices[..], [FileNotice::Broken { .. }]), "{notices:?}");
    drafts.keep(&draft("một", "viết")).expect("kept");
    assert_eq!(drafts.load().0.len(), 1);
    assert!(folder.path().join("drafts.broken-1.toml").exists());
}
