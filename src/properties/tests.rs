//! The checks, on inputs of all kinds.

use super::*;
use crate::layout::{LayoutKey, Widths};
use crate::search::{Mode, Query, Stage};
use crate::speech::parse::paragraphs;
use crate::speech::{Fix, ItemForm};
use crate::text::{TextRange, decode};
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

const SHIPPED: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

/// Returns what stands between blanks, and where.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn decoded(text: &str) -> String {
    decode(text.as_bytes().to_vec()).text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decoding_any_bytes(bytes in any::bytes()) {
        decoding(&bytes);
    }

    #[test]
    fn folding_any_text(text in any::ordinary()) {
        folding(&text);
        folding(&decoded(&text));
    }

    #[test]
    fn folding_hostile_text(text in any::hostile()) {
        folding(&text);
    }

    #[test]
    fn measuring_any_text(text in any::ordinary(), cells in 0..40usize) {
        measuring(&crate::text::printable(&text), cells);
    }

    #[test]
    fn exporting_what_is_built_like_a_speech(text in any::speech()) {
        exporting(&text, "a.txt", &[], &LEXICON);
    }

    #[test]
    fn publishing_what_is_built_like_a_speech(text in any::speech()) {
        publishing(&text, "a.md", &LEXICON);
    }

    #[test]
    fn publishing_any_text(text in any::hostile(), tags in any::tags()) {
        publishing(&text, "a.txt", &LEXICON);
        publishing(&tags, "a.txt", &LEXICON);
    }

    #[test]
    fn exporting_any_text(text in any::hostile(), tags in any::tags()) {
        exporting(&tags, "a.txt", &[], &LEXICON);
        exporting(&text, "a.txt", &[], &LEXICON);
        exporting(&text, "a.md", &[], &LEXICON);
    }

    #[test]
    fn parsing_any_text(text in any::hostile()) {
        parsing(&decoded(&text), &LEXICON);
    }

    #[test]
    fn parsing_what_is_built_like_a_speech(text in any::speech()) {
        parsing(&decoded(&text), &LEXICON);
    }

    #[test]
    fn correcting_what_is_built_like_a_speech(
        text in any::speech(), fixes in proptest::collection::vec(any::fix(), 0..6),
    ) {
        let text = decoded(&text);
        let blocks = paragraphs(&text, &LEXICON);
        let fixes: Vec<Fix> = fixes
            .into_iter()
            .filter_map(|(at, count, change)| {
                let first = blocks.get(at.checked_rem(blocks.len())?)?.range;
                let last = blocks.get((at % blocks.len() + count).min(blocks.len() - 1))?.range;
                Some(Fix { range: first.union(last), change })
            })
            .collect();
        correcting(&text, &LEXICON, &fixes);
    }

    #[test]
    fn prose_has_no_items(text in any::prose()) {
        let parsed = parse(&decoded(&text), &LEXICON);
        // Chance can make an enumeration of "một", "là" and "hai".
        let items = parsed.outline.items.iter().filter(|item| item.form == ItemForm::Paragraph);
        prop_assert_eq!(items.count(), 0, "of {:?}", text);
    }

    #[test]
    fn wrapping_any_paragraph(text in any::ordinary(), first in 1..30usize, rest in 1..30usize) {
        let text = crate::text::printable(&text).trim().to_owned();
        wrapping(&text, TextRange::new(0, text.len()), Widths { first, rest });
    }

    #[test]
    fn parsing_any_tables(text in any::tables(), fix in proptest::option::of(any::fix())) {
        parsing(&decoded(&text), &LEXICON);
        let text = decoded(&text);
        let blocks = paragraphs(&text, &LEXICON);
        if let (Some((first, more, change)), false) = (fix, blocks.is_empty()) {
            let first = first % blocks.len();
            let last = (first + more).min(blocks.len() - 1);
            let range = blocks[first].range.union(blocks[last].range);
            correcting(&text, &LEXICON, &[Fix { range, change }]);
        }
    }

    #[test]
    fn exporting_any_tables(text in any::tables()) {
        exporting(&text, "a.txt", &[], &LEXICON);
        exporting(&text, "a.md", &[], &LEXICON);
        publishing(&text, "a.md", &LEXICON);
    }

    #[test]
    fn laying_out_any_tables(
        text in any::tables(), width in 1..120u16, furniture: bool, gaps: bool
    ) {
        laying_out(&speech_of(&text, &LEXICON), LayoutKey { width, furniture, gaps });
    }

    #[test]
    fn laying_out_any_speech(
        text in any::speech(), width in 1..120u16, furniture: bool, gaps: bool
    ) {
        laying_out(&speech_of(&text, &LEXICON), LayoutKey { width, furniture, gaps });
    }

    #[test]
    fn finding_any_words(text in any::ordinary(), words in any::ordinary(), long: bool) {
        let text = decoded(&text);
        let blocks = crate::speech::parse::paragraphs(&text, &LEXICON);
        let most = if long { 4 } else { 1 };
        let words: String = words.chars().take(most).collect();
        for stage in [Stage::Typing, Stage::Finished] {
            if let Ok(query) = Query::parse(&words, Mode::Smart, stage) {
                finding(&text, &blocks, &query);
            }
        }
        loosening(&text, &blocks, &words);
    }

    #[test]
    fn finding_what_was_copied(
        text in any::ordinary(), from: prop::sample::Index, length in 1..30usize
    ) {
        let text = decoded(&text);
        let blocks = crate::speech::parse::paragraphs(&text, &LEXICON);
        if !blocks.is_empty() {
            let block = blocks[from.index(blocks.len())].range;
            // Words are copied whole.
            let letters: Vec<(usize, &str)> = words(block.of(&text)).collect();
            if letters.is_empty() {
                return Ok(());
            }
            let first = from.index(letters.len());
            let last = (first + length).min(letters.len()) - 1;
            let (start, end) = (letters[first].0, letters[last].0 + letters[last].1.len());
            let base = block.start.get();
            finding_itself(&text, &blocks, TextRange::new(base + start, base + end));
        }
    }
}

/// Pieces of files, from which each importer gets files that are nearly right.
const PIECES: [(&str, &[&str]); 6] = [
    (
        "html",
        &[
            "<ol start=3>",
            "<ul>",
            "<li>",
            "</ol>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<p>",
            "<br>",
            "<b>",
            "</b>",
            "<h1 class=title>",
            "<article>",
            "<nav>",
            "</p>",
            "<div style='display:none'>",
            "<!--",
            "-->",
            "<a href=x>",
            "<pre>",
            "Một là: rà soát.",
            "&amp;",
            "\u{301}",
            "\u{1b}[1m",
            " ",
            "\n",
            "e",
        ],
    ),
    (
        "rtf",
        &[
            "{",
            "}",
            "\\par ",
            "\\b ",
            "\\b0 ",
            "\\u7897?",
            "\\'e1",
            "\\cell ",
            "\\row ",
            "\\intbl ",
            "\\footnote ",
            "\\*",
            "\\listtext ",
            "\\uc2 ",
            "\\bin3 ",
            "{\\fonttbl{\\f1 .VnTime;}}",
            "\\f1 ",
            "M\u{1ed9}t",
            " ",
            "Cac",
        ],
    ),
    (
        "docx",
        &[
            "<w:p>",
            "</w:p>",
            "<w:r>",
            "</w:r>",
            "<w:t>",
            "</w:t>",
            "<w:tbl>",
            "<w:tr>",
            "<w:tc>",
            "</w:tbl>",
            "<w:pPr>",
            "</w:pPr>",
            "<w:rPr>",
            "</w:rPr>",
            "<w:b/>",
            "<w:del/>",
            "<w:del>",
            "</w:del>",
            "<w:numId w:val=\"1\"/>",
            "<w:br/>",
            "<w:footnoteReference w:id=\"1\"/>",
            "<w:style w:styleId=\"a\">",
            "Một là: ",
            "&#x301;",
            "e",
        ],
    ),
    (
        "odt",
        &[
            "<office:body>",
            "<text:p>",
            "</text:p>",
            "<text:h text:outline-level=\"2\">",
            "</text:h>",
            "<text:list>",
            "</text:list>",
            "<text:list-item>",
            "</text:list-item>",
            "<text:span>",
            "</text:span>",
            "<text:s/>",
            "<text:note>",
            "</text:note>",
            "<table:table>",
            "<table:table-row>",
            "<table:table-cell>",
            "</table:table>",
            "Hai là: ",
            "\u{301}",
        ],
    ),
    (
        "mhtml",
        &[
            "\n",
            "--b",
            "--",
            "Content-Type: text/html",
            "Content-Transfer-Encoding: base64",
            "TeG7mQ",
            "<p>a",
            "=E1",
        ],
    ),
    (
        "markdown",
        &[
            "# A",
            "\n",
            "===",
            "<!--",
            "-->",
            "[a]: b",
            "- ",
            "1. ",
            "|a|",
            "---",
            "title: x",
            "Một là",
            "**",
            " ",
        ],
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn importing_any_bytes(bytes in any::bytes(), target: prop::sample::Index) {
        let target = PIECES[target.index(PIECES.len())].0;
        importing(target, &bytes);
        importing_part(target, &bytes);
    }

    #[test]
    fn importing_what_is_nearly_right(
        target: prop::sample::Index, parts in prop::collection::vec(0..30usize, 0..60)
    ) {
        let (target, pieces) = PIECES[target.index(PIECES.len())];
        let file: String = parts.iter().map(|&part| pieces[part % pieces.len()]).collect();
        match target {
            "docx" | "odt" => importing_part(target, file.as_bytes()),
            _ => importing(target, file.as_bytes()),
        }
    }
}

/// What random inputs found.
#[test]
fn what_once_broke_a_promise() {
    decoding("\u{FFFD}\u{300}\u{5C8}".as_bytes());
    // The lead of another list stands between a list and its own.
    let parted = "Mười một, kết quả.\n1.2. \nThứ 3: đạt nhiều kết quả nổi bật như:\n\
        - đạt nhiều kết quả nổi bật như:\nMột là\nThứ nhất, rà soát quy định\nMột là: \n";
    for at in 0..7 {
        for level in 1..4 {
            let blocks = paragraphs(parted, &LEXICON);
            let Some(block) = blocks.get(at) else { continue };
            let fix = Fix { range: block.range, change: crate::speech::Change::Level(level) };
            correcting(parted, &LEXICON, &[fix]);
        }
    }
}

#[test]
fn the_shipped_speech_keeps_every_promise() {
    decoding(SHIPPED.as_bytes());
    folding(SHIPPED);
    parsing(SHIPPED, &LEXICON);
    let speech = speech_of(SHIPPED, &LEXICON);
    for width in 20..=120 {
        laying_out(&speech, LayoutKey { width, furniture: false, gaps: true });
    }
    for width in [1, 20, 44, 80, 120] {
        for (furniture, gaps) in [(true, true), (false, false), (true, false)] {
            laying_out(&speech, LayoutKey { width, furniture, gaps });
        }
    }
    for words in ["tham nhũng", "lanh dao", "Đ", "năm 2024", "không có ở đây"] {
        finding(&speech.text, &speech.blocks, &Query::words(words, Mode::Smart));
    }
}

#[test]
fn the_shipped_speech_can_be_wrapped() {
    for width in 45..=120 {
        rewrapping(SHIPPED, width, &LEXICON);
        rewrapping(LAW, width, &LEXICON);
    }
}

/// What wraps badly: numbers and dashes in sentences, members within paragraphs, headings that end
/// without a stop, items of all families, references.
const LAW: &str = "\
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc quản lý, sử dụng và bảo vệ các công trình thủy lợi trên địa bàn, trừ \
những công trình nêu tại khoản 2 Điều 5 và điểm a khoản 3 Điều 7.
2. Các công trình khởi công trước ngày 01 tháng 7 năm 2024 thực hiện theo Quyết định số 12, 13 và \
14 của Ủy ban nhân dân tỉnh; chủ đầu tư hoàn thành hồ sơ trước ngày 31 tháng 12 năm 2025. Ban quản \
lý dự án báo cáo Phó Chủ tịch tỉnh Lê Văn An - Trưởng ban chỉ đạo theo quý.
Điều 2. Trách nhiệm của các sở, ngành và của Ủy ban nhân dân các huyện, thị xã, thành phố
1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các ngành thực hiện ba việc: (1) rà soát hồ sơ \
của từng hồ chứa; (2) lập bản đồ ngập lụt vùng hạ du; (3) kiểm tra việc vận hành trong mùa mưa lũ.
2. Ủy ban nhân dân cấp huyện có trách nhiệm:
a) Bố trí lực lượng trực tại các hồ chứa xung yếu, chuẩn bị vật tư, phương tiện theo phương châm bốn \
tại chỗ và báo cáo tình hình về Ban chỉ huy tỉnh hai lần mỗi ngày;
b) Tuyên truyền để nhân dân vùng hạ du biết tín hiệu báo động;
c) Tổ chức di dời dân khi có lệnh, bảo đảm chỗ ở, lương thực và nước sạch, nhất là cho trẻ em, người \
già và người khuyết tật; không để người dân quay lại khi chưa an toàn.
3. Các đơn vị khai thác công trình làm tốt mấy việc sau:
- Quan trắc mực nước, lượng mưa và độ dịch chuyển của thân đập theo đúng quy trình đã được duyệt.
- Duy tu cửa van, máy phát điện dự phòng và hệ thống cảnh báo.
- Ký quy chế phối hợp với chính quyền các xã ở hạ du, trong đó nêu rõ đầu mối liên lạc của từng bên.
Nhân đây, tôi xin nhấn mạnh một số nhiệm vụ trọng tâm sau:
Thứ nhất, các ngành và địa phương không được chủ quan; một là phải nắm chắc tình hình, hai là phải \
có phương án sát thực tế, ba là phải diễn tập.
Thứ hai, tiếp tục huy động nguồn lực cho việc nâng cấp những hồ đập đã xuống cấp ở vùng núi.
Thứ ba, xử lý nghiêm hành vi lấn chiếm hành lang bảo vệ công trình thủy lợi, kể cả của tổ chức nhà nước.
";
