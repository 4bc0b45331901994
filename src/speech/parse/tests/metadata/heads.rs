//! Heads, leads and endings of speeches of many kinds, each with what it tells.

use super::{check_some, facts, speech};
use crate::speech::parse::tests::metadata::check;
use crate::speech::parse::{Lexicon, RuleFile, parse};

#[test]
fn the_person_a_lead_goes_on_to_speak_of_is_the_speaker() {
    let resumed = "THÔNG BÁO\nÝ kiến của đồng chí Bí thư Đảng ủy phường về trật tự hè phố\n\n\
        Chiều ngày 3/11/2025, đồng chí Lê Quốc Bảo làm việc với tổ quản lý đô thị. Sau khi nghe ý kiến, đồng chí kết \
        luận:\n\n1. Kẻ vạch.\n\n2. Giữ lối đi.\n";
    let called = "Ngày hội ở xóm Đông: Nói ít, làm nhiều\n16/11/2024 06:15\n\
        (BXD) - Chiều 15/11, ông Phan Đình Lân, Chủ tịch Ủy ban MTTQ thành phố, dự ngày hội tại khu dân cư xóm Đông.\n\n\
        Ông Lân mở đầu bằng chuyện thật:\n\n\"Thứ nhất, nhà nào cũng treo cờ.\n\nThứ hai, quỹ được 6 triệu.\"\n";
    let again = "Kết luận giao ban tuần 37\n\nSáng 16/9/2024, tại phòng họp tầng 2, Chi cục trưởng Chi cục Kiểm lâm Điêu \
        Chính Mới chủ trì giao ban tuần. Sau khi nghe báo cáo, Chi cục trưởng kết luận:\n\n- Gỡ bẫy.\n- Lập chốt.\n";
    let minutes = "BIÊN BẢN HỌP BUÔN ĐÔNG\n\nHồi 19 giờ ngày 16/3/2024, buôn họp thường kỳ.\n\nCó mặt:\n\n\
        - Ông Y Thông Niê, Buôn trưởng, chủ trì;\n- Bà H'Lim Mlô, ghi biên bản;\n- 74 chủ hộ.\n\n\
        Buôn trưởng nói: Từ sau Tết tới giờ có mấy chuyện bà con mình làm được, tôi mừng, mà cũng có mấy việc tôi lo.\n\n1. Rào rẫy.\n\n2. Sửa đường.\n";
    let noticed = "THÔNG BÁO\nVề kết luận kiểm tra sạt lở bờ sông Dứa\n\nNgày 23/8/2025, Phó Chủ tịch UBND tỉnh Huỳnh Tấn Phú \
        Lợi đã kiểm tra hiện trường. Cùng đi có:\n\n- Giám đốc Sở Xây dựng;\n- Chủ tịch UBND xã.\n\n\
        Sau khi xem xét, Phó Chủ tịch UBND tỉnh có ý kiến như sau:\n\n1. Cắm biển.\n\n2. Dời 12 hộ.\n";
    check_some(&[
        (resumed, &["speaker: Lê Quốc Bảo", "office: Bí thư Đảng ủy phường"]),
        (called, &["speaker: Phan Đình Lân", "date: 2024-11-15"]),
        (
            again,
            &[
                "speaker: Điêu Chính Mới",
                "office: Chi cục trưởng Chi cục Kiểm lâm",
                "occasion: Giao ban tuần 37",
            ],
        ),
        (minutes, &["speaker: Y Thông Niê", "office: Buôn trưởng"]),
        (noticed, &["speaker: Huỳnh Tấn Phú Lợi", "occasion: Kiểm tra sạt lở bờ sông Dứa"]),
    ]);
}

#[test]
fn notes_and_labels_of_many_kinds_are_read() {
    let told = [
        (
            "Phát biểu tại phiên thảo luận tổ về dự án Luật Lưu trữ (sửa đổi)\nĐại biểu Hà Thị Lam, Phó Trưởng Đoàn đại \
             biểu Quốc hội tỉnh\nTổ 9, sáng 10/11/2023",
            [
                "speaker: Hà Thị Lam",
                "office: Phó Trưởng Đoàn đại biểu Quốc hội tỉnh",
                "occasion: Phiên thảo luận tổ về dự án Luật Lưu trữ (sửa đổi)",
                "place:",
            ],
        ),
        (
            "Đáp từ của Trưởng đoàn tại tiệc chiêu đãi\n\nTối 9/10/2018, khách sạn Bến Xanh\nÔng Lê Ích Thịnh",
            [
                "speaker: Lê Ích Thịnh",
                "date: 2018-10-09",
                "occasion: Tiệc chiêu đãi",
                "place: khách sạn Bến Xanh",
            ],
        ),
        (
            "Lời chào Tết của Đại sứ Bạch Thanh Hiền gửi bà con\n(Đọc tại buổi gặp mặt bà con mừng Xuân, nhà văn hóa Đại sứ \
             quán, tối 20/01/2023)",
            [
                "speaker: Bạch Thanh Hiền",
                "office: Đại sứ",
                "occasion: Buổi gặp mặt bà con mừng Xuân",
                "place: nhà văn hóa Đại sứ quán",
            ],
        ),
        (
            "DIỄN VĂN KỶ NIỆM 45 NĂM XÍ NGHIỆP GỐM\nDO ÔNG LẠI HỮU PHƯỚC, GIÁM ĐỐC XÍ NGHIỆP TRÌNH BÀY\nNGÀY 02 THÁNG 12 NĂM 2023",
            [
                "title: DIỄN VĂN KỶ NIỆM 45 NĂM XÍ NGHIỆP GỐM",
                "speaker: Lại Hữu Phước",
                "office: Giám đốc xí nghiệp",
                "date: 2023-12-02",
            ],
        ),
        (
            "Phát biểu của Chủ tịch Hội\n\nNgười phát biểu: Võ Thị Hạnh, Chủ tịch Hội Phụ nữ xã\nDịp: Sơ kết công tác Hội\n\
             Nơi: xã Phước Đông\nNgày: 28/6/2024",
            [
                "speaker: Võ Thị Hạnh",
                "occasion: Sơ kết công tác Hội",
                "place: xã Phước Đông",
                "date: 2024-06-28",
            ],
        ),
        (
            "ĐÁP TỪ CỦA TÂN CHỦ TỊCH HỘI NHÀ VĂN THÀNH PHỐ\n(Nhà thơ Bành Thục Trinh đọc tại Đại hội khóa VI, 30.3.2022)",
            [
                "speaker: Bành Thục Trinh",
                "office: Chủ tịch hội nhà văn thành phố",
                "date: 2022-03-30",
                "meeting:",
            ],
        ),
        (
            "Kết luận phiên chất vấn tại Kỳ họp thứ tám\nChủ tọa: đồng chí Cổ Tấn Lễ, Chủ tịch HĐND thành phố (11/7/2024)",
            [
                "title: Kết luận phiên chất vấn tại Kỳ họp thứ tám",
                "speaker: Cổ Tấn Lễ",
                "occasion: Phiên chất vấn tại Kỳ họp thứ tám",
                "date: 2024-07-11",
            ],
        ),
        (
            "THAM LUẬN\nCủa Hợp tác xã Chè tại Hội nghị xúc tiến tiêu thụ\n(Trình bày: Phàng A Dơ, Giám đốc; 20/5/2022)",
            [
                "speaker: Phàng A Dơ",
                "office: Giám đốc",
                "date: 2022-05-20",
                "occasion: Hội nghị xúc tiến tiêu thụ",
            ],
        ),
    ];
    for (head, facts) in told {
        check_some(&[(&speech(head), &facts)]);
    }
}

#[test]
fn names_of_papers_are_no_titles() {
    let heads = [
        (
            "An ninh Trung du điện tử\nThứ Năm, 07/12/2023 16:55\n\nGiám đốc Công an tỉnh: \"Một cuộc gọi, ba lần nghĩ\"",
            "Giám đốc Công an tỉnh: \"Một cuộc gọi, ba lần nghĩ\"",
        ),
        (
            "TUỔI TRẺ VÙNG CAO - Số 127 - Ra ngày 28/3/2025\n\nBí thư Tỉnh đoàn: \"Đừng hỏi Đoàn cho gì\"",
            "Bí thư Tỉnh đoàn: \"Đừng hỏi Đoàn cho gì\"",
        ),
        (
            "Môi trường & Đời sống\n\nThứ trưởng: Cát sông không phải của trời cho\n\nĐăng lúc 07:00 ngày 02/01/2022",
            "Thứ trưởng: Cát sông không phải của trời cho",
        ),
        (
            "THÔNG BÁO\nKết luận của Chủ tịch UBND huyện tại phiên họp\nUBND huyện thường kỳ tháng 02",
            "THÔNG BÁO Kết luận của Chủ tịch UBND huyện tại phiên họp UBND huyện thường kỳ tháng 02",
        ),
    ];
    for (head, title) in heads {
        check_some(&[(&speech(head), &[&format!("title: {title}")])]);
    }
}

#[test]
fn a_page_or_a_mail_has_the_day_that_it_tells_of() {
    let paper = "BÁO THƯỢNG DU\nSố ra thứ Năm, 25-11-2021\n\nChủ tịch UBND tỉnh Khương Duy Bảo làm việc với huyện\n\n\
        TDO - Ngày 24/11, Chủ tịch UBND tỉnh Khương Duy Bảo đã có buổi làm việc với huyện. Chủ tịch yêu cầu:\n\n\
        - rà hộ nghèo;\n\n- giao từng việc.\n";
    let turned = "Bộ trưởng Bộ Y tế: Trạm y tế phải có thuốc\n\nChủ nhật, 01/01/2023 20:14 GMT+7\n\n\
        (BSK) - Chiều 31/12, chủ trì hội nghị tổng kết y tế cơ sở, Bộ trưởng Bộ Y tế Tạ Thị Diễm nhấn mạnh mấy việc:\n\n\
        1. Trả phụ cấp.\n\n2. Mua thuốc.\n";
    let monthly = "BẢN TIN NỘI BỘ\nSố 11, tháng 3/2024\n\nTổng Giám đốc Hàn Mạnh Quý: Ca đêm phải có bữa nóng\n\n\
        Hôm 8/3, tại nhà ăn số 2, Tổng Giám đốc Hàn Mạnh Quý gặp công nhân trong buổi đối thoại định kỳ quý I. Sau hai \
        tiếng, ông nói:\n\n1. Bếp nấu ca đêm.\n\n2. Sửa chuyền 4.\n";
    let mail = "From: Văn phòng <vp@so.example>\nTo: Các phòng\nDate: Fri, 23 Aug 2024 16:40:11 +0700\n\
        Subject: Ý kiến kết luận của Giám đốc Sở tại cuộc họp về cấp phép\n\nKính gửi các phòng,\n\n\
        Văn phòng xin gửi ý kiến kết luận của đồng chí Giả Quốc Thịnh, Giám đốc Sở Xây dựng tại cuộc họp chiều 22/8:\n\n\
        1. Trả hồ sơ.\n\n2. Công khai bản đồ.\n";
    let forwarded = "Từ: vanthu@bv.example\nGửi: các tổ\nNgày: Thứ sáu, 19/01/2024 08:12\nChủ đề: Fwd: Bài kết luận\n\n\
        > Bài kết luận của chị Chủ tịch Công đoàn tại Hội nghị người lao động\n> Ngày 18-1-2024\n> Chị Lâm Thị Điệp, Chủ tịch \
        Công đoàn\n>\n> Thưa anh chị,\n>\n> 1. Tăng tiền ăn.\n> 2. Khám sức khỏe.\n";
    let both = "ỦY BAN NHÂN DÂN XÃ\nSố: 5/TB-UBND\nTân Hội, ngày 09 tháng 6 năm 2022\n\nTHÔNG BÁO\nKết luận của Chủ tịch UBND xã \
        tại cuộc họp về rác\n\nNgày 07 tháng 6 năm 2022, Chủ tịch UBND xã Đào Viết Lợi chủ trì cuộc họp về rác và kết luận:\n\n\
        1. Đóng bãi.\n\n2. Mua xe.\n";
    check_some(&[
        (paper, &["date: 2021-11-24", "speaker: Khương Duy Bảo"]),
        (turned, &["date: 2022-12-31", "occasion: Hội nghị tổng kết y tế cơ sở"]),
        (
            monthly,
            &["date: 2024-03-08", "occasion: Buổi đối thoại định kỳ quý I", "place: nhà ăn số 2"],
        ),
        (mail, &["date: 2024-08-22", "speaker: Giả Quốc Thịnh", "office: Giám đốc Sở Xây dựng"]),
        (forwarded, &["date: 2024-01-18"]),
        (both, &["date: 2022-06-09", "meeting: 2022-06-07"]),
    ]);
}

#[test]
fn english_heads_are_read() {
    let first = "Ladies and gentlemen,\n\nIt is a pleasure to see so many of you here after the long rains of the year.\n\n\
        We ask three things:\n\nFirst, build roads.\n\nSecond, hire people.\n\nThank you.\n";
    let heads: [(&str, &[&str]); 6] = [
        (
            "Remarks by the Chairman of the People's Committee of Lam Province, Mr. Dang Khac Toan, at the Lam Investors' \
             Morning\nThuong Xa, 12 April 2024",
            &[
                "speaker: Dang Khac Toan",
                "office: Chairman of the People's Committee of Lam Province",
                "date: 2024-04-12",
                "occasion: The Lam Investors' Morning",
                "place: Thuong Xa",
            ],
        ),
        (
            "Speech delivered by H.E. Mr. Tran Dinh Luat, Deputy Minister of Rural Affairs, at the opening ceremony of the \
             Highland Coffee Week\n\nBuon Ma, 10 March 2023",
            &[
                "speaker: Tran Dinh Luat",
                "office: Deputy Minister of Rural Affairs",
                "occasion: The opening ceremony of the Highland Coffee Week",
            ],
        ),
        (
            "Remarks at the Handover of the Nam Kha Bridge\n\nJames Whitfield, Country Director\nOctober 4, 2022 - Nam Kha",
            &[
                "speaker: James Whitfield",
                "office: Country Director",
                "date: 2022-10-04",
                "occasion: The Handover of the Nam Kha Bridge",
                "place: Nam Kha",
            ],
        ),
        (
            "Closing remarks by the Mayor of Lam City, Madam Ho Thi Sao\nThe Conference on Coastal Heritage\n22 November 2024",
            &[
                "speaker: Ho Thi Sao",
                "office: Mayor of Lam City",
                "occasion: The Conference on Coastal Heritage",
            ],
        ),
        (
            "Opening remarks by Mrs. Helen Okafor, Minister of Water, at the Third Delta Forum\nCan Tho, Viet Nam, March 19, 2024",
            &["occasion: The Third Delta Forum", "place: Can Tho, Viet Nam", "date: 2024-03-19"],
        ),
        (
            "Prime Minister's Address to the Nation on Water\n\n22 March 2021",
            &["office: Prime Minister", "date: 2021-03-22", "speaker:"],
        ),
    ];
    for (head, facts) in heads {
        check_some(&[(&format!("{head}\n\n{first}"), facts)]);
    }
}

#[test]
fn signatures_give_the_whole_office() {
    let council = "LỜI KÊU GỌI\nỦNG HỘ ĐỒNG BÀO VÙNG LŨ\n\nĐồng bào thân mến!\n\nMưa lũ đã làm nhiều nhà sập đổ, nhiều xã chia cắt.\n\n\
        Hà Lâm, ngày 11 tháng 9 năm 2024\n\nTM. ỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH\nĐoàn Thế Truyền\n";
    let plain = "THƯ CHÚC TẾT\nCỦA CHỦ TỊCH HIỆP HỘI NUÔI TÔM\n\nKính gửi: Bà con\n\nNăm nay giá tôm thấp mà ai cũng giữ được ao.\n\n\
        Cửa Bồng, ngày 01 tháng 02 năm 2024\n\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\n(đã ký)\nTrang Sĩ Hiền\n";
    let behalf = "KẾ HOẠCH\nPhòng cháy mùa khô\n\nPhòng báo cáo như sau:\n\n1. Tuần tra.\n\n2. Diễn tập.\n\n\
        KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\nThượng tá Nguyễn Bá Trạc\n";
    check_some(&[
        (council, &["speaker: Đoàn Thế Truyền", "office: Chủ tịch Ủy ban nhân dân tỉnh"]),
        (plain, &["speaker: Trang Sĩ Hiền", "office: Chủ tịch hiệp hội nuôi tôm"]),
        (behalf, &["speaker:", "occasion:"]),
    ]);
}

#[test]
fn an_occasion_is_none_without_a_name() {
    let told = [
        ("Ý kiến kết luận tại cuộc họp ngày 5/8/2024", "occasion:"),
        (
            "Phát biểu tại phiên họp thứ 12 của Ủy ban Kinh tế - Ngân sách",
            "occasion: Phiên họp thứ 12 của Ủy ban Kinh tế - Ngân sách",
        ),
        (
            "Biên bản cuộc họp Hải quan - Doanh nghiệp lần 2 năm 2022",
            "occasion: Cuộc họp Hải quan - Doanh nghiệp lần 2 năm 2022",
        ),
        (
            "Kết luận hội nghị giao ban tháng 5 - Làm ngay việc dễ",
            "occasion: Hội nghị giao ban tháng 5",
        ),
        (
            "KẾT LUẬN TẠI CUỘC HỌP\nVỀ CHỐNG HẠN NĂM 2024",
            "occasion: CUỘC HỌP VỀ CHỐNG HẠN NĂM 2024",
        ),
        ("KẾ HOẠCH\nTổ chức lễ kỷ niệm 40 năm thành lập trường", "occasion:"),
        (
            "Phát biểu tiếp thu, giải trình tại hội nghị tiếp xúc cử tri",
            "occasion: Hội nghị tiếp xúc cử tri",
        ),
        (
            "Lễ phát động \"Tết trồng cây\" năm 2025: lời của Chủ tịch xã",
            "occasion: Lễ phát động \"Tết trồng cây\" năm 2025",
        ),
    ];
    for (head, fact) in told {
        check_some(&[(&speech(head), &[fact])]);
    }
}

#[test]
fn a_title_above_many_menus_is_told() {
    let menus = "Trang chủ\nGiới thiệu\nLiên hệ\nTin tức\n".repeat(30);
    let text = format!(
        "Kết luận của Chủ tịch huyện tại hội nghị tổng kết năm 2024\n\n{menus}\nThưa các đồng chí!\n\nMột là, sửa cống.\n\nHai là, đắp đường.\n"
    );
    let parsed = parse(&text, &Lexicon::shipped());
    assert_eq!(
        parsed.kind.map(crate::speech::SpeechKind::name),
        Some("conclusion"),
        "{}",
        facts(&text)
    );
}

#[test]
fn words_of_a_users_own_are_read_with_and_without_marks() {
    let rules = "[speaker]\nranks = [\"nghệ sĩ - chiến sĩ\", \"nhà \\\"xê dịch\\\"\"]\noffices = [\"trưởng vạn\"]\n";
    let (lexicon, problems) = Lexicon::extended(&[(RuleFile::Furniture, rules.to_owned())]);
    assert_eq!(problems, []);
    let texts = [
        (
            "Bài nói của nghệ sĩ - chiến sĩ Lê Thị Hoa tại lễ hội làng\n\nThưa bà con,\n\nHôm nay là ngày vui.\n",
            "Lê Thị Hoa",
        ),
        (
            "BAI NOI CUA TRUONG VAN LE VAN BA\n\nThua ba con,\n\nHom nay la ngay vui cua ca lang va cac chau.\n",
            "Le Van Ba",
        ),
    ];
    for (text, speaker) in texts {
        assert_eq!(parse(text, &lexicon).speaker.as_deref(), Some(speaker), "of {text:?}");
    }
}

#[test]
fn in_and_at_lead_to_no_place_in_vietnamese() {
    check(
        "Thư gửi các cháu học sinh\n\nCác cháu thân mến!\n\nTài liệu in Hà Lâm năm nay có nhiều tranh đẹp, các cháu nhớ xem.\n",
        "title: Thư gửi các cháu học sinh",
    );
}
