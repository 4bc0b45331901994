//! Tables drawn as text, and as operations of a page.

use super::super::super::{Options, import};
use super::super::grid::{CellPosition, PdfGrid};
use super::super::rules::{RuledLine, RuledLines};
use unpdf::parser::backend::{ContentOp, PdfValue};

/// Makes the lines of a drawing of "+", "-" and "|". A letter is 10 points wide, a row 20 high.
fn rules(drawing: &str) -> RuledLines {
    let rows: Vec<Vec<char>> =
        drawing.trim_matches('\n').lines().map(|row| row.chars().collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let sign = |row: usize, column: usize| rows[row].get(column).copied().unwrap_or(' ');
    let place = |row: usize| 800.0 - 20.0 * row as f32;
    let mut found = RuledLines::default();
    for row in 0..rows.len() {
        for column in 1..width {
            if "+-".contains(sign(row, column)) && "+-".contains(sign(row, column - 1)) {
                let to = 10.0 * column as f32;
                found.across.push(RuledLine { at: place(row), from: to - 10.0, to });
            }
        }
    }
    for row in 1..rows.len() {
        for column in 0..width {
            if "+|".contains(sign(row, column)) && "+|".contains(sign(row - 1, column)) {
                found.down.push(RuledLine {
                    at: 10.0 * column as f32,
                    from: place(row),
                    to: place(row - 1),
                });
            }
        }
    }
    found
}

/// Compares the cells of the tables of a drawing: "." stands for the rest of one above.
fn check(drawing: &str, expected: &[&str]) {
    let grids = PdfGrid::all(rules(drawing));
    let shown = |row: Vec<CellPosition>| {
        let cells =
            row.into_iter().map(|place| place.cell.map_or(".".to_owned(), |cell| cell.to_string()));
        cells.collect::<Vec<_>>().join(" ")
    };
    let found: Vec<String> =
        grids.iter().map(|grid| grid.cells().map(shown).collect::<Vec<_>>().join("/")).collect();
    assert_eq!(found, expected, "{drawing}");
}

#[test]
fn cells_stand_between_lines() {
    check(
        "
+--+---+--+
|  |   |  |
+--+---+--+
|  |   |  |
+--+---+--+
",
        &["0 1 2/3 4 5"],
    );
    check(
        "
+--+---+--+
|  |      |
|  +---+--+
|  |   |  |
+--+---+--+
|         |
+--+---+--+
|  |   |  |
+--+---+--+
",
        &["0 1/. 4 5/6/9 10 11"],
    );
    // A frame, and lines that meet no other.
    check(
        "
+--------+
|        |
+--------+

 --------
|  |  |
 --------
",
        &[],
    );
    check(
        "
+--+--+
|  |  |
+--+--+
|  |  |
+--+--+

+--+--+
|  |  |
+--+--+
|  |  |
+--+--+
",
        &["0 1/2 3", "0 1/2 3"],
    );
}

#[test]
fn lines_are_strokes_and_thin_areas() {
    for (drawn, across, down) in [
        ("10 10 m 100 10 l S", 1, 0),
        ("10 10 m 100 10 l n", 0, 0),
        ("10 10 90 0.5 re f", 1, 0),
        ("10 10 0.5 90 re f*", 0, 1),
        ("10 10 90 90 re f", 0, 0),
        ("10 10 90 90 re S", 2, 2),
        ("q 0 1 -1 0 0 0 cm 10 10 m 100 10 l S Q 10 10 m 100 10 l S", 1, 1),
        ("10 10 m 20 20 30 30 100 10 c S", 0, 0),
        ("10 10 m 100 60 l S", 0, 0),
        ("10 10 m 100 10 l 100 10.4 l 10 10.4 l h f", 1, 0),
        ("Q Q 10 10 m 11 10 l S", 0, 0),
    ] {
        let mut operands = Vec::new();
        let mut operations = Vec::new();
        for word in drawn.split(' ') {
            match word.parse() {
                Ok(number) => operands.push(PdfValue::Real(number)),
                Err(_) => operations.push(ContentOp::new(word, std::mem::take(&mut operands))),
            }
        }
        let found = RuledLines::of(&operations);
        assert_eq!((found.across.len(), found.down.len()), (across, down), "{drawn}");
    }
}

/// Makes a PDF of the contents of its pages.
fn pdf(pages: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let number = objects.len() + 1;
        kids += &format!("{} 0 R ", number + 1);
        objects.push(format!("<</Length {}>>stream\n{page}\nendstream", page.len()));
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        ));
    }
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len());
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = out.len();
    let count = objects.len() + 1;
    out += &format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    );
    out.into_bytes()
}

/// Draws words, 20 points a line, with a frame around each cell that `columns` part, from `top` down.
fn drawn(top: i32, columns: &[i32], rows: &[&[&str]]) -> String {
    let mut out = String::new();
    let mut y = top;
    for row in rows {
        let lines = row.iter().map(|cell| cell.split('\n').count()).max().unwrap_or(1) as i32;
        for (cell, ends) in row.iter().zip(columns.windows(2)) {
            for (line, words) in cell.split('\n').enumerate() {
                let at = y - 14 - 20 * line as i32;
                out += &format!("BT /F 10 Tf 1 0 0 1 {} {at} Tm ({words}) Tj ET\n", ends[0] + 4);
            }
            let height = 20 * lines;
            out += &format!("{} {} {} {height} re S\n", ends[0], y - height, ends[1] - ends[0]);
        }
        y -= 20 * lines;
    }
    out
}

#[test]
fn rows_of_a_table_hold_their_cells_also_over_the_end_of_a_page() {
    let columns = [50, 90, 250, 400];
    let above = "BT /F 10 Tf 1 0 0 1 50 780 Tm (Cac viec sau day.) Tj ET\n";
    let below = "BT /F 10 Tf 1 0 0 1 50 500 Tm (Het.) Tj ET\n";
    let first = drawn(
        760,
        &columns,
        &[
            &["TT", "Viec", "Chu tri"],
            &["1", "Ra soat ho so dat dai ton\ndong, bao cao truoc ngay", "Phong Mot"],
            &["2", "Nao vet muong o thon Tay\nvao dau thang", "Thon Tay"],
        ],
    );
    let second = drawn(
        800,
        &columns,
        &[
            &["TT", "Viec", "Chu tri"],
            &["", "tu, truoc mua mua", ""],
            &["a.", "sua duong", "Thon Dong"],
        ],
    );
    let bytes = pdf(&[above.to_owned() + &first, second + below]);
    let draft = import(bytes, &Options::default()).expect("it is read");
    let found: Vec<&str> = draft.text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        found,
        [
            "Cac viec sau day.",
            "| TT | Viec | Chu tri |",
            "| 1 | Ra soat ho so dat dai ton dong, bao cao truoc ngay | Phong Mot |",
            "| 2 | Nao vet muong o thon Tay vao dau thang tu, truoc mua mua | Thon Tay |",
            "| TT | Viec | Chu tri |",
            "| a. | sua duong | Thon Dong |",
            "Het.",
        ]
    );
    // The head row that the page repeats is furniture.
    assert_eq!(draft.hints.marks.len(), 1, "{:?}", draft.hints.marks);
}

#[test]
fn a_name_over_several_columns_heads_a_table() {
    let head = drawn(760, &[50, 90, 250, 490], &[&["TT", "Chuc danh", "He so phu cap"]]);
    let rest = drawn(
        740,
        &[50, 90, 250, 310, 370, 430, 490],
        &[
            &["", "", "Hang\nI", "Hang\nII", "Hang\nIII", "Hang\nIV"],
            &["1", "Giam doc", "0,7", "0,6", "0,5", "0,3"],
            &["2", "Pho giam doc", "0,5", "0,4", "0,3", "0,2"],
        ],
    );
    let draft = import(pdf(&[head + &rest]), &Options::default()).expect("it is read");
    let found: Vec<&str> = draft.text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        found,
        [
            "| TT | Chuc danh | He so phu cap |  |  |  |",
            "|  |  | Hang / I | Hang / II | Hang / III | Hang / IV |",
            "| 1 | Giam doc | 0,7 | 0,6 | 0,5 | 0,3 |",
            "| 2 | Pho giam doc | 0,5 | 0,4 | 0,3 | 0,2 |",
        ]
    );
}
