//! Notes written in an editor of the reader's own: scripts stand in for it.

use super::support::*;
use super::suspending::is_stopped;
use rustix::process::Signal;
use std::fs;

/// Starts a reader whose editor is a script of shell with the note's file as `$1`, and opens a note.
fn writes(home: &Home, script: &str) -> Terminal {
    home.write("sua.sh", script);
    let terminal = Run::new(home).env("EDITOR", "sh ./sua.sh").start();
    terminal.sees("Phần mở đầu").press("3tM").sees("Ghi chú:").press("trong này").sees("trong này");
    terminal
}

/// Gives the files of notes that were left behind.
fn left_behind(home: &Home) -> Vec<String> {
    let files = fs::read_dir(home.path("kept/state")).expect("a folder").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("note-")).collect()
}

#[test]
fn the_editor_has_the_text_the_terminal_and_the_keys() {
    let home = Home::new();
    // The first prompt stays on the terminal's own screen, so the second one is another.
    let script = "cat \"$1\"; printf 'GÕ %s: ' \"$(grep -c hai \"$1\")\"; read line\n\
        printf '%s\\nhai\\n' \"$line\" > \"$1\"\n";
    let mut terminal = writes(&home, script);
    terminal.press("\x07").sees("GÕ 0:").sees("trong này").is_given_back();
    // In the reader, q would quit and 5t go to the fifth task.
    terminal.press("qq 5t xin chào\r").sees("Đã đánh dấu: “Ba là");
    terminal.wait_for("the reader's own screen", |screen| {
        screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
    });
    assert!(
        home.bookmarks().contains("note = \"\"\"\nqq 5t xin chào\nhai\"\"\""),
        "{}",
        home.bookmarks()
    );
    assert_eq!(left_behind(&home), Vec::<String>::new());
    // The keys are the reader's again, and the editor can be had once more.
    terminal.press("E").sees("Sửa ghi chú:").press("\x07").sees("GÕ 1:").press("lần hai\r");
    terminal.sees("Đã lưu ghi chú").press("5t").sees("Nhiệm vụ 5/8").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert!(home.bookmarks().contains("lần hai\nhai"), "{}", home.bookmarks());
}

#[test]
fn an_editor_that_is_not_there_leaves_the_note_open() {
    let home = Home::new();
    let mut terminal = Run::new(&home).env("VISUAL", "khong-co-lenh-nay").start();
    terminal.sees("Phần mở đầu").press("3tM").sees("Ghi chú:").press("giữ lại\x07");
    terminal.sees("Không có trình soạn thảo “khong-co-lenh-nay”").sees("giữ lại");
    terminal.press("\r").sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"giữ lại\""), "{}", home.bookmarks());
}

#[test]
fn what_a_failing_editor_saved_is_shown_and_kept_on_request() {
    let home = Home::new();
    let mut terminal = writes(&home, "printf 'viết dở\\n' > \"$1\"; exit 3\n");
    terminal.press("\x07").sees("kết thúc với lỗi").sees("viết dở");
    assert!(!home.bookmarks().contains("viết dở"));
    terminal.press("\r").sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"viết dở\""), "{}", home.bookmarks());
}

#[test]
fn control_c_is_the_editors() {
    let home = Home::new();
    let mut terminal = writes(&home, "printf 'CHỜ: '; read line\n");
    terminal.press("\x07").sees("CHỜ:").press("\x03").sees("kết thúc với lỗi").sees("trong này");
    terminal.press("\r").sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"trong này\""), "{}", home.bookmarks());
}

#[test]
fn a_note_that_cannot_be_read_back_stays_in_its_file() {
    let home = Home::new();
    let mut terminal = writes(&home, "printf 'quan tr\\377ng' > \"$1\"\n");
    terminal.press("\x07").sees("Không đọc lại được ghi chú").sees("trong này");
    let [file] = &left_behind(&home)[..] else { panic!("one file: {:?}", left_behind(&home)) };
    let kept = fs::read(home.path("kept/state").join(file)).expect("it is there");
    assert_eq!(kept, b"quan tr\xffng");
    terminal.press("\r").sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn an_editor_that_stops_stops_the_program_with_it() {
    let home = Home::new();
    let script = "printf 'CHỜ: '; read line; kill -TSTP 0; printf 'sau đó\\n' > \"$1\"\n";
    let mut terminal = writes(&home, script);
    terminal.press("\x07").sees("CHỜ:").press("\r");
    is_stopped(&terminal);
    terminal.signal(Signal::CONT).sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"sau đó\""), "{}", home.bookmarks());
}

#[test]
fn a_note_that_cannot_be_stored_stays_open_until_it_can() {
    let home = Home::new();
    // A file in place of the folder: nobody can write there, whatever their rights.
    home.write("kept/data", "");
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3tM").sees("Ghi chú:").press("không được mất\r");
    terminal.sees("Chưa lưu được ghi chú").sees("kept/data").sees("không được mất");
    fs::remove_file(home.path("kept/data")).expect("it was there");
    terminal.press("\r").sees("Đã đánh dấu: “Ba là").sees_no("không được mất").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"không được mất\""), "{}", home.bookmarks());
}

/// Waits until the draft has words in it.
fn drafted(home: &Home, words: &str) {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while !home.read("kept/state/drafts.toml").contains(words) {
        assert!(std::time::Instant::now() < end, "{}", home.read("kept/state/drafts.toml"));
        std::thread::yield_now();
    }
}

#[test]
fn a_note_outlives_a_kill() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal
        .sees("Phần mở đầu")
        .press("3tM")
        .sees("Ghi chú:")
        .press("dở\nda\u{301}ng")
        .sees("dáng");
    drafted(&home, "dáng");
    terminal.kill();
    let mut terminal = home.start("");
    terminal.sees("Còn một ghi chú viết dở ở “Ba là").press("\x12").sees("Ghi chú:").sees("dáng");
    terminal.press(" rồi\r").sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("dáng rồi"), "{}", home.bookmarks());
    assert!(!home.read("kept/state/drafts.toml").contains("dáng"));
    home.start("").sees("Phần mở đầu").sees_no("viết dở");
}

#[test]
fn what_an_editor_saved_outlives_a_kill() {
    let home = Home::new();
    let script = "printf 'viết ở ngoài\\n' > \"$1\"; printf 'CHỜ: '; read line\n";
    let mut terminal = writes(&home, script);
    terminal.press("\x07").sees("CHỜ:");
    terminal.kill();
    assert_eq!(left_behind(&home).len(), 1);
    let mut terminal = home.start("");
    terminal.sees("Còn một ghi chú viết dở").press("\x12").sees("viết ở ngoài").press("\r");
    terminal.sees("Đã đánh dấu").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.bookmarks().contains("note = \"viết ở ngoài\""), "{}", home.bookmarks());
    assert_eq!(left_behind(&home), Vec::<String>::new());
}

#[test]
fn an_editor_that_changed_nothing_leaves_nothing_behind() {
    let home = Home::new();
    home.write("sua.sh", "exit 0\n");
    let mut terminal = Run::new(&home).env("EDITOR", "sh ./sua.sh").start();
    terminal.sees("Phần mở đầu").press("3tM").sees("Ghi chú:").press("\x07").sees_no("Ghi chú:");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(left_behind(&home), Vec::<String>::new());
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").sees_no("dở");
}
