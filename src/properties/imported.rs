//! Promises of importing: whatever the bytes, there is a clean text or an error.

use super::is_printable;
use crate::import::{Draft, ImportError, Limits, Options, import};
use crate::parse::{Lexicon, parse_hinted};
use std::io::{Cursor, Write};
use unicode_normalization::is_nfc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Limits that keep a run short.
const LIMITS: Limits = Limits {
    bytes: 4 << 20,
    inflated: 8 << 20,
    ratio: 200,
    entries: 1_000,
    depth: 200,
    text: 2 << 20,
    steps: 1_000_000,
    pages: 50,
    pdf: 4 << 20,
};

/// Any bytes, made to look like a file of the format `target`, give a clean text or an error, and
/// what is said of the text is of it.
///
/// # Panics
///
/// If one of these does not hold.
pub fn importing(target: &str, bytes: &[u8]) {
    let begin: &[u8] = match target {
        "html" => b"<html>",
        "rtf" => b"{\\rtf1 ",
        "mhtml" => b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n",
        "pdf" => b"%PDF-1.7\n",
        _ => b"",
    };
    let bytes = if bytes.starts_with(begin) { bytes.to_vec() } else { [begin, bytes].concat() };
    let name = if target == "markdown" { "a.md" } else { "a" };
    sound(&import(bytes, &Options { name: Some(name), limits: LIMITS, ..Options::default() }));
}

/// As [`importing`], for bytes of the part of a document that holds its text.
///
/// # Panics
///
/// If what is promised there does not hold.
pub fn importing_part(target: &str, bytes: &[u8]) {
    let files: Vec<(&str, &[u8])> = match target {
        "docx" => vec![
            ("word/document.xml", bytes),
            ("word/styles.xml", bytes),
            ("word/numbering.xml", bytes),
            ("word/footnotes.xml", bytes),
        ],
        "odt" => {
            vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bytes)]
        }
        _ => vec![
            ("mimetype", b"application/epub+zip"),
            (
                "META-INF/container.xml",
                b"<container><rootfiles><rootfile full-path=\"a.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
            ),
            (
                "a.opf",
                b"<package version=\"3.0\"><metadata/><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
            ),
            ("a.xhtml", bytes),
        ],
    };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("memory takes an entry");
        writer.write_all(bytes).expect("memory takes bytes");
    }
    let archive = writer.finish().expect("memory takes an archive").into_inner();
    sound(&import(archive, &Options { limits: LIMITS, ..Options::default() }));
}

fn sound(found: &Result<Draft, ImportError>) {
    let Ok(draft) = found else { return };
    let text = draft.text.as_str();
    let bad = text.chars().find(|&c| c != '\n' && !is_printable(c));
    assert_eq!(bad, None, "only what is printable passes");
    assert!(is_nfc(text), "the text is in NFC");
    let mut last = 0;
    for mark in &draft.hints.marks {
        let range = mark.range.bytes();
        let words = text.get(range.clone());
        let words = words.unwrap_or_else(|| panic!("{range:?} is no range of {text:?}"));
        assert!(!words.contains("\n\n"), "a hint is about one paragraph: {words:?}");
        assert!(last <= range.start, "hints are in order");
        last = range.start;
    }
    let lexicon = Lexicon::shipped();
    let parsed = parse_hinted(text, &draft.hints, &lexicon, &[]);
    let mut end = 0;
    for block in &parsed.blocks {
        let range = block.range.bytes();
        assert!(end <= range.start && range.start < range.end, "blocks are in order");
        assert!(text.get(range.clone()).is_some(), "blocks are of the text");
        end = range.end;
    }
    for item in &parsed.outline.items {
        assert!(!item.marker.of(text).is_empty(), "an item has its marker in the text");
    }
}
