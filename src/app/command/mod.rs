//! What each action does: all commands that touch more than one part of the state.
//!
//! An action means something of its own in the layer on top ([`App::perform_in_layer`]) or in the pane
//! that has the keys; else it is done by `App::perform`.

mod absence;
mod aside;
mod bookmark;
mod choose;
mod copy;
mod correct;
mod explain;
mod export;
mod help;
mod here;
mod hits;
mod import;
mod key;
mod label;
mod library;
mod library_search;
mod movement;
mod narrow;
mod note;
mod office;
mod open;
mod outside;
mod pace;
mod pane;
mod path;
mod pick;
mod prompt;
mod reference;
mod register;
mod reload;
mod review;
mod search;
mod select;
mod settings;
mod stored;
mod table;
mod task_fix;
mod task_reasons;
mod task_state;
mod theme;

pub(super) use copy::quoted;

use super::App;
use super::aside::AsideContent;
use super::event::Effect;
use super::file_work::HitPurpose;
use super::layer::{Overlay, PathPurpose, PickerSource, RoleOf};
use super::selection::SelectionUnit;
use crate::settings::action::Action;
use crate::speech::Change;
use table::TableForm;

/// How many cells the text becomes wider or narrower at a time.
const MEASURE_STEP: i16 = 4;

impl App {
    /// Does what an action is for, here and now.
    pub(super) fn perform(&mut self, action: Action, count: Option<u32>) {
        if self.perform_in_layer(action) {
            return;
        }
        let times = count.unwrap_or(1) as isize;
        match action {
            Action::LineDown => self.step(times),
            Action::LineUp => self.step(-times),
            Action::HalfPageDown => self.turn(times * (self.page() / 2).max(1)),
            Action::HalfPageUp => self.turn(-times * (self.page() / 2).max(1)),
            Action::PageDown => self.turn(times * (self.page() - 1).max(1)),
            Action::PageUp => self.turn(-times * (self.page() - 1).max(1)),
            Action::ScrollDown => self.scroll(times),
            Action::ScrollUp => self.scroll(-times),
            Action::Centre => self.centre(),
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
            Action::FilterOutline => self.pick(PickerSource::Outline),
            Action::JumpBack => self.jump_back(),
            Action::JumpForward => self.jump_forward(),
            Action::Search => self.ask_search(),
            Action::SearchBackward => self.ask_search_backward(),
            Action::SearchHere => self.search_here(),
            Action::SearchNext => self.search_step(times),
            Action::SearchPrevious => self.search_step(-times),
            Action::NarrowItems => self.ask_narrow(),
            Action::SearchMode => self.next_search_mode(),
            Action::SearchLibrary => self.open_hunt(),
            Action::NextLibraryHit => self.hunt_step(times),
            Action::PreviousLibraryHit => self.hunt_step(-times),
            Action::SaveSearch => self.save_search(),
            Action::CopyHits => self.gather_all(HitPurpose::Copy),
            Action::BookmarkHits => self.gather_all(HitPurpose::Bookmark),
            Action::ExportHits => self.ask_hits_file(),
            Action::RegisterHits => self.register_of_hits(),
            Action::Select => self.select(),
            Action::SelectLine => self.select_by(SelectionUnit::Line),
            Action::SelectSentence => self.select_by(SelectionUnit::Sentence),
            Action::SelectParagraph => self.select_by(SelectionUnit::Paragraph),
            Action::SelectSwap => self.select_swap(),
            Action::Copy => self.copy(),
            Action::Bookmark => self.bookmark(),
            Action::BookmarkNote => self.ask_note(),
            Action::Bookmarks => self.open_bookmarks(),
            Action::Review => self.open_review(),
            Action::NextBookmark => self.next_bookmark(),
            Action::PreviousBookmark => self.previous_bookmark(),
            Action::EditNote => self.edit_note_here(),
            Action::Undo => self.restore_bookmark(),
            Action::SetLetter => self.set_letter(),
            Action::GoLetter => self.go_letter(),
            Action::EditTags => self.ask_tags(),
            Action::SetKind => self.pick(PickerSource::Kind),
            Action::SortBookmarks => self.sort_bookmarks(),
            Action::ResumeNote => self.resume_note(),
            Action::Explain => self.open_explain(),
            Action::Correct => self.pick(PickerSource::Correct),
            Action::MakeItem => self.make_item(),
            Action::DropItem => self.drop_item(),
            Action::Deeper => self.shift_level(1),
            Action::Shallower => self.shift_level(-1),
            Action::ItemRole => self.ask_role(RoleOf::Item),
            Action::SeriesRole => self.ask_role(RoleOf::Series),
            Action::RenameSeries => self.ask_series_title(),
            Action::MarkFurniture => self.pick(PickerSource::Furniture),
            Action::MarkText => self.mark_as(Change::Text),
            Action::UndoCorrection => self.undo_correction(),
            Action::Corrections => self.open_corrections(),
            Action::Register => self.open_register(),
            Action::TakeOffice => self.take_office(),
            Action::FollowReference => self.follow_reference(),
            Action::ShortForms => self.open_short_forms(),
            Action::ReadingTime => self.tell_time(),
            Action::AutoScroll => self.toggle_autoscroll(),
            Action::ToggleFurniture => self.toggle_furniture(),
            Action::ToggleSidebar => self.toggle_sidebar(),
            Action::SwitchPane => self.screen.switch_pane(),
            Action::Unfold => self.unfold(),
            Action::Fold => self.fold(),
            Action::ToggleFold => self.toggle_fold(),
            Action::Widen => self.widen_by(MEASURE_STEP),
            Action::Narrow => self.widen_by(-MEASURE_STEP),
            Action::AsideNotes => self.open_aside(AsideContent::Notes),
            Action::AsideTasks => self.open_aside(AsideContent::Tasks),
            Action::AsideSpeech => self.keep_aside(),
            Action::ToggleNotes => self.toggle_notes(),
            Action::ToggleColumns => self.toggle_columns(),
            Action::ChooseTheme => self.pick(PickerSource::Theme),
            Action::SwitchLanguage => self.switch_language(),
            Action::ForgetChoices => self.forget_choices(),
            Action::Redraw => self.out.want(Effect::Redraw),
            Action::Library => self.open_library(),
            Action::OpenPath => self.ask_path(PathPurpose::Open, ""),
            Action::ImportPath => self.ask_path(PathPurpose::Import, ""),
            Action::ImportOpen => self.ask_import(),
            Action::ExportSpeech => self.ask_speech_file(),
            Action::ExportTasks => self.ask_path(PathPurpose::ExportTasks, "nhiem-vu.xlsx"),
            Action::ExportBookmarks => self.ask_path(PathPurpose::ExportBookmarks, "dau-trang.md"),
            Action::OpenOriginal => self.open_original(),
            Action::OpenAddress => self.ask_open_address(),
            Action::CopyCells => self.copy_table(TableForm::Cells),
            Action::CopyMarkdown => self.copy_table(TableForm::Markdown),
            Action::EditSettings => self.out.want(Effect::EditSettings),
            Action::NextSpeech => self.open_neighbour(times),
            Action::PreviousSpeech => self.open_neighbour(-times),
            Action::Accept => self.accept(),
            Action::Cancel => self.cancel(),
            Action::Help => self.open_help(),
            // Over an input line there is nothing to choose from.
            Action::Palette if self.layers.is_asking() => {}
            Action::Palette => self.pick(PickerSource::Palette),
            Action::Suspend => self.out.want(Effect::Suspend),
            Action::Quit => self.quit(),
            // These mean something in their layers alone.
            Action::Delete | Action::ToggleScope | Action::FilterBookmarks => {}
            Action::NextCandidate | Action::AcceptAll | Action::Reattach | Action::KeepLost => {}
            Action::NewLine | Action::OpenEditor => {}
            Action::EditSpeech | Action::ArchiveSpeech | Action::DeleteSpeech => {}
            Action::SortLibrary | Action::ReverseLibrary => {}
            Action::TaskScope | Action::RegroupTasks | Action::FilterTasks | Action::MyTasks => {}
            Action::NextCell | Action::PreviousCell | Action::ExplainTask => {}
            Action::TaskDone | Action::TaskDoing | Action::NotMyTask => {}
            Action::TaskNote | Action::TaskProof => {}
            Action::NoTask | Action::TaskOffice | Action::TaskDeadline => {}
        }
    }

    /// Does an action that means something of its own in the layer on top, or in the sidebar where that
    /// has the keys; returns whether it does.
    fn perform_in_layer(&mut self, action: Action) -> bool {
        match self.layers.top() {
            None => self.perform_in_sidebar(action) || self.perform_in_aside(action),
            Some(Overlay::Prompt(_)) => self.perform_in_prompt(action),
            Some(Overlay::Picker(_)) => self.perform_in_picker(action),
            Some(Overlay::Bookmarks(_)) => self.perform_in_bookmarks(action),
            Some(Overlay::Review(_)) => self.perform_in_review(action),
            Some(Overlay::Note(_)) => self.perform_in_note(action),
            Some(Overlay::Corrections(_)) => self.perform_in_corrections(action),
            Some(Overlay::Hunt(_)) => self.perform_in_found(action),
            Some(Overlay::Library(_)) => self.perform_in_library(action),
            Some(Overlay::Register(_)) => self.perform_in_register(action),
            Some(Overlay::Help(_)) => false,
        }
    }

    fn quit(&mut self) {
        self.remember();
        self.out.want(Effect::Quit);
    }

    /// Closes the layer on top, or goes down a line.
    fn accept(&mut self) {
        if self.layers.close().is_none() {
            self.step(1);
        }
    }

    /// Leaves what is open, the innermost first.
    fn cancel(&mut self) {
        if self.layers.close().is_some() {
            return;
        }
        if self.reading.selection.take().is_some() {
            if self.notebook.end_reattaching().is_some() {
                self.out.say("review-not-attached");
            }
        } else if self.screen.end_welcome() {
            self.out.want(Effect::Welcomed);
        } else if self.reading.search.is_narrowed() {
            self.widen();
        } else if self.reading.search.is_shown() {
            self.reading.search.hide();
        } else if let Some(open) = self.shelf.document_mut() {
            open.unmark_landing();
        }
    }
}
