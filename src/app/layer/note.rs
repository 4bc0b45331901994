//! A note being written: its lines, its cursor, and the bookmark it is of.

use super::base::OverlayLayer;
use crate::notebook::{Bookmark, Draft};
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Key, KeyPress};
use crate::text::printable;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use std::borrow::Cow;

/// A note being written.
#[derive(Debug)]
pub struct NoteEditor {
    /// The bookmark it is of, as it is kept or as it is to be set.
    pub of: Bookmark,
    /// Whether that is kept.
    pub standing: NoteStanding,
    /// The passage of that, in short.
    pub quote: String,
    area: TextArea<'static>,
    before: String,
}

/// Whether the bookmark of a note is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteStanding {
    /// It is set when the note is kept.
    New,
    /// It is.
    Kept,
    /// It was, until another program deleted it: it is set again when the note is kept.
    Deleted,
}

impl NoteEditor {
    /// Opens the note of a bookmark with a text in it and the cursor at its end.
    pub fn new(of: Bookmark, text: &str) -> Self {
        let standing = if of.id.is_empty() { NoteStanding::New } else { NoteStanding::Kept };
        let quote = printable(of.anchor.words().trim()).into_owned();
        let before = of.note.clone().unwrap_or_default();
        NoteEditor { of, standing, quote, area: area(text), before }
    }

    /// Returns the bookmark with what was written for its note.
    pub fn written(&self) -> Bookmark {
        let note = Some(self.text().trim().to_owned()).filter(|note| !note.is_empty());
        Bookmark { note, ..self.of.clone() }
    }

    /// Returns what would be lost if the program ended now; nothing if that is nothing.
    pub fn draft(&self) -> Option<Draft> {
        let is_worth = self.is_changed() && !self.text().trim().is_empty();
        is_worth.then(|| Draft { bookmark: self.written(), file: None })
    }

    /// Returns the lines and where the cursor is, for drawing.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Returns what was written.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Returns whether something was written that is not kept.
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

impl OverlayLayer for NoteEditor {
    fn context(&self) -> Context {
        Context::Note
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::NewLine, Action::OpenEditor, Action::Accept, Action::Cancel]
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("hint-keep-note")
    }

    fn key(&mut self, press: KeyPress) -> bool {
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
        true
    }

    /// Takes pasted text, clean and in NFC; its lines stay lines.
    fn paste(&mut self, text: &str) -> bool {
        self.area.insert_str(clean(text));
        self.compose();
        true
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
