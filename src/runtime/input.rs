//! Keys, pastes and the mouse: from the terminal's events to the state's.

use super::background::{self, Heard};
use super::ending::Ending;
use super::gate::Gate;
use super::outside::{Outside, Teller};
use super::system;
use crate::app::Event;
use crate::settings::keymap::{Key, KeyPress};
use crossterm::event::{
    Event as Happened, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::io;
use std::thread;

/// How many rows the wheel turns by.
const WHEEL: isize = 3;

/// Starts to tell what comes from the terminal.
///
/// A thread of its own, that blocks: crossterm's source can be waited for in no other way without
/// losing keys or waking up by the clock.
pub(super) fn watch(teller: Teller, gate: Gate) -> io::Result<()> {
    let watch = move || {
        system::read_keys(&gate, |happened| {
            teller.tell(match happened {
                Happened::Resize(..) => Outside::Resized,
                happened => Outside::Input(happened),
            });
        });
        teller.tell(Outside::Ending(Ending::Hangup));
    };
    thread::Builder::new().name("keys".to_owned()).spawn(watch)?;
    Ok(())
}

/// Understands what comes from the terminal.
#[derive(Default)]
pub(super) struct Input {
    reply: background::Reply,
}

impl Input {
    /// From now on the answer to the question for the background may come.
    pub(super) fn expect_background(&mut self) {
        self.reply.expect();
    }

    /// Tells whether that answer has not come yet, though it may come any moment.
    pub(super) fn expects_background(&self) -> bool {
        self.reply.is_due()
    }

    /// Makes events for the state of what the terminal told.
    pub(super) fn take(&mut self, happened: Happened, events: &mut Vec<Event>) {
        match happened {
            Happened::Key(key) if key.kind != KeyEventKind::Release => {
                let Some(press) = press(key) else { return };
                match self.reply.hear(press) {
                    Heard::Key => events.push(Event::Key(press)),
                    Heard::Part => {}
                    Heard::Shade(shade) => events.push(Event::Shade(shade)),
                    Heard::Keys(keys) => events.extend(keys.into_iter().map(Event::Key)),
                }
            }
            Happened::Paste(text) => events.push(Event::Paste(text)),
            Happened::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollDown => events.push(Event::Wheel(WHEEL)),
                MouseEventKind::ScrollUp => events.push(Event::Wheel(-WHEEL)),
                MouseEventKind::Drag(MouseButton::Left) => events.push(Event::Drag(mouse.column)),
                MouseEventKind::Down(MouseButton::Left) => {
                    events.push(Event::Click(mouse.column, mouse.row));
                }
                _ => {}
            },
            Happened::Key(_)
            | Happened::Resize(..)
            | Happened::FocusGained
            | Happened::FocusLost => {}
        }
    }
}

/// Returns the key press that a terminal's event is; none for keys that mean nothing here.
fn press(event: KeyEvent) -> Option<KeyPress> {
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    Some(KeyPress::new(key, ctrl, alt, held(KeyModifiers::SHIFT)))
}
