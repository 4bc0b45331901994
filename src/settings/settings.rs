//! The settings as values.

use super::citation::CitationTemplate;
use crate::i18n::Lang;
use crate::register::OfficeSettings;
use crate::search::Mode;
use crate::settings::keymap::{InputMethod, Keymap};
use crate::settings::theme::Shade;
use std::path::PathBuf;

/// Everything that a user can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language of the interface; nothing to follow the locale.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: ThemeChoice,
    /// The theme that [`ThemeChoice::Auto`] takes on a dark background.
    pub theme_dark: String,
    /// The theme that [`ThemeChoice::Auto`] takes on a light background.
    pub theme_light: String,
    /// The reading pane.
    pub reader: ReaderSettings,
    /// How fast one reads and speaks.
    pub reading: ReadingSettings,
    /// The sidebar.
    pub sidebar: SidebarSettings,
    /// The speeches at hand.
    pub library: LibrarySettings,
    /// What copying puts on the clipboard.
    pub citation: CitationTemplate,
    /// Which offices are the user's, and their other names.
    pub offices: OfficeSettings,
    /// Searching in a speech.
    pub search: SearchSettings,
    /// What may be asked of the terminal.
    pub terminal: TerminalSettings,
    /// The keys.
    pub keymap: Keymap,
}

/// How a theme is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// By the terminal's background.
    Auto,
    /// By name: a built-in theme or a file of the `themes` folder.
    Named(String),
}

/// The reading pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderSettings {
    /// How wide the text may be, in cells; 20 to 200.
    pub measure: u16,
    /// Whether the text stands in the middle of a wider pane.
    pub center: bool,
    /// Empty lines between paragraphs; 0 or 1.
    pub paragraph_gap: u16,
    /// Lines that stay in sight above the place of a jump; 0 to 20.
    pub scroll_margin: u16,
    /// Whether the line that a jump leads to is marked.
    pub landing_mark: bool,
    /// Whether a speech opens where it was left.
    pub resume: bool,
    /// Whether the first start explains itself in a line.
    pub welcome: bool,
    /// Whether page furniture is shown from the start.
    pub furniture: bool,
    /// Whether speeches are read line by line, for screen readers, in place of the screen.
    pub plain: bool,
}

/// How fast one reads and speaks, in words a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingSettings {
    /// Read silently; 60 to 1000.
    pub words_per_minute: u16,
    /// Spoken before an audience; 40 to 400.
    pub speaking: u16,
}

/// The sidebar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SidebarSettings {
    /// Whether it is shown from the start.
    pub visible: bool,
    /// Its width in cells; 16 to 80.
    pub width: u16,
    /// It gives way on a screen of fewer columns; 40 to 300.
    pub min_columns: u16,
}

/// The speeches at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibrarySettings {
    /// Folders of speeches, as written: `~/` and paths relative to the configuration file are not
    /// resolved here.
    pub folders: Vec<PathBuf>,
    /// Whether the speeches that come with the program belong to it.
    pub shipped: bool,
}

/// Searching in a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchSettings {
    /// Whether the first hit follows the last.
    pub wrap: bool,
    /// How strictly marks and capitals are taken.
    pub mode: Mode,
}

/// What may be asked of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalSettings {
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// Whether it copies through the terminal (OSC 52).
    pub osc52: bool,
    /// Whether it asks for the background's colour (OSC 11) to choose a theme.
    pub ask_background: bool,
    /// Whether it marks frames as synchronized updates.
    pub synchronized: bool,
    /// Which input method its Backspaces and marked letters are taken to be of.
    pub input_method: InputMethod,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            lang: None,
            theme: ThemeChoice::Auto,
            theme_dark: "dark".to_owned(),
            theme_light: "light".to_owned(),
            reader: ReaderSettings {
                measure: 80,
                center: true,
                paragraph_gap: 1,
                scroll_margin: 1,
                landing_mark: true,
                resume: true,
                welcome: true,
                furniture: false,
                plain: false,
            },
            reading: ReadingSettings { words_per_minute: 250, speaking: 150 },
            sidebar: SidebarSettings { visible: true, width: 35, min_columns: 72 },
            library: LibrarySettings { folders: Vec::new(), shipped: true },
            citation: CitationTemplate::default(),
            offices: OfficeSettings::default(),
            search: SearchSettings { wrap: true, mode: Mode::Smart },
            terminal: TerminalSettings {
                mouse: false,
                osc52: true,
                ask_background: true,
                synchronized: true,
                input_method: InputMethod::Auto,
            },
            keymap: Keymap::default_map(),
        }
    }
}

impl Settings {
    /// Returns the name of the theme to take on a background; the dark one where it is unknown.
    pub fn theme_name(&self, background: Option<Shade>) -> &str {
        match (&self.theme, background) {
            (ThemeChoice::Named(name), _) => name,
            (ThemeChoice::Auto, Some(Shade::Light)) => &self.theme_light,
            (ThemeChoice::Auto, Some(Shade::Dark) | None) => &self.theme_dark,
        }
    }
}
