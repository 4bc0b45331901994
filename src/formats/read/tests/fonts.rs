//! Words in fonts from before Unicode, in each format that names its fonts.

use super::{packed, written};
use crate::formats::read::{DraftNotice, Options, import};

/// Runs of a paragraph: the font and the words.
type Runs = &'static [(&'static str, &'static str)];

fn docx(runs: Runs) -> Vec<u8> {
    let run = |(font, words): &(&str, &str)| {
        let words = words.replace('\u{ad}', "</w:t><w:softHyphen/><w:t xml:space=\"preserve\">");
        format!(
            "<w:r><w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>"
        )
    };
    let runs: String = runs.iter().map(run).collect();
    let document = format!("<w:document><w:body><w:p>{runs}</w:p></w:body></w:document>");
    packed(&[("word/document.xml", document.as_bytes())])
}

fn odt(runs: Runs) -> Vec<u8> {
    let style = |(index, (font, _)): (usize, &(&str, &str))| {
        format!(
            "<style:style style:name=\"T{index}\" style:family=\"text\"><style:text-properties style:font-name=\"{font}\"/></style:style>"
        )
    };
    let span = |(index, (_, words)): (usize, &(&str, &str))| {
        format!("<text:span text:style-name=\"T{index}\">{words}</text:span>")
    };
    let styles: String = runs.iter().enumerate().map(style).collect();
    let spans: String = runs.iter().enumerate().map(span).collect();
    let content = format!(
        "<d><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text><text:p>{spans}</text:p></office:text></office:body></d>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

fn rtf(runs: Runs) -> Vec<u8> {
    let mut out = String::from("{\\rtf1\\ansi{\\fonttbl");
    for (index, (font, _)) in runs.iter().enumerate() {
        out += &format!("{{\\f{index}\\fnil {font};}}");
    }
    out += "}\\pard";
    for (index, (_, words)) in runs.iter().enumerate() {
        out += &format!("{{\\f{index} ");
        for unit in words.encode_utf16() {
            match unit {
                0xAD => out += "\\-",
                0x20..0x7F => out.push(char::from(unit as u8)),
                _ => out += &format!("\\u{}?", unit.cast_signed()),
            }
        }
        out += "}";
    }
    (out + "\\par}").into_bytes()
}

fn html(runs: Runs) -> Vec<u8> {
    let mut out = String::from("<html><head><style>");
    for (index, (font, _)) in runs.iter().enumerate() {
        out += &format!(".c{index} {{ font-family: \"{font}\", serif }}\n");
    }
    out += "</style></head><body><p>";
    for (index, (_, words)) in runs.iter().enumerate() {
        out += &format!("<span class=c{index}>{}</span>", words.replace('\u{ad}', "&shy;"));
    }
    out.into_bytes()
}

#[track_caller]
fn check(runs: Runs, expected: &str) {
    for (name, bytes) in
        [("a.docx", docx(runs)), ("a.odt", odt(runs)), ("a.rtf", rtf(runs)), ("a.html", html(runs))]
    {
        let found = written(bytes, name).expect("it is read");
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_soft_hyphen_is_a_letter_of_tcvn3_and_nothing_elsewhere() {
    check(
        &[(".VnTime", "Ch\u{ad}a \u{ae}\u{ad}îc giao, t\u{ad} vÊn vÒ n\u{ad}íc")],
        "Chưa được giao, tư vấn về nước",
    );
    check(&[("Times New Roman", "nghi\u{ad}ên cứu báo\u{ad} cáo")], "nghiên cứu báo cáo");
}

#[test]
fn words_that_are_unicode_are_left_alone_whatever_their_font() {
    check(
        &[
            ("Times New Roman", "Hộ nào "),
            (".VnTime", "không"),
            ("Times New Roman", " có giếng thì "),
            (".VnTime", "xin xã hỗ trợ, rõ hạn"),
        ],
        "Hộ nào không có giếng thì xin xã hỗ trợ, rõ hạn",
    );
    check(
        &[("Arial", "Bán "), ("VNI-Times", "hoá"), ("VNI-Helve", " không thuế")],
        "Bán hoá không thuế",
    );
    check(&[(".VnTimeH", "Các cuộc họp")], "Các cuộc họp");
    check(&[(".VnTimeH", "Số 4 và Ô"), (".VnTime", " Sở")], "Số 4 và Ô Sở");
}

#[test]
fn capitals_that_only_the_font_draws_stay_capitals_where_the_rest_is_unicode() {
    check(&[(".VnTimeH", "SắC LệNH Số 4 NăM 1946")], "SẮC LỆNH SỐ 4 NĂM 1946");
    check(&[(".VnTimeH", "Bộ NộI Vụ"), ("Arial", " và các sở")], "BỘ NỘI VỤ và các sở");
    check(&[("Arial", "CộNG HOà")], "CộNG HOà");
}

#[test]
fn runs_may_part_words_and_letters_from_their_marks() {
    check(&[(".VnTime", "th\u{ad}"), (".VnTime", "ên"), (".VnTimeH", "g vô")], "thườnG VỤ");
    check(&[(".VnTime", "abc "), (".VnTimeH", "vô")], "abc VỤ");
    check(&[("Arial", "th"), (".VnTime", "\u{ad}êng vô")], "thường vụ");
    check(&[("VNI-Times", "Co"), ("VNI-Times", "äng hoøa")], "Cộng hòa");
    check(&[(".VnTimeH", "céng hoµ"), ("Arial", " xã hội")], "CỘNG HOÀ xã hội");
}

#[test]
fn the_document_tells_how_a_word_is_read_that_may_be_both() {
    let cell = |words: &str| {
        format!(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    for (other, expected) in [
        ("\u{ae}\u{ad}îc giao nhiÖm vô", "một\nđược giao nhiệm vụ"),
        ("được giao nhiệm vụ", "mét\nđược giao nhiệm vụ"),
    ] {
        let body = format!("<w:document>{}{}</w:document>", cell("mét"), cell(other));
        let document = packed(&[("word/document.xml", body.as_bytes())]);
        assert_eq!(written(document, "a.docx").as_deref(), Ok(expected));
    }
}

#[test]
fn fonts_come_from_styles_and_stylesheets() {
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"Body\"/><w:basedOn w:val=\"N\"/></w:style></w:styles>";
    let document = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:t>Céng hoµ</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:body></w:document>";
    let notes = "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:t>theo b¸o c¸o</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let document = packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ]);
    assert_eq!(written(document, "a.docx").as_deref(), Ok("Cộng hoà[1]\n[1] theo báo cáo"));
    for style in [
        "body { font-family: .VnTime }",
        "p { font: 14pt/1.5 '.VnTime', serif }",
        "/* p { } */ @media screen { td.x, p.vn { font-family: \\.VnTime } }",
        "@media print { p { font-family: Arial } } div > p.vn { font-family: \".VnTime\" !important }",
        "* { font-family: Arial } #m { font-family: .VnTime }",
    ] {
        let page =
            format!("<html><style><!-- {style} --></style><body><p class='a vn' id=m>Céng hoµ</p>");
        assert_eq!(written(page.into_bytes(), "a.html").as_deref(), Ok("Cộng hoà"), "{style}");
    }
}

#[test]
fn what_a_document_hides_is_counted() {
    let document = "<w:document><w:body><w:p><w:r><w:t>Một </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hai ba, bốn</w:t></w:r>\
                    <w:r><w:rPr><w:webHidden/></w:rPr><w:t>năm</w:t></w:r><w:del><w:r><w:delText>sáu</w:delText></w:r></w:del></w:p></w:body></w:document>";
    let docx = packed(&[("word/document.xml", document.as_bytes())]);
    let content = "<d><office:automatic-styles><style:style style:name=\"A\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style></office:automatic-styles>\
                   <office:body><office:text><text:p>Một <text:span text:style-name=\"A\">hai</text:span>năm</text:p><text:section text:display=\"none\"><text:p>ba bốn</text:p></text:section></office:text></office:body></d>";
    let odt = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    let rtf =
        b"{\\rtf1\\ansi\\pard M\\u7897?t {\\v hai ba, bon}{\\deleted sau}n\\u259?m\\par}".to_vec();
    for bytes in [docx, odt, rtf] {
        let draft = import(bytes, &Options::default()).expect("it is read");
        assert_eq!(
            (draft.text.trim(), draft.notices.as_slice()),
            ("Một năm", &[DraftNotice::Hidden(3)][..])
        );
    }
    let page = "<html><style>.an { display: none }</style><p>Một <span class=an>hai ba</span><b style='visibility: hidden'>bốn</b>năm</p>";
    let draft = import(page.into(), &Options::default()).expect("a page");
    assert_eq!(
        (draft.text.trim(), draft.notices.as_slice()),
        ("Một năm", &[DraftNotice::HiddenOnPage(3)][..])
    );
}
