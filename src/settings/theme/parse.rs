//! Reading a theme file.

use super::entry::style;
use super::{Face, Theme};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// An entry of a theme file that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeProblem {
    /// Where the entry is wrong, in bytes of the text.
    pub span: Range<usize>,
    /// The name before the equals sign; empty for a text that is no TOML.
    pub key: String,
    /// What is wrong.
    pub fault: ThemeFault,
}

/// What is wrong with an entry of a theme file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFault {
    /// The text is no TOML; with the parser's words for it.
    Syntax(String),
    /// There is no such face.
    UnknownFace,
    /// `inherits` names no built-in theme.
    UnknownBase(String),
    /// The value is no string.
    NotText,
    /// The word is no modifier and no colour, or one too many.
    Word(String),
}

const INHERITS: &str = "inherits";
const DEFAULT_BASE: &str = "dark";

/// Reads a theme; see [`Theme::parse`].
pub(super) fn parse(name: &str, text: &str) -> (Theme, Vec<ThemeProblem>) {
    let mut theme = Theme::plain(name);
    let mut problems = Vec::new();
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            let fault = ThemeFault::Syntax(error.message().to_owned());
            problems.push(ThemeProblem { span, key: String::new(), fault });
            DeTable::new()
        }
    };
    let named = table.get(INHERITS).map(|value| (value, base(value)));
    if let Some((value, Err(fault))) = &named {
        let key = INHERITS.to_owned();
        problems.push(ThemeProblem { span: value.span(), key, fault: fault.clone() });
    }
    let inherited = named.and_then(|(_, base)| base.ok());
    if let Some(base) = inherited.or_else(|| Theme::builtin(DEFAULT_BASE)) {
        theme.styles = base.styles;
    }
    problems.extend(theme.lay(&table));
    problems.sort_by_key(|problem| problem.span.start);
    (theme, problems)
}

fn base(value: &Spanned<DeValue<'_>>) -> Result<Theme, ThemeFault> {
    let name = value.get_ref().as_str().ok_or(ThemeFault::NotText)?;
    Theme::builtin(name).ok_or_else(|| ThemeFault::UnknownBase(name.to_owned()))
}

impl Theme {
    /// Reads a theme that inherits nothing, taking what is right of it.
    pub(super) fn whole(name: &str, text: &str) -> Theme {
        let mut theme = Theme::plain(name);
        if let Ok(table) = DeTable::parse(text) {
            theme.lay(table.get_ref());
        }
        theme
    }

    /// Takes the entries of a theme file in place of one's own.
    fn lay(&mut self, table: &DeTable<'_>) -> Vec<ThemeProblem> {
        let mut problems = Vec::new();
        for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != INHERITS) {
            let mut problem = |span, fault| {
                let key = key.get_ref().clone().into_owned();
                problems.push(ThemeProblem { span, key, fault });
            };
            let Some(face) = Face::from_name(key.get_ref()) else {
                problem(key.span(), ThemeFault::UnknownFace);
                continue;
            };
            let Some(entry) = value.get_ref().as_str() else {
                problem(value.span(), ThemeFault::NotText);
                continue;
            };
            match style(entry) {
                Ok(style) => self.styles[face as usize] = style,
                Err(word) => problem(value.span(), ThemeFault::Word(word.to_owned())),
            }
        }
        problems
    }
}
