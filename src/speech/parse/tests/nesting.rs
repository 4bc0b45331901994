//! Lists of one family in one another, lists that are announced anew, and what was left out.

use super::{check, shape};

#[test]
fn bullets_that_are_announced_anew_are_another_list() {
    check(
        "Công tác tuyên truyền còn những hạn chế so với yêu cầu:\n- Nội dung chưa đa dạng.\nCách làm còn đơn điệu.\n- Cán bộ còn mỏng.\nTình trạng đó do các nguyên nhân sau:\n- Kinh phí eo hẹp.\n- Chỉ đạo chưa sát.",
        "
[hc \"Hạn chế\" 2]
  hc.1 - @2 limitation
  hc.2 - @4 limitation
[nn \"Nguyên nhân\" 2]
  nn.1 - @6 cause
  nn.2 - @7 cause
",
    );
}

#[test]
fn a_list_announced_in_an_item_may_count_as_the_list_around_it() {
    // The list in words that lies between the two is still to go on.
    assert_eq!(
        shape(
            "1. Về giống lúa.\n\nMở đầu.\n\n2. Về thủy lợi.\n\nThứ nhất, về hồ chứa.\n\nHồ chứa cần những việc sau:\n\n1. Nạo vét.\n\n2. Gia cố.\n\n3. Trồng cây.\n\nThứ hai, về kênh mương."
        ),
        "1. 2.(Thứ nhất,(1. 2. 3.) Thứ hai,)"
    );
    // The number of the outer list comes behind the inner one.
    check(
        "Tình hình các xã:\n\n1. Xã Đông.\n\n2. Xã Tây.\n\n3. Xã Nam.\n\nXã Nam có các thôn:\n\n1. Thôn Thượng.\n\n2. Thôn Hạ.\n\n4. Xã Bắc.",
        "
[md \"\" 4]
  md.1 1. @3 other
  md.2 2. @5 other
  md.3 3. @7 other
    md.3.1 1. @11 other
    md.3.2 2. @13 other
  md.4 4. @15 other
",
    );
    // A list that starts again and runs on is another.
    assert_eq!(
        shape(
            "Xã Đông có các thôn:\n\n1. Thôn Thượng.\n\n2. Thôn Hạ.\n\nXã Tây có các thôn:\n\n1. Thôn Trong.\n\n2. Thôn Ngoài.\n\n3. Thôn Giữa."
        ),
        "1. 2. 1. 2. 3."
    );
}

#[test]
fn a_salutation_does_not_end_a_part_in_capitals() {
    check(
        "I- KẾT QUẢ\n\nMở đầu.\n\nII- NHIỆM VỤ\n\nCần làm các nhiệm vụ sau:\n\nMột là, đắp đê.\n\nHai là, trồng tre.\n\nThưa các đồng chí,\n\nXã có những nhiệm vụ sau:\n\n(1) Nạo vét.\n\n(2) Gia cố.",
        "
[md \"\" 2]
  md.1 I- @1 result
  md.2 II- @5 task
[nv \"Nhiệm vụ\" 2]
    nv.1 Một là, @9 task
    nv.2 Hai là, @11 task
[nv2 \"Nhiệm vụ\" 2]
    nv2.1 (1) @17 task
    nv2.2 (2) @19 task
",
    );
}

#[test]
fn a_second_member_alone_follows_one_in_the_paragraph_before() {
    check(
        "Muốn giữ nghề cần làm ngay những nhiệm vụ sau: Một là, vay vốn để mua tơ.\n\nHai là, dạy thợ giỏi.\n\nNghề ấy có từ lâu.",
        "
[nv \"Nhiệm vụ\" 1]
  nv.2 Hai là, @3 task
",
    );
    check("Nghề ấy có từ lâu.\n\nHai là, có thợ giỏi.\n\nThợ giỏi thì ít.", "");
}

#[test]
fn a_lone_bracket_in_an_item_is_one_if_it_holds_others() {
    check(
        "**1. Hạ tầng**\n\n(1) Đường làng gồm:\n\n- đoạn qua đình;\n\n- đoạn qua chợ.\n\n**2. Nước sạch**",
        "
[md \"\" 2]
  md.1 1. @1 other
    md.1.1 (1) @3 other
      md.1.1.1 - @5 other
      md.1.1.2 - @7 other
  md.2 2. @9 other
",
    );
}

#[test]
fn the_last_member_may_be_joined_to_the_others() {
    check(
        "Our priorities are:\n\nFirst, we repair the dikes.\n\nSecond, we plant trees.\n\nAnd third, we train the crews.\n\nAnd finally, we report.",
        "
[nv \"Priorities\" 4]
  nv.1 First, @3 task
  nv.2 Second, @5 task
  nv.3 And third, @7 task
  nv.4 And finally, @9 task
",
    );
    check(
        "Nhiệm vụ sau:\n\nThứ nhất, sửa đê.\n\nThứ hai, trồng cây.\n\nVà thứ ba, tập huấn.\n\nVà thứ hạng của xã tăng.",
        "
[nv \"Nhiệm vụ\" 3]
  nv.1 Thứ nhất, @3 task
  nv.2 Thứ hai, @5 task
  nv.3 Và thứ ba, @7 task
",
    );
}

#[test]
fn what_a_text_leaves_out_is_not_missed() {
    check(
        "Những từ ngữ dưới đây được hiểu như sau:\n\n[...]\n\n7. Bến là nơi đỗ.\n\n8. Bãi là nơi chờ.\n\n...\n\n12. Trạm là nơi thu phí.",
        "
[md \"\" 3]
  md.7 7. @5 other
  md.8 8. @7 other
  md.12 12. @11 other
",
    );
    check(
        "Điều 194. Đất bãi bồi\n\n[...]\n\n4. Người thuê đất được trồng cây.\n\n[...]\n\nĐiều 210. Đất bến cảng",
        "
[md \"\" 2]
  md.194 Điều 194. @1 other
    md.194.4 4. @5 other
  md.210 Điều 210. @9 other
",
    );
}

#[test]
fn parts_lie_in_each_other_as_they_come() {
    check(
        "Tổ báo cáo như sau:\n\nI. NỘI DUNG\n\nA. Kết quả đạt được\n\n1/ Trồng cây\n\n- Trồng rừng.\n\n2/ Làm đường\n\nB. Hạn chế\n\nII. KIẾN NGHỊ",
        "
[md \"\" 2]
  md.1 I. @3 other
    md.1.1 A. @5 result
[kq \"Kết quả đạt được\" 2]
      kq.1 1/ @7 result
        kq.1.1 - @9 result
      kq.2 2/ @11 result
    md.1.2 B. @13 limitation
  md.2 II. @15 task
",
    );
}

#[test]
fn a_text_cut_from_another_begins_with_any_number() {
    assert_eq!(
        shape(
            "4. Soạn báo cáo\n\n4.3. Cấu trúc\n\n4.3.1. Mở đầu\n\nNêu chức năng.\n\n4.3.2. Kết luận\n\n2. Số lẻ"
        ),
        "4.(4.3.(4.3.1. 4.3.2.))"
    );
}
