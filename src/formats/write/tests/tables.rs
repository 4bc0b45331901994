//! Tables, in every format, there and back.

use super::*;
use crate::speech::{Cell, RowPart};

const PLAN: &str = "Xã giao các việc sau:\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n\
                    | I | Làm thủy lợi | | |\n| 1 | Vét **mương** \\| bờ | Thôn Hạ | 3/2025 |\n| 2 | Sửa cống | | |\n\n\
                    Các thôn báo cáo mỗi tháng.";

/// A page whose cells span columns and rows.
const SPANS: &str = "<html><body><p>Việc của các thôn trong năm nay như sau, thôn nào xong trước thì báo xã.</p><table>\
    <thead><tr><th rowspan=2>TT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Cơ quan thực hiện</th></tr>\
    <tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead><tbody>\
    <tr><td colspan=4>I. Làm thủy lợi</td></tr><tr><td>1</td><td>Vét mương</td><td rowspan=2>Thôn Hạ</td><td>Hội Nông dân</td></tr>\
    <tr><td>2</td><td>Sửa cống</td><td>Thôn Trung</td></tr></tbody></table></body></html>";

fn table(speech: &Speech) -> Vec<(RowPart, Vec<(String, Cell)>)> {
    let rows = speech.outline.tables.iter().flat_map(|table| &table.rows);
    let cells = |cell: &Cell| {
        let words = speech.line(cell.range);
        (words, Cell { range: TextRange::default(), ..*cell })
    };
    rows.filter(|row| row.part != RowPart::Rule)
        .map(|row| (row.part, row.cells.iter().map(cells).collect()))
        .collect()
}

/// What the columns tell of each item.
fn fields(speech: &Speech) -> Vec<Vec<String>> {
    let of = |item| speech.outline.fields(item).into_iter().map(|(_, range)| speech.line(range));
    (0..speech.outline.items.len()).map(|item| of(item).collect()).collect()
}

#[test]
fn a_table_is_one_in_markdown_and_lines_in_a_text() {
    check(
        PLAN,
        "a.md",
        "Xã giao các việc sau:\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n\
         | I | Làm thủy lợi |  |  |\n| 1 | Vét **mương** \\| bờ | Thôn Hạ | 3/2025 |\n| 2 | Sửa cống |  |  |\n\n\
         Các thôn báo cáo mỗi tháng.",
    );
    let speech = read(PLAN, "a.md");
    let page = Page::of(&speech, PagePart::Whole);
    let again = |text: &str| Some(read(text, "a"));
    let (out, kept) = text(&page, &Messages::new(Lang::Vi), &again);
    let rows = "\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n| I | Làm thủy lợi |  |  |\n| 1 | Vét mương \\| bờ | Thôn Hạ | 3/2025 |\n";
    assert!(out.contains(rows), "{out}");
    assert_eq!(kept, RoundTrip::Whole, "{out}");
}

#[test]
fn a_page_has_a_table_with_its_spans() {
    let speech = read(SPANS, "a.html");
    assert_eq!(speech.outline.tables.len(), 1, "{}", speech.text);
    let page = Page::of(&speech, PagePart::Whole);
    let messages = Messages::new(Lang::Vi);
    let out = html(&page, FurniturePolicy::Kept, &messages);
    for part in [
        "<th rowspan=\"2\">TT</th>",
        "<th colspan=\"2\">Cơ quan thực hiện</th>",
        "<td colspan=\"4\">I. Làm thủy lợi</td>",
        "<td rowspan=\"2\">Thôn Hạ</td>",
        "<tr id=\"nv.1.1\" tabindex=\"-1\"><td>1</td>",
    ] {
        assert!(out.contains(part), "{part} in\n{out}");
    }
    let moment = Moment::new([2025, 3, 1, 8, 0, 0]);
    let book = epub(&page, &moment, &messages).expect("memory takes a book");
    for (name, bytes) in [("a.html", out.into_bytes()), ("a.epub", book)] {
        let again = speech_of_file(&bytes, name, &LEXICON, &[]);
        assert_eq!(table(&again), table(&speech), "{name}: {}", again.text);
        assert_eq!(fields(&again), fields(&speech), "{name}: {}", again.text);
    }
    assert_eq!(fields(&speech)[2], ["Thôn Hạ", "Thôn Trung"], "the cell above reaches down");
}

#[test]
fn a_row_comes_with_the_names_of_its_columns() {
    let speech = read(PLAN, "a.md");
    let page = Page::of(&speech, PagePart::Item(2));
    let out = html(&page, FurniturePolicy::Kept, &Messages::new(Lang::Vi));
    assert!(out.contains("<th>Chủ trì</th>") && out.contains("Sửa cống"), "{out}");
    assert!(!out.contains("Thôn Hạ"), "{out}");
}
