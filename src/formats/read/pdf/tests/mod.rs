//! Pages drawn as text: a letter is half a size wide, a line stands at 1.2 sizes below the other.

mod tables;

use super::super::{Draft, ImportError, Options, import};
use super::flow::{PdfContent, flow};
use super::furniture;
use super::line::{PageZone, PdfLine, marker};
use super::{legible, notes, stamp};
use crate::speech::{FurnitureKind, HintKind};

/// The size of the letters of a drawing, in points.
const SIZE: f32 = 12.0;

/// Makes the lines of a page of a drawing. A line without words is a gap, "~" stands for small letters,
/// "^" before a figure for a raised one,
/// "_" for room that stretches the line.
fn page(drawing: &str) -> Vec<PdfLine> {
    let mut y = 800.0;
    let mut out = Vec::new();
    for row in drawing.lines() {
        y -= if row.is_empty() { SIZE * 0.6 } else { SIZE * 1.2 };
        let words = row.trim();
        if words.is_empty() {
            continue;
        }
        let small = words.starts_with('~');
        let size = if small { SIZE * 0.8 } else { SIZE };
        let left = (row.chars().count() - row.trim_start().chars().count()) as f32 * SIZE / 2.0;
        let marks = words.split('^').skip(1);
        let raised = marks.filter_map(|rest| rest.get(..1)?.parse().ok()).collect();
        let words = words.replace(['~', '^'], "");
        let width = words.chars().count() as f32 * size / 2.0;
        let first = words.split(' ').next().unwrap_or_default().chars().count();
        out.push(PdfLine {
            left,
            right: left + width,
            y,
            size,
            look: crate::formats::read::paragraph::Look::default(),
            first: first as f32 * size / 2.0,
            natural: words.chars().filter(|c| *c != '_').count() as f32 * size / 2.0,
            raised,
            place: PageZone::Body,
            group: 0,
            table: None,
            opens: false,
            words: words.replace('_', ""),
        });
    }
    out
}

/// Makes pages of a drawing, which "=" alone in a line parts.
fn pages(drawing: &str) -> Vec<Vec<PdfLine>> {
    drawing.trim_matches('\n').split("\n=\n").map(page).collect()
}

/// Compares how many lines of a drawing each paragraph takes.
fn check(drawing: &str, expected: &[&str]) {
    let found: Vec<String> = flow(&pages(drawing))
        .into_iter()
        .map(|flowed| {
            let PdfContent::Paragraph(paragraph) = flowed.content else { return String::new() };
            let words = paragraph.words();
            words.split(' ').take(2).collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(found, expected, "{drawing}");
}

#[test]
fn first_lines_are_indented() {
    check(
        "
   Các xã rà soát lại toàn bộ hồ sơ
đất đai còn tồn, báo cáo trước ngày
30 tháng 6.
   Phòng Nội vụ theo dõi việc chung,
tổng hợp kết quả hằng tuần và cuối.
   Cuối cùng, tôi đề nghị các đồng
chí làm ngay.
",
        &["Các xã", "Phòng Nội", "Cuối cùng,"],
    );
}

#[test]
fn a_line_that_stands_out_does_not_move_the_edge() {
    check(
        "
Các xã rà soát lại toàn bộ hồ sơ
đất đai còn tồn, báo cáo trước ngày ghi trong biểu mẫu kèm theo
mười lăm, phân công người phụ trách
từng thôn và công khai kết quả xử lý
tại trụ sở để dân biết.
Phòng Nội vụ theo dõi việc này hằng
tuần, cuối tháng họp với các xã đã
",
        &["Các xã", "Phòng Nội"],
    );
}

#[test]
fn items_begin_paragraphs_wherever_they_stand() {
    check(
        "
Ủy ban nhân dân các xã được giao:
a) Rà soát hồ sơ đất đai còn tồn;
b) Đẩy nhanh tiến độ giải ngân vốn;
- xử lý dứt điểm đơn thư của dân.
- Nâng cao chất lượng phục vụ dân.
c) Báo cáo trước ngày 30 tháng này.
",
        &["Ủy ban", "a) Rà", "b) Đẩy", "- xử", "- Nâng", "c) Báo"],
    );
}

#[test]
fn what_only_looks_like_an_item_goes_on() {
    check(
        "
   Thực hiện Nghị quyết về kinh tế
- xã hội, giai đoạn từ năm 2026 đến
2030. theo đúng kế hoạch, nhất là ở
a) khoản 2 Điều 5 của Nghị định này
và các văn bản khác có liên quan về
   Hết.
",
        &["Thực hiện", "Hết."],
    );
}

#[test]
fn hanging_items_hold_their_lines() {
    check(
        "
Các đơn vị thực hiện những việc sau:
 a) Rà soát lại toàn bộ hồ sơ tồn ở
    Bộ phận một cửa, phân công người
    Phụ trách từng thôn theo tuần.
 b) Công khai kết quả tại trụ sở để
    Nhân dân biết.
Cuối tháng các đơn vị báo cáo chung
về Văn phòng.
",
        &["Các đơn", "a) Rà", "b) Công", "Cuối tháng"],
    );
}

#[test]
fn a_line_that_is_drawn_out_was_ended_by_its_writer() {
    check(
        "
Ủy ban nhân dân các xã được giao làm
những____ việc____ sau_____ đây____:
rà soát hồ sơ đất đai còn tồn lại ở
các xã, báo cáo trước ngày 30 tháng
sáu, công_ khai kết_ quả_ tại_ trụ_
sở nhà văn hóa thôn.
",
        &["Ủy ban", "rà soát"],
    );
}

#[test]
fn a_gap_parts_full_lines() {
    check(
        "
Các xã rà soát lại toàn bộ hồ sơ đất
đai còn tồn và báo cáo trước tháng 6.

Phòng Nội vụ theo dõi việc này hằng
tuần, cuối tháng họp với các xã đấy.

Cuối cùng, tôi đề nghị làm ngay.
",
        &["Các xã", "Phòng Nội", "Cuối cùng,"],
    );
}

#[test]
fn a_paragraph_goes_on_over_the_end_of_a_page() {
    check(
        "
   Các xã rà soát lại toàn bộ hồ sơ
đất đai còn tồn, báo cáo trước ngày
30 tháng 6 theo đúng chỉ đạo của Ủy
=
ban nhân dân tỉnh. Công khai kết quả
tại trụ sở.
   Phòng Nội vụ theo dõi việc chung,
tổng hợp kết quả hằng tuần và gửi đi
=
   Cuối cùng, tôi đề nghị các đồng
chí làm ngay.
",
        &["Các xã", "Phòng Nội", "Cuối cùng,"],
    );
}

/// Compares the lines that are furniture or notes, page by page.
fn check_places(drawing: &str, expected: &[&[&str]]) {
    let mut pages = pages(drawing);
    furniture::mark(&mut pages);
    notes::mark(&mut pages);
    let found: Vec<Vec<&str>> = pages
        .iter()
        .map(|page| {
            let aside = page.iter().filter(|line| line.place != PageZone::Body);
            aside.map(|line| line.words.as_str()).collect()
        })
        .collect();
    assert_eq!(found, expected, "{drawing}");
}

#[test]
fn running_heads_and_numbers_of_pages_are_furniture() {
    check_places(
        "
Ký bởi: Văn phòng
CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 7
Một là: rà soát.
=


CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 8
Hai là: sửa.
- 2 -
=


CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 9
Ba là: khác.
- 3 -
",
        &[
            &["CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 7"],
            &["CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 8", "- 2 -"],
            &["CÔNG BÁO/Số 12 + 13/Ngày 3-11-2024 9", "- 3 -"],
        ],
    );
    // Numbers that count the pages, not the year below a text.
    check_places(
        "Một là: rà soát.\n2024\n1\n=\nHai là.\n2\n=\nBa là.\n3",
        &[&["1"], &["2"], &["3"]],
    );
    check_places(
        "Mẫu số 1\nĐơn xin\n=\nMẫu số 2\nTờ khai\n=\nMẫu số 5\nBiên bản",
        &[&[], &[], &[]],
    );
    check_places("Trang 1/2\nMột\n=\nTrang 2/2\nHai", &[&["Trang 1/2"], &["Trang 2/2"]]);
    check_places("Một\n\n\n\nHai\n=\nBa\nMột\nBốn", &[&[], &[]]);
}

#[test]
fn notes_are_below_the_text_and_announced() {
    check_places(
        "
Theo Luật Đất đai^1 và các nghị định
hướng dẫn, các xã rà soát hồ sơ.

~^1 Luật số 31/2024/QH15, có hiệu lực
~từ ngày 01 tháng 8.
=
Một đoạn nữa của bài.

~1 Nơi nhận
",
        &[&["1 Luật số 31/2024/QH15, có hiệu lực", "từ ngày 01 tháng 8."], &[]],
    );
}

#[test]
fn signs_and_numbers_of_items() {
    for (words, length) in [
        ("a) Rà soát", 2),
        ("a)Rà soát", 2),
        ("đ) Rà", 3),
        ("(1) Rà", 3),
        ("12. Rà", 3),
        ("2.3. Rà", 4),
        ("IV. Rà", 3),
        ("1/ Rà", 2),
        ("- Rà", 1),
        ("+ “Rà”", 1),
        ("• rà", 3),
    ] {
        assert_eq!(marker(words), Some(length), "{words}");
    }
    for words in [
        "- 2030; sau",
        "2030. Sau",
        "18/NQ-CP ngày",
        "Rà soát",
        "5.000 đồng",
        "a",
        "-",
        "(sau đây",
        "V.I. 5",
    ] {
        assert_eq!(marker(words), None, "{words}");
    }
}

fn read(bytes: &[u8]) -> Draft {
    import(bytes.to_vec(), &Options::default()).expect("it is read")
}

fn paragraphs(draft: &Draft) -> Vec<&str> {
    draft.text.split("\n\n").map(str::trim).collect()
}

#[test]
fn blanks_beyond_the_margin_and_a_wide_title_break_no_paragraph() {
    for bytes in [
        &include_bytes!("../../../../../tests/pdf/trailing-blanks.pdf")[..],
        include_bytes!("../../../../../tests/pdf/two-columns.pdf"),
    ] {
        let draft = read(bytes);
        let found = paragraphs(&draft);
        for words in ["a) Chủ động", "b) Tăng cường", "c) Phối hợp"] {
            let whole = found.iter().filter(|line| line.starts_with(words) && line.ends_with('.'));
            assert!(whole.count() > 0, "{words} in {found:?}");
        }
    }
}

#[test]
fn what_pages_repeat_follows_the_paragraph_that_goes_on_over_the_page() {
    let draft = read(include_bytes!("../../../../../tests/pdf/page-end.pdf"));
    let found = paragraphs(&draft);
    let whole =
        found.iter().any(|line| line.starts_with("Sáu là:") && line.ends_with("góp ý kiến."));
    assert!(whole, "{found:?}");
    let chrome = HintKind::Furniture(FurnitureKind::Chrome);
    for hint in draft.hints.marks.iter().filter(|hint| hint.kind == chrome) {
        assert!(hint.range.of(&draft.text).len() < 100);
    }
}

#[test]
fn a_scan_whose_text_is_a_stamp_is_told_as_a_scan() {
    let stamped = include_bytes!("../../../../../tests/pdf/stamped-scan.pdf");
    let error = import(stamped.to_vec(), &Options::default()).expect_err("it has no text");
    assert_eq!(error, ImportError::Scan);
    for (drawing, all) in [
        ("www.vidu.vn\n=\nwww.vidu.vn", true),
        ("vidu.vn\nTrang 1/3\n=\nTrang 2/3\n=\nTrang 3/3", false),
        ("Bản quét của thư viện\n1\n=\n2\nBản quét của thư viện", true),
        ("www.vidu.vn", false),
        ("www.vidu.vn\n=\nwww.vidu.vn\nThông báo", false),
    ] {
        assert_eq!(stamp::is_all(&pages(drawing)), all, "{drawing}");
    }
}

#[test]
fn a_poor_recognition_is_no_vietnamese() {
    let poor = "CQNG HoAxA H()I CHiJ NGHiA vrer NAM DQc l~p ph6i hgp th\\lc hi~n giai do~n xay dgng van hoa lao dQng ";
    let few = "nghi~p va cac don vi thi dua lao dong gi6i, lao dong sang t~o trong toan tinh, ";
    let english =
        "The committee shall report to the Minister within 30 days of the end of each quarter; ";
    let bare = "Cac xa ra soat ho so dat dai con ton, bao cao truoc ngay 30 thang 6 nam 2024 theo QD18/NQ-CP ";
    let vietnamese = "Các xã rà soát hồ sơ đất đai còn tồn, báo cáo theo Nghị quyết 18/NQ-CP, gửi về hop@xa.vn. ";
    for (text, garbled) in [
        (poor, true),
        (few, false),
        (english, false),
        (bare, false),
        (vietnamese, false),
        ("2024 15,3 % 12/5", false),
    ] {
        assert_eq!(legible::is_garbled(&text.repeat(10)), garbled, "{text}");
    }
}
