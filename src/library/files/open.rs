//! From the bytes of a file to a speech; a very large file in steps.

use super::companion::CompanionData;
use super::head;
use super::source;
use super::{OpenError, Reading, apart};
use crate::formats::read::{self, Draft, DraftNotice, Options, Sniffed, Stated};
use crate::speech::correction::Checked;
use crate::speech::parse::{self, Lexicon};
use crate::speech::{
    Block, BlockKind, CatalogEntry, Extent, Format, FurnitureKind, Metadata, Origin, Speech,
    SpeechId, Standing, TitledBy,
};
use crate::text::slug::slug;
use crate::text::{Encoding, markup};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// Up to this many bytes a file is read and parsed at once: a few milliseconds' work.
const AT_ONCE: u64 = 256 * 1024;
/// How much of a larger file is read for its first screen, in bytes.
const HEAD: u64 = 64 * 1024;
/// How many syllables of a title make an id.
const ID_SYLLABLES: usize = 8;

/// Something the reader should know about how a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextNotice {
    /// So many stretches of invalid bytes are shown as U+FFFD.
    Replaced(usize),
    /// So many control characters and escape sequences are not shown.
    Removed(usize),
    /// The text was in this encoding, and is shown in Unicode.
    Encoding(Encoding),
    /// What the importer of its format says.
    Import(DraftNotice),
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
    open_as(path, Reading::of(lexicon))
}

/// Opens a whole file as is said.
pub fn open_as(path: &Path, reading: Reading) -> Result<Opened, OpenError> {
    open_read(source::read_whole(path)?, path, reading)
}

/// Makes a speech of the bytes of a whole file that was read already.
pub fn open_read(bytes: Vec<u8>, path: &Path, reading: Reading) -> Result<Opened, OpenError> {
    let companion = CompanionData::beside(path);
    let draft = draft(bytes, path, &companion, reading)?;
    Ok(assemble(draft, Origin::File(path.to_owned()), &companion, reading.lexicon))
}

/// Returns the text alone of the bytes of a whole file, as [`open_read`] makes it.
pub fn text_of(bytes: Vec<u8>, path: &Path, reading: Reading) -> Result<String, OpenError> {
    draft(bytes, path, &CompanionData::beside(path), reading).map(|draft| draft.text)
}

/// Tells whether what is known about a speech of the file `from` would be the same if the file
/// were `to`: a name says what format a text is in, and is its title where it has none.
pub fn is_named_alike(known: &CatalogEntry, from: &Path, to: &Path) -> bool {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (old, new) = (stem(from), stem(to));
    let of_stem = || {
        let title = &known.meta.title;
        slug(title, ID_SYLLABLES).is_empty() || known.meta.titled_by == TitledBy::FileName
    };
    from.extension() == to.extension() && (old == new || !of_stem())
}

/// Opens a file, or only its beginning if it is a very large text: then the speech is an
/// [`Extent::Head`], and [`read_rest`] gives the rest. A pipe is read whole: it cannot be read
/// again; so is a file of another format than text.
pub fn open_head(path: &Path, lexicon: &Lexicon) -> Result<Opened, OpenError> {
    open_head_as(path, Reading::of(lexicon))
}

/// Opens a file as [`open_head`] does, and as is said.
pub fn open_head_as(path: &Path, reading: Reading) -> Result<Opened, OpenError> {
    if std::fs::metadata(path).is_ok_and(|file| !file.is_file()) {
        return open_as(path, reading);
    }
    let bytes = source::read(path, AT_ONCE + 1)?;
    let companion = CompanionData::beside(path);
    let is_text = match read::sniff(&bytes, name_of(path).as_deref()) {
        Ok(Sniffed::Format(format)) => format.is_text(),
        Ok(Sniffed::Zip) => false,
        Err(error) => return Err(OpenError::Import { path: path.to_owned(), error }),
    };
    let large = bytes.len() as u64 > AT_ONCE;
    if large && !is_text {
        return open_as(path, reading);
    }
    let mut head = bytes;
    if large {
        head.truncate(HEAD as usize);
        head.truncate(head::end(&head));
    }
    let draft = draft(head, path, &companion, reading)?;
    let mut opened = assemble(draft, Origin::File(path.to_owned()), &companion, reading.lexicon);
    if large {
        opened.speech.extent = Extent::Head;
        opened.speech.fingerprint.clear();
    }
    Ok(opened)
}

/// Reads all of the file of which `head` is the beginning. The outline is that of the head until
/// [`outline_of`] is through: the speech is [`Extent::Unparsed`].
pub fn read_rest(head: &Speech, reading: Reading) -> Result<Opened, OpenError> {
    let Origin::File(path) = &head.origin else {
        return Ok(Opened { speech: head.clone(), notices: Vec::new(), corrections: Vec::new() });
    };
    // A head of plain ASCII does not tell the encoding of what follows.
    let encoding = Some(head.encoding).filter(|encoding| !encoding.is_unicode());
    let as_head = Reading { encoding, ..reading };
    let draft = draft(source::read_whole(path)?, path, &CompanionData::default(), as_head)?;
    let notices = notices(&draft);
    let mut blocks = parse::paragraphs(&draft.text, reading.lexicon);
    let mut known = head.blocks.iter().peekable();
    for block in &mut blocks {
        while known.next_if(|known| known.range.start < block.range.start).is_some() {}
        if let Some(known) = known.next_if(|known| known.range == block.range) {
            block.kind = known.kind;
        }
    }
    let speech = Speech {
        fingerprint: fingerprint(&draft.text),
        text: Arc::new(draft.text),
        hints: Arc::new(draft.hints),
        encoding: draft.encoding,
        offsets: Arc::new(draft.offsets),
        blocks: Arc::new(blocks),
        extent: Extent::Unparsed,
        ..head.clone()
    };
    Ok(Opened { speech, notices, corrections: Vec::new() })
}

/// Makes the outline of a speech that [`read_rest`] gave.
pub fn outline_of(speech: &Speech, lexicon: &Lexicon) -> Speech {
    let parsed = parse::parse_hinted(&speech.text, &speech.hints, lexicon, &[]);
    Speech {
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        extent: Extent::Whole,
        ..speech.clone()
    }
}

/// Makes a speech of bytes, such as those of standard input.
pub fn from_bytes(bytes: Vec<u8>, origin: Origin, lexicon: &Lexicon) -> Result<Opened, OpenError> {
    from_bytes_as(bytes, origin, None, Reading::of(lexicon))
}

/// Makes a speech of bytes as is said, with what stands in the companion beside their file.
pub fn from_bytes_as(
    bytes: Vec<u8>,
    origin: Origin,
    companion: Option<&str>,
    reading: Reading,
) -> Result<Opened, OpenError> {
    let companion = companion.map(CompanionData::parse).unwrap_or_default();
    let draft = draft(bytes, &path_of(&origin), &companion, reading)?;
    Ok(assemble(draft, origin, &companion, reading.lexicon))
}

fn path_of(origin: &Origin) -> PathBuf {
    match origin {
        Origin::File(path) => path.clone(),
        Origin::Shipped(file) => PathBuf::from(file),
        Origin::StandardInput => PathBuf::from("-"),
    }
}

/// Makes a draft of the bytes of a file; its companion may say how they are encoded.
fn draft(
    bytes: Vec<u8>,
    path: &Path,
    companion: &CompanionData,
    reading: Reading,
) -> Result<Draft, OpenError> {
    let name = name_of(path);
    let encoding = reading.encoding.or(companion.encoding());
    let options = Options { name: name.as_deref(), encoding, ..Options::default() };
    apart::import(bytes, &options, reading.isolation)
        .map_err(|error| OpenError::Import { path: path.to_owned(), error })
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

pub(super) fn assemble(
    draft: Draft,
    origin: Origin,
    companion: &CompanionData,
    lexicon: &Lexicon,
) -> Opened {
    let mut notices = notices(&draft);
    notices.extend(companion.wrong_line().map(TextNotice::Companion));
    let parsed = parse::parse_hinted(&draft.text, &draft.hints, lexicon, &[]);
    explain_empty(&draft, &parsed.blocks, &mut notices);
    // The day a page was published is near that of the speech; that of a file or book is not.
    let is_page = matches!(draft.hints.format, Format::Html | Format::Mhtml);
    let published = draft.facts.date.filter(|_| is_page);
    let title = parsed.title.map(|title| markup::plain(&title)).filter(|title| !title.is_empty());
    let named = draft.facts.title.filter(|title| parse::may_be_title(title, lexicon));
    let mut meta = Metadata {
        title: title.or(named).unwrap_or_default(),
        titled_by: TitledBy::Text,
        speaker: parsed.speaker,
        office: parsed.office,
        date: parsed.date.or(published),
        meeting_date: parsed.meeting_date,
        occasion: parsed.occasion,
        place: parsed.place,
        number: parsed.number,
        language: parsed.language.to_owned(),
        kind: parsed.kind,
        standing: Standing::Shelved,
        url: draft.facts.url,
    };
    let stated = draft.facts.stated;
    state(&stated, &mut meta);
    companion.apply(&mut meta);
    let stem = match &origin {
        Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        Origin::Shipped(file) => (*file).to_owned(),
        Origin::StandardInput => "stdin".to_owned(),
    };
    let id = companion.id().or_else(|| stated.id.as_deref().and_then(SpeechId::parse));
    let id = id.unwrap_or_else(|| id_of(&meta, &origin, &stem));
    if meta.title.is_empty() {
        meta.title = crate::text::printable(&stem).trim().to_owned();
        meta.titled_by = TitledBy::FileName;
    }
    if meta.title.is_empty() {
        meta.title = id.to_string();
    }
    let speech = Speech {
        id,
        meta,
        fingerprint: fingerprint(&draft.text),
        text: Arc::new(draft.text),
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        origin,
        hints: Arc::new(draft.hints),
        encoding: draft.encoding,
        offsets: Arc::new(draft.offsets),
        extent: Extent::Whole,
    };
    Opened { speech, notices, corrections: Vec::new() }
}

/// Says why a page shows nothing, where all of it is furniture of the site; only there it is said.
fn explain_empty(draft: &Draft, blocks: &[Block], notices: &mut Vec<TextNotice>) {
    const WITHOUT: TextNotice = TextNotice::Import(DraftNotice::PageWithoutText);
    const LINKS: TextNotice = TextNotice::Import(DraftNotice::PageOfLinks);
    let is_page = matches!(draft.hints.format, Format::Html | Format::Mhtml);
    let chrome = BlockKind::Furniture(FurnitureKind::Chrome);
    if !is_page || blocks.iter().any(|block| block.kind != chrome) {
        notices.retain(|notice| !matches!(*notice, WITHOUT | LINKS));
    } else if !notices.iter().any(|notice| matches!(*notice, WITHOUT | LINKS)) {
        notices.push(WITHOUT);
    }
}

/// Writes what a file states of its speech over what the text says.
fn state(stated: &Stated, meta: &mut Metadata) {
    let set = |to: &mut Option<String>, from: &Option<String>| {
        if let Some(text) = from {
            *to = Some(text.clone());
        }
    };
    set(&mut meta.speaker, &stated.speaker);
    set(&mut meta.office, &stated.office);
    set(&mut meta.occasion, &stated.occasion);
    set(&mut meta.place, &stated.place);
    set(&mut meta.number, &stated.number);
    meta.date = stated.date.or(meta.date);
    meta.kind = stated.kind.or(meta.kind);
    if let Some(title) = &stated.title {
        meta.title.clone_from(title);
    }
    if let Some(language) = &stated.language {
        meta.language.clone_from(language);
    }
}

/// Makes an id of day and title, or of the name of the file where the title has no letters that an id may
/// have. Where that has none either it is told from others by a sum of it.
fn id_of(meta: &Metadata, origin: &Origin, stem: &str) -> SpeechId {
    let mut words = slug(&meta.title, ID_SYLLABLES);
    if words.is_empty() {
        words = slug(stem, ID_SYLLABLES);
    }
    if words.is_empty() {
        let sum = match (meta.title.trim(), origin) {
            ("", Origin::File(path)) => {
                xxh3_64(path.file_stem().unwrap_or_default().as_encoded_bytes())
            }
            ("", _) => xxh3_64(stem.as_bytes()),
            (title, _) => xxh3_64(title.as_bytes()),
        };
        words = format!("text-{:08x}", sum >> 32);
    }
    let id = match meta.date {
        Some(date) => format!("{date}-{words}"),
        None => words,
    };
    SpeechId::parse(id.trim_matches('-')).unwrap_or_else(SpeechId::unknown)
}

pub(super) fn fingerprint(text: &str) -> String {
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

fn notices(draft: &Draft) -> Vec<TextNotice> {
    let replaced = (draft.replaced > 0).then_some(TextNotice::Replaced(draft.replaced));
    let removed = (draft.removed > 0).then_some(TextNotice::Removed(draft.removed));
    let encoding = Some(draft.encoding).filter(|encoding| !encoding.is_unicode());
    let imported = draft.notices.iter().copied().map(TextNotice::Import);
    encoding
        .map(TextNotice::Encoding)
        .into_iter()
        .chain(replaced)
        .chain(removed)
        .chain(imported)
        .collect()
}
