//! The settings: from the text of `config.toml` to [`Settings`], and what is wrong in it.
//!
//! One table of options says for each its key, what it accepts and what it is for; reading,
//! writing, the example and every message follow from it. A wrong entry never costs more than
//! itself: its default holds and a [`SettingsProblem`] says where and what is accepted. The module does
//! not know where the file is, and opens no theme or folder that it names. What a user may set also has
//! rooms here: the commands ([`action`]), their keys ([`keymap`]) and the colours ([`theme`]).

mod accepts;
pub mod action;
mod chosen;
mod citation;
pub mod keymap;
mod mine;
mod nearest;
mod options;
mod picture;
mod problem;
mod read;
mod rule;
#[expect(clippy::module_inception, reason = "the noun that the room is named after")]
mod settings;
pub mod theme;
mod write;

pub use chosen::{Chosen, ValueSource, options_in, value_of, with_chosen};
pub use citation::{CitationField, CitationTemplate};
pub use mine::add_mine;
pub use nearest::nearest;
pub use picture::{PictureMode, picture};
pub use problem::{Accepted, Fault, FilePosition, FileSpan, SettingsProblem};
pub use read::{read, read_theme, syntax};
pub use rule::RuleTrouble;
pub use settings::{
    LibrarySettings, ReaderSettings, ReadingSettings, SearchSettings, Settings, SidebarSettings,
    TerminalSettings, ThemeChoice,
};
pub use write::{to_toml, to_toml_remarked};

#[cfg(test)]
mod tests;

/// Returns the text that `config example` prints: every option with its default, commented out.
pub fn example() -> &'static str {
    include_str!("../../config.example.toml")
}
