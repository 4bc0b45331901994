//! Where a speech ends: behind its last list, never with it.

use crate::speech::parse::{Lexicon, parse};
use crate::speech::{FurnitureKind, ItemForm};
use crate::text::decode;

/// Tells which lines open items, and from which line on the text ends.
fn ending(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let items = outline.items.iter().filter(|item| item.form == ItemForm::Paragraph);
    let items: Vec<String> = items.map(|item| item.line.to_string()).collect();
    let ends = outline.furniture.iter().filter(|part| part.kind == FurnitureKind::Closing);
    let ends: Vec<String> =
        ends.map(|part| format!("{}-{}", part.first_line, part.last_line)).collect();
    format!("items {} ending {}", items.join(" "), ends.join(" "))
}

/// Checks a text composed, decomposed, and with line ends of Windows.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(ending(text), expected, "of {text:?}");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(ending(&decomposed), expected, "of {text:?} in NFD");
    assert_eq!(ending(&text.replace('\n', "\r\n")), expected, "of {text:?} with CR LF");
}

const FAREWELLS: &[&str] = &[
    "Xin cảm ơn các đồng chí.",
    "Xin trân trọng cảm ơn!",
    "Xin cảm ơn.",
    "**Xin trân trọng cảm ơn!**",
    "Chúc các đồng chí mạnh khỏe. Xin cảm ơn.",
    "Cảm ơn bà con đã lắng nghe.",
    "Kính chúc quý vị đại biểu sức khỏe, hạnh phúc.",
    "Cuối cùng, xin chúc các đồng chí hoàn thành nhiệm vụ.",
    "Với tinh thần đó, tôi xin tuyên bố bế mạc Hội nghị. Xin trân trọng cảm ơn.",
    "Tôi xin tuyên bố khai mạc lớp tập huấn.",
    "Thay mặt lãnh đạo huyện, trân trọng cảm ơn các đồng chí.",
    "Tôi xin hết.",
    "Hẹn gặp lại bà con vào vụ sau.",
    "Xin cam on cac dong chi.",
    "Thank you very much.",
];

#[test]
fn a_list_behind_the_last_salutation_is_no_ending() {
    let members = ["Rà soát các khoản chi của", "Khơi thông mương thoát nước ở", "Trồng cây ven"];
    let numbers = [
        "Một",
        "Hai",
        "Ba",
        "Bốn",
        "Năm",
        "Sáu",
        "Bảy",
        "Tám",
        "Chín",
        "Mười",
        "Mười một",
        "Mười hai",
        "Mười ba",
        "Mười bốn",
        "Mười lăm",
    ];
    let leads = [
        "Đề nghị làm tốt các nhiệm vụ sau:",
        "Tôi đề nghị các thôn làm ngay những việc sau đây.",
        "**Nhiệm vụ năm tới**",
    ];
    for count in [2, 3, 8, 9, 15] {
        for (index, farewell) in FAREWELLS.iter().enumerate() {
            let lead = leads[index % leads.len()];
            let gap = if index % 4 == 3 { "\n" } else { "\n\n" };
            let mut lines = vec!["Phát biểu tại hội nghị xã Bình An", "Thưa các đồng chí,", lead];
            let items: Vec<String> = (0..count)
                .map(|at| {
                    let words = members[at % members.len()];
                    match index % 3 {
                        0 => format!("{} là: {words} thôn {at}.", numbers[at]),
                        1 => format!("{}. {words} thôn {at}.", at + 1),
                        _ => format!("- {words} thôn {at};"),
                    }
                })
                .collect();
            lines.extend(items.iter().map(String::as_str));
            lines.push(farewell);
            let step = gap.len();
            let line = |at: usize| 1 + step * at;
            let opened: Vec<String> = (3..3 + count).map(|at| line(at).to_string()).collect();
            let end = line(3 + count);
            let expected = format!("items {} ending {end}-{end}", opened.join(" "));
            check(&lines.join(gap), &expected);
        }
    }
}

#[test]
fn every_form_of_a_farewell_stays_one() {
    for (text, expected) in [
        // A salutation, a wish of a paragraph, thanks.
        (
            "Kết luận hội nghị\n\nThưa các đồng chí,\n\nCác nhiệm vụ sau:\n\n1. Nạo vét kênh.\n\n2. Kiểm tra cống.\n\n\
             Thưa các đồng chí!\n\nNhân dịp năm mới, tôi xin chúc các đồng chí dồi dào sức khỏe.\n\nXin trân trọng cảm ơn!",
            "items 7 9 ending 11-15",
        ),
        // A vow and a declaration between them.
        (
            "Diễn văn bế mạc\n\nThưa Đại hội,\n\nMột là: Thông qua nghị quyết.\n\nHai là: Bầu ban chấp hành.\n\n\
             Thưa Đại hội!\n\nTôi tin rằng hợp tác xã ta sẽ vững bước đi lên.\n\nTôi tuyên bố bế mạc Đại hội.\n\n\
             Khối đoàn kết của xã ta muôn năm!",
            "items 5 7 ending 9-15",
        ),
        // No list at all.
        ("Thưa bà con,\n\nVụ mùa năm nay được.\n\nXin cảm ơn bà con.", "items  ending 5-5"),
        // Hard-wrapped lines without blank lines between paragraphs.
        (
            "Phát biểu tại hội nghị thủy nông\n\nThưa các đồng chí!\n\nĐề nghị bà con làm tốt mấy việc sau đây:\n\n\
             Một là, không xả rác ra mương tiêu của thôn mình và của\nthôn bạn.\n\nHai là, đóng thủy lợi phí đúng hạn cho hợp tác xã, không để\nnợ đọng.\n\n\
             Ba là, cử người trực bơm khi có mưa lớn.\n\nXin chúc bà con một vụ mùa bội thu, nhà nhà đủ đầy, làng xóm\nyên vui. Xin trân trọng cảm ơn!",
            "items 7 10 13 ending 15-16",
        ),
        // In English.
        (
            "Remarks at the meeting\n\nDear friends,\n\nWe have three tasks:\n\n1. Clear the ditches.\n\n2. Mend the pumps.\n\n\
             3. Keep the dyke.\n\nI wish you good health. Thank you.",
            "items 7 9 11 ending 13-13",
        ),
        // A list of tasks, then its signature.
        (
            "THÔNG BÁO\n\n1. Rà soát hồ sơ.\n\n2. Báo cáo kết quả.\n\nVăn phòng thông báo để các đơn vị biết, thực hiện./.\n\n\
             TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn Bình",
            "items 3 5 ending 7-11",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn thanks_and_slogans_in_the_middle_swallow_no_list() {
    for (text, expected) in [
        (
            "Phát biểu tại giao ban\n\nTuần qua kho nhập đủ hàng.\n\nTôi xin cảm ơn tổ bốc xếp.\n\n\
             Tuần tới tôi giao các nhiệm vụ sau:\n\nMột là: Khóa kho.\n\nHai là: Nộp sổ.\n\nHọp xong lúc 9 giờ.",
            "items 9 11 ending ",
        ),
        (
            "Lễ phát động\n\nChúc các đội lên đường mạnh khỏe!\n\nNhiệm vụ của các đội:\n\n- Trồng rừng.\n\n- Dọn bãi biển.",
            "items 7 9 ending ",
        ),
        // What slogans are to be hung up is a list.
        (
            "Hướng dẫn trang trí\n\nCác khẩu hiệu sau:\n\n1. Đảng Cộng sản Việt Nam quang vinh muôn năm!\n\n\
             2. Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!\n\n3. Tinh thần đồng khởi bất diệt!",
            "items 5 7 9 ending ",
        ),
        (
            "Hướng dẫn trang trí\n\nCác khẩu hiệu sau:\n\n- Đảng Cộng sản Việt Nam quang vinh muôn năm!\n\n\
             - Quê hương đổi mới!\n\n- Tinh thần đồng khởi bất diệt!",
            "items  ending ",
        ),
        // Those who are thanked.
        (
            "Thư ngỏ\n\nXin cảm ơn:\n\n- Hợp tác xã Sông Xanh;\n\n- Trường tiểu học Bến Thóc.",
            "items 5 7 ending ",
        ),
        (
            "Thư chúc mừng\n\nTôi xin chúc các tập thể sau:\n\n1. Tổ đan lát.\n\n2. Tổ thêu ren.\n\nTrân trọng!",
            "items 5 7 ending 9-9",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn recipients_bylines_and_notes_swallow_no_list() {
    for (text, expected) in [
        // Recipients at the top of a mail, the list right below.
        (
            "Giao việc tuần 5\nNơi nhận:\n- Các tổ;\n- Lưu sổ.\nNhiệm vụ trong tuần:\n- Chỉnh máy in.\n- Dán tem thùng.\n",
            "items 6 7 ending 2-4",
        ),
        (
            "THÔNG BÁO\n\nNơi nhận:\n- Các tổ;\n- Lưu sổ.\n1. Chỉnh máy in.\n2. Dán tem thùng.\n",
            "items 6 7 ending 3-5",
        ),
        // A last member that reads like a byline or a signature.
        (
            "Phân công trực\n\nCác phần việc sau:\n\nA. Tổ Trực Bơm\n\nB. Tổ Canh Đê",
            "items 5 7 ending ",
        ),
        // A list in brackets whose first words are those of a reference.
        (
            "Kế hoạch xuất bản\n\nGồm hai phần: (1) biên soạn; (2) in ấn.\n\nCụ thể, các tổ thực hiện các nhiệm vụ sau:\n\n\
             (1) Biên tập toàn tập sách của làng.\n\n(2) Xin giấy phép của Nxb. Bến Sông.",
            "items 7 9 ending ",
        ),
        // A note in the middle, a list behind it.
        (
            "Phát biểu của Chủ tịch xã\n\nNăm qua xã thực hiện nghị quyết [1] và đạt kết quả tốt.\n\n\
             [1] Nghị quyết số 5 của Hội đồng.\n\nNhiệm vụ tới:\n\n1. Nạo vét kênh.\n\n2. Sửa cống.",
            "items 9 11 ending ",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_degree_before_a_name_is_no_letter_of_a_list() {
    for name in ["TS. Nguyễn Văn An", "BS. Lê Thị Thí", "MC. Trần Văn Mẫu"] {
        let text = format!(
            "Phát biểu tại hội nghị\n\nKính thưa các đồng chí!\n\nTrong năm qua, bà con xã ta đã trồng thêm hai trăm héc-ta rừng.\n\n\
             Xin trân trọng cảm ơn các đồng chí!\n\n{name}\n"
        );
        let text = crate::text::decode(text.into_bytes()).text;
        let parsed = crate::speech::parse::parse(&text, &crate::speech::parse::Lexicon::shipped());
        let last = parsed.blocks.last().expect("a block");
        assert_eq!(
            last.kind,
            crate::speech::BlockKind::Furniture(crate::speech::FurnitureKind::Closing),
            "{name}"
        );
    }
}
