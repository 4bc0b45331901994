//! Citations: what bibliographies make of a speech, and what of its names and signs.

mod coming_and_going;
mod leaving;
mod model;

use super::*;
use crate::properties::speech_of;
use crate::speech::parse::Lexicon;
use crate::speech::{Date, Metadata, Speech, SpeechId};

const TEXT: &str = "Kết luận hội nghị công tác quý I\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát các quy định.\n\nHai là: Báo cáo kết quả trước ngày 30/6.\n";

fn speech() -> Speech {
    let mut speech = speech_of(TEXT, &Lexicon::shipped());
    speech.id = SpeechId::parse("2022-04-04-ket-luan").expect("an id");
    speech.meta = Metadata {
        title: "Kết luận hội nghị công tác quý I".to_owned(),
        speaker: Some("Nguyễn Văn An".to_owned()),
        office: Some("Bí thư Tỉnh ủy".to_owned()),
        date: Date::new(2022, 4, 4),
        occasion: Some("Hội nghị công tác quý I".to_owned()),
        place: Some("Hà Nam".to_owned()),
        number: Some("12/KL-TU".to_owned()),
        url: Some("https://example.vn/ket-luan?id=1".to_owned()),
        language: "vi".to_owned(),
        ..Metadata::default()
    };
    speech
}

#[test]
fn a_speech_in_bibtex() {
    assert_eq!(
        bibtex(&CitedSource::item(&speech(), 1)),
        "\
@misc{2022-04-04-ket-luan:nv.2,
  author       = {{Nguyễn Văn An}},
  title        = {{Kết luận hội nghị công tác quý I}},
  howpublished = {Bài phát biểu},
  eventtitle   = {{Hội nghị công tác quý I}},
  venue        = {Hà Nam},
  number       = {12/KL-TU},
  date         = {2022-04-04},
  year         = {2022},
  month        = apr,
  langid       = {vietnamese},
  url          = {https://example.vn/ket-luan?id=1},
  note         = {nv.2: Báo cáo kết quả trước ngày 30/6},
}
"
    );
    let bare =
        Speech { meta: Metadata { title: "Bài".to_owned(), ..Metadata::default() }, ..speech() };
    assert_eq!(
        bibtex(&CitedSource::of(&bare)),
        "@misc{2022-04-04-ket-luan,\n  title        = {{Bài}},\n  howpublished = {Bài phát biểu},\n}\n"
    );
}

#[test]
fn what_tex_would_take_for_commands_is_escaped() {
    let mut odd = speech();
    odd.meta.title = "100% {A & B} \\ ~ ^ $1 #2 a_b".to_owned();
    odd.meta.url = Some("https://a.vn/x y{1}?q=50%25&é".to_owned());
    let entry = bibtex(&CitedSource::of(&odd));
    let title = "{{100\\% \\{A \\& B\\} \\textbackslash{} \\textasciitilde{} \
                 \\textasciicircum{} \\$1 \\#2 a\\_b}}";
    assert!(entry.contains(title), "{entry}");
    assert!(entry.contains("{https://a.vn/x%20y%7B1%7D?q=50%25&%C3%A9}"), "{entry}");
    // Braces pair, or the file would be broken from there on.
    let mut depth = 0;
    let mut escaped = false;
    for c in entry.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        assert!(depth >= 0, "{entry}");
    }
    assert_eq!(depth, 0, "{entry}");
}

#[test]
fn a_speech_in_csl_json() {
    let item = serde_json::to_value(CslItem::of(&CitedSource::series(&speech(), 0))).expect("JSON");
    assert_eq!(
        item,
        serde_json::json!({
            "id": "2022-04-04-ket-luan:nv",
            "type": "speech",
            "title": "Kết luận hội nghị công tác quý I",
            "author": [{"family": "Nguyễn", "given": "Văn An", "static-ordering": true}],
            "issued": {"date-parts": [[2022, 4, 4]]},
            "genre": "Bài phát biểu",
            "event-title": "Hội nghị công tác quý I",
            "event-place": "Hà Nam",
            "event-date": {"date-parts": [[2022, 4, 4]]},
            "number": "12/KL-TU",
            "language": "vi",
            "URL": "https://example.vn/ket-luan?id=1",
            "note": "nv: Nhiệm vụ",
        })
    );
}

#[test]
fn names_are_parted_where_they_are_vietnamese() {
    for (name, expected) in [
        ("Nguyễn Văn An", Some(("Nguyễn", "Văn An"))),
        ("Lê Thị Thủy", Some(("Lê", "Thị Thủy"))),
        ("Tô Lâm", Some(("Tô", "Lâm"))),
        ("  Đỗ   Mười ", Some(("Đỗ", "Mười"))),
        ("An", None),
        ("Ban Nội chính Tỉnh ủy", None),
        ("Văn phòng Chính phủ", None),
        ("Hà Nội mới", None),
        ("John Smith", None),
    ] {
        assert_eq!(names::parts(name), expected, "{name}");
    }
}
