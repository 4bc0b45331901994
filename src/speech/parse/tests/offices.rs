//! Whose work it is: items that name offices and persons, what is the work then, and whose.

use crate::speech::Duty;
use crate::speech::parse::{Lexicon, parse};
use crate::text::decode;

/// Writes the tasks of their own, a line each: the address, and behind it whose work it is.
fn tasks(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let whole = (0..outline.items.len()).filter(|&item| outline.is_whole_task(item));
    let line = |item: usize| match outline.items[item].owner {
        Some(owner) => format!("{}: {}\n", outline.address(item), owner.of(&text)),
        None => format!("{}\n", outline.address(item)),
    };
    whole.map(line).collect()
}

fn check(text: &str, expected: &str) {
    let expected = expected.trim_start_matches('\n');
    assert_eq!(tasks(text), expected, "of {text:?}");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(tasks(&decomposed), expected, "of {text:?} in NFD");
}

/// Checks that an item with two parts, in a list of tasks, is taken for an office that is named by these words, or (`""`) for none.
fn names(line: &str, expected: &str) {
    let text = format!(
        "Giao nhiệm vụ cho các cơ quan như sau:\n\n1. {line}\n\na) Rà soát lại danh sách;\n\nb) Báo cáo trước ngày 15.\n\n2. Tổng hợp kết quả chung."
    );
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let item = &outline.items[0];
    let owner = item.owner.filter(|_| item.duty == Duty::Office);
    assert_eq!(owner.map_or("", |owner| owner.of(&text)), expected, "of {line:?}");
}

#[test]
fn items_that_name_an_office_or_a_person_give_their_parts_as_tasks() {
    for (line, owner) in [
        ("Bộ Tài chính:", "Bộ Tài chính"),
        ("**Sở Nông nghiệp và Môi trường**", "Sở Nông nghiệp và Môi trường"),
        ("Giao Sở Y tế:", "Sở Y tế"),
        ("Đối với UBND các xã, phường:", "UBND các xã, phường"),
        ("Đồng chí Nguyễn Văn Bền:", "Đồng chí Nguyễn Văn Bền"),
        ("Phòng Nội vụ có trách nhiệm:", "Phòng Nội vụ"),
        ("Về phía công ty:", "công ty"),
        ("Các bộ, ngành, địa phương:", "Các bộ, ngành, địa phương"),
        (
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã:",
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã",
        ),
        ("Chủ tịch Ủy ban nhân dân huyện Hà Lâm", "Chủ tịch Ủy ban nhân dân huyện Hà Lâm"),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh:", "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Sở Tài chính (cơ quan thường trực):", "Sở Tài chính"),
        ("Sở Công Thương chủ trì, phối hợp với các sở, ngành liên quan:", "Sở Công Thương"),
        ("Đề nghị Hội Nông dân tỉnh thực hiện tốt các nhiệm vụ sau:", "Hội Nông dân tỉnh"),
        ("Thường trực HĐND xã đề nghị UBND xã:", "UBND xã"),
        ("Trách nhiệm của Giám đốc Sở Xây dựng trong quản lý quỹ đất", "Giám đốc Sở Xây dựng"),
        ("Đồng chí Phó Chủ tịch phụ trách kinh tế:", "Đồng chí Phó Chủ tịch phụ trách kinh tế"),
        ("Chị Hạnh, kế toán:", "Chị Hạnh, kế toán"),
        ("Trần Thị Lan Anh:", "Trần Thị Lan Anh"),
        ("Thôn trưởng:", "Thôn trưởng"),
        ("Ban Giám hiệu và Công đoàn nhà trường:", "Ban Giám hiệu và Công đoàn nhà trường"),
        ("Tổ 3:", "Tổ 3"),
        ("Các nhà thầu thi công cần:", "Các nhà thầu thi công"),
        ("Mỗi đảng viên phải:", "Mỗi đảng viên"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        (
            "Bộ trưởng các Bộ: Quốc phòng, Công an, Y tế:",
            "Bộ trưởng các Bộ: Quốc phòng, Công an, Y tế",
        ),
        ("Công an TP. Hà Lâm:", "Công an TP. Hà Lâm"),
        ("Với ngành điện:", "ngành điện"),
        ("Bên công an:", "công an"),
        ("Đồn Biên phòng Cửa Triều:", "Đồn Biên phòng Cửa Triều"),
        ("Các tổ chức tín dụng:", "Các tổ chức tín dụng"),
        ("Tòa án nhân dân tối cao:", "Tòa án nhân dân tối cao"),
        ("Nhóm 2 (anh Dũng):", "Nhóm 2"),
        ("Còn các phòng chuyên môn:", "các phòng chuyên môn"),
        ("Thầy Hùng và cô Mai:", "Thầy Hùng và cô Mai"),
    ] {
        names(line, owner);
    }
}

#[test]
fn what_orders_something_or_names_a_topic_is_no_office() {
    for line in [
        "Bộ Tài chính chủ trì rà soát, cụ thể:",
        "Sở Y tế rà soát các trạm, trong đó:",
        "Tổ chức thực hiện:",
        "Tổ chức đánh giá cán bộ:",
        "Đội ngũ cán bộ:",
        "Bộ máy của xã:",
        "Nhóm nhiệm vụ về thể chế:",
        "Các nhóm giải pháp chủ yếu:",
        "Vụ Đông Xuân:",
        "Khoa học và công nghệ:",
        "Phòng, chống thiên tai:",
        "Hội nghị tổng kết năm:",
        "Ban hành văn bản hướng dẫn:",
        "Thanh tra, kiểm tra:",
        "Đối với hộ nghèo:",
        "Đối với doanh nghiệp:",
        "Đối với dự án cầu Hà Lâm:",
        "Đoàn kết nội bộ:",
        "Về phân cấp:",
        "Giao thông nông thôn:",
        "Xã hội hóa nguồn lực:",
        "Chuyển đổi số trong Sở Y tế:",
        "Ai làm, UBND xã hay thôn?",
        "Bảo hiểm cho người nghèo:",
        "Điện, đường, trường, trạm:",
        "Bên cạnh đó:",
        "Hạt giống cho vụ mới:",
        "Trường học hạnh phúc:",
        "Nhân dân làm chủ:",
    ] {
        names(line, "");
    }
}

#[test]
fn the_work_is_the_topmost_item_below_the_office() {
    check(
        "PHÂN CÔNG\n\nCác đơn vị thực hiện các nhiệm vụ sau:\n\n1. Sở Y tế:\n\na) Củng cố trạm y tế, gồm:\n\n- Bổ sung bác sĩ;\n\n- Mua thuốc.\n\nb) Tập huấn cán bộ thôn.\n\n2. Sở Tài chính:\n\na) Bố trí kinh phí.\n\nb) Quyết toán trước 30/6.\n\n3. Các sở khác phối hợp với Sở Y tế khi được yêu cầu.",
        "
nv.1.1: Sở Y tế
nv.1.2: Sở Y tế
nv.2.1: Sở Tài chính
nv.2.2: Sở Tài chính
nv.3: Các sở khác
",
    );
}

#[test]
fn what_stands_over_offices_is_no_task_unless_it_orders_something() {
    let parts = "a) Sở Xây dựng:\n\n- Lập danh mục nhà cũ;\n\n- Gửi danh mục trong tháng.\n\nb) Công an tỉnh:\n\n- Kiểm tra chữa cháy;\n\n- Lập biên bản.";
    let text = |line: &str| {
        format!(
            "Yêu cầu thực hiện các nhiệm vụ sau:\n\n1. {line}\n\n{parts}\n\n2. Tổng kết vào cuối năm."
        )
    };
    let works = "nv.1.1.1: Sở Xây dựng\nnv.1.1.2: Sở Xây dựng\nnv.1.2.1: Công an tỉnh\nnv.1.2.2: Công an tỉnh\nnv.2\n";
    check(&text("Phân công nhiệm vụ:"), works);
    check(&text("Sửa chữa nhà ở cũ"), works);
    let ordered = format!("nv.1: Sở Nội vụ\n{works}");
    check(&text("Sở Nội vụ rà soát toàn bộ nhà ở cũ, cụ thể:"), &ordered);
    let sentence = "Khẩn trương hoàn thành việc sửa chữa nhà ở cũ của cán bộ trong toàn tỉnh trước mùa mưa năm nay.";
    check(&text(sentence), &format!("nv.1\n{works}"));
}

#[test]
fn offices_in_offices_leave_the_innermost_as_the_owner() {
    check(
        "Nhiệm vụ cụ thể như sau:\n\n1. Bộ Y tế:\n\na) Cục Phòng bệnh:\n\n- Giám sát ca bệnh;\n\n- Báo cáo hằng ngày.\n\nb) Cập nhật phác đồ.\n\n2. Kiểm tra chéo giữa các tỉnh.",
        "
nv.1.1.1: Cục Phòng bệnh
nv.1.1.2: Cục Phòng bệnh
nv.1.2: Bộ Y tế
nv.2
",
    );
}

#[test]
fn members_inside_a_paragraph_are_the_work_of_the_office_before_them() {
    check(
        "Yêu cầu thực hiện các nhiệm vụ sau:\n\n1. Sở Nội vụ: (1) rà soát biên chế; (2) báo cáo trước 15/6.\n\n2. Sở Tài chính bố trí vốn.",
        "
nv.1.1: Sở Nội vụ
nv.1.2: Sở Nội vụ
nv.2: Sở Tài chính
",
    );
}

#[test]
fn an_announcement_that_names_an_office_tells_whose_its_list_is() {
    check(
        "Nhiệm vụ thời gian tới:\n\nGiao Sở Y tế:\n\n1. Rà soát thuốc.\n\n2. Tập huấn.\n\nGiao Công an xã:\n\n1. Tuần tra ban đêm.\n\n2. Lập chốt ở ngã ba.",
        "
nv.1: Sở Y tế
nv.2: Sở Y tế
nv2.1: Công an xã
nv2.2: Công an xã
",
    );
}

#[test]
fn a_task_that_begins_with_another_office_is_that_ones() {
    check(
        "Giao các bộ, ngành, địa phương:\n\n1. Rà soát quy hoạch.\n\n2. Bộ Xây dựng chủ trì sửa quy chuẩn.\n\n3. Bộ Tài chính: bố trí vốn.",
        "
nv.1: các bộ, ngành, địa phương
nv.2: Bộ Xây dựng
nv.3: Bộ Tài chính
",
    );
}

#[test]
fn an_office_without_work_in_it_is_not_passed_over() {
    check(
        "Yêu cầu thực hiện các nhiệm vụ sau:\n\n1. Sở Y tế:\n\nRà soát thuốc ở các trạm.\n\n2. Sở Nội vụ:\n\nBáo cáo biên chế.",
        "
nv.1: Sở Y tế
nv.2: Sở Nội vụ
",
    );
}

#[test]
fn results_of_offices_are_no_tasks() {
    check(
        "Những kết quả đạt được:\n\n1. Sở Y tế:\n\na) Đã củng cố 12 trạm;\n\nb) Đã tập huấn 300 người.\n\n2. Sở Nội vụ:\n\na) Đã tuyển 20 người;\n\nb) Đã báo cáo đủ.",
        "",
    );
}

#[test]
fn groups_of_rows_that_name_offices_tell_whose_the_rows_are() {
    check(
        "| TT | Nhiệm vụ | Thời hạn |\n|---|---|---|\n| I | Sở Y tế | |\n| 1 | Rà soát thuốc | 30/6 |\n| 2 | Tập huấn | 15/7 |\n| II | Xây dựng cơ bản | |\n| 1 | Sửa trạm | 30/9 |",
        "
nv.1.1: Sở Y tế
nv.1.2: Sở Y tế
nv.2.1
",
    );
}

#[test]
fn a_text_without_marks_names_offices_as_well() {
    check(
        "Yeu cau thuc hien cac nhiem vu sau:\n\n1. Bo Tai chinh:\n\na) Ra soat cac khoan chi;\n\nb) Bao cao truoc ngay 15.\n\n2. Giao So Y te:\n\na) Cung co tram y te;\n\nb) Tap huan can bo.\n\n3. To chuc thuc hien:\n\na) Phan cong nguoi truc;\n\nb) Tong hop bao cao.",
        "
nv.1.1: Bo Tai chinh
nv.1.2: Bo Tai chinh
nv.2.1: So Y te
nv.2.2: So Y te
nv.3
",
    );
}

#[test]
fn english_offices() {
    check(
        "We must carry out the following tasks:\n\n1. The Ministry of Finance:\n\na) review all spending;\n\nb) report by 15 June.\n\n2. Each province shall:\n\na) appoint one officer;\n\nb) open one desk.\n\n3. Provincial People's Committees:\n\na) publish the list;\n\nb) answer complaints.\n\n4. City planning:\n\na) draw the map;\n\nb) hold hearings.\n\n5. The Ministry of Health reviews the wards:\n\na) count the beds;\n\nb) repair the roofs.",
        "
nv.1.1: The Ministry of Finance
nv.1.2: The Ministry of Finance
nv.2.1: Each province
nv.2.2: Each province
nv.3.1: Provincial People's Committees
nv.3.2: Provincial People's Committees
nv.4
nv.5
",
    );
}
