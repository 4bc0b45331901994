//! A whole file as values: a few keys on top and one list of tables.

use super::entry::{Contents, TomlEntry, TomlValue};
use super::plain;
use crate::text::printable;
use std::ops::Range;
use toml_edit::{Document, Item, TableLike};

/// Why a file cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// The 1-based line of the mistake.
    pub line: usize,
    pub reason: String,
}

impl<'a, T> Contents<'a, T> {
    /// Reads a file whose tables are called `list`, and takes `each` of them.
    pub fn read(
        bytes: &'a [u8],
        list: &str,
        each: impl Fn(&TomlEntry<'_>) -> T,
    ) -> Result<Self, Broken> {
        let text = utf8(bytes)?;
        match plain::read(text, list, &each) {
            Some(contents) => Ok(contents),
            None => Contents::of(&parse(text)?, list, each),
        }
    }

    /// Takes a parsed file.
    pub fn of(
        document: &Document<String>,
        list: &str,
        each: impl Fn(&TomlEntry<'_>) -> T,
    ) -> Result<Self, Broken> {
        let mut lines = LineCounter { text: document.raw(), at: 0, line: 1 };
        let mut line = |span: Option<Range<usize>>| span.map_or(1, |span| lines.of(span.start));
        let mut top = TomlEntry::from_table(document.as_table(), 1);
        top.fields.retain(|(key, _)| key != list);
        let mut entries = Vec::new();
        match document.get(list) {
            None => {}
            Some(Item::ArrayOfTables(tables)) => {
                entries.extend(
                    tables
                        .iter()
                        .map(|table| each(&TomlEntry::from_table(table, line(table.span())))),
                );
            }
            Some(Item::Value(toml_edit::Value::Array(array)))
                if array.iter().all(toml_edit::Value::is_inline_table) =>
            {
                let tables = array.iter().filter_map(toml_edit::Value::as_inline_table);
                entries.extend(tables.map(|table| {
                    each(&TomlEntry::from_table(table as &dyn TableLike, line(table.span())))
                }));
            }
            Some(other) => {
                let reason = format!("{list:?} is not a list of tables, [[{list}]]");
                return Err(Broken { line: line(other.span()), reason });
            }
        }
        Ok(Contents { top, entries })
    }

    /// Gives the version of the file; 1 where it says none. A version that is no number is one
    /// that this program does not know.
    pub fn version(&self) -> i64 {
        match self.top.get("version") {
            None => 1,
            Some(TomlValue::Number(version)) => *version,
            Some(_) => i64::MAX,
        }
    }
}

/// Takes bytes as text.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, Broken> {
    std::str::from_utf8(bytes).map_err(|error| {
        let head = &bytes[..error.valid_up_to()];
        let line = head.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Broken { line, reason: "not UTF-8".to_owned() }
    })
}

/// Parses a text as TOML.
pub(super) fn parse(text: &str) -> Result<Document<String>, Broken> {
    Document::parse(text.to_owned()).map_err(|error| Broken {
        line: error.span().map_or(1, |span| LineCounter { text, at: 0, line: 1 }.of(span.start)),
        reason: printable(error.message()).into_owned(),
    })
}

/// Counts lines onward from the last place that was asked for.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    /// Gives the 1-based line of a byte.
    fn of(&mut self, at: usize) -> usize {
        if at < self.at {
            (self.at, self.line) = (0, 1);
        }
        let between = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.at = at;
        self.line
    }
}
