//! An entry of a file of the user's, whatever it is of: read, written as a table, named.

use super::clean;
use super::entry::{EntryFault, TomlEntry, TomlValue};
use super::id;
use super::own::seconds;
use super::path::path_from;
use crate::speech::{Anchor, Date, Kin, RecordedSpeech, Sketch, SpeechId, SpeechMemory};
use crate::text::{TextRange, path_text};
use jiff::Timestamp;
use std::collections::HashMap;
use toml_edit::{Table, value};

/// What a file of the user's is a list of.
pub(super) trait TomlRecord: Clone + PartialEq {
    /// The name of the file.
    const FILE: &'static str;
    /// The name of its list.
    const LIST: &'static str;
    /// What a new file begins with.
    const HEADER: &'static str;

    /// Reads an entry, but for its name; `created` stands in for a missing time.
    fn read(entry: &TomlEntry<'_>, created: Timestamp) -> Result<Self, EntryFault>;

    /// Writes it as a table, keys in the order of the documentation.
    fn table(&self, id: &str) -> Table;

    /// Returns its name; empty until it is stored.
    fn id(&self) -> &str;

    /// Gives it a name.
    fn set_id(&mut self, id: String);

    /// Returns words that tell it from most others.
    fn seed(&self) -> String;

    /// Returns when it was made.
    fn created(&self) -> Timestamp;
}

/// An entry of the file: a record, or why it cannot be used. Names may still be missing.
pub(super) type StoredRecord<R> = Result<R, Bad>;

/// An entry that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bad {
    /// Its name.
    pub id: String,
    /// The 1-based line where it begins.
    pub line: usize,
    pub fault: EntryFault,
}

/// Takes an entry; `created` stands in for a missing time.
pub(super) fn stored<R: TomlRecord>(entry: &TomlEntry<'_>, created: Timestamp) -> StoredRecord<R> {
    let id = match entry.get("id") {
        Some(TomlValue::Text(id)) => clean::line(id.trim()),
        _ => String::new(),
    };
    match R::read(entry, created) {
        Ok(mut record) => {
            record.set_id(id);
            Ok(record)
        }
        Err(fault) => Err(Bad { id, line: entry.line, fault }),
    }
}

/// Returns the name of an entry.
pub(super) fn id_of<R: TomlRecord>(entry: &StoredRecord<R>) -> &str {
    match entry {
        Ok(record) => record.id(),
        Err(bad) => &bad.id,
    }
}

fn set_id<R: TomlRecord>(entry: &mut StoredRecord<R>, id: String) {
    match entry {
        Ok(record) => record.set_id(id),
        Err(bad) => bad.id = id,
    }
}

/// Gives every entry a name: its own, or one made from its contents where it has none or an
/// earlier entry has the same. The same contents give the same names.
pub(super) fn settle_ids<R: TomlRecord>(entries: &mut [StoredRecord<R>]) {
    let mut first = HashMap::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        let id = id_of(entry);
        if !id.is_empty() {
            first.entry(id.to_owned()).or_insert(at);
        }
    }
    for (at, entry) in entries.iter_mut().enumerate() {
        if first.get(id_of(entry)) != Some(&at) {
            let seed = entry.as_ref().map_or_else(|_| "\n".to_owned(), TomlRecord::seed);
            let id = id::make(&seed, |id| first.contains_key(id));
            first.insert(id.clone(), at);
            set_id(entry, id);
        }
    }
}

/// Reads the words of a passage and what was around them. `quote` must be there.
pub(super) fn anchor(entry: &TomlEntry<'_>) -> Result<Anchor, EntryFault> {
    let lines = |key| Ok(entry.text(key)?.map(clean::lines));
    let quote = lines("quote")?.ok_or(EntryFault::Lacks("quote"))?;
    let start = entry.number("start")?.unwrap_or(0);
    let end = entry.number("end")?.unwrap_or(start.saturating_add(quote.len()));
    Ok(Anchor {
        quote,
        before: lines("before")?.unwrap_or_default(),
        after: lines("after")?.unwrap_or_default(),
        range: TextRange::new(start, end),
        // It only ranks candidates, so an address that means nothing does no harm.
        item: entry.text("item")?.and_then(|item| item.parse().ok()),
        label: entry.text("label")?.map(clean::line).unwrap_or_default(),
        copies: entry
            .number("copies")?
            .map_or(0, |copies| u32::try_from(copies).unwrap_or(u32::MAX)),
        alike: entry.number("alike")?.and_then(|alike| u8::try_from(alike.min(100)).ok()),
    })
}

/// Writes the words of a passage and what was around them.
pub(super) fn insert_anchor(table: &mut Table, anchor: &Anchor) {
    table.insert("quote", value(clean::lines(&anchor.quote)));
    table.insert("before", value(clean::lines(&anchor.before)));
    table.insert("after", value(clean::lines(&anchor.after)));
    table.insert("start", value(integer(anchor.range.start.get())));
    table.insert("end", value(integer(anchor.range.end.get())));
    if let Some(item) = &anchor.item {
        table.insert("item", value(item.to_string()));
    }
    if !anchor.label.is_empty() {
        table.insert("label", value(clean::line(&anchor.label)));
    }
    if anchor.copies > 0 {
        table.insert("copies", value(i64::from(anchor.copies)));
    }
    if let Some(alike) = anchor.alike {
        table.insert("alike", value(i64::from(alike)));
    }
}

/// Reads what an entry says of its speech. `speech` must be there.
pub(super) fn speech(entry: &TomlEntry<'_>) -> Result<SpeechMemory, EntryFault> {
    let id = entry.text("speech")?.ok_or(EntryFault::Lacks("speech"))?;
    let id = SpeechId::parse(id).ok_or(EntryFault::Wrong("speech"))?;
    let title = entry.text("title")?.map(clean::line).filter(|title| !title.is_empty());
    Ok(SpeechMemory {
        title: title.unwrap_or_else(|| id.to_string()),
        id,
        source: entry.text("source")?.filter(|path| !path.is_empty()).map(path_from),
        fingerprint: entry.text("fingerprint")?.map(clean::line).unwrap_or_default(),
        kin: kin(entry)?,
    })
}

/// Begins a table: the name of the record, its speech, when it was made.
pub(super) fn begin(id: &str, speech: RecordedSpeech<'_>, created: Timestamp) -> Table {
    let mut table = Table::new();
    table.insert("id", value(id));
    table.insert("speech", value(speech.id.as_str()));
    table.insert("title", value(clean::line(speech.title)));
    insert_speaker(&mut table, speech.kin);
    if let Some(source) = speech.source {
        table.insert("source", value(path_text(source).into_owned()));
    }
    if let Some(created) = datetime(created) {
        table.insert("created", value(created));
    }
    table
}

/// Reads what another version of the speech is known by. What means nothing does no harm: it is
/// not known.
pub(super) fn kin(entry: &TomlEntry<'_>) -> Result<Kin, EntryFault> {
    let speaker = entry.text("speaker")?.map(clean::line).filter(|speaker| !speaker.is_empty());
    let date = day(entry, "date")?;
    let sketch = entry.text("sketch")?.and_then(Sketch::parse);
    Ok(Kin { speaker, date, sketch })
}

/// Writes who spoke and when.
pub(super) fn insert_speaker(table: &mut Table, kin: &Kin) {
    if let Some(speaker) = &kin.speaker {
        table.insert("speaker", value(clean::line(speaker)));
    }
    if let Some(date) = kin.date {
        table.insert("date", value(date.to_string()));
    }
}

/// Reads a day; one that means nothing is not known.
pub(super) fn day(entry: &TomlEntry<'_>, key: &'static str) -> Result<Option<Date>, EntryFault> {
    Ok(match entry.get(key) {
        // A date that a user wrote without quotation marks.
        Some(TomlValue::Time(time)) => Date::parse_iso(&time.to_string()[..10]),
        _ => entry.text(key)?.and_then(Date::parse_iso),
    })
}

/// Writes by what the text is known again.
pub(super) fn insert_text(table: &mut Table, fingerprint: &str, kin: &Kin) {
    if !fingerprint.is_empty() {
        table.insert("fingerprint", value(clean::line(fingerprint)));
    }
    if let Some(sketch) = kin.sketch {
        table.insert("sketch", value(sketch.to_string()));
    }
}

/// Returns a moment as TOML, to the second.
pub(super) fn datetime(time: Timestamp) -> Option<toml_edit::Datetime> {
    seconds(time).to_string().parse().ok()
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
