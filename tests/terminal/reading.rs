//! Starting, jumping, searching, bookmarking, copying, leaving, coming back.

use super::support::*;

#[test]
fn the_speech_shows_at_once() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Kết luận của Bí thư Tỉnh ủy").sees("Nhiệm vụ năm 2024 (8)").sees("Phần mở đầu");
    terminal.wait_for("the reader's own screen", |screen| {
        screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
    });
}

#[test]
fn the_third_task_by_two_keys() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").sees("▸Ba là: Nâng cao vai trò");
}

#[test]
fn english_by_option_and_by_locale() {
    let home = Home::new();
    let terminal = home.start("--lang en");
    terminal.sees("Opening").press("3t").sees("Task 3/8");
    let terminal = Run::new(&home).env("LC_ALL", "en_US.UTF-8").start();
    terminal.sees("help").press("3t").sees("Task 3/8");
}

#[test]
fn the_search_finds_while_one_types() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("/phong chong").sees("Tìm: phong chong").sees("1/36");
    terminal.wait_for("a cursor to type at", |screen| !screen.hide_cursor());
    terminal.press("\r").sees("/phong chong 1/36").press("n").sees("/phong chong 2/36");
    terminal.wait_for("no cursor", |screen| screen.hide_cursor());
    terminal.leaves("/phong chong");
}

#[test]
fn vietnamese_is_typed_composed_and_apart() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("/tham nhũng").sees("Tìm: tham nhũng").sees("1/");
    terminal.press("\x15").sees_no("nhũng  ").press("tham nhu\u{303}ng").sees("Tìm: tham nhũng");
}

#[test]
fn a_paste_is_typed_into_a_prompt_and_nowhere_else() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("\x1b[200~qq3tq\n\x1b[201~");
    terminal.press("/\x1b[200~tham\nnhũng\x1b[201~").sees("Tìm: tham nhũng");
    terminal.leaves("Tìm:").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_bookmark_is_on_the_disk_as_soon_as_it_is_set() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3tm").sees("Đã đánh dấu cả Nhiệm vụ 3/8: “Ba là: Nâng cao");
    assert!(home.bookmarks().contains("Nâng cao vai trò, trách nhiệm"), "{}", home.bookmarks());
    terminal.press("5tM").sees("Ghi chú:").press("Hỏi Sở Tư pháp\r").sees("Đã đánh dấu: “Năm");
    assert!(home.bookmarks().contains("Hỏi Sở Tư pháp"), "{}", home.bookmarks());
    drop(terminal);
    let terminal = home.start("");
    terminal
        .sees("Phần mở đầu")
        .press("b")
        .sees("Dấu trang của bài này (2)")
        .sees("Hỏi Sở Tư pháp");
    terminal.press("\x1b[H\r").sees("Nhiệm vụ 3/8").sees("◆");
}

#[test]
fn two_readers_lose_no_bookmark() {
    let home = Home::new();
    let (one, two) = (home.start(""), home.start(""));
    one.sees("Phần mở đầu");
    two.sees("Phần mở đầu");
    one.press("1tm").sees("Đã đánh dấu: “Một");
    two.press("2tm").sees("Đã đánh dấu cả Nhiệm vụ 2/8: “Hai");
    one.press("3tm").sees("Đã đánh dấu cả Nhiệm vụ 3/8: “Ba là: Nâng").press("b").sees("(3)");
    assert_eq!(home.bookmarks().matches("[[bookmarks]]").count(), 3, "{}", home.bookmarks());
}

#[test]
fn quitting_gives_the_terminal_back() {
    for keys in ["q", "\x1b[21~", "\x03", ":quit\r"] {
        let home = Home::new();
        let mut terminal = home.start("");
        terminal.sees("Phần mở đầu").press(keys);
        assert_eq!(terminal.ends(), 0, "{keys:?}");
        terminal.is_given_back();
        assert_eq!(terminal.contents().trim(), "", "nothing is left behind");
    }
}

#[test]
fn one_comes_back_to_where_one_left() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("5t").sees("Nhiệm vụ 5/8").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.positions().contains(ID), "{}", home.positions());
    let terminal = home.start("");
    terminal.sees("Đọc tiếp từ ").sees("Năm là: Tiếp tục lãnh đạo");
    terminal.press("g").sees("Phần mở đầu").sees_no("Đọc tiếp");
}

#[test]
fn another_size_does_not_lose_the_place() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("5t").sees("Nhiệm vụ 5/8").press("q");
    assert_eq!(terminal.ends(), 0);
    let terminal = Run::new(&home).size(40, 10).start();
    terminal.sees("Năm là: Tiếp tục");
}

#[test]
fn a_resize_redraws_and_keeps_the_place() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    terminal.resize(40, 10).sees("Ba là: Nâng cao").sees_no("│");
    terminal.resize(12, 4).sees("Cửa sổ");
    terminal.resize(120, 40).sees("Nhiệm vụ năm 2024 (8)").sees("▸Ba là: Nâng cao");
    terminal.wait_for("a foot on the last line", |screen| {
        screen.rows(0, 120).last().is_some_and(|line| line.contains("thoát"))
    });
}

#[test]
fn copying_sends_the_passage_and_its_citation() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3tvy").sees("Đã chép kèm nguồn").sees("“Ba là: Nâng cao");
    let copied = terminal.copied();
    for part in ["Ba là: Nâng cao vai trò", "Lê Thị Thủy", "20/12/2023", &format!("{ID}/nv.3")]
    {
        assert!(copied.contains(part), "{part} in {copied}");
    }
}

#[test]
fn function_keys_and_arrows_of_a_real_terminal() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("\x1b[19~").sees("Nhiệm vụ 1/8");
    terminal.press("\x1b[19~").sees("Nhiệm vụ 2/8").press("\x1b[18~").sees("Nhiệm vụ 1/8");
    terminal.press("\x1bOP").sees("Trợ giúp").leaves("Trợ giúp ─");
    terminal.press("\x1b[1;3D").sees("Phần mở đầu   ").press("\x1b[1;3C").sees("Nhiệm vụ 1/8");
    terminal.press("\x1b[6~").press("\x1b[5~").press("\x1b[B\x1b[A").press("\x1b[17~");
    terminal.sees("Mục lục (").leaves("Mục lục (").press("\x1b[F").sees("100%");
}

#[test]
fn an_address_opens_the_reader_there() {
    let home = Home::new();
    home.start("nv.3").sees("Nhiệm vụ 3/8").sees("Ba là: Nâng cao");
    home.start("2023-12-20-ket-luan-noi-chinh/hc.2").sees("Hạn chế 2/3");
}
