//! Pages and books: what is chrome, which line is the title, what is told; XHTML by its own rules.

use super::{check, packed, written};
use crate::formats::read::{Draft, DraftNotice, Options, import};

fn page(source: &str) -> Draft {
    import(source.as_bytes().to_vec(), &Options::default()).expect("a page")
}

/// The lines of a page that are no furniture.
fn shown(source: &str) -> Vec<String> {
    let written = written(source.as_bytes().to_vec(), "a.html").expect("a page");
    let lines = written.lines().filter(|line| !line.starts_with("[chrome]"));
    lines.map(str::to_owned).collect()
}

/// Prose long enough to be an article.
fn prose() -> String {
    let line = |index: u32| {
        format!(
            "<p>Việc thứ {index} là đắp lại đoạn đê bị sạt ở cuối làng, mỗi xóm cử mười người, mang theo cuốc \
             và quang gánh, làm từ sáng sớm đến trưa thì nghỉ, chiều lại làm tiếp cho đến khi xong.</p>"
        )
    };
    (1..=6).map(line).collect()
}

fn menu() -> String {
    (1..=9).map(|n| format!("<li><a href='/{n}'>Chuyên mục số {n} của cổng</a></li>")).collect()
}

#[test]
fn the_title_is_the_line_that_the_page_names_and_not_its_site() {
    let head = |head: &str| format!("<html><head>{head}</head><body>");
    for (head, above, expected) in [
        (
            head("<title>Xã Hạ</title>"),
            "<p>Trang của xã Hạ</p><p>Tin trong xã</p><h1>Bàn việc đắp đê</h1>",
            "Bàn việc đắp đê",
        ),
        (
            head("<title>Bàn việc đắp đê | Cổng thông tin xã Hạ</title>"),
            "<h1>CỔNG THÔNG TIN XÃ HẠ</h1><p>Bàn việc đắp đê</p>",
            "Bàn việc đắp đê",
        ),
        (
            head("<title>Trang chủ &gt; Tin tức &gt; Bàn việc đắp đê - chống lụt</title>"),
            "<div>Trang chủ » Tin tức</div><div>Bàn việc đắp đê - chống lụt</div>",
            "Bàn việc đắp đê - chống lụt",
        ),
        (
            head(
                "<meta property='og:title' content='Bàn việc đắp đê'><meta property='og:site_name' content='Xã Hạ'><title>Xã Hạ</title>",
            ),
            "<h1 class=site-name>Xã Hạ</h1><h3>Bàn việc đắp đê</h3>",
            "Bàn việc đắp đê",
        ),
        (head("<title>Unknown Title</title>"), "<h1>Bàn việc đắp đê</h1>", "Bàn việc đắp đê"),
    ] {
        let source = format!("{head}{above}{}", prose());
        let lines = shown(&source);
        assert_eq!(lines[0], format!("[title] {expected}"), "{source}");
        assert_eq!(lines.len(), 7, "{lines:#?}");
    }
    for (head, title) in [
        ("<title>Cổng thông tin điện tử huyện Thử</title>", None),
        (
            "<title>Đắp đê ở xã Hạ - Cổng thông tin điện tử huyện Thử</title>",
            Some("Đắp đê ở xã Hạ"),
        ),
        (
            "<meta property=og:title content='Đắp đê ở xã Hạ'><title>Tin</title>",
            Some("Đắp đê ở xã Hạ"),
        ),
        ("<title>Unknown Title</title>", None),
        ("<title>Table of Contents</title>", None),
    ] {
        let draft = page(&format!("<html><head>{head}</head><p>Một là: đắp đê."));
        assert_eq!(draft.facts.title.as_deref(), title, "{head}");
    }
}

#[test]
fn counters_clocks_and_polls_are_never_of_the_article() {
    let widgets = "<div>THỐNG KÊ TRUY CẬP</div><div>Đang online: 12</div><p>Hôm nay: 345 | Hôm qua: 400</p><p>Tổng lượt truy cập: 1.234.567</p>\
                   <div>SỐ LƯỢT TRUY CẬP</div><p>0</p><p>1</p><p>7</p><div>Thời tiết</div><p>Hà Nội: 28°C</p><div>Chia sẻ</div><p>Facebook Zalo Twitter</p>\
                   <p>Bình chọn</p><p>Xem kết quả</p>";
    let clock = "<div>Thứ năm, 05 03 2024 08:51:07</div>";
    for (open, close) in [("<article>", "</article>"), ("<div class=x>", "</div>"), ("", "")] {
        let source = format!(
            "<html><body><ul>{}</ul>{clock}<h1>Bàn việc đắp đê ở xã Hạ</h1>{open}{}{widgets}{close}",
            menu(),
            prose()
        );
        let lines = shown(&source);
        let text: Vec<&str> =
            lines.iter().map(String::as_str).filter(|line| !line.starts_with("- ")).collect();
        assert_eq!(text.len(), 7, "{open}: {text:#?}");
        assert_eq!(text[0], "[title] Bàn việc đắp đê ở xã Hạ");
        assert_eq!(page(&source).facts.date, None, "a clock is no day of publication");
    }
    // Words of a text that widgets have too stay.
    check(
        "<html><p>Hôm nay, chúng ta bàn việc đắp đê.</p><p>Thời tiết năm nay thất thường, phải đắp sớm.</p><p>2024</p>",
        "a.html",
        "
        Hôm nay, chúng ta bàn việc đắp đê.
        Thời tiết năm nay thất thường, phải đắp sớm.
        2024",
    );
    let dated = format!(
        "<html><body><ul>{}</ul><div>05/03/2024</div><h1>Bàn việc đắp đê ở xã Hạ</h1><article>{}</article>",
        menu(),
        prose()
    );
    assert_eq!(page(&dated).facts.date.map(|day| day.to_string()).as_deref(), Some("2024-03-05"));
}

#[test]
fn a_page_says_why_it_shows_no_text() {
    let notices = |source: &str| page(source).notices;
    let links = format!("<html><body><ul>{}{}</ul>", menu(), menu());
    assert_eq!(notices(&links), [DraftNotice::PageOfLinks]);
    // Nor is the clock of such a page a day.
    let timed = links.replace("<body>", "<body><div>Thứ hai, 04/03/2024 08:00</div>");
    assert!(shown(&timed).iter().all(|line| line.starts_with("- ")), "{:?}", shown(&timed));
    let notice = format!(
        "<html><title>Thông báo lịch đắp đê</title><body><ul>{}</ul><h1>Thông báo lịch đắp đê</h1><p>05/03/2024</p>\
         <p>Xem chi tiết <a href='/tep/lich.pdf'>tại đây</a></p><ul>{}</ul>",
        menu(),
        menu()
    );
    assert_eq!(notices(&notice), [DraftNotice::PageOfFile]);
    assert_eq!(shown(&notice)[0], "[title] Thông báo lịch đắp đê");
    let article = format!(
        "<html><body><ul>{}</ul><article>{}<p><a href=a.docx>Tải về</a></p></article>",
        menu(),
        prose()
    );
    assert_eq!(notices(&article), []);
}

#[test]
fn xhtml_is_read_by_the_rules_of_xml_where_it_is_well_formed() {
    let head = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>";
    for inside in [
        "<title/>",
        "<script src=\"a.js\"/>",
        "<style/>",
        "<title/><script/><style/>",
        "<noscript/><textarea/>",
    ] {
        let source = format!(
            "{head}{inside}</head><body><a id=\"a\"/><p>Một là:<br/> đắp <em/>đê &amp; &nbsp;<![CDATA[kè <đá>]]>.</p></body></html>"
        );
        check(&source, "a.xhtml", "\n        Một là:\n        đắp đê & \u{a0}kè <đá>.");
    }
    let prefixed = "<?xml version=\"1.0\"?><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title/></h:head><h:body><h:h2>Đê</h:h2><h:p>Đắp.</h:p></h:body></h:html>";
    check(prefixed, "a.xhtml", "[h2] Đê\nĐắp.");
    // What is no XML is HTML, whatever it says.
    check(format!("{head}</head><body><p>Một<p>Hai<br>Ba</body>"), "a.xhtml", "Một\nHai\nBa");
}

fn book(chapters: &[&str]) -> Vec<u8> {
    let name = |index: usize| format!("c{index}.xhtml");
    let item = |index: usize| {
        format!(
            "<item id=\"i{index}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>",
            name(index)
        )
    };
    let count = chapters.len() + 1;
    let items: String = (0..count).map(item).collect();
    let spine: String = (0..count).map(|index| format!("<itemref idref=\"i{index}\"/>")).collect();
    let package = format!(
        "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"i\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"i\">x</dc:identifier><dc:title>Unknown Title</dc:title><dc:language>vi</dc:language></metadata>\
         <manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let names: Vec<String> = (0..chapters.len()).map(name).collect();
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"a.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ),
        ("a.opf", package.as_bytes()),
        ("s.css", b"p.cu { font-family: '.VnTime' }"),
    ];
    files.extend(names.iter().zip(chapters).map(|(name, text)| (name.as_str(), text.as_bytes())));
    packed(&files)
}

#[test]
fn a_chapter_that_gives_no_text_though_it_has_some_is_told() {
    // The last chapter of the spine is not in the book.
    let whole = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><p>Đắp đê.</p><p class=\"cu\">Mét l\u{b5}</p></body></html>";
    let picture = "<html><head><title>Bìa</title></head><body><img src=\"a.png\"/></body></html>";
    let swallowed = "<html><head><title></head><body><p>Trồng tre.</p></body></html>";
    let links = "<html><body><h1>Lời nói</h1><p><a href=\"#1\">Một</a></p><p><a href=\"#2\">Hai</a></p><p>[<a href=\"#3\">3</a>] Theo sổ.</p></body></html>";
    let draft =
        import(book(&[picture, whole, swallowed, links]), &Options::default()).expect("a book");
    assert_eq!(draft.text, "Đắp đê.\n\nMột là\n\nLời nói\n\nMột\n\nHai\n\n[3] Theo sổ.\n");
    assert_eq!(draft.notices, [DraftNotice::LostChapters(2)]);
    assert_eq!(draft.facts.title, None);
    assert!(
        draft
            .hints
            .marks
            .iter()
            .all(|mark| !matches!(mark.kind, crate::speech::HintKind::Furniture(_)))
    );
}

#[test]
fn what_a_page_says_of_itself_without_end_costs_little() {
    let nested = "@media{".repeat(60_000);
    let named = "một - ".repeat(40_000);
    let source = format!(
        "<html><head><style>{nested}</style><meta property='og:title' content='{named}'><title>Xã Hạ</title></head>\
         <body><h1>Bàn việc đắp đê</h1>{}</body></html>",
        prose()
    );
    assert_eq!(shown(&source).len(), 7);
}
