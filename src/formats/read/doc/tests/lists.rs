//! Automatic numbers.

use super::super::fib::{Age, TableStreamPart};
use super::builder::{Builder, Para, words};
use super::parts::{Level, Style, fonts, lists, said, styles, uses};
use super::{NONE, reads};

const WORD: Age = Age::Word97;

/// A paragraph of a list, on a level.
fn item(list: u8, level: u8, text: &str) -> Para {
    words(text).said(&[&said(WORD, 0x460B, &[list, 0]), &said(WORD, 0x260A, &[level])])
}

fn numbered(text: Vec<Para>) -> Builder {
    let definitions = lists(&[
        (
            70,
            vec![
                Level(1, "\0.", 1, None),
                Level(0, "\u{1}.", 1, None),
                Level(4, "\u{2})", 1, None),
                Level(23, "\u{f0b7}", 1, None),
            ],
        ),
        (71, vec![Level(0, "Điều \0.", 1, None), Level(0, "\0.\u{1}.", 1, None)]),
        (72, vec![Level(56, "\0 là:", 1, None)]),
        (73, vec![Level(0, "§iÒu \0.", 3, Some(1))]),
    ]);
    let used = uses(&[(70, None), (71, None), (72, None), (71, Some(5)), (73, None), (99, None)]);
    let sheet = styles(
        WORD,
        &[
            Style(0, "Normal", NONE, vec![], vec![]),
            Style(0xFFE, "Điều", 0, said(WORD, 0x460B, &[2, 0]), vec![]),
            Style(0xFFE, "Khoản", 1, said(WORD, 0x260A, &[1]), vec![]),
        ],
    );
    Builder::new(WORD, text)
        .part(TableStreamPart::Lists, definitions)
        .part(TableStreamPart::ListUses, used)
        .part(TableStreamPart::Styles, sheet)
        .part(TableStreamPart::Fonts, fonts(WORD, &["Times New Roman", ".VnTime"]))
}

#[test]
fn numbers_of_lists_are_those_that_word_shows() {
    let text = vec![
        item(1, 0, "Tình hình"),
        item(1, 1, "Kết quả"),
        item(1, 2, "kinh tế"),
        item(1, 2, "xã hội"),
        item(1, 3, "luật"),
        item(1, 1, "Hạn chế"),
        item(1, 2, "thể chế"),
        item(1, 0, "Nhiệm vụ"),
        words("Phạm vi").style(1),
        words("khoản một").style(2),
        words("khoản hai").style(2),
        words("không số").style(1).said(&[&said(WORD, 0x460B, &[0, 0])]),
        words("Hiệu lực").style(1),
        words("khoản nữa").style(2),
        item(4, 0, "Tiếp"),
        item(2, 0, "Rồi"),
        item(3, 0, "rà soát"),
        item(3, 0, "sửa đổi"),
        item(5, 0, "Phạm vi"),
        item(6, 0, "không có danh sách này"),
        item(9, 0, "cũng không"),
    ];
    reads(
        numbered(text),
        "
        I. Tình hình
          1. Kết quả
            a) kinh tế
            b) xã hội
              • luật
          2. Hạn chế
            a) thể chế
        II. Nhiệm vụ
        Điều 1. Phạm vi
          1.1. khoản một
          1.2. khoản hai
        không số
        Điều 2. Hiệu lực
          2.1. khoản nữa
        Điều 5. Tiếp
        Điều 6. Rồi
        một là: rà soát
        hai là: sửa đổi
        Điều 3. Phạm vi
        không có danh sách này
        cũng không",
    );
}

#[test]
fn a_hidden_paragraph_is_not_counted() {
    let mut hidden = item(1, 0, "");
    hidden.mark_said = said(WORD, 0x083C, &[1]);
    let text = vec![item(1, 0, "Một"), hidden, item(1, 0, "Hai")];
    reads(numbered(text), "I. Một\nII. Hai");
}

/// The look of a number of Word 6: its kind, what stands before and behind it, where it starts.
fn look(code: u8, before: &str, behind: &str, start: u16) -> Vec<u8> {
    let mut out = vec![0; 52];
    out[0] = code;
    out[1] = before.len() as u8;
    out[2] = behind.len() as u8;
    out[10..12].copy_from_slice(&start.to_le_bytes());
    let text = [before.as_bytes(), behind.as_bytes()].concat();
    out[20..20 + text.len()].copy_from_slice(&text);
    said(Age::Word6, 0xC63E, &[&[52][..], &out].concat())
}

#[test]
fn numbers_of_word_6_are_said_paragraph_by_paragraph() {
    let item = |text: &str, look: &[u8], level: u8| {
        words(text).said(&[&said(Age::Word6, 0x240D, &[level]), look])
    };
    let (figure, letter) = (look(0, "", ".", 1), look(4, "", ")", 3));
    let text = vec![
        item("mot", &figure, 10),
        item("hai", &figure, 10),
        words(""),
        item("ba", &figure, 10),
        words("Giua."),
        item("lai mot", &figure, 10),
        words("Nua."),
        item("tu c", &letter, 10),
        item("den d", &letter, 10),
        item("gach", &look(5, "-", "", 1), 11),
    ];
    reads(
        Builder::new(Age::Word6, text),
        "
        1. mot
        2. hai
        3. ba
        Giua.
        1. lai mot
        Nua.
        c) tu c
        d) den d
        - gach",
    );
}
