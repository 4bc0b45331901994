//! Correcting the outline, with the file that it is kept in.

use super::support::*;

const TEXT: &str = "Kết luận hội nghị\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát quy chế.\n\nHai là: Báo cáo kết quả.\n\nBa là: Kiểm tra ở cơ sở.\n";

#[test]
fn a_correction_shows_at_once_and_holds_in_the_next_run_and_in_a_changed_text() {
    let home = Home::new();
    home.write("bai.txt", TEXT);
    let mut terminal = home.start("bai.txt");
    terminal.sees("(3)").press("3t").sees("Nhiệm vụ 3/3").press("x").sees("Sửa “Ba là");
    terminal.press("drop-item\r").sees("Đã sửa: không phải mục").sees("(2)").press("q");
    assert_eq!(terminal.ends(), 0);
    home.write("bai.txt", format!("Trang chủ\n\n{TEXT}"));
    let mut terminal = home.start("bai.txt");
    terminal.sees("(2)").press("x").press("undo-correction\r").sees("Đã bỏ chỗ sửa").sees("(3)");
    terminal.press("3t").sees("Nhiệm vụ 3/3").press("x").press("drop-item\r");
    terminal.sees("Đã sửa: ").press("q");
    assert_eq!(terminal.ends(), 0);
    home.write("bai.txt", TEXT.replace("Kiểm tra ở cơ sở", "Không bàn thêm nữa"));
    let terminal = home.start("bai.txt");
    terminal.sees("Văn bản đã thay đổi").press("j");
    terminal.sees("chỗ sửa của bài này không áp dụng được").sees("(3)");
}

#[test]
fn a_very_large_text_is_corrected_when_its_outline_comes() {
    let home = Home::new();
    let filler = "Đoạn văn này chỉ để cho tệp thật dài.\n\n".repeat(8000);
    home.write("dai.txt", format!("{TEXT}\n{filler}"));
    let mut terminal = home.start("dai.txt");
    terminal
        .sees("(3)")
        .wait_for("all of it", |screen| !screen.contents().contains("đang "))
        .press("2t")
        .sees("Nhiệm vụ 2/3")
        .press("x");
    terminal.sees("Sửa “Hai là").press("drop-item\r").sees("(2)").press("q");
    assert_eq!(terminal.ends(), 0);
    let terminal = home.start("dai.txt");
    terminal.sees("(2)").sees("□ 3 Kiểm tra");
}
