//! Word documents of the old kind, put together byte by byte; text and hints out.

mod builder;
mod lists;
mod parts;
mod refused;
mod tables;

use super::fib::{Age, Story, TableStreamPart};
use crate::formats::read::tests::check;
use crate::properties::contained;
use builder::{Builder, Para, para, run, words};
use parts::{Style, fonts, numbers, said, styles, wide};

const AGES: [Age; 2] = [Age::Word6, Age::Word97];
/// The number of no style.
const NONE: u16 = 0xFFF;

/// The streams of a document that are all the same.
fn doc(bytes: &[u8]) -> Vec<u8> {
    let names = ["WordDocument", "0Table", "1Table", "Data"];
    contained(&names.map(|name| (name, bytes)))
}

#[track_caller]
fn reads(builder: Builder, expected: &str) {
    check(doc(&builder.build()), "a.doc", expected);
}

/// Letters of TCVN3, one sign each.
fn tcvn3(age: Age, words: &str) -> String {
    // "Được giao: cộng hoà, tư" with the letters of western fonts.
    match age {
        Age::Word6 => words.to_owned(),
        Age::Word97 => words.replace('\u{ad}', "\u{1f}"),
    }
}

#[test]
fn looks_are_those_of_styles_and_of_what_is_said() {
    for age in AGES {
        let on = |code| said(age, code, &[1]);
        let sheet = styles(
            age,
            &[
                Style(0, "Normal", NONE, vec![], vec![]),
                Style(1, "heading 1", 0, vec![], on(0x0835)),
                Style(62, "Title", 0, vec![], vec![]),
                Style(0xFFE, "Rieng", 1, vec![], on(0x0836)),
                Style(0xFFE, "ký tự", NONE, vec![], on(0x0836)),
                Style(19, "toc 1", 0, vec![], vec![]),
            ],
        );
        let text = vec![
            words("KET LUAN").style(2),
            words("I. Tinh hinh 3").style(5),
            words("Tinh hinh").style(1),
            words("Chung").style(3),
            para(&[
                run("Ve von:", &[&on(0x0835)]),
                run(" bo tri ", &[]),
                run("du", &[&said(age, 0x4A30, &[4, 0])]),
                run(" an", &[&on(0x083C)]),
                run(" da xoa", &[&on(0x0800)]),
                run(" nguon.", &[&said(age, 0x0835, &[0x80])]),
            ]),
            para(&[run("thuong", &[&said(age, 0x0835, &[0x81])]), run(" dam", &[])]).style(1),
            para(&[run("thong bao", &[&on(0x083B)])]),
            words("\u{1}anh \u{8}va\u{5} gach\u{1e}noi\u{1f}mem\tthe\u{b}dong"),
        ];
        reads(
            Builder::new(age, text).part(TableStreamPart::Styles, sheet),
            "
        [title] KET LUAN
        [chrome] I. Tinh hinh 3
        [h1] «Tinh hinh»
        [h1] «‹Chung»›
        «Ve von:» bo tri ‹du› nguon.
        [h1] thuong« dam»
        THONG BAO
        anh va gach-noimem the
        dong",
        );
    }
}

#[test]
fn fonts_from_before_unicode_are_read() {
    for age in AGES {
        let font = |font: u8| {
            let one = said(age, 0x4A4F, &[font, 0]);
            if age == Age::Word97 { [one, said(age, 0x4A51, &[font, 0])].concat() } else { one }
        };
        let names = fonts(age, &["Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times", "Symbol"]);
        let sheet = styles(
            age,
            &[Style(0, "Normal", NONE, vec![], vec![]), Style(0xFFE, "Cu", 0, vec![], font(1))],
        );
        let text = vec![
            para(&[
                run(&tcvn3(age, "§\u{ad}îc giao: "), &[&font(1)]),
                run("céng ", &[&font(2)]),
                run("hoøa", &[&font(3)]),
            ]),
            words(&tcvn3(age, "Trung \u{ad}¬ng")).style(1),
            para(&[run("\u{b7}", &[&font(4)]), run(" voilà", &[])]),
        ];
        reads(
            Builder::new(age, text)
                .part(TableStreamPart::Fonts, names)
                .part(TableStreamPart::Styles, sheet),
            "
        Được giao: CỘNG hòa
        Trung ương
        • voilà",
        );
    }
}

#[test]
fn notes_come_last_and_what_pages_repeat_is_furniture() {
    for age in AGES {
        let special = said(age, 0x0855, &[1]);
        let mark = run("\u{2}", &[&special]);
        let text = vec![
            para(&[run("Mot", &[]), mark.clone(), run(" hai", &[])]),
            para(&[run("Ba", &[]), run("*", &[]), run(" bon.", &[])]),
        ];
        let notes = vec![
            para(&[mark, run(" Theo bao cao.", &[])]),
            words("Doan sau."),
            words("* Co dau sao."),
        ];
        // The line between text and notes comes first; Word 97 has five more of the kind.
        let heads = vec![words("").mark('\u{3}'), words("UY BAN"), words("Trang 1")];
        let places: &[usize] = match age {
            Age::Word6 => &[0, 1, 8, 16, 17],
            Age::Word97 => &[0, 1, 1, 1, 1, 1, 1, 8, 16, 17],
        };
        let references = [numbers([3, 11, 17]), vec![1, 0, 0, 0]].concat();
        let builder = Builder::new(age, text)
            .story(Story::Notes, notes)
            .story(Story::Heads, heads)
            .part(TableStreamPart::NoteReferences, references)
            .part(TableStreamPart::NoteTexts, numbers([0, 26, 40, 41]))
            .part(TableStreamPart::Heads, numbers(places.iter().copied()));
        reads(
            builder,
            "
        Mot[1] hai
        Ba[2]* bon.
        [1] Theo bao cao. Doan sau.
        [2] * Co dau sao.
        [chrome] UY BAN
        [chrome] Trang 1",
        );
    }
}

#[test]
fn a_text_box_comes_where_it_hangs() {
    let text = vec![words("Truoc."), words("Co\u{8} hop."), words("Sau.")];
    let shapes = [numbers([9, 23]), numbers([7]), vec![0; 22]].concat();
    let shape = |id: usize| [vec![0; 14], numbers([id]), vec![0; 4]].concat();
    let texts = [numbers([0, 10, 20, 21]), shape(7), shape(9), shape(0)].concat();
    let boxes = vec![words("Trong hop"), words("Hop khac.")];
    let builder = Builder::new(Age::Word97, text)
        .story(Story::Boxes, boxes.clone())
        .part(TableStreamPart::Shapes, shapes)
        .part(TableStreamPart::BoxTexts, texts);
    reads(builder, "Truoc.\nTrong hop\nCo hop.\nSau.\nHop khac.");
    let builder = Builder::new(Age::Word6, vec![words("Truoc.")]).story(Story::Boxes, boxes);
    reads(builder, "Truoc.\nTrong hop\nHop khac.");
}

#[test]
fn fields_show_what_they_gave() {
    for age in AGES {
        for (text, expected) in [
            ("xem \u{13} HYPERLINK \"http://a\" \u{14}trang chu\u{15}.", "xem trang chu."),
            ("\u{13} IF \u{13} REF x \u{14}a\u{15} \u{14}ket qua\u{15} xong", "ket qua xong"),
            ("\u{13} XE \"chi muc\" \u{15}Van ban", "Van ban"),
            ("\u{13}SYMBOL 183 \\f \"Symbol\" \\s 10\u{15} ra soat", "• ra soat"),
            ("\u{13} SYMBOL 0x41\u{15}", "A"),
            ("dau \u{13} khong het", "dau  khong het"),
            ("a\u{15}b\u{14}c", "abc"),
        ] {
            reads(Builder::new(age, vec![words(text)]), expected);
        }
        let contents = vec![
            words("\u{13} TOC \\o \u{14}Chuong mot\t3"),
            words("Chuong hai\t5\u{15}"),
            words("Than bai."),
        ];
        reads(Builder::new(age, contents), "Chuong mot 3\nChuong hai 5\nThan bai.");
    }
    let symbol = said(Age::Word97, 0x6A09, &[0, 0, 0xFC, 0xF0]);
    let special = said(Age::Word97, 0x0855, &[1]);
    let text = vec![para(&[run("(", &[&symbol, &special]), run(" xong", &[])])];
    reads(
        Builder::new(Age::Word97, text)
            .part(TableStreamPart::Fonts, fonts(Age::Word97, &["Symbol"])),
        "✓ xong",
    );
}

#[test]
fn a_text_in_pieces_is_put_together() {
    for age in AGES {
        let bold = said(age, 0x0835, &[1]);
        let text = || {
            vec![
                para(&[run("Mot ", &[&bold]), run("hai ba bon nam va", &[])]),
                para(&[run("Sau bay tam chin", &[])]),
            ]
        };
        reads(Builder::new(age, text()).scattered(0), "«Mot »hai ba bon nam va\nSau bay tam chin");
        // All of the second piece became bold when the document was saved last: by a number in the
        // piece, and by one that leads to a table.
        for change in [85 << 1 | 1 << 8, 1] {
            let expected = "«Mot »hai ba bon nam «va»\n«Sau bay tam chin»";
            reads(Builder::new(age, text()).scattered(change), expected);
        }
    }
    let text = vec![words("Một là: rà soát đê kè trước lũ."), words("Het.")];
    reads(Builder::new(Age::Word97, text).scattered(0), "Một là: rà soát đê kè trước lũ.\nHet.");
}

#[test]
fn paragraphs_end_where_pages_and_sections_do() {
    for age in AGES {
        let text = vec![
            words("Mot \u{c}hai."),
            words("Ba.").mark('\u{c}'),
            words("Bon "),
            words("nam."),
            words("Sau"),
        ];
        let mut text: Vec<Para> = text;
        text[2].mark_said = said(age, 0x0800, &[1]);
        let sections = [numbers([0, 14, 30]), vec![0; 24]].concat();
        let builder = Builder::new(age, text).part(TableStreamPart::Sections, sections);
        reads(builder, "Mot  hai.\nBa.\nBon nam.\nSau");
    }
}

#[test]
fn a_document_says_what_it_is_called() {
    let text = |words: &str| {
        let bytes = words.as_bytes();
        [numbers([30, bytes.len() + 1]), bytes.to_vec(), vec![0; 4 - bytes.len() % 4]].concat()
    };
    let (title, author) = (text("Kết luận về đê"), text("An"));
    // 2024-05-06, in tenths of microseconds since 1601.
    let day = 133_594_272_000_000_000_u64.to_le_bytes();
    let at = 8 + 4 * 8;
    let page = [2, 0, 0, 0, 0xE9, 0xFD, 0, 0];
    let set = [
        numbers([0, 4, 1, at, 2, at + 8, 4, at + 8 + title.len()]),
        numbers([12, at + 8 + title.len() + author.len()]),
        page.to_vec(),
        title,
        author,
        numbers([64]),
        day.to_vec(),
    ]
    .concat();
    let stream = [vec![0; 44], numbers([48]), set].concat();
    let main = Builder::new(Age::Word6, vec![words("Mot la")]).build();
    let bytes = contained(&[("WordDocument", &main), ("\u{5}SummaryInformation", &stream)]);
    let draft = crate::formats::read::import(bytes, &crate::formats::read::Options::default())
        .expect("it is read");
    assert_eq!(draft.facts.title.as_deref(), Some("Kết luận về đê"));
    assert_eq!(draft.facts.author.as_deref(), Some("An"));
    assert_eq!(draft.facts.date, crate::speech::Date::new(2024, 5, 6));
    assert_eq!(wide("ạ"), [0xA1, 0x1E]);
}
