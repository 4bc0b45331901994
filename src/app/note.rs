//! A note being written: many lines, in place or in the reader's own editor.
//!
//! What was typed is not lost when the editor is closed without keeping it: the same note, opened
//! again, has it.

use super::App;
use super::event::{Effect, Notice};
use super::labelling::Subject;
use super::overlay::Overlay;
use crate::i18n::Message;
use crate::keymap::{Key, KeyPress};
use crate::text::printable;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use std::borrow::Cow;

/// A note being written.
#[derive(Debug)]
pub struct NoteEditor {
    /// The bookmark it is of.
    pub subject: Subject,
    /// The passage of that, in short.
    pub quote: String,
    area: TextArea<'static>,
    before: String,
}

impl NoteEditor {
    /// Opens a note with the cursor at its end; `before` is what is kept of it.
    pub fn new(subject: Subject, quote: String, before: String, text: &str) -> Self {
        NoteEditor { subject, quote, area: area(text), before }
    }

    /// Gives the lines and where the cursor is, for drawing.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Gives what was written.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Tells whether something was written that is not kept.
    pub fn is_changed(&self) -> bool {
        self.text().trim() != self.before.trim()
    }

    /// Puts another text in place of what was written.
    pub fn replace(&mut self, text: &str) {
        self.area = area(&clean(text));
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.area.insert_newline();
    }

    /// Takes a key that is no action.
    pub fn key(&mut self, press: KeyPress) {
        let KeyPress { key, ctrl, alt, .. } = press;
        let area = &mut self.area;
        match (key, ctrl || alt) {
            (Key::Char('a'), true) if ctrl => area.move_cursor(CursorMove::Head),
            (Key::Char('e'), true) if ctrl => area.move_cursor(CursorMove::End),
            (Key::Char('w'), true) if ctrl => drop(area.delete_word()),
            (Key::Char('u'), true) if ctrl => drop(area.delete_line_by_head()),
            (Key::Char('k'), true) if ctrl => drop(area.delete_line_by_end()),
            (Key::Char('z'), true) if ctrl => drop(area.undo()),
            (Key::Char('y'), true) if ctrl => drop(area.redo()),
            (Key::Char('h'), true) if alt => drop(area.delete_word()),
            (Key::Char('h'), true) => drop(area.delete_char()),
            (Key::Char(c), false) if !c.is_control() => {
                area.insert_char(c);
                self.compose();
            }
            (Key::Backspace, true) => drop(area.delete_word()),
            (Key::Backspace, false) => drop(area.delete_char()),
            (Key::Delete, _) => drop(area.delete_next_char()),
            (Key::Left, true) => area.move_cursor(CursorMove::WordBack),
            (Key::Left, false) => area.move_cursor(CursorMove::Back),
            (Key::Right, true) => area.move_cursor(CursorMove::WordForward),
            (Key::Right, false) => area.move_cursor(CursorMove::Forward),
            (Key::Up, _) => area.move_cursor(CursorMove::Up),
            (Key::Down, _) => area.move_cursor(CursorMove::Down),
            (Key::Home, true) => area.move_cursor(CursorMove::Top),
            (Key::Home, false) => area.move_cursor(CursorMove::Head),
            (Key::End, true) => area.move_cursor(CursorMove::Bottom),
            (Key::End, false) => area.move_cursor(CursorMove::End),
            (Key::PageUp, _) => area.move_cursor(CursorMove::Top),
            (Key::PageDown, _) => area.move_cursor(CursorMove::Bottom),
            _ => {}
        }
    }

    /// Takes pasted text, clean and in NFC; its lines stay lines.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(clean(text));
        self.compose();
    }

    /// Brings the line at the cursor to NFC: some input methods send a letter and then its mark.
    /// The cursor stays behind what it was behind.
    fn compose(&mut self) {
        let at = self.area.cursor();
        let line = self.area.lines()[at.0].clone();
        let Cow::Owned(composed) = printable(&line) else { return };
        let before: String = line.chars().take(at.1).collect();
        let column = printable(&before).chars().count();
        self.area.move_cursor(CursorMove::Head);
        self.area.delete_line_by_end();
        self.area.insert_str(composed);
        let (row, column) = (u16::try_from(at.0), u16::try_from(column));
        self.area
            .move_cursor(CursorMove::Jump(row.unwrap_or(u16::MAX), column.unwrap_or(u16::MAX)));
    }
}

fn area(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    // The terminal's own cursor stands there, where input methods look for it.
    area.set_cursor_style(ratatui::style::Style::new());
    area.set_cursor_line_style(ratatui::style::Style::new());
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// Makes a text of several lines fit to be shown.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(|line| printable(line).into_owned()).collect::<Vec<_>>().join("\n")
}

impl App {
    /// Opens the note of a bookmark, or of one that is to be set; what was written and not kept is
    /// there again.
    pub(super) fn open_note(&mut self, subject: Subject) {
        let (quote, before) = match &subject {
            Subject::New(range) => {
                let open = self.shelf.document();
                (open.map(|open| open.speech.words(*range)).unwrap_or_default(), String::new())
            }
            Subject::Known(id) => {
                let known = self.known_bookmark(id);
                let quote =
                    known.map(|known| known.anchor.words().into_owned()).unwrap_or_default();
                (quote, known.and_then(|known| known.note.clone()).unwrap_or_default())
            }
        };
        let draft = self.draft.take().filter(|(of, _)| *of == subject).map(|(_, text)| text);
        let text = draft.unwrap_or_else(|| before.clone());
        let quote = printable(quote.trim()).into_owned();
        let editor = NoteEditor::new(subject, quote, before, &text);
        self.overlays.push(Overlay::Note(Box::new(editor)));
    }

    /// Keeps the note that is being written.
    pub(super) fn accept_note(&mut self) -> Vec<Effect> {
        let Some(Overlay::Note(_)) = self.overlays.last() else { return Vec::new() };
        let Some(Overlay::Note(editor)) = self.overlays.pop() else { return Vec::new() };
        self.notices.clear();
        let text = editor.text();
        match editor.subject {
            Subject::New(range) => self.add_bookmark(range, Some(text)),
            Subject::Known(_) if text.trim() == editor.before.trim() => Vec::new(),
            Subject::Known(id) => self.set_note(id, text),
        }
    }

    /// Closes the note that is being written without keeping it; it is there again the next time.
    pub(super) fn leave_note(&mut self, editor: NoteEditor) {
        if editor.is_changed() {
            self.draft = Some((editor.subject.clone(), editor.text()));
            self.say("note-left");
        }
    }

    /// Begins a new line of the note.
    pub(super) fn new_line(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Note(editor)) = self.overlays.last_mut() {
            editor.new_line();
        }
        Vec::new()
    }

    /// Gives the note to the reader's own editor.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        match self.overlays.last() {
            Some(Overlay::Note(editor)) => vec![Effect::Edit(editor.text())],
            _ => Vec::new(),
        }
    }

    /// Takes what came of that: the text, if there is one, and what went wrong, if anything did.
    pub(super) fn edited(&mut self, text: Option<String>, trouble: Option<Message>) -> Vec<Effect> {
        if let (Some(Overlay::Note(editor)), Some(text)) = (self.overlays.last_mut(), text) {
            editor.replace(text.trim_end());
        }
        match trouble {
            // Nothing is kept that the editor did not say was good; nothing is lost either.
            Some(trouble) => {
                self.notices.push(Notice::trouble(trouble));
                Vec::new()
            }
            None => self.accept_note(),
        }
    }
}
