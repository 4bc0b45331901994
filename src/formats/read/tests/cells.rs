//! One table in each format; the same rows out of all of them.

use super::{packed, written};
use crate::formats::read::{Options, import};
use crate::speech::HintKind;

/// A cell: its paragraphs. One that begins with "#" has an automatic number before the rest of it.
type Cell = &'static [&'static str];

fn docx(rows: &[&[Cell]]) -> Vec<u8> {
    let paragraph = |words: &str| match words.strip_prefix('#') {
        Some(words) => format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        ),
        None => format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"),
    };
    let cell = |cell: &Cell| {
        format!("<w:tc>{}</w:tc>", cell.iter().map(|words| paragraph(words)).collect::<String>())
    };
    let row = |row: &&[Cell]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let document = format!(
        "<w:document><w:body><w:tbl>{}</w:tbl></w:body></w:document>",
        rows.iter().map(row).collect::<String>()
    );
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                     <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ])
}

fn odt(rows: &[&[Cell]]) -> Vec<u8> {
    let paragraph = |words: &str| match words.strip_prefix('#') {
        Some(words) => format!(
            "<text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
        ),
        None => format!("<text:p>{words}</text:p>"),
    };
    let cell = |cell: &Cell| {
        let words: String = cell.iter().map(|words| paragraph(words)).collect();
        format!("<table:table-cell>{words}</table:table-cell>")
    };
    let row = |row: &&[Cell]| {
        format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
    };
    let style = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>";
    let content = format!(
        "<d><office:automatic-styles>{style}</office:automatic-styles><office:body><office:text><table:table>{}</table:table></office:text></office:body></d>",
        rows.iter().map(row).collect::<String>()
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

fn rtf(rows: &[&[Cell]]) -> Vec<u8> {
    let escaped = |words: &str| -> String {
        let unit = |unit: u16| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{}?", unit.cast_signed()),
        };
        words.encode_utf16().map(unit).collect()
    };
    let mut count = 0;
    let mut paragraph = |words: &str| match words.strip_prefix('#') {
        Some(words) => {
            count += 1;
            format!("\\pard\\intbl{{\\listtext\\tab {count}.\\tab}}{}", escaped(words))
        }
        None => format!("\\pard\\intbl {}", escaped(words)),
    };
    let mut out = String::from("{\\rtf1\\ansi ");
    for row in rows {
        out += "\\trowd";
        for cell in *row {
            let paragraphs: Vec<String> = cell.iter().map(|words| paragraph(words)).collect();
            out += &paragraphs.join("\\par ");
            out += "\\cell ";
        }
        out += "\\row ";
    }
    (out + "\\pard\\par}").into_bytes()
}

fn html(rows: &[&[Cell]]) -> Vec<u8> {
    let mut count = 0;
    let mut paragraph = |words: &str| match words.strip_prefix('#') {
        Some(words) => {
            count += 1;
            format!("<ol start={count}><li>{words}</li></ol>")
        }
        None => format!("<p>{words}</p>"),
    };
    let mut out = String::from("<html><body><table>");
    for row in rows {
        out += "<tr>";
        for cell in *row {
            out += "<td>";
            cell.iter().for_each(|words| out += &paragraph(words));
            out += "</td>";
        }
        out += "</tr>";
    }
    (out + "</table>").into_bytes()
}

#[track_caller]
fn check(rows: &[&[Cell]], expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    for (name, bytes) in
        [("a.docx", docx(rows)), ("a.odt", odt(rows)), ("a.rtf", rtf(rows)), ("a.html", html(rows))]
    {
        let found = written(bytes, name).expect("it is read");
        assert_eq!(found.lines().map(str::trim).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn cells_that_begin_with_blank_paragraphs_keep_their_words() {
    check(
        &[
            &[&["TT"], &["", "Tên xóm"], &["Việc"]],
            &[&["1"], &[" ", "", "Xóm Hạ", ""], &["Be bờ"]],
            &[&["2"], &["Xóm Trung"], &["", "Đào giếng"]],
        ],
        "
        | TT | Tên xóm | Việc |
        | 1 | Xóm Hạ | Be bờ |
        | 2 | Xóm Trung | Đào giếng |",
    );
}

#[test]
fn numbers_of_cells_are_there_though_nothing_else_is() {
    check(
        &[
            &[&["TT"], &["Tên xóm"], &["Việc"]],
            &[&["#"], &["Xóm Hạ"], &["Be bờ"]],
            &[&["#"], &["Xóm Trung"], &["Đào giếng"]],
            &[&["#"], &["#Xóm Thượng"], &["Trồng chè"]],
        ],
        "
        | TT | Tên xóm | Việc |
        | 1. | Xóm Hạ | Be bờ |
        | 2. | Xóm Trung | Đào giếng |
        | 3. | 4. Xóm Thượng | Trồng chè |",
    );
}

#[test]
fn rows_stay_rows_where_a_cell_has_several_paragraphs() {
    check(
        &[
            &[&["TT"], &["Tên", "xóm"], &["Việc"]],
            &[&["1"], &["Xóm Hạ"], &["Be bờ", "Vét mương"]],
            &[&["2"], &["Xóm Trung"], &["Đào giếng;", "lát sân;", "quét vôi."]],
            &[&["3"], &["Xóm Thượng"], &["Trồng chè", "và trồng cau"]],
        ],
        "
        | TT | Tên xóm | Việc |
        | 1 | Xóm Hạ | Be bờ / Vét mương |
        | 2 | Xóm Trung | Đào giếng; lát sân; quét vôi. |
        | 3 | Xóm Thượng | Trồng chè; và trồng cau |",
    );
}

#[test]
fn rows_stay_rows_where_a_cell_is_long() {
    const LONG: &str = "Rà lại toàn bộ các đoạn kênh chính và kênh nhánh đã đào từ những năm trước, đoạn nào sạt thì kè lại \
                        bằng đá hộc, đoạn nào bồi lắng thì nạo vét đến đáy cũ, đoạn nào bị lấn chiếm thì lập biên bản, vận động tháo dỡ, \
                        sau đó lát mái và trồng cỏ giữ đất, cử người trông coi theo từng đoạn, mỗi tuần ghi sổ một lần và báo về xã.";
    const { assert!(LONG.len() > 300, "it is longer than a short cell") };
    check(
        &[
            &[&["TT"], &["Việc"], &["Ai làm"]],
            &[&["1"], &[LONG], &["Xóm Hạ"]],
            &[&["2"], &["Đào giếng"], &["Xóm Trung"]],
        ],
        &format!("| TT | Việc | Ai làm |\n| 1 | {LONG} | Xóm Hạ |\n| 2 | Đào giếng | Xóm Trung |"),
    );
}

#[test]
fn the_head_and_the_end_of_a_document_are_read_cell_by_cell() {
    check(
        &[
            &[&["ỦY BAN NHÂN DÂN"], &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
            &[&["XÃ HẠ"], &["Độc lập - Tự do - Hạnh phúc"]],
            &[&["Số: 5/BC"], &["Xã Hạ, ngày 5 tháng 3 năm 2024"]],
        ],
        "
        ỦY BAN NHÂN DÂN
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ HẠ
        Độc lập - Tự do - Hạnh phúc
        Số: 5/BC
        Xã Hạ, ngày 5 tháng 3 năm 2024",
    );
    check(
        &[&[&["Nơi nhận:", "- Như trên;", "- Lưu."], &["CHỦ TỊCH", "", "Lê Văn Mẫu"]]],
        "
        Nơi nhận:
        - Như trên;
        - Lưu.
        CHỦ TỊCH
        Lê Văn Mẫu",
    );
}

#[test]
fn cells_over_several_columns_and_rows_leave_the_others_in_their_columns() {
    let span = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Hạn</w:t></w:r></w:p></w:tc>";
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let document = format!(
        "<w:document><w:body><w:tbl><w:tr>{}{span}{}</w:tr><w:tr>{}{}{}{}</w:tr><w:tr>{}</w:tr></w:tbl></w:body></w:document>",
        cell("Việc"),
        cell("Ai"),
        cell("Be bờ"),
        cell("từ 1/3"),
        cell("đến 5/3"),
        cell("Xóm Hạ"),
        "<w:tc><w:tcPr><w:gridSpan w:val=\"4\"/></w:tcPr><w:p><w:r><w:t>II. Việc chung</w:t></w:r></w:p></w:tc>",
    );
    let document = packed(&[("word/document.xml", document.as_bytes())]);
    let expected =
        "| Việc | Hạn |  | Ai |\n| Be bờ | từ 1/3 | đến 5/3 | Xóm Hạ |\n| II. Việc chung |";
    assert_eq!(written(document, "a.docx").as_deref(), Ok(expected));
    let page = "<html><table><tr><td>Xóm<td>Việc<td>Hạn<tr><td rowspan=2>Hạ<td>Be bờ<td>1/3<tr><td>Đào giếng<td>5/3\
                <tr><td colspan=3>Hết</table>";
    let expected = "| Xóm | Việc | Hạn |\n| Hạ | Be bờ | 1/3 |\n|  | Đào giếng | 5/3 |\n| Hết |";
    assert_eq!(written(page.into(), "a.html").as_deref(), Ok(expected));
    let content = "<d><office:body><office:text><table:table><table:table-row><table:table-cell><text:p>Xóm</text:p></table:table-cell>\
                   <table:table-cell table:number-columns-spanned=\"2\"><text:p>Hạn</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
                   <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>5/3</text:p></table:table-cell></table:table-row>\
                   <table:table-row><table:table-cell><text:p>Hạ</text:p></table:table-cell><table:table-cell><text:p>1/3</text:p></table:table-cell><table:table-cell><text:p>2/3</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></d>";
    let document = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    let expected = "| Xóm | Hạn |  |\n|  |  | 5/3 |\n| Hạ | 1/3 | 2/3 |";
    assert_eq!(written(document, "a.odt").as_deref(), Ok(expected));
}

#[test]
fn tables_in_cells_keep_their_words_and_rows() {
    let page = "<html><table><tr><td><p>Danh sách</p><table><tr><td>TT<td>Xóm<td>Việc<tr><td>1<td>Hạ<td>Be bờ</table></table>";
    let rows = "Danh sách\n| TT | Xóm | Việc |\n| 1 | Hạ | Be bờ |";
    assert_eq!(written(page.into(), "a.html").as_deref(), Ok(rows));
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let inner =
        format!("<w:tbl>{}{}</w:tbl>", row(&["TT", "Xóm", "Việc"]), row(&["1", "Hạ", "Be bờ"]));
    let outer = format!(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Danh sách</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    );
    let nested = format!(
        "<w:tbl>{}<w:tr>{}<w:tc><w:tbl>{}</w:tbl></w:tc></w:tr>{}</w:tbl>",
        row(&["Xóm", "Việc"]),
        cell("Hạ"),
        row(&["Be bờ", "Vét mương"]),
        row(&["Trung", "Đào giếng"])
    );
    let document = format!("<w:document><w:body>{outer}{nested}</w:body></w:document>");
    let document = packed(&[("word/document.xml", document.as_bytes())]);
    let expected =
        format!("{rows}\n| Xóm | Việc |\n| Hạ | Be bờ / Vét mương |\n| Trung | Đào giếng |");
    assert_eq!(written(document, "a.docx"), Ok(expected));
    let text = "{\\rtf1\\ansi\\trowd\\pard\\intbl Xom\\cell Viec\\cell\\row \\trowd\\pard\\intbl Ha\\cell\
                \\pard\\intbl\\itap2 Be bo\\nestcell{\\nonesttables\\par}Vet muong\\nestcell{\\nonesttables\\par}\
                {\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell\\row \
                \\trowd\\pard\\intbl Trung\\cell Dao gieng\\cell\\row\\pard Het\\par}";
    let expected = "| Xom | Viec |\n| Ha | Be bo / Vet muong |\n| Trung | Dao gieng |\nHet";
    assert_eq!(written(text.into(), "a.rtf").as_deref(), Ok(expected));
}

/// Returns the cells that span others: their words, and how many columns and rows.
fn spans(bytes: Vec<u8>, name: &str) -> Vec<String> {
    let options = Options { name: Some(name), ..Options::default() };
    let draft = import(bytes, &options).expect("it is read");
    let spans = draft.hints.marks.iter().filter_map(|mark| match mark.kind {
        HintKind::Spans { columns, rows } => {
            Some(format!("{} {columns}x{rows}", mark.range.of(&draft.text)))
        }
        _ => None,
    });
    spans.collect()
}

#[test]
fn spans_of_cells_are_told() {
    let cell = |properties: &str, words: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        )
    };
    let (begins, goes_on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let rows = [
        [cell(begins, "TT"), cell("<w:gridSpan w:val=\"2\"/>", "Ai làm")].concat(),
        [cell(goes_on, ""), cell("", "Chủ trì"), cell("", "Phối hợp")].concat(),
        [cell("", "1"), cell(begins, "Xóm Hạ"), cell("", "Hội")].concat(),
        [cell("", "2"), cell("<w:vMerge w:val=\"continue\"/>", ""), cell("", "Đoàn")].concat(),
        [cell("", "3"), cell(goes_on, ""), cell("", "Xã")].concat(),
    ];
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    let document = format!("<w:document><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    let document = packed(&[("word/document.xml", document.as_bytes())]);
    assert_eq!(spans(document, "a.docx"), ["TT 1x2", "Ai làm 2x1", "Xóm Hạ 1x3"]);
    let cell = |attributes: &str, words: &str| {
        format!("<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let rows = [
        [
            &cell("table:number-rows-spanned=\"2\"", "TT"),
            &cell("table:number-columns-spanned=\"2\"", "Ai làm"),
            covered,
        ]
        .concat(),
        [covered, &cell("", "Chủ trì"), &cell("", "Phối hợp")].concat(),
        [cell("", "1"), cell("", "Xóm Hạ"), cell("", "Hội")].concat(),
    ];
    let rows: String =
        rows.iter().map(|row| format!("<table:table-row>{row}</table:table-row>")).collect();
    let content = format!(
        "<d><office:body><office:text><table:table>{rows}</table:table></office:text></office:body></d>"
    );
    let document = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(spans(document, "a.odt"), ["TT 1x2", "Ai làm 2x1"]);
    let page = "<html><table><tr><th rowspan=2>TT<th colspan=2>Ai làm<tr><th>Chủ trì<th>Phối hợp\
                <tr><td>1<td rowspan=9>Xóm Hạ<td>Hội<tr><td>2<td>Đoàn</table>";
    assert_eq!(spans(page.into(), "a.html"), ["TT 1x2", "Ai làm 2x1", "Xóm Hạ 1x2"]);
}

#[test]
fn a_bar_in_a_cell_parts_nothing() {
    let page = "<html><table><tr><th>Xóm<th>Việc<tr><td>Hạ<td>Be bờ | vét mương</table>";
    let expected = "| Xóm | Việc |\n| Hạ | Be bờ \\| vét mương |";
    assert_eq!(written(page.into(), "a.html").as_deref(), Ok(expected));
}
