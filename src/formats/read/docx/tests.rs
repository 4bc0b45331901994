//! Word documents, put together of their parts; text and hints out.

use crate::formats::read::tests::{check, packed};

const STYLES: &str = r#"<w:styles>
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Đậm"/><w:basedOn w:val="H1"/><w:rPr><w:i/></w:rPr></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Dieu"/><w:lvlText w:val="Điều %1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="vietnameseCounting"/><w:lvlText w:val="%1 là:"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"#;

/// A document of this body.
fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        (
            "word/footnotes.xml",
            "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"1\"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p></w:footnote></w:footnotes>"
                .as_bytes(),
        ),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>BẢN DỰ THẢO</w:t></w:r></w:p></w:hdr>".as_bytes()),
        (
            "docProps/core.xml",
            "<cp><dc:title>Kết luận</dc:title><dc:creator>An</dc:creator></cp>".as_bytes(),
        ),
    ])
}

/// A paragraph in a list.
fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn numbers_of_lists_are_those_that_word_shows() {
    let body: String = [
        item(1, 0, "Tình hình"),
        item(1, 1, "Kết quả"),
        item(1, 2, "kinh tế"),
        item(1, 2, "xã hội"),
        item(1, 1, "Hạn chế"),
        item(1, 2, "thể chế"),
        item(1, 3, "luật"),
        item(1, 0, "Nhiệm vụ"),
        item(1, 1, "Trước mắt"),
        styled("Dieu", "Phạm vi"),
        item(2, 1, "khoản một"),
        item(2, 1, "khoản hai"),
        styled("Dieu", "Hiệu lực"),
        item(2, 1, "khoản nữa"),
        item(3, 0, "Tiếp"),
        item(2, 0, "Rồi"),
        item(4, 0, "rà soát"),
        item(4, 2, "theo luật"),
        item(4, 1, "không số"),
        item(4, 0, "sửa đổi"),
    ]
    .concat();
    check(
        docx(&body),
        "a.docx",
        "
        I. Tình hình
          1. Kết quả
            a) kinh tế
            b) xã hội
          2. Hạn chế
            a) thể chế
              • luật
        II. Nhiệm vụ
          1. Trước mắt
        Điều 1. Phạm vi
          1.1. khoản một
          1.2. khoản hai
        Điều 2. Hiệu lực
          2.1. khoản nữa
        Điều 5. Tiếp
        Điều 6. Rồi
        một là: rà soát
            1.1 theo luật
        không số
        hai là: sửa đổi
        [chrome] BẢN DỰ THẢO",
    );
}

#[test]
fn styles_say_what_is_a_heading_and_what_is_bold() {
    let body = [
        styled("T", "KẾT LUẬN"),
        styled("TOC1", "I. Tình hình 3"),
        styled("H1", "Tình hình"),
        styled("Dam", "Chung"),
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Riêng</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Về </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vốn:</w:t></w:r>\
         <w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t xml:space=\"preserve\"> bố trí.</w:t></w:r></w:p>"
            .to_owned(),
        "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>thông báo</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    check(
        docx(&body),
        "a.docx",
        "
        [title] KẾT LUẬN
        [chrome] I. Tình hình 3
        [h1] «Tình hình»
        [h1] «‹Chung»›
        [h2] Riêng
        «Về vốn:»‹ bố trí.›
        THÔNG BÁO
        [chrome] BẢN DỰ THẢO",
    );
}

#[test]
fn changes_are_accepted_and_hidden_words_left_out() {
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let body = [
        format!(
            "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>\
             <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
            run("Một "),
            run("mới "),
            run("đi"),
            run("đến")
        ),
        format!(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>",
            run("Hai nửa "),
            run("là một.")
        ),
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>Ba</w:t></w:r></w:p>".into(),
        format!(
            "<w:p><w:r><w:t>Bốn</w:t><w:tab/><w:t>ô</w:t><w:br/><w:t>dòng</w:t><w:noBreakHyphen/>\
             <w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:footnoteReference w:id=\"1\"/></w:r>{}</w:p>",
            "<mc:AlternateContent><mc:Choice><w:r><w:t>.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>lần nữa</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        ),
    ]
    .concat();
    check(
        docx(&body),
        "a.docx",
        "
        Một mới đến
        Hai nửa là một.
        Ba
        Bốn ô
        dòng-•[1].
        [1] Theo báo cáo.
        [chrome] BẢN DỰ THẢO",
    );
}

#[test]
fn tables_of_data_are_rows_and_others_are_lines() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let head = format!("<w:tbl>{}</w:tbl>", row(&["ỦY BAN", "CỘNG HÒA"]));
    let data = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row(&["Việc", "Hạn"]),
        row(&["Rà soát", "2024"]),
        row(&["Sửa đổi", ""])
    );
    let signs = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p><w:p><w:r><w:t>- Như trên;</w:t></w:r></w:p></w:tc>\
                 <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>CHỦ TỊCH</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>";
    check(
        docx(&[head, data, signs.to_owned()].concat()),
        "a.docx",
        "
        ỦY BAN
        CỘNG HÒA
        | Việc | Hạn |
        | Rà soát | 2024 |
        | Sửa đổi |  |
        Nơi nhận:
        - Như trên;
        CHỦ TỊCH
        [chrome] BẢN DỰ THẢO",
    );
}

#[test]
fn fonts_from_before_unicode_are_read() {
    let run = |font: &str, words: &str| {
        format!("<w:r><w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr><w:t>{words}</w:t></w:r>")
    };
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        run(".VnTime", "Mét l\u{b5} "),
        run(".VnTimeH", "céng "),
        run("VNI-Times", "hoøa")
    );
    check(docx(&body), "a.docx", "Một là CỘNG hòa\n[chrome] BẢN DỰ THẢO");
}
