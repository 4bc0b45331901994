//! Correcting a task of the register: it is none, or other words name who is in charge or by when.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::id::EntryId;
use crate::app::layer::{Picker, PickerChoice, PickerSource, PickerTarget, PromptPurpose};
use crate::register::{RegisterEntry, words_near};
use crate::settings::action::Action;
use crate::speech::correction::{Edit, Filed};
use crate::speech::{Change, Date, Speech};

impl App {
    /// Returns the list of what can be corrected in the task at the cursor.
    pub(super) fn task_picker(&mut self) -> Option<Picker> {
        let entry = self.task_at_cursor()?;
        let (id, _) = self.open_speech_of(&entry)?;
        // Corrections are undone in the speech being read.
        let some = id == self.shelf.current()
            && self.shelf.document().is_some_and(|open| !open.corrections.is_empty());
        let actions = [Action::NoTask, Action::TaskOffice, Action::TaskDeadline];
        let undo = [Action::UndoCorrection, Action::Corrections].into_iter().filter(|_| some);
        let choices = actions.into_iter().chain(undo).map(|action| {
            let help = self.look.messages().get(&action.message());
            PickerChoice::new(help, String::new(), action.name(), PickerTarget::Action(action))
        });
        let picker = Picker::new(PickerSource::Task, choices.collect(), 0);
        Some(picker.about(quoted(&entry.row.task)))
    }

    /// Corrects the task at the cursor.
    pub(super) fn fix_task(&mut self, change: Change) {
        if let Some(entry) = self.task_at_cursor() {
            self.correct_task(&entry, change);
        }
    }

    /// Asks which words are meant, those of now to begin with.
    pub(super) fn ask_task_fix(&mut self, purpose: fn(Box<RegisterEntry>) -> PromptPurpose) {
        let Some(entry) = self.task_at_cursor() else { return };
        if self.open_speech_of(&entry).is_none() {
            return;
        }
        let purpose = purpose(Box::new(entry.clone()));
        let words = match &purpose {
            PromptPurpose::TaskDeadline(entry) => {
                entry.row.deadline.as_ref().map(|deadline| deadline.cell.text.clone())
            }
            _ => entry.row.actors.first().map(|actor| actor.text.clone()),
        };
        self.layers.ask(purpose, &words.unwrap_or_default());
    }

    /// Corrects a task by words of its text; nothing typed means that the text does not say it.
    pub(super) fn fix_task_words(
        &mut self,
        entry: &RegisterEntry,
        typed: &str,
        change: fn(Option<String>) -> Change,
    ) {
        let typed = crate::text::printable(typed).trim().to_owned();
        let Some((_, speech)) = self.open_speech_of(entry) else { return };
        if typed.is_empty() {
            return self.correct_task(entry, change(None));
        }
        let change = change(Some(typed.clone()));
        // A day that the text does not name is what the words of a deadline mean.
        let is_day = matches!(change, Change::TaskDeadline(_)) && Date::parse(&typed).is_some();
        let has_words = words_near(&speech.text, &typed, entry.row.range).is_some();
        if has_words || is_day && entry.row.deadline.is_some() {
            self.correct_task(entry, change);
        } else if is_day {
            self.out.say("task-day-without-words");
        } else {
            self.out.warn("task-words-missing", [("words", typed.into())]);
        }
    }

    fn correct_task(&mut self, entry: &RegisterEntry, change: Change) {
        let Some((id, speech)) = self.open_speech_of(entry) else { return };
        self.tell_correction("correction-made", &change);
        if change == Change::NoTask
            && let Some(list) = self.layers.register()
        {
            list.leave_task();
        }
        let filed = Filed::new(&speech, entry.row.range, change, self.now);
        self.out.want(Effect::Correct(id, vec![Edit::Add(filed)], Box::new(speech)));
    }

    fn task_at_cursor(&self) -> Option<RegisterEntry> {
        Some(self.layers.open_register()?.at_cursor()?.1.clone())
    }

    /// Returns the open speech that a task is of; one that is not open, or has another text by now, is told.
    fn open_speech_of(&mut self, entry: &RegisterEntry) -> Option<(EntryId, Speech)> {
        let found = self.document_of(&entry.row).map(|(id, open)| (id, open.speech.clone()));
        if found.is_none() {
            self.out.say("task-not-open");
        }
        found
    }
}
