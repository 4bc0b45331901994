//! Tags, kinds and letters: which bookmark is meant, asking for them, and jumping to a letter.

use super::copying::quoted;
use super::event::Effect;
use super::notice::Notice;
use super::overlay::{Overlay, Prompt, Purpose};
use super::picker::{Choice, Picker, Source, Target};
use super::prompt::Line;
use super::{App, BookmarkList};
use crate::i18n::Message;
use crate::notebook::{self, Bookmark, Change, Kind, Labels};
use crate::text::TextRange;

/// The bookmark that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One that is still to be set, of this passage.
    New(TextRange),
    /// The one of this id.
    Known(String),
}

impl App {
    /// Gives the bookmark that is meant: that of the list's cursor; that of the selection; the one
    /// made or changed last, where the reader still is; the one that the reader is in; else a new
    /// one of the passage at hand.
    pub(super) fn subject(&mut self) -> Option<Subject> {
        let list = self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Bookmarks(list) => Some(list),
            _ => None,
        });
        if let Some(list) = list {
            return list.at_cursor().map(|row| Subject::Known(row.bookmark.id.clone()));
        }
        let range = match self.selection {
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

    /// Gives the bookmark made or changed last, if the reader has not moved since, or the smallest
    /// one that the reader is in.
    pub(super) fn bookmark_here(&self) -> Option<String> {
        let open = self.shelf.document()?;
        let highlights = open.highlights();
        if let Some((id, place)) = &self.touched
            && *place == open.place()
            && highlights.iter().any(|highlight| highlight.id == *id)
        {
            return Some(id.clone());
        }
        let around = highlights.iter().filter(|highlight| highlight.range.contains(open.place()));
        around.min_by_key(|highlight| highlight.range.len()).map(|highlight| highlight.id.clone())
    }

    /// Remembers which bookmark was made or changed last.
    pub(super) fn touch(&mut self, id: String) {
        let place = self.shelf.document().map(|open| open.place());
        self.touched = place.map(|place| (id, place));
    }

    pub(super) fn known_bookmark(&self, id: &str) -> Option<&Bookmark> {
        self.bookmarks.iter().find(|bookmark| bookmark.id == id)
    }

    fn labels_of(&self, subject: &Subject) -> Labels {
        match subject {
            Subject::New(_) => Labels::default(),
            Subject::Known(id) => {
                self.known_bookmark(id).map(|known| known.labels.clone()).unwrap_or_default()
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
                self.selection = None;
                self.touch(id);
                if !changes.is_empty() {
                    self.out.want(Effect::Store(changes));
                }
            }
        }
    }

    pub(super) fn ask_tags(&mut self) {
        let Some(subject) = self.subject() else { return };
        let line = Line::with_text(&self.labels_of(&subject).tags.join(", "));
        self.overlays.push(Overlay::Prompt(Prompt { purpose: Purpose::Tags(subject), line }));
    }

    pub(super) fn set_tags(&mut self, subject: Subject, typed: &str) {
        let tags = notebook::tags(typed);
        let said = if tags.is_empty() { "tags-removed" } else { "tags-set" };
        let labels = Labels { tags, ..self.labels_of(&subject) };
        self.label(subject, said, labels)
    }

    pub(super) fn ask_kind(&mut self) {
        let Some(subject) = self.subject() else { return };
        let now = self.labels_of(&subject).kind;
        let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
        let choices: Vec<Choice> = kinds
            .map(|kind| {
                let sign = Labels { kind, ..Labels::default() }.sign();
                let name = self.messages.get(kind.map_or("kind-none", Kind::message));
                let also = kind.map_or("none", Kind::name);
                Choice::new(format!("{sign} {name}"), String::new(), also, Target::Kind(kind))
            })
            .collect();
        let at = Kind::ALL.into_iter().position(|kind| Some(kind) == now).unwrap_or(0);
        self.overlays.push(Overlay::Picker(Box::new(Picker::new(Source::Kind, choices, at))));
    }

    pub(super) fn set_kind(&mut self, kind: Option<Kind>) {
        let Some(subject) = self.subject() else { return };
        let labels = Labels { kind, ..self.labels_of(&subject) };
        let name = Message::new(kind.map_or("kind-none", Kind::message));
        let text = Message::with("kind-set", [("kind", name.into())]);
        self.change_labels(subject, labels);
        self.out.notice(Notice::plain(text));
    }

    /// Gives the bookmark at hand the letter that was pressed, or asks for one.
    pub(super) fn set_letter(&mut self) {
        let Some(subject) = self.subject() else { return };
        match self.letter.take() {
            Some(letter) => self.give_letter(subject, letter),
            None => {
                self.ask(Purpose::SetLetter(subject));
            }
        }
    }

    pub(super) fn give_letter(&mut self, subject: Subject, letter: char) {
        let before = self.bookmarks.iter().rfind(|known| known.labels.letter == Some(letter));
        let is_new = |known: &&Bookmark| Subject::Known(known.id.clone()) != subject;
        let text = letter.to_string();
        let said = match before.filter(is_new) {
            Some(before) => {
                let quote = quoted(&before.anchor.words());
                let args = [("letter", text.as_str().into()), ("quote", quote.into())];
                Message::with("letter-moved", args)
            }
            None => Message::with("letter-set", [("letter", text.as_str().into())]),
        };
        let labels = Labels { letter: Some(letter), ..self.labels_of(&subject) };
        self.change_labels(subject, labels);
        self.out.notice(Notice::plain(said));
    }

    /// Goes to the bookmark that has the letter that was pressed, or asks for one.
    pub(super) fn go_letter(&mut self) {
        match self.letter.take() {
            Some(letter) => self.go_to_letter(letter),
            None => {
                self.ask(Purpose::GoLetter);
            }
        }
    }

    pub(super) fn go_to_letter(&mut self, letter: char) {
        let found = self.bookmarks.iter().rfind(|known| known.labels.letter == Some(letter));
        let Some(bookmark) = found.cloned() else {
            let args = [("letter", letter.to_string().into())];
            self.out.tell("letter-none", args);
            return;
        };
        let here = self
            .shelf
            .document()
            .is_some_and(|open| open.marks.iter().any(|(id, _)| *id == bookmark.id));
        if !here {
            self.open_bookmarked(&bookmark);
            return;
        }
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Bookmarks(_)));
        self.focus = super::Focus::Text;
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

    pub(super) fn ask_filter(&mut self) {
        let Some(Overlay::Bookmarks(list)) = self.overlays.last() else { return };
        let (line, before) = (Line::with_text(&list.typed), list.typed.clone());
        let purpose = Purpose::Filter(before);
        self.overlays.push(Overlay::Prompt(Prompt { purpose, line }));
    }

    /// Gives the list of bookmarks that is open, whatever lies over it.
    pub(super) fn bookmark_list(&mut self) -> Option<&mut BookmarkList> {
        self.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Bookmarks(list) => Some(list),
            _ => None,
        })
    }

    pub(super) fn narrow_bookmarks(&mut self, typed: &str) {
        if let Some(list) = self.bookmark_list() {
            list.narrow(typed);
        }
    }

    pub(super) fn sort_bookmarks(&mut self) {
        let Some(list) = self.bookmark_list() else { return };
        list.order = list.order.next();
    }

    /// Moves in what an input line is about: the hits of old searches, the list being narrowed.
    pub(super) fn step_in_prompt(&mut self, rows: isize) {
        match self.overlays.last() {
            Some(Overlay::Prompt(Prompt { purpose: Purpose::Filter(_), .. })) => {
                if let Some(list) = self.bookmark_list() {
                    list.step(rows);
                }
            }
            _ => self.search_history(rows.signum()),
        }
    }
}
