//! The screen: its size and panes, which of them has the keys, and what of the speech shows.

use super::document::{NoteRows, OpenSpeech};
use super::shelf::Shelf;
use super::sidebar::{Focus, Sidebar};
use crate::layout::{
    AsidePane, LayoutKey, Margin, PaneOptions, Panes, Row, SidebarWidth, TextColumns, panes,
};
use crate::settings::Settings;

/// The narrowest and the widest text that can be chosen, in cells.
const MEASURE: (u16, u16) = (30, 200);

/// The narrowest and the widest sidebar that can be chosen, in cells.
const SIDEBAR: (u16, u16) = (16, 120);

/// Whether page furniture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureView {
    /// A line stands for it.
    Hidden,
    /// It shows as the rest does.
    Shown,
}

/// Whether the mouse holds the line beside the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grip {
    /// It holds nothing.
    Free,
    /// It moves the line.
    Line,
}

/// Where notes show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotesView {
    /// Beside their passages, where there is room.
    Beside,
    /// Below their passages where there is no room beside them.
    Always,
}

/// Whether the sidebar shows where there is room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SidebarView {
    Shown,
    Hidden,
}

/// The screen and what is on it below the layers.
pub(super) struct ScreenState {
    size: (u16, u16),
    panes: Option<Panes>,
    rows: Vec<Row>,
    pub(super) sidebar: Sidebar,
    has_sidebar: bool,
    focus: Focus,
    /// The sidebar's width, once the reader chose one.
    sidebar_width: Option<u16>,
    grip: Grip,
    measure: u16,
    furniture: FurnitureView,
    notes: NotesView,
    columns: TextColumns,
    is_welcoming: bool,
}

impl ScreenState {
    /// Makes a screen of so many columns and rows, as the settings have it.
    pub(super) fn new(settings: &Settings, size: (u16, u16)) -> Self {
        ScreenState {
            size,
            panes: None,
            rows: Vec::new(),
            sidebar: Sidebar::default(),
            has_sidebar: settings.sidebar.visible,
            focus: Focus::Text,
            sidebar_width: None,
            grip: Grip::Free,
            measure: settings.reader.measure,
            furniture: match settings.reader.furniture {
                true => FurnitureView::Shown,
                false => FurnitureView::Hidden,
            },
            notes: NotesView::Beside,
            columns: TextColumns::One,
            is_welcoming: false,
        }
    }

    /// Takes other settings.
    pub(super) fn take_settings(&mut self, settings: &Settings) {
        self.measure = settings.reader.measure;
        self.has_sidebar = settings.sidebar.visible;
        self.sidebar_width = None;
    }

    /// Returns the columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Takes another size.
    pub(super) fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// Returns the parts of the screen; nothing if it is too small.
    pub(super) fn panes(&self) -> Option<Panes> {
        self.panes
    }

    /// Returns the rows of the text that are on the screen.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns which pane has the keys.
    pub(super) fn focus(&self) -> Focus {
        self.focus
    }

    /// Gives the keys to the text.
    pub(super) fn focus_text(&mut self) {
        self.focus = Focus::Text;
    }

    /// Gives the keys to the other pane.
    pub(super) fn switch_pane(&mut self) {
        self.focus = match self.focus {
            Focus::Text => Focus::Sidebar,
            Focus::Sidebar if self.panes.is_some_and(|panes| panes.aside.is_some()) => Focus::Aside,
            Focus::Sidebar | Focus::Aside => Focus::Text,
        };
    }

    /// Shows or hides the sidebar. Where there is no room for both panes it takes the screen until
    /// something is chosen. Returns what holds from now on, if that is another.
    pub(super) fn toggle_sidebar(&mut self, settings: &Settings) -> Option<SidebarView> {
        if self.size.0 < settings.sidebar.min_columns {
            self.switch_pane();
            return None;
        }
        self.has_sidebar = !self.has_sidebar;
        Some(match self.has_sidebar {
            true => SidebarView::Shown,
            false => {
                self.focus = Focus::Text;
                SidebarView::Hidden
            }
        })
    }

    /// Shows notes below their passages where there is no room beside them, or no more; returns how they show.
    pub(super) fn toggle_notes(&mut self) -> NotesView {
        self.notes = match self.notes {
            NotesView::Beside => NotesView::Always,
            NotesView::Always => NotesView::Beside,
        };
        self.notes
    }

    /// Puts the text in two columns, or in one; returns in how many.
    pub(super) fn toggle_columns(&mut self) -> TextColumns {
        self.columns = match self.columns {
            TextColumns::One => TextColumns::Two,
            TextColumns::Two => TextColumns::One,
        };
        self.columns
    }

    /// Returns whether page furniture shows.
    pub(super) fn furniture(&self) -> FurnitureView {
        self.furniture
    }

    /// Shows or hides page furniture.
    pub(super) fn set_furniture(&mut self, furniture: FurnitureView) {
        self.furniture = furniture;
    }

    /// Makes the text wider or narrower by so many cells, from what it is now, and returns its width.
    pub(super) fn widen(&mut self, by: i16) -> u16 {
        let shown = self.panes.map_or(0, |panes| panes.text.width);
        let now = if shown == 0 { self.measure } else { self.measure.min(shown) };
        self.measure = now.saturating_add_signed(by).clamp(MEASURE.0, MEASURE.1);
        self.measure
    }

    /// Makes the sidebar wider or narrower by so many cells, and returns its width, if it shows beside the text.
    pub(super) fn widen_sidebar(&mut self, by: i16) -> Option<u16> {
        let now = self.panes.filter(|panes| panes.pane.width > 0)?.sidebar?.width;
        Some(self.set_sidebar(now.saturating_add_signed(by)))
    }

    /// Gives the sidebar a width, as far as the screen has room, and returns it.
    fn set_sidebar(&mut self, cells: u16) -> u16 {
        let cells = cells.clamp(SIDEBAR.0, SIDEBAR.1);
        self.sidebar_width = Some(cells);
        cells
    }

    /// Takes hold of the line beside the sidebar, if it stands at this column.
    pub(super) fn grip(&mut self, x: u16) {
        let line = self.panes.filter(|panes| panes.pane.width > 0).and_then(|panes| panes.sidebar);
        self.grip = match line.is_some_and(|area| area.x + area.width == x) {
            true => Grip::Line,
            false => Grip::Free,
        };
    }

    /// Takes the line beside the sidebar to a column, where the mouse holds it.
    pub(super) fn drag(&mut self, x: u16) {
        if self.grip == Grip::Line {
            self.set_sidebar(x);
        }
    }

    /// Returns the rows of the reading pane, which the movement keys move in.
    pub(super) fn page(&self) -> isize {
        (self.panes.map_or(1, |panes| panes.rows().max(panes.status.y)) as isize).max(1)
    }

    /// Returns the rows of a popup.
    pub(super) fn popup_page(&self) -> isize {
        (self.size.1.saturating_sub(6) as isize).max(1)
    }

    /// Shows the first-run line.
    pub(super) fn welcome(&mut self) {
        self.is_welcoming = true;
    }

    /// Returns whether the first-run line is to be shown.
    pub(super) fn is_welcoming(&self) -> bool {
        self.is_welcoming
    }

    /// Removes the first-run line; returns whether it was there.
    pub(super) fn end_welcome(&mut self) -> bool {
        std::mem::take(&mut self.is_welcoming)
    }

    /// Returns what the rows of a text of so many cells depend on.
    pub(super) fn key(&self, width: u16, settings: &Settings) -> LayoutKey {
        LayoutKey {
            width,
            furniture: self.furniture == FurnitureView::Shown,
            gaps: settings.reader.paragraph_gap > 0,
        }
    }

    /// Lays the speech being read out anew, as the size and the settings want it.
    pub(super) fn settle(&mut self, shelf: &mut Shelf, settings: &Settings, aside: AsidePane) {
        let sidebar_in_use = self.focus == Focus::Sidebar;
        let wanted = self.has_sidebar || sidebar_in_use;
        let wish = PaneOptions {
            sidebar: wanted.then_some(match self.sidebar_width {
                Some(cells) => SidebarWidth::Chosen(cells),
                None => SidebarWidth::Usual(settings.sidebar.width),
            }),
            min_columns: settings.sidebar.min_columns,
            sidebar_in_use,
            measure: self.measure,
            centred: settings.reader.center,
            margin: match shelf.document().is_some_and(OpenSpeech::has_notes) {
                true => Margin::Notes,
                false => Margin::Blank,
            },
            columns: self.columns,
            aside,
        };
        self.panes = panes(self.size.0, self.size.1, wish);
        let Some(panes) = self.panes else { return };
        if self.focus == Focus::Aside && panes.aside.is_none() {
            self.focus = Focus::Text;
        }
        // Under a sidebar that takes the whole screen the text keeps its shape.
        let text = panes.text;
        self.rows = match shelf.document_mut() {
            Some(open) => {
                if text.width > 0 {
                    open.fit(self.key(text.width, settings), panes.rows());
                    open.show_notes(match (self.notes, panes.notes) {
                        (NotesView::Always, None) => NoteRows::Below,
                        (NotesView::Always | NotesView::Beside, _) => NoteRows::None,
                    });
                }
                open.rows()
            }
            None => Vec::new(),
        };
        let height = panes.sidebar.map_or(0, |area| usize::from(area.height));
        self.sidebar.settle(shelf, height, self.focus);
    }
}
