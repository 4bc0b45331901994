//! OpenDocument texts, put together of their parts; text and hints out.

use crate::formats::read::tests::{check, packed};

const STYLES: &str = r#"
  <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="An" style:family="text"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="Title" style:family="paragraph"/>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
  <text:list-style style:name="L1">
    <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
    <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")" text:start-value="3"/>
    <text:list-level-style-bullet text:level="4" text:bullet-char="&#xF0B7;"/>
  </text:list-style>
  <text:list-style style:name="L2">
    <text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="Điều %1%."/>
  </text:list-style>"#;

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", "<office:meta><dc:title>Untitled</dc:title></office:meta>".as_bytes()),
    ])
}

#[test]
fn numbers_of_lists_are_computed() {
    let body = "<text:list text:style-name=\"L1\"><text:list-item><text:p>Tình hình</text:p>\
          <text:list><text:list-item><text:p>Kết quả</text:p><text:p>và thêm</text:p>\
            <text:list><text:list-item><text:p>một</text:p></text:list-item><text:list-item><text:p>hai</text:p>\
              <text:list><text:list-item><text:p>chấm</text:p></text:list-item></text:list></text:list-item></text:list>\
          </text:list-item><text:list-item><text:p>Hạn chế</text:p></text:list-item></text:list>\
        </text:list-item></text:list>\
        <text:p>Giữa.</text:p>\
        <text:list text:style-name=\"L1\" text:continue-numbering=\"true\"><text:list-header><text:p>Đầu</text:p></text:list-header>\
          <text:list-item><text:p>Nhiệm vụ</text:p></text:list-item>\
          <text:list-item text:start-value=\"7\"><text:p>Bảy</text:p></text:list-item></text:list>\
        <text:list xml:id=\"a\" text:style-name=\"L2\"><text:list-item><text:p>Phạm vi</text:p></text:list-item></text:list>\
        <text:list text:continue-list=\"a\" text:style-name=\"L2\"><text:list-item><text:h text:outline-level=\"2\">Hiệu lực</text:h></text:list-item></text:list>\
        <text:list text:style-name=\"L2\"><text:list-item><text:p>Lại</text:p></text:list-item></text:list>";
    check(
        odt(body),
        "a.odt",
        "
        I. Tình hình
          I.1. Kết quả
        và thêm
            c) một
            d) hai
              • chấm
          I.2. Hạn chế
        Giữa.
        Đầu
        II. Nhiệm vụ
        VII. Bảy
        Điều 1. Phạm vi
        [h2] Điều 2. Hiệu lực
        Điều 1. Lại",
    );
}

#[test]
fn what_is_deleted_or_hidden_is_left_out() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:table-of-content><text:index-body><text:p>I. Tình hình 3</text:p></text:index-body></text:table-of-content>\
        <text:p text:style-name=\"P1\">KẾT LUẬN</text:p>\
        <text:h text:outline-level=\"1\">Tình hình</text:h>\
        <text:p><text:span text:style-name=\"B\">Về vốn:</text:span> bố trí<text:s text:c=\"2\"/>đủ<text:span text:style-name=\"An\">ẩn</text:span>\
          <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Theo báo cáo.</text:p></text:note-body></text:note><text:line-break/>dòng<text:tab/>ô<office:annotation><text:p>hỏi</text:p></office:annotation></text:p>";
    check(
        odt(body),
        "a.odt",
        "
        [chrome] I. Tình hình 3
        [title] KẾT LUẬN
        [h1] Tình hình
        «Về vốn:» bố trí  đủ[1]
        dòng ô
        [1] Theo báo cáo.",
    );
}

#[test]
fn tables_of_data_are_rows() {
    let cell =
        |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let row = |one: &str, two: &str| {
        format!("<table:table-row>{}{}</table:table-row>", cell(one), cell(two))
    };
    let body = format!(
        "<table:table>{}{}{}</table:table>",
        row("Việc", "Hạn"),
        row("a", "1"),
        row("b", "2")
    );
    check(odt(&body), "a.odt", "| Việc | Hạn |\n| a | 1 |\n| b | 2 |");
}

#[test]
fn headings_have_the_numbers_of_the_outline_unless_their_style_takes_them_away() {
    let content = "<office:document-content><office:automatic-styles>\
        <text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-prefix=\"Phần \" style:num-suffix=\".\"/></text:outline-style>\
        <style:style style:name=\"H\" style:family=\"paragraph\"/>\
        <style:style style:name=\"K\" style:family=\"paragraph\" style:parent-style-name=\"H\" style:list-style-name=\"\"/>\
        <style:style style:name=\"O\" style:family=\"paragraph\" style:parent-style-name=\"K\" style:list-style-name=\"Outline\"/>\
        <style:style style:name=\"L\" style:family=\"paragraph\" style:parent-style-name=\"H\" style:list-style-name=\"Khác\"/>\
        </office:automatic-styles><office:body><office:text>\
        <text:h text:style-name=\"H\">Đã làm</text:h><text:h text:style-name=\"K\">Ghi thêm</text:h><text:h text:style-name=\"K\"/>\
        <text:h text:style-name=\"L\">Lời bạt</text:h><text:h text:style-name=\"O\">Sẽ làm</text:h><text:h text:style-name=\"H\"/><text:h text:style-name=\"H\">Sau nữa</text:h>\
        </office:text></office:body></office:document-content>";
    let document = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    // An empty heading that is numbered counts, as it does in LibreOffice.
    check(
        document,
        "a.odt",
        "
        [h1] Phần 1. Đã làm
        [h1] Ghi thêm
        [h1] Lời bạt
        [h1] Phần 2. Sẽ làm
        [h1] Phần 4. Sau nữa",
    );
}
