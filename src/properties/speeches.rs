//! Speeches made by number: the same number gives the same text, on every machine.
//!
//! They are built as speeches are: title, occasion and date, speaker, parts with lead-ins, lists
//! that restart at "Một là". The words are common ones of official prose and, more rarely, syllables
//! put together from the onsets and rimes of Vietnamese with all their marks; frequencies fall as
//! they do in prose. What a figure or a test has to find is planted. Nothing in the program calls
//! them.

use std::fmt::Write as _;

/// Words that stand in one speech of [`RARE_EVERY`].
pub const RARE: &str = "ngoằn ngoèo khuỷu";
/// How many speeches there are to one with [`RARE`].
pub const RARE_EVERY: usize = 10_000;
/// Words that stand together in one speech of 50.
pub const SELDOM: &str = "giếng khoan tầng sâu";

/// Two syllables that go together, the most frequent first.
const WORDS: &[&str] = &[
    "thực hiện",
    "công tác",
    "nhiệm vụ",
    "xây dựng",
    "phát triển",
    "lãnh đạo",
    "kinh tế",
    "tổ chức",
    "chỉ đạo",
    "xã hội",
    "nhân dân",
    "địa phương",
    "cán bộ",
    "đảng viên",
    "quản lý",
    "chính trị",
    "nâng cao",
    "chất lượng",
    "hiệu quả",
    "tập trung",
    "tăng cường",
    "kiểm tra",
    "giám sát",
    "phòng chống",
    "tham nhũng",
    "tiêu cực",
    "lãng phí",
    "nghị quyết",
    "chương trình",
    "kế hoạch",
    "đẩy mạnh",
    "cải cách",
    "hành chính",
    "tư pháp",
    "pháp luật",
    "quy định",
    "trách nhiệm",
    "người dân",
    "doanh nghiệp",
    "đầu tư",
    "giải pháp",
    "kết quả",
    "đạt được",
    "hạn chế",
    "khó khăn",
    "nguyên nhân",
    "chủ động",
    "phối hợp",
    "kịp thời",
    "nghiêm túc",
    "quyết liệt",
    "đồng bộ",
    "an ninh",
    "quốc phòng",
    "trật tự",
    "an toàn",
    "giáo dục",
    "đào tạo",
    "y tế",
    "văn hoá",
    "thể thao",
    "du lịch",
    "nông nghiệp",
    "nông thôn",
    "công nghiệp",
    "dịch vụ",
    "đô thị",
    "hạ tầng",
    "giao thông",
    "môi trường",
    "tài nguyên",
    "đất đai",
    "biến đổi",
    "khí hậu",
    "thiên tai",
    "dịch bệnh",
    "giảm nghèo",
    "an sinh",
    "việc làm",
    "lao động",
    "tuyên truyền",
    "vận động",
    "quán triệt",
    "triển khai",
    "nghiên cứu",
    "đề xuất",
    "tham mưu",
    "sơ kết",
    "tổng kết",
    "đánh giá",
    "rà soát",
    "bổ sung",
    "hoàn thiện",
    "thể chế",
    "chính sách",
    "nguồn lực",
    "ngân sách",
    "tài chính",
    "ngân hàng",
    "thuế quan",
    "xuất khẩu",
    "thị trường",
    "cạnh tranh",
    "hội nhập",
    "quốc tế",
    "đối ngoại",
    "hợp tác",
    "hữu nghị",
    "biên giới",
    "hải đảo",
    "dân tộc",
    "tôn giáo",
    "thanh niên",
    "phụ nữ",
    "nông dân",
    "công đoàn",
    "cựu chiến binh",
    "mặt trận",
    "đoàn kết",
    "thống nhất",
    "kỷ luật",
    "kỷ cương",
    "đạo đức",
    "lối sống",
    "tư tưởng",
    "nêu gương",
    "gương mẫu",
    "thi đua",
    "khen thưởng",
    "phong trào",
    "sáng tạo",
    "đổi mới",
    "chuyển đổi",
    "chuyển giao",
    "công nghệ",
    "khoa học",
    "kỹ thuật",
    "dữ liệu",
    "trực tuyến",
    "điện tử",
    "thủ tục",
    "hồ sơ",
    "đơn thư",
    "khiếu nại",
    "tố cáo",
    "đối thoại",
    "tiếp dân",
    "thanh tra",
    "kiểm toán",
    "điều tra",
    "truy tố",
    "xét xử",
    "thi hành",
    "bản án",
    "vụ án",
    "vụ việc",
    "thu hồi",
    "tài sản",
    "vi phạm",
    "xử lý",
    "khắc phục",
    "phương hướng",
    "mục tiêu",
    "chỉ tiêu",
    "giai đoạn",
    "nhiệm kỳ",
    "đại hội",
    "hội nghị",
    "cấp uỷ",
    "chi bộ",
    "đảng bộ",
    "ban ngành",
    "đoàn thể",
    "cơ sở",
    "trung ương",
    "chính phủ",
    "quốc hội",
    "hội đồng",
    "uỷ ban",
    "sở ngành",
    "quận huyện",
    "xã phường",
    "thôn xóm",
    "gia đình",
    "trường học",
    "bệnh viện",
    "trạm xá",
    "đường sá",
    "cầu cống",
    "kênh mương",
    "thuỷ lợi",
    "hồ chứa",
    "đê điều",
    "rừng phòng hộ",
    "trồng trọt",
    "chăn nuôi",
    "thuỷ sản",
    "lúa gạo",
    "cà phê",
    "cao su",
    "hồ tiêu",
    "vải thiều",
    "nhãn lồng",
    "chè xanh",
    "gỗ lớn",
];
/// Words between words.
const LINKS: &[&str] = &[
    "và", "của", "các", "trong", "cho", "với", "được", "đã", "là", "có", "những", "để", "về", "từ",
    "đến", "theo", "trên", "cần", "phải", "không", "một", "này", "còn", "do", "tại", "sẽ",
];
const ONSETS: &[&str] = &[
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x", "",
];
/// Rimes in all their tones.
const RIMES: &[&str] = &[
    "ăng ằng ẳng ẵng ắng ặng",
    "âm ầm ẩm ẫm ấm ậm",
    "ân ần ẩn ẫn ấn ận",
    "êu ều ểu ễu ếu ệu",
    "ơi ời ởi ỡi ới ợi",
    "ươn ườn ưởn ưỡn ướn ượn",
    "ong òng ỏng õng óng ọng",
    "oi òi ỏi õi ói ọi",
    "ay ày ảy ãy áy ạy",
    "eo èo ẻo ẽo éo ẹo",
    "ia ìa ỉa ĩa ía ịa",
    "ưng ừng ửng ững ứng ựng",
    "uông uồng uổng uỗng uống uộng",
    "anh ành ảnh ãnh ánh ạnh",
    "ô ồ ổ ỗ ố ộ",
    "y ỳ ỷ ỹ ý ỵ",
    "ăm ằm ẳm ẵm ắm ặm",
    "ươi ười ưởi ưỡi ưới ượi",
    "ê ề ể ễ ế ệ",
    "u ù ủ ũ ú ụ",
];
const NUMBERS: &[&str] = &["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"];
const SURNAMES: &[&str] = &["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ"];
const NAMES: &[&str] =
    &["Thị Thuỷ", "Văn Đức", "Minh Hoà", "Quốc Khánh", "Thanh Bình", "Hữu Nghĩa", "Kỳ Anh"];
const OFFICES: &[&str] = &["Bí thư Tỉnh uỷ", "Chủ tịch Hội đồng", "Bộ trưởng", "Phó Thủ tướng"];
const LEADS: &[&str] = &[
    "Thời gian tới, đề nghị tập trung thực hiện tốt các nhiệm vụ sau:",
    "Trong năm qua, chúng ta đã đạt được những kết quả nổi bật sau:",
    "Bên cạnh kết quả đạt được, vẫn còn một số hạn chế sau:",
    "Những hạn chế trên có các nguyên nhân chủ yếu sau:",
    "Qua thực tiễn có thể rút ra các bài học kinh nghiệm sau:",
];

/// Makes the speech of a number, of at least so many bytes and a paragraph more at most.
pub fn speech(number: usize, bytes: usize) -> String {
    let mut dice = Dice::new(number);
    let mut out = String::with_capacity(bytes + 1024);
    let (day, month, year) = date(number);
    let subject = dice.words(6);
    let place = dice.unusual();
    let _ =
        write!(out, "Kết luận tại hội nghị {subject} năm {year}\n\nNgày {day}/{month}/{year}, ");
    let name = format!("{} {}", dice.pick(SURNAMES), dice.pick(NAMES));
    let office = dice.pick(OFFICES);
    let _ =
        write!(out, "tại xã {place}, đồng chí {name}, {office} phát biểu kết luận hội nghị.\n\n");
    let _ = write!(out, "{office} {name}: Thưa các đồng chí!\n\n");
    let rare_at = if number % RARE_EVERY == RARE_EVERY / 2 { bytes / 2 } else { usize::MAX };
    let seldom_at = if number % 50 == 7 { bytes / 3 } else { usize::MAX };
    let (mut rare, mut seldom) = (false, false);
    let mut part = dice.below(LEADS.len());
    while out.len() < bytes {
        let _ = write!(out, "{}.\n\n{}\n\n", dice.sentences(2), LEADS[part % LEADS.len()]);
        part += 1;
        for count in NUMBERS.iter().take(4 + dice.below(7)) {
            let _ = write!(out, "{count} là: {}.", dice.sentences(3));
            if !rare && out.len() >= rare_at {
                let _ = write!(out, " Đoạn đê {RARE} được gia cố.");
                rare = true;
            }
            if !seldom && out.len() >= seldom_at {
                let _ = write!(out, " Tập trung xử lý {SELDOM}.");
                seldom = true;
            }
            out.push_str("\n\n");
            if out.len() >= bytes && (rare || rare_at == usize::MAX) {
                break;
            }
        }
    }
    out.push_str("Xin trân trọng cảm ơn!\n");
    out
}

/// Returns the name of the file of a number below the folder of the library: a folder a year.
pub fn file_name(number: usize) -> String {
    let (day, month, year) = date(number);
    format!("{year}/{year}-{month:02}-{day:02}-{number:06}.txt")
}

fn date(number: usize) -> (usize, usize, usize) {
    (1 + number % 28, 1 + number / 28 % 12, 1990 + number / 336 % 36)
}

/// Numbers as if by chance (xorshift64*, Vigna 2016), the same for the same seed.
struct Dice(u64);

impl Dice {
    fn new(seed: usize) -> Self {
        let mut dice = Dice((seed as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        (0..4).for_each(|_| _ = dice.next());
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    /// Picks a word, the first ones far more often than the last ones.
    fn word(&mut self) -> &'static str {
        let (a, b) = (self.below(WORDS.len()), self.below(WORDS.len()));
        WORDS[a * b / WORDS.len()]
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    /// Makes a word of two syllables that few texts have.
    fn unusual(&mut self) -> String {
        let mut syllable = || {
            let onset = self.pick(ONSETS);
            let rime = self.pick(RIMES);
            let tone = self.below(6);
            format!("{onset}{}", rime.split(' ').nth(tone).unwrap_or(rime))
        };
        format!("{} {}", syllable(), syllable())
    }

    /// Makes sentences, without the full stop of the last.
    fn sentences(&mut self, most: usize) -> String {
        let mut out = String::new();
        for index in 0..=self.below(most) {
            if index > 0 {
                out.push_str(". ");
            }
            let start = out.len();
            for word in 0..6 + self.below(14) {
                match self.below(20) {
                    0 => out.push_str(&self.unusual()),
                    1 => _ = write!(out, "{}", 2 + self.below(98)),
                    2..=6 => out.push_str(self.pick(LINKS)),
                    _ => out.push_str(self.word()),
                }
                out.push_str(if word % 7 == 6 { ", " } else { " " });
            }
            out.truncate(out.trim_end_matches([',', ' ']).len());
            capitalise(&mut out, start);
        }
        out
    }
}

fn capitalise(text: &mut String, at: usize) {
    if let Some(first) = text[at..].chars().next() {
        let upper: String = first.to_uppercase().collect();
        text.replace_range(at..at + first.len_utf8(), &upper);
    }
}
