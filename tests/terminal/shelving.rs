//! The list of the library over real files: editing, putting away, deleting, bringing back.

use super::support::*;

const TREES: &str = "Kết luận hội nghị trồng cây năm 2024\n\nNgày 04/04/2024, đồng chí Nguyễn Văn An kết luận.\n\n\
    Thưa các đồng chí!\n\n\
    Nhiệm vụ sau:\n\nMột là: Rà soát đất trống ven sông.\n\nHai là: Ươm đủ cây giống.\n";
const STEM: &str = "kept/data/library/2024-04-04-ket-luan-hoi-nghi-trong-cay-nam-2024";
const F3: &str = "\x1bOR";
const F4: &str = "\x1bOS";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const F9: &str = "\x1b[20~";

fn reader(home: &Home) -> Terminal {
    home.write("a.txt", TREES);
    let command = "dienvan import a.txt >nhap.txt && dienvan";
    let terminal = Run::new(home).shell(command).start();
    terminal
        .sees("Phần mở đầu")
        .press("l")
        .sees("Thư viện (2/2)")
        .press("trong cay")
        .sees("Thư viện (1/2)");
    terminal.sees("▸ Kết luận hội nghị trồng cây");
    terminal
}

#[test]
fn what_is_edited_is_written_beside_the_text_and_taken_back() {
    let home = Home::new();
    let mut terminal = reader(&home);
    terminal.press(F4).sees("Thông tin về").press("\r\x15Cây xanh\r").sees("Đã sửa: Cây xanh");
    assert!(home.read(&format!("{STEM}.toml")).contains("title = \"Cây xanh\""));
    terminal.press(F9).sees("Đã hoàn tác: Kết luận hội nghị trồng cây");
    assert!(!home.read(&format!("{STEM}.toml")).contains("Cây xanh"));
    terminal.press("\r").sees("Rà soát đất trống").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_put_away_stays_away_the_next_time() {
    let home = Home::new();
    let mut terminal = reader(&home);
    terminal.press(F7).sees("Đã cất: Kết luận hội nghị trồng cây").press("\x03").press("q");
    assert_eq!(terminal.ends(), 0);
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("l").press(F3).sees("Các bài đã cất (1/1)");
    terminal.press(F7).sees("Đã lấy ra").press(F3).sees("Thư viện (2/2)").press("\x03").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_deleted_is_kept_and_comes_back() {
    let home = Home::new();
    let mut terminal = reader(&home);
    terminal.press(F8).sees("Đã xóa: Kết luận hội nghị trồng cây");
    assert!(!home.path(&format!("{STEM}.txt")).exists());
    terminal.press(F9).sees("Đã lấy lại bài vừa xóa").sees("Thư viện (1/2)");
    assert_eq!(home.read(&format!("{STEM}.txt")), TREES);
    terminal.press("\x15").sees("Thư viện (2/2)").press("\x03").press("q");
    assert_eq!(terminal.ends(), 0);
}
