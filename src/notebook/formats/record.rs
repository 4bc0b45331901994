//! The project's own JSON: everything that is kept of bookmarks, so that nothing is lost on the way.
//!
//! `{"format": "dienvan-bookmarks", "version": 1, "bookmarks": […]}`; the keys of a bookmark are those
//! of the user's TOML file.

use super::incoming::{IncomingBookmark, IncomingSpeech, NotBookmarks};
use super::kept::MarkdownQuote;
use crate::notebook::{self, Bookmark, Kind, Labels, Settled};
use crate::speech::{Anchor, Date, Kin, Sketch, SpeechId};
use crate::text::{TextRange, path_text};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The name of the format.
pub(super) const FORMAT: &str = "dienvan-bookmarks";
/// The version that this program reads and writes.
const VERSION: u32 = 1;

/// Bookmarks as a file.
#[derive(Serialize, Deserialize)]
pub struct BookmarksFile {
    format: String,
    version: u32,
    bookmarks: Vec<BookmarkRecord>,
}

/// A bookmark; keys without a value are left out.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct BookmarkRecord {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    pub speech: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sketch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    pub quote: Option<String>,
    pub before: String,
    pub after: String,
    pub start: usize,
    pub end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    #[serde(skip_serializing_if = "is_zero")]
    pub copies: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lost: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<MarkdownQuote>,
    /// The same as `source`, under the name that rows of tasks and hits have.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl BookmarksFile {
    /// Tells of bookmarks, in their order.
    pub fn of<'a>(bookmarks: impl Iterator<Item = &'a Bookmark>) -> Self {
        let bookmarks = bookmarks.map(BookmarkRecord::of).collect();
        BookmarksFile { format: FORMAT.to_owned(), version: VERSION, bookmarks }
    }
}

impl BookmarkRecord {
    /// Copies a bookmark.
    pub fn of(bookmark: &Bookmark) -> Self {
        let Bookmark { id, speech, title, source, fingerprint, kin, anchor, .. } = bookmark;
        let Labels { tags, kind, letter } = &bookmark.labels;
        let (before, after) = anchor.around();
        BookmarkRecord {
            id: id.clone(),
            speech: speech.to_string(),
            title: title.clone(),
            source: source.as_ref().map(|path| path_text(path).into_owned()),
            fingerprint: fingerprint.clone(),
            speaker: kin.speaker.clone(),
            date: kin.date.map(|date| date.to_string()),
            sketch: kin.sketch.map(|sketch| sketch.to_string()),
            created: Some(bookmark.created.to_string()),
            note: bookmark.note.clone(),
            tags: tags.clone(),
            kind: kind.map(|kind| kind.name().to_owned()),
            letter: letter.map(String::from),
            quote: Some(anchor.words().into_owned()),
            before: before.into_owned(),
            after: after.into_owned(),
            start: anchor.range.start.get(),
            end: anchor.range.end.get(),
            item: anchor.item.as_ref().map(|item| item.to_string()),
            label: anchor.label.clone(),
            copies: anchor.copies,
            alike: anchor.alike,
            lost: bookmark.settled == Settled::Lost,
            kept: MarkdownQuote::of(anchor),
            path: source.as_ref().map(|path| path.to_string_lossy().into_owned()),
        }
    }

    /// Makes a bookmark; `now` stands in for a missing time. Nothing where words or speech are
    /// missing.
    pub fn bookmark(self, now: jiff::Timestamp) -> Option<Bookmark> {
        let quote = self.quote?;
        let speech = SpeechId::parse(&self.speech)?;
        let end = if self.end == 0 { self.start.saturating_add(quote.len()) } else { self.end };
        let mut letters = self.letter.as_deref().unwrap_or_default().chars();
        Some(Bookmark {
            id: self.id,
            title: if self.title.is_empty() { speech.to_string() } else { self.title },
            speech,
            source: self.source.filter(|path| !path.is_empty()).map(PathBuf::from),
            fingerprint: self.fingerprint,
            kin: Kin {
                speaker: self.speaker.filter(|speaker| !speaker.is_empty()),
                date: self.date.as_deref().and_then(Date::parse_iso),
                sketch: self.sketch.as_deref().and_then(Sketch::parse),
            },
            anchor: MarkdownQuote::restore(
                self.kept,
                Anchor {
                    quote,
                    before: self.before,
                    after: self.after,
                    range: TextRange::new(self.start, end),
                    item: self.item.and_then(|item| item.parse().ok()),
                    label: self.label,
                    copies: self.copies,
                    alike: self.alike.map(|alike| alike.min(100)),
                },
            ),
            settled: if self.lost { Settled::Lost } else { Settled::Open },
            note: self.note.filter(|note| !note.trim().is_empty()),
            labels: Labels {
                tags: notebook::unique(self.tags.iter().filter_map(|tag| notebook::tag(tag))),
                kind: self.kind.as_deref().and_then(Kind::from_name),
                letter: letters
                    .next()
                    .filter(|_| letters.next().is_none())
                    .and_then(notebook::letter),
            },
            created: self.created.and_then(|time| time.parse().ok()).unwrap_or(now),
        })
    }
}

/// Reads what [`BookmarksFile`] writes.
pub(super) fn read(
    value: serde_json::Value,
    now: jiff::Timestamp,
) -> Result<Vec<IncomingBookmark>, NotBookmarks> {
    let file: BookmarksFile =
        serde_json::from_value(value).map_err(|error| NotBookmarks::Broken(error.to_string()))?;
    if file.version > VERSION {
        return Err(NotBookmarks::Newer { found: file.version, known: VERSION });
    }
    let all = file.bookmarks.into_iter().enumerate().map(|(at, record)| {
        let bookmark = record.bookmark(now).ok_or(NotBookmarks::Lacks { entry: at + 1 })?;
        Ok(IncomingBookmark { bookmark, home: IncomingSpeech::Known, position: None })
    });
    all.collect()
}
