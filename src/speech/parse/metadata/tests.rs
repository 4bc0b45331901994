//! Persons, offices and days as they are read from words.

mod learning;

use super::stream::{MarkUse, StreamLine, WordStream, Zone};
use super::weigh::{FactWeights, Sign, Weights};
use super::{FactWords, day, event, mention, office, place, recase, when};
use crate::speech::parse::Lexicon;

fn one_line(text: &str) -> Vec<StreamLine> {
    vec![StreamLine { text: text.to_owned(), zone: Zone::Head, adjacent: false, is_item: false }]
}

/// Returns the first office of a line, with all that follows it in a row.
fn office_in(text: &str) -> String {
    let lexicon = Lexicon::shipped();
    let words = &lexicon.furniture.speaker;
    let lines = one_line(text);
    let stream = WordStream::new(&lines, MarkUse::Full, &lexicon.furniture.speaker);
    let found = (0..stream.len()).find_map(|at| Some(at..office::chain(&stream, at, words)?));
    found.map(|range| recase::office(&stream.said(range), words)).unwrap_or_default()
}

#[test]
fn an_office_is_whole_and_ends_where_it_ends() {
    let rows = [
        ("Phó Thủ tướng Chính phủ Mai Văn Tám đã kết luận", "Phó Thủ tướng Chính phủ"),
        ("Phó Thủ tướng Thường trực Lê Văn Mẫu yêu cầu", "Phó Thủ tướng Thường trực"),
        ("Xem thêmPhó Thủ tướng Lê Văn Mẫu phát biểu", "Phó Thủ tướng"),
        (
            "đồng chí Trần Thị Thí, Phó Chủ tịch UBND huyện Mường Chà Lá, dự",
            "Phó Chủ tịch UBND huyện Mường Chà Lá",
        ),
        ("Bí thư Tỉnh ủy Lam Châu đã đối thoại với dân", "Bí thư Tỉnh ủy Lam Châu"),
        (
            "Bí thư Huyện ủy, Chủ tịch HĐND huyện trình bày ngày 12/7",
            "Bí thư Huyện ủy, Chủ tịch HĐND huyện",
        ),
        ("Tổng Bí thư Tô Lâm phát biểu", "Tổng Bí thư"),
        ("Bí thư Thành ủy Hà Nội Nguyễn Văn An nói", "Bí thư Thành ủy Hà Nội"),
        (
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh, chủ trì",
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh",
        ),
        (
            "Giám đốc Sở Lao động - Thương binh và Xã hội Lê Thị Bông",
            "Giám đốc Sở Lao động - Thương binh và Xã hội",
        ),
        (
            "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh (sáng 5/3)",
            "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh",
        ),
        ("Chánh án Tòa án nhân dân huyện Nậm Khao", "Chánh án Tòa án nhân dân huyện Nậm Khao"),
        (
            "Phó Trưởng ban Thường trực Ban An toàn giao thông tỉnh nói",
            "Phó Trưởng ban Thường trực Ban An toàn giao thông tỉnh",
        ),
        ("Hiệu trưởng mới được bổ nhiệm", "Hiệu trưởng"),
        ("Trưởng Ban Chỉ đạo phòng thủ dân sự phát biểu", "Trưởng Ban Chỉ đạo phòng thủ dân sự"),
        ("nguyên Chủ tịch nước Lê Văn Bé", "nguyên Chủ tịch nước"),
        ("Bí thư kiêm Trưởng thôn nói với bà con", "Bí thư kiêm Trưởng thôn"),
        ("CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ MAI VĂN TÁM TẠI BUỔI LÀM VIỆC", "Phó Thủ tướng Chính phủ"),
        ("CHỦ TỊCH UBND TỈNH HÀ LÂM", "Chủ tịch UBND tỉnh Hà Lâm"),
        ("PHÓ CHỦ NHIỆM ỦY BAN KIỂM TRA TỈNH ỦY", "Phó Chủ nhiệm Ủy ban kiểm tra Tỉnh ủy"),
        ("Trường và thị trường đều lo", ""),
        ("Thứ trưởng Bộ Công Thương Vi Đại Lượng nói", "Thứ trưởng Bộ Công Thương"),
        ("Phó Trưởng Đoàn đại biểu Quốc hội tỉnh, tổ 9", "Phó Trưởng Đoàn đại biểu Quốc hội tỉnh"),
        (
            "Chi cục trưởng Chi cục Kiểm lâm Điêu Chính Mới chủ trì",
            "Chi cục trưởng Chi cục Kiểm lâm",
        ),
        ("Giám đốc Trung tâm Y tế Phú Đình phát biểu", "Giám đốc Trung tâm Y tế Phú Đình"),
        ("Chủ tịch Hội đồng quản trị nhân 20 năm thành lập", "Chủ tịch Hội đồng quản trị"),
        ("Chủ tịch Ủy ban nhân dân quận yêu cầu", "Chủ tịch Ủy ban nhân dân quận"),
        ("BUÔN TRƯỞNG NÓI", "Buôn trưởng"),
        ("tại Đại sứ quán, tối 20/1", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(office_in(text), expected, "of {text:?}");
    }
}

/// Returns the names of a line, with commas between.
fn names_in(text: &str) -> String {
    let lexicon = Lexicon::shipped();
    let words = &lexicon.furniture.speaker;
    let lines = one_line(text);
    let stream = WordStream::new(&lines, MarkUse::Full, &lexicon.furniture.speaker);
    let (found, _) = mention::find(&stream, words);
    let all: Vec<String> =
        found.iter().map(|person| recase::name(&stream.said(person.name.clone()))).collect();
    all.join(", ")
}

#[test]
fn names_are_those_of_persons() {
    let rows = [
        ("Chủ tịch UBND thành phố Thái Bá Lương cho rằng", "Thái Bá Lương"),
        ("Chánh Thanh tra tỉnh Đông Lĩnh Khuất Văn Ngoạn", "Khuất Văn Ngoạn"),
        ("đồng chí Giàng A Sếnh và ông Y Thông Niê", "Giàng A Sếnh, Y Thông Niê"),
        ("BSCKII. Âu Dương Khánh, Giám đốc", "Âu Dương Khánh"),
        ("Đồng chí Mai Trung Đồng, Phó Bí thư Huyện ủy, trình bày", "Mai Trung Đồng"),
        ("Kha Thị Diễm, Hiệu trưởng", "Kha Thị Diễm"),
        ("Đại biểu Hà Thị Lam, Phó Trưởng Đoàn đại biểu Quốc hội tỉnh", "Hà Thị Lam"),
        ("Chi cục trưởng Chi cục Kiểm lâm Điêu Chính Mới chủ trì", "Điêu Chính Mới"),
        ("Thứ trưởng Bộ Công Thương Vi Đại Lượng", "Vi Đại Lượng"),
        ("Chủ tịch UBND huyện K'Brang đã trả lời", "K'Brang"),
        ("Chủ tịch UBND huyện K'Brang Lê Văn Ba đã trả lời", "Lê Văn Ba"),
        ("tại UBND huyện Lạc Sơn Hạ, Phó Chánh Thanh tra chủ trì", ""),
        ("Phó Chủ tịch UBND tỉnh Huỳnh Tấn Phú Lợi đã kiểm tra", "Huỳnh Tấn Phú Lợi"),
        ("Bộ trưởng Bộ Nông nghiệp và Môi trường Đỗ Đức Năm", "Đỗ Đức Năm"),
        ("tại huyện Lam Giang, tỉnh Hà Lâm", ""),
        ("Trường Trung học phổ thông Nguyễn Trãi Hai", ""),
        ("tư tưởng Hồ Chí Minh", ""),
        ("Lê Thị Chín Vương Đình Quế Lò Văn Ba", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(names_in(text), expected, "of {text:?}");
    }
}

/// Returns the days of a line, with commas between; a year left out is 2000.
fn days_in(text: &str, marks: MarkUse) -> String {
    let lexicon = Lexicon::shipped();
    let lines = one_line(text);
    let words = FactWords::of(&lexicon.furniture, marks);
    let stream = WordStream::new(&lines, marks, words.speaker);
    let days = day::find(&stream, words);
    let all: Vec<String> =
        days.iter().filter_map(|day| day.date(Some(2000))).map(|date| date.to_string()).collect();
    all.join(", ")
}

#[test]
fn days_are_read_without_marks() {
    let rows = [
        ("ngay 15 thang 9 nam 2024", "2024-09-15"),
        ("Sang 5/3, hom nay, ngay muoi lam thang tam", "2000-03-05, 2000-08-15"),
        ("tinh Ha Nam 2024, thu hai, nghi ngay", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(days_in(text, MarkUse::None), expected, "of {text:?}");
    }
}

#[test]
fn days_are_read_however_they_are_written() {
    let rows = [
        ("ngày 20/12/2023", "2023-12-20"),
        ("(27.9.2022), 4-4-2022", "2022-09-27, 2022-04-04"),
        ("NGÀY 14 THÁNG 01 NĂM 2010", "2010-01-14"),
        ("Ngày mồng Ba tháng Hai năm hai nghìn không trăm hai mươi tư", "2024-02-03"),
        ("ngày mùng 3 tháng Giêng năm 2025", "2025-01-03"),
        ("ngày hai mươi mốt tháng mười một năm một nghìn chín trăm chín mươi lăm", "1995-11-21"),
        ("ngày mười lăm tháng tám", "2000-08-15"),
        ("Chiều 12/2, thành phố họp", "2000-02-12"),
        ("ngày 5/3 năm 2024", "2024-03-05"),
        ("Th 4, 3 thg 9, 2025 lúc 21:07", "2025-09-03"),
        ("ngày 20 và 21 tháng 01 năm 2010", "2010-01-21"),
        ("February 2, 2005; 2nd of March 2024; 28 Sep 2022", "2005-02-02, 2024-03-02, 2022-09-28"),
        ("2024-05-06", "2024-05-06"),
        ("năm học 2023 - 2024, tăng 9,3%, 5/3 người, 14/15 chỉ tiêu", ""),
        ("ngày 31/2/2024", ""),
        // Days by the moon.
        ("Mùng Tám tháng Giêng Ất Tỵ (5/2/2025), rằm tháng Chạp", "2025-02-05"),
        ("ngày 10 tháng 3 âm lịch, mùng 5 tháng 5 Giáp Thìn", ""),
        ("ngày 21 tháng mười một năm 2024; ngày 5 tháng mười hai, 2023", "2024-11-21, 2023-12-05"),
        ("ngày 3 tháng mười năm hai nghìn không trăm hai mươi", "2020-10-03"),
        ("hôm nay, mười tám tháng mười hai năm hai nghìn không trăm hai mươi hai", "2022-12-18"),
        ("Tối Chủ nhật, mùng mười tháng Tư năm 2022", "2022-04-10"),
        (
            "Sáng nay (29-6), thứ Sáu 8/3, hôm 7/5, tối nay, 27/10",
            "2000-06-29, 2000-03-08, 2000-05-07, 2000-10-27",
        ),
        ("ngày 27-28/6/2024; hai ngày 14-15/7", "2024-06-28, 2000-07-15"),
        ("có 5/3 người, tỷ lệ 7/8, thứ ba", ""),
        // Numbers of items and points are no days, and short years are not those to come.
        ("1.1.1. Công tác chỉ đạo; điểm 2.1.3 và 1.2.24", ""),
        ("ngày 30/4/75, 02/9/24, 2024/05/06", "1975-04-30, 2024-09-02, 2024-05-06"),
    ];
    for (text, expected) in rows {
        assert_eq!(days_in(text, MarkUse::Full), expected, "of {text:?}");
    }
}

#[test]
fn every_sign_has_a_weight_and_every_weight_a_sign() {
    let weights = FactWeights::shipped();
    fn check<S: Sign>(weights: &Weights) {
        assert_eq!(weights.unknown::<S>(), Vec::<&str>::new());
        assert_eq!(weights.unweighed::<S>(), Vec::<&str>::new());
    }
    check::<mention::MentionSign>(&weights.speaker);
    check::<when::DaySign>(&weights.date);
    check::<event::EventSign>(&weights.occasion);
    check::<place::PlaceSign>(&weights.place);
}
