//! The themes that can be chosen, each parsed when it is.

use crate::settings::theme::Theme;

/// A theme that can be chosen.
#[derive(Clone, Debug)]
pub enum ThemeSource {
    /// One that ships with the program.
    Builtin(&'static str),
    /// One of the reader's own: its name and its text.
    User(String, String),
}

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorDepth {
    /// Any colour.
    True,
    /// 256 of them.
    Indexed,
}

/// The themes, the one in use, and the one that shows: another while the reader looks at it.
#[derive(Clone, Debug)]
pub struct Themes {
    all: Vec<ThemeSource>,
    current: usize,
    shown: usize,
    depth: ColorDepth,
    theme: Theme,
}

impl Themes {
    /// Takes the theme called `name`, or the first; `all` holds at least one that ships.
    pub fn new(all: Vec<ThemeSource>, name: &str, depth: ColorDepth) -> Self {
        let current = all.iter().position(|source| source.name() == name).unwrap_or(0);
        let theme = all.get(current).map(|source| source.load(depth));
        let theme = theme.unwrap_or_else(|| ThemeSource::Builtin("dark").load(depth));
        Themes { all, current, shown: current, depth, theme }
    }

    /// Returns all themes.
    pub fn all(&self) -> &[ThemeSource] {
        &self.all
    }

    /// Returns the number of the theme in use.
    pub fn current(&self) -> usize {
        self.current
    }

    /// Returns the theme that shows.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Takes the theme called `name`, if there is one; tells whether it is another.
    pub fn choose(&mut self, name: &str) -> bool {
        match self.all.iter().position(|source| source.name() == name) {
            Some(place) if place != self.current => {
                self.take(place);
                true
            }
            Some(_) | None => false,
        }
    }

    /// Takes a theme by its number.
    pub fn take(&mut self, place: usize) {
        if place < self.all.len() {
            self.current = place;
            self.show(None);
        }
    }

    /// Shows a theme by its number without taking it; the one in use for nothing.
    pub fn show(&mut self, place: Option<usize>) {
        let place = place.unwrap_or(self.current);
        if place == self.shown {
            return;
        }
        if let Some(source) = self.all.get(place) {
            self.shown = place;
            self.theme = source.load(self.depth);
        }
    }
}

impl ThemeSource {
    /// Returns its name.
    pub fn name(&self) -> &str {
        match self {
            ThemeSource::Builtin(name) => name,
            ThemeSource::User(name, _) => name,
        }
    }

    fn load(&self, depth: ColorDepth) -> Theme {
        let theme = match self {
            ThemeSource::Builtin(name) => {
                Theme::builtin(name).unwrap_or_else(|| Theme::parse(name, "").0)
            }
            ThemeSource::User(name, text) => Theme::parse(name, text).0,
        };
        match depth {
            ColorDepth::True => theme,
            ColorDepth::Indexed => theme.indexed(),
        }
    }
}
