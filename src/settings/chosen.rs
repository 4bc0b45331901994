//! What was chosen in the reader, laid over what the configuration says.
//!
//! A choice holds as long as the configuration says what it said when the choice was made: whichever was set last wins, and
//! no clock is asked.

use super::options::{OPTIONS, Opt};
use super::settings::Settings;
use super::write::literal;
use toml::de::DeTable;

/// A value that was chosen in the reader, with its option and what the configuration said then; values as TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    /// The option.
    pub option: &'a str,
    /// The value.
    pub value: &'a str,
    /// What the configuration said.
    pub over: &'a str,
}

/// Where the value of an option comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueSource {
    /// Nobody set it.
    Default,
    /// The configuration file.
    Configuration,
    /// It was chosen in the reader.
    Reader,
    /// The command line.
    CommandLine,
}

impl Chosen<'_> {
    /// Returns whether it holds: the configuration says what it said then.
    pub fn holds(&self, configured: &Settings) -> bool {
        value_of(configured, self.option).as_deref() == Some(self.over)
    }
}

/// Returns the settings with the choices that hold laid over them.
pub fn with_chosen<'a>(
    configured: &Settings,
    chosen: impl IntoIterator<Item = Chosen<'a>>,
) -> Settings {
    let mut settings = configured.clone();
    for choice in chosen.into_iter().filter(|choice| choice.holds(configured)) {
        let written = format!("value = {}", choice.value);
        let (Some(option), Ok(table)) = (option(choice.option), DeTable::parse(&written)) else {
            continue;
        };
        let value = table.get_ref().get("value");
        // What is no value of the option, as an older or newer program may have it, is none.
        if let Some(value) = value.and_then(|value| option.accepts.take(value.get_ref())) {
            (option.set)(&mut settings, value);
        }
    }
    settings
}

/// Returns the value of an option as TOML; nothing if there is no such option.
pub fn value_of(settings: &Settings, key: &str) -> Option<String> {
    option(key).map(|option| literal((option.get)(settings)))
}

/// Returns the options that the text of a configuration file sets.
pub fn options_in(text: &str) -> Vec<&'static str> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let is_set = |option: &&Opt| {
        let (section, name) = option.parts();
        match section {
            "" => table.get_ref().get(name).is_some(),
            section => {
                let section = table.get_ref().get(section);
                let entries = section.and_then(|section| section.get_ref().as_table());
                entries.is_some_and(|entries| entries.get(name).is_some())
            }
        }
    };
    OPTIONS.iter().filter(is_set).map(|option| option.key).collect()
}

fn option(key: &str) -> Option<&'static Opt> {
    OPTIONS.iter().find(|option| option.key == key)
}
