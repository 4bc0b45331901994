//! A bookmark as a table of the file, both ways.

use super::clean;
use super::entry::{Entry, Fault, Value};
use super::id;
use super::own::seconds;
use crate::bookmark::Bookmark;
use crate::model::{Anchor, SpeechId};
use crate::text::TextRange;
use jiff::Timestamp;
use std::collections::HashSet;
use std::path::PathBuf;
use toml_edit::{Table, value};

/// Reads a bookmark. `speech` and `quote` must be there; `created` stands in for a missing time.
pub(super) fn bookmark(entry: &Entry<'_>, id: &str, created: Timestamp) -> Result<Bookmark, Fault> {
    let lines = |key| Ok(entry.text(key)?.map(clean::lines));
    let speech = entry.text("speech")?.ok_or(Fault::Lacks("speech"))?;
    let speech = SpeechId::parse(speech).ok_or(Fault::Wrong("speech"))?;
    let quote = lines("quote")?.ok_or(Fault::Lacks("quote"))?;
    let start = entry.number("start")?.unwrap_or(0);
    let end = entry.number("end")?.unwrap_or(start.saturating_add(quote.len()));
    let title = entry.text("title")?.map(clean::line).filter(|title| !title.is_empty());
    let note = lines("note")?.map(trimmed).filter(|note| !note.is_empty());
    Ok(Bookmark {
        id: id.to_owned(),
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
pub(super) fn ids(entries: &[Entry<'_>]) -> Vec<String> {
    let own = |entry: &Entry<'_>| match entry.get("id") {
        Some(Value::Text(id)) => clean::line(id.trim()),
        _ => String::new(),
    };
    let mut taken: HashSet<String> = entries.iter().map(own).collect();
    let mut seen = HashSet::with_capacity(entries.len());
    let text = |entry: &Entry<'_>, key| entry.text(key).ok().flatten().unwrap_or("").to_owned();
    let mut ids = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut id = own(entry);
        if id.is_empty() || seen.contains(&id) {
            let seed = format!("{id}\n{}\n{}", text(entry, "speech"), text(entry, "quote"));
            id = self::id::make(&seed, |id| taken.contains(id));
            taken.insert(id.clone());
        }
        seen.insert(id.clone());
        ids.push(id);
    }
    ids
}

fn trimmed(text: String) -> String {
    text.trim_end().to_owned()
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
