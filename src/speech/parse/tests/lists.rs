//! How lists nest, go on, end, and what they are called and for.

use super::{check, shape};
use crate::speech::parse::{Lexicon, parse};
use crate::text::decode;

#[test]
fn a_list_restarts_under_its_own_lead_in() {
    check(
        "Kết quả nổi bật như:\n\nMột là: A.\n\nHai là: B.\n\nBên cạnh đó còn hạn chế:\n\nMột là: C.\n\nHai là: D.",
        "
[kq \"Kết quả\" 2]
  kq.1 Một là: @3 result
  kq.2 Hai là: @5 result
[hc \"Hạn chế\" 2]
  hc.1 Một là: @9 limitation
  hc.2 Hai là: @11 limitation
",
    );
}

#[test]
fn a_list_may_change_its_words() {
    check(
        "Nhiệm vụ sau:\n\nTrước hết, rà soát.\n\nThứ hai, sửa.\n\n*Ba là*, ban hành.\n\nCuối cùng, kiểm tra.",
        "
[nv \"Nhiệm vụ\" 4]
  nv.1 Trước hết, @3 task
  nv.2 Thứ hai, @5 task
  nv.3 Ba là*, @7 task
  nv.4 Cuối cùng, @9 task
",
    );
}

#[test]
fn gaps_and_slips_keep_their_numbers_and_get_addresses_of_their_own() {
    let text = "Nhiệm vụ sau:\n\n1. A\n\n3. B\n\n3. C\n\n4. D\n\na) x\n\nb) y\n\nd) z\n\nđ) t";
    check(
        text,
        "
[nv \"Nhiệm vụ\" 4]
  nv.1 1. @3 task
  nv.3 3. @5 task
  nv.4 3. @7 task
  nv.5 4. @9 task
    nv.5.1 a) @11 task
    nv.5.2 b) @13 task
    nv.5.4 d) @15 task
    nv.5.5 đ) @17 task
",
    );
    let parsed = parse(text, &Lexicon::shipped());
    let ordinals: Vec<u32> = parsed.outline.items.iter().map(|item| item.ordinal).collect();
    assert_eq!(ordinals, [1, 3, 3, 4, 1, 2, 4, 5]);
}

#[test]
fn two_lists_in_one_item_count_on() {
    check(
        "Nhiệm vụ sau:\n\n1. Về kinh tế:\n\na) x\n\nb) y\n\nNgoài ra:\n\n- u\n\n- v\n\n2. Về xã hội.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 1. @3 task
    nv.1.1 a) @5 task
    nv.1.2 b) @7 task
    nv.1.3 - @11 task
    nv.1.4 - @13 task
  nv.2 2. @15 task
",
    );
    check(
        "Nhiệm vụ sau:\n\n1. Về kinh tế:\n\n(1) x\n\n(2) y\n\nGồm:\n\n(1) u\n\n(2) v\n\n2. Về xã hội.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 1. @3 task
    nv.1.1 (1) @5 task
    nv.1.2 (2) @7 task
    nv.1.3 (1) @11 task
    nv.1.4 (2) @13 task
  nv.2 2. @15 task
",
    );
}

#[test]
fn a_marker_may_stand_alone() {
    let text =
        "Giải pháp gồm:\n\nMột là\n\n, tăng cường kiểm tra.\n\nHai là:\n\nĐẩy mạnh.\n\n3.\n\nBa là";
    assert_eq!(shape(text), "Một là Hai là: Ba là");
    let parsed = parse(text, &Lexicon::shipped());
    let labels: Vec<&str> = parsed.outline.items.iter().map(|item| item.label.of(text)).collect();
    assert_eq!(labels, ["tăng cường kiểm tra", "Đẩy mạnh", ""]);
}

#[test]
fn markup_and_blanks_are_no_part_of_a_marker() {
    check(
        "Nhiệm vụ sau:\n\n**1\\.** A\n\n## 2\\. B\n\n  **3.**\u{a0}C\n\n4.Đ",
        "
[nv \"Nhiệm vụ\" 4]
  nv.1 1\\. @3 task
  nv.2 2\\. @5 task
  nv.3 3. @7 task
  nv.4 4. @9 task
",
    );
    check(
        "Gồm:\n\n**- A**\n\n\\- B\n\n– C\n\n*   D\n\n*   E",
        "
[md \"\" 3]
  md.1 - @3 other
  md.2 - @5 other
  md.3 – @7 other
    md.3.1 * @9 other
    md.3.2 * @11 other
",
    );
    // The sign is inside the emphasis, or all of it.
    check(
        "Gồm:\n\n*+ Lúa*\n\n**+** Cá\n\n***+ Rừng***\n\n*+ Muối: *hai vụ",
        "
[md \"\" 4]
  md.1 + @3 other
  md.2 + @5 other
  md.3 + @7 other
  md.4 + @9 other
",
    );
    // What is emphasised is no bullet.
    check("Gồm:\n\n*Lúa* và *cá*\n\n**Rừng**\n\n*Muối*", "");
}

#[test]
fn the_lead_in_says_what_a_list_is_for() {
    for (lead, code, title) in [
        ("tôi xin nhấn mạnh một số nhiệm vụ trọng tâm sau:", "nv", "Nhiệm vụ"),
        ("đã đạt nhiều kết quả nổi bật như:", "kq", "Kết quả"),
        ("còn những tồn tại, hạn chế cần khắc phục như:", "hc", "Tồn tại, hạn chế"),
        (
            "Để khắc phục những khó khăn, yếu kém nêu trên, cần thực hiện các giải pháp sau:",
            "nv",
            "Giải pháp",
        ),
        ("Bên cạnh những kết quả đạt được, vẫn còn nhiều khó khăn:", "hc", "Khó khăn"),
        ("Từ đó rút ra các bài học kinh nghiệm sau:", "bh", "Bài học kinh nghiệm"),
        ("Quan điểm chỉ đạo gồm:", "qd", "Quan điểm"),
        ("Mục tiêu đến năm 2030 như sau:", "md", "Mục tiêu"),
        ("Chương trình gồm:", "md", ""),
    ] {
        let expected = format!("\n[{code} {title:?} 2]\n");
        let text = format!("{lead}\n\nMột là: xanh.\n\nHai là: đỏ.");
        let text = decode(text.into_bytes()).text;
        let parsed = parse(&text, &Lexicon::shipped());
        let series = &parsed.outline.series[0];
        let found = format!("\n[{} {:?} {}]\n", series.code(), series.title, series.count);
        assert_eq!(found, expected, "{lead}");
        assert_eq!(series.lead.map(|range| range.of(&text)), Some(lead));
    }
}

#[test]
fn verbs_say_what_a_list_is_for_where_nothing_else_does() {
    check(
        "Mở đầu.\n\n1. Tiếp tục rà soát.\n\n2. Đẩy mạnh cải cách.\n\n3. Xanh.",
        "
[nv \"\" 3]
  nv.1 1. @3 task
  nv.2 2. @5 task
  nv.3 3. @7 task
",
    );
}

#[test]
fn a_salutation_ends_the_item_but_not_the_list() {
    let text =
        "Nhiệm vụ sau:\n\nMột là: A.\n\nHai là: B.\n\nThưa các đồng chí!\n\nCâu giữa.\n\nBa là: C.";
    check(
        text,
        "
[nv \"Nhiệm vụ\" 3]
  nv.1 Một là: @3 task
  nv.2 Hai là: @5 task
  nv.3 Ba là: @11 task
",
    );
    let parsed = parse(text, &Lexicon::shipped());
    assert_eq!(parsed.outline.items[1].range.of(text), "Hai là: B.");
}

#[test]
fn a_salutation_ends_a_list_that_does_not_go_on() {
    check(
        "Nhiệm vụ sau:\n\nMột là: A.\n\nHai là: B.\n\nThưa các đồng chí!\n\nCâu giữa.\n\n- C\n\n- D\n\nSáu là: E.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 Một là: @3 task
  nv.2 Hai là: @5 task
[md \"\" 2]
  md.1 - @11 other
  md.2 - @13 other
",
    );
}

#[test]
fn articles_run_on() {
    check(
        "Điều 1. Phạm vi\n\n1. A\n\n2. B\n\nĐiều 2. Đối tượng\n\n1. C\n\n2. D",
        "
[md \"\" 2]
  md.1 Điều 1. @1 other
    md.1.1 1. @3 other
    md.1.2 2. @5 other
  md.2 Điều 2. @7 other
    md.2.1 1. @9 other
    md.2.2 2. @11 other
",
    );
}

#[test]
fn an_item_ends_where_the_next_or_a_lead_in_begins() {
    let text = "Kết quả như:\n\nMột là: A.\n\nThêm về A.\n\nHai là: B.\n\nThêm về B.\n\nCòn hạn chế sau:\n\nMột là: C.\n\nHai là: D.\n\nThêm về D.";
    let parsed = parse(text, &Lexicon::shipped());
    let ranges: Vec<&str> = parsed.outline.items.iter().map(|item| item.range.of(text)).collect();
    assert_eq!(
        ranges,
        [
            "Một là: A.\n\nThêm về A.",
            "Hai là: B.\n\nThêm về B.",
            "Một là: C.",
            "Hai là: D.\n\nThêm về D."
        ]
    );
}
