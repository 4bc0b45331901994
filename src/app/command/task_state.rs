//! What the user says of tasks: done, doing, not theirs; a note, a proof. It is kept beside the texts.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::PromptPurpose;
use crate::app::notice::Notice;
use crate::i18n::Message;
use crate::register::{GroupBy, KeptTask, RegisterEntry, TaskEdit, TaskState, TaskWish};
use crate::settings::action::Action;

impl App {
    /// Sets the task at the cursor to a state, or takes that back. A state that is to be confirmed, as the deadline has
    /// changed, is confirmed.
    pub(super) fn set_task_state(&mut self, state: TaskState) {
        let key = self.key_here(Action::Undo);
        let Some(list) = self.layers.register() else { return };
        let Some(entry) = list.at_cursor().map(|(_, entry)| entry.clone()) else { return };
        let asks = entry.status.was_due.is_some();
        let next = match entry.status.state == state && !asks {
            true => TaskState::Open,
            false => state,
        };
        // The task moves to another group: the cursor stays among those it was among.
        let settles = |state| matches!(state, TaskState::Done | TaskState::NotMine);
        if list.view.group_by == GroupBy::Due && settles(next) != settles(entry.status.state) {
            list.leave_task();
        }
        let said = match next {
            TaskState::Open => "task-set-open",
            TaskState::Doing => "task-set-doing",
            TaskState::Done => "task-set-done",
            TaskState::NotMine => "task-set-not-mine",
        };
        self.out.tell(said, [("task", quoted(&entry.row.task).into()), ("key", key.into())]);
        self.register.note_said(entry.clone());
        let edit = match self.register.today() {
            Some(today) => TaskEdit::said(next, today),
            None => TaskEdit::SetState(next, None),
        };
        self.edit_task(entry, edit);
    }

    /// Takes back the state that was set last.
    pub(super) fn undo_task_state(&mut self) {
        let Some(before) = self.register.unsay() else { return self.out.say("undo-nothing") };
        let state = before.status.state;
        self.out.tell("task-taken-back", [("task", quoted(&before.row.task).into())]);
        if let Some(list) = self.layers.register() {
            list.view.at = Some(before.row.id.clone());
        }
        // What is kept of it by now goes by the row of now.
        let on = before.status.on;
        let now = self.register.now(&before).unwrap_or(before);
        self.edit_task(now, TaskEdit::SetState(state, on));
    }

    /// Asks for the note on the task at the cursor, or for its proof.
    pub(super) fn ask_task_words(&mut self, purpose: fn(Box<RegisterEntry>) -> PromptPurpose) {
        let Some(list) = self.layers.register() else { return };
        let Some((_, entry)) = list.at_cursor() else { return };
        let purpose = purpose(Box::new(entry.clone()));
        let words = match &purpose {
            PromptPurpose::TaskProof(entry) => entry.status.proof.clone(),
            _ => entry.status.note.clone(),
        };
        self.layers.ask(purpose, &words.unwrap_or_default().replace('\n', " "));
    }

    /// Keeps what was typed as the note on a task; nothing typed takes it away.
    pub(super) fn set_task_note(&mut self, entry: RegisterEntry, typed: &str) {
        let before = entry.status.note.clone().unwrap_or_default();
        let words = typed.trim();
        // A note of several lines that was only looked at stays as it is.
        if words != before.replace('\n', " ").trim() {
            self.out.say(if words.is_empty() { "note-removed" } else { "note-set" });
            self.edit_task(entry, TaskEdit::SetNote(some(words)));
        }
    }

    /// Keeps what was typed as the proof that a task is done; nothing typed takes it away.
    pub(super) fn set_task_proof(&mut self, entry: RegisterEntry, typed: &str) {
        let words = typed.trim();
        if words != entry.status.proof.as_deref().unwrap_or_default() {
            self.out.say(if words.is_empty() { "task-proof-removed" } else { "task-proof-set" });
            self.edit_task(entry, TaskEdit::SetProof(some(words)));
        }
    }

    fn edit_task(&mut self, entry: RegisterEntry, edit: TaskEdit) {
        let speech = self.document_of(&entry.row).map(|(_, open)| Box::new(open.speech.clone()));
        self.out.want(Effect::KeepTasks(vec![TaskWish { entry, edit, speech }]));
    }

    /// Takes what is kept of tasks now.
    pub(in crate::app) fn kept_tasks(&mut self, result: Result<Vec<KeptTask>, Message>) {
        match result {
            Ok(kept) => {
                // Rows that nobody else holds are changed where they are.
                if let Some(list) = self.layers.register() {
                    list.release();
                }
                self.register.take_kept(&kept);
            }
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }

    /// Asks for what is kept of tasks, which another program may have changed.
    pub(in crate::app) fn read_kept_tasks(&mut self) {
        if self.register.today().is_some() {
            self.out.want(Effect::ReadKeptTasks);
        }
    }
}

fn some(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}
