//! Promises of importing: whatever the bytes, there is a clean text or an error.

use super::is_printable;
use crate::formats::read::{Draft, ImportError, Limits, Options, import};
use crate::speech::parse::{Lexicon, parse_hinted};
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use unicode_normalization::is_nfc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The lexicon, made once for millions of inputs: to make it takes longer than to check one.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

/// Limits that keep a run short.
const LIMITS: Limits = Limits {
    bytes: 4 << 20,
    page: 4 << 20,
    inflated: 8 << 20,
    members: 8 << 20,
    ratio: 200,
    entries: 1_000,
    depth: 200,
    plain: 4 << 20,
    text: 2 << 20,
    lines: 200_000,
    plain_lines: 2_000_000,
    steps: 1_000_000,
    pages: 50,
    pdf: 4 << 20,
    doc: 4 << 20,
};

/// Any bytes, made to look like a file of the format `target`, give a clean text or an error, and
/// what is said of the text is of it.
///
/// # Panics
///
/// If one of these does not hold.
pub fn importing(target: &str, bytes: &[u8]) {
    let name = if target == "markdown" { "a.md" } else { "a" };
    let options = Options { name: Some(name), limits: LIMITS, ..Options::default() };
    sound(&import(framed(target, bytes), &options));
}

/// Makes bytes look like a file of the format `target`.
fn framed(target: &str, bytes: &[u8]) -> Vec<u8> {
    let begin: &[u8] = match target {
        "html" => b"<html>",
        "rtf" => b"{\\rtf1 ",
        "mhtml" => b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n",
        "pdf" => b"%PDF-1.7\n",
        _ => b"",
    };
    if bytes.starts_with(begin) { bytes.to_vec() } else { [begin, bytes].concat() }
}

/// As [`importing`], for bytes of the part of a document that holds its text.
///
/// # Panics
///
/// If what is promised there does not hold.
pub fn importing_part(target: &str, bytes: &[u8]) {
    sound(&import(packed(target, bytes), &Options { limits: LIMITS, ..Options::default() }));
}

/// Makes a document of bytes of the part that holds its text.
fn packed(target: &str, bytes: &[u8]) -> Vec<u8> {
    #[cfg(feature = "doc")]
    if target == "doc" {
        // A whole document is one already; of others every stream is the same.
        let streams = ["WordDocument", "0Table", "1Table", "Data"].map(|name| (name, bytes));
        let is_whole = bytes.starts_with(b"\xD0\xCF\x11\xE0");
        return if is_whole { bytes.to_vec() } else { contained(&streams) };
    }
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
                b"<package version=\"3.0\"><metadata></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
            ),
            ("a.xhtml", bytes),
        ],
    };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("memory takes an entry");
        writer.write_all(bytes).expect("memory takes bytes");
    }
    writer.finish().expect("memory takes an archive").into_inner()
}

/// Makes a container of old Office documents of streams.
///
/// # Panics
///
/// Never: memory takes them.
#[cfg(feature = "doc")]
pub(crate) fn contained(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let container = cfb::CompoundFile::create(Cursor::new(Vec::new()));
    let mut container = container.expect("memory takes a container");
    for (name, bytes) in streams {
        let mut stream = container.create_stream(name).expect("memory takes a stream");
        stream.write_all(bytes).expect("memory takes bytes");
        stream.flush().expect("memory takes bytes");
    }
    container.into_inner().into_inner()
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
    let parsed = parse_hinted(text, &draft.hints, &LEXICON, &[]);
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

#[cfg(test)]
mod tests {
    use super::{framed, import, packed};

    /// A frame that no importer reads would hide the importer from every run.
    #[test]
    fn what_is_put_into_a_frame_is_read() {
        let word = "<w:document><w:p><w:r><w:t>Một là</w:t></w:r></w:p></w:document>";
        let open =
            "<d><office:body><office:text><text:p>Một là</text:p></office:text></office:body></d>";
        let page = "<html><body><p>Một là</p></body></html>";
        let saved = format!("\n--b\nContent-Type: text/html\n\n{page}");
        let files = [
            packed("docx", word.as_bytes()),
            packed("odt", open.as_bytes()),
            packed("epub", page.as_bytes()),
            framed("html", b"<p>M\xE1\xBB\x99t l\xC3\xA0"),
            framed("mhtml", saved.as_bytes()),
            framed("rtf", b"M\\u7897?t l\\u224?}"),
            framed("text", "Một là".as_bytes()),
        ];
        for (number, file) in files.into_iter().enumerate() {
            let draft = import(file, &super::Options::default());
            assert_eq!(
                draft.map(|draft| draft.text.trim().to_owned()),
                Ok("Một là".to_owned()),
                "{number}"
            );
        }
    }
}
