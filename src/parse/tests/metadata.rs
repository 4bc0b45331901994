//! What a text tells of itself.

use crate::parse::{Lexicon, parse};
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
    ];
    for (title, kind) in rows {
        let text =
            format!("{title}\n\nThưa các đồng chí!\n\nMột là: trồng cây.\n\nHai là: giữ rừng.");
        let parsed = parse(&text, &Lexicon::shipped());
        assert_eq!(parsed.kind.map(crate::model::SpeechKind::name), kind, "{title}");
    }
}
