//! One line of input: typed, pasted, edited.

use crate::settings::keymap::{Key, KeyPress};
use crate::text::printable;
use std::borrow::Cow;
use tui_input::{Input, InputRequest};

/// A line being typed.
#[derive(Clone, Debug, Default)]
pub struct InputLine {
    input: Input,
}

impl InputLine {
    /// Makes a line with text in it and the cursor at its end.
    pub fn with_text(text: &str) -> Self {
        InputLine { input: Input::new(text.to_owned()) }
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Returns how many cells stand before the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Takes a key that is no action; tells whether the text changed.
    pub fn key(&mut self, press: KeyPress) -> bool {
        let Some(request) = request(press) else { return false };
        self.input.handle(request).is_some_and(|changed| changed.value)
    }

    /// Takes pasted text, as one clean line in NFC: its lines with a blank between them.
    pub fn paste(&mut self, text: &str) {
        let typed = self.input.value();
        let at = typed.char_indices().nth(self.input.cursor()).map_or(typed.len(), |(at, _)| at);
        let (before, after) = typed.split_at(at);
        let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
        let pasted = if text.contains(['\n', '\r']) {
            lines.collect::<Vec<_>>().join(" ")
        } else {
            text.to_owned()
        };
        // What was pasted may begin with a mark for the letter before it.
        let before = printable(&format!("{before}{pasted}")).into_owned();
        let cursor = before.chars().count();
        self.input = Input::new(before + after).with_cursor(cursor);
        self.compose();
    }

    /// Brings what was typed to NFC: some input methods send a letter and then its mark.
    /// The cursor stays behind what it was behind.
    pub fn compose(&mut self) {
        let typed = self.input.value();
        if let Cow::Owned(clean) = printable(typed) {
            let before: String = typed.chars().take(self.input.cursor()).collect();
            let cursor = printable(&before).chars().count();
            self.input = Input::new(clean).with_cursor(cursor);
        }
    }
}

fn request(press: KeyPress) -> Option<InputRequest> {
    use InputRequest as R;
    let KeyPress { key, ctrl, alt, .. } = press;
    Some(match (key, ctrl || alt) {
        (Key::Char('a'), true) if ctrl => R::GoToStart,
        (Key::Char('e'), true) if ctrl => R::GoToEnd,
        (Key::Char('w'), true) if ctrl => R::DeletePrevWord,
        (Key::Char('u'), true) if ctrl => R::DeleteLine,
        (Key::Char('k'), true) if ctrl => R::DeleteTillEnd,
        (Key::Char('h'), true) if alt => R::DeletePrevWord,
        (Key::Char('h'), true) => R::DeletePrevChar,
        (Key::Char(c), false) if !c.is_control() => R::InsertChar(c),
        (Key::Backspace, true) => R::DeletePrevWord,
        (Key::Backspace, false) => R::DeletePrevChar,
        (Key::Delete, _) => R::DeleteNextChar,
        (Key::Left, true) => R::GoToPrevWord,
        (Key::Left, false) => R::GoToPrevChar,
        (Key::Right, true) => R::GoToNextWord,
        (Key::Right, false) => R::GoToNextChar,
        (Key::Home, _) => R::GoToStart,
        (Key::End, _) => R::GoToEnd,
        _ => return None,
    })
}
