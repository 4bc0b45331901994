//! Widths, cuts, sentences, syllables, slugs, positions.

use crate::text::boundary::{first_syllables, sentence_at};
use crate::text::slug::slug;
use crate::text::width::{pad, prefix, shorten, truncate, width};
use crate::text::{TextPos, TextRange};

#[test]
fn widths_are_in_cells() {
    for (text, cells) in [
        ("", 0),
        ("ASCII", 5),
        ("Nhiệm vụ", 8),
        ("Nhiê\u{323}m", 5),
        ("…", 1),
        ("“–”", 3),
        ("字", 2),
        ("👍🏽", 2),
        ("🇻🇳", 2),
        ("\u{fffd}", 1),
    ] {
        assert_eq!(width(text), cells, "{text:?}");
    }
}

#[test]
fn starts_end_on_whole_characters() {
    for (text, cells, start) in [
        ("Nhiệm vụ", 0, ""),
        ("Nhiệm vụ", 5, "Nhiệm"),
        ("Nhiệm vụ", 6, "Nhiệm "),
        ("Nhiệm vụ", 80, "Nhiệm vụ"),
        ("e\u{323}\u{302}n", 1, "e\u{323}\u{302}"),
        ("字字", 3, "字"),
        ("👍🏽.", 1, ""),
        ("👍🏽.", 2, "👍🏽"),
    ] {
        assert_eq!(prefix(text, cells), start, "{text:?} at {cells}");
    }
}

#[test]
fn long_texts_are_cut_between_syllables() {
    for (text, cells, cut) in [
        ("Rà soát quy định", 16, "Rà soát quy định"),
        ("Rà soát quy định", 15, "Rà soát quy…"),
        ("Rà soát quy định", 12, "Rà soát quy…"),
        ("Rà soát, quy định", 9, "Rà soát…"),
        ("Rà soát, quy định", 10, "Rà soát…"),
        // So early a cut would leave the room empty.
        ("Hai chữtháchthứckhódài", 14, "Hai chữthácht…"),
        ("nghiêng", 4, "ngh…"),
        ("nghiêng", 1, "…"),
        ("nghiêng", 0, ""),
        ("字字字", 4, "字…"),
        ("......", 3, "…"),
    ] {
        assert_eq!(truncate(text, cells), cut, "{text:?} at {cells}");
    }
}

#[test]
fn short_texts_are_filled_up() {
    assert_eq!(pad("Sáu", 5), "Sáu  ");
    assert_eq!(pad("字", 3), "字 ");
    assert_eq!(pad("Sáu", 3), "Sáu");
    assert_eq!(pad("Sáu", 1), "Sáu");
}

#[test]
fn sentences_are_found_by_any_place_in_them() {
    const TEXT: &str = "Trước.\nMột là: rà soát. Hai câu v.v. còn dài? Hết!  \nSau.";
    let paragraph = TextRange::new(TEXT.find("Một").unwrap(), TEXT.find("  \nSau").unwrap());
    let sentence = |at: usize| sentence_at(TEXT, paragraph, TextPos::new(at)).of(TEXT);
    for (place, expected) in [
        ("Một", "Một là: rà soát."),
        ("soát", "Một là: rà soát."),
        (" Hai", "Một là: rà soát."),
        ("Hai", "Hai câu v.v. còn dài?"),
        ("còn", "Hai câu v.v. còn dài?"),
        ("Hết", "Hết!"),
    ] {
        assert_eq!(sentence(TEXT.find(place).unwrap()), expected, "at {place:?}");
    }
    assert_eq!(sentence(TEXT.len()), "Hết!");
    assert_eq!(sentence(0), "Một là: rà soát.");
    let one = TextRange::new(0, "Trước.".len());
    assert_eq!(sentence_at(TEXT, one, TextPos::new(3)), one);
    let none = TextRange::new(3, 3);
    assert_eq!(sentence_at(TEXT, none, TextPos::new(3)), none);
}

#[test]
fn first_syllables_leave_out_the_sign_behind_them() {
    for (text, count, start) in [
        ("Rà soát, sửa đổi.", 2, "Rà soát"),
        ("Rà soát, sửa đổi.", 3, "Rà soát, sửa"),
        ("Rà soát, sửa đổi.", 9, "Rà soát, sửa đổi"),
        ("Rà\u{a0}soát  sửa", 2, "Rà\u{a0}soát"),
        ("  Rà", 1, "  Rà"),
        ("Rà", 0, ""),
        ("", 3, ""),
        ("…", 1, "…"),
    ] {
        assert_eq!(&text[..first_syllables(text, count)], start, "{text:?}");
    }
}

#[test]
fn slugs_are_ascii_words() {
    for (text, syllables, expected) in [
        ("Kết luận của Bí thư Tỉnh ủy", 4, "ket-luan-cua-bi"),
        ("  Đảng – Nhà nước: 2023/2024 ", 9, "dang-nha-nuoc-2023-2024"),
        ("ê\u{303}", 1, "e"),
        ("“…”", 3, ""),
        ("字", 3, ""),
    ] {
        assert_eq!(slug(text, syllables), expected, "{text:?}");
    }
}

#[test]
fn positions_and_ranges_are_safe_to_ask() {
    const TEXT: &str = "Đảng";
    assert_eq!(TextPos::new(1).clamp_to(TEXT), TextPos::ZERO);
    assert_eq!(TextPos::new(99).clamp_to(TEXT).get(), TEXT.len());
    assert_eq!(TextPos::new(usize::MAX).get(), u32::MAX as usize);
    let range = TextRange::new;
    assert_eq!(range(2, 1), range(2, 2));
    assert_eq!(range(1, 99).of(TEXT), "Đảng");
    assert_eq!(range(90, 99).of(TEXT), "");
    assert_eq!(range(2, 5).intersection(range(4, 9)), Some(range(4, 5)));
    assert_eq!(range(2, 4).intersection(range(4, 9)), None);
    assert_eq!(range(2, 4).union(range(7, 9)), range(2, 9));
    assert!(range(2, 5).covers(range(2, 5)) && !range(2, 5).covers(range(2, 6)));
    assert!(range(2, 5).contains(TextPos::new(2)) && !range(2, 5).contains(TextPos::new(5)));
    assert!(range(3, 3).is_empty() && range(2, 5).len() == 3);
}

#[test]
fn a_line_end_in_a_paragraph_ends_no_sentence() {
    let text = "Rà soát các quy định\nđã cũ. Báo cáo\nkết quả.";
    let paragraph = TextRange::new(0, text.len());
    let sentence = |at: usize| sentence_at(text, paragraph, TextPos::new(at)).of(text);
    assert_eq!(sentence(3), "Rà soát các quy định\nđã cũ.");
    assert_eq!(sentence(text.find("đã").unwrap()), "Rà soát các quy định\nđã cũ.");
    assert_eq!(sentence(text.find("kết").unwrap()), "Báo cáo\nkết quả.");
}

#[test]
fn passages_flow_over_line_ends() {
    for (passage, expected) in [
        ("một hai", "một hai"),
        ("một\nhai", "một hai"),
        ("một  \n  hai  ba", "một hai  ba"),
        ("một\n", "một "),
        ("\nhai", " hai"),
    ] {
        assert_eq!(crate::text::flowing(passage), expected, "{passage:?}");
    }
}

#[test]
fn titles_keep_their_last_words() {
    let title = "Kết luận của Chủ tịch UBND tỉnh tại hội nghị tổng kết công tác năm 2024";
    let table = [
        (80, title),
        (50, "Kết luận của Chủ tịch UBND tỉnh… công tác năm 2024"),
        (35, "Kết luận của Chủ tịch… tác năm 2024"),
        (20, "Kết luận… năm 2024"),
        (10, "Kết luận…"),
    ];
    for (cells, expected) in table {
        let short = shorten(title, cells);
        assert!(width(&short) <= cells, "{short}");
        assert_eq!(short, expected, "{cells}");
    }
}
