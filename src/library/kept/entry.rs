//! One table of a file as keys and values, whichever way it was read.

use jiff::Timestamp;
use std::borrow::Cow;
use toml_edit::{Datetime, Item, TableLike};

/// A value, as far as the program's files use them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TomlValue<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Time(Timestamp),
    Flag(bool),
    /// A list of texts and nothing else.
    Texts(Vec<Cow<'a, str>>),
    /// Something that no key of ours has.
    Other,
}

/// A table and the line it begins on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TomlEntry<'a> {
    /// The 1-based line of its header.
    pub line: usize,
    pub fields: Vec<(Cow<'a, str>, TomlValue<'a>)>,
}

/// Why an entry cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryFault {
    Lacks(&'static str),
    Wrong(&'static str),
}

impl<'a> TomlEntry<'a> {
    /// Copies a table of a parsed file.
    pub fn from_table(table: &dyn TableLike, line: usize) -> TomlEntry<'static> {
        let fields = table.iter().map(|(key, item)| (Cow::Owned(key.to_owned()), value(item)));
        TomlEntry { line, fields: fields.collect() }
    }

    pub fn get(&self, key: &str) -> Option<&TomlValue<'a>> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Gives a text; nothing if the key is missing, a fault if it is something else.
    pub fn text(&self, key: &'static str) -> Result<Option<&str>, EntryFault> {
        match self.get(key) {
            None => Ok(None),
            Some(TomlValue::Text(text)) => Ok(Some(text)),
            Some(_) => Err(EntryFault::Wrong(key)),
        }
    }

    /// Gives a list of texts; one text alone is a list of one.
    pub fn texts(&self, key: &'static str) -> Result<Vec<&str>, EntryFault> {
        match self.get(key) {
            None => Ok(Vec::new()),
            Some(TomlValue::Text(text)) => Ok(vec![text]),
            Some(TomlValue::Texts(texts)) => Ok(texts.iter().map(AsRef::as_ref).collect()),
            Some(_) => Err(EntryFault::Wrong(key)),
        }
    }

    /// Gives a number that is not negative.
    pub fn number(&self, key: &'static str) -> Result<Option<usize>, EntryFault> {
        match self.get(key) {
            None => Ok(None),
            Some(TomlValue::Number(number)) => {
                usize::try_from(*number).map(Some).map_err(|_| EntryFault::Wrong(key))
            }
            Some(_) => Err(EntryFault::Wrong(key)),
        }
    }

    /// Gives a moment.
    pub fn time(&self, key: &'static str) -> Result<Option<Timestamp>, EntryFault> {
        match self.get(key) {
            None => Ok(None),
            Some(TomlValue::Time(time)) => Ok(Some(*time)),
            Some(_) => Err(EntryFault::Wrong(key)),
        }
    }
}

/// Copies an entry with its texts.
pub(super) fn owned(entry: &TomlEntry<'_>) -> TomlEntry<'static> {
    let own = |text: &Cow<'_, str>| Cow::Owned(text.clone().into_owned());
    let value = |value: &TomlValue<'_>| match value {
        TomlValue::Text(text) => TomlValue::Text(own(text)),
        TomlValue::Number(number) => TomlValue::Number(*number),
        TomlValue::Time(time) => TomlValue::Time(*time),
        TomlValue::Flag(flag) => TomlValue::Flag(*flag),
        TomlValue::Texts(texts) => TomlValue::Texts(texts.iter().map(own).collect()),
        TomlValue::Other => TomlValue::Other,
    };
    let fields = entry.fields.iter().map(|(key, field)| (own(key), value(field)));
    TomlEntry { line: entry.line, fields: fields.collect() }
}

fn value(item: &Item) -> TomlValue<'static> {
    match item.as_value() {
        Some(toml_edit::Value::String(text)) => TomlValue::Text(Cow::Owned(text.value().clone())),
        Some(toml_edit::Value::Integer(number)) => TomlValue::Number(*number.value()),
        Some(toml_edit::Value::Boolean(flag)) => TomlValue::Flag(*flag.value()),
        Some(toml_edit::Value::Datetime(time)) => {
            timestamp(time.value()).map_or(TomlValue::Other, TomlValue::Time)
        }
        Some(toml_edit::Value::Array(array)) => {
            let texts = array.iter().map(|item| Some(Cow::Owned(item.as_str()?.to_owned())));
            texts.collect::<Option<_>>().map_or(TomlValue::Other, TomlValue::Texts)
        }
        _ => TomlValue::Other,
    }
}

/// Reads a TOML date with or without time and offset; what is left out is midnight and UTC.
fn timestamp(value: &Datetime) -> Option<Timestamp> {
    let date = value.date?;
    let (hour, minute, second) =
        value.time.map_or((0, 0, 0), |time| (time.hour, time.minute, time.second.unwrap_or(0)));
    let number = |number: u8| i8::try_from(number).ok();
    let year = i16::try_from(date.year).ok()?;
    let date = jiff::civil::Date::new(year, number(date.month)?, number(date.day)?).ok()?;
    // TOML allows a leap second, which the calendar does not know.
    let second = number(second)?.min(59);
    let time = jiff::civil::Time::new(number(hour)?, number(minute)?, second, 0).ok()?;
    let offset = match value.offset {
        None | Some(toml_edit::Offset::Z) => 0,
        Some(toml_edit::Offset::Custom { minutes }) => i32::from(minutes) * 60,
    };
    jiff::tz::Offset::from_seconds(offset).ok()?.to_timestamp(date.to_datetime(time)).ok()
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Contents<'a, T> {
    /// The keys before the first table.
    pub top: TomlEntry<'a>,
    /// What was made of the tables of the list.
    pub entries: Vec<T>,
}

impl<T> Default for Contents<'_, T> {
    fn default() -> Self {
        Contents { top: TomlEntry::default(), entries: Vec::new() }
    }
}
