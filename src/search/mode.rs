//! How strictly marks and capitals are taken.

/// How strictly marks and capitals are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As they were typed, and where none were typed there must be none.
    Exact,
    /// Free in a syllable typed without any; a syllable typed with a mark must match whole, and a
    /// capital must be a capital.
    #[default]
    Smart,
    /// They do not count, nor does i or y where both are in use.
    Loose,
}

impl Mode {
    /// Every mode, the strictest first.
    pub const ALL: [Mode; 3] = [Mode::Exact, Mode::Smart, Mode::Loose];

    /// Returns the name that the configuration uses, and that messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Exact => "exact",
            Mode::Smart => "smart",
            Mode::Loose => "loose",
        }
    }

    /// Finds the mode that [`Mode::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Mode::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Returns the mode that a key switches to: smart, loose, exact, smart.
    pub fn next(self) -> Self {
        match self {
            Mode::Smart => Mode::Loose,
            Mode::Loose => Mode::Exact,
            Mode::Exact => Mode::Smart,
        }
    }
}
