//! Files that mean harm, or are broken, made here byte by byte.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a document of every format says here.
pub const WORDS: &str = "Một là: Rà soát đê kè trước mùa lũ.";

/// Makes an archive of files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A Word document with this in its body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_of(&format!("<w:document><w:body>{body}</w:body></w:document>"))
}

/// A Word document whose main part is this.
pub fn docx_of(part: &str) -> Vec<u8> {
    let types = b"<Types/>";
    zip(&[("[Content_Types].xml", types), ("word/document.xml", part.as_bytes())])
}

/// An OpenDocument text whose content is this.
pub fn odt_of(content: &str) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.text";
    zip(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

/// An e-book whose only chapter is this.
pub fn epub_of(chapter: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container><rootfiles><rootfile full-path=\"a.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ),
        (
            "a.opf",
            b"<package version=\"3.0\"><metadata></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
        ),
        ("a.xhtml", chapter.as_bytes()),
    ])
}

/// A Word document of before 2007 that LibreOffice wrote.
pub fn doc() -> Vec<u8> {
    include_bytes!("../../regression/doc/good.doc").to_vec()
}

/// A PDF of one page with a line of ASCII.
pub fn pdf() -> Vec<u8> {
    pdf_of(b"BT /F1 12 Tf 72 700 Td (Mot la: Ra soat de ke truoc mua lu nam nay.) Tj ET", "")
}

/// A PDF with arrays in one another, this deep, where nothing looks for them.
#[cfg(feature = "pdf")]
pub fn nested_pdf(deep: usize) -> Vec<u8> {
    let mut nested = pdf();
    let root = nested.windows(5).position(|five| five == b"/Root").expect("a root");
    nested.splice(root..root, b"/X ".iter().copied().chain(std::iter::repeat_n(b'[', deep)));
    nested
}

/// A PDF of one page whose stream is this, with this said of it.
pub fn pdf_of(page: &[u8], said: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} {said} >>\nstream\n\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        let object = format!("{} 0 obj\n{object}\nendobj\n", index + 1);
        let (before, behind) = object.split_once("stream\n\n").unwrap_or((&object, ""));
        out.extend_from_slice(before.as_bytes());
        if !behind.is_empty() {
            out.extend([&b"stream\n"[..], page, b"\n", behind.as_bytes()].concat());
        }
    }
    let table = out.len();
    let count = places.len() + 1;
    let mut end = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for place in &places {
        writeln!(end, "{place:010} 00000 n ").expect("text takes text");
    }
    write!(end, "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")
        .expect("text takes text");
    out.extend(end.into_bytes());
    out
}

/// A good document of every format that can be cut short or named wrongly, by its ending.
pub fn good() -> Vec<(&'static str, Vec<u8>)> {
    let paragraph = format!("<p>{WORDS}</p>");
    let page = format!("<!DOCTYPE html><html><body>{paragraph}</body></html>");
    let saved = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b--\n"
    );
    let mut rtf = "{\\rtf1\\ansi ".to_owned();
    for c in WORDS.chars() {
        match c.is_ascii() {
            true => rtf.push(c),
            false => write!(rtf, "\\u{}?", c as u32).expect("text takes text"),
        }
    }
    rtf.push_str("\\par}");
    let text = format!("<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>");
    let content = format!(
        "<office:document-content><office:body><office:text><text:p>{WORDS}</text:p></office:text></office:body></office:document-content>"
    );
    let mut good = vec![
        ("txt", format!("{WORDS}\n").into_bytes()),
        ("md", format!("# Bài\n\n{WORDS}\n").into_bytes()),
        ("html", page.clone().into_bytes()),
        ("mht", saved.into_bytes()),
        ("rtf", rtf.into_bytes()),
        ("docx", docx(&text)),
        ("odt", odt_of(&content)),
        ("epub", epub_of(&page)),
    ];
    if cfg!(feature = "pdf") {
        good.push(("pdf", pdf()));
    }
    if cfg!(feature = "doc") {
        good.push(("doc", doc()));
    }
    good
}

/// Marks every entry of an archive as encrypted.
pub fn encrypted(mut archive: Vec<u8>) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        for place in places(&archive, mark) {
            archive[place + at] |= 1;
        }
    }
    archive
}

/// Makes an entry a symbolic link, as Unix writes it.
pub fn with_link(name: &str, target: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink(name, target, SimpleFileOptions::default()).expect("a link");
    zip.start_file("tốt.txt", SimpleFileOptions::default()).expect("a file");
    zip.write_all(WORDS.as_bytes()).expect("written");
    zip.finish().expect("an archive").into_inner()
}

/// Gives a name in an archive to two files.
pub fn twice(one: &str, other: &str, archive: &[u8]) -> Vec<u8> {
    assert_eq!(one.len(), other.len(), "nothing moves");
    let mut archive = archive.to_vec();
    for place in places(&archive, one.as_bytes()) {
        archive[place..place + one.len()].copy_from_slice(other.as_bytes());
    }
    archive
}

/// An archive of so many names for the same packed bytes: what overlaps is unpacked again and again.
pub fn overlapping(count: usize, bytes: &[u8]) -> Vec<u8> {
    let one = zip(&[("00000.txt", bytes)]);
    let centre = places(&one, b"PK\x01\x02")[0];
    let end = places(&one, b"PK\x05\x06")[0];
    let mut out = one[..centre].to_vec();
    for number in 0..count {
        let mut entry = one[centre..end].to_vec();
        let at = places(&entry, b"00000.txt")[0];
        entry[at..at + 5].copy_from_slice(format!("{number:05}").as_bytes());
        out.extend(entry);
    }
    let length = (out.len() - centre) as u32;
    let mut tail = one[end..].to_vec();
    for at in [8, 10] {
        tail[at..at + 2].copy_from_slice(&(count as u16).to_le_bytes());
    }
    tail[12..16].copy_from_slice(&length.to_le_bytes());
    out.extend(tail);
    out
}

/// Claims that what every entry becomes is `length` bytes.
pub fn claiming(mut archive: Vec<u8>, length: u32) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        for place in places(&archive, mark) {
            archive[place + at..place + at + 4].copy_from_slice(&length.to_le_bytes());
        }
    }
    archive
}

/// A document type of entities that become ten times larger each.
pub fn laughs(root: &str) -> String {
    let mut out = format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY e0 \"ha ha ha \">");
    for level in 1..12 {
        let inner = format!("&e{};", level - 1).repeat(10);
        write!(out, "<!ENTITY e{level} \"{inner}\">").expect("text takes text");
    }
    out + "<!ENTITY out SYSTEM \"file:///etc/passwd\">]>"
}

/// Packs bytes as deflate does, without the frame of an archive.
#[cfg(feature = "pdf")]
pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 30;
    let archive = zip(&[("a", bytes)]);
    let end = places(&archive, b"PK\x01\x02")[0];
    archive[HEAD + 1..end].to_vec()
}

fn places(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    memchr::memmem::find_iter(bytes, mark).collect()
}
