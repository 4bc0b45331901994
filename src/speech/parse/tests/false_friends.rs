//! Lines that look like markers, salutations or furniture and are none: alone, between the items
//! of a list that they could go on, and before one.

use super::{check, shape};
use crate::speech::parse::{Lexicon, parse};
use crate::speech::{BlockKind, FurnitureKind};

/// Asserts that lines open no item: not by themselves, and not where a list of any family is open.
#[track_caller]
fn no_items(lines: &[&str]) {
    check(&lines.join("\n\n"), "");
    for line in lines {
        check(line, "");
        let text = format!(
            "Các nhiệm vụ sau:\n\nMột là: rà soát.\n\n{line}\n\nHai là: sửa đổi.\n\n{line}\n\nCuối bài."
        );
        assert_eq!(shape(&text), "Một là: Hai là:", "of {text:?}");
    }
}

#[test]
fn years_are_no_fifth_items() {
    no_items(&[
        "Năm 2021, là năm đầu nhiệm kỳ,",
        "Năm ngoái, nhà trường đã đón ba đoàn khách.",
        "Năm nay, tỉnh ta được mùa.",
        "Năm 1975, trong thư gửi đồng bào, ông viết.",
        "2024.",
        "2030. Tầm nhìn đến năm 2045",
    ]);
}

#[test]
fn weekdays_are_no_ordinals() {
    no_items(&[
        "Thứ Sáu, 11/03/2022, 09:15 [GMT+7]",
        "Thứ Ba, 05/11/2019, 07:40 (GMT+7)",
        "Thứ hai, ngày 03/02/2025 - 10:20",
        "Thứ 4, Ngày 21/08/2024 -",
        "*Thứ bảy*, ngày 1 tháng 6",
        "Thứ Hai 08/04/2024",
    ]);
}

#[test]
fn number_words_in_sentences_open_nothing() {
    no_items(&[
        "Một trong những cuốn sách hay của bà,",
        "Một số kết quả bước đầu đáng ghi nhận",
        "Một mặt, ngân hàng cho vay vốn mới,",
        "Hai bên bờ sông là những hàng cây",
        "Ba mươi năm xây dựng và trưởng thành",
        "Mười phút sau, vào lúc 5:20 chiều",
        "Bốn phương, tám hướng đều về đây",
        "Sáu tháng đầu năm, thu ngân sách tăng",
    ]);
}

#[test]
fn ordinals_in_names_open_nothing() {
    no_items(&[
        "Thứ trưởng Bộ Y tế (2011-2018) đến dự",
        "Thứ hạng của tỉnh được nâng lên,",
        "Thứ nhất của cuộc thi thuộc về đội tuyển",
    ]);
}

#[test]
fn named_words_in_sentences_open_nothing() {
    no_items(&[
        "Điều này được xem là bước tiến",
        "Điều 7 của Nghị định số 30/2020/NĐ-CP;",
        "Điều 12, khoản 3 của Luật này,",
        "Điều 5; Điều 6 và Điều 9 của Quy chế",
        "Điều 3, 4 và 5 của Quy định",
        "Phần lớn nguồn vốn đầu tư công",
        "Mục tiêu và giải pháp của Chương trình",
        "Mục 2 Chương III của Luật quy định",
        "Nhóm 5 người dân ở lại",
        "Bước vào năm học mới,",
        "Chương trình, kế hoạch đã đề ra",
        "Nhiệm vụ 2024 là rất nặng nề",
    ]);
}

#[test]
fn wrapped_numbers_and_dates_open_nothing() {
    no_items(&[
        "15/12/2024 và số 120/CĐ-TTg ngày",
        "72,4%; các huyện cơ bản đạt trên 95%",
        "1.250 tỷ đồng đã được giải ngân.",
        "2,5 triệu lượt khách.",
        "12:30 cùng ngày",
        "8, 9, 10, 11)*; trong đó,",
        "3-4 vụ mỗi năm",
        "20/1, tại trụ sở",
        "1/3 số hộ",
        "101. Quá nhiều",
        "(12)",
        "(2023)",
        "(02 nghị quyết, 04 chương trình)",
        "7.",
    ]);
}

#[test]
fn letters_and_abbreviations_open_nothing() {
    no_items(&[
        "V/V TĂNG CƯỜNG PHÒNG CHÁY",
        "V/v tăng cường phòng cháy",
        "XIV của Đảng đã xác định",
        "X. Nguyễn, nhà báo",
        "(QNĐT) - Bài phát biểu của đồng chí",
        "v.v. và nhiều việc khác",
        "TP. Hà Nội",
        "P. Văn thư",
        "f) không có trong bảng chữ cái",
    ]);
}

#[test]
fn a_signature_opens_nothing() {
    check("Mở đầu.\n\nT/M BAN THƯỜNG VỤ HUYỆN ỦY\n\nPHÓ BÍ THƯ", "");
}

#[test]
fn a_roman_five_is_no_subject_line() {
    check(
        "I. MỘT\n\nII. HAI\n\nIII. BA\n\nIV. BỐN\n\nV/V PHÒNG CHÁY",
        "
[md \"\" 4]
  md.1 I. @1 other
  md.2 II. @3 other
  md.3 III. @5 other
  md.4 IV. @7 other
",
    );
}

#[test]
fn one_member_makes_no_list() {
    for line in [
        "Trước hết, Thủ tướng nói bằng tiếng Anh.",
        "- Về phát triển văn hóa",
        "Cuối cùng, xin chúc sức khỏe.",
        "(1) Báo cáo tổng kết.",
        "a) một mình",
        "1. một mình",
        "Một là: một mình",
        "• một mình",
    ] {
        check(&format!("Mở đầu.\n\n{line}\n\nKết thúc."), "");
    }
}

#[test]
fn a_lone_member_inside_a_paragraph_opens_nothing() {
    no_items(&[
        "Căn cứ khoản 2 Điều 5 (1) và các quy định khác, sở trình phương án.",
        "Theo thông báo (số 2), hội nghị chuyển sang buổi chiều.",
        "Yêu cầu: một là mười, mười là trăm.",
        "Trước hết, ta nghỉ; thứ hai tuần sau, ta họp lại.",
        "Giá trị gia tăng đạt (2) 15% và (3) 17%.",
    ]);
}

#[test]
fn a_lone_dash_behind_a_question_is_its_answer() {
    check(
        "1. Chuyện con đê\n\nCụ Tư hỏi: Đê đắp để làm gì?\n\n- Là để giữ lúa.\n\nCả làng gật đầu.\n\n2. Chuyện cái cống",
        "\n[md \"\" 2]\n  md.1 1. @1 other\n  md.2 2. @9 other\n",
    );
}

#[test]
fn people_who_speak_make_no_list() {
    check("Bà lão hỏi:\n\n- Cháu từ đâu đến?\n\n- Dạ, cháu ở làng bên.\n\n- Vào đây!", "");
    check("Anh lái đò thưa:\n\n- Sông đang lên.\n\n- Xin chờ đến sáng.", "");
}

/// Returns what the first block of a text is.
fn kind(text: &str) -> BlockKind {
    let text = format!("{text}\n\nCác đồng chí đã làm việc rất tốt.\n\nMột câu nữa cho đủ.");
    let parsed = parse(&text, &Lexicon::shipped());
    parsed.blocks[0].kind
}

#[test]
fn salutations_are_told_from_questions() {
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    for line in [
        "Thưa các đồng chí!",
        "Thưa toàn thể Đại hội,",
        "Kính thưa các quý vị!",
        "Thưa đồng bào và chiến sĩ cả nước,",
        "Kính thưa đồng chí Bí thư Huyện ủy, kính thưa Đại hội!",
        "Thưa các đồng chí",
    ] {
        assert_eq!(kind(line), salutation, "{line}");
    }
    for line in [
        "Thưa đồng chí Chủ tịch, sau một năm thực hiện, kết quả nào là nổi bật?",
        "Thưa ông, ông có thể cho biết lý do?",
        "Thưa các đồng chí, năm qua tỉnh ta được mùa. Tôi xin báo cáo như sau",
        "thưa các đồng chí!",
        "Thưa thớt dần, rồi vắng hẳn",
    ] {
        assert_ne!(kind(line), salutation, "{line}");
    }
}

#[test]
fn what_stands_before_a_speech_is_front_matter() {
    let front = BlockKind::Furniture(FurnitureKind::Front);
    for line in [
        "(Toàn văn bài nói của Bí thư Huyện ủy tại Đại hội)",
        "Thứ Năm, 12/05/2022, 14:05 (GMT+7)",
        "07/06/2021 - 16:32",
        "Số: 45/TB-UBND",
    ] {
        assert_eq!(kind(line), front, "{line}");
    }
}

#[test]
fn an_item_is_no_caption() {
    check(
        "Nhiệm vụ sau:\n\n1. Tuyên truyền bằng hình ảnh: tranh, áp phích.\n\n2. Thi ảnh: báo chí.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 1. @3 task
  nv.2 2. @5 task
",
    );
    let caption = BlockKind::Furniture(FurnitureKind::Caption);
    for line in ["Quang cảnh buổi lễ. Ảnh: Lê An", "hinh-1.jpg", "- Ảnh: Lê An", "(Ảnh: Lê An)"]
    {
        assert_eq!(kind(line), caption, "{line}");
    }
    for line in ["Tuyên truyền bằng hình ảnh: tranh, áp phích được treo khắp nơi.", "xem tệp a.jpg"]
    {
        assert_ne!(kind(line), caption, "{line}");
    }
}
