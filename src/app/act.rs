//! What each action does.

use super::correcting::RoleOf;
use super::event::Effect;
use super::overlay::Overlay;
use super::sidebar::{Fold, Node, SidebarRow};
use super::{App, Focus, Unit};
use crate::i18n::{Lang, Messages};
use crate::settings::action::Action;
use crate::speech::Change;
use crate::text::{TextPos, TextRange};

/// The narrowest and the widest text that can be chosen, and the step, in cells.
const MEASURE: (u16, u16, u16) = (30, 200, 4);

impl App {
    /// Does what an action is for, here and now.
    pub(super) fn perform(&mut self, action: Action, count: Option<u32>) {
        let times = count.unwrap_or(1) as isize;
        match action {
            Action::LineDown => self.step(times),
            Action::LineUp => self.step(-times),
            Action::HalfPageDown => self.step(times * (self.page() / 2).max(1)),
            Action::HalfPageUp => self.step(-times * (self.page() / 2).max(1)),
            Action::PageDown => self.step(times * (self.page() - 1).max(1)),
            Action::PageUp => self.step(-times * (self.page() - 1).max(1)),
            Action::GoStart => self.go_start(),
            Action::GoEnd => self.go_end(count),
            Action::GoPercent => self.go_percent(count),
            Action::NextTask => self.next_task(count),
            Action::PreviousTask => self.previous_task(count),
            Action::NextItem => self.next_item(count),
            Action::PreviousItem => self.previous_item(count),
            Action::NextSection => self.next_section(count),
            Action::PreviousSection => self.previous_section(count),
            Action::GoAddress => self.ask_address(),
            Action::FilterOutline => self.open_outline(),
            Action::JumpBack => self.jump_back(),
            Action::JumpForward => self.jump_forward(),
            Action::Search => self.ask_search(),
            Action::SearchNext => self.search_step(times),
            Action::SearchPrevious => self.search_step(-times),
            Action::NarrowItems => self.ask_narrow(),
            Action::SearchMode => self.next_search_mode(),
            Action::SearchLibrary => self.open_hunt(),
            Action::NextLibraryHit => self.hunt_step(times),
            Action::PreviousLibraryHit => self.hunt_step(-times),
            Action::SaveSearch => self.save_search(),
            Action::Select => self.select(),
            Action::SelectLine => self.select_by(Unit::Line),
            Action::SelectSentence => self.select_by(Unit::Sentence),
            Action::SelectParagraph => self.select_by(Unit::Paragraph),
            Action::SelectSwap => self.select_swap(),
            Action::Copy => self.copy(),
            Action::Bookmark => self.bookmark(),
            Action::BookmarkNote => self.ask_note(),
            Action::Bookmarks => self.open_bookmarks(),
            Action::Review => self.open_review(),
            Action::NextCandidate => self.next_candidate(),
            Action::AcceptAll => self.accept_all(),
            Action::Reattach => self.reattach(),
            Action::KeepLost => self.keep_lost(),
            Action::NextBookmark => self.next_bookmark(),
            Action::PreviousBookmark => self.previous_bookmark(),
            Action::EditNote => self.edit_note(),
            Action::Delete => self.delete(),
            Action::Undo => self.undo(),
            Action::ToggleScope => match self.overlays.last() {
                Some(Overlay::Review(_)) => self.next_candidate(),
                Some(Overlay::Library(_)) => self.switch_standing(),
                _ => self.toggle_scope(),
            },
            Action::SetLetter => self.set_letter(),
            Action::GoLetter => self.go_letter(),
            Action::EditTags => self.ask_tags(),
            Action::SetKind => self.ask_kind(),
            Action::FilterBookmarks => match self.overlays.last() {
                Some(Overlay::Review(_)) => self.find_words(),
                _ => self.ask_filter(),
            },
            Action::SortBookmarks => self.sort_bookmarks(),
            Action::NewLine => self.new_line(),
            Action::OpenEditor => self.open_editor(),
            Action::ResumeNote => self.resume_note(),
            Action::Explain => self.open_explain(),
            Action::Correct => self.open_correct(),
            Action::MakeItem => self.make_item(),
            Action::DropItem => self.drop_item(),
            Action::Deeper => self.shift_level(1),
            Action::Shallower => self.shift_level(-1),
            Action::ItemRole => self.ask_role(RoleOf::Item),
            Action::SeriesRole => self.ask_role(RoleOf::Series),
            Action::RenameSeries => self.ask_series_title(),
            Action::MarkFurniture => self.ask_furniture(),
            Action::MarkText => self.mark_as(Change::Text),
            Action::UndoCorrection => self.undo_correction(),
            Action::Corrections => self.open_corrections(),
            Action::ToggleFurniture => self.toggle_furniture(),
            Action::ToggleSidebar => self.toggle_sidebar(),
            Action::SwitchPane => self.switch_pane(),
            Action::Unfold => self.fold(Some(true)),
            Action::Fold => self.fold(Some(false)),
            Action::ToggleFold => self.fold(None),
            Action::Widen => self.set_measure(self.shown_measure().saturating_add(MEASURE.2)),
            Action::Narrow => self.set_measure(self.shown_measure().saturating_sub(MEASURE.2)),
            Action::NextTheme => self.next_theme(),
            Action::SwitchLanguage => self.switch_language(),
            Action::Redraw => self.out.want(Effect::Redraw),
            Action::Library => self.open_library(),
            Action::EditSpeech => self.edit_speech(),
            Action::ArchiveSpeech => self.archive_speech(),
            Action::DeleteSpeech => self.delete_speech(),
            Action::SortLibrary => self.sort_library(),
            Action::ReverseLibrary => self.reverse_library(),
            Action::NextSpeech => self.open_neighbour(times),
            Action::PreviousSpeech => self.open_neighbour(-times),
            Action::Accept => self.accept(),
            Action::Cancel => self.cancel(),
            Action::Help => self.open_help(),
            Action::Palette => self.open_palette(),
            Action::Suspend => self.out.want(Effect::Suspend),
            Action::Quit => self.quit(),
        }
    }

    /// Gives the rows of what the movement keys move in.
    fn page(&self) -> isize {
        let rows = match self.overlays.last() {
            Some(_) => self.size.1.saturating_sub(6),
            None => self.panes.map_or(1, |panes| panes.status.y),
        };
        (rows as isize).max(1)
    }

    fn step(&mut self, rows: isize) {
        if let Some(overlay) = self.overlays.last_mut() {
            match overlay {
                Overlay::Prompt(_) => self.step_in_prompt(rows),
                Overlay::Picker(picker) => picker.step(rows),
                Overlay::Bookmarks(list) => list.step(rows),
                Overlay::Review(review) => review.step(rows),
                Overlay::Note(_) => {}
                Overlay::Corrections(list) => list.step(rows),
                Overlay::Hunt(list) => list.step(rows, self.hunting.rows().len()),
                Overlay::Library(list) => list.step(rows),
                Overlay::Help(help) => help.scroll = help.scroll.saturating_add_signed(rows),
            }
            return;
        }
        if self.selection.is_some() {
            self.extend_selection(rows);
        } else if self.focus == Focus::Sidebar {
            self.sidebar.step(rows);
        } else {
            let moved = self.shelf.document_mut().is_some_and(|open| open.scroll(rows));
            if !moved && rows > 0 && self.shelf.document().is_some_and(|open| !open.is_whole()) {
                self.out.say("still-reading");
            }
        }
    }

    fn toggle_furniture(&mut self) {
        let hidden = |app: &App| {
            let open = app.shelf.document()?;
            Some(open.speech.blocks.iter().filter(|block| block.kind.is_hidden()).count())
        };
        let lines = hidden(self).unwrap_or(0);
        if lines == 0 {
            self.out.say("furniture-none");
            return;
        }
        self.furniture = !self.furniture;
        let id = if self.furniture { "furniture-shown" } else { "furniture-hidden" };
        self.out.tell(id, [("lines", lines.into())]);
    }

    fn toggle_sidebar(&mut self) {
        if self.size.0 < self.settings.sidebar.min_columns {
            // Too narrow for both: the sidebar takes the screen until something is chosen.
            return self.switch_pane();
        }
        self.sidebar_shown = !self.sidebar_shown;
        if !self.sidebar_shown {
            self.focus = Focus::Text;
        }
    }

    fn switch_pane(&mut self) {
        self.focus = match self.focus {
            Focus::Text => Focus::Sidebar,
            Focus::Sidebar => Focus::Text,
        };
    }

    /// Opens or closes the branch at the cursor of the sidebar. Closing a leaf or a closed branch
    /// goes to the branch it is in.
    fn fold(&mut self, open: Option<bool>) {
        let Some(row) = self.sidebar.at_cursor() else { return };
        if let Node::Speech(index) = row.node
            && index != self.shelf.current()
        {
            if open != Some(false) {
                self.open_speech(index);
            }
            return;
        }
        match (row.fold, open) {
            (Fold::Open, Some(true)) => self.sidebar.step(1),
            (Fold::Leaf | Fold::Closed, Some(false)) => self.sidebar.point_to_parent(),
            (Fold::Leaf, _) => {}
            (Fold::Open | Fold::Closed, _) => {
                let to = open.unwrap_or(row.fold == Fold::Closed);
                if let Some(document) = self.shelf.document_mut() {
                    document.folds.insert(row.node, to);
                }
            }
        }
    }

    /// Gives how wide the text is: no wider than its pane, whatever was wished for.
    fn shown_measure(&self) -> u16 {
        let shown = self.panes.map_or(0, |panes| panes.text.width);
        if shown == 0 { self.measure } else { self.measure.min(shown) }
    }

    fn set_measure(&mut self, measure: u16) {
        self.measure = measure.clamp(MEASURE.0, MEASURE.1);
        self.out.tell("measure-set", [("columns", self.measure.into())]);
    }

    fn next_theme(&mut self) {
        self.themes.next();
        self.theme_chosen = true;
        self.out.tell("theme-set", [("name", self.theme().name.as_str().into())]);
        self.out.want(Effect::Redraw);
    }

    fn switch_language(&mut self) {
        self.messages = Messages::new(match self.messages.lang() {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        });
        self.translate_help();
        self.out.say("language-set");
    }

    /// Deletes what the cursor of a list is on.
    fn delete(&mut self) {
        match self.overlays.last() {
            Some(Overlay::Corrections(_)) => self.delete_correction(),
            None if self.focus == Focus::Sidebar => match self.sidebar.at_cursor() {
                Some(SidebarRow { node: Node::Saved(index), .. }) => self.remove_saved(index),
                _ => {}
            },
            _ => self.delete_bookmark(),
        }
    }

    /// Brings back what was deleted last: in the list of corrections a correction.
    fn undo(&mut self) {
        match self.overlays.last() {
            Some(Overlay::Corrections(_)) => self.redo_correction(),
            Some(Overlay::Library(_)) => self.undo_shelving(),
            None if self.focus == Focus::Sidebar => {
                if !self.restore_saved() {
                    self.restore_bookmark();
                }
            }
            _ => self.restore_bookmark(),
        }
    }

    fn quit(&mut self) {
        self.remember();
        self.out.want(Effect::Quit);
    }

    fn accept(&mut self) {
        match self.overlays.last() {
            Some(Overlay::Prompt(_)) => self.accept_prompt(),
            Some(Overlay::Picker(_)) => self.accept_picker(),
            Some(Overlay::Bookmarks(_)) => self.accept_bookmark(),
            Some(Overlay::Review(_)) => self.accept_review(),
            Some(Overlay::Note(_)) => self.accept_note(),
            Some(Overlay::Corrections(_)) => self.accept_correction(),
            Some(Overlay::Hunt(_)) => self.accept_hunt(),
            Some(Overlay::Library(_)) => self.accept_library(),
            Some(Overlay::Help(_)) => {
                self.overlays.pop();
            }
            None if self.focus == Focus::Sidebar => self.accept_sidebar(),
            None => self.step(1),
        }
    }

    /// Goes to what the cursor of the sidebar is on.
    pub(super) fn accept_sidebar(&mut self) {
        let Some(row) = self.sidebar.at_cursor() else { return };
        let target = self.shelf.document().and_then(|open| {
            let outline = &open.speech.outline;
            match row.node {
                Node::Section(section) => Some(outline.sections.get(section)?.range.start),
                Node::Item(item) => Some(outline.items.get(item)?.range.start),
                Node::Speech(_) | Node::Saved(_) => None,
            }
        });
        match (row.node, target) {
            (Node::Speech(index), _) if index != self.shelf.current() => {
                self.focus = Focus::Text;
                self.open_speech(index)
            }
            (Node::Speech(_), _) => self.fold(None),
            (Node::Saved(index), _) => self.open_saved(index),
            (_, Some(pos)) => {
                self.focus = Focus::Text;
                self.jump(pos);
            }
            (_, None) => {}
        }
    }

    /// Leaves what is open, the innermost first.
    fn cancel(&mut self) {
        if self.overlays.last().is_some() {
            self.cancel_overlay();
        } else if self.selection.is_some() {
            self.selection = None;
            if self.reattaching.take().is_some() {
                self.out.say("review-not-attached");
            }
        } else if self.focus == Focus::Sidebar {
            self.focus = Focus::Text;
        } else if self.welcome {
            self.welcome = false;
            self.out.want(Effect::Welcomed);
            return;
        } else if self.is_narrowed() {
            self.widen();
        } else if self.searching.is_shown() {
            self.searching.hide();
        } else if let Some(open) = self.shelf.document_mut() {
            open.unmark_landing();
        }
    }

    /// Gives the passage at hand: the selection, else the item's or paragraph's own text.
    pub(super) fn passage(&self) -> Option<TextRange> {
        if let Some(selection) = self.selection {
            return Some(selection.range());
        }
        let open = self.shelf.document()?;
        let place = open.place();
        match open.item() {
            Some(item) => Some(open.speech.outline.items[item].range),
            None => open.speech.blocks.get(open.speech.block_at(place)).map(|block| block.range),
        }
    }

    /// Goes to a place by a jump: the place left can be gone back to.
    pub(super) fn jump(&mut self, pos: TextPos) {
        let margin = usize::from(self.settings.reader.scroll_margin);
        self.widen_for(pos);
        if let Some(open) = self.shelf.document_mut() {
            let here = open.place();
            open.jumps.leave(here);
            open.land(pos, margin);
        }
    }
}
