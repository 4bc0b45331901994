//! Enumerations inside a paragraph.

use super::check;
use crate::speech::ItemForm;
use crate::speech::parse::{Lexicon, parse};

/// Returns the words of every member, in order.
fn members(text: &str) -> Vec<&str> {
    let parsed = parse(text, &Lexicon::shipped());
    let inline = parsed.outline.items.iter().filter(|item| item.form == ItemForm::Inline);
    inline.map(|item| item.range.of(text)).collect()
}

#[test]
fn every_family_counts_inside_a_paragraph() {
    for (text, expected) in [
        ("Các việc sau: (1) rà soát; (2) sửa đổi.", vec!["(1) rà soát;", "(2) sửa đổi."]),
        (
            "Gồm: (i) đơn; (ii) bản sao; (iii) lệ phí.",
            vec!["(i) đơn;", "(ii) bản sao;", "(iii) lệ phí."],
        ),
        (
            "Yêu cầu: một là, rà soát; hai là, sửa đổi.",
            vec!["một là, rà soát;", "hai là, sửa đổi."],
        ),
        ("Cần: thứ nhất, rà soát; thứ hai, sửa.", vec!["thứ nhất, rà soát;", "thứ hai, sửa."]),
        ("Gồm: 1- tuyên truyền; 2- kiểm tra.", vec!["1- tuyên truyền;", "2- kiểm tra."]),
        ("Hồ sơ: a) đơn; b) bản sao.", vec!["a) đơn;", "b) bản sao."]),
        ("Đã làm: **(1)** rà soát, **(2)** sửa đổi.", vec!["(1)** rà soát,", "(2)** sửa đổi."]),
    ] {
        assert_eq!(members(text), expected, "{text}");
    }
}

#[test]
fn the_last_member_ends_with_its_sentence() {
    let text = "Giao các sở: (1) rà soát; (2) báo cáo. Thời hạn là cuối năm.";
    assert_eq!(members(text), ["(1) rà soát;", "(2) báo cáo."]);
    let text = "Nhiệm vụ: (1) Rà soát kỹ. Làm ngay. (2) Báo cáo.";
    assert_eq!(members(text), ["(1) Rà soát kỹ. Làm ngay.", "(2) Báo cáo."]);
}

#[test]
fn members_lie_in_the_item_of_their_paragraph_and_leave_it_its_numbers() {
    check(
        "Các nhiệm vụ sau:\n\nMột là: rà soát: (1) luật; (2) nghị định.\n\na) trước tháng 6;\n\nb) trước tháng 9.\n\nHai là: sửa đổi.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 Một là: @3 task
    nv.1.3 (1) @3 task
    nv.1.4 (2) @3 task
    nv.1.1 a) @5 task
    nv.1.2 b) @7 task
  nv.2 Hai là: @9 task
",
    );
}

#[test]
fn what_stands_before_the_first_member_says_what_they_are() {
    check(
        "Hội nghị giao các sở các nhiệm vụ sau: (1) rà soát; (2) báo cáo.\n\nKết quả đạt được gồm: (1) thu tăng; (2) chi giảm.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 (1) @1 task
  nv.2 (2) @1 task
[kq \"Kết quả đạt được\" 2]
  kq.1 (1) @3 result
  kq.2 (2) @3 result
",
    );
}

#[test]
fn a_list_whose_first_member_is_in_the_paragraph_before_begins_at_two() {
    check(
        "Các nhiệm vụ gồm: Thứ nhất là rà soát.\n\nThứ hai là sửa đổi.\n\nThứ ba là ban hành.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.2 Thứ hai là @3 task
  nv.3 Thứ ba là @5 task
",
    );
}

#[test]
fn tasks_that_are_done_are_no_tasks() {
    check(
        "I. KẾT QUẢ\n\nCác sở đã hoàn thành 8 nhiệm vụ như: (1) rà soát; (2) báo cáo.\n\nII. NHIỆM VỤ\n\nCần làm ngay nhiều việc.",
        "
[md \"\" 2]
  md.1 I. @1 result
[kq \"\" 2]
    kq.1 (1) @3 result
    kq.2 (2) @3 result
  md.2 II. @5 task
",
    );
}
