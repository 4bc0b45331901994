//! Titles: which lines they are, in a text and in the formats, and what is none.

use crate::speech::parse::{Lexicon, Parsed, parse, parse_hinted};
use crate::speech::{Format, Hint, HintKind, Hints, SectionKind};
use crate::text::{TextRange, decode};

const PROSE: &str = "Trong quý vừa qua, các đơn vị trong toàn tỉnh đã hoàn thành phần lớn công việc được giao, \
    giữ vững nền nếp làm việc, phục vụ người dân chu đáo và đúng hẹn.";

/// Checks the title of a text, in NFC and NFD; empty for none. "@" stands for a paragraph.
fn check(text: &str, title: &str) {
    let text = text.replace('@', PROSE);
    let decomposed: String =
        unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
    for text in [text, decomposed] {
        let text = decode(text.into_bytes()).text;
        let parsed = parse(&text, &Lexicon::shipped());
        assert_eq!(parsed.title.as_deref().unwrap_or_default(), title, "of {text:?}");
    }
}

/// Returns the headings of a text.
fn headings(text: &str, parsed: &Parsed) -> Vec<String> {
    let sections = parsed.outline.sections.iter();
    let headings = sections.filter_map(|section| match section.kind {
        SectionKind::Heading(range) => Some(range.of(text).to_owned()),
        _ => None,
    });
    headings.collect()
}

/// Checks the title and that nothing of it is a heading, where a format sets each paragraph apart and says
/// of those that begin with "!" that they are in bold, of those with "#" that they are headings.
fn check_paper(format: Format, paragraphs: &[&str], title: &str) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for paragraph in paragraphs {
        let (kind, words) = match paragraph.strip_prefix('!') {
            Some(words) => (Some(HintKind::Bold), words),
            None => match paragraph.strip_prefix('#') {
                Some(words) => (Some(HintKind::Heading(1)), words),
                None => (None, *paragraph),
            },
        };
        let range = TextRange::new(text.len(), text.len() + words.len());
        marks.extend(kind.map(|kind| Hint { range, kind }));
        text += words;
        text += "\n\n";
    }
    let hints = Hints { format, marks, ..Hints::default() };
    let parsed = parse_hinted(&text, &hints, &Lexicon::shipped(), &[]);
    assert_eq!(parsed.title.as_deref().unwrap_or_default(), title, "of {text:?}");
    assert_eq!(headings(&text, &parsed), [""; 0], "of {text:?}");
}

const HEAD: &str = "SỞ THỦY LỢI\nSố: 7/BC-STL\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
    Độc lập - Tự do - Hạnh phúc\nSông Xanh, ngày 05 tháng 3 năm 2024\n\n";

#[test]
fn the_subject_stands_under_the_kind_of_a_document() {
    let rows = [
        (
            "BÁO CÁO\nTình hình sửa đê quý I năm 2024\n\n@",
            "BÁO CÁO Tình hình sửa đê quý I năm 2024",
        ),
        ("KẾ HOẠCH\n\nSửa đê và trồng tre năm 2024\n\n@", "KẾ HOẠCH Sửa đê và trồng tre năm 2024"),
        (
            "**CHƯƠNG TRÌNH**\n\n**Hành động vì dòng sông**\n\n**giai đoạn 2024 - 2030**\n\n@",
            "CHƯƠNG TRÌNH Hành động vì dòng sông giai đoạn 2024 - 2030",
        ),
        (
            "HƯỚNG DẪN\nMỘT SỐ VIỆC VỀ TRỒNG TRE,\nSỬA ĐÊ VÀ NẠO VÉT KÊNH\nTRÊN ĐỊA BÀN\nTỈNH SÔNG XANH\n\n@",
            "HƯỚNG DẪN MỘT SỐ VIỆC VỀ TRỒNG TRE, SỬA ĐÊ VÀ NẠO VÉT KÊNH TRÊN ĐỊA BÀN TỈNH SÔNG XANH",
        ),
        (
            "THÔNG BÁO\nÝ\nKIẾN CỦA CHỦ TỊCH HUYỆN TẠI BUỔI KIỂM TRA ĐÊ\n\n@",
            "THÔNG BÁO Ý KIẾN CỦA CHỦ TỊCH HUYỆN TẠI BUỔI KIỂM TRA ĐÊ",
        ),
        (
            "**KẾT LUẬN**\n\nCỦA ĐỒNG CHÍ CHỦ TỊCH HUYỆN\n\nTẠI HỘI NGHỊ CÔNG TÁC ĐÊ ĐIỀU\n\n@",
            "KẾT LUẬN CỦA ĐỒNG CHÍ CHỦ TỊCH HUYỆN TẠI HỘI NGHỊ CÔNG TÁC ĐÊ ĐIỀU",
        ),
        (
            "LUẬT\n\nBẢO VỆ DÒNG SÔNG\n\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n\nĐiều 1. Phạm vi",
            "LUẬT BẢO VỆ DÒNG SÔNG",
        ),
        (
            "NGHỊ QUYẾT\nVề việc xây kè\n\nHỘI ĐỒNG NHÂN DÂN XÃ\n\nCăn cứ Luật Đê điều;\n\nĐiều 1. Xây kè.",
            "NGHỊ QUYẾT Về việc xây kè",
        ),
        (
            "THÔNG TƯ\nCỦA BỘ THỦY LỢI SỐ 2/2010/TT-BTL\nNGÀY 19 THÁNG 01 NĂM 2010\nQUY ĐỊNH VỀ SỬA ĐÊ\n\nCăn cứ Luật Đê điều;\n\nĐiều 1.",
            "THÔNG TƯ CỦA BỘ THỦY LỢI SỐ 2/2010/TT-BTL NGÀY 19 THÁNG 01 NĂM 2010 QUY ĐỊNH VỀ SỬA ĐÊ",
        ),
        (
            "TỜ TRÌNH\nSố: 12/TTr-STL\nVề việc xin kinh phí sửa đê\n\nKính gửi: Ủy ban nhân dân tỉnh\n\n@",
            "TỜ TRÌNH Về việc xin kinh phí sửa đê",
        ),
    ];
    for (text, title) in rows {
        check(text, title);
        check(&format!("{HEAD}{text}"), title);
    }
}

#[test]
fn the_name_of_a_kind_alone_is_not_joined_too_far() {
    check(
        "THÔNG BÁO\n\nSáng 3/4, Ủy ban nhân dân huyện họp bàn việc sửa đê.\n\n1. Sửa đê.\n\n2. Trồng tre.",
        "THÔNG BÁO",
    );
    check("THƯ NGỎ\nKính gửi: Bà con trong xã\n\n@", "THƯ NGỎ");
    check("QUYẾT ĐỊNH\n\nĐiều 1. Ban hành quy chế.\n\nĐiều 2. Văn phòng thi hành.", "QUYẾT ĐỊNH");
    check("BÁO CÁO\n\nĐồng chí Lê Văn An, Giám đốc sở, trình bày\n\n@", "BÁO CÁO");
    check(
        "THÔNG BÁO\nThông báo ý kiến của Chủ tịch huyện về việc sửa đê\n\n@",
        "Thông báo ý kiến của Chủ tịch huyện về việc sửa đê",
    );
}

#[test]
fn a_letter_has_its_subject_for_a_title() {
    check(
        "SỞ THỦY LỢI\nSố: 96/STL-VP\nV/v rà soát các kè ven sông\n\nKính gửi: Các huyện\n\n@",
        "V/v rà soát các kè ven sông",
    );
    check(
        "CÔNG VĂN 96/STL-VP\n\nV/v rà soát các kè\n\nKính gửi: Các huyện\n\n@",
        "CÔNG VĂN 96/STL-VP V/v rà soát các kè",
    );
}

#[test]
fn a_subject_stands_by_itself_below_the_number() {
    check(
        "ĐIỆN LỰC TỈNH\nĐIỆN LỰC HUYỆN SÔNG XANH\n\nSố: 12/ĐL-KD\nV/v kiểm tra công tơ của các hộ\ntại ba xã ven sông\n\n\
         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSông Xanh, ngày 03 tháng 6 năm 2024\n\n\
         Kính gửi: Ủy ban nhân dân các xã.\n\n@\n",
        "V/v kiểm tra công tơ của các hộ tại ba xã ven sông",
    );
}

#[test]
fn a_short_name_of_a_kind_a_headline_and_a_lady_begin_titles() {
    check(
        "THƯ\nCỦA BÍ THƯ TỈNH ỦY GỬI CÁC THẦY GIÁO, CÔ GIÁO NHÂN NGÀY KHAI TRƯỜNG\n\nThân gửi các thầy, các cô!\n\n@\n",
        "THƯ CỦA BÍ THƯ TỈNH ỦY GỬI CÁC THẦY GIÁO, CÔ GIÁO NHÂN NGÀY KHAI TRƯỜNG",
    );
    check(
        "Bà Lê Thị Thí, Giám đốc Sở Y tế: Trạm xá phải mở cửa cả ban đêm\n\n08:15 | 12/03/2024\n\n@\n\nThưa các đồng chí!\n\n@\n",
        "Bà Lê Thị Thí, Giám đốc Sở Y tế: Trạm xá phải mở cửa cả ban đêm",
    );
    check(
        "Opening remarks by Mrs. Anna Berg, Minister of Fisheries, at the River Forum\nSong Xanh, March 19, 2024\n\n\
         Excellencies,\n\nI am glad to open this forum, and I thank the province for the warm welcome that it gave us.\n",
        "Opening remarks by Mrs. Anna Berg, Minister of Fisheries, at the River Forum",
    );
}

#[test]
fn a_place_with_a_day_and_a_day_without_marks_are_no_part_of_a_title() {
    for place in [
        "Trường Tiểu học Sông Xanh, sáng 15/11/2023",
        "Hội trường xã, tối 2-9-2024",
        "Ngày 15/11/2023",
    ] {
        check(
            &format!(
                "Diễn văn chào mừng tại Lễ đón bằng công nhận làng nghề\n{place}\n\nKính thưa các vị đại biểu!\n\n@\n"
            ),
            "Diễn văn chào mừng tại Lễ đón bằng công nhận làng nghề",
        );
    }
    check(
        "Phat bieu be mac Hoi thi tay nghe cua Giam doc Cong ty\nNgay 21/10/2023\n\nThua ban giam khao!\n\nHai ngay thi da qua rat nhanh va anh em da co gang het suc minh.\n",
        "Phat bieu be mac Hoi thi tay nghe cua Giam doc Cong ty",
    );
}

#[test]
fn a_speech_is_named_with_its_occasion() {
    let rows = [
        (
            "PHÁT BIỂU CHỈ ĐẠO\nCủa Bí thư Huyện ủy Lê Văn An\ntại hội nghị đê điều\n\nThưa các đồng chí!\n\n@",
            "PHÁT BIỂU CHỈ ĐẠO Của Bí thư Huyện ủy Lê Văn An tại hội nghị đê điều",
        ),
        (
            "DIỄN VĂN KHAI MẠC\n\nNgày hội trồng tre huyện Sông Xanh\n\n(Do ông Lê Văn An đọc)\n\nThưa các bạn!\n\n@",
            "DIỄN VĂN KHAI MẠC Ngày hội trồng tre huyện Sông Xanh",
        ),
        (
            "Phát biểu của Chủ tịch huyện\nTại lễ ra quân trồng tre\n\nĐồng chí Lê Văn An, Chủ tịch huyện\n\nThưa bà con!\n\n@",
            "Phát biểu của Chủ tịch huyện Tại lễ ra quân trồng tre",
        ),
        (
            "BÁO CÁO CỦA BAN QUẢN LÝ ĐÊ\ntrình đại hội thành viên\n\nThưa bà con!\n\n@",
            "BÁO CÁO CỦA BAN QUẢN LÝ ĐÊ",
        ),
        (
            "Tóm tắt kết luận giao ban tuần 34\nSáng 19 tháng Tám năm 2024, ông Lê Văn An - Giám đốc - điều hành\n\n@",
            "Tóm tắt kết luận giao ban tuần 34",
        ),
        (
            "THU NGO GUI BA CON XA SONG XANH\n\nThua ba con!\n\n1. Sua de.\n\n2. Trong tre.",
            "THU NGO GUI BA CON XA SONG XANH",
        ),
        (
            "Remarks by the Chairman of the River Council\n\nAn Le, Chairman\n\nLadies and gentlemen,\n\n@",
            "Remarks by the Chairman of the River Council",
        ),
    ];
    for (text, title) in rows {
        check(text, title);
    }
}

#[test]
fn what_stands_around_a_title_is_none() {
    let rows = [
        "Báo Sông Xanh điện tử",
        "Cổng thông tin điện tử huyện Sông Xanh",
        "Trang nhất > Thời sự > Đê điều",
        "Trang chủ / Tin tức / Đê điều",
        "Chính trị | Kinh tế | Xã hội",
        "Thời sự  Kinh tế  Văn hóa  Bạn đọc",
        "KINH TẾ\n\n12/02/2025 17:20",
        "ỦY BAN NHÂN DÂN HUYỆN SÔNG XANH",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT SÔNG XANH",
        "CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc",
        "CÔNG BÁO/Số 993 + 994/Ngày 26-12-2019",
        "[Trang chủ](#) / [Đê điều](#)",
        "Liên kết website",
        "TÀI LIỆU LƯU HÀNH NỘI BỘ",
        "XÃ HỘI - ĐỜI SỐNG",
        "Chuyên mục: Đê điều",
    ];
    for around in rows {
        check(
            &format!("{around}\n\nKết luận của Chủ tịch huyện về việc sửa đê\n\n@\n\n@"),
            "Kết luận của Chủ tịch huyện về việc sửa đê",
        );
        check(
            &format!("{around}\n\nBà con hai bờ sông cùng nhau trồng tre giữ đê\n\n@\n\n@"),
            "Bà con hai bờ sông cùng nhau trồng tre giữ đê",
        );
    }
}

#[test]
fn a_mail_names_its_text_in_its_subject_or_in_the_text() {
    let head = "Từ: Văn thư xã\nĐến: các thôn\nChủ đề: Fwd: Họp bàn sửa đê tháng 5\n\nCác đồng chí xem, thực hiện ngay trong tuần này giúp văn phòng.\n\n";
    check(
        &format!(
            "{head}> Ý kiến của Chủ tịch xã tại buổi họp\n> bàn việc sửa đê\n>\n> Thưa các đồng chí!\n>\n> @"
        ),
        "Ý kiến của Chủ tịch xã tại buổi họp bàn việc sửa đê",
    );
    check(&format!("{head}Thưa các đồng chí!\n\n@"), "Họp bàn sửa đê tháng 5");
}

#[test]
fn who_wrote_a_text_is_not_its_title() {
    for person in [
        "Đại tá Lê Văn An",
        "*Bí thư Huyện ủy, Chủ tịch Hội đồng nhân dân huyện*",
        "TS. Lê Văn An, Viện trưởng",
    ] {
        check(&format!("{person}\n\n@\n\n@"), "");
    }
    check("A. phần mở đầu\n\n@", "");
    check("Lời mở đầu\n\n@", "");
    check("@\n\n## Mục đích, yêu cầu\n\n@\n\n## Tổ chức thực hiện\n\n@", "");
}

#[test]
fn signs_around_a_title_are_no_part_of_it() {
    check("===== BIÊN BẢN HỌP THÔN =====\n\n@", "BIÊN BẢN HỌP THÔN");
    check(
        "*** DIỄN VĂN NGÀY HỘI TRỒNG TRE ***\n\nThưa bà con!\n\n@",
        "DIỄN VĂN NGÀY HỘI TRỒNG TRE",
    );
}

#[test]
fn a_row_of_a_table_is_no_title() {
    let row = "| Số điện thoại | : | ........ |";
    check(
        &format!(
            "BIÊN BẢN LÀM VIỆC\n\nChúng tôi gồm:\n\n| Bên A | : | Lê Văn An |\n{row}\n| Bên B | : | Trần Thị Ba |\n{row}\n\n@"
        ),
        "BIÊN BẢN LÀM VIỆC",
    );
}

#[test]
fn a_title_may_be_of_two_parts_with_a_colon_between() {
    let names = ["NGUỒN NƯỚC Ở CÁC XÃ VÙNG NÚI:", "THỰC TRẠNG VÀ VIỆC CẦN LÀM"];
    for author in ["ThS. Lê Văn An", "Lê Văn An"] {
        let head = [names[0], names[1], author, PROSE];
        check_paper(Format::Pdf, &head, &names.join(" "));
        check_paper(
            Format::Docx,
            &["!NGUỒN NƯỚC Ở CÁC XÃ VÙNG NÚI:", "!THỰC TRẠNG VÀ VIỆC CẦN LÀM", author, PROSE],
            &names.join(" "),
        );
        check(&format!("{}\n{}\n\n{author}\n\n{PROSE}\n", names[0], names[1]), &names.join(" "));
    }
    // A part that announces a list is none.
    check(
        &format!(
            "PHÁT BIỂU TẠI HỘI NGHỊ\n\n{PROSE}\n\nNHIỆM VỤ CỦA CÁC ĐƠN VỊ:\n\n1. Trồng cây.\n\n2. Giữ rừng.\n"
        ),
        "PHÁT BIỂU TẠI HỘI NGHỊ",
    );
}

#[test]
fn a_table_may_be_the_document_and_its_name_the_title() {
    for (kind, subject) in [
        ("BẢNG PHÂN CÔNG NHIỆM VỤ", "Thực hiện kế hoạch trồng rừng năm 2025"),
        ("BẢNG TỔNG HỢP", "Ý kiến của các thôn về quy hoạch"),
        ("LỊCH CÔNG TÁC", "Của lãnh đạo huyện từ ngày 3/2 đến ngày 7/2/2025"),
    ] {
        let head = [
            "!HUYỆN ỦY HÀ LÂM".to_owned(),
            format!("!{kind}"),
            format!("!{subject}"),
            PROSE.to_owned(),
        ];
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        check_paper(Format::Docx, &head, &format!("{kind} {subject}"));
    }
}

#[test]
fn bold_sets_nothing_off_in_a_text_that_is_bold_throughout() {
    let bold = |words: &str| format!("!{words}");
    let all: Vec<String> = [
        "QUY ĐỊNH VỀ QUỸ CỦA XÃ",
        "Khoản thứ nhất: Lập ở xã một quỹ để thu nhận tiền và đồ vật mà nhân dân quyên góp.",
        "Ông An được lập một tổ giúp việc.",
        "Quỹ ở xã gọi là Quỹ Chung.",
        "Ông An chịu trách nhiệm về mọi việc của quỹ, được đề nghị lên xã những việc cần làm và nhận tiền gửi về.",
        "Khoản thứ hai: Tại các thôn, quỹ do trưởng thôn tổ chức và chịu trách nhiệm.",
    ]
    .map(bold)
    .to_vec();
    let paragraphs: Vec<&str> = all.iter().map(String::as_str).collect();
    check_paper(Format::Doc, &paragraphs, "QUY ĐỊNH VỀ QUỸ CỦA XÃ");
}

#[test]
fn a_repeated_line_below_does_not_swallow_the_list_above() {
    let text = "# Phát biểu tại hội nghị nhà nông\n\nTôi xin nhấn mạnh các nhiệm vụ sau:\n\n- Sửa đê;\n- Trồng tre.\n\nChủ tịch danh dự\n\nÔng An đã đến.\n\nChủ tịch danh dự\n\nBà Ba đã đến.";
    check(text, "Phát biểu tại hội nghị nhà nông");
    assert_eq!(parse(text, &Lexicon::shipped()).outline.items.len(), 2);
}

#[test]
fn a_title_may_end_in_a_full_stop_and_a_sentence_is_none() {
    check(
        "Thông báo kết luận của giám đốc lê văn an tại hội nghị tổng kết năm 2009 của sở.\n@\n\n1. Sửa đê.\n\n2. Trồng tre.",
        "Thông báo kết luận của giám đốc lê văn an tại hội nghị tổng kết năm 2009 của sở.",
    );
    check("Báo cáo đã được gửi tới các đại biểu từ hôm qua.\n\n@", "");
    check(
        "# Ngành đê điều phải đi đầu (*)\n\n@\n\n(*) Đầu đề do Báo đặt.",
        "Ngành đê điều phải đi đầu",
    );
}

#[test]
fn formats_say_what_is_in_bold_and_what_a_heading() {
    for format in [Format::Docx, Format::Odt, Format::Rtf, Format::Pdf, Format::Html] {
        check_paper(
            format,
            &[
                "SỞ THỦY LỢI",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "!KẾ HOẠCH",
                "!Sửa các tuyến đê xung yếu",
                "!tại ba huyện ven sông,",
                "!các xã bãi ngang năm 2024",
                "-----",
                "ỦY BAN NHÂN DÂN TỈNH",
                PROSE,
            ],
            "KẾ HOẠCH Sửa các tuyến đê xung yếu tại ba huyện ven sông, các xã bãi ngang năm 2024",
        );
        check_paper(
            format,
            &[
                "QUYẾT ĐỊNH",
                "BAN HÀNH QUY CHẾ SỬA ĐÊ",
                "VÀ TRỒNG TRE",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN",
                "Căn cứ Luật Đê điều;",
                "Điều 1. Ban hành quy chế.",
            ],
            "QUYẾT ĐỊNH BAN HÀNH QUY CHẾ SỬA ĐÊ VÀ TRỒNG TRE",
        );
        check_paper(
            format,
            &["Trang thông tin của xã", "#Họp bàn sửa cầu Bến Tre", PROSE, PROSE],
            "Họp bàn sửa cầu Bến Tre",
        );
        check_paper(
            format,
            &["BÁO CÁO\nTình hình sửa đê\nquý I năm 2024", PROSE],
            "BÁO CÁO Tình hình sửa đê quý I năm 2024",
        );
    }
}

#[test]
fn the_title_of_a_chapter_may_have_several_lines() {
    let text = format!(
        "QUY CHẾ\n\nLàm việc của ban\n\nChương I\n\nNHỮNG QUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n{PROSE}\n\n\
        Chương II\n\nĐỐI THOẠI, THƯƠNG LƯỢNG\n\nVÀ THỎA THUẬN\n\nĐiều 2. Đối thoại\n\n{PROSE}"
    );
    let parsed = parse(&text, &Lexicon::shipped());
    assert_eq!(headings(&text, &parsed), [""; 0]);
    let label = parsed.outline.items[2].label.of(&text);
    assert_eq!(
        label.split_whitespace().collect::<Vec<_>>().join(" "),
        "ĐỐI THOẠI, THƯƠNG LƯỢNG VÀ THỎA THUẬN"
    );
}

#[test]
fn a_title_may_begin_with_the_name_of_a_month() {
    let prose = "We have come a long way together, and there is a good deal of work before all of us this year.";
    for title in
        ["August Revolution 1945: what it left to us", "Marching to 2030 with our partners"]
    {
        check(&format!("{title}\n\nLadies and gentlemen,\n\n{prose}\n"), title);
    }
}
