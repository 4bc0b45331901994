//! How a run of words looks: what of it is told, and in which encoding its font is.

use crate::text::Legacy;

/// How a run of words looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::formats::read) struct Look {
    pub weight: FontWeight,
    pub slant: Slant,
    /// The font's own encoding, if it has one.
    pub legacy: Option<Legacy>,
    /// Whether the font draws small letters as capitals.
    pub case: LetterCase,
}

/// Whether words are in bold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::formats::read) enum FontWeight {
    #[default]
    Normal,
    Bold,
}

/// Whether words are in italics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::formats::read) enum Slant {
    #[default]
    Upright,
    Italic,
}

/// Whether all letters are drawn as capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::formats::read) enum LetterCase {
    #[default]
    AsTyped,
    Capitals,
    /// By the font: its capitals stand in the places of the small letters.
    ByFont,
}

impl Look {
    pub fn bold(self) -> Self {
        Look { weight: FontWeight::Bold, ..self }
    }

    pub fn italic(self) -> Self {
        Look { slant: Slant::Italic, ..self }
    }

    /// Takes over what a font's name says.
    pub fn in_font(self, name: &str) -> Self {
        let legacy = Legacy::of_font(name);
        let case = match legacy.is_some() && Legacy::is_capital_font(name) {
            true => LetterCase::ByFont,
            false if self.case == LetterCase::ByFont => LetterCase::AsTyped,
            false => self.case,
        };
        Look { legacy, case, ..self }
    }
}
