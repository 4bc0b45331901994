//! A text in, what its last paragraph refers to out.

use super::{ReferenceTarget, references, short_forms};
use crate::library::files::from_bytes;
use crate::speech::parse::Lexicon;
use crate::speech::{Origin, Speech};
use crate::text::TextRange;
use unicode_normalization::UnicodeNormalization;

const LAW: &str = "\
Điều 4. Nguyên tắc

1. Công khai.

2. Đúng hạn.

Điều 5. Nhiệm vụ

1. Rà soát quy chế.

2. Kiểm tra, gồm:

a) Kiểm tra định kỳ.

b) Kiểm tra đột xuất.

Điều 6. Thi hành

1. Các sở thi hành.

";

const CONCLUSION: &str = "\
Phần thứ nhất. Đánh giá

I. Kết quả

1. Kinh tế tăng trưởng.

2. Xã hội ổn định.

II. Hạn chế

1. Giải ngân chậm.

2. Cải cách chậm.

3. Phối hợp chưa tốt.

Phần thứ hai. Nhiệm vụ

I. Mục tiêu

1. Tăng trưởng cao hơn.

2. Giải ngân nhanh hơn.

PHỤ LỤC I

Danh mục đề án.

PHỤ LỤC II

Danh mục dự án.

";

fn speech(text: &str) -> Speech {
    let origin = Origin::StandardInput;
    from_bytes(text.as_bytes().to_vec(), origin, &Lexicon::shipped()).expect("a text").speech
}

/// Asserts what the last paragraph refers to, also in NFD: the words, and the lines that they lead to.
#[track_caller]
fn check(before: &str, last: &str, expected: &[(&str, &[u32])]) {
    let text = format!("{before}{last}\n");
    for text in [text.clone(), text.nfd().collect()] {
        let speech = speech(&text);
        let block = speech.blocks.last().expect("a paragraph").range;
        let found: Vec<(String, Vec<u32>)> = references(&speech, block)
            .into_iter()
            .map(|found| {
                let lines = match found.to {
                    ReferenceTarget::Part(places) => {
                        places.into_iter().map(|at| speech.line_at(at)).collect()
                    }
                    ReferenceTarget::Document(_) => vec![0],
                };
                (speech.line(found.range), lines)
            })
            .collect();
        let expected: Vec<(String, Vec<u32>)> =
            expected.iter().map(|(words, lines)| ((*words).to_owned(), lines.to_vec())).collect();
        assert_eq!(found, expected, "{last}");
    }
}

#[test]
fn parts_of_a_law_are_found() {
    for (last, expected) in [
        ("Các sở làm theo khoản 2 Điều 5.", &[("khoản 2 Điều 5", &[11][..])][..]),
        ("Các sở làm theo Điều 5 khoản 2.", &[("Điều 5 khoản 2", &[11])]),
        ("Các sở làm theo Điều 5, khoản 2.", &[("Điều 5, khoản 2", &[11])]),
        ("Các sở làm theo điểm b khoản 2 Điều 5.", &[("điểm b khoản 2 Điều 5", &[15])]),
        (
            "Các sở làm theo khoản 1 và khoản 2 Điều 5.",
            &[("khoản 1", &[9]), ("khoản 2 Điều 5", &[11])],
        ),
        ("Các sở làm theo khoản 1, 2 Điều 5.", &[("khoản 1", &[9]), ("2", &[11])]),
        ("Các sở làm theo các điều 4, 5 và 6 nêu trên.", &[("điều 4", &[1]), ("5", &[7])]),
        ("Các sở làm theo Điều 5 của Luật này.", &[("Điều 5", &[7])]),
        ("Các sở làm theo Điều 9.", &[("Điều 9", &[])]),
        (
            "Theo khoản 1 Điều 4, khoản 2 Điều 5.",
            &[("khoản 1 Điều 4", &[3]), ("khoản 2 Điều 5", &[11])],
        ),
        (
            "Theo khoản 2 Điều 4 và Phụ lục I; xem thêm Điều 5 Luật Đất đai và Nghị quyết số 57-NQ/TW.",
            &[("khoản 2 Điều 4", &[5]), ("Phụ lục I", &[]), ("Nghị quyết số 57-NQ/TW", &[0])],
        ),
        ("Theo Điều 4, khoản 2 Điều 5.", &[("Điều 4", &[1]), ("khoản 2 Điều 5", &[11])]),
        ("Theo Khoản 1, 2, Điều 5.", &[("Khoản 1", &[9]), ("2", &[11])]),
        // What is another document's, or no reference at all.
        ("Các sở làm theo Điều 5 Luật Đất đai.", &[]),
        (
            "Các sở làm theo khoản 2 Điều 5 của Nghị quyết số 01-NQ/TW.",
            &[("Nghị quyết số 01-NQ/TW", &[0])],
        ),
        ("Theo Luật Đất đai năm 2013 (khoản 2 Điều 5), các sở rà soát.", &[]),
        ("Sửa đổi khoản 2 Điều 5 như sau.", &[]),
        ("Sửa đổi khoản 1 và khoản 2 Điều 5 của Luật Đất đai.", &[]),
        ("Điểm mới là khoản chi, khoản 2 tỷ đồng.", &[]),
        ("Có mục tiêu rõ, điểm nghẽn được gỡ, phần lớn xong.", &[]),
    ] {
        check(LAW, last, expected);
    }
}

#[test]
fn parts_of_a_conclusion_are_found() {
    for (last, expected) in [
        ("Như đã nêu ở mục II.3 phần thứ nhất.", &[("mục II.3 phần thứ nhất", &[15][..])][..]),
        ("Như đã nêu ở mục II.3.", &[("mục II.3", &[15])]),
        ("Như đã nêu ở mục 3 phần II.", &[("mục 3 phần II", &[])]),
        ("Như đã nêu ở Phần thứ hai.", &[("Phần thứ hai", &[17])]),
        ("Như đã nêu ở Phần II.", &[("Phần II", &[17])]),
        ("Xem Phụ lục I và Phụ lục II kèm theo.", &[("Phụ lục I", &[25]), ("Phụ lục II", &[29])]),
        ("Xem phụ lục kèm theo.", &[("phụ lục", &[25])]),
        ("Xem mục I.", &[("mục I", &[3, 19])]),
        (
            "Điều này cho thấy quan điểm này đúng; thời tiết ở đây, chi tiết 4 hướng, dự án thành phần 4.",
            &[],
        ),
    ] {
        check(CONCLUSION, last, expected);
    }
}

#[test]
fn notes_and_documents_are_found() {
    check(
        "Một câu có chú thích [1].\n\nMột câu khác [2].\n\n",
        "[1] Báo cáo năm 2023.",
        &[("[1]", &[1])],
    );
    let both = "Một câu có chú thích [1] và [liên kết](https://vi.vn).";
    check("[1] Báo cáo năm 2023.\n\n", both, &[("[1]", &[1])]);
    check("Bài.\n\n", "Xem chú thích [7].", &[("[7]", &[])]);
    for (last, expected) in [
        ("Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024.", &["Nghị quyết số 57-NQ/TW"][..]),
        ("Theo Nghị quyết 57.", &["Nghị quyết 57"]),
        ("Theo Kết luận thanh tra số 153.", &["Kết luận thanh tra số 153"]),
        ("Theo văn bản 15/2020/NĐ-CP và 176/2025/QH15.", &["15/2020/NĐ-CP", "176/2025/QH15"]),
        (
            "Theo Nghị quyết số 57-NQ/TW và 15/2020/NĐ-CP.",
            &["Nghị quyết số 57-NQ/TW", "15/2020/NĐ-CP"],
        ),
        ("Theo Luật Đất đai và Nghị quyết số 57-NQ/TW.", &["Nghị quyết số 57-NQ/TW"]),
        ("Theo kế hoạch 5 năm, ngày 20/12/2023, tỷ lệ 1/3.", &[]),
    ] {
        let expected: Vec<(&str, &[u32])> =
            expected.iter().map(|words| (*words, &[0][..])).collect();
        check("Bài phát biểu.\n\n", last, &expected);
    }
}

#[test]
fn short_forms_are_those_that_the_text_defines() {
    for (text, expected) in [
        ("Ngành công nghệ thông tin (CNTT) phát triển.", &[("CNTT", "công nghệ thông tin")][..]),
        (
            "Ủy ban nhân dân tỉnh (sau đây gọi là UBND tỉnh) giao.",
            &[("UBND tỉnh", "Ủy ban nhân dân tỉnh")],
        ),
        (
            "Giao Ban Quản lý dự án giao thông (gọi tắt là Ban QLDA).",
            &[("Ban QLDA", "Ban Quản lý dự án giao thông")],
        ),
        (
            "Hôm nay, dự án cầu Bến Lức (sau đây gọi là Dự án) khởi công.",
            &[("Dự án", "dự án cầu Bến Lức")],
        ),
        (
            "Giao Ban Chỉ đạo dự án quan trọng, trọng điểm ngành giao thông (sau đây gọi là Ban Chỉ đạo) họp.",
            &[("Ban Chỉ đạo", "Ban Chỉ đạo dự án quan trọng, trọng điểm ngành giao thông")],
        ),
        ("Các tổ chức của Trung ương (sau đây gọi là BHXH tỉnh) họp.", &[]),
        ("Hội nghị (lần thứ ba) họp ở Hà Nội (ngày 2/3).", &[]),
        ("Doanh nghiệp (SME) tăng.", &[]),
    ] {
        for text in [text.to_owned(), text.nfd().collect()] {
            let speech = speech(&text);
            let found: Vec<(String, String)> = short_forms(&speech)
                .into_iter()
                .map(|form| (speech.line(form.short), speech.line(form.full)))
                .collect();
            let expected: Vec<(String, String)> = expected
                .iter()
                .map(|(short, full)| ((*short).to_owned(), (*full).to_owned()))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}

#[test]
fn a_place_outside_a_text_is_no_panic() {
    let speech = speech("Điều 5 và [1].");
    assert_eq!(references(&speech, TextRange::new(0, 0)), []);
}
