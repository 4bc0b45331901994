//! Tags, kinds and letters: which bookmark is meant, asking for them, and jumping to a letter.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::{Picker, PickerChoice, PickerSource, PickerTarget, PromptPurpose, Subject};
use crate::i18n::Message;
use crate::notebook::{self, Bookmark, Change, Kind, Labels};

impl App {
    /// Returns the bookmark that is meant: that of the list's cursor; that of the selection; the one
    /// made or changed last, where the reader still is; the one that the reader is in; else a new
    /// one of the passage at hand.
    pub(super) fn subject(&mut self) -> Option<Subject> {
        if let Some(list) = self.layers.bookmarks() {
            return list.at_cursor().map(|row| Subject::Known(row.bookmark.id.clone()));
        }
        let range = match self.reading.selection {
            Some(_) => self.bookmarkable()?,
            None => match self.bookmark_here() {
                Some(known) => return Some(Subject::Known(known)),
                None => self.bookmarkable()?,
            },
        };
        let open = self.shelf.document()?;
        let known = open.highlights().iter().find(|highlight| highlight.range == range);
        Some(known.map_or(Subject::New(range), |known| Subject::Known(known.id.clone())))
    }

    /// Returns the bookmark made or changed last, if the reader has not moved since, or the smallest
    /// one that the reader is in.
    pub(super) fn bookmark_here(&self) -> Option<String> {
        let open = self.shelf.document()?;
        let highlights = open.highlights();
        if let Some(id) = self.notebook.touched_at(open.place())
            && highlights.iter().any(|highlight| highlight.id == id)
        {
            return Some(id.to_owned());
        }
        let around = highlights.iter().filter(|highlight| highlight.range.contains(open.place()));
        around.min_by_key(|highlight| highlight.range.len()).map(|highlight| highlight.id.clone())
    }

    fn labels_of(&self, subject: &Subject) -> Labels {
        match subject {
            Subject::New(_) => Labels::default(),
            Subject::Known(id) => {
                self.notebook.find(id).map(|known| known.labels.clone()).unwrap_or_default()
            }
        }
    }

    /// Says of which passage something was said, and gives what is to be stored.
    fn label(&mut self, subject: Subject, said: &str, labels: Labels) {
        self.out.say(said);
        self.change_labels(subject, labels)
    }

    fn change_labels(&mut self, subject: Subject, labels: Labels) {
        match subject {
            Subject::New(range) => self.add_labelled(range, labels),
            Subject::Known(id) => {
                let old = self.labels_of(&Subject::Known(id.clone()));
                let mut changes = Vec::new();
                if labels.tags != old.tags {
                    changes.push(Change::SetTags(id.clone(), labels.tags));
                }
                if labels.kind != old.kind {
                    changes.push(Change::SetKind(id.clone(), labels.kind));
                }
                if labels.letter != old.letter {
                    changes.push(Change::SetLetter(id.clone(), labels.letter));
                }
                self.reading.selection = None;
                let place = self.shelf.document().map(|open| open.place());
                self.notebook.touch(id, place);
                if !changes.is_empty() {
                    self.out.want(Effect::Store(changes));
                }
            }
        }
    }

    pub(super) fn ask_tags(&mut self) {
        let Some(subject) = self.subject() else { return };
        let tags = self.labels_of(&subject).tags.join(", ");
        self.layers.ask(PromptPurpose::Tags(subject), &tags);
    }

    pub(super) fn set_tags(&mut self, subject: Subject, typed: &str) {
        let tags = notebook::tags(typed);
        let said = if tags.is_empty() { "tags-removed" } else { "tags-set" };
        let labels = Labels { tags, ..self.labels_of(&subject) };
        self.label(subject, said, labels)
    }

    pub(super) fn kind_picker(&mut self) -> Option<Picker> {
        let subject = self.subject()?;
        let now = self.labels_of(&subject).kind;
        let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
        let choices: Vec<PickerChoice> = kinds
            .map(|kind| {
                let sign = Labels { kind, ..Labels::default() }.sign();
                let name = self.look.messages().get(kind.map_or("kind-none", Kind::message));
                let also = kind.map_or("none", Kind::name);
                PickerChoice::new(
                    format!("{sign} {name}"),
                    String::new(),
                    also,
                    PickerTarget::Kind(kind),
                )
            })
            .collect();
        let at = Kind::ALL.into_iter().position(|kind| Some(kind) == now).unwrap_or(0);
        Some(Picker::new(PickerSource::Kind, choices, at))
    }

    pub(super) fn set_kind(&mut self, kind: Option<Kind>) {
        let Some(subject) = self.subject() else { return };
        let labels = Labels { kind, ..self.labels_of(&subject) };
        let name = Message::new(kind.map_or("kind-none", Kind::message));
        self.change_labels(subject, labels);
        self.out.tell("kind-set", [("kind", name.into())]);
    }

    /// Gives the bookmark at hand the letter that was pressed, or asks for one.
    pub(super) fn set_letter(&mut self) {
        let Some(subject) = self.subject() else { return };
        match self.keys.take_letter() {
            Some(letter) => self.give_letter(subject, letter),
            None => self.layers.ask(PromptPurpose::SetLetter(subject), ""),
        }
    }

    pub(super) fn give_letter(&mut self, subject: Subject, letter: char) {
        let before = self.notebook.lettered(letter);
        let is_new = |known: &&Bookmark| Subject::Known(known.id.clone()) != subject;
        let moved = before.filter(is_new).map(|before| quoted(&before.anchor.words()));
        let text = ("letter", letter.to_string().into());
        let labels = Labels { letter: Some(letter), ..self.labels_of(&subject) };
        self.change_labels(subject, labels);
        match moved {
            Some(quote) => self.out.tell("letter-moved", [text, ("quote", quote.into())]),
            None => self.out.tell("letter-set", [text]),
        }
    }

    /// Goes to the bookmark that has the letter that was pressed, or asks for one.
    pub(super) fn go_letter(&mut self) {
        match self.keys.take_letter() {
            Some(letter) => self.go_to_letter(letter),
            None => self.layers.ask(PromptPurpose::GoLetter, ""),
        }
    }

    pub(super) fn go_to_letter(&mut self, letter: char) {
        let Some(bookmark) = self.notebook.lettered(letter).cloned() else {
            let args = [("letter", letter.to_string().into())];
            self.out.tell("letter-none", args);
            return;
        };
        let here = self
            .shelf
            .document()
            .is_some_and(|open| open.marks.iter().any(|(id, _)| *id == bookmark.id));
        if !here {
            self.open_bookmark(&bookmark);
            return;
        }
        self.layers.close_bookmarks();
        self.screen.focus_text();
        self.go_to_bookmark(&bookmark.id);
    }

    /// Takes the letter that was typed for want of one pressed.
    pub(super) fn letter_typed(&mut self, typed: &str) -> Option<char> {
        let mut typed = typed.trim().chars();
        let letter = typed.next().filter(|_| typed.next().is_none()).and_then(notebook::letter);
        if letter.is_none() {
            self.out.say("letter-wrong");
        }
        letter
    }

    pub(super) fn narrow_bookmarks(&mut self, typed: &str) {
        if let Some(list) = self.layers.bookmarks() {
            list.narrow(typed);
        }
    }

    pub(super) fn sort_bookmarks(&mut self) {
        let Some(list) = self.layers.bookmarks() else { return };
        list.order = list.order.next();
    }
}
