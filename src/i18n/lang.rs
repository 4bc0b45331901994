//! The languages of the interface.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// Returns the code that settings and the command line use: `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// Finds the language that [`Lang::code`] calls `code`.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Takes the language of a locale, such as `vi_VN.UTF-8` or `en-GB`.
    ///
    /// The default language is Vietnamese: it answers a locale that names no language (empty,
    /// `C`, `POSIX`, `C.UTF-8`), for the speeches are Vietnamese. Every language but Vietnamese
    /// is answered with English.
    pub fn from_locale(locale: &str) -> Lang {
        match locale.split(['_', '-', '.', '@']).next().unwrap_or_default() {
            "" | "C" | "POSIX" => Lang::Vi,
            language if language.eq_ignore_ascii_case("vi") => Lang::Vi,
            _ => Lang::En,
        }
    }
}
