//! A paragraph and widths in; its lines out.

use crate::layout::{Widths, wrap};
use crate::text::{TextRange, decode};
use unicode_normalization::UnicodeNormalization;

#[track_caller]
fn check(paragraph: &str, (first, rest): (usize, usize), expected: &[&str]) {
    for source in [paragraph.to_owned(), paragraph.nfd().collect()] {
        let text = decode(source.into_bytes()).text;
        let lines = wrap(&text, TextRange::new(0, text.len()), Widths { first, rest });
        let lines: Vec<&str> = lines.iter().map(|line| line.of(&text)).collect();
        assert_eq!(lines, expected, "{paragraph:?} at {first} and {rest}");
    }
}

#[test]
fn lines_break_between_words() {
    let text = "Nâng cao vai trò, trách nhiệm của các cơ quan";
    check(text, (80, 80), &[text]);
    check(text, (17, 17), &["Nâng cao vai trò,", "trách nhiệm của", "các cơ quan"]);
    check(text, (16, 16), &["Nâng cao vai", "trò, trách nhiệm", "của các cơ quan"]);
    check(text, (8, 17), &["Nâng cao", "vai trò, trách", "nhiệm của các cơ", "quan"]);
    check(text, (45, 1), &[text]);
}

#[test]
fn no_word_is_left_out() {
    check("", (10, 10), &[]);
    check("một", (3, 3), &["một"]);
    check("một  hai", (4, 4), &["một", "hai"]);
    check("một  hai", (10, 10), &["một  hai"]);
    check("một\nhai ba", (7, 7), &["một\nhai", "ba"]);
    check("một hai ", (7, 7), &["một hai"]);
}

#[test]
fn a_line_end_in_a_paragraph_is_one_blank() {
    check("một \n  hai ba", (7, 7), &["một \n  hai", "ba"]);
    check("một \n  hai ba", (6, 10), &["một", "hai ba"]);
    check("một\nhai\nba", (10, 10), &["một\nhai\nba"]);
}

#[test]
fn what_belongs_together_stays_together() {
    check("kinh tế\u{a0}–\u{a0}xã hội", (9, 9), &["kinh", "tế\u{a0}–\u{a0}xã", "hội"]);
    check("đồng-thuận", (10, 10), &["đồng-thuận"]);
    check("a đồng-thuận", (10, 10), &["a", "đồng-thuận"]);
}

#[test]
fn a_word_wider_than_a_line_is_cut() {
    check("https://một.vn/văn-bản", (8, 8), &["https://", "một.vn/v", "ăn-bản"]);
    check("nghiêng", (1, 1), &["n", "g", "h", "i", "ê", "n", "g"]);
    check("nghiêng", (0, 0), &["n", "g", "h", "i", "ê", "n", "g"]);
    check("字字字", (5, 5), &["字字", "字"]);
    check("字字", (1, 1), &["字", "字"]);
    // Not inside what people see as one character.
    check("👍🏽👍🏽", (2, 2), &["👍🏽", "👍🏽"]);
    check("x\u{323}\u{301}yz", (1, 1), &["x\u{323}\u{301}", "y", "z"]);
}

#[test]
fn ranges_are_of_the_whole_text() {
    let text = "Trước. Một là: rà soát. Sau.";
    let range = TextRange::new(text.find("Một").unwrap(), text.find(" Sau").unwrap());
    let lines = wrap(text, range, Widths { first: 8, rest: 8 });
    let lines: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
    assert_eq!(lines, ["Một là:", "rà soát."]);
}
