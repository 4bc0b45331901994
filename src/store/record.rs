//! A bookmark as a table of the file, both ways.

use super::clean;
use super::entry::{Entry, Fault, Value};
use super::id;
use super::own::seconds;
use crate::bookmark::Bookmark;
use crate::model::{Anchor, SpeechId};
use crate::text::TextRange;
use jiff::Timestamp;
use std::collections::HashMap;
use std::path::PathBuf;
use toml_edit::{Table, value};

/// An entry of the file: a bookmark, or why it cannot be used. Names may still be missing.
pub(super) type Stored = Result<Bookmark, Bad>;

/// An entry that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bad {
    /// Its name.
    pub id: String,
    /// The 1-based line where it begins.
    pub line: usize,
    pub fault: Fault,
}

/// Takes an entry; `created` stands in for a missing time.
pub(super) fn stored(entry: &Entry<'_>, created: Timestamp) -> Stored {
    let id = match entry.get("id") {
        Some(Value::Text(id)) => clean::line(id.trim()),
        _ => String::new(),
    };
    match bookmark(entry, created) {
        Ok(bookmark) => Ok(Bookmark { id, ..bookmark }),
        Err(fault) => Err(Bad { id, line: entry.line, fault }),
    }
}

/// Gives the name of an entry.
pub(super) fn id_of(entry: &mut Stored) -> &mut String {
    match entry {
        Ok(bookmark) => &mut bookmark.id,
        Err(bad) => &mut bad.id,
    }
}

/// Reads a bookmark. `speech` and `quote` must be there; `created` stands in for a missing time.
fn bookmark(entry: &Entry<'_>, created: Timestamp) -> Result<Bookmark, Fault> {
    let lines = |key| Ok(entry.text(key)?.map(clean::lines));
    let speech = entry.text("speech")?.ok_or(Fault::Lacks("speech"))?;
    let speech = SpeechId::parse(speech).ok_or(Fault::Wrong("speech"))?;
    let quote = lines("quote")?.ok_or(Fault::Lacks("quote"))?;
    let start = entry.number("start")?.unwrap_or(0);
    let end = entry.number("end")?.unwrap_or(start.saturating_add(quote.len()));
    let title = entry.text("title")?.map(clean::line).filter(|title| !title.is_empty());
    let note = lines("note")?.map(trimmed).filter(|note| !note.is_empty());
    Ok(Bookmark {
        id: String::new(),
        title: title.unwrap_or_else(|| speech.to_string()),
        speech,
        source: entry.text("source")?.filter(|path| !path.is_empty()).map(PathBuf::from),
        fingerprint: entry.text("fingerprint")?.map(clean::line).unwrap_or_default(),
        anchor: Anchor {
            quote,
            before: lines("before")?.unwrap_or_default(),
            after: lines("after")?.unwrap_or_default(),
            range: TextRange::new(start, end),
            // It only ranks candidates, so an address that means nothing does no harm.
            item: entry.text("item")?.and_then(|item| item.parse().ok()),
        },
        note,
        created: seconds(entry.time("created")?.unwrap_or(created)),
    })
}

/// Writes a bookmark as a table, keys in the order of the documentation.
pub(super) fn table(bookmark: &Bookmark, id: &str) -> Table {
    let Bookmark { anchor, .. } = bookmark;
    let mut table = Table::new();
    table.insert("id", value(id));
    table.insert("speech", value(bookmark.speech.as_str()));
    table.insert("title", value(clean::line(&bookmark.title)));
    if let Some(source) = bookmark.source.as_ref().and_then(|path| path.to_str()) {
        table.insert("source", value(source));
    }
    if let Some(created) = datetime(bookmark.created) {
        table.insert("created", value(created));
    }
    if let Some(note) = bookmark.note.as_deref().and_then(self::note) {
        table.insert("note", value(note));
    }
    table.insert("quote", value(clean::lines(&anchor.quote)));
    table.insert("before", value(clean::lines(&anchor.before)));
    table.insert("after", value(clean::lines(&anchor.after)));
    table.insert("start", value(integer(anchor.range.start.get())));
    table.insert("end", value(integer(anchor.range.end.get())));
    if let Some(item) = &anchor.item {
        table.insert("item", value(item.to_string()));
    }
    if !bookmark.fingerprint.is_empty() {
        table.insert("fingerprint", value(clean::line(&bookmark.fingerprint)));
    }
    table
}

/// Gives a note as it is kept; nothing for one that is blank.
pub(super) fn note(note: &str) -> Option<String> {
    let note = trimmed(clean::lines(note));
    (!note.is_empty()).then_some(note)
}

/// Gives a moment as TOML, to the second.
pub(super) fn datetime(time: Timestamp) -> Option<toml_edit::Datetime> {
    seconds(time).to_string().parse().ok()
}

/// Gives every entry a name: its own, or one made from its contents where it has none or an
/// earlier entry has the same. The same contents give the same names.
pub(super) fn settle_ids(entries: &mut [Stored]) {
    let mut first = HashMap::with_capacity(entries.len());
    for (at, entry) in entries.iter_mut().enumerate() {
        let id = id_of(entry);
        if !id.is_empty() {
            first.entry(id.clone()).or_insert(at);
        }
    }
    for (at, entry) in entries.iter_mut().enumerate() {
        if first.get(id_of(entry)) != Some(&at) {
            let (speech, quote) = match entry {
                Ok(bookmark) => (bookmark.speech.as_str(), bookmark.anchor.quote.as_str()),
                Err(_) => ("", ""),
            };
            let seed = format!("{speech}\n{quote}");
            let id = id::make(&seed, |id| first.contains_key(id));
            first.insert(id.clone(), at);
            *id_of(entry) = id;
        }
    }
}

fn trimmed(text: String) -> String {
    text.trim_end().to_owned()
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
