//! What is done in the list of the library: opening, editing what is known, putting away, deleting.

use super::event::{Amended, Effect};
use super::library::{LibraryList, LibraryRow};
use super::notice::Notice;
use super::overlay::{Overlay, Prompt, Purpose};
use super::picker::{Choice, Picker, Source, Target};
use super::prompt::Line;
use super::{App, Entry, Shelved};
use crate::i18n::Message;
use crate::library::catalog::{Direction, Order};
use crate::speech::{Amendment, Date, Field, Metadata, SpeechId, SpeechKind, Standing};
use std::path::PathBuf;

/// Something done in the library that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undoing {
    /// What is known about the speech of this file was like this before.
    Amended(PathBuf, Amendment),
    /// This speech was deleted.
    Deleted(SpeechId),
}

impl App {
    pub(super) fn open_library(&mut self) {
        let (order, direction) = self.library_order;
        self.shelf.note_progress(&Default::default());
        let list = LibraryList::new(order, direction, &self.shelf);
        self.overlays.push(Overlay::Library(Box::new(list)));
        self.out.want(Effect::ListPlaces);
        // Titles are better than the names of files.
        if self.shelf.entries().iter().any(|entry| entry.about.is_none()) {
            self.out.want(Effect::Shelve);
        }
    }

    /// Says what a speech is.
    pub fn kind_name(&self, kind: SpeechKind) -> String {
        self.messages.get(&format!("speech-kind-{}", kind.name()))
    }

    fn library(&mut self) -> Option<&mut LibraryList> {
        self.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Library(list) => Some(&mut **list),
            _ => None,
        })
    }

    pub(super) fn accept_library(&mut self) {
        let picked = match self.overlays.last_mut() {
            Some(Overlay::Library(list)) => {
                if !list.finish() {
                    return;
                }
                list.at_cursor()
            }
            _ => return,
        };
        self.out.clear_notices();
        // Enter on nothing leaves what was typed, to be mended.
        let Some(picked) = picked else { return };
        self.overlays.pop();
        match picked {
            LibraryRow::Speech(index) => self.open_speech(index),
            LibraryRow::Saved(index) => self.open_saved(index),
        }
    }

    /// Takes the next order of the list, with its usual end first.
    pub(super) fn sort_library(&mut self) {
        let Some(list) = self.library() else { return };
        let at = Order::ALL.iter().position(|order| *order == list.order).unwrap_or(0);
        list.order = Order::ALL[(at + 1) % Order::ALL.len()];
        list.direction = Direction::Usual;
        self.library_order = (list.order, list.direction);
    }

    /// Turns the order of the list round.
    pub(super) fn reverse_library(&mut self) {
        let Some(list) = self.library() else { return };
        list.direction = match list.direction {
            Direction::Usual => Direction::Reversed,
            Direction::Reversed => Direction::Usual,
        };
        self.library_order = (list.order, list.direction);
    }

    /// Shows what was put away, or what was not.
    pub(super) fn switch_standing(&mut self) {
        if let Some(list) = self.library() {
            list.standing = match list.standing {
                Standing::Shelved => Standing::Archived,
                Standing::Archived => Standing::Shelved,
            };
        }
    }

    /// Gives the speech at the cursor of the list, and its file. One without a file of its own is
    /// told so.
    fn filed(&mut self) -> Option<(usize, PathBuf)> {
        let index = self.library()?.speech()?;
        let path = self.shelf.entries().get(index).and_then(Entry::path);
        match path {
            Some(path) => Some((index, path.to_owned())),
            None => {
                self.out.say("library-no-file");
                None
            }
        }
    }

    /// Asks which entry of what is known about a speech to change.
    pub(super) fn edit_speech(&mut self) {
        let Some((index, _)) = self.filed() else { return };
        let Some(entry) = self.shelf.entries().get(index) else { return };
        let listed = entry.listed();
        let choices = Field::ALL
            .iter()
            .map(|&field| {
                let label = self.messages.get(field_id(field));
                let value = match field {
                    Field::Kind => {
                        let kind = listed.known.meta.kind;
                        kind.map(|kind| self.kind_name(kind)).unwrap_or_default()
                    }
                    field => value_of(field, &listed.known.meta),
                };
                Choice::new(label, value, field.name(), Target::Field(field))
            })
            .collect();
        let picker = Picker::new(Source::Field, choices, 0).about(entry.title.clone());
        self.overlays.push(Overlay::Picker(Box::new(picker)));
    }

    /// Asks what an entry is to be.
    pub(super) fn ask_field(&mut self, field: Field) {
        let Some((index, _)) = self.filed() else { return };
        let Some(entry) = self.shelf.entries().get(index) else { return };
        let listed = entry.listed();
        if field == Field::Kind {
            let none = self.messages.get("field-of-text");
            let first = Choice::new(none, String::new(), "", Target::SpeechKind(None));
            let kinds = SpeechKind::ALL.into_iter().map(|kind| {
                let label = self.kind_name(kind);
                Choice::new(label, String::new(), kind.name(), Target::SpeechKind(Some(kind)))
            });
            let choices: Vec<Choice> = std::iter::once(first).chain(kinds).collect();
            let at = listed.known.meta.kind.and_then(|kind| {
                SpeechKind::ALL.iter().position(|other| *other == kind).map(|at| at + 1)
            });
            let title = entry.title.clone();
            let picker = Picker::new(Source::SpeechKind, choices, at.unwrap_or(0)).about(title);
            self.overlays.push(Overlay::Picker(Box::new(picker)));
            return;
        }
        let line = Line::with_text(&value_of(field, &listed.known.meta));
        self.overlays.push(Overlay::Prompt(Prompt { purpose: Purpose::Field(field), line }));
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

    /// Puts the speech at the cursor away, or back.
    pub(super) fn archive_speech(&mut self) {
        let Some(list) = self.library() else { return };
        let archived = list.standing == Standing::Shelved;
        self.amend(Amendment::Archived(archived))
    }

    fn amend(&mut self, amendment: Amendment) {
        match self.filed() {
            Some((index, path)) => self.out.want(Effect::Amend(index, path, amendment)),
            None => {}
        }
    }

    /// Deletes the imported speech at the cursor.
    pub(super) fn delete_speech(&mut self) {
        match self.filed() {
            Some((index, path)) => self.out.want(Effect::DeleteSpeech(index, path)),
            None => {}
        }
    }

    /// Takes back what was done last in the library.
    pub(super) fn undo_shelving(&mut self) {
        match self.shelvings.pop() {
            None => {
                self.out.say("library-nothing-to-undo");
            }
            Some(Undoing::Deleted(id)) => self.out.want(Effect::RestoreSpeech(id)),
            Some(Undoing::Amended(path, before)) => {
                let Some(index) = self.shelf.find_file(&path) else { return };
                self.taking_back = true;
                self.out.want(Effect::Amend(index, path, before));
            }
        }
    }

    /// Takes what is known about a speech after a change.
    pub(super) fn amended(&mut self, index: usize, result: Result<Box<Amended>, Message>) {
        let taking_back = std::mem::take(&mut self.taking_back);
        let Amended { before, after, id, meta } = match result {
            Ok(amended) => *amended,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let Some(entry) = self.shelf.entry_mut(index) else { return };
        let path = entry.path().map(std::path::Path::to_owned);
        entry.amend(id, meta);
        let title = entry.title.clone();
        let message = match (&after, taking_back) {
            (_, true) => "library-taken-back",
            (Amendment::Field(..), false) => "library-changed",
            (Amendment::Archived(true), false) => "library-put-away",
            (Amendment::Archived(false), false) => "library-put-back",
        };
        self.out.tell(message, [("title", title.into())]);
        if let Some(path) = path.filter(|_| !taking_back) {
            self.shelvings.push(Undoing::Amended(path, before));
        }
    }

    /// Takes it that a speech was deleted.
    pub(super) fn removed(&mut self, index: usize, result: Result<SpeechId, Message>) {
        let id = match result {
            Ok(id) => id,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let Some(entry) = self.shelf.entry_mut(index) else { return };
        entry.leave();
        let args = [("title", entry.title.clone().into())];
        self.out.tell("library-removed", args);
        self.shelvings.push(Undoing::Deleted(id));
    }

    /// Takes a speech that was brought back.
    pub(super) fn restored(&mut self, result: Result<Box<Shelved>, Message>) {
        let shelved = match result {
            Ok(shelved) => *shelved,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let path = shelved.path.clone();
        self.shelf.shelve(vec![shelved]);
        self.out.say("library-brought-back");
        if let Some(index) = self.shelf.find_file(&path) {
            if let Some(entry) = self.shelf.entry_mut(index) {
                entry.come_back();
            }
            self.settle_overlays();
            if let Some(list) = self.library() {
                list.point_to(LibraryRow::Speech(index));
            }
        }
    }
}

/// Gives what stands in an entry.
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

/// Gives the message that names an entry.
pub fn field_id(field: Field) -> &'static str {
    match field {
        Field::Title => "field-title",
        Field::Kind => "field-kind",
        Field::Speaker => "field-speaker",
        Field::Office => "field-office",
        Field::Date => "field-date",
        Field::Occasion => "field-occasion",
        Field::Place => "field-place",
        Field::Number => "field-number",
        Field::Url => "field-url",
    }
}
