//! What is wrong in a file of settings, and saying so in the reader's language.

use super::accepts::Accepts;
use super::rule::RuleTrouble;
use crate::i18n::Messages;
use crate::text::printable;
use crate::text::width::{truncate, width};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// An entry that does not hold. The default, or what is inherited, holds in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsProblem {
    /// The file, if the text came from one.
    pub file: Option<PathBuf>,
    /// Where in the text; nothing for what is wrong outside it.
    pub place: Option<FilePosition>,
    /// The entry: its name after those of its tables, with dots between; empty for none.
    pub key: String,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePosition {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in cells.
    pub column: usize,
    /// The place in bytes.
    pub span: Range<usize>,
    /// The text there, cut to be shown.
    pub found: String,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The text is no TOML; nothing of it holds.
    Syntax,
    /// An entry stands twice; nothing of the text holds.
    Duplicate,
    /// There is no such option or table; with the one probably meant.
    UnknownOption(Option<String>),
    /// A table's name has a plain value.
    NotTable,
    /// The value is not accepted.
    Value(Accepted),
    /// This is no key.
    Key(String),
    /// The value is no action; with the one probably meant.
    Action(Option<String>),
    /// Keys that another entry of the user's rules out.
    Conflict(String),
    /// A theme has no such face; with the one probably meant.
    Face(Option<String>),
    /// A theme inherits one that is not built in.
    Base,
    /// This is neither a modifier nor a colour.
    Style(String),
    /// No theme has this name.
    NoTheme(String),
    /// A rule of the user's does not hold.
    Rule(RuleTrouble),
}

/// A stretch of a file's text.
#[derive(Clone, Debug)]
pub struct FileSpan<'a> {
    /// The file.
    pub file: &'a Path,
    /// Its text.
    pub text: &'a str,
    /// The stretch, in bytes.
    pub span: Range<usize>,
}

/// What an option accepts, to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted(pub(super) Accepts);

/// How much of a wrong entry is shown, in cells.
const SHOWN: usize = 40;

impl FilePosition {
    /// Makes the place of a span of bytes, which a parser may have set too wide.
    pub(super) fn new(text: &str, span: Range<usize>) -> FilePosition {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        FilePosition {
            line: text[..start].matches('\n').count() + 1,
            column: width(&text[line_start..start]) + 1,
            span: start..end,
            found: truncate(&printable(text[start..end].trim()), SHOWN),
        }
    }
}

impl SettingsProblem {
    /// Makes a problem of the entry `key` at a place that another reader found.
    pub fn at(spot: FileSpan<'_>, key: String, fault: Fault) -> SettingsProblem {
        let place = Some(FilePosition::new(spot.text, spot.span));
        SettingsProblem { file: Some(spot.file.to_owned()), place, key, fault }
    }

    /// Makes the problem of a theme that the settings name and nobody has.
    pub fn no_theme(name: &str, file: Option<&Path>) -> SettingsProblem {
        let file = file.map(Path::to_owned);
        SettingsProblem {
            file,
            place: None,
            key: "theme".to_owned(),
            fault: Fault::NoTheme(name.to_owned()),
        }
    }

    /// Says in one line where what is wrong, and what is accepted.
    pub fn message(&self, messages: &Messages) -> String {
        let mut out = String::new();
        if let Some(name) = self.file.as_deref().and_then(Path::file_name) {
            out.push_str(&printable(&name.to_string_lossy()));
            if let Some(place) = &self.place {
                out.push_str(&format!(":{}:{}", place.line, place.column));
            }
            out.push_str(": ");
        }
        out.push_str(&self.headline(messages));
        out.push_str(". ");
        out.push_str(&self.hint(messages));
        out
    }

    /// Says what is wrong, without a full stop.
    pub fn headline(&self, messages: &Messages) -> String {
        let key = ("key", printable(&self.key).into());
        let found = ("found", self.place.as_ref().map_or("", |place| &place.found).into());
        match &self.fault {
            Fault::Syntax => messages.get("config-syntax"),
            Fault::Duplicate => messages.with("config-duplicate", &[found]),
            Fault::UnknownOption(_) => messages.with("config-unknown-option", &[key]),
            Fault::NotTable => messages.with("config-not-table", &[key]),
            Fault::Value(_) => messages.with("config-value", &[key, found]),
            Fault::Key(part) => {
                messages.with("config-key", &[key, ("part", printable(part).into())])
            }
            Fault::Action(_) => messages.with("config-action", &[key, found]),
            Fault::Conflict(other) => {
                messages.with("config-conflict", &[key, ("other", other.into())])
            }
            Fault::Face(_) => messages.with("config-face", &[key]),
            Fault::Base => messages.with("config-base", &[found]),
            Fault::Style(word) => {
                messages.with("config-style", &[key, ("word", printable(word).into())])
            }
            Fault::NoTheme(name) => {
                messages.with("config-no-theme", &[("name", printable(name).into())])
            }
            Fault::Rule(trouble) => {
                let found = self.place.as_ref().map_or("", |place| &place.found);
                trouble.headline(&self.key, found, messages)
            }
        }
    }

    /// Says what is accepted in its place: a sentence.
    pub fn hint(&self, messages: &Messages) -> String {
        let near = |name: &Option<String>, otherwise: &str| match name {
            Some(name) => messages.with("config-nearest", &[("name", name.into())]),
            None => messages.get(otherwise),
        };
        let write = |accepts: Accepts| {
            let accepted = accepts.describe(messages);
            messages.with("config-write", &[("accepted", accepted.into())])
        };
        match &self.fault {
            Fault::Syntax => messages.get("config-syntax-hint"),
            Fault::Duplicate => messages.get("config-duplicate-hint"),
            Fault::UnknownOption(name) => near(name, "config-unknown-option-hint"),
            Fault::NotTable => {
                let key = ("key", printable(&self.key).into());
                messages.with("config-not-table-hint", &[key])
            }
            Fault::Value(accepted) => write(accepted.0),
            Fault::Key(_) => messages.get("config-key-hint"),
            Fault::Action(name) => near(name, "config-action-hint"),
            Fault::Conflict(_) => messages.get("config-conflict-hint"),
            Fault::Face(name) => near(name, "config-face-hint"),
            Fault::Base => write(Accepts::Choice(crate::settings::theme::Theme::builtin_names())),
            Fault::Style(_) => messages.get("config-style-hint"),
            Fault::NoTheme(_) => write(Accepts::ThemeOrAuto),
            Fault::Rule(trouble) => trouble.hint(messages),
        }
    }
}
