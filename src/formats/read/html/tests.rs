//! Pages in; text and hints out.

use super::{DEPTH, TREE};
use crate::formats::read::tests::{check, packed};
use crate::formats::read::{Options, import};

#[test]
fn lists_have_the_numbers_that_a_browser_shows() {
    check(
        "<html><body><ol><li>một<li>hai<ol type=a><li>ba</li><li value=4>bốn</ol><li>năm<ul><li>sáu<li>- bảy</ul></ol>\
         <ol start=3 type=I><li>tám</ol><ol reversed><li>chín<li>mười</ol>\
         <ol style='list-style-type: upper-alpha'><li><p>a</p><p>thêm</p></ol><ul style='list-style:none'><li>không</ul>\
         <ul><li>1. có số</ul>",
        "a.html",
        "
        1. một
        2. hai
          a) ba
          d) bốn
        3. năm
          + sáu
        - bảy
        III. tám
        2. chín
        1. mười
        A. a
        thêm
        không
        1. có số",
    );
}

#[test]
fn words_keep_their_looks_and_lines() {
    check(
        "<p>Một  <b>là\n</b><i>rà</i>&nbsp;soát<br>dòng<br/><br/>Đoạn</p><h2>Tình<br>hình</h2><pre>a\n  b</pre>\
         <p style='font-weight:bold'>đậm<span style='font-weight:normal'> nhạt</span></p><script>x</script><style>y</style>\
         <p><font face='.VnTime'>C\u{e9}ng</font> <span style=\"font-family:'VNI-Times'\">Co\u{e4}ng</span></p><!-- z -->",
        "a.html",
        "
        Một «là »‹rà›\u{a0}soát
        dòng
        Đoạn
        [h2] Tình hình
        a
          b
        «đậm» nhạt
        Cộng Cộng",
    );
}

/// Prose long enough to be an article.
fn prose() -> String {
    (1..=6)
        .map(|index| {
            format!(
                "<p>Đoạn {index} của bài nói về công tác rà soát văn bản, sửa đổi quy định và giao nhiệm vụ cụ thể \
                 cho từng đơn vị, có thời hạn hoàn thành và người chịu trách nhiệm trước tập thể.</p>"
            )
        })
        .collect()
}

/// A page of a portal: menus, a title, an article in an element, other news.
fn portal(open: &str, close: &str) -> String {
    let links = |from: u32| -> String {
        (from..from + 8)
            .map(|n| format!("<li><a href='/{n}'>Mục tin số {n} của cổng</a></li>"))
            .collect()
    };
    format!(
        "<!DOCTYPE html><html><head><title>Cổng thông tin</title><link rel=canonical href='https://vi.du/bai'>\
         <meta property='article:published_time' content='2023-12-20T08:00:00+07:00'></head><body>\
         <div class=top><ul>{}</ul></div><table><tr><td><p class=Title>Kết luận tại hội nghị tổng kết năm</p>\
         {open}{}{close}</td></tr></table><p>TIN KHÁC</p><ul>{}</ul><div>Bản quyền thuộc về cổng</div>",
        links(1),
        prose(),
        links(20)
    )
}

#[test]
fn the_article_of_a_portal_is_found_and_the_rest_is_furniture() {
    for (open, close) in [
        ("<div class='ExternalClassA1'>", "</div>"),
        ("<div class='ms-rtestate-field'>", "</div>"),
        ("<article>", "</article>"),
        // Nothing names it: text and links tell.
        ("<div class=x1>", "</div>"),
    ] {
        let page = portal(open, close);
        let draft = import(page.clone().into_bytes(), &Options::default()).expect("a page");
        assert_eq!(draft.facts.url.as_deref(), Some("https://vi.du/bai"));
        assert_eq!(draft.facts.date.map(|date| date.to_string()).as_deref(), Some("2023-12-20"));
        let written =
            crate::formats::read::tests::written(page.into_bytes(), "a.html").expect("a page");
        let text: Vec<&str> =
            written.lines().filter(|line| !line.starts_with("[chrome]")).collect();
        assert_eq!(text.len(), 7, "{open}: {text:#?}");
        assert_eq!(text[0], "[title] Kết luận tại hội nghị tổng kết năm", "{open}");
        assert!(text[1].starts_with("Đoạn 1") && text[6].starts_with("Đoạn 6"));
        // Nothing is lost.
        assert!(written.contains("Mục tin số 27") && written.contains("Bản quyền"), "{written}");
    }
}

#[test]
fn a_page_without_links_is_all_text_but_for_what_it_calls_beside() {
    check(
        "<html><head><title>Bài</title></head><body><header><h1>Kết luận hội nghị</h1></header><nav>Trang chủ</nav>\
         <p>Một là: rà soát.</p><aside>Bên lề</aside><figure><img src=a><figcaption>Ảnh: An</figcaption></figure>\
         <div style='display: none'>ẩn</div><footer>Liên hệ</footer>",
        "a.html",
        "
        [title] Kết luận hội nghị
        [chrome] Trang chủ
        Một là: rà soát.
        [chrome] Bên lề
        [caption] Ảnh: An
        [chrome] ẩn
        [chrome] Liên hệ",
    );
}

#[test]
fn a_very_large_page_is_read_as_a_stream_to_the_same_text() {
    let body = "<nav>Trang chủ<p>Lối vào</nav><h2>Tình hình</h2><ol><li>một<li>hai</ol><p>Một <b>là</b>: rà\nsoát\
                <table><tr><td>Việc<td>Hạn<tr><td>a<td>1<tr><td>b<td>2</table><p title='a>b'>x &amp; y";
    let expected = "
        [chrome] Trang chủ
        [chrome] Lối vào
        [h2] Tình hình
        1. một
        2. hai
        Một «là»: rà soát
        | Việc | Hạn |
        | a | 1 |
        | b | 2 |
        x & y";
    check(format!("<html>{body}"), "a.html", expected);
    let remark = format!("<!--{}-->", "a".repeat(TREE));
    check(format!("<html>{remark}{body}"), "a.html", expected);
    let deep = format!("{}{}", "<div>".repeat(DEPTH + 1), "</div>".repeat(DEPTH + 1));
    check(format!("<html>{deep}{body}"), "a.html", expected);
}

#[test]
fn the_encoding_a_page_tells_is_taken_where_it_can_be() {
    let western = b"<html><meta charset=iso-8859-1><p>caf\xE9, d\xE9j\xE0 vu et encore</p>";
    check(western, "a.html", "café, déjà vu et encore");
    let wrong = "<html><meta charset=iso-8859-1><p>Một là</p>";
    check(wrong, "a.html", "Một là");
    let wide: Vec<u8> =
        "\u{feff}<html><p>Một là".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(wide, "a.html", "Một là");
    let old = b"<html><meta charset='windows-1258'><p>ca\xCCi c\xE1ch</p>";
    check(old, "a.html", "cài cách");
}

#[test]
fn saved_pages_and_books_hold_pages() {
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://vi.du/bai\r\nMIME-Version: 1.0\r\n\
                 Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n\
                 ----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                 <html><p>M=E1=BB=99t l=\r\n=C3=A0</p>\r\n----b--\r\nContent-Type: image/png\r\n\r\nx\r\n----b----\r\n";
    check(saved, "a.html", "Một là");
    let draft = import(saved.as_bytes().to_vec(), &Options::default()).expect("a page");
    assert_eq!(draft.facts.url.as_deref(), Some("https://vi.du/bai"));
    let book = packed(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"O/a.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ),
        (
            "O/a.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"i\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"i\">x</dc:identifier><dc:title>Tập bài nói</dc:title><dc:creator>An</dc:creator><dc:language>vi</dc:language></metadata>\
             <manifest><item id=\"b\" href=\"hai.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"m%E1%BB%99t.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"
                .as_bytes(),
        ),
        ("O/hai.xhtml", "<html><body><p>Hai là: sửa.</p></body></html>".as_bytes()),
        ("O/một.xhtml", "<html><body><h1>Chương</h1><p>Một là: rà.</p></body></html>".as_bytes()),
    ]);
    check(&book, "a.zip", "[h1] Chương\nMột là: rà.\nHai là: sửa.");
    let draft = import(book, &Options::default()).expect("a book");
    assert_eq!(draft.facts.title.as_deref(), Some("Tập bài nói"));
}
