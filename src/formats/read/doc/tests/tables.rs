//! Tables: rows of cells, cells in one, tables in cells.

use super::super::fib::Age;
use super::builder::{Builder, ELSEWHERE, Para, words};
use super::parts::said;
use super::{AGES, reads};

/// A paragraph of a cell, that ends it.
fn cell(age: Age, text: &str) -> Para {
    inside(age, text).mark('\u{7}')
}

/// A paragraph of a cell, with others behind it.
fn inside(age: Age, text: &str) -> Para {
    words(text).said(&[&said(age, 0x2416, &[1])])
}

/// The end of a row.
fn end(age: Age) -> Para {
    words("").mark('\u{7}').said(&[&said(age, 0x2416, &[1]), &said(age, 0x2417, &[1])])
}

/// A row of cells.
fn row(age: Age, cells: &[&str]) -> Vec<Para> {
    cells.iter().map(|text| cell(age, text)).chain([end(age)]).collect()
}

#[test]
fn tables_of_data_are_rows_and_others_are_lines() {
    for age in AGES {
        let text = [
            row(age, &["UY BAN", "CONG HOA"]),
            vec![words("Giua.")],
            row(age, &["Viec", "Han"]),
            row(age, &["Ra soat", "2024"]),
            row(age, &["Sua doi", ""]),
            vec![words("Cuoi.")],
            vec![
                inside(age, "Noi nhan:"),
                cell(age, "- Nhu tren;"),
                cell(age, "CHU TICH"),
                end(age),
            ],
        ];
        reads(
            Builder::new(age, text.concat()),
            "
        UY BAN
        CONG HOA
        Giua.
        | Viec | Han |
        | Ra soat | 2024 |
        | Sua doi |  |
        Cuoi.
        Noi nhan:
        - Nhu tren;
        CHU TICH",
        );
    }
}

#[test]
fn cells_that_are_one_count_once() {
    for age in AGES {
        let size = if age == Age::Word6 { 10 } else { 20 };
        // The second cell is one with the first.
        let mut cells = vec![3, 0, 0, 0, 0, 0, 0, 0, 0];
        for flags in [1, 2, 0] {
            cells.extend([vec![flags], vec![0; size - 1]].concat());
        }
        let length = (cells.len() as u16 + 1).to_le_bytes();
        let merged = said(age, 0xD608, &[&length[..], &cells].concat());
        let mut first = row(age, &["Chung", "", "Rieng"]);
        first[3] = first[3].clone().said(&[&merged]);
        let text = [first, row(age, &["a", "b", "c"]), row(age, &["d", "e", "f"])];
        reads(
            Builder::new(age, text.concat()),
            "
        | Chung | Rieng |
        | a | b | c |
        | d | e | f |",
        );
    }
}

#[test]
fn a_row_with_much_to_say_says_it_elsewhere() {
    let age = Age::Word97;
    let mut row = row(age, &["a", "b", "c"]);
    let said_there = [said(age, 0x2416, &[1]), said(age, 0x2417, &[1])].concat();
    row[3] = words("").mark('\u{7}').said(&[&said(age, 0x6646, &ELSEWHERE.to_le_bytes())]);
    let builder = Builder::new(age, [row.clone(), row.clone(), row].concat());
    let expected = "| a | b | c |\n| a | b | c |\n| a | b | c |";
    reads(builder.elsewhere(&said_there), expected);
}

#[test]
fn a_table_in_a_cell_is_paragraphs_of_it() {
    let age = Age::Word97;
    let depth = said(age, 0x6649, &[2, 0, 0, 0]);
    let within = said(age, 0x2416, &[1]);
    let inner =
        |text: &str, code: u16| words(text).said(&[&within, &depth, &said(age, code, &[1])]);
    let outer = said(age, 0x6649, &[1, 0, 0, 0]);
    let cell = |text: &str| cell(age, text).said(&[&outer]);
    let text = vec![
        inside(age, "truoc").said(&[&outer]),
        inner("trong 1", 0x244B),
        inner("trong 2", 0x244B),
        inner("", 0x244C),
        cell("sau"),
        cell("ben"),
        end(age).said(&[&outer]),
        words("het"),
    ];
    reads(Builder::new(age, text), "truoc\ntrong 1\ntrong 2\nsau\nben\nhet");
}
