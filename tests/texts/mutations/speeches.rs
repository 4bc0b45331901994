//! Speeches to set bookmarks in: written for this test, formulaic as real ones are, with sentences
//! that are alike and some that are the same.

use super::text::Dice;

const ORDINALS: [&str; 12] = [
    "Một là",
    "Hai là",
    "Ba là",
    "Bốn là",
    "Năm là",
    "Sáu là",
    "Bảy là",
    "Tám là",
    "Chín là",
    "Mười là",
    "Mười một là",
    "Mười hai là",
];

const VERBS: [&str; 14] = [
    "Tiếp tục rà soát",
    "Đẩy mạnh tuyên truyền",
    "Tăng cường kiểm tra",
    "Nâng cao chất lượng",
    "Khẩn trương hoàn thiện",
    "Chủ động phối hợp",
    "Thực hiện nghiêm",
    "Tổ chức quán triệt",
    "Xây dựng kế hoạch",
    "Kịp thời chấn chỉnh",
    "Tập trung tháo gỡ",
    "Đổi mới mạnh mẽ",
    "Rút ngắn thời gian",
    "Công khai, minh bạch",
];

const OBJECTS: [&str; 18] = [
    "công tác tiếp công dân ở cơ sở",
    "quy chế phối hợp giữa các ngành",
    "việc giải quyết đơn thư khiếu nại",
    "chế độ báo cáo định kỳ hằng quý",
    "các dự án đầu tư công chậm tiến độ",
    "đội ngũ cán bộ cấp xã",
    "công tác cải cách hành chính",
    "việc sắp xếp tổ chức bộ máy",
    "chương trình chuyển đổi số của tỉnh",
    "công tác phòng, chống lãng phí",
    "quy hoạch sử dụng đất của huyện",
    "việc hoà giải ở khu dân cư",
    "hệ thống thuỷ lợi nội đồng",
    "chính sách đối với người có công",
    "công tác bảo vệ rừng đầu nguồn",
    "chất lượng khám, chữa bệnh tuyến huyện",
    "việc thực hiện “ba công khai”",
    "công tác quản lý tài chính ngân sách",
];

const CLAUSES: [&str; 14] = [
    "gắn với trách nhiệm của người đứng đầu",
    "bảo đảm đúng tiến độ đã đề ra",
    "không để phát sinh điểm nóng",
    "hoàn thành trước ngày 30 tháng 6 năm 2024",
    "phấn đấu đạt trên 95% kế hoạch",
    "lấy người dân và doanh nghiệp làm trung tâm",
    "có phân công cụ thể, rõ việc, rõ thời hạn",
    "nhất là ở các xã vùng sâu, vùng xa",
    "báo cáo Ban Thường vụ trước ngày 15 hằng tháng",
    "coi đây là nhiệm vụ thường xuyên",
    "góp phần củng cố niềm tin của Nhân dân",
    "tránh tình trạng đùn đẩy, né tránh",
    "kiên quyết không hợp thức hoá sai phạm",
    "sơ kết 6 tháng, tổng kết hằng năm",
];

const WHOLE: [&str; 10] = [
    "Các cấp uỷ phải coi đây là nhiệm vụ quan trọng, thường xuyên.",
    "Nơi nào làm chậm thì phải nói rõ nguyên nhân và thời hạn khắc phục.",
    "Đề nghị các đồng chí quan tâm chỉ đạo.",
    "Kinh phí thực hiện được bố trí trong dự toán năm 2024 của địa phương.",
    "Văn phòng Tỉnh uỷ theo dõi, đôn đốc và báo cáo kết quả.",
    "Việc này đã được nêu nhiều lần nhưng chuyển biến còn chậm.",
    "Mỗi cơ quan, mỗi cán bộ phải tự soi lại mình trước khi nói đến người khác.",
    "Cách làm hay ở cơ sở cần được tổng kết và nhân rộng.",
    "Năm qua toàn tỉnh tiếp 12.450 lượt công dân, giảm 8,5% so với năm trước.",
    "Chúng ta không nóng vội, nhưng cũng không được chần chừ.",
];

const HEADS: [&str; 5] = [
    "Về những kết quả đạt được, tôi xin nêu mấy điểm sau:",
    "Bên cạnh đó vẫn còn những hạn chế, khuyết điểm cần khắc phục:",
    "Trong thời gian tới, đề nghị tập trung vào các nhiệm vụ trọng tâm sau đây:",
    "Đối với các cơ quan tham mưu, cần thực hiện tốt các việc sau:",
    "Về tổ chức thực hiện, tôi đề nghị:",
];

/// The speech that comes with the program.
pub const SHIPPED: &str = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

/// Writes the speech of a number: about 40 paragraphs.
pub fn written(number: u64) -> String {
    let mut dice = Dice(0x5eed ^ (number << 20));
    for _ in 0..8 {
        dice.roll(2);
    }
    let mut text = format!(
        "KẾT LUẬN TẠI HỘI NGHỊ GIAO BAN LẦN THỨ {number}\n\n\
         Thưa các đồng chí! Hôm nay, chúng ta họp để nhìn lại công việc của quý {} và bàn việc của quý \
         tới. {}\n\n",
        number % 4 + 1,
        WHOLE[number as usize % WHOLE.len()],
    );
    for head in HEADS {
        text += &format!("{head}\n\n");
        let items = 4 + dice.roll(5);
        for ordinal in &ORDINALS[..items] {
            text += &format!("{ordinal}: {}", sentence(&mut dice));
            for _ in 0..1 + dice.roll(3) {
                // Every fourth sentence is one that other items have too.
                let next = if dice.roll(4) == 0 {
                    (*dice.pick(&WHOLE)).to_owned()
                } else {
                    sentence(&mut dice)
                };
                text += &format!(" {next}");
            }
            text += "\n\n";
        }
    }
    text += "Với tinh thần đó, tôi tin rằng chúng ta sẽ hoàn thành nhiệm vụ được giao.\n\n\
             Xin trân trọng cảm ơn các đồng chí!\n";
    text
}

fn sentence(dice: &mut Dice) -> String {
    let (verb, object) = (dice.pick(&VERBS), dice.pick(&OBJECTS));
    let (one, other) = (dice.pick(&CLAUSES), dice.pick(&CLAUSES));
    match dice.roll(4) {
        0 => format!("{verb} {object}, {one}."),
        1 => format!("{verb} {object}; {one}, {other}."),
        2 => format!("{verb} {object} và {}, {one}.", dice.pick(&OBJECTS)),
        _ => format!("Cùng với đó, {} {object}, {one}, và {other}.", verb.to_lowercase()),
    }
}
