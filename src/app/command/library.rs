//! What is done in the list of the library: opening, editing what is known, putting away, deleting.

use crate::app::App;
use crate::app::entry::{ShelfEntry, Shelved};
use crate::app::event::{Amended, Effect};
use crate::app::fields::field_id;
use crate::app::id::EntryId;
use crate::app::layer::{
    LibraryList, LibraryRow, Overlay, Picker, PickerChoice, PickerSource, PickerTarget,
    PromptPurpose,
};
use crate::app::library::{ChangeBy, Undoable};
use crate::app::notice::Notice;
use crate::app::scope::ShelfScope;
use crate::i18n::Message;
use crate::settings::action::Action;
use crate::speech::{Amendment, Date, Field, Metadata, SpeechId, SpeechKind, Standing};
use std::path::PathBuf;

impl App {
    pub(super) fn open_library(&mut self) {
        self.shelf.note_progress(&Default::default());
        let list = LibraryList::new(self.library.order, self.library.scope, &self.shelf);
        self.layers.open(Overlay::Library(Box::new(list)));
        self.out.want(Effect::ListPlaces);
        // Titles are better than the names of files.
        if self.shelf.has_unknown() {
            self.out.want(Effect::Shelve(self.shelf.session()));
        }
    }

    /// Shows the speeches of the library in the list, or those that are open.
    fn switch_library_scope(&mut self) {
        let Some(list) = self.layers.library() else { return };
        list.switch_scope();
        self.library.scope = list.scope;
        if self.library.scope == ShelfScope::Library && self.library.bring() {
            self.out.want(Effect::Shelve(ShelfScope::Library));
        }
    }

    /// Returns what a speech is.
    pub fn kind_name(&self, kind: SpeechKind) -> String {
        self.look.messages().get(&format!("speech-kind-{}", kind.name()))
    }

    /// Does what an action means in the list of the library.
    pub(super) fn perform_in_library(&mut self, action: Action) -> bool {
        let Some(Overlay::Library(list)) = self.layers.top_mut() else { return false };
        match action {
            Action::Accept => self.accept_library(),
            Action::ToggleScope => list.switch_standing(),
            Action::TaskScope => self.switch_library_scope(),
            Action::SortLibrary => {
                list.sort();
                self.library.order = (list.order, list.direction);
            }
            Action::ReverseLibrary => {
                list.reverse();
                self.library.order = (list.order, list.direction);
            }
            Action::EditSpeech => self.pick(PickerSource::Field),
            // Puts the speech at the cursor away, or back.
            Action::ArchiveSpeech => {
                let standing = match list.standing {
                    Standing::Shelved => Standing::Archived,
                    Standing::Archived => Standing::Shelved,
                };
                self.amend(Amendment::Standing(standing));
            }
            Action::DeleteSpeech => self.delete_speech(),
            Action::Undo => self.undo_in_library(),
            _ => return false,
        }
        true
    }

    fn accept_library(&mut self) {
        let Some(Overlay::Library(list)) = self.layers.top_mut() else { return };
        if !list.finish() {
            return;
        }
        let picked = list.at_cursor();
        self.out.clear_notices();
        // Enter on nothing leaves what was typed, to be mended.
        let Some(picked) = picked else { return };
        self.layers.close();
        match picked {
            LibraryRow::Speech(entry) => self.open_speech(entry),
            LibraryRow::Saved(index) => self.open_saved(index),
        }
    }

    /// Returns the speech at the cursor of the list, and its file. One without a file of its own is
    /// told so.
    fn filed(&mut self) -> Option<(EntryId, PathBuf)> {
        let id = self.layers.library()?.speech()?;
        let path = self.shelf.entry(id).and_then(ShelfEntry::path);
        if path.is_none() {
            self.out.say("library-no-file");
        }
        Some((id, path?.to_owned()))
    }

    /// Returns the list of what is known about the speech at the cursor.
    pub(super) fn field_picker(&mut self) -> Option<Picker> {
        let (id, _) = self.filed()?;
        let entry = self.shelf.entry(id)?;
        let meta = entry.listed().known.meta;
        let choices = Field::ALL.iter().map(|&field| {
            let label = self.look.messages().get(field_id(field));
            let value = match field {
                Field::Kind => meta.kind.map(|kind| self.kind_name(kind)).unwrap_or_default(),
                field => value_of(field, &meta),
            };
            PickerChoice::new(label, value, field.name(), PickerTarget::Field(field))
        });
        Some(Picker::new(PickerSource::Field, choices.collect(), 0).about(entry.title.clone()))
    }

    /// Returns the list of what the speech at the cursor can be.
    pub(super) fn speech_kind_picker(&mut self) -> Option<Picker> {
        let (id, _) = self.filed()?;
        let entry = self.shelf.entry(id)?;
        let now = entry.listed().known.meta.kind;
        let none = self.look.messages().get("field-of-text");
        let first = PickerChoice::new(none, String::new(), "", PickerTarget::SpeechKind(None));
        let kinds = SpeechKind::ALL.into_iter().map(|kind| {
            let label = self.kind_name(kind);
            PickerChoice::new(
                label,
                String::new(),
                kind.name(),
                PickerTarget::SpeechKind(Some(kind)),
            )
        });
        let choices: Vec<PickerChoice> = std::iter::once(first).chain(kinds).collect();
        let is_now = |choice: &PickerChoice| choice.target == PickerTarget::SpeechKind(now);
        let at = choices.iter().position(is_now).unwrap_or(0);
        Some(Picker::new(PickerSource::SpeechKind, choices, at).about(entry.title.clone()))
    }

    /// Asks what an entry is to be.
    pub(super) fn ask_field(&mut self, field: Field) {
        if field == Field::Kind {
            self.pick(PickerSource::SpeechKind);
            return;
        }
        let Some((id, _)) = self.filed() else { return };
        if let Some(entry) = self.shelf.entry(id) {
            let value = value_of(field, &entry.listed().known.meta);
            self.layers.ask(PromptPurpose::Field(field), &value);
        }
    }

    /// Sets an entry to what was typed; nothing typed goes back to what the text says.
    pub(super) fn set_field(&mut self, field: Field, typed: &str) {
        let mut value = typed.trim().to_owned();
        if field == Field::Date && !value.is_empty() {
            let Some(date) = Date::parse(&value) else {
                self.out.warn("date-wrong", [("typed", value.into())]);
                return;
            };
            value = date.to_string();
        }
        self.amend(Amendment::Field(field, value))
    }

    pub(super) fn set_speech_kind(&mut self, kind: Option<SpeechKind>) {
        let name = kind.map(SpeechKind::name).unwrap_or_default();
        self.amend(Amendment::Field(Field::Kind, name.to_owned()))
    }

    fn amend(&mut self, amendment: Amendment) {
        if let Some((id, path)) = self.filed() {
            self.out.want(Effect::Amend(id, path, amendment));
        }
    }

    /// Deletes the imported speech at the cursor.
    fn delete_speech(&mut self) {
        if let Some((id, path)) = self.filed() {
            self.out.want(Effect::DeleteSpeech(id, path));
        }
    }

    /// Takes back what was done last in the library.
    fn undo_in_library(&mut self) {
        match self.library.undo() {
            None => self.out.say("library-nothing-to-undo"),
            Some(Undoable::Imported(paths)) => self.undo_import(&paths),
            Some(Undoable::Deleted(id)) => self.out.want(Effect::RestoreSpeech(id)),
            Some(Undoable::Amended(path, before)) => {
                let Some(id) = self.shelf.find_file(&path) else { return };
                self.library.begin_undo();
                self.out.want(Effect::Amend(id, path, before));
            }
        }
    }

    /// Takes what is known about a speech after a change.
    pub(in crate::app) fn amended(
        &mut self,
        entry: EntryId,
        result: Result<Box<Amended>, Message>,
    ) {
        let change = self.library.end_change();
        let Amended { before, after, id, meta } = match result {
            Ok(amended) => *amended,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let Some(entry) = self.shelf.entry_mut(entry) else { return };
        let path = entry.path().map(std::path::Path::to_owned);
        entry.amend(id, meta);
        let title = entry.title.clone();
        let message = match (&after, change) {
            (_, ChangeBy::Undo) => "library-taken-back",
            (Amendment::Field(..), ChangeBy::Reader) => "library-changed",
            (Amendment::Standing(Standing::Archived), ChangeBy::Reader) => "library-put-away",
            (Amendment::Standing(Standing::Shelved), ChangeBy::Reader) => "library-put-back",
        };
        self.out.tell(message, [("title", title.into())]);
        if let Some(path) = path.filter(|_| change == ChangeBy::Reader) {
            self.library.note(Undoable::Amended(path, before));
        }
    }

    /// Takes it that a speech was deleted.
    pub(in crate::app) fn removed(&mut self, entry: EntryId, result: Result<SpeechId, Message>) {
        let id = match result {
            Ok(id) => id,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let Some(entry) = self.shelf.entry_mut(entry) else { return };
        entry.leave();
        let args = [("title", entry.title.clone().into())];
        self.out.tell("library-removed", args);
        self.library.note(Undoable::Deleted(id));
    }

    /// Takes a speech that was brought back.
    pub(in crate::app) fn restored(&mut self, result: Result<Box<Shelved>, Message>) {
        let shelved = match result {
            Ok(shelved) => *shelved,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let path = shelved.path.clone();
        self.shelf.shelve(ShelfScope::Library, vec![shelved]);
        self.out.say("library-brought-back");
        if let Some(id) = self.shelf.find_file(&path) {
            if let Some(entry) = self.shelf.entry_mut(id) {
                entry.come_back();
            }
            if let Some(list) = self.layers.library() {
                list.take(&self.shelf);
                list.point_to(LibraryRow::Speech(id));
            }
        }
    }
}

/// Returns what stands in an entry.
fn value_of(field: Field, meta: &Metadata) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Title => meta.title.clone(),
        Field::Kind => meta.kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
        Field::Speaker => text(&meta.speaker),
        Field::Office => text(&meta.office),
        Field::Date => {
            let day = |date: Date| format!("{}/{}/{}", date.day(), date.month(), date.year());
            meta.date.map(day).unwrap_or_default()
        }
        Field::Occasion => text(&meta.occasion),
        Field::Place => text(&meta.place),
        Field::Number => text(&meta.number),
        Field::Url => text(&meta.url),
    }
}
