//! What is done to the panes: moving in them, folding, widening, colours and language.

use crate::app::App;
use crate::app::layer::Overlay;
use crate::app::node::{Fold, Node, SidebarRow};
use crate::app::screen::{FurnitureView, NotesView, SidebarView};
use crate::app::sidebar::Focus;
use crate::layout::{TextColumns, usual_sidebar};
use crate::settings::action::Action;

/// How many cells the sidebar becomes wider or narrower at a time.
const SIDEBAR_STEP: i16 = 4;

impl App {
    /// Returns the rows of what the movement keys move in.
    pub(super) fn page(&self) -> isize {
        match self.layers.top() {
            Some(_) => self.screen.popup_page(),
            None => self.screen.page(),
        }
    }

    /// Moves by rows in what has the keys.
    pub(super) fn step(&mut self, rows: isize) {
        if let Some(overlay) = self.layers.top_mut() {
            match overlay {
                Overlay::Prompt(_) => self.step_in_prompt(rows),
                Overlay::Hunt(_) => self.step_in_found(rows),
                overlay => overlay.layer_mut().step(rows),
            }
        } else if self.reading.selection.is_some() {
            self.extend_selection(rows);
        } else if self.screen.focus() == Focus::Sidebar {
            self.screen.sidebar.step(rows);
        } else if self.screen.focus() == Focus::Aside {
            self.step_aside(rows);
        } else {
            let moved = self.shelf.document_mut().is_some_and(|open| open.go_by(rows));
            if !moved && rows > 0 {
                self.say_still_reading();
            }
        }
    }

    /// Turns over so many rows of what has the keys.
    pub(super) fn turn(&mut self, rows: isize) {
        let in_text = self.layers.are_closed()
            && self.reading.selection.is_none()
            && self.screen.focus() == Focus::Text;
        if !in_text {
            return self.step(rows);
        }
        let margin = usize::from(self.settings.reader.scroll_margin);
        let moved = self.shelf.document_mut().is_some_and(|open| open.turn(rows, margin));
        if !moved && rows > 0 {
            self.say_still_reading();
        }
    }

    /// Says at the end of what is there that more is to come.
    fn say_still_reading(&mut self) {
        if self.shelf.document().is_some_and(|open| !open.is_whole()) {
            self.out.say("still-reading");
        }
    }

    /// Scrolls the screen; in a list or a selection goes by rows.
    pub(super) fn scroll(&mut self, rows: isize) {
        match self.shelf.document_mut() {
            Some(open) if self.layers.are_closed() && self.reading.selection.is_none() => {
                open.scroll(rows);
            }
            _ => self.step(rows),
        }
    }

    /// Puts the line where the reader is in the middle of the screen.
    pub(super) fn centre(&mut self) {
        if let Some(open) = self.shelf.document_mut() {
            open.centre();
        }
    }

    pub(in crate::app) fn wheel(&mut self, rows: isize) {
        if let Some(overlay) = self.layers.top_mut() {
            overlay.layer_mut().wheel(rows);
        } else if let Some(open) = self.shelf.document_mut() {
            open.scroll(rows);
        }
    }

    pub(in crate::app) fn click(&mut self, x: u16, y: u16) {
        self.screen.grip(x);
        let Some(area) = self.screen.panes().and_then(|panes| panes.sidebar) else { return };
        if !self.layers.are_closed() || !area.contains(x, y) {
            return;
        }
        let sidebar = &mut self.screen.sidebar;
        let row = sidebar.scroll() + usize::from(y - area.y);
        if row < sidebar.rows().len() {
            sidebar.point_to(row);
            self.accept_sidebar();
        }
    }

    pub(super) fn toggle_furniture(&mut self) {
        let hidden = self.shelf.document().map_or(0, |open| {
            open.speech.blocks.iter().filter(|block| block.kind.is_hidden()).count()
        });
        if hidden == 0 {
            self.out.say("furniture-none");
            return;
        }
        let (furniture, id) = match self.screen.furniture() {
            FurnitureView::Hidden => (FurnitureView::Shown, "furniture-shown"),
            FurnitureView::Shown => (FurnitureView::Hidden, "furniture-hidden"),
        };
        self.screen.set_furniture(furniture);
        self.out.tell(id, [("lines", hidden.into())]);
    }

    /// Does what an action means where the sidebar has the keys.
    pub(super) fn perform_in_sidebar(&mut self, action: Action) -> bool {
        if self.screen.focus() != Focus::Sidebar {
            return false;
        }
        match action {
            Action::Accept => self.accept_sidebar(),
            Action::Cancel if self.reading.selection.is_none() => self.screen.focus_text(),
            Action::Delete => {
                if let Some(SidebarRow { node: Node::Saved(index), .. }) =
                    self.screen.sidebar.at_cursor()
                {
                    self.remove_saved(index);
                }
            }
            Action::Undo => return self.restore_saved(),
            Action::Widen => self.widen_sidebar_by(SIDEBAR_STEP),
            Action::Narrow => self.widen_sidebar_by(-SIDEBAR_STEP),
            _ => return false,
        }
        true
    }

    /// Opens the branch at the cursor of the sidebar; in an open one it goes on.
    pub(super) fn unfold(&mut self) {
        let Some(row) = self.screen.sidebar.at_cursor() else { return };
        if self.open_other(row) {
            return;
        }
        match row.fold {
            Fold::Open => self.screen.sidebar.step(1),
            Fold::Leaf => {}
            Fold::Closed => self.set_fold(row.node, Fold::Open),
        }
    }

    /// Closes the branch at the cursor of the sidebar; from a leaf or a closed one it goes to the branch
    /// that it is in.
    pub(super) fn fold(&mut self) {
        let Some(row) = self.screen.sidebar.at_cursor() else { return };
        match row.fold {
            Fold::Closed if self.is_other(row) => {}
            Fold::Leaf | Fold::Closed => self.screen.sidebar.point_to_parent(),
            Fold::Open => self.set_fold(row.node, Fold::Closed),
        }
    }

    /// Opens or closes the branch at the cursor of the sidebar.
    pub(super) fn toggle_fold(&mut self) {
        let Some(row) = self.screen.sidebar.at_cursor() else { return };
        if self.open_other(row) {
            return;
        }
        match row.fold {
            Fold::Leaf => {}
            Fold::Open => self.set_fold(row.node, Fold::Closed),
            Fold::Closed => self.set_fold(row.node, Fold::Open),
        }
    }

    fn set_fold(&mut self, node: Node, to: Fold) {
        if let Some(document) = self.shelf.document_mut() {
            document.folds.insert(node, to);
        }
    }

    /// Returns whether a row is of a speech that is not being read.
    fn is_other(&self, row: SidebarRow) -> bool {
        matches!(row.node, Node::Speech(entry) if entry != self.shelf.current())
    }

    /// Opens the speech of a row, if it is not being read; returns whether it is not.
    fn open_other(&mut self, row: SidebarRow) -> bool {
        match row.node {
            Node::Speech(entry) if self.is_other(row) => {
                self.open_speech(entry);
                true
            }
            _ => false,
        }
    }

    /// Goes to what the cursor of the sidebar is on.
    fn accept_sidebar(&mut self) {
        let Some(row) = self.screen.sidebar.at_cursor() else { return };
        let place = self.shelf.document().and_then(|open| {
            let outline = &open.speech.outline;
            match row.node {
                Node::Section(section) => Some(outline.sections.get(section)?.range.start),
                Node::Item(item) => Some(outline.items.get(item)?.range.start),
                Node::Speech(_) | Node::Saved(_) => None,
            }
        });
        match row.node {
            Node::Speech(entry) if entry != self.shelf.current() => {
                self.screen.focus_text();
                self.open_speech(entry);
            }
            Node::Speech(_) => self.toggle_fold(),
            Node::Saved(index) => self.open_saved(index),
            Node::Section(_) | Node::Item(_) => {
                if let Some(pos) = place {
                    self.screen.focus_text();
                    self.jump(pos);
                }
            }
        }
    }

    fn widen_sidebar_by(&mut self, cells: i16) {
        if let Some(columns) = self.screen.widen_sidebar(cells) {
            let usual = usual_sidebar(columns, self.screen.size().0);
            let choice = ("sidebar.width", usual.to_string());
            self.choose(choice, "sidebar-width-set", vec![("columns", columns.into())]);
        }
    }

    pub(super) fn toggle_notes(&mut self) {
        let has_room = self.screen.panes().is_some_and(|panes| panes.notes.is_some());
        let id = match self.screen.toggle_notes() {
            NotesView::Always if has_room => "notes-beside",
            NotesView::Always => "notes-always",
            NotesView::Beside => "notes-beside",
        };
        self.out.say(id);
    }

    pub(super) fn toggle_columns(&mut self) {
        self.out.say(match self.screen.toggle_columns() {
            TextColumns::One => "columns-one",
            TextColumns::Two => "columns-two",
        });
    }

    pub(super) fn widen_by(&mut self, cells: i16) {
        let columns = self.screen.widen(cells);
        let choice = ("reader.measure", columns.to_string());
        self.choose(choice, "measure-set", vec![("columns", columns.into())]);
    }

    /// Shows or hides the sidebar; where there is no room for both panes it takes the screen for once.
    pub(super) fn toggle_sidebar(&mut self) {
        if let Some(now) = self.screen.toggle_sidebar(&self.settings) {
            let (value, id) = match now {
                SidebarView::Shown => ("true", "sidebar-shown"),
                SidebarView::Hidden => ("false", "sidebar-hidden"),
            };
            self.choose(("sidebar.visible", value.to_owned()), id, Vec::new());
        }
    }

    /// Speaks the other language, in open lists and helps too.
    pub(super) fn switch_language(&mut self) {
        self.look.switch_language();
        self.translate_layers();
        let choice = ("language", format!("\"{}\"", self.look.messages().lang().code()));
        self.choose(choice, "language-set", Vec::new());
    }
}
