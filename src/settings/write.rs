//! Writing settings as the text of a configuration file.

use super::accepts::OptionValue;
use super::options::OPTIONS;
use super::read::KEYS;
use super::settings::Settings;
use crate::settings::action::Context;
use toml_edit::{Array, InlineTable, Value as TomlValue};

/// Writes settings with all their keys, so that reading them gives the same again.
pub fn to_toml(settings: &Settings) -> String {
    to_toml_remarked(settings, |_| String::new())
}

/// Writes the same with a remark behind each option, by its key; none where the remark is empty.
pub fn to_toml_remarked(settings: &Settings, remark: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut table = "";
    for option in OPTIONS {
        let (section, name) = option.parts();
        if section != table {
            out.push_str(&format!("\n[{section}]\n"));
            table = section;
        }
        out.push_str(&format!("{name} = {}", literal((option.get)(settings))));
        let remark = remark(option.key);
        if !remark.is_empty() {
            out.push_str(&format!("  # {remark}"));
        }
        out.push('\n');
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
