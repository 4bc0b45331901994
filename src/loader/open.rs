//! From the bytes of a file to a speech; a very large file in steps.

use super::OpenError;
use super::companion::Companion;
use super::head;
use crate::correction::Checked;
use crate::model::{Extent, Metadata, Origin, Speech, SpeechId};
use crate::parse::{self, Lexicon};
use crate::text::slug::slug;
use crate::text::{Decoded, decode, lowercase, markup};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// Up to this many bytes a file is read and parsed at once: a few milliseconds' work.
const AT_ONCE: u64 = 256 * 1024;
/// How much of a larger file is read for its first screen, in bytes.
const HEAD: u64 = 64 * 1024;
/// The largest file, in bytes: positions are 32 bits wide.
const LARGEST: u64 = u32::MAX as u64;
/// How many syllables of a title make an id.
const ID_SYLLABLES: usize = 8;

/// Something the reader should know about how a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextNotice {
    /// So many stretches of invalid bytes are shown as U+FFFD.
    Replaced(usize),
    /// So many control characters and escape sequences are not shown.
    Removed(usize),
    /// The text is the source of a web page.
    WebPage,
    /// The companion beside the text is wrong at this line, from 1, and was passed over.
    Companion(usize),
}

/// A speech and what there is to say about how it was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The speech.
    pub speech: Speech,
    /// What was done to its text.
    pub notices: Vec<TextNotice>,
    /// What became of its corrections, once [`super::correct`] has looked for them.
    pub corrections: Vec<Checked>,
}

/// Opens a whole file.
pub fn open(path: &Path, lexicon: &Lexicon) -> Result<Opened, OpenError> {
    let bytes = read(path, LARGEST)?;
    Ok(assemble(bytes, Origin::File(path.to_owned()), &companion_of(path), lexicon))
}

/// Opens a file, or only its beginning if it is very large: then the speech is an
/// [`Extent::Head`], and [`read_rest`] gives the rest. A pipe is read whole: it cannot be read
/// again.
pub fn open_head(path: &Path, lexicon: &Lexicon) -> Result<Opened, OpenError> {
    if std::fs::metadata(path).is_ok_and(|file| !file.is_file()) {
        return open(path, lexicon);
    }
    let bytes = read(path, AT_ONCE + 1)?;
    let origin = Origin::File(path.to_owned());
    let companion = companion_of(path);
    if bytes.len() as u64 <= AT_ONCE {
        return Ok(assemble(bytes, origin, &companion, lexicon));
    }
    let mut head = bytes;
    head.truncate(HEAD as usize);
    head.truncate(head::end(&head));
    let mut opened = assemble(head, origin, &companion, lexicon);
    opened.speech.extent = Extent::Head;
    opened.speech.fingerprint.clear();
    Ok(opened)
}

/// Reads all of the file of which `head` is the beginning. The outline is that of the head until
/// [`outline_of`] is through: the speech is [`Extent::Unparsed`].
pub fn read_rest(head: &Speech, lexicon: &Lexicon) -> Result<Opened, OpenError> {
    let Origin::File(path) = &head.origin else {
        return Ok(Opened { speech: head.clone(), notices: Vec::new(), corrections: Vec::new() });
    };
    let decoded = decode(read(path, LARGEST)?);
    let notices = notices(&decoded);
    let mut blocks = parse::paragraphs(&decoded.text, lexicon);
    let mut known = head.blocks.iter().peekable();
    for block in &mut blocks {
        while known.next_if(|known| known.range.start < block.range.start).is_some() {}
        if let Some(known) = known.next_if(|known| known.range == block.range) {
            block.kind = known.kind;
        }
    }
    let speech = Speech {
        fingerprint: fingerprint(&decoded.text),
        text: Arc::new(decoded.text),
        offsets: Arc::new(decoded.offsets),
        blocks: Arc::new(blocks),
        extent: Extent::Unparsed,
        ..head.clone()
    };
    Ok(Opened { speech, notices, corrections: Vec::new() })
}

/// Makes the outline of a speech that [`read_rest`] gave.
pub fn outline_of(speech: &Speech, lexicon: &Lexicon) -> Speech {
    let parsed = parse::parse(&speech.text, lexicon);
    Speech {
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        extent: Extent::Whole,
        ..speech.clone()
    }
}

/// Makes a speech of bytes, such as those of standard input.
pub fn from_bytes(bytes: Vec<u8>, origin: Origin, lexicon: &Lexicon) -> Opened {
    assemble(bytes, origin, &Companion::default(), lexicon)
}

pub(super) fn assemble(
    bytes: Vec<u8>,
    origin: Origin,
    companion: &Companion,
    lexicon: &Lexicon,
) -> Opened {
    let decoded = decode(bytes);
    let mut notices = notices(&decoded);
    notices.extend(companion.wrong_line().map(TextNotice::Companion));
    let parsed = parse::parse(&decoded.text, lexicon);
    let mut meta = Metadata {
        title: parsed.title.map(|title| markup::plain(&title)).unwrap_or_default(),
        speaker: parsed.speaker,
        office: parsed.office,
        date: parsed.date,
        occasion: parsed.occasion,
        place: parsed.place,
        number: parsed.number,
        url: None,
        language: parsed.language.to_owned(),
    };
    companion.apply(&mut meta);
    let stem = match &origin {
        Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        Origin::Shipped(file) => (*file).to_owned(),
        Origin::StandardInput => "stdin".to_owned(),
    };
    let id = companion.id().unwrap_or_else(|| id_of(&meta, &stem));
    if meta.title.is_empty() {
        meta.title = crate::text::printable(&stem).trim().to_owned();
    }
    if meta.title.is_empty() {
        meta.title = id.to_string();
    }
    let speech = Speech {
        id,
        meta,
        fingerprint: fingerprint(&decoded.text),
        text: Arc::new(decoded.text),
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        origin,
        encoding: decoded.encoding,
        offsets: Arc::new(decoded.offsets),
        extent: Extent::Whole,
    };
    Opened { speech, notices, corrections: Vec::new() }
}

fn id_of(meta: &Metadata, stem: &str) -> SpeechId {
    let words = slug(&meta.title, ID_SYLLABLES);
    let words = if words.is_empty() { slug(stem, ID_SYLLABLES) } else { words };
    let id = match meta.date {
        Some(date) => format!("{date}-{words}"),
        None => words,
    };
    let id = id.trim_matches('-');
    SpeechId::parse(id).or_else(|| SpeechId::parse("text")).expect("\"text\" is a valid id")
}

fn fingerprint(text: &str) -> String {
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

fn notices(decoded: &Decoded) -> Vec<TextNotice> {
    let replaced = (decoded.replaced > 0).then_some(TextNotice::Replaced(decoded.replaced));
    let removed = (decoded.removed > 0).then_some(TextNotice::Removed(decoded.removed));
    let web_page = is_web_page(&decoded.text).then_some(TextNotice::WebPage);
    replaced.into_iter().chain(removed).chain(web_page).collect()
}

/// Reads the companion of a text. One that is not sound is passed over, and said to be so.
fn companion_of(path: &Path) -> Companion {
    match std::fs::read_to_string(path.with_extension("toml")) {
        Ok(text) => Companion::parse(&text),
        Err(_) => Companion::default(),
    }
}

/// Reads at most `limit` bytes of a file, which must be no longer than 4 GiB.
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    let fail = |error| OpenError::from_io(path, error);
    let file = File::open(path).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    if metadata.is_dir() {
        return Err(OpenError::EmptyFolder(path.to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(OpenError::TooLarge(path.to_owned()));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(limit) as usize);
    file.take(limit).read_to_end(&mut bytes).map_err(fail)?;
    match known_format(&bytes) {
        Some(what) => Err(OpenError::NotText { path: path.to_owned(), what }),
        None => Ok(bytes),
    }
}

/// Recognises the source of a web page by how it begins.
fn is_web_page(text: &str) -> bool {
    let head = lowercase(&text[..text.floor_char_boundary(1000)]);
    let head = head.trim_start();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Recognises files that are surely no text, by their first bytes.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 7] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "DOCX, ODT, EPUB, ZIP"),
        (b"\xD0\xCF\x11\xE0", "DOC"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"\x7FELF", "ELF"),
    ];
    KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}
