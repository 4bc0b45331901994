//! What a text tells of itself.

mod heads;

use crate::speech::parse::{Lexicon, parse};
use crate::text::decode;

/// Writes what is known of a text, a fact a line.
fn facts(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let parsed = parse(&text, &Lexicon::shipped());
    let date = parsed.date.map(|date| date.to_string());
    let facts = [
        ("title", parsed.title),
        ("speaker", parsed.speaker),
        ("office", parsed.office),
        ("date", date),
        ("occasion", parsed.occasion),
        ("place", parsed.place),
        ("number", parsed.number),
        ("meeting", parsed.meeting_date.map(|date| date.to_string())),
    ];
    let told = facts.into_iter().filter_map(|(name, fact)| Some(format!("{name}: {}\n", fact?)));
    told.collect()
}

fn check(text: &str, expected: &str) {
    assert_eq!(facts(text).trim(), expected.trim(), "of {text:?}");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(facts(&decomposed).trim(), expected.trim(), "of {text:?} in NFD");
}

#[test]
fn a_document_tells_its_number_day_place_and_who_signed() {
    check(
        "ỦY BAN NHÂN DÂN TỈNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/CT-UBND\n\
         Sông Xanh, ngày 3 tháng 4 năm 2024\n\nCHỈ THỊ\nVỀ VIỆC TRỒNG CÂY\n\n\
         Thực hiện Quyết định số 7/QĐ-TTg ngày 1/2/2020, Chủ tịch yêu cầu:\n\n1. Trồng cây.\n\n2. Giữ rừng.\n\n\
         Nơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nNguyễn Văn Bình\n",
        "
title: CHỈ THỊ VỀ VIỆC TRỒNG CÂY
speaker: Nguyễn Văn Bình
office: Chủ tịch
date: 2024-04-03
place: Sông Xanh
number: 12/CT-UBND
",
    );
}

#[test]
fn a_note_tells_who_read_a_speech_where_and_when() {
    check(
        "Diễn văn khai mạc ngày hội đọc sách\n\n(Do đồng chí Bí thư Thành ủy Trần Thị Hòa Bình đọc tại lễ khai mạc \
         ngày hội đọc sách, sáng ngày 21/4/2024)\n\nThưa các bạn,\n\nNgày 2/9/1945 là ngày của cả nước.\n",
        "
title: Diễn văn khai mạc ngày hội đọc sách
speaker: Trần Thị Hòa Bình
office: Bí thư Thành ủy
date: 2024-04-21
occasion: Lễ khai mạc ngày hội đọc sách
",
    );
}

#[test]
fn the_day_of_the_speech_counts_before_that_of_the_page() {
    check(
        "Bí thư Tỉnh ủy Lê Văn An phát biểu tại hội nghị về trồng rừng\n\n\
         Thứ Tư, 24/04/2024, 08:15 (GMT+7)\n\n\
         (SXĐT) - Sáng ngày 23/4/2024, tại Nhà văn hóa Trung tâm, Tỉnh ủy đã tổ chức hội nghị về trồng rừng với sự tham gia \
         của lãnh đạo các huyện, các sở, ngành và đông đảo chủ rừng trong tỉnh. Trân trọng giới thiệu toàn văn bài phát biểu.\n\n\
         Thưa các đồng chí!\n\nTôi xin nói về rừng.\n",
        "
title: Bí thư Tỉnh ủy Lê Văn An phát biểu tại hội nghị về trồng rừng
speaker: Lê Văn An
office: Bí thư Tỉnh ủy
date: 2024-04-23
occasion: Hội nghị về trồng rừng
place: Nhà văn hóa Trung tâm
",
    );
}

#[test]
fn what_prose_names_is_not_of_the_speech() {
    check(
        "Rừng và người\n\nÔng Nguyễn Văn Tám trồng rừng từ ngày 3/2/1990, khi làng còn nghèo và đồi còn trọc.\n",
        "title: Rừng và người",
    );
    check("Thưa các bạn!\n\nHôm nay chúng ta trồng cây.\n", "");
}

#[test]
fn what_stands_in_the_columns_of_a_table_is_about_its_rows() {
    let table = "| TT | Việc phải làm | Cơ quan chủ trì | Thời hạn |\n| 1 | Gia cố bờ bao | UBND các xã | 30/4/2025 |\n\
        | 2 | Nạo vét cống | Trưởng phòng Lê Văn An | Hà Lâm, ngày 15/5/2025 |\n";
    check_some(&[
        (
            &format!("KẾ HOẠCH\nPHÒNG CHỐNG BÃO NĂM 2025\n\nGiao các việc sau:\n\n{table}"),
            &["date:", "place:", "speaker:"],
        ),
        (&format!("Phân công chống bão\n\n{table}\nLưu: VT."), &["date:", "place:", "speaker:"]),
        (
            "Biên bản họp tổ\n\n| Ngày họp | 9/6/2025 |\n| Chủ trì | Lê Văn An |\n\nTổ bàn việc trồng cây.\n",
            &["date: 2025-06-09"],
        ),
        (
            "Chuyện trồng cây\n\n| Sep | NOV | Dec |\n|  | 27 |  |\n| 2017 | 2018 | 2019 |\n\nTổ bàn việc trồng cây.\n",
            &["date:"],
        ),
    ]);
}

#[test]
fn a_day_of_every_year_is_no_day_of_the_text() {
    check_some(&[(
        "Chuyện trồng cây năm 2019\n\nCác tổ gửi sổ trước ngày 14 tháng 6 và ngày 14 tháng 12 hằng năm để xã xem.\n",
        &["date:"],
    )]);
}

/// Checks single facts: a table of texts, each with `name: value` lines that must be among its facts
/// and names with nothing behind them that must not.
fn check_some(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(*text).collect();
        for found in [facts(text), facts(&decomposed)] {
            for one in *expected {
                let holds = match one.strip_suffix(':') {
                    Some(name) => !found.lines().any(|line| line.starts_with(&format!("{name}: "))),
                    None => found.lines().any(|line| line == *one),
                };
                assert!(holds, "{one:?} of {text:?}, which has\n{found}");
            }
        }
    }
}

const BODY: &str =
    "Thưa các đồng chí!\n\nTôi xin giao mấy việc sau:\n\nMột là, sửa cống.\n\nHai là, đắp đường.\n";

fn speech(head: &str) -> String {
    format!("{head}\n\n{BODY}")
}

#[test]
fn the_speaker_is_who_is_said_to_speak() {
    let notice = "VĂN PHÒNG UBND TỈNH\nSố: 31/TB-VP\nHà Lâm, ngày 9 tháng 5 năm 2024\n\nTHÔNG BÁO\n\
        KẾT LUẬN CỦA CHỦ TỊCH UBND TỈNH TẠI CUỘC HỌP VỀ ĐÊ ĐIỀU\n\n\
        Ngày 6/5/2024, đồng chí Vũ Thị Lan, Chủ tịch UBND tỉnh, chủ trì cuộc họp về đê điều. Cùng dự có đồng chí \
        Bùi Văn Cần, Giám đốc Sở Xây dựng. Chủ tịch UBND tỉnh kết luận như sau:\n\n1. Sửa đê.\n\n2. Trồng tre.\n\n\
        Văn phòng thông báo để các cơ quan biết, thực hiện./.\n\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nĐỗ Văn Ký\n";
    let guest = "Thông báo kết luận của lãnh đạo Sở tại hội nghị tổng kết năm\n\n\
        Hội nghị vinh dự được đón đồng chí Trần Văn Khách, Phó Chủ tịch UBND tỉnh đến dự và có bài phát biểu.\n\n\
        Sau khi nghe báo cáo, lãnh đạo Sở kết luận như sau:\n\n1. Sửa cống.\n\n2. Đắp đường.\n\n\
        Trên đây là kết luận của Giám đốc Lê Thị Chủ tại hội nghị, Văn phòng xin thông báo để các đơn vị thực hiện.\n";
    let under = speech(
        "Phát biểu tại hội nghị sơ kết\n\n(Đồng chí Hồ Văn Đáng, Phó Bí thư Huyện ủy, ngày 3/7/2024)",
    );
    let label = speech(
        "Bài nói tại buổi gặp mặt người cao tuổi\nNgười nói: bà Lò Thị Panh, Chủ tịch Hội Người cao tuổi huyện Mường Tấc",
    );
    let lead = speech(
        "Lũ rút, việc còn ở lại\n\n(BSX) - Sáng 4/9/2024, tại xã Đông Hà, đồng chí Chu Văn Tấn, Bí thư Tỉnh ủy \
        phát biểu tại hội nghị sau lũ. Trân trọng giới thiệu toàn văn.",
    );
    let wrapped = speech(
        "DIỄN VĂN KHAI GIẢNG\n\n(Do thầy Đinh Công Tráng, Hiệu trưởng Trường Trung học\nphổ thông Bến Đò đọc ngày 5/9/2024)",
    );
    let lines = speech("DIỄN VĂN KHAI MẠC KỲ HỌP THỨ NĂM\n\nLữ Thị Mơ\nChủ tịch HĐND huyện");
    let myself = "Thưa bà con! Tôi là Vi Văn Pao, Trưởng bản Nà Lốc, xin nói mấy việc như sau.\n\n1. Sửa đường.\n\n2. Đào mương.\n";
    let english = "Remarks by Governor Jane Doe at the opening of the River Bridge\n\nMarch 4, 2024\n\nGood morning.\n\nFirst, we build.\n\nSecond, we keep.\n";
    check_some(&[
        (notice, &["speaker: Vũ Thị Lan", "office: Chủ tịch UBND tỉnh"]),
        (guest, &["speaker: Lê Thị Chủ", "office: Giám đốc"]),
        (&under, &["speaker: Hồ Văn Đáng", "office: Phó Bí thư Huyện ủy"]),
        (&label, &["speaker: Lò Thị Panh", "office: Chủ tịch Hội Người cao tuổi huyện Mường Tấc"]),
        (&lead, &["speaker: Chu Văn Tấn", "office: Bí thư Tỉnh ủy"]),
        (
            &wrapped,
            &["speaker: Đinh Công Tráng", "office: Hiệu trưởng Trường Trung học phổ thông Bến Đò"],
        ),
        (&lines, &["speaker: Lữ Thị Mơ", "office: Chủ tịch HĐND huyện"]),
        (myself, &["speaker: Vi Văn Pao", "office: Trưởng bản Nà Lốc"]),
        (english, &["speaker: Jane Doe", "office: Governor"]),
    ]);
}

#[test]
fn who_only_attends_signs_or_is_thanked_is_no_speaker() {
    let minutes = "BIÊN BẢN HỌP THÔN ĐÔNG\n\nHôm nay, ngày 3/3/2024, thôn họp.\nChủ trì: ông Lê Văn Cả, Trưởng thôn. Thư ký: bà \
        Trần Thị Ghi.\n\n1. Báo cáo thu chi.\n\n2. Bàn việc mương.\n\nTHƯ KÝ                CHỦ TRÌ\nTrần Thị Ghi           Lê Văn Cả\n";
    let order = "CHỈ THỊ\nVề việc chống hạn\n\nỦy ban nhân dân tỉnh yêu cầu:\n\n1. Giữ nước.\n\n2. Nạo vét kênh.\n\n\
        KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHoàng Văn Nam\n";
    let thanks = "Đáp từ tại lễ mừng công\n\nKính thưa đồng chí Lê Văn Trên, Bí thư Huyện ủy!\n\nTôi xin cảm ơn ông Trần \
        Văn Giúp, Giám đốc Công ty Hạ Long.\n\nMột là, vui.\n\nHai là, lo.\n";
    let gone = "Rừng làng\n\nChủ tịch Hồ Chí Minh dạy trồng cây.\n\nTrường Trung học phổ thông Nguyễn Trãi trồng bốn đồi.\n";
    check_some(&[
        (minutes, &["speaker:", "date: 2024-03-03"]),
        (order, &["speaker:"]),
        (thanks, &["speaker:"]),
        (gone, &["speaker:", "office:"]),
        (
            "THÔNG BÁO KẾT LUẬN\nCỦA ĐỒNG CHÍ BÍ THƯ TỈNH ỦY\nTẠI BUỔI LÀM VIỆC VỚI SỞ Y TẾ\n\n\
             Đồng chí Bí thư Tỉnh ủy kết luận như sau:\n\n1. Mua thuốc.\n\n2. Sửa trạm.\n",
            &["speaker:", "office: Bí thư Tỉnh ủy"],
        ),
    ]);
}

#[test]
fn the_day_is_that_of_the_text_and_the_meeting_has_its_own() {
    let notice = "VĂN PHÒNG UBND TỈNH\nSố: 31/TB-VP\nHà Lâm, ngày 9 tháng 5 năm 2024\n\nTHÔNG BÁO\nKết luận tại cuộc họp về đê\n\n\
        Ngày 6/5/2024, UBND tỉnh tổ chức cuộc họp về đê. Sau khi nghe báo cáo, cuộc họp kết luận:\n\n1. Sửa đê.\n\n2. Trồng tre.\n";
    let page = speech(
        "Bí thư Huyện ủy đối thoại với dân\n\nThứ Năm, 08/10/2020, 07:15 (GMT+7)\n\n\
        (BHS) - Chiều 7/10, tại đình làng, Bí thư Huyện ủy đối thoại với nhân dân.",
    );
    let mail = "From: Văn phòng <vp@xa.example>\nTo: các thôn\nDate: Wed, 28 Sep 2022 08:10:44 +0700\nSubject: Fwd: ý kiến\n\n\
        > Ý kiến kết luận tại hội nghị thôn trưởng\n>\n> (Bản ghi ngày 27/9/2022)\n>\n> Thưa các anh chị,\n>\n> 1. Thu quỹ.\n>\n> 2. Trồng cây.\n";
    let base = "QUYẾT ĐỊNH\nCỦA BỘ THỬ NGHIỆM SỐ 05/2010/QĐ-BTN NGÀY 14 THÁNG 01 NĂM 2010\nVỀ VIỆC BỎ QUY ĐỊNH CŨ\n\n\
        Căn cứ Nghị định số 77/2009/NĐ-CP ngày 23 tháng 6 năm 2009 của Chính phủ;\n\nĐiều 1. Bỏ quy định cũ.\nĐiều 2. Quyết định có hiệu lực sau mười lăm ngày.\n";
    let founded =
        speech("Diễn văn kỷ niệm 60 năm ngày thành lập nông trường\n\n(20/10/1965 - 20/10/2025)");
    let words =
        speech("Lời chúc Tết\n\nĐọc ngày mồng Ba tháng Hai năm hai nghìn không trăm hai mươi tư");
    let cited = "Kế hoạch trồng rừng\n\nThực hiện Nghị quyết số 12-NQ/TU ngày 5/3/2021, xã làm các việc sau:\n\n1. Ươm cây.\n\n2. Trồng rừng.\n";
    let plain = "Ngày 29 tháng 11 năm 2025, Chủ tịch huyện đã đi kiểm tra kè. Chủ tịch kết luận như sau:\n\n1. Sửa kè trước 30/6.\n\n2. Mua đá.\n";
    let titled = "Kết luận của Chủ tịch huyện tại cuộc họp ngày 05/3/2024\n\nChủ tịch huyện yêu cầu:\n\n1. Sửa đường.\n\n2. Mua giống.\n";
    let broken = "Số 12-TB/VPTW\n\n*Hà Nội, ngày\n09 tháng 4 năm 2024*\n\n**THÔNG BÁO KẾT LUẬN**\nCỦA ĐỒNG CHÍ BÍ THƯ\n\n1. Rà soát.\n\n2. Báo cáo.\n";
    check_some(&[
        (notice, &["date: 2024-05-09", "meeting: 2024-05-06"]),
        (&page, &["date: 2020-10-07", "meeting:"]),
        (mail, &["date: 2022-09-27"]),
        (base, &["date: 2010-01-14"]),
        (&founded, &["date: 2025-10-20"]),
        (&words, &["date: 2024-02-03"]),
        (cited, &["date:"]),
        (plain, &["date: 2025-11-29", "meeting:"]),
        (titled, &["date: 2024-03-05"]),
        (broken, &["date: 2024-04-09"]),
    ]);
}

#[test]
fn the_occasion_is_whole_without_its_day() {
    let rows = [
        (
            "Phát biểu tại hội nghị tổng kết sản xuất nông, lâm nghiệp năm 2024, triển khai nhiệm vụ năm 2025",
            "Hội nghị tổng kết sản xuất nông, lâm nghiệp năm 2024, triển khai nhiệm vụ năm 2025",
        ),
        (
            "DIỄN VĂN BẾ MẠC\nKỲ HỌP THỨ MƯỜI BỐN HĐND HUYỆN KHÓA IX",
            "KỲ HỌP THỨ MƯỜI BỐN HĐND HUYỆN KHÓA IX",
        ),
        (
            "Phát biểu khai mạc kỳ họp thứ 22 HĐND tỉnh khóa XVII của Chủ tịch HĐND tỉnh",
            "Kỳ họp thứ 22 HĐND tỉnh khóa XVII",
        ),
        (
            "Ý kiến của Bí thư Thị ủy tại buổi làm việc với Ban Thường vụ Đảng ủy xã Gành",
            "Buổi làm việc với Ban Thường vụ Đảng ủy xã Gành",
        ),
        (
            "Kết luận của Chủ tịch huyện tại cuộc họp về đê điều ngày 05/3/2024",
            "Cuộc họp về đê điều",
        ),
        (
            "Phát biểu tại lễ ra quân \"Ngày thứ bảy tình nguyện\"",
            "Lễ ra quân \"Ngày thứ bảy tình nguyện\"",
        ),
    ];
    for (title, occasion) in rows {
        let text = speech(title);
        check_some(&[(&text, &[&format!("occasion: {occasion}")])]);
    }
}

#[test]
fn the_place_is_where_it_was_spoken() {
    let rows = [
        ("Địa điểm: xã Đồng Vôi, huyện Yên Khê", "xã Đồng Vôi, huyện Yên Khê"),
        ("Trung tâm Văn hóa huyện, ngày 28/12/2023", "Trung tâm Văn hóa huyện"),
        ("(Hội trường Công an tỉnh Hoành Sơn, 25/7/2022)", "Hội trường Công an tỉnh Hoành Sơn"),
        ("Xã Tả Phàng, thứ hai, ngày 9/12/2024", "Xã Tả Phàng"),
        ("Hà Lâm, ngày 20/8/2025", "Hà Lâm"),
    ];
    for (line, place) in rows {
        let text = speech(&format!("Bài nói tại buổi gặp mặt\n\n{line}"));
        check_some(&[(&text, &[&format!("place: {place}")])]);
    }
}

#[test]
fn laws_have_numbers() {
    let law = |number: &str| {
        format!(
            "QUỐC HỘI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{number}\n\n\
             Hà Nội, ngày 14 tháng 6 năm 2019\n\nLUẬT\n\nQuản lý đất bãi bồi\n\nĐiều 1. Phạm vi\n\nLuật này quy định.\n\n\
             Điều 2. Đối tượng\n\nÁp dụng cho các xã.\n"
        )
    };
    let rows = [
        ("Luật số: 43/2019/QH14", "43/2019/QH14"),
        ("Bộ luật số: 45/2019/QH14", "45/2019/QH14"),
        ("Nghị quyết số: 24/2022/UBTVQH15", "24/2022/UBTVQH15"),
        ("Số: 13/VBHN-BTC", "13/VBHN-BTC"),
    ];
    for (line, number) in rows {
        let text = law(line);
        check_some(&[(&text, &[&format!("number: {number}")])]);
    }
    let cited = "Kế hoạch trồng rừng\n\nThực hiện Luật số: 43/2019/QH14 và Nghị quyết số 5/2020/NQ-HĐND, xã làm:\n\n1. Ươm cây.\n\n2. Trồng.\n";
    check_some(&[(cited, &["number:"])]);
}

#[test]
fn a_title_tells_what_a_speech_is() {
    let rows = [
        ("Kết luận của Bí thư Tỉnh ủy tại hội nghị tổng kết", Some("conclusion")),
        ("Kết luận hội nghị triển khai Nghị quyết số 18", Some("conclusion")),
        ("THÔNG BÁO KẾT LUẬN CỦA CHỦ TỊCH TẠI CUỘC HỌP", Some("conclusion")),
        ("Chỉ thị về việc trồng cây", Some("directive")),
        ("Phát biểu khai mạc của Chủ tịch tại Đại hội", Some("opening")),
        ("Diễn văn bế mạc Đại hội", Some("closing")),
        ("Phát biểu của Bí thư tại lễ khai mạc", Some("address")),
        ("Thư gửi các em học sinh nhân ngày khai giảng", Some("letter")),
        ("Thông báo về lịch tiếp dân", Some("notice")),
        ("Bí thư Tỉnh ủy phát biểu tại hội nghị", Some("address")),
        ("Trồng cây, giữ rừng", None),
        ("Opening speech at the congress", Some("opening")),
        ("Báo cáo tình hình công tác quý một và kế hoạch công tác quý hai", Some("report")),
        ("Kế hoạch thực hiện Nghị quyết số 57 về khoa học", Some("plan")),
        ("Công văn 967/STC-QLG về việc rà soát hóa đơn", Some("letter")),
        ("Hướng dẫn thực hiện Quy định số 377", Some("plan")),
        ("Thông báo ý kiến kết luận của Phó Chủ tịch", Some("conclusion")),
        ("Văn bản hợp nhất Thông tư về kế toán", Some("decision")),
        ("Biên bản họp thôn thông qua nghị quyết", None),
    ];
    for (title, kind) in rows {
        let text =
            format!("{title}\n\nThưa các đồng chí!\n\nMột là: trồng cây.\n\nHai là: giữ rừng.");
        let parsed = parse(&text, &Lexicon::shipped());
        assert_eq!(parsed.kind.map(crate::speech::SpeechKind::name), kind, "{title}");
    }
}

#[test]
fn words_in_capitals_behind_an_office_are_no_name() {
    check(
        "THƯ\nCỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GỬI BÀ CON VÙNG LŨ\n\nThân gửi bà con!\n\n\
         Mấy hôm nay mưa lớn, nhiều nhà ngập sâu, tỉnh đang đưa gạo và nước sạch tới từng xóm.\n\n\
         Thân ái,\n\nQuách Thế Bình\nChủ tịch Ủy ban nhân dân tỉnh\n",
        "
title: THƯ CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GỬI BÀ CON VÙNG LŨ
speaker: Quách Thế Bình
office: Chủ tịch Ủy ban nhân dân tỉnh
",
    );
}

#[test]
fn a_day_is_not_put_together_from_cells_and_menus() {
    check_some(&[
        // The calendar of an archive of pages, as a table and as lines of a menu.
        (
            "| Sep | NOV | Dec |\n| --- | --- | --- |\n|  | 27 |  |\n| 2017 | 2018 | 2019 |\n\n\
             # Chỉ thị về phòng cháy rừng\n\nChủ tịch yêu cầu:\n\n1. Trực gác.\n\n2. Dọn cỏ.\n",
            &["date:"],
        ),
        (
            "Trang chủ\n\nNov\n\nDEC\n\n14\n\n2019\n\n# Chỉ thị về phòng cháy rừng\n\n05/03/2019\n\n\
             Chủ tịch yêu cầu:\n\n1. Trực gác.\n\n2. Dọn cỏ.\n",
            &["date: 2019-03-05"],
        ),
        (
            "| 12 | 5 | 2020 |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n# Chỉ thị về phòng cháy rừng\n\n\
             Chủ tịch yêu cầu:\n\n1. Trực gác.\n\n2. Dọn cỏ.\n",
            &["date:"],
        ),
        (
            "# Chỉ thị về phòng cháy rừng\n\nthứ ba, 05 03 2019 08:52\n\nChủ tịch yêu cầu:\n\n1. Trực gác.\n",
            &["date: 2019-03-05"],
        ),
        (
            "# Chỉ thị về phòng cháy rừng\n\n12 05 2019 hộ dân được tập huấn.\n\nChủ tịch yêu cầu:\n\n1. Trực gác.\n",
            &["date:"],
        ),
        // A day within a cell is one, and so is one that a line breaks.
        (
            "| UBND XÃ HÀ LÂM | Hà Lâm, ngày 5 tháng 3 năm 2019 |\n| --- | --- |\n\n\
             CHỈ THỊ\nVề phòng cháy rừng\n\nChủ tịch yêu cầu:\n\n1. Trực gác.\n\n2. Dọn cỏ.\n",
            &["date: 2019-03-05"],
        ),
    ]);
}

#[test]
fn a_limit_is_no_day_of_the_text() {
    let page = |limit: &str| {
        format!(
            "Trang chủ\n\n30/07/2019\n\n# Chỉ thị về an toàn hồ đập\n\nChủ tịch tỉnh vừa có Chỉ thị.\n\n\
             Các huyện báo cáo {limit} để tổng hợp.\n\nSở kiểm tra {limit}.\n"
        )
    };
    for limit in [
        "trước ngày 14 tháng 12",
        "trước ngày 14 tháng 6 và ngày 14 tháng 12",
        "trước ngày 14/6, 14/12",
        "vào ngày 14 tháng 12 hằng năm",
        "chậm nhất ngày 14 tháng 12 mỗi năm",
    ] {
        check_some(&[(&page(limit), &["date: 2019-07-30"])]);
    }
}
