//! Files of every format in; text and what is said of it out. Each importer has its own table in
//! its folder; here is what they share: telling formats apart, limits, archives.

mod cells;
mod fonts;
mod pages;

use super::limits::Limits;
use super::{
    ImportError, Limit, Options, Sniffed, UnsupportedKind, import, member, members, sniff,
};
use crate::speech::{Format, FurnitureKind, HintKind};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Packs files as an archive, in their order.
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// Writes a draft as lines: what is said of a paragraph in brackets before it, words in bold
/// between «», in italics between ‹›.
pub(super) fn written(bytes: Vec<u8>, name: &str) -> Result<String, ImportError> {
    let draft = import(bytes, &Options { name: Some(name), ..Options::default() })?;
    let mut inserts: Vec<(usize, u8, String)> = Vec::new();
    for mark in &draft.hints.marks {
        let (start, end) = (mark.range.start.get(), mark.range.end.get());
        let mut put = |open: &str, close: &str| {
            inserts.push((start, 1, open.to_owned()));
            inserts.push((end, 0, close.to_owned()));
        };
        match mark.kind {
            HintKind::Title => put("[title] ", ""),
            HintKind::Heading(level) => put(&format!("[h{level}] "), ""),
            HintKind::Furniture(FurnitureKind::Caption) => put("[caption] ", ""),
            HintKind::Furniture(_) => put("[chrome] ", ""),
            HintKind::Bold => put("«", "»"),
            HintKind::Italic => put("‹", "›"),
            HintKind::Spans { .. } => {}
        }
    }
    inserts.sort_by_key(|(at, order, _)| (*at, *order));
    let mut out = String::new();
    let mut from = 0;
    for (at, _, sign) in inserts {
        out.push_str(&draft.text[from..at]);
        out.push_str(&sign);
        from = at;
    }
    out.push_str(&draft.text[from..]);
    // Blank lines are between all paragraphs but those of one table or cell.
    Ok(out.trim_end().replace("\n\n", "\n"))
}

#[track_caller]
pub(super) fn check(bytes: impl AsRef<[u8]>, name: &str, expected: &str) {
    let expected: Vec<&str> = expected
        .trim_matches('\n')
        .lines()
        .map(|line| line.trim_start_matches("        "))
        .collect();
    assert_eq!(written(bytes.as_ref().to_vec(), name).expect("it is read"), expected.join("\n"));
}

#[track_caller]
fn refused(bytes: &[u8], limits: Limits, error: ImportError) {
    let found = import(bytes.to_vec(), &Options { limits, ..Options::default() });
    assert_eq!(found.expect_err("it is refused"), error);
}

#[test]
fn formats_are_told_by_content() {
    let text = |format| Ok(Sniffed::Format(format));
    for (bytes, name, found) in [
        (&b"M\xE1\xBB\x99t l\xC3\xA0: r\xC3\xA0 so\xC3\xA1t."[..], "a.docx", text(Format::Text)),
        (b"", "a.pdf", text(Format::Text)),
        (b"# A\n", "a.MD", text(Format::Markdown)),
        (b"%PDF-1.7\n", "a.txt", text(Format::Pdf)),
        (b"\r\n%PDF-1.7\n", "a.txt", text(Format::Pdf)),
        (b"Ve %PDF-1.7\n", "a.txt", text(Format::Text)),
        (b"{\\rtf1\\ansi", "a.doc", text(Format::Rtf)),
        (b"<!DOCTYPE html><p>a", "a.txt", text(Format::Html)),
        (b"\xEF\xBB\xBF <!-- a --><html>", "a", text(Format::Html)),
        (b"<?xml version=\"1.0\"?>\n<html xmlns=\"a\">", "a.doc", text(Format::Html)),
        (b"<p>a</p>", "a", text(Format::Html)),
        (b"<p align=center>a</p>\n# B", "a.md", text(Format::Markdown)),
        (b"<a, b> la gi?", "a", text(Format::Text)),
        (b"<<Mot la>>", "a", text(Format::Text)),
        (
            b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
            "a.html",
            text(Format::Mhtml),
        ),
        (b"From: a\n\nMIME-Version: 1.0", "a", text(Format::Text)),
        (b"PK\x03\x04", "a.txt", Ok(Sniffed::Zip)),
        (b"PK la viet tat", "a", text(Format::Text)),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.txt", text(Format::Doc)),
        (b"\xDB\xA5\x2D\0", "a.doc", Err(ImportError::Kind(UnsupportedKind::OldWord))),
        (b"\x89PNG\r\n\x1A\n", "a.txt", Err(ImportError::Kind(UnsupportedKind::Picture("PNG")))),
        (b"\x7FELF", "a", Err(ImportError::Kind(UnsupportedKind::Other("ELF")))),
        (b"BZh la gi", "a", text(Format::Text)),
    ] {
        assert_eq!(sniff(bytes, Some(name)), found, "{name}: {:?}", String::from_utf8_lossy(bytes));
    }
    let wide: Vec<u8> =
        "\u{feff}<html><p>Một là".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(sniff(&wide, None), text(Format::Html));
}

#[test]
fn what_is_in_an_archive_tells_what_it_is() {
    let kind = |files: &[(&str, &[u8])]| import(packed(files), &Options::default()).map(|_| ());
    let office = |kind| Err(ImportError::Kind(UnsupportedKind::Office(kind)));
    assert_eq!(kind(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), office("XLSX"));
    assert_eq!(kind(&[("[Content_Types].xml", b""), ("ppt/a.xml", b"")]), office("PPTX"));
    let sheet = b"application/vnd.oasis.opendocument.spreadsheet";
    assert_eq!(kind(&[("mimetype", sheet)]), office("ODS"));
    assert_eq!(kind(&[("a.png", b"")]), Err(ImportError::EmptyArchive));
    assert_eq!(kind(&[("a.txt", b"a")]), Err(ImportError::Archive));
}

#[test]
fn archives_give_the_texts_in_them_and_nothing_outside() {
    let archive = packed(&[
        ("b/hai.docx", b"PK"),
        ("a.txt", "Một là: rà soát.".as_bytes()),
        ("/etc/passwd.txt", b"a"),
        ("../ngoài.txt", b"a"),
        ("c:\\d.txt", b"a"),
        (".ẩn.txt", b"a"),
        ("__MACOSX/a.txt", b"a"),
        ("ảnh.png", b"a"),
        ("trong.zip", b"PK"),
    ]);
    let found = members(&archive, Limits::default()).expect("an archive").expect("texts");
    assert_eq!(found, ["a.txt", "b/hai.docx"]);
    let text = member(&archive, "a.txt", Limits::default()).expect("an archive");
    assert_eq!(text.as_deref(), Some("Một là: rà soát.".as_bytes()));
    assert_eq!(member(&archive, "không có", Limits::default()), Ok(None));
    assert_eq!(members(b"PK la gi", Limits::default()), Ok(None));
    let document = packed(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(members(&document, Limits::default()), Ok(None));
}

#[test]
fn no_file_costs_more_than_the_limits_say() {
    let usual = Limits::default();
    // 20 MiB of blanks in 20 KiB.
    let bomb = vec![b' '; 20 << 20];
    let bombs = packed(&[("word/document.xml", &bomb)]);
    assert!(bombs.len() < 100_000, "it is a bomb");
    refused(&bombs, usual, ImportError::Limit(Limit::Inflated));
    let many: Vec<String> = (0..50).map(|index| format!("{index}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
    refused(&packed(&many), Limits { entries: 49, ..usual }, ImportError::Limit(Limit::Entries));
    refused(b"<html>aaaa", Limits { bytes: 9, ..usual }, ImportError::Limit(Limit::Bytes));
    let long = format!("<html>{}", "<p>Một là</p>".repeat(100));
    refused(long.as_bytes(), Limits { text: 500, ..usual }, ImportError::Limit(Limit::Text));
    refused(long.as_bytes(), Limits { steps: 99, ..usual }, ImportError::Limit(Limit::Steps));
    let deep = format!("{{\\rtf1 {}", "{".repeat(2_000));
    refused(deep.as_bytes(), usual, ImportError::Limit(Limit::Depth));
    let deep = format!("<w:document>{}", "<w:p>".repeat(2_000));
    let deep = packed(&[("word/document.xml", deep.as_bytes())]);
    refused(&deep, usual, ImportError::Limit(Limit::Depth));
    // A page may nest as deep as it likes: its words are read.
    let deep = format!("<html>{}Một là<br>hai", "<div><b>".repeat(50_000));
    check(deep, "a.html", "«Một là»\n«hai»");
}

#[test]
fn entities_of_a_document_are_not_followed() {
    let text = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
                <w:document><w:body><w:p><w:r><w:t>Một &b;&amp; hai &#7897;</w:t></w:r></w:p></w:body></w:document>";
    check(packed(&[("word/document.xml", text.as_bytes())]), "a.docx", "Một & hai ộ");
}

#[test]
fn files_that_end_too_early_are_damaged_or_give_what_is_there() {
    let whole = packed(&[(
        "word/document.xml",
        "<w:document><w:p><w:r><w:t>Một</w:t></w:r></w:p></w:document>".as_bytes(),
    )]);
    for length in 0..whole.len() {
        let found = import(whole[..length].to_vec(), &Options::default());
        if length >= 4 {
            assert!(matches!(found, Err(ImportError::Damaged { .. })), "{length}: {found:?}");
        }
    }
    check(b"<html><p>M\xE1\xBB\x99t<p>hai<b>ba", "a", "Một\nhai«ba»");
    check("{\\rtf1 {\\b M\\'f4t", "a", "«Môt»");
}

#[test]
fn lines_are_counted_as_words_are() {
    let usual = Limits::default();
    let lines = Limits { lines: 99, plain_lines: 99, ..usual };
    for (many, few) in [
        ("<html>".to_owned() + &"<p>a".repeat(100), "<html>".to_owned() + &"<p>a".repeat(99)),
        ("<html>".to_owned() + &"a<br>".repeat(100), "<html>".to_owned() + &"a<br>".repeat(99)),
        ("a\n".repeat(100), "a\n".repeat(99)),
    ] {
        refused(many.as_bytes(), lines, ImportError::Limit(Limit::Lines));
        let options = Options { limits: lines, ..Options::default() };
        assert!(import(few.into_bytes(), &options).is_ok(), "{many}");
    }
    let limits = Limits { plain: 100, bytes: 50, ..usual };
    refused(&[b'a'; 101], limits, ImportError::Limit(Limit::Bytes));
    refused(&[b"\xE1".as_slice(); 51].concat(), limits, ImportError::Limit(Limit::Bytes));
    let options = Options { limits, ..Options::default() };
    assert!(import(vec![b'a'; 100], &options).is_ok());
}

#[test]
fn a_paragraph_of_very_many_looks_is_read_in_one_pass() {
    // Each stretch was once looked for in the whole paragraph: this took minutes.
    let page = format!("<html><p>{}", "<b>a</b> b ".repeat(60_000));
    let draft = import(page.into_bytes(), &Options::default()).expect("a page");
    assert_eq!(draft.text.trim().len(), 4 * 60_000 - 1);
    assert!((1_000..60_000).contains(&draft.hints.marks.len()), "{}", draft.hints.marks.len());
}
