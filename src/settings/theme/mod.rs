//! Themes: from the part that a piece of text plays on the screen to a style.
//!
//! A theme is a TOML file with one entry for a [`Face`]; four are built in. The layer knows
//! nothing of widgets, of the terminal and of where a user keeps themes of their own.

mod colours;
mod entry;
mod face;
mod parse;

pub use face::Face;
pub use parse::{ThemeFault, ThemeProblem};

use ratatui::style::Style;

#[cfg(test)]
mod tests;

/// A style for every face.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The name that the settings use.
    pub name: String,
    styles: [Style; Face::ALL.len()],
}

/// What a terminal's background is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
}

const BUILTIN: [(&str, &str); 4] = [
    ("dark", include_str!("../../../data/themes/dark.toml")),
    ("light", include_str!("../../../data/themes/light.toml")),
    ("high-contrast", include_str!("../../../data/themes/high-contrast.toml")),
    ("none", include_str!("../../../data/themes/none.toml")),
];

impl Theme {
    /// Returns the names of the built-in themes.
    pub fn builtin_names() -> &'static [&'static str] {
        &["dark", "light", "high-contrast", "none"]
    }

    /// Makes the built-in theme of that name.
    pub fn builtin(name: &str) -> Option<Theme> {
        let (name, text) = BUILTIN.iter().find(|(known, _)| *known == name)?;
        Some(Theme::whole(name, text))
    }

    /// Reads a theme.
    ///
    /// Faces that the text does not name, and those whose entry is wrong, look as in the built-in
    /// theme that `inherits` names, or in `dark`. Every wrong entry is a problem.
    pub fn parse(name: &str, text: &str) -> (Theme, Vec<ThemeProblem>) {
        parse::parse(name, text)
    }

    /// Returns the style of a face.
    pub fn style(&self, face: Face) -> Style {
        self.styles[face as usize]
    }

    /// Returns the theme for a terminal that knows 256 colours: each colour given by its parts
    /// becomes the nearest of those that do not depend on the terminal's own palette.
    pub fn indexed(mut self) -> Theme {
        for style in &mut self.styles {
            style.fg = style.fg.map(colours::nearest_index);
            style.bg = style.bg.map(colours::nearest_index);
        }
        self
    }

    fn plain(name: &str) -> Theme {
        Theme { name: name.to_owned(), styles: [Style::new(); Face::ALL.len()] }
    }
}
