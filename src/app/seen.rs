//! What drawing sees of the state.

use super::notice::Notice;
use super::{App, Focus, Hunting, Keeping, Overlay, Searching, Selection, Shelf, Sidebar};
use crate::i18n::Messages;
use crate::layout::{Panes, Row};
use crate::settings::Settings;
use crate::settings::keymap::{KeyPress, Keymap};
use crate::settings::theme::Theme;

impl App {
    /// Gives the settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Gives the keymap.
    pub fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    /// Gives the texts of the interface.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Gives the theme.
    pub fn theme(&self) -> &Theme {
        self.themes.theme()
    }

    /// Gives the speeches at hand.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Gives the screen's columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Gives the parts of the screen; nothing if it is too small.
    pub fn panes(&self) -> Option<Panes> {
        self.panes
    }

    /// Gives the rows of the text that are on the screen.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Gives the sidebar.
    pub fn sidebar(&self) -> &Sidebar {
        &self.sidebar
    }

    /// Tells which pane has the keys.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// Gives what lies over the text, the top one last.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// Gives the passage being selected.
    pub fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// Gives the search.
    pub fn searching(&self) -> &Searching {
        &self.searching
    }

    /// Gives the number and the keys of a sequence that was begun.
    pub fn pending(&self) -> (Option<u32>, &[KeyPress]) {
        (self.count, &self.pending)
    }

    /// Tells whether keys wait for the next one, which tells what they are: if none comes, the event
    /// for that does.
    pub fn holds_keys(&self) -> bool {
        self.composed.is_held()
    }

    /// Gives the line to show to the reader now.
    pub fn notice(&self) -> Option<&Notice> {
        self.out.shown()
    }

    /// Gives what was found in the library.
    pub fn hunting(&self) -> &Hunting {
        &self.hunting
    }

    /// Gives what is being done for the library.
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Tells whether the first-run line is to be shown.
    pub fn is_welcoming(&self) -> bool {
        self.welcome
    }

    /// Tells whether page furniture is shown.
    pub fn shows_furniture(&self) -> bool {
        self.furniture
    }
}
