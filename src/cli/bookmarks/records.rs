//! Bookmarks as they are stored, and how they are told.

use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::library::kept::Bookmarks;
use crate::notebook::{Bookmark, Kind, Labels};
use crate::speech::Speech;
use crate::text::TextPos;
use serde::Serialize;
use std::borrow::Cow;

/// Reads all bookmarks; what cannot be understood of them is told.
pub(super) fn load(setup: &Setup) -> anyhow::Result<Vec<Bookmark>> {
    let loaded = Bookmarks::new(&setup.paths.data_dir).load()?;
    setup.tell(&loaded.notices);
    Ok(loaded.bookmarks)
}

/// A bookmark, as JSON tells it.
#[derive(Serialize)]
pub(super) struct BookmarkJson<'a> {
    id: &'a str,
    address: String,
    speech: &'a str,
    title: &'a str,
    source: Option<String>,
    quote: Cow<'a, str>,
    note: Option<&'a str>,
    tags: &'a [String],
    kind: Option<&'static str>,
    letter: Option<char>,
    created: String,
    /// The file that the speech was read from, as `source`: under the name that other commands have.
    path: Option<String>,
}

/// Returns the address of the item that a bookmark is known to be in.
pub(super) fn address(bookmark: &Bookmark) -> String {
    match &bookmark.anchor.item {
        Some(item) => format!("{}/{item}", bookmark.speech),
        None => bookmark.speech.to_string(),
    }
}

/// Returns the address of the innermost item at a place; outside of items that of the speech.
pub(super) fn address_at(speech: &Speech, pos: TextPos) -> String {
    match speech.outline.item_at(pos) {
        Some(item) => format!("{}/{}", speech.id, speech.outline.address(item)),
        None => speech.id.to_string(),
    }
}

/// Returns a bookmark as JSON tells it, with its address.
pub(super) fn twin(bookmark: &Bookmark, address: String) -> BookmarkJson<'_> {
    BookmarkJson {
        id: &bookmark.id,
        address,
        speech: bookmark.speech.as_str(),
        title: &bookmark.title,
        source: bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned()),
        quote: bookmark.anchor.words(),
        note: bookmark.note.as_deref(),
        tags: &bookmark.labels.tags,
        kind: bookmark.labels.kind.map(Kind::name),
        letter: bookmark.labels.letter,
        created: bookmark.created.to_string(),
        path: bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned()),
    }
}

/// Returns what is said of a bookmark in a table: its sign and letter, its note, its tags.
fn note_words(bookmark: &Bookmark) -> String {
    let Labels { tags, kind, letter } = &bookmark.labels;
    let mut parts: Vec<String> = kind.map(|kind| kind.sign().to_owned()).into_iter().collect();
    parts.extend(letter.map(|letter| format!("'{letter}")));
    parts.extend(bookmark.note.clone());
    parts.extend(tags.iter().map(|tag| format!("#{tag}")));
    parts.join(" ")
}

pub(super) fn table<'a>(setup: &Setup, bookmarks: impl Iterator<Item = &'a Bookmark>) -> TextTable {
    let messages = &setup.messages;
    let header = ["column-id", "column-address", "column-note", "column-quote"];
    let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 3);
    for bookmark in bookmarks {
        let quote = bookmark.anchor.words().into_owned();
        table.push(vec![bookmark.id.clone(), address(bookmark), note_words(bookmark), quote]);
    }
    table
}
