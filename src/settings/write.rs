//! Writing settings as the text of a configuration file.

use super::accepts::OptionValue;
use super::options::OPTIONS;
use super::read::KEYS;
use super::settings::Settings;
use crate::settings::action::Context;
use toml_edit::{Array, InlineTable, Value as TomlValue};

/// Writes settings with all their keys, so that reading them gives the same again.
pub fn to_toml(settings: &Settings) -> String {
    let mut out = String::new();
    let mut table = "";
    for option in OPTIONS {
        let (section, name) = option.parts();
        if section != table {
            out.push_str(&format!("\n[{section}]\n"));
            table = section;
        }
        out.push_str(&format!("{name} = {}\n", literal((option.get)(settings))));
    }
    for context in Context::ALL {
        out.push_str(&format!("\n[{KEYS}.{}]\n", context.name()));
        for (keys, action) in settings.keymap.entries(context) {
            out.push_str(&format!("{} = \"{action}\"\n", escaped(&keys)));
        }
    }
    out
}

/// Writes a value as TOML.
pub(super) fn literal(value: OptionValue) -> String {
    match value {
        OptionValue::Switch(on) => on.to_string(),
        OptionValue::Whole(number) => number.to_string(),
        OptionValue::Text(text) if text.contains('\n') => escaped(&text),
        OptionValue::Text(text) => TomlValue::from(text).to_string(),
        OptionValue::List(items) => {
            TomlValue::from(items.into_iter().collect::<Array>()).to_string()
        }
        OptionValue::Table(lists) => {
            let lists = lists
                .into_iter()
                .map(|(name, list)| (name, TomlValue::from(list.into_iter().collect::<Array>())));
            TomlValue::from(lists.collect::<InlineTable>()).to_string()
        }
    }
}

/// Writes a text in quotation marks, on one line.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}
