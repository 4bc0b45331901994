//! Kinds of orders, and of what looks like one: a few lines each.

use super::reading::check;

/// Puts items below an announcement of a meeting in July 2025.
fn items(lines: &str) -> String {
    format!(
        "KẾT LUẬN\ncủa Chủ tịch UBND xã Tân Hòa tại cuộc họp giao ban ngày 10/7/2025\n\nThưa các đồng chí,\n\n\
         Yêu cầu thực hiện các nhiệm vụ sau:\n\n{lines}\n\nXin cảm ơn các đồng chí.\n"
    )
}

#[test]
fn who_stands_before_a_colon_is_in_charge() {
    check(
        &items(
            "1. Ban Quản lý chợ đầu mối: thay mái che dãy hàng cá.\n\n2. Phòng Công nghệ thông tin: chạy thử phần mềm.\n\n\
             3. Sở Giao thông vận tải: thi công ba ca đường tránh.\n\n4. Thanh Bình: sửa xong 2 km mương trước 20/7.\n\n\
             5. Về môi trường: thu gom rác hai bên đường.",
        ),
        &[
            "Ban Quản lý chợ @Ban Quản lý chợ đầu mối",
            "Phòng Công nghệ thông @Phòng Công nghệ thông tin",
            "Sở Giao thông vận @Sở Giao thông vận tải",
            "Thanh Bình: sửa xong @Thanh Bình !trước 20/7 2025-07-20",
            "Về môi trường: thu",
        ],
    );
}

#[test]
fn dots_within_a_sentence_end_no_order() {
    check(
        &items(
            "1. Công an xã kiểm tra hàng quán, chợ, bến xe,... bảo đảm trật tự trong tháng 8/2025.\n\n\
             2. Trạm Y tế chuẩn bị thuốc, bông băng… gửi về các thôn. Trạm mua thêm nước sát khuẩn.",
        ),
        &[
            "Công an xã kiểm @Công an xã !trong tháng 8/2025 2025-08-31",
            "Trạm Y tế chuẩn @Trạm Y tế =các thôn",
            "Trạm mua thêm nước @Trạm",
        ],
    );
}

#[test]
fn agreement_notice_and_standing_functions_give_no_task() {
    check(
        &items(
            "1. Thống nhất với báo cáo của Phòng Kinh tế.\n\n2. Thống nhất với báo cáo; giao Phòng Kinh tế mua giống trước ngày 30/7/2025.",
        ),
        &["giao Phòng Kinh tế @Phòng Kinh tế !trước ngày 30/7/2025 2025-07-30"],
    );
    check(
        "THÔNG BÁO\nKết luận của Chủ tịch UBND xã Tân Hòa ngày 10/7/2025\n\nGiao Phòng Kinh tế mua giống lúa trước ngày 30/7/2025.\n\n\
         Văn phòng UBND xã gửi để các đồng chí biết, tổ chức thực hiện.\n",
        &["Giao Phòng Kinh tế @Phòng Kinh tế !trước ngày 30/7/2025 2025-07-30"],
    );
}

#[test]
fn who_shares_out_work_has_it() {
    check(
        &items(
            "1. Đảng ủy xã phân công từng đồng chí phụ trách một thôn.\n\n2. Phân công Công an xã trực đêm.",
        ),
        &["Đảng ủy xã phân @Đảng ủy xã >từng đồng chí", "Phân công Công an @Công an xã"],
    );
}

#[test]
fn heads_over_paragraphs_lend_their_office_and_are_none() {
    check(
        "CÔNG ĐIỆN\ncủa Chủ tịch UBND tỉnh ngày 10/7/2025\n\nChủ tịch UBND tỉnh yêu cầu:\n\n(1) Giao Phó Chủ tịch UBND tỉnh Trần Văn Hà\n\n\
         Trực tiếp chỉ đạo, kiểm tra việc ứng phó bão.\n\n(2) Văn phòng UBND tỉnh\n\nTheo chức năng, nhiệm vụ đôn đốc các xã thực hiện Công điện này.\n",
        &[
            "Trực tiếp chỉ đạo, @↑Phó Chủ tịch UBND tỉnh Trần Văn Hà",
            "Theo chức năng, nhiệm @↑Văn phòng UBND tỉnh >các xã",
        ],
    );
}

#[test]
fn figures_of_a_point_are_no_rule() {
    check(
        &items(
            "1. Công an xã giải quyết dứt điểm 03 vụ mất trộm trước ngày 30/7/2025.\n\n2. Trạm Y tế khám cho người già.",
        ),
        &[
            "Công an xã giải @Công an xã !trước ngày 30/7/2025 2025-07-30",
            "Trạm Y tế khám @Trạm Y tế",
        ],
    );
}

#[test]
fn those_with_whom_are_all_of_the_list() {
    check(
        &items(
            "1. Sở Xây dựng phối hợp với Đài Truyền hình Việt Nam, Viettel, VNPT chuẩn bị lễ khởi công.\n\n\
             2. Yêu cầu các chủ đầu tư, các đơn vị tư vấn tích cực đổi mới.\n\n3. Sở Nội vụ phối hợp với Bộ Chỉ huy Quân sự tỉnh và sở, ngành có liên quan tập huấn.",
        ),
        &[
            "Sở Xây dựng phối @Sở Xây dựng +Đài Truyền hình Việt Nam; Viettel; VNPT",
            "Yêu cầu các chủ @các chủ đầu tư; các đơn vị tư vấn",
            "Sở Nội vụ phối @Sở Nội vụ +Bộ Chỉ huy Quân sự tỉnh; sở, ngành có liên quan",
        ],
    );
}

#[test]
fn an_office_may_be_named_by_its_work() {
    check(
        &items(
            "1. Cơ quan phối hợp có trách nhiệm trả lời trong 5 ngày.\n\n2. BHXH tỉnh chỉ đạo BHXH cơ sở lập danh sách.\n\n\
             3. Trực ban báo cáo về Ban Chỉ huy 3 giờ một lần.\n\n4. Văn phòng HĐND và UBND rà lại hồ sơ.",
        ),
        &[
            "Cơ quan phối hợp @Cơ quan phối hợp !trong 5 ngày P5D",
            "BHXH tỉnh chỉ đạo @BHXH tỉnh",
            "Trực ban báo cáo =Ban Chỉ huy !3 giờ một lần periodic",
            "Văn phòng HĐND và @Văn phòng HĐND và UBND",
        ],
    );
}
