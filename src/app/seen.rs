//! What drawing sees of the state.

use super::App;
use super::aside::Aside;
use super::event::Keeping;
use super::layer::Overlay;
use super::library_search::LibrarySearchState;
use super::node::Node;
use super::notice::Notice;
use super::screen::FurnitureView;
use super::selection::Selection;
use super::shelf::Shelf;
use super::sidebar::{Focus, Sidebar};
use super::text_search::TextSearch;
use crate::i18n::Messages;
use crate::layout::{Panes, Row};
use crate::settings::Settings;
use crate::settings::action::Action;
use crate::settings::keymap::{KeyPress, Keymap};
use crate::settings::theme::Theme;

impl App {
    /// Returns the settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns the keymap.
    pub fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    /// Returns the texts of the interface.
    pub fn messages(&self) -> &Messages {
        self.look.messages()
    }

    /// Returns the theme.
    pub fn theme(&self) -> &Theme {
        self.look.theme()
    }

    /// Returns the third pane.
    pub fn aside(&self) -> &Aside {
        &self.aside
    }

    /// Returns the speeches at hand.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Returns the screen's columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.screen.size()
    }

    /// Returns the parts of the screen; nothing if it is too small.
    pub fn panes(&self) -> Option<Panes> {
        self.screen.panes()
    }

    /// Returns the rows of the text that are on the screen.
    pub fn rows(&self) -> &[Row] {
        self.screen.rows()
    }

    /// Returns the sidebar.
    pub fn sidebar(&self) -> &Sidebar {
        &self.screen.sidebar
    }

    /// Returns the message of a hint where the sidebar has the keys, where it is not that of the action.
    pub fn sidebar_hint(&self, action: Action) -> Option<&'static str> {
        let row = self.screen.sidebar.at_cursor().filter(|_| self.focus() == Focus::Sidebar)?;
        let leads = matches!(row.node, Node::Section(_) | Node::Item(_));
        (action == Action::Accept && leads).then_some("hint-go")
    }

    /// Returns which pane has the keys.
    pub fn focus(&self) -> Focus {
        self.screen.focus()
    }

    /// Returns what lies over the text, the top one last.
    pub fn overlays(&self) -> &[Overlay] {
        self.layers.all()
    }

    /// Returns the passage being selected.
    pub fn selection(&self) -> Option<Selection> {
        self.reading.selection
    }

    /// Returns the search in the speech being read.
    pub fn search(&self) -> &TextSearch {
        &self.reading.search
    }

    /// Returns the number and the keys of a sequence that was begun.
    pub fn pending(&self) -> (Option<u32>, &[KeyPress]) {
        self.keys.pending()
    }

    /// Returns whether keys wait for the next one, which tells what they are: if none comes, the event
    /// for that does.
    pub fn holds_keys(&self) -> bool {
        self.keys.are_held()
    }

    /// Returns the line to show to the reader now.
    pub fn notice(&self) -> Option<&Notice> {
        self.out.shown()
    }

    /// Returns the search of the library.
    pub fn library_search(&self) -> &LibrarySearchState {
        &self.library.search
    }

    /// Returns what is being done for the library.
    pub fn keeping(&self) -> Keeping {
        self.library.keeping
    }

    /// Returns whether the first-run line is to be shown.
    pub fn is_welcoming(&self) -> bool {
        self.screen.is_welcoming()
    }

    /// Returns whether page furniture is shown.
    pub fn shows_furniture(&self) -> bool {
        self.screen.furniture() == FurnitureView::Shown
    }
}
