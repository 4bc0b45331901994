//! Lists behind the last member of another: which lie beside it, and which in it. Roles are not looked at.

use crate::speech::parse::{Lexicon, parse};
use crate::speech::{BlockKind, FurnitureKind};
use crate::text::decode;

/// Writes the items of a text by level and marker: "1 Một là, · 2 a)".
fn levels(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let each = outline.items.iter().map(|item| format!("{} {}", item.level, item.marker.of(&text)));
    each.collect::<Vec<_>>().join(" · ")
}

#[track_caller]
fn check(paragraphs: &[&str], expected: &str) {
    let text = paragraphs.join("\n\n");
    assert_eq!(levels(&text), expected, "of {text}");
    let decomposed: String =
        unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
    assert_eq!(levels(&decomposed), levels(&text), "of {text} in NFD");
}

#[test]
fn a_list_with_an_announcement_of_its_own_lies_beside_the_one_before() {
    // With a colon, without one, as a question, in an open sentence.
    for lead in [
        "Bên cạnh đó vẫn còn mấy chỗ chưa ổn:",
        "Nhìn lại thì còn đôi điều bà con phiền lòng.",
        "Vì sao lại có chuyện ấy?",
        "Từ đầu tuần sau xin các tổ bắt tay vào làm",
    ] {
        for (first, second) in [("(1)", "(2)"), ("a)", "b)"), ("Một là,", "Hai là,"), ("-", "-")]
        {
            let members = [
                format!("{first} Đèn đường hai xóm tắt đã lâu."),
                format!("{second} Cống chợ còn nghẹt."),
            ];
            check(
                &[
                    "Mùa vụ vừa rồi, hợp tác xã làm được ba việc:",
                    "1. Gieo xong 300 ha lúa trước ngày rằm.",
                    "2. Sửa bốn cây cầu gỗ qua kênh Bà Tứ.",
                    "3. Trả đủ tiền công cho 64 hộ.",
                    lead,
                    &members[0],
                    &members[1],
                    "Xin cảm ơn bà con.",
                ],
                &format!("1 1. · 1 2. · 1 3. · 1 {first} · 1 {second}"),
            );
        }
    }
}

#[test]
fn a_list_lies_in_the_member_whose_next_is_still_to_come() {
    check(
        &[
            "Các đơn vị làm ngay những việc sau:",
            "1. Phòng Kinh tế rà lại danh sách hộ nuôi tôm.",
            "Danh sách ghi rõ:",
            "- tên chủ hộ;",
            "- diện tích.",
            "2. Trạm Thú y lấy mẫu nước.",
            "3. Ban quản lý chợ phân lại chỗ ngồi.",
        ],
        "1 1. · 2 - · 2 - · 1 2. · 1 3.",
    );
}

#[test]
fn a_part_holds_what_is_announced_under_it() {
    check(
        &[
            "I. Kết quả",
            "Nửa năm qua có mấy việc đáng mừng:",
            "- thu ngân sách vượt kế hoạch;",
            "- đường liên xã đã thông.",
            "II. Việc tới đây",
            "Tôi nói trước mấy mốc phải giữ:",
            "1. Tháng Tám xong mặt bằng.",
            "2. Tháng Mười xong móng.",
            "Ai làm gì thì theo bảng này:",
            "a) Phòng Tài chính cấp vốn.",
            "b) Ban dự án chọn thầu.",
        ],
        "1 I. · 2 - · 2 - · 1 II. · 2 1. · 2 2. · 2 a) · 2 b)",
    );
}

#[test]
fn what_dwells_on_the_last_member_lies_in_it() {
    check(
        &[
            "Xin các vị đại biểu giúp ba điều:",
            "Thứ nhất, đọc kỹ hồ sơ trước ngày họp.",
            "Thứ hai, hỏi ngắn và hỏi thẳng.",
            "Thứ ba, công tâm khi chấm điểm thi đua.",
            "Riêng việc chấm điểm, mỗi người cho điểm theo:",
            "1. mức độ hoàn thành việc được giao;",
            "2. ý kiến của người dân.",
        ],
        "1 Thứ nhất, · 1 Thứ hai, · 1 Thứ ba, · 2 1. · 2 2.",
    );
    let mail = "> Xin cac to lo hai viec nhu sau, dung de cham:\n>\n> Viec thu nhat: to 4 mua may quat nuoc.\n>\n> Viec thu hai: to 2 nop so sach moi cua to.\n>\n> Rieng so sach, ghi du hai cot:\n>\n> - ngay thang;\n> - nguoi ky.\n>\n> Cam on nhung nguoi duoc nhac ten.";
    assert_eq!(levels(mail), "1 Viec thu nhat: · 1 Viec thu hai: · 2 - · 2 -");
}

#[test]
fn titles_above_prose_hold_what_comes_behind_the_prose() {
    check(
        &[
            "1. Công tác cán bộ",
            "Trong năm đã bổ nhiệm mười hai người.",
            "Số còn lại gồm:",
            "- năm người chờ thi;",
            "- hai người xin nghỉ.",
            "2. Công tác hậu cần",
            "Kho tàng đã được sắp xếp lại.",
            "Những thứ còn thiếu gồm:",
            "- áo phao;",
            "- đèn pin.",
        ],
        "1 1. · 2 - · 2 - · 1 2. · 2 - · 2 -",
    );
}

#[test]
fn decimals_lie_under_their_number_whatever_stands_between() {
    check(
        &[
            "2. Phát triển cảng",
            "Cảng cũ không còn chỗ đậu.",
            "2.1. Cảng cá",
            "Cảng cá được nói đến trước.",
            "2.1.1. Luồng lạch phải nạo vét hằng năm.",
            "2.1.2. Kho lạnh phải xây xong trước mùa biển.",
            "2.2. Cảng hàng hóa",
        ],
        "1 2. · 2 2.1. · 3 2.1.1. · 3 2.1.2. · 2 2.2.",
    );
}

#[test]
fn parts_whose_letters_were_made_small_are_parts() {
    check(
        &[
            "I. về tình hình",
            "1. Thuận lợi: mưa đều.",
            "2. Khó khăn: giá giảm.",
            "Ii. về phương hướng",
            "1. Mở thêm chợ.",
            "2. Vay thêm vốn.",
            "Iii.tổ chức thực hiện",
            "1. Văn phòng đôn đốc.",
            "2. Các tổ báo cáo.",
        ],
        "1 I. · 2 1. · 2 2. · 1 Ii. · 2 1. · 2 2. · 1 Iii. · 2 1. · 2 2.",
    );
}

#[test]
fn a_dash_may_stand_apart_from_its_number() {
    check(
        &[
            "2. Phân công:",
            "2.1 - Các huyện ven sông:",
            "- đắp bờ bao;",
            "- sửa cống.",
            "2.2 - các xã vùng cao trồng rừng.",
        ],
        "1 2. · 2 2.1 - · 3 - · 3 - · 2 2.2 -",
    );
    check(
        &["Kết quả bầu:", "1 - Ông Tư Nghĩa được 31 phiếu.", "2 - Bà Sáu Lành được 27 phiếu."],
        "1 1 - · 1 2 -",
    );
    check(&["Mỗi nhà góp", "2 - 3 ngày công là đủ."], "");
}

#[test]
fn nouns_of_the_speakers_own_count() {
    for (first, second) in [
        ("Việc thứ nhất:", "Việc thứ hai:"),
        ("Điều thứ nhất,", "Điều thứ hai,"),
        ("Cái thứ nhất là", "Cái thứ hai là"),
        ("Nợ thứ nhất:", "Nợ thứ hai:"),
        ("Niềm vui thứ nhất:", "Niềm vui thứ hai:"),
        ("Khâu 1:", "Khâu 2:"),
        ("Chặng 1.", "Chặng 2."),
        ("Câu hỏi 1:", "Câu hỏi 2:"),
    ] {
        check(
            &[
                "Tôi nói gọn thế này:",
                &format!("{first} lo cái ăn cho bà con."),
                &format!("{second} lo cái mặc."),
            ],
            &format!("1 {first} · 1 {second}"),
        );
    }
    // One alone is none; nor are captions, times, places, and what is left of a sentence.
    for lines in [
        ["Việc thứ nhất: lo cái ăn cho bà con.", "Rồi mới tính chuyện khác."],
        ["Bảng 1: số hộ nghèo.", "Bảng 2: số hộ cận nghèo."],
        ["Tháng 1: gieo mạ.", "Tháng 2: cấy lúa."],
        ["Thôn 1: 30 hộ.", "Thôn 2: 25 hộ."],
        ["Đại hội lần thứ nhất, họp năm 1951.", "Đại hội lần thứ hai, họp năm 1960."],
    ] {
        check(&lines, "");
    }
    // Of two nouns the second list lies beside the first.
    check(
        &[
            "Kết quả thứ nhất: trường đã có mái.",
            "Kết quả thứ hai: trạm xá đã có điện.",
            "Hạn chế thứ nhất là đường còn lầy.",
            "Hạn chế thứ hai là chợ còn dột.",
        ],
        "1 Kết quả thứ nhất: · 1 Kết quả thứ hai: · 1 Hạn chế thứ nhất là · 1 Hạn chế thứ hai là",
    );
}

#[test]
fn openers_go_on_by_words_between() {
    for middle in ["Tiếp đến,", "Kế đến,", "Thứ đến,", "Tiếp theo,"] {
        check(
            &[
                "Tu bổ đình làng có mấy chỗ đáng nói:",
                "Trước hết, bộ cột lim được giữ nguyên.",
                &format!("{middle} bức hoành phi đã tìm lại được."),
                "Sau cùng, tiền công thấp hơn dự tính.",
            ],
            &format!("1 Trước hết, · 1 {middle} · 1 Sau cùng,"),
        );
    }
    // Without one between they open any two sentences; a wish is no member.
    check(&["Trước hết, tôi gửi lời chào.", "Cuối cùng, đường nào cũng về La Mã."], "");
    check(&["Tiếp theo, mời ông Tư phát biểu.", "Sau cùng, mời bà Năm."], "");
    check(
        &[
            "Có hai việc:",
            "Thứ nhất, giữ rừng.",
            "Thứ hai, giữ nước.",
            "Cuối cùng, xin chúc bà con sức khỏe.",
        ],
        "1 Thứ nhất, · 1 Thứ hai,",
    );
}

#[test]
fn number_words_count_with_a_stop_or_colon_in_a_run() {
    check(
        &["Ba điều:", "Một. Đừng đốt rừng.", "Hai. Đừng bán đất.", "Ba. Đừng bỏ học."],
        "1 Một. · 1 Hai. · 1 Ba.",
    );
    check(
        &["Tại ba lẽ", "một: nể nang;", "hai: lười viết;", "ba: ngại va chạm."],
        "1 một: · 1 hai: · 1 ba:",
    );
    check(&["Năm: 2020 là năm được mùa.", "Sáu: tên con trâu nhà bà Lụa."], "");
}

#[test]
fn a_quotation_mark_may_stand_before_a_marker() {
    check(
        &["Ông nói với bà con:", "“Thứ nhất, giữ lấy nếp nhà.", "Thứ hai, giữ lấy nghề dệt.”"],
        "1 Thứ nhất, · 1 Thứ hai,",
    );
    check(&["Lời các cụ dặn:", "\"1. Chậm mà chắc.", "2. Ít mà bền.\""], "1 1. · 1 2.");
}

#[test]
fn figures_behind_an_ordinal_make_no_weekday() {
    check(
        &[
            "Có ba con số:",
            "Thứ nhất, 9 xã đạt chuẩn.",
            "Thứ hai, 1,1 triệu lượt vay.",
            "Thứ ba, 100% trạm có bác sĩ.",
        ],
        "1 Thứ nhất, · 1 Thứ hai, · 1 Thứ ba,",
    );
    check(
        &["Thứ hai, 8 giờ 30, họp giao ban.", "Thứ ba, 14h, tiếp dân.", "Thứ tư, 16/7, nghỉ."],
        "",
    );
}

#[test]
fn an_ordinal_without_a_sign_counts_among_others() {
    check(
        &[
            "Lý lẽ có ba tầng.",
            "*Thứ nhất *có nước thì mới có ruộng.",
            "*Thứ hai, *có ruộng thì mới có làng.",
            "*Thứ ba, *có làng thì phải giữ.",
        ],
        "1 Thứ nhất · 1 Thứ hai, · 1 Thứ ba,",
    );
    check(
        &[
            "Nguyên nhân thì có hai.",
            "Nguyên nhân thứ nhất của chuyện ấy là ở tôi.",
            "Nguyên nhân thứ hai: việc nhà bận.",
        ],
        "1 Nguyên nhân thứ nhất · 1 Nguyên nhân thứ hai:",
    );
    check(&["Thứ nhất phải nói đến mưa.", "Rồi nói đến gió."], "");
}

#[test]
fn a_list_may_begin_with_its_second_member() {
    check(
        &[
            "We will first measure what the old pipes lose.",
            "Second, my office will pay for new valves.",
            "Third, every street gets a tree.",
        ],
        "1 Second, · 1 Third,",
    );
    check(
        &[
            "Our plan has three parts.",
            "Second, my office will pay.",
            "Third, every street gets a tree.",
        ],
        "1 Second, · 1 Third,",
    );
    check(
        &["Trước hết phải nói đến nước.", "Thứ hai, nói đến giống.", "Thứ ba, nói đến phân."],
        "1 Thứ hai, · 1 Thứ ba,",
    );
    // Days of the week, and a lone ordinal, are none.
    check(&["Lịch trực của trạm.", "Thứ hai, ông Tư trực.", "Thứ ba, bà Năm trực."], "");
    check(&["The pipes are old.", "Second, my office will pay.", "That is all."], "");
}

#[test]
fn quoted_mail_has_its_bullets_and_announcements() {
    let mail = "Chuyển các anh chị đọc.\n\n> Đoàn vừa làm được:\n>\n> - mở hai lớp bơi;\n> - sửa mái nhà trẻ.\n>\n> Tháng tới xin các chi đoàn:\n>\n> a. lập danh sách;\n> b. thu quỹ.\n>\n> Cảm ơn.";
    assert_eq!(levels(mail), "1 - · 1 - · 1 a. · 1 b.");
}

#[test]
fn the_number_of_a_page_is_no_bullet() {
    check(&["Có hai việc:", "- Giữ rừng.", "- 3 -", "- Giữ nước."], "1 - · 1 -");
}

#[test]
fn what_is_enumerated_is_no_dialogue() {
    check(
        &[
            "Năm qua có những con số biết nói:",
            "- thu 684 tỷ đồng;",
            "- hộ nghèo còn 2%;",
            "- 31 lớp học mới.",
        ],
        "1 - · 1 - · 1 -",
    );
    check(&["Ông cụ nói:", "- Cháu cứ ngồi đây.", "- Dạ, cháu đứng được rồi ạ!"], "");
}

#[test]
fn figures_of_a_table_end_no_list_in_words() {
    let text = "1.\nThế mạnh của vùng\nVùng ta có bờ biển dài.\n2.\nKhó khăn phải vượt qua\nVùng ta còn những chỗ yếu:\nMột là, bến bãi chật hẹp.\nDanh sách bến\nBến Đá\n2.\nBến Cát\n3.\nBến Sỏi\nHai là, luồng cạn.\n3.\nCách làm\nMột là, nạo vét luồng.\nHai là, mở bến mới.";
    assert_eq!(levels(text), "1 1. · 1 2. · 2 Một là, · 2 Hai là, · 1 3. · 2 Một là, · 2 Hai là,");
}

#[test]
fn initials_of_names_are_no_letters_of_lists() {
    check(
        &[
            "A. Mở đầu",
            "Nói về nguồn gốc.",
            "B. Nội dung",
            "C. Mác viết rằng lao động làm ra của cải.",
            "V.I. Lênin cũng nói như thế.",
        ],
        "1 A. · 1 B.",
    );
}

#[test]
fn a_text_without_marks_is_read_by_words_without_theirs() {
    let speech = "Thua cac dong chi,\n\nNam qua toan hoi lam duoc may viec:\n\nMot la, giup nhau 40 trieu dong.\n\nHai la, sua hai can nha.\n\nViec sap toi xin chia nhu sau:\n\nThu nhat, cac chi hoi lap danh sach.\n\nThu hai, ban chap hanh di tham nguoi gia.\n\nCuoi cung, xin chuc cac dong chi manh khoe.";
    assert_eq!(levels(speech), "1 Mot la, · 1 Hai la, · 1 Thu nhat, · 1 Thu hai,");
    // English has no marks either.
    let english =
        "Friends,\n\nNam, our guide, led us.\n\nBa, his friend, came too.\n\nMot la, he said.";
    assert_eq!(levels(english), "");
    // One word with marks, and words are looked for with theirs.
    assert_eq!(levels(&format!("{speech}\n\nKính thư.")), "");
}

#[test]
fn numbers_that_run_on_behind_another_announcement_are_another_list() {
    check_lists(
        &[
            "Khen:",
            "1. Tổ Một hút bùn xong trước hạn.",
            "2. Tổ Hai không để ai ngã sông.",
            "Chê:",
            "3. Tổ Ba bỏ trực hai đêm.",
            "Giao, tuần sau kiểm:",
            "4. Ông Lành sửa máy bơm.",
            "5. Bà Sáu chấm công lại.",
        ],
        &[2, 1, 2],
    );
    // A paragraph that announces nothing leaves them one.
    check_lists(&["Khen:", "1. Tổ Một.", "Tổ này trẻ nhất.", "2. Tổ Hai."], &[2]);
}

/// Compares how many members each list has.
#[track_caller]
fn check_lists(paragraphs: &[&str], expected: &[u32]) {
    let text = paragraphs.join("\n\n");
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let counts: Vec<u32> = outline.series.iter().map(|series| series.count).collect();
    assert_eq!(counts, expected, "of {text}");
}

#[test]
fn a_wrapped_line_that_begins_with_a_dash_is_no_bullet() {
    let text = "Một. Các phòng chuyên môn cùng các doanh nghiệp trên địa bàn gồm Tập đoàn Điện\nlực, Công ty Cấp nước vùng cao và Tổng công ty Công nghiệp\n- Viễn thông Tây Nguyên theo phần việc của mình trao đổi với xã để gỡ từng\nchuyện đã nêu ở trên, xong trước mùa mưa sang năm và báo lại cho dân hay.\n\nHai. Văn phòng theo dõi và nhắc các bên làm cho đúng hẹn, mỗi tháng tổng hợp\nmột lần rồi đọc trên loa của xã để bà con ở xa cũng nghe được.";
    assert_eq!(levels(text), "1 Một. · 1 Hai.");
}

#[test]
fn a_place_with_its_day_above_a_salutation_is_nobody() {
    let text = "Remarks at the Farmers' Morning\nThuong Hoa, 12 April 2024\n\nLadies and gentlemen,\n\nIt is a pleasure to see you here again.\n\nFirst, the sluice works.\n\nSecond, the road is dry.";
    let parsed = parse(text, &Lexicon::shipped());
    assert_eq!((parsed.speaker, parsed.place.as_deref()), (None, Some("Thuong Hoa")));
}

#[test]
fn english_salutations_address_and_say_nothing() {
    let kinds = |text: &str| {
        let blocks = parse(text, &Lexicon::shipped()).blocks;
        let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
        blocks.iter().filter(|block| block.kind == salutation).count()
    };
    let speech =
        "First, we must save water.\n\nSecond, we must plant trees.\n\nThird, we must mend roofs.";
    assert_eq!(
        kinds(&format!(
            "Honourable Senators,\nMembers of the House:\n\nWelcome to this hall.\n\n{speech}"
        )),
        2
    );
    assert_eq!(
        kinds(&format!(
            "Mr. Speaker,\n\nDistinguished guests!\n\nWelcome to this hall.\n\n{speech}"
        )),
        2
    );
    assert_eq!(
        kinds(&format!(
            "A day in the house\n\nMembers of the House have asked for a report.\n\n{speech}"
        )),
        0
    );
}
