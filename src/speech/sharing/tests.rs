//! Two texts in, what they are to each other out.

use super::*;

/// Minutes of a week: what is formula, the day, and the work.
fn minutes(day: &str, work: &str) -> String {
    format!(
        "Kết luận giao ban\n\nNgày {day}, đồng chí Trần Văn Mẫu kết luận.\n\nĐề nghị làm các việc sau:\n\n\
         Một là: {work}.\n\nHai là: Báo cáo hằng ngày.\n"
    )
}

/// A form and what is filled into it.
fn form(name: &str, born: &str, village: &str) -> String {
    format!(
        "ĐƠN XIN XÁC NHẬN\n\nKính gửi Ủy ban nhân dân xã.\n\nTôi tên là {name}.\n\nSinh ngày {born}.\n\n\
         Hiện ở thôn {village}.\n\nTôi làm đơn này xin xác nhận nơi cư trú để bổ sung hồ sơ vay vốn.\n\n\
         Tôi xin chịu trách nhiệm về lời khai trên. Xin cảm ơn.\n"
    )
}

#[test]
fn another_form_has_the_same_words() {
    let text = minutes("04/04/2022", "Gieo mạ đúng lịch");
    let wrapped = text.replace(' ', "\n").to_uppercase();
    let of = |other: &str| Sharing::between(&text, other);
    assert!(of(&wrapped).is_other_form(Formats::Same));
    assert!(!of(&text.replace("mạ", "lúa")).is_other_form(Formats::Same));
    let long = text.repeat(20);
    let paged = format!("{long}Trang 1\nTrang 2\n").replacen("hằng ngày", "hằng n gày", 1);
    assert!(Sharing::between(&long, &paged).is_other_form(Formats::Different));
    assert!(!Sharing::between(&long, &paged).is_other_form(Formats::Same));
    assert!(!of(&minutes("11/04/2022", "Cấy lúa đúng lịch")).is_other_form(Formats::Different));
    // Half of a text is a part of it, another text is none.
    assert!(Sharing::between(&long, &text.repeat(12)).is_part());
    assert!(Sharing::between(&text.repeat(12), &long).is_part());
    assert!(!Sharing::between(&long, &text).is_part());
    assert!(!of("Hai là: Báo cáo hằng ngày.").is_part());
}

#[test]
fn a_correction_shares_its_sentences_and_a_sibling_its_formulas() {
    let text = minutes("04/04/2022", "Gieo mạ đúng lịch");
    let share = |one: &str, other: &str| Sharing::between(one, other).sentences();
    assert!(share(&text, &minutes("11/04/2022", "Cấy lúa đúng lịch")) < 60);
    assert!(share(&text, &minutes("04/04/2022", "Gieo mạ đúng vụ")) >= 80);
    assert_eq!(share(&text, &text), 100);
    assert_eq!(share("", ""), 0);
}

#[test]
fn a_form_that_was_filled_in_twice_differs_in_names_and_figures() {
    let one = form("Lê Văn Mẫu", "01/02/1980", "Đông");
    let other = form("Trần Thị Thí", "03/04/1991", "Tây");
    assert!(Sharing::between(&one, &other).is_filled_in());
    assert!(!Sharing::between(&one, &one.replace("vay vốn", "vay tiền")).is_filled_in());
    // One figure that was wrong is a correction.
    assert!(!Sharing::between(&one, &one.replace("1980", "1981")).is_filled_in());
}
