//! Ends that the reader did not choose: signals, the terminal gone, a panic.

use super::support::*;
use rustix::process::Signal;

#[test]
fn signals_end_it_with_everything_kept() {
    for (signal, status) in
        [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
    {
        let home = Home::new();
        let mut terminal = home.start("");
        terminal
            .sees("Phần mở đầu")
            .press("5tm")
            .sees("Đã đánh dấu cả Nhiệm vụ 5/8: “Năm là")
            .signal(signal);
        assert_eq!(terminal.ends(), status, "{signal:?}");
        terminal.is_given_back();
        assert!(home.bookmarks().contains("Năm là"), "{signal:?}: {}", home.bookmarks());
        home.start("").sees("Bài đọc lần trước, từ ").sees("Năm là: Tiếp tục lãnh đạo");
    }
}

#[test]
fn signals_are_obeyed_while_something_lies_over_the_text() {
    for keys in ["/tham", "b", "?", ":", "v", "M", "3"] {
        let home = Home::new();
        let mut terminal = home.start("");
        terminal
            .sees("Phần mở đầu")
            .press("5t")
            .sees("Nhiệm vụ 5/8")
            .press(keys)
            .signal(Signal::TERM);
        assert_eq!(terminal.ends(), 143, "{keys}");
        terminal.is_given_back();
        assert!(home.positions().contains(ID), "{keys}: {}", home.positions());
    }
}

#[test]
fn signals_are_obeyed_while_a_large_text_is_read() {
    let home = Home::new();
    home.write("lon.txt", SPEECH.repeat(400));
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut terminal = home.start("lon.txt");
        terminal.sees("Kết luận của Bí thư").press("/tham nhung").sees("Tìm: tham").signal(signal);
        assert_eq!(terminal.ends(), status);
        terminal.is_given_back();
    }
}

#[test]
fn a_terminal_that_is_gone_ends_it_with_everything_kept() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("5tm").sees("Đã đánh dấu cả Nhiệm vụ 5/8: “Năm là");
    terminal.vanish();
    assert_eq!(terminal.ends(), 129);
    assert!(home.positions().contains(ID), "{}", home.positions());
    assert!(home.bookmarks().contains("Năm là"), "{}", home.bookmarks());
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_where_the_report_is() {
    let home = Home::new();
    let mut terminal = Run::new(&home).env("DIENVAN_TEST_PANIC", "copy").start();
    terminal
        .sees("Phần mở đầu")
        .press("5tm")
        .sees("Đã đánh dấu cả Nhiệm vụ 5/8: “Năm là")
        .press("y");
    assert_eq!(terminal.ends(), 2);
    terminal.is_given_back();
    let said = terminal.contents().replace('\n', "");
    assert!(said.contains("crash.txt"), "{said}");
    assert!(said.contains("Chương trình gặp lỗi"), "{said}");
    assert!(!said.contains("RUST_BACKTRACE") && !said.contains("panicked at"), "{said}");
    let report = home.read("kept/state/crash.txt");
    assert!(report.contains("asked for by a test"), "{report}");
    assert!(home.bookmarks().contains("Năm là"), "{}", home.bookmarks());
    home.start("").sees("Bài đọc lần trước, từ ").sees("Năm là: Tiếp tục lãnh đạo");
}

#[test]
fn what_could_not_be_kept_is_told_after_the_end() {
    let home = Home::new();
    // A file in place of the folder: nobody can write there, whatever their rights.
    home.write("kept/state", "").write("kept/data", "");
    let mut terminal = home.start("");
    terminal.sees("Kết luận của Bí thư").press("3t").sees("▸Ba là: Nâng cao");
    terminal.press("m").sees_no("Đã đánh dấu").press("4t").sees("▸Bốn là:").press("q");
    // What was wanted was reading.
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    let said = terminal.contents();
    assert!(said.contains("dienvan: "), "{said}");
    assert_eq!(said.matches("Không giữ được chỗ đọc").count(), 1, "{said}");
    assert!(said.replace('\n', "").contains("kept/state"), "{said}");
}

#[test]
fn folders_that_may_not_be_written_do_not_keep_one_from_reading() {
    if rustix::process::getuid().is_root() {
        return;
    }
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.write("kept/data/a", "").write("kept/state/a", "");
    let lock = |mode| {
        for name in ["kept/data", "kept/state"] {
            let rights = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(home.path(name), rights).expect("rights");
        }
    };
    lock(0o500);
    let mut terminal = home.start("");
    terminal.sees("Kết luận của Bí thư").press("3tm").sees("Không có quyền ghi");
    terminal.press("4t").sees("▸Bốn là:").press("q");
    let status = terminal.ends();
    lock(0o700);
    assert_eq!(status, 0);
}

/// An abort, as of a second panic; a stack that overflows, which Rust ends with one; one from outside.
#[test]
fn an_abort_gives_the_terminal_back_and_says_so() {
    for failure in ["copy:abort", "copy:overflow", ""] {
        let home = Home::new();
        home.write(
            "kept/config/config.toml",
            "[reader]\nwelcome = false\n[terminal]\nmouse = true\n",
        );
        let mut terminal = Run::new(&home).env("DIENVAN_TEST_PANIC", failure).start();
        terminal.sees("Phần mở đầu").press("5tm").sees("Đã đánh dấu cả Nhiệm vụ 5/8: “Năm là");
        match failure {
            "" => terminal.signal(Signal::ABORT),
            _ => terminal.press("y"),
        };
        assert_eq!(terminal.ends_by_signal(), "Aborted", "{failure}");
        terminal.is_given_back();
        let said = terminal.contents().replace('\n', "");
        assert!(said.contains("dienvan: Chương trình gặp lỗi nặng"), "{failure}: {said}");
        assert!(home.bookmarks().contains("Năm là"), "{failure}: {}", home.bookmarks());
        home.start("").sees("Phần mở đầu").sees("◆");
    }
}

/// Once the terminal is given back, an abort has nothing more to give.
#[test]
fn an_abort_of_a_stopped_program_writes_nothing() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("\x1a");
    super::suspending::is_stopped(&terminal);
    terminal.is_given_back().signal(Signal::ABORT).signal(Signal::CONT);
    assert_eq!(terminal.ends_by_signal(), "Aborted");
    assert!(!terminal.contents().contains("lỗi nặng"), "{}", terminal.contents());
}
