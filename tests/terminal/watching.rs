//! Files that come, change and go while the reader runs, and between two runs.

use super::support::*;
use std::fs;

/// A text of many paragraphs, each with words of its own.
fn text() -> String {
    let mut text = String::from("Kết luận về thủy lợi\n\nMở đầu hội nghị.\n\n");
    for number in 1..=80 {
        text += &format!(
            "Ở đoạn {number} thì tuyến đê thứ {number} phải được xem xét trước mùa mưa.\n\n"
        );
    }
    text
}

/// A home with a folder that is its library, and a speech in it.
fn library() -> Home {
    let home = Home::new();
    home.write("bai/thuy-loi.txt", text());
    home.write(
        "bai/duong-sa.txt",
        "Kết luận về đường sá\n\nMột là: rà soát.\n\nHai là: báo cáo.\n",
    );
    let folder = home.path("bai");
    let folder = folder.to_string_lossy();
    let config = format!(
        "[reader]\nwelcome = false\n[library]\nshipped = false\nfolders = [\"{folder}\"]\n"
    );
    home.write("kept/config/config.toml", config);
    home
}

#[test]
fn files_come_to_the_library_change_and_leave_it() {
    let home = library();
    let mut terminal = home.start("");
    // What was not opened is known by its title.
    terminal.sees("Kết luận về đường sá").sees("Kết luận về thủy lợi");
    home.write("bai/trong/rung.txt", "Kết luận về trồng rừng\n\nMột là: trồng.\n\nHai là: giữ.\n");
    terminal.sees("Kết luận về trồng rừng").press("l").sees("(3/3)").leaves("(3/3)");
    home.write("bai/trong/rung.txt", "Kết luận về giữ rừng\n\nMột là: trồng.\n\nHai là: giữ.\n");
    terminal.sees("Kết luận về giữ rừng").sees_no("Kết luận về trồng rừng");
    fs::remove_file(home.path("bai/trong/rung.txt")).expect("it was there");
    terminal.sees_no("Kết luận về giữ rừng").press("l").sees("(2/2)").leaves("(2/2)").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn a_text_that_moves_is_read_on() {
    let home = library();
    let mut terminal = home.start("");
    terminal.sees("Kết luận về thủy lợi").press("J").sees("Mở đầu hội nghị.").press("50%");
    terminal.sees("tuyến đê thứ 45");
    fs::create_dir(home.path("bai/2024")).expect("a folder");
    fs::rename(home.path("bai/thuy-loi.txt"), home.path("bai/2024/thuy-loi.txt")).expect("moved");
    // What comes next is seen in the new place.
    home.write("bai/rung.txt", "Kết luận về trồng rừng\n\nMột là: trồng.\n\nHai là: giữ.\n");
    terminal.sees("Kết luận về trồng rừng").sees_no("không còn. Vẫn").sees("tuyến đê thứ 45");
    home.write("bai/2024/thuy-loi.txt", text().replace("đê thứ 45", "kênh thứ 45"));
    terminal.sees("được đọc lại").sees("tuyến kênh thứ 45").press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(home.positions().contains("bai/2024/thuy-loi.txt"), "{}", home.positions());
}

#[test]
fn a_text_that_changes_is_read_again_in_place() {
    let home = Home::new();
    home.write("thuy-loi.txt", text());
    let mut terminal = home.start("thuy-loi.txt");
    terminal.sees("Mở đầu hội nghị.").press("50%").sees("tuyến đê thứ 45");
    let newer = text().replace("Phần mở đầu", "Trước hết, xin nói thêm.\n\nPhần mở đầu");
    let newer = newer.replace("tuyến đê thứ 45", "tuyến kênh thứ 45");
    // As editors do it: another file takes the place of the old one.
    home.write("moi.txt", newer);
    fs::rename(home.path("moi.txt"), home.path("thuy-loi.txt")).expect("it takes the place");
    terminal.sees("Tệp đã thay đổi và được đọc lại").sees("tuyến kênh thứ 45");
    terminal.sees("tuyến đê thứ 44");
    // And written into.
    home.write("thuy-loi.txt", text());
    terminal.sees("tuyến đê thứ 45").sees("tuyến đê thứ 44");
    fs::remove_file(home.path("thuy-loi.txt")).expect("it was there");
    terminal.sees("Tệp của bài này không còn.").sees("tuyến đê thứ 44").press("gg");
    terminal.sees("Mở đầu hội nghị.").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_new_version_is_read_on_where_the_old_one_was_left() {
    let home = Home::new();
    home.write("thuy-loi.txt", text());
    let mut terminal = home.start("thuy-loi.txt");
    terminal.sees("Mở đầu hội nghị.").press("50%").sees("tuyến đê thứ 45").press("q");
    assert_eq!(terminal.ends(), 0);
    // Its title, and so its id, is another; only the file tells.
    let newer = text().replace("Kết luận về thủy lợi", "Kết luận hội nghị thủy lợi toàn tỉnh");
    let newer = newer.replace("Phần mở đầu", "Trước hết, xin nói thêm.\n\nPhần mở đầu");
    home.write("thuy-loi.txt", newer);
    let mut terminal = home.start("thuy-loi.txt");
    terminal.sees("Văn bản đã có bản mới; đọc tiếp từ").sees("tuyến đê thứ 45").press("q");
    assert_eq!(terminal.ends(), 0);
    home.write("thuy-loi.txt", "Kết luận hội nghị thủy lợi toàn tỉnh\n\nMột bài khác hẳn.\n");
    let terminal = home.start("thuy-loi.txt");
    terminal.sees("Văn bản đã thay đổi").sees("Một bài khác hẳn.");
}

#[test]
fn two_running_programs_show_each_others_bookmarks() {
    let home = Home::new();
    // The folder of the bookmarks is still to be made.
    let (mut one, mut two) = (home.start(""), home.start(""));
    one.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    two.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    one.press("m").sees("◆");
    two.sees("◆").press("b").sees("Dấu trang của bài này (1)").press("D").sees("(0)");
    one.sees_no("◆").press("5tm").sees("Đã đánh dấu cả Nhiệm vụ 5/8: “Năm là");
    two.sees("Dấu trang của bài này (1)").leaves("(1)").press("q");
    assert_eq!(two.ends(), 0);
    one.press("q");
    assert_eq!(one.ends(), 0);
}
