//! Where lists lie: what a document does with its families.

use super::{check, shape};
use crate::speech::parse::{Lexicon, parse};

#[test]
fn the_parts_of_a_law_lie_in_each_other() {
    check(
        "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Văn bản này quy định:\n\na) một;\n\nb) hai.\n\n2. Không quy định khác.\n\nĐiều 2. Đối tượng\n\nChương II\n\nTỔ CHỨC\n\nĐiều 3. Hiệu lực",
        "
[md \"\" 2]
  md.1 Chương I @1 other
    md.1.1 Điều 1. @5 other
      md.1.1.1 1. @7 other
        md.1.1.1.1 a) @9 other
        md.1.1.1.2 b) @11 other
      md.1.1.2 2. @13 other
    md.1.2 Điều 2. @15 other
  md.2 Chương II @17 other
    md.2.3 Điều 3. @21 other
",
    );
}

#[test]
fn numbers_run_on_under_the_next_part() {
    assert_eq!(
        shape(
            "I. KINH TẾ\n\n1. Lúa tăng.\n\n2. Cá tăng.\n\nII. XÃ HỘI\n\n3. Học sinh tăng.\n\n4. Bệnh giảm."
        ),
        "I.(1. 2.) II.(3. 4.)"
    );
}

#[test]
fn spoken_lists_nest_where_the_outer_one_goes_on() {
    check(
        "Các nhiệm vụ sau:\n\nMột là: rà soát.\n\nThứ nhất, luật.\n\nThứ hai, nghị định.\n\nHai là: sửa đổi.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 Một là: @3 task
    nv.1.1 Thứ nhất, @5 task
    nv.1.2 Thứ hai, @7 task
  nv.2 Hai là: @9 task
",
    );
}

#[test]
fn opening_words_inside_an_item_are_prose() {
    check(
        "Các nhiệm vụ sau:\n\nMột là: rà soát.\n\nTrước hết, cần thống kê.\n\nCuối cùng, báo cáo.\n\nHai là: sửa đổi.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 Một là: @3 task
  nv.2 Hai là: @9 task
",
    );
    check("Trước hết, tôi xin chào.\n\nCuối cùng, xin chúc sức khỏe mọi người.", "");
}

#[test]
fn bare_numbers_count_only_as_a_run() {
    check(
        "Vì các nhiệm vụ sau:\n\nMột, rà soát.\n\nHai,sửa đổi.\n\nBa, ban hành.",
        "
[nv \"Nhiệm vụ\" 3]
  nv.1 Một, @3 task
  nv.2 Hai, @5 task
  nv.3 Ba, @7 task
",
    );
    check("Một, hai người đến.\n\nRồi thôi.", "");
}

#[test]
fn decimals_lie_in_the_number_they_begin_with() {
    assert_eq!(
        shape(
            "1. Nhân sự\n\n1.1. Tuổi\n\n1.2- Số lượng\n\n2. Văn kiện\n\n2.1 Báo cáo\n\n2.3. Góp ý"
        ),
        "1.(1.1. 1.2-) 2.(2.1 2.3.)"
    );
}

#[test]
fn bullets_of_one_sign_nest_by_their_indents() {
    check(
        "Gồm:\n\n* một\n    * nhỏ\n    * nhỏ nữa\n* hai",
        "
[md \"\" 2]
  md.1 * @3 other
    md.1.1 * @4 other
    md.1.2 * @5 other
  md.2 * @6 other
",
    );
}

#[test]
fn a_number_behind_a_bullet_is_the_marker() {
    check(
        "Các nhiệm vụ sau:\n\n* **a)** rà soát;\n\n* **b)** sửa đổi.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 a) @3 task
  nv.2 b) @5 task
",
    );
}

#[test]
fn a_set_off_number_holds_the_plain_ones() {
    assert_eq!(
        shape(
            "**1. Kinh tế**\n\n1. Lúa tăng.\n\n2. Cá tăng.\n\n**2. Xã hội**\n\n1. Bệnh giảm.\n\n2. Nghèo giảm."
        ),
        "1.(1. 2.) 2.(1. 2.)"
    );
}

#[test]
fn a_document_may_begin_in_its_middle() {
    check(
        "III- NHIỆM VỤ, GIẢI PHÁP\n\n1- Rà soát.\n\n2- Sửa đổi.",
        "
[nv \"\" 1]
  nv.3 III- @1 task
    nv.3.1 1- @3 task
    nv.3.2 2- @5 task
",
    );
}

#[test]
fn small_romans_and_letters_are_told_apart_by_their_list() {
    check(
        "Hồ sơ gồm:\n\ni) đơn;\n\nii) bản sao;\n\niii) lệ phí.\n\nCuối.",
        "
[md \"Hồ sơ\" 3]
  md.1 i) @3 other
  md.2 ii) @5 other
  md.3 iii) @7 other
",
    );
    check(
        "Hồ sơ gồm có:\n\na) x\n\nb) x\n\nc) x\n\nd) x\n\nđ) x\n\ne) x\n\ng) x\n\nh) x\n\ni) x\n\nk) x",
        "
[md \"Hồ sơ\" 10]
  md.1 a) @3 other
  md.2 b) @5 other
  md.3 c) @7 other
  md.4 d) @9 other
  md.5 đ) @11 other
  md.6 e) @13 other
  md.7 g) @15 other
  md.8 h) @17 other
  md.9 i) @19 other
  md.10 k) @21 other
",
    );
}

#[test]
fn english_lists_count_too() {
    check(
        "Our priorities are as follows:\n\nFirst, we act.\n\nSecond, we check.\n\nFinally, we report.",
        "
[nv \"Priorities\" 3]
  nv.1 First, @3 task
  nv.2 Second, @5 task
  nv.3 Finally, @7 task
",
    );
    check(
        "Section 1. Scope\n\nText.\n\nSection 2. Duties\n\nText.",
        "
[md \"\" 2]
  md.1 Section 1. @1 other
  md.2 Section 2. @5 other
",
    );
}

#[test]
fn lists_lie_in_each_other_only_so_deep() {
    const FAMILIES: [&str; 6] = ["I. a:\n", "1. b:\n", "a) c:\n", "(1) d:\n", "- e:\n", "+ f:\n"];
    let text: String = (0..10_000).map(|line| FAMILIES[line % FAMILIES.len()]).collect();
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let deepest = outline.items.iter().map(|item| item.level).max();
    assert!(deepest.is_some_and(|level| (6..=48).contains(&level)), "{deepest:?}");
}
