//! What an importer makes of a file: clean text, and what the format said besides.

use crate::speech::{Date, Format, Hints, SpeechKind};
use crate::text::{Decoded, Encoding, OffsetMap};

/// A text as its file gives it, not yet parsed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The text: NFC, printable characters and `\n` only. Of a plain text it has every line of the
    /// file; of other formats each paragraph is a line, with a blank line behind it.
    pub text: String,
    /// The format, and what it says of the text.
    pub hints: Hints,
    /// The way back to the bytes; the identity for formats whose text is made anew.
    pub offsets: OffsetMap,
    /// How the bytes were encoded.
    pub encoding: Encoding,
    /// How many stretches of invalid bytes were shown as U+FFFD.
    pub replaced: usize,
    /// How many control characters and escape sequences were taken out.
    pub removed: usize,
    /// What the file says of itself.
    pub facts: FileProperties,
    /// What a reader should know about how it was read.
    pub notices: Vec<DraftNotice>,
}

/// What a file says of itself outside its text. All of it may be wrong: the text counts more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileProperties {
    /// A title.
    pub title: Option<String>,
    /// Who wrote the file, or the page.
    pub author: Option<String>,
    /// When it was published, or written.
    pub date: Option<Date>,
    /// The address of the page.
    pub url: Option<String>,
    /// What people wrote about the speech, in a place made for it: it counts more than the text.
    pub stated: Stated,
}

/// What a file states of the speech in it, entry by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The id under which it was known.
    pub id: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// What it is: a conclusion, a directive.
    pub kind: Option<SpeechKind>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The speaker's office.
    pub office: Option<String>,
    /// The day it was given.
    pub date: Option<Date>,
    /// The meeting it was given at.
    pub occasion: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The number of the document.
    pub number: Option<String>,
    /// The language, as a two-letter code.
    pub language: Option<String>,
}

impl Stated {
    /// Takes up an entry of this name; one that is not known is passed over.
    pub(super) fn set(&mut self, name: &str, value: String) {
        match name {
            "id" => self.id = Some(value),
            "title" => self.title = Some(value),
            "kind" => self.kind = SpeechKind::from_name(value.trim()),
            "speaker" => self.speaker = Some(value),
            "office" => self.office = Some(value),
            "date" => self.date = super::facts::date(&value),
            "occasion" => self.occasion = Some(value),
            "place" => self.place = Some(value),
            "number" => self.number = Some(value),
            "lang" | "language" => self.language = language(&value),
            _ => {}
        }
    }
}

/// Takes a code of a language: "vi", or the first part of "vi-VN".
fn language(value: &str) -> Option<String> {
    let code = value.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
}

/// Something to know about how a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftNotice {
    /// So many pages, from 1, hold no text: they are pictures.
    EmptyPages(u32),
    /// Most words are no Vietnamese syllables, but what a poor recognition of a scan leaves.
    Garbled,
    /// So many words are in the document that it does not show.
    Hidden(u32),
    /// So many words of the article are on the page that it does not show.
    HiddenOnPage(u32),
    /// So many chapters of a book give no text, though they have some or are not there.
    LostChapters(u32),
    /// All that is on the page belongs to the site.
    PageWithoutText,
    /// The page is a list of other pages.
    PageOfLinks,
    /// The page is a notice, and its text is in a file that it links to.
    PageOfFile,
}

impl DraftNotice {
    /// Returns the id of the message that says this to the user, and what it counts.
    pub fn message(self) -> (&'static str, usize) {
        let (id, count) = match self {
            DraftNotice::EmptyPages(count) => ("text-empty-pages", count),
            DraftNotice::Garbled => ("text-garbled", 0),
            DraftNotice::Hidden(count) => ("text-hidden", count),
            DraftNotice::HiddenOnPage(count) => ("text-hidden-on-page", count),
            DraftNotice::LostChapters(count) => ("text-lost-chapters", count),
            DraftNotice::PageWithoutText => ("text-page-without-text", 0),
            DraftNotice::PageOfLinks => ("text-page-of-links", 0),
            DraftNotice::PageOfFile => ("text-page-of-file", 0),
        };
        (id, count as usize)
    }
}

impl Draft {
    /// Takes a decoded text as it is.
    pub fn of_text(decoded: Decoded, format: Format) -> Self {
        Draft {
            text: decoded.text,
            hints: Hints { format, ..Hints::default() },
            offsets: decoded.offsets,
            encoding: decoded.encoding,
            replaced: decoded.replaced,
            removed: decoded.removed,
            facts: FileProperties::default(),
            notices: Vec::new(),
        }
    }
}

impl FileProperties {
    /// Makes the words fit to be shown, and forgets empty ones.
    pub(super) fn clean(mut self) -> Self {
        let FileProperties { title, author, url, stated, date: _ } = &mut self;
        let Stated { id, title: named, speaker, office, occasion, place, number, language, .. } =
            stated;
        let all =
            [title, author, url, id, named, speaker, office, occasion, place, number, language];
        for fact in all {
            let clean = fact.take().map(|text| {
                let text = crate::text::printable(&text).into_owned();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            });
            *fact = clean.filter(|text| !text.is_empty());
        }
        self
    }
}
