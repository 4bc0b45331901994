//! Signs of Markdown in paragraphs.

use crate::text::markup::{markup, plain, unmarked};

/// Asserts what is shown of a paragraph, with strong words between 【】 and emphatic ones between ‹›.
#[track_caller]
fn check(paragraph: &str, expected: &str) {
    let found = markup(paragraph);
    let mut signs: Vec<(usize, u8, &str)> = Vec::new();
    signs.extend(found.strong.iter().map(|words| (words.start, 2, "【")));
    signs.extend(found.emphasis.iter().map(|words| (words.start, 3, "‹")));
    signs.extend(found.emphasis.iter().map(|words| (words.end, 0, "›")));
    signs.extend(found.strong.iter().map(|words| (words.end, 1, "】")));
    signs.sort();
    let mut out = String::new();
    let mut from = 0;
    for (at, _, sign) in signs {
        out.push_str(&found.shown(paragraph, from..at));
        out.push_str(sign);
        from = at;
    }
    out.push_str(&found.shown(paragraph, from..paragraph.len()));
    assert_eq!(out, expected, "{paragraph:?}");
}

#[test]
fn signs_of_markdown_are_found() {
    for (paragraph, expected) in [
        ("không có dấu nào", "không có dấu nào"),
        ("**1.** Rà soát", "【1.】 Rà soát"),
        ("*Thứ nhất,* các bộ", "‹Thứ nhất,› các bộ"),
        ("***cả hai*** kiểu", "【‹cả hai›】 kiểu"),
        ("__đậm__ và *nghiêng*", "【đậm】 và ‹nghiêng›"),
        ("## I. ĐÁNH GIÁ", "I. ĐÁNH GIÁ"),
        ("1\\. Mở đầu \\- và \\*sao", "1. Mở đầu - và *sao"),
        ("một **hai *ba* bốn** năm", "một 【hai ‹ba› bốn】 năm"),
        // Broken by a converter.
        ("*Thứ nhất,** các bộ", "‹Thứ nhất,› các bộ"),
        ("**Thứ hai,* các sở", "【Thứ hai,】 các sở"),
        ("**Hướng 2: **Sau khi đi", "【Hướng 2: 】Sau khi đi"),
        ("**Toàn văn **", "【Toàn văn 】"),
        ("gồm *(i) *một; *(ii) *hai", "gồm ‹(i) ›một; ‹(ii) ›hai"),
        // Over the end of a wrapped line.
        ("**hai\ndòng** sau", "【hai\ndòng】 sau"),
        // Links.
        ("xem [Nghị quyết 5](https://vb.vn/nq_5_a.html) nhé", "xem Nghị quyết 5 nhé"),
        ("**[Trang *tin*](/tin \"mở ra\")** và ![ảnh](a.png)", "【Trang ‹tin›】 và ảnh"),
        ("[một [hai] ba](<http://a.vn/(x)>) [bốn](#b)", "một [hai] ba bốn"),
        ("[trống]()", "trống"),
        ("[1](xem phụ lục) và [2](Điều 5)", "[1](xem phụ lục) và [2](Điều 5)"),
        ("](http://a.vn) và [hở](http://a.vn", "](http://a.vn) và [hở](http://a.vn"),
        // Of what is quoted.
        ("> một\n> hai\n>> **ba\n>> bốn**", "> một\nhai\n【ba\nbốn】"),
        ("> một\nhai > ba", "> một\nhai > ba"),
        ("một\n> hai", "một\n> hai"),
        // No signs.
        ("* gạch đầu dòng", "* gạch đầu dòng"),
        ("(*) ghi chú", "(*) ghi chú"),
        ("dân tộc* thiểu số", "dân tộc* thiểu số"),
        ("2*3 = 6 và 4*5", "2*3 = 6 và 4*5"),
        ("ten_tep_tin.txt và snake__case", "ten_tep_tin.txt và snake__case"),
        ("#hashtag", "#hashtag"),
        ("a * b * c", "a * b * c"),
        ("________", "________"),
        ("C:\\thu muc", "C:\\thu muc"),
        ("*) không tính", "*) không tính"),
        ("*Ghi chú của bài viết này *Nguồn của bài", "*Ghi chú của bài viết này *Nguồn của bài"),
        ("hết ở\\", "hết ở\\"),
    ] {
        check(paragraph, expected);
    }
}

#[test]
fn plain_text_has_no_signs() {
    for (text, expected) in [
        ("## **I.**  Kết\nquả \\- *nổi bật*", "I. Kết quả - nổi bật"),
        ("> trích  dẫn", "trích dẫn"),
        // Parts of paragraphs have one of two signs.
        ("soát** các khoản", "soát các khoản"),
        ("**Rà soát các", "Rà soát các"),
        ("__Rà soát", "Rà soát"),
        ("một *hai", "một *hai"),
        // What is the text's own stays.
        ("Mức 3* và 4* (*), 2*3", "Mức 3* và 4* (*), 2*3"),
        ("mức 3\\* trở lên", "mức 3* trở lên"),
        ("Ngày __ tháng __ năm ____", "Ngày __ tháng __ năm ____"),
        ("tep_a_b.txt [1](phụ lục)", "tep_a_b.txt [1](phụ lục)"),
    ] {
        assert_eq!(plain(text), expected, "{text:?}");
    }
}

#[test]
fn a_text_keeps_its_lines_without_signs() {
    assert_eq!(unmarked("## **I.** \n\n1\\. *Rà*\nsoát**\n"), "I. \n\n1. Rà\nsoát\n");
    assert!(matches!(unmarked("không có dấu"), std::borrow::Cow::Borrowed(_)));
}
