//! Reading the settings and themes, entry by entry.

use super::accepts::{Accepts, OptionValue};
use super::nearest::nearest;
use super::options::{OPTIONS, Opt};
use super::problem::{Accepted, Fault, FilePosition, SettingsProblem};
use super::settings::Settings;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::KeymapProblem;
use crate::settings::theme::{Face, Theme, ThemeFault};
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The table that holds a table of keys for each context.
pub(super) const KEYS: &str = "keys";

/// Reads settings from the text of the file at `file`.
///
/// What is wrong keeps its default and is a problem, in the order of the text; the rest holds. Of
/// a text that is no TOML nothing holds.
pub fn read(text: &str, file: &Path) -> (Settings, Vec<SettingsProblem>) {
    let mut reader =
        SettingsReader { text, file, settings: Settings::default(), problems: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => reader.top(table.get_ref()),
        Err(error) => reader.problem("", error.span().unwrap_or_default(), syntax(error.message())),
    }
    reader.problems.sort_by_key(|problem| problem.place.as_ref().map(|place| place.span.start));
    (reader.settings, reader.problems)
}

/// Reads the theme `name` from the text of the file at `file`; see [`Theme::parse`].
pub fn read_theme(name: &str, text: &str, file: &Path) -> (Theme, Vec<SettingsProblem>) {
    let (theme, problems) = Theme::parse(name, text);
    let problems = problems.into_iter().map(|problem| {
        let place = FilePosition::new(text, problem.span);
        let fault = match problem.fault {
            ThemeFault::Syntax(words) => syntax(&words),
            ThemeFault::UnknownFace => {
                let faces = Face::ALL.iter().map(|face| face.name());
                Fault::Face(nearest(&problem.key, faces).map(str::to_owned))
            }
            ThemeFault::UnknownBase(_) => Fault::Base,
            ThemeFault::NotText => Fault::Style(place.found.clone()),
            ThemeFault::Word(word) => Fault::Style(word),
        };
        SettingsProblem { file: Some(file.to_owned()), place: Some(place), key: problem.key, fault }
    });
    (theme, problems.collect())
}

/// Tells from the parser's words what a text that is no TOML suffers from.
pub fn syntax(words: &str) -> Fault {
    if words.starts_with("duplicate key") { Fault::Duplicate } else { Fault::Syntax }
}

struct SettingsReader<'a> {
    text: &'a str,
    file: &'a Path,
    settings: Settings,
    problems: Vec<SettingsProblem>,
}

impl SettingsReader<'_> {
    fn problem(&mut self, key: &str, span: Range<usize>, fault: Fault) {
        let place = Some(FilePosition::new(self.text, span));
        let file = Some(self.file.to_owned());
        self.problems.push(SettingsProblem { file, place, key: key.to_owned(), fault });
    }

    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let section = name == KEYS || OPTIONS.iter().any(|option| option.parts().0 == name);
            match value.get_ref() {
                DeValue::Table(contexts) if name == KEYS => self.keys(contexts),
                DeValue::Table(entries) if section => {
                    for (key, value) in entries {
                        let full = format!("{name}.{}", key.get_ref());
                        self.entry(&full, key.span(), value);
                    }
                }
                _ if section => self.problem(name, value.span(), Fault::NotTable),
                _ => self.entry(name, key.span(), value),
            }
        }
    }

    fn entry(&mut self, key: &str, span: Range<usize>, value: &Spanned<DeValue<'_>>) {
        let Some(option) = OPTIONS.iter().find(|option| option.key == key) else {
            let tables = OPTIONS.iter().map(|option| option.parts().0).chain([KEYS]);
            let known = OPTIONS.iter().map(|option| option.key).chain(tables);
            let near = nearest(key, known.filter(|name| !name.is_empty())).map(str::to_owned);
            return self.problem(key, span, Fault::UnknownOption(near));
        };
        if let (Accepts::NameTable, DeValue::Table(lists)) = (option.accepts, value.get_ref()) {
            return self.lists(option, lists);
        }
        match option.accepts.take(value.get_ref()) {
            Some(value) => (option.set)(&mut self.settings, value),
            None => {
                let whole = value.span();
                let part = option.accepts.blame(value.get_ref()).and_then(|part| {
                    let start = whole.start + self.text.get(whole.clone())?.find(&part)?;
                    let closed = self.text[start + part.len()..].starts_with('}');
                    Some(start..start + part.len() + usize::from(closed))
                });
                let span = part.unwrap_or(whole);
                self.problem(key, span, Fault::Value(Accepted(option.accepts)));
            }
        }
    }

    /// Takes the lists of a table that are right, and tells of the others.
    fn lists(&mut self, option: &Opt, lists: &DeTable<'_>) {
        let mut right = Vec::new();
        for (name, list) in lists {
            match Accepts::Names.take(list.get_ref()) {
                Some(OptionValue::List(names)) => right.push((name.get_ref().to_string(), names)),
                _ => {
                    let key = format!("{}.{}", option.key, name.get_ref());
                    self.problem(&key, list.span(), Fault::Value(Accepted(Accepts::Names)));
                }
            }
        }
        (option.set)(&mut self.settings, OptionValue::Table(right));
    }

    fn keys(&mut self, contexts: &DeTable<'_>) {
        for (name, value) in contexts {
            let key = format!("{KEYS}.{}", name.get_ref());
            let known = Context::ALL.into_iter().find(|known| known.name() == name.get_ref());
            let Some(context) = known else {
                let names = Context::ALL.map(Context::name);
                let near = nearest(name.get_ref(), names).map(|near| format!("{KEYS}.{near}"));
                self.problem(&key, name.span(), Fault::UnknownOption(near));
                continue;
            };
            let DeValue::Table(entries) = value.get_ref() else {
                self.problem(&key, value.span(), Fault::NotTable);
                continue;
            };
            for (keys, action) in entries {
                self.binding(context, keys, action);
            }
        }
    }

    fn binding(
        &mut self,
        context: Context,
        keys: &Spanned<impl AsRef<str>>,
        action: &Spanned<DeValue<'_>>,
    ) {
        let name = action.get_ref().as_str().unwrap_or_default();
        let pressed = keys.get_ref().as_ref();
        let (span, fault) = match self.settings.keymap.patch(context, pressed, name) {
            Ok(()) => return,
            Err(KeymapProblem::Key(part)) => (keys.span(), Fault::Key(part)),
            Err(KeymapProblem::Conflict(other)) => (keys.span(), Fault::Conflict(other)),
            Err(KeymapProblem::Action(name)) => {
                let near = nearest(&name, Action::ALL.iter().map(|action| action.name()));
                (action.span(), Fault::Action(near.map(str::to_owned)))
            }
        };
        self.problem(&format!("{KEYS}.{}.{pressed}", context.name()), span, fault);
    }
}
