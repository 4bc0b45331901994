//! Inputs of all kinds for the checks: hostile bytes, texts, and texts built like speeches.

use crate::speech::{Change, FurnitureKind, Role};
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// What a text may hold that something has to be done about.
const HOSTILE: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]52;c;aGFjaw==\u{7}",
    "\u{1b}]0;tên\u{1b}\\",
    "\u{1b}]8;;",
    "\u{1b}P1$r\u{1b}\\",
    "\u{1b}",
    "\u{1b}(B",
    "\u{9b}6n",
    "\u{9d}52;c;eA==\u{9c}",
    "\u{90}",
    "\u{9c}",
    "\u{85}",
    "\u{0}",
    "\u{7}",
    "\u{8}",
    "\u{7f}",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{202e}",
    "\u{2067}",
    "\u{2069}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{ad}",
    "\u{34f}",
    "\u{61c}",
    "\u{2060}",
    "\u{fe0f}",
    "\u{e0041}",
    "\u{e0100}",
    "\u{fffb}",
    "\u{f0b7}",
    "\u{301}",
    "\u{323}",
    "\u{302}\u{303}",
    "[",
    "]",
    "\\",
    "\u{fffd}",
];

/// Pieces of ordinary text, in more than one Unicode form.
const ORDINARY: &[&str] = &[
    "Một là: ",
    "nhiệm vụ ",
    "đẩy mạnh",
    "Đ",
    "e\u{302}\u{301}",
    "o\u{31b}\u{323}",
    "ê\u{303}",
    "uỷ",
    "ủy",
    " ",
    "  ",
    "\u{a0}",
    ", ",
    "“",
    "”",
    "–",
    "…",
    "a",
    "A",
    "ß",
    "ﬁ",
    "ñ",
    "ǆ",
    "İ",
    "한",
    "국",
    "が",
    "字",
    "👍🏽",
    "🇻🇳",
    "क\u{93c}",
    "ـ",
    "Ⱥ",
    "x\u{323}\u{301}",
];

fn text_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(pieces).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// Any text, with much in it that must not reach a terminal.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(HOSTILE).prop_map(str::to_owned),
        3 => proptest::sample::select(ORDINARY).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Any bytes: hostile text as UTF-8 or UTF-16, whole, cut short or with wrong bytes in it.
pub(crate) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let utf16 = |text: String, little: bool| -> Vec<u8> {
        let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    };
    let marked = |text: String| [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let whole = prop_oneof![
        3 => hostile().prop_map(String::into_bytes),
        1 => hostile().prop_map(marked),
        1 => (hostile(), any::<bool>()).prop_map(move |(text, little)| utf16(text, little)),
        1 => vec(any::<u8>(), 0..64),
    ];
    (whole, any::<prop::sample::Index>(), 0..4u8).prop_map(|(mut bytes, index, change)| {
        if !bytes.is_empty() {
            let at = index.index(bytes.len());
            match change {
                0 => bytes.truncate(at),
                1 => bytes[at] = 0xC3,
                _ => {}
            }
        }
        bytes
    })
}

/// Ordinary text on one or more lines, of many scripts.
pub(crate) fn ordinary() -> impl Strategy<Value = String> {
    text_of(ORDINARY, 40)
}

/// How lines of speeches begin: markers of all families, and their false friends.
const STARTS: &[&str] = &[
    "Một là: ",
    "Hai là: ",
    "Ba là, ",
    "Một là",
    "Thứ nhất, ",
    "*Thứ hai,* ",
    "Thứ 3: ",
    "Trước hết, ",
    "Cuối cùng, ",
    "I. ",
    "II- ",
    "III) ",
    "A. ",
    "B- ",
    "1. ",
    "1. ",
    "2. ",
    "2\\. ",
    "3) ",
    "1) ",
    "2) ",
    "1- ",
    "1.1. ",
    "1.2. ",
    "2.1 ",
    "1.1.1. ",
    "a) ",
    "b) ",
    "đ) ",
    "(1) ",
    "(2) ",
    "(i) ",
    "(ii) ",
    "(a) ",
    "- ",
    "- ",
    "+ ",
    "+ ",
    "• ",
    "**- ",
    "**1.** ",
    "## 2. ",
    "Điều 1. ",
    "Điều 2. ",
    "Chương I",
    "Mục 1. ",
    "Nhiệm vụ 1: ",
    "1.",
    "(12)",
    "2025.",
    "V/v ",
    "Thứ hai, ngày ",
    "",
    "",
    "",
    "",
    "Năm 2023, ",
    "Thưa các đồng chí!",
    "Kính thưa ",
    "Nơi nhận:",
    "Xin trân trọng cảm ơn!",
    "anh.jpg",
    "Đăng nhập",
    ">> ",
    "V/V ",
];

/// What follows the start of a line.
const RESTS: &[&str] = &[
    "",
    "rà soát quy định",
    "Đẩy mạnh cải cách",
    "đạt nhiều kết quả nổi bật như:",
    "còn những tồn tại, hạn chế sau:",
    "một số nhiệm vụ trọng tâm sau:",
    "bài học kinh nghiệm là:",
    "Nguyên nhân gồm",
    "mục tiêu sau:",
    "Bên cạnh những kết quả, còn hạn chế:",
    "KẾT QUẢ ĐẠT ĐƯỢC",
    "20/12/2023",
    "chưa thường xuyên.",
    "Toàn cảnh hội nghị",
    "  ",
    "của đồng chí Lê Văn An - Bí thư",
    "chúc các đồng chí sức khỏe",
    "**đậm**",
    "(1) một; (2) hai",
];

/// A text built of the parts of speeches, in any order.
pub(crate) fn speech() -> impl Strategy<Value = String> {
    let line = (
        proptest::sample::select(STARTS),
        proptest::sample::select(RESTS),
        proptest::sample::select(&["\n", "\n\n", "\n\n", "\r\n", "\n \n"][..]),
        prop_oneof![12 => Just(0usize), 1 => 20..400usize],
    )
        .prop_map(|(start, rest, end, times)| {
            format!("{start}{rest}{}{end}", " thực hiện".repeat(times))
        });
    (vec(line, 0..24), any::<bool>()).prop_map(|(lines, apart)| {
        let text = lines.concat();
        if apart { text.nfd().collect() } else { text }
    })
}

/// Cells of tables.
const CELLS: &[&str] = &[
    "",
    "",
    "TT",
    "STT",
    "Nhiệm vụ",
    "Nội dung",
    "Chủ trì",
    "Thời hạn",
    "---",
    "1",
    "2.",
    "1.1",
    "a)",
    "I",
    "II.",
    "C",
    "I. Nhóm việc",
    "Vét mương, đắp bờ, lát mái hai bên **trước mùa mưa**, cử người trông",
    "Thôn Hạ",
    "\\|",
    "\u{301}",
    "한국",
    "👍🏽",
    "(1) một; (2) hai",
];

/// A text with tables, whole and broken.
pub(crate) fn tables() -> impl Strategy<Value = String> {
    let row = vec(proptest::sample::select(CELLS), 0..6)
        .prop_map(|cells| format!("| {} |\n", cells.join(" | ")));
    let head = Just("| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n".to_owned());
    const OTHERS: &[&str] = &[
        "\n",
        "\nI. Phần một\n\n",
        "\nCác việc sau:\n\n",
        "\nSTT | Công việc | Hạn\n---|---|---\n1 | Vét mương | 3/2025\n2 | Sửa cầu |\n",
    ];
    let other = proptest::sample::select(OTHERS).prop_map(str::to_owned);
    vec(prop_oneof![8 => row, 1 => head, 1 => other], 0..24).prop_map(|lines| lines.concat())
}

/// What HTML, XML and Markdown take for signs, in a text.
const SIGNS: &[&str] = &[
    "<",
    ">",
    "&",
    "\"",
    "'",
    "</",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&lt;",
    "&#60;",
    "&amp",
    "<img src=x onerror=a>",
    "\" onload=\"a",
    "javascript:",
    "</title>",
    "</style>",
    "\u{fffe}",
    "\u{ffff}",
    "\u{a0}",
    "`",
    "*",
    "**",
    "_",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "# ",
    "> ",
    "1. ",
    "- ",
    "| ",
    "~~",
    "$",
    "{.a}",
    "\n",
    "\n\n",
    " ",
    "Một là: ",
    "Hai là: ",
    "rà soát",
    "a) ",
];

/// Text full of signs of other languages than its own.
pub(crate) fn tags() -> impl Strategy<Value = String> {
    vec(proptest::sample::select(SIGNS), 0..40).prop_map(|pieces| pieces.concat())
}

/// Prose without a marker at the start of any line.
pub(crate) fn prose() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "công tác",
        "nội chính",
        "được",
        "Tỉnh ủy",
        "một",
        "hai",
        "năm 2023",
        "thứ hạng",
        "số 14,",
        "kết quả.",
        "nhiệm vụ:",
        "là",
        "hội nghị;",
        "(02 nghị quyết)",
        "20/12",
        "69,87%",
        "\n\n",
        "\n",
        "Đảng",
        "điều này",
        "mười",
    ];
    vec(proptest::sample::select(WORDS), 0..60).prop_map(|words| {
        let lines = words.join(" ");
        lines.lines().map(|line| format!("Trong {}\n", line.trim())).collect()
    })
}

/// A change of a block, and of so many more.
pub fn fix() -> impl Strategy<Value = (usize, usize, Change)> {
    let role = || prop::sample::select(Role::ALL.to_vec());
    let change = prop_oneof![
        Just(Change::Item),
        Just(Change::Drop),
        (1..5u8).prop_map(Change::Level),
        role().prop_map(Change::Role),
        role().prop_map(Change::SeriesRole),
        Just(Change::SeriesTitle("Việc".into())),
        prop::sample::select(FurnitureKind::ALL.to_vec()).prop_map(Change::Furniture),
        Just(Change::Text),
    ];
    (0..60usize, 0..3usize, change)
}
