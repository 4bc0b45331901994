//! Which format a file is in, by its content. Its name only decides between texts.

use super::error::{ImportError, UnsupportedKind};
use crate::speech::Format;
use crate::text::encoding::by_mark;

/// How much of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A format that these bytes tell.
    Format(Format),
    /// A ZIP archive: DOCX, ODT, EPUB or an archive of files.
    Zip,
}

/// Tells the format by the first bytes of a file.
pub fn sniff(bytes: &[u8], name: Option<&str>) -> Result<Sniffed, ImportError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(kind) = refused(head) {
        return Err(ImportError::Kind(kind));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Sniffed::Zip);
    }
    Ok(Sniffed::Format(format(head, name)))
}

fn format(head: &[u8], name: Option<&str>) -> Format {
    // Some programs write a few bytes before the mark of a PDF.
    if memchr::memmem::find(&head[..head.len().min(1024)], b"%PDF-")
        .is_some_and(|at| at == 0 || !head[..at].iter().any(|byte| byte.is_ascii_alphabetic()))
    {
        return Format::Pdf;
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Format::Doc;
    }
    if head.starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    // Most texts begin with a letter: they are done here.
    let unmarked = match by_mark(head) {
        Some(_) => std::borrow::Cow::Owned(crate::text::decode(head.to_vec()).text.into_bytes()),
        None => std::borrow::Cow::Borrowed(head),
    };
    let text = unmarked.trim_ascii_start();
    // What this program exports says so, whatever its name.
    if text.starts_with(b"---\n") && memchr::memmem::find(text, b"\ngenerator: dienvan").is_some() {
        return Format::Markdown;
    }
    if text.starts_with(b"<") && is_html(text, name) {
        return Format::Html;
    }
    if is_mhtml(text) {
        return Format::Mhtml;
    }
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("md" | "markdown" | "mkd" | "mdown") => Format::Markdown,
        _ => Format::Text,
    }
}

/// Tells whether what begins with "<" is a web page or a piece of one.
fn is_html(text: &[u8], name: Option<&str>) -> bool {
    let text = String::from_utf8_lossy(text).to_ascii_lowercase();
    let mut rest = text.as_str();
    loop {
        rest = rest.trim_start();
        let behind = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") {
            rest.find('>').map(|at| at + 1)
        } else {
            break;
        };
        match behind {
            Some(at) => rest = &rest[at..],
            None => return text.contains("<html"),
        }
    }
    let begins = |tags: &[&str]| {
        tags.iter().any(|tag| {
            rest.strip_prefix('<').and_then(|rest| rest.strip_prefix(tag)).is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
            })
        })
    };
    if begins(&["!doctype", "html", "head", "body"]) {
        return !rest.starts_with("<!doctype") || rest.contains("html");
    }
    // XHTML may give its elements a prefix: "<h:html xmlns:h=…>".
    let root = &rest[..rest.find('>').unwrap_or(rest.len())];
    if root.contains("http://www.w3.org/1999/xhtml") {
        return true;
    }
    // A text may begin with a tag, a Markdown text above all.
    let named_text = name.is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        [".md", ".markdown", ".txt", ".text"].iter().any(|ending| name.ends_with(ending))
    });
    let tags = [
        "meta", "title", "link", "style", "script", "div", "p", "table", "h1", "h2", "h3",
        "article", "section", "main", "center", "font", "ul", "ol", "span", "b", "strong",
    ];
    !named_text && begins(&tags) && (text.contains("</") || text.contains("/>"))
}

/// Tells whether a text begins with the head of a message whose parts are a page.
fn is_mhtml(text: &[u8]) -> bool {
    let first = text.first().is_some_and(u8::is_ascii_alphabetic);
    if !first || memchr::memchr(b':', &text[..text.len().min(80)]).is_none() {
        return false;
    }
    let text = String::from_utf8_lossy(text).to_ascii_lowercase();
    let head = text.split("\n\n").next().unwrap_or_default();
    let head = head.split("\r\n\r\n").next().unwrap_or_default();
    let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
    field("mime-version:").is_some()
        && field("content-type:").is_some_and(|value| {
            let value = value.trim_start();
            value.starts_with("multipart/") || value.starts_with("text/html")
        })
}

/// Recognises files that are surely no text, and those that are read only when converted.
fn refused(head: &[u8]) -> Option<UnsupportedKind> {
    const KNOWN: [(&[u8], UnsupportedKind); 19] = [
        // Word 1 and 2 for Windows, Word and Write for DOS.
        (b"\x9B\xA5\x21\0", UnsupportedKind::OldWord),
        (b"\xDB\xA5\x2D\0", UnsupportedKind::OldWord),
        (b"\x31\xBE\0\0", UnsupportedKind::OldWord),
        (b"\x32\xBE\0\0", UnsupportedKind::OldWord),
        (b"\x89PNG\r\n", UnsupportedKind::Picture("PNG")),
        (b"\xFF\xD8\xFF", UnsupportedKind::Picture("JPEG")),
        (b"GIF87a", UnsupportedKind::Picture("GIF")),
        (b"GIF89a", UnsupportedKind::Picture("GIF")),
        (b"II*\0", UnsupportedKind::Picture("TIFF")),
        (b"MM\0*", UnsupportedKind::Picture("TIFF")),
        (b"AT&TFORM", UnsupportedKind::Picture("DjVu")),
        (b"\x7FELF", UnsupportedKind::Other("ELF")),
        (b"MZ\x90\0", UnsupportedKind::Other("EXE")),
        (b"Rar!\x1A\x07", UnsupportedKind::Other("RAR")),
        (b"7z\xBC\xAF\x27\x1C", UnsupportedKind::Other("7z")),
        (b"\x1F\x8B\x08", UnsupportedKind::Other("gzip")),
        (b"BZh", UnsupportedKind::Other("bzip2")),
        (b"\xFD7zXZ\0", UnsupportedKind::Other("xz")),
        (b"\x28\xB5\x2F\xFD", UnsupportedKind::Other("zstd")),
    ];
    let found = KNOWN.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, kind)| *kind);
    // "BZh" may begin a text; behind it comes a digit and the mark of a block.
    found.filter(|kind| *kind != UnsupportedKind::Other("bzip2") || head.get(4..8) == Some(b"1AY&"))
}
