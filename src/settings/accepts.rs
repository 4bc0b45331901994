//! What an option accepts, and turning a TOML value into it.

use super::citation::{CitationField, CitationTemplate};
use crate::i18n::Messages;
use crate::settings::theme::Theme;
use crate::text::printable;
use toml::de::DeValue;

/// What an option accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accepts {
    /// `true` or `false`.
    Switch,
    /// A whole number of this range, its ends included.
    Whole(u16, u16),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A theme's name, or `auto`.
    ThemeOrAuto,
    /// A theme's name.
    Theme,
    /// A list of folders.
    Folders,
    /// The template of a citation.
    Citation,
    /// A list of names.
    Names,
    /// A table of lists of names, each under a name.
    NameTable,
}

/// A value that an option accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OptionValue {
    Switch(bool),
    Whole(u16),
    Text(String),
    List(Vec<String>),
    Table(Vec<(String, Vec<String>)>),
}

/// The word for letting the program choose.
pub(super) const AUTO: &str = "auto";

impl Accepts {
    /// Takes a TOML value, if it is accepted.
    pub fn take(self, value: &DeValue<'_>) -> Option<OptionValue> {
        match self {
            Accepts::Switch => value.as_bool().map(OptionValue::Switch),
            Accepts::Whole(least, most) => {
                let number = value.as_integer()?;
                let whole = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
                (least..=most).contains(&whole).then_some(OptionValue::Whole(whole))
            }
            Accepts::Choice(words) => {
                let word = value.as_str()?;
                words.contains(&word).then(|| OptionValue::Text(word.to_owned()))
            }
            Accepts::ThemeOrAuto | Accepts::Theme => {
                let name = value.as_str().filter(|name| is_theme_name(name))?;
                let allowed = name != AUTO || self == Accepts::ThemeOrAuto;
                allowed.then(|| OptionValue::Text(name.to_owned()))
            }
            Accepts::Folders => {
                let folders = texts(value)?;
                folders.iter().all(|text| is_path(text)).then_some(OptionValue::List(folders))
            }
            Accepts::Names => {
                let names = texts(value)?;
                names.iter().all(|text| is_name(text)).then_some(OptionValue::List(names))
            }
            Accepts::NameTable => {
                let lists = value.as_table()?.iter().map(|(name, list)| {
                    match Accepts::Names.take(list.get_ref())? {
                        OptionValue::List(names) => Some((name.get_ref().to_string(), names)),
                        _ => None,
                    }
                });
                lists.collect::<Option<_>>().map(OptionValue::Table)
            }
            Accepts::Citation => {
                let text = value.as_str()?;
                let clean = text.split('\n').all(|line| printable(line) == line);
                let right = clean && CitationTemplate::parse(text).is_ok();
                right.then(|| OptionValue::Text(text.to_owned()))
            }
        }
    }

    /// Returns the part of a value that is to blame, if that is not all of it, as it stands in the file.
    pub fn blame(self, value: &DeValue<'_>) -> Option<String> {
        let text = value.as_str().filter(|_| self == Accepts::Citation)?;
        let part = CitationTemplate::parse(text).err()?;
        let part = part.trim_start_matches('{');
        Some(format!("{{{part}")).filter(|_| !part.is_empty())
    }

    /// Says what is accepted, as words that follow "write".
    pub fn describe(self, messages: &Messages) -> String {
        let list =
            |id: &str, words: &[String]| messages.with(id, &[("list", words.join(", ").into())]);
        match self {
            Accepts::Switch => messages.get("config-accepts-switch"),
            // As text: a number is written here as it would be in the file.
            Accepts::Whole(least, most) => messages.with(
                "config-accepts-whole",
                &[("least", least.to_string().into()), ("most", most.to_string().into())],
            ),
            Accepts::Choice(words) => list("config-accepts-choice", &quoted(words)),
            Accepts::ThemeOrAuto => {
                let names = [&[AUTO], Theme::builtin_names()].concat();
                list("config-accepts-theme", &quoted(&names))
            }
            Accepts::Theme => list("config-accepts-theme", &quoted(Theme::builtin_names())),
            Accepts::Folders => messages.get("config-accepts-folders"),
            Accepts::Names => messages.get("config-accepts-names"),
            Accepts::NameTable => messages.get("config-accepts-name-table"),
            Accepts::Citation => {
                let fields = CitationField::ALL.map(|field| format!("{{{}}}", field.name()));
                list("config-accepts-citation", &fields)
            }
        }
    }
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("\"{word}\"")).collect()
}

/// Tells whether a text can be a theme's name, and so the name of its file: letters, digits,
/// hyphens and underscores.
fn is_theme_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Returns a list of texts, if it is one.
fn texts(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|text| text.get_ref().as_str().map(str::to_owned)).collect()
}

/// Tells whether a text can be the name of an office: it has a letter, and nothing that acts on a terminal.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_control)
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(char::is_control)
}
