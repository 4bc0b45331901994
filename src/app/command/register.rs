//! What is done in the register: looking at the tasks of a scope, narrowing them, going to their words.

use super::quoted;
use crate::app::App;
use crate::app::aside::AsideContent;
use crate::app::document::OpenSpeech;
use crate::app::entry::Content;
use crate::app::event::{Effect, Keeping};
use crate::app::id::EntryId;
use crate::app::layer::{
    Overlay, PickerSource, PromptPurpose, RegisterList, RegisterScope, RegisterView, TaskColumn,
};
use crate::app::notice::Notice;
use crate::app::register::{TaskErrand, TasksProgress, TasksRead};
use crate::app::scope::ShelfScope;
use crate::i18n::Message;
use crate::register::{RegisterEntry, RegisterRow, RegisterSpeech, TaskState};
use crate::settings::action::Action;
use crate::speech::{Change, Extent, SpeechId};

impl App {
    /// Opens the register as it was looked at last; in the speech being read with the cursor where the reader is.
    pub(super) fn open_register(&mut self) {
        let mut view = self.register.view.clone();
        if view.scope == RegisterScope::Speech {
            view.at = self.task_here();
        }
        let mut list = RegisterList::new(view);
        list.set_offices(self.register.offices());
        self.layers.open(Overlay::Register(Box::new(list)));
    }

    /// Returns the id of the last task that begins above the end of the paragraph where the reader is.
    fn task_here(&self) -> Option<String> {
        let open = self.shelf.document()?;
        let here = open.speech.blocks.get(open.speech.block_at(open.place()))?.range;
        let rows = self.register.rows_of(self.shelf.current());
        let above = rows.iter().rfind(|entry| entry.row.range.start < here.end);
        above.map(|entry| entry.row.id.clone())
    }

    /// Asks for the rows that are to show and are not here.
    pub(in crate::app) fn want_tasks(&mut self) {
        let mut wanted: Vec<EntryId> = self.register.going().into_iter().collect();
        let lists_tasks = matches!(self.aside.content(), AsideContent::Tasks);
        if self.register.has_mine() || lists_tasks {
            wanted.push(self.shelf.current());
        }
        match self.layers.register().map(|list| list.view.scope) {
            Some(RegisterScope::Speech) => wanted.push(self.shelf.current()),
            Some(RegisterScope::Open) => {
                wanted.extend(self.shelf.entries().map(|(id, _)| id));
                if self.shelf.has_named() {
                    self.want_tasks_of(ShelfScope::Open);
                }
            }
            Some(RegisterScope::Library) => self.want_tasks_of(ShelfScope::Library),
            None => {}
        }
        for id in wanted {
            let open = self.shelf.entry(id).and_then(|entry| entry.document());
            let whole = open.filter(|open| open.speech.extent == Extent::Whole);
            if let Some(open) = whole
                && self.register.ask(id, &open.speech.outline)
            {
                self.out.want(Effect::ReadTasks(id, Box::new(open.speech.clone())));
            }
        }
    }

    fn want_tasks_of(&mut self, scope: ShelfScope) {
        if let Some(asked) = self.register.ask_library(scope) {
            self.out.want(Effect::ReadLibraryTasks(scope, asked));
        }
    }

    /// Takes the tasks of an open speech.
    pub(in crate::app) fn tasks_read(&mut self, entry: EntryId, read: TasksRead) {
        let strays: Vec<String> =
            read.strays.iter().map(|stray| quoted(&stray.kept.anchor.words())).collect();
        if let [first, ..] = strays.as_slice()
            && self.layers.register().is_some()
        {
            let args = [("count", strays.len().into()), ("task", first.as_str().into())];
            self.out.notice_once(Notice::trouble(Message::with("register-strays", args)));
        }
        self.register.take(entry, read);
        if entry == self.shelf.current()
            && let Some(here) = self.task_here()
            && let Some(list) = self.layers.register()
            && list.view.at.is_none()
        {
            list.view.at = Some(here);
        }
    }

    /// Takes what is being done for the library; when it is up to date its tasks may be others.
    pub(in crate::app) fn take_keeping(&mut self, keeping: Keeping) {
        self.library.keeping = keeping;
        if keeping == Keeping::Done {
            self.register.forget_library();
        }
    }

    /// Does what an action means in the register.
    pub(super) fn perform_in_register(&mut self, action: Action) -> bool {
        let Some(Overlay::Register(list)) = self.layers.top_mut() else { return false };
        list.hold();
        match action {
            Action::Accept => self.accept_task(),
            Action::TaskScope => {
                list.view.scope = list.view.scope.next();
                list.go_to_first();
            }
            Action::RegroupTasks => list.view.regroup(),
            Action::MyTasks => self.only_mine(),
            Action::ExplainTask => self.explain_task(),
            Action::FilterTasks => {
                let before = list.view.clone();
                let typed = before.typed.clone();
                self.layers.ask(PromptPurpose::FilterTasks(Box::new(before)), &typed);
            }
            Action::TaskDone => self.set_task_state(TaskState::Done),
            Action::TaskDoing => self.set_task_state(TaskState::Doing),
            Action::NotMyTask => self.set_task_state(TaskState::NotMine),
            Action::TaskNote => self.ask_task_words(PromptPurpose::TaskNote),
            Action::TaskProof => self.ask_task_words(PromptPurpose::TaskProof),
            Action::Correct => self.pick(PickerSource::Task),
            Action::NoTask => self.fix_task(Change::NoTask),
            Action::TaskOffice => self.ask_task_fix(PromptPurpose::TaskOffice),
            Action::TaskDeadline => self.ask_task_fix(PromptPurpose::TaskDeadline),
            Action::Undo => self.undo_task_state(),
            Action::Copy => self.copy_task(),
            Action::NextCell => list.step_cell(1),
            Action::PreviousCell => list.step_cell(-1),
            _ => return false,
        }
        self.keep_register_view();
        true
    }

    /// Keeps how the register is looked at, for the next time.
    fn keep_register_view(&mut self) {
        if let Some(list) = self.layers.register() {
            self.register.view = list.view.clone();
        }
    }

    /// Narrows the register to the tasks of the user's offices, or takes that back.
    fn only_mine(&mut self) {
        let asked = self.look.messages().get("register-filter-mine");
        let key = self.key_here(Action::TakeOffice);
        let Some(list) = self.layers.register() else { return };
        if !list.knows_mine() {
            return self.out.warn("register-none-mine", [("key", key.into())]);
        }
        let typed = &mut list.view.typed;
        let rest = typed.split_once(&asked).map(|(before, behind)| format!("{before}{behind}"));
        *typed = rest.unwrap_or_else(|| format!("{asked} {typed}")).trim().to_owned();
    }

    /// Narrows the register by what is being typed.
    pub(super) fn narrow_tasks(&mut self, typed: &str) {
        if let Some(list) = self.layers.register() {
            typed.trim().clone_into(&mut list.view.typed);
            list.go_to_first();
        }
        self.keep_register_view();
    }

    /// Looks at the register as before the filter was typed.
    pub(super) fn unnarrow_tasks(&mut self, before: RegisterView) {
        if let Some(list) = self.layers.register() {
            list.view = before;
        }
        self.keep_register_view();
    }

    /// Goes to the words of the cell that is chosen, opening the speech if need be.
    fn accept_task(&mut self) {
        let Some(Overlay::Register(list)) = self.layers.top() else { return };
        let (Some(entry), column) = (list.at_cursor().map(|(_, entry)| entry.clone()), list.column)
        else {
            return;
        };
        let Some(id) = self.entry_of(&entry.row.speech) else {
            let args = [("title", entry.row.speech.title.as_str().into())];
            self.out.warn("register-speech-missing", args);
            return;
        };
        self.keep_register_view();
        self.layers.close();
        self.out.clear_notices();
        self.register.begin(TaskErrand {
            entry: id,
            id: entry.row.id.clone(),
            column,
            words: words_of(&entry, column),
            fingerprint: entry.row.speech.fingerprint.clone(),
        });
        if id != self.shelf.current() {
            self.open_speech(id);
        }
    }

    /// Finds the open speech that a row is of, with the text that it was read from.
    pub(super) fn document_of(&self, row: &RegisterRow) -> Option<(EntryId, &OpenSpeech)> {
        self.shelf.entries().find_map(|(id, entry)| {
            let open = entry.document()?;
            (open.speech.fingerprint == row.speech.fingerprint).then_some((id, open))
        })
    }

    /// Finds the entry of a speech that rows are of.
    fn entry_of(&mut self, speech: &RegisterSpeech) -> Option<EntryId> {
        match &speech.path {
            Some(path) => Some(self.shelf.find_or_add(path)),
            None => self.shelf.find(&SpeechId::parse(&speech.id)?),
        }
    }

    /// Goes to the task that the speech was opened for, once it is there. In another text than the task was read from it is
    /// found by its id.
    pub(in crate::app) fn arrive_at_task(&mut self) {
        let current = self.shelf.current();
        let Some(errand) = self.register.arrive(current) else { return };
        let Some(open) = self.shelf.document() else {
            let failed = |entry: &crate::app::ShelfEntry| {
                matches!(entry.content, Content::Failed(..) | Content::Moved)
            };
            if !self.shelf.current_entry().is_some_and(failed) {
                self.register.begin(errand);
            }
            return;
        };
        if open.speech.extent != Extent::Whole {
            return self.register.begin(errand);
        }
        let words = if open.speech.fingerprint == errand.fingerprint {
            Some(errand.words)
        } else if self.register.progress(RegisterScope::Speech, current) == TasksProgress::Done {
            let rows = self.register.rows_of(current);
            let fingerprint = &open.speech.fingerprint;
            // Until new rows come those of the text before are there.
            if rows.iter().any(|entry| entry.row.speech.fingerprint != *fingerprint) {
                return self.register.begin(errand);
            }
            let same = rows.iter().find(|entry| entry.row.id == errand.id);
            same.map(|entry| words_of(entry, errand.column))
        } else {
            return self.register.begin(errand);
        };
        let Some(words) = words else { return self.out.warn("register-task-gone", []) };
        self.screen.focus_text();
        self.settle();
        self.jump(words.start);
    }
}

/// Returns the first words of a cell; of the task itself all.
fn words_of(entry: &RegisterEntry, column: TaskColumn) -> crate::text::TextRange {
    column.cells(entry).first().map_or(entry.row.range, |cell| cell.range)
}
