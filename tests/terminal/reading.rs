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
    terminal.sees("Bài đọc lần trước, từ ").sees("Năm là: Tiếp tục lãnh đạo");
    terminal.press("g").sees("Phần mở đầu").sees_no("Bài đọc lần trước");
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

#[test]
fn what_was_read_last_is_opened_as_it_was_left() {
    let home = Home::new();
    let mut text = "Kết luận thử\n\nThưa các đồng chí!\n\nCác nhiệm vụ sau:\n\n".to_owned();
    for (number, word) in ["Một", "Hai", "Ba", "Bốn", "Năm"].into_iter().enumerate() {
        text += &format!("{word} là: Rà soát việc {number}. {}\n\n", "Nói thêm. ".repeat(120));
    }
    home.write("thu.txt", text);
    let mut terminal = home.start("thu.txt");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/5");
    terminal.press("s").sees("Thanh bên: ẩn. Lần sau mở lên vẫn như vậy").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.read("kept/state/choices.toml").contains("sidebar.visible"));
    let mut terminal = home.start("");
    terminal.sees("Bài đọc lần trước, từ Nhiệm vụ 3/5").sees("l: các bài").sees("Rà soát việc 2");
    assert!(!terminal.contents().contains("│"), "{}", terminal.contents());
    terminal.press("l").sees("Thư viện (").press("\x03").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_folder_shows_titles_and_is_taken_into_the_library() {
    let home = Home::new();
    let trees = "Kết luận hội nghị trồng cây\n\nNgày 04/04/2024, đồng chí Nguyễn Văn An kết luận.\n\n\
        Nhiệm vụ sau:\n\nMột là: Rà soát đất trống ven sông.\n\nHai là: Ươm đủ cây giống.\n";
    let fish = "Kết luận cuộc họp nuôi cá\n\nNgày 05/06/2023, đồng chí Trần Thị Bình kết luận.\n\n\
        Việc cần làm:\n\nThứ nhất, nạo vét hồ chứa.\n\nThứ hai, mua thức ăn từ hợp tác xã.\n";
    home.write("thu/a.txt", trees).write("thu/b.txt", fish);
    let mut terminal = home.start("thu");
    terminal.sees("Kết luận hội nghị trồng cây").press("l").sees("Các bài đang mở (2/2)");
    terminal.sees("Kết luận cuộc họp nuôi cá").sees("Trần Thị Bình");
    terminal.press("\x14").sees("Nhập 2 tệp đang mở vào thư viện").press("\r");
    terminal.sees("Đã nhập: 2 bài mới");
    let kept = home.read("kept/data/library/2023-06-05-ket-luan-cuoc-hop-nuoi-ca.txt");
    assert_eq!(kept, fish);
    terminal.press("\t").sees("Thư viện (2/2)").press("\x1b[20~").sees("Thư viện (0/0)");
    terminal.press("\x03").press("q");
    assert_eq!(terminal.ends(), 0);
}
