//! The table of options, from which reading, writing, the example and the messages follow.

use super::accepts::{AUTO, Accepts, OptionValue};
use super::citation::CitationTemplate;
use super::settings::{Settings, ThemeChoice};
use crate::i18n::Lang;
use crate::search::Mode;
use crate::settings::keymap::InputMethod;
use std::path::PathBuf;

/// An option of the configuration file.
pub(super) struct Opt {
    /// Where it stands: its name, after its table's and a dot if it is in one.
    pub key: &'static str,
    /// What it accepts.
    pub accepts: Accepts,
    /// Returns its value.
    pub get: fn(&Settings) -> OptionValue,
    /// Takes a value that it accepts.
    pub set: fn(&mut Settings, OptionValue),
}

/// An option that is a field of [`Settings`].
macro_rules! field {
    ($key:literal, Switch, $($at:ident).+) => {
        field!($key, Accepts::Switch, Switch, $($at).+)
    };
    ($key:literal, $least:literal..=$most:literal, $($at:ident).+) => {
        field!($key, Accepts::Whole($least, $most), Whole, $($at).+)
    };
    ($key:literal, Theme, $($at:ident).+) => {
        field!($key, Accepts::Theme, Text, $($at).+)
    };
    ($key:literal, $accepts:expr, $value:ident, $($at:ident).+) => {
        Opt {
            key: $key,
            accepts: $accepts,
            get: |settings| OptionValue::$value(settings.$($at).+.clone()),
            set: |settings, value| {
                if let OptionValue::$value(value) = value {
                    settings.$($at).+ = value;
                }
            },
        }
    };
}

/// Every option, in the order of the example; those without a table first.
pub(super) const OPTIONS: &[Opt] = &[
    Opt {
        key: "language",
        accepts: Accepts::Choice(&[AUTO, "vi", "en"]),
        get: |settings| OptionValue::Text(settings.lang.map_or(AUTO, Lang::code).to_owned()),
        set: |settings, value| {
            if let OptionValue::Text(code) = value {
                settings.lang = Lang::from_code(&code);
            }
        },
    },
    Opt {
        key: "theme",
        accepts: Accepts::ThemeOrAuto,
        get: |settings| match &settings.theme {
            ThemeChoice::Auto => OptionValue::Text(AUTO.to_owned()),
            ThemeChoice::Named(name) => OptionValue::Text(name.clone()),
        },
        set: |settings, value| {
            if let OptionValue::Text(name) = value {
                let auto = name == AUTO;
                settings.theme = if auto { ThemeChoice::Auto } else { ThemeChoice::Named(name) };
            }
        },
    },
    field!("theme_dark", Theme, theme_dark),
    field!("theme_light", Theme, theme_light),
    field!("reader.measure", 20..=200, reader.measure),
    field!("reader.center", Switch, reader.center),
    field!("reader.paragraph_gap", 0..=1, reader.paragraph_gap),
    field!("reader.scroll_margin", 0..=20, reader.scroll_margin),
    field!("reader.landing_mark", Switch, reader.landing_mark),
    field!("reader.resume", Switch, reader.resume),
    field!("reader.welcome", Switch, reader.welcome),
    field!("reader.furniture", Switch, reader.furniture),
    field!("reader.plain", Switch, reader.plain),
    field!("reading.words_per_minute", 60..=1000, reading.words_per_minute),
    field!("reading.speaking", 40..=400, reading.speaking),
    field!("sidebar.visible", Switch, sidebar.visible),
    field!("sidebar.width", 16..=80, sidebar.width),
    field!("sidebar.min_columns", 40..=300, sidebar.min_columns),
    Opt {
        key: "library.folders",
        accepts: Accepts::Folders,
        get: |settings| {
            let folders = settings.library.folders.iter();
            OptionValue::List(folders.map(|folder| folder.to_string_lossy().into_owned()).collect())
        },
        set: |settings, value| {
            if let OptionValue::List(folders) = value {
                settings.library.folders = folders.into_iter().map(PathBuf::from).collect();
            }
        },
    },
    field!("library.shipped", Switch, library.shipped),
    Opt {
        key: "copy.citation",
        accepts: Accepts::Citation,
        get: |settings| OptionValue::Text(settings.citation.to_string()),
        set: |settings, value| {
            if let OptionValue::Text(text) = value
                && let Ok(template) = CitationTemplate::parse(&text)
            {
                settings.citation = template;
            }
        },
    },
    field!("offices.mine", Accepts::Names, List, offices.mine),
    field!("offices.alias", Accepts::NameTable, Table, offices.alias),
    field!("offices.groups", Accepts::NameTable, Table, offices.groups),
    field!("search.wrap", Switch, search.wrap),
    Opt {
        key: "search.mode",
        accepts: Accepts::Choice(&["smart", "exact", "loose"]),
        get: |settings| OptionValue::Text(settings.search.mode.name().to_owned()),
        set: |settings, value| {
            if let OptionValue::Text(name) = value
                && let Some(mode) = Mode::from_name(&name)
            {
                settings.search.mode = mode;
            }
        },
    },
    field!("terminal.mouse", Switch, terminal.mouse),
    field!("terminal.osc52", Switch, terminal.osc52),
    field!("terminal.ask_background", Switch, terminal.ask_background),
    field!("terminal.synchronized", Switch, terminal.synchronized),
    Opt {
        key: "terminal.input_method",
        accepts: Accepts::Choice(&["auto", "telex", "vni"]),
        get: |settings| OptionValue::Text(settings.terminal.input_method.name().to_owned()),
        set: |settings, value| {
            if let OptionValue::Text(name) = value
                && let Some(method) = InputMethod::from_name(&name)
            {
                settings.terminal.input_method = method;
            }
        },
    },
];

impl Opt {
    /// Returns the table it stands in, empty for none, and its name there.
    pub fn parts(&self) -> (&'static str, &'static str) {
        self.key.split_once('.').unwrap_or(("", self.key))
    }

    /// Returns the id of the message that says what it is for.
    #[cfg(test)]
    pub fn message(&self) -> String {
        format!("option-{}", self.key.replace(['.', '_'], "-"))
    }
}
