//! The terminal's answer to the question for its background (OSC 11), which comes as key presses:
//! Alt-], the digits and letters of the answer, and a terminator. Where an answer comes in pieces,
//! its ESC may be a press of Escape, and what follows a character.

use crate::settings::keymap::{Key, KeyPress};
use crate::settings::theme::Shade;
use std::time::{Duration, Instant};

/// What an answer begins with.
const OPENING: &str = "11;rgb:";
/// The longest answer.
const LONGEST: usize = 40;
/// How long after the question an answer may still be under way when the program ends.
const LATE: Duration = Duration::from_millis(300);

/// What a key press turned out to be.
pub(super) enum Heard {
    /// A key press.
    Key,
    /// A part of an answer.
    Part,
    /// The end of an answer.
    Shade(Shade),
    /// Key presses that looked like an answer at first.
    Keys(Vec<KeyPress>),
}

/// Waits for an answer among key presses.
#[derive(Default)]
pub(super) struct Reply {
    asked: Option<Instant>,
    presses: Vec<KeyPress>,
    text: String,
    torn: Torn,
}

/// Where an answer may have been torn apart: behind the ESC of its beginning or of its end.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Torn {
    /// Nowhere.
    #[default]
    No,
    /// The last press was Escape: a bracket now begins an answer.
    Beginning,
    /// The answer is known: a backslash now is the rest of its end.
    End,
}

impl Reply {
    pub(super) fn expect(&mut self) {
        self.asked = Some(Instant::now());
    }

    pub(super) fn is_due(&self) -> bool {
        self.asked.is_some_and(|asked| asked.elapsed() < LATE)
    }

    pub(super) fn hear(&mut self, press: KeyPress) -> Heard {
        let torn = std::mem::take(&mut self.torn);
        if torn == Torn::End && press == KeyPress::char('\\') {
            return Heard::Part;
        }
        if self.asked.is_none() {
            return Heard::Key;
        }
        if self.presses.is_empty() && press.key == Key::Esc {
            self.torn = Torn::Beginning;
        }
        let opens = press.key == Key::Char(']') && (press.alt || torn == Torn::Beginning);
        if self.presses.is_empty() && !opens {
            return Heard::Key;
        }
        self.presses.push(press);
        let ends = (press.ctrl && press.key == Key::Char('g'))
            || (press.alt && press.key == Key::Char('\\'));
        match press.key {
            _ if opens && self.presses.len() == 1 => Heard::Part,
            Key::Esc if shade(&self.text).is_some() => {
                self.torn = Torn::End;
                let shade = shade(&self.text);
                self.asked = None;
                self.give_up(shade)
            }
            _ if ends => {
                let shade = shade(&self.text);
                self.asked = None;
                self.give_up(shade)
            }
            Key::Char(c) if !press.ctrl && !press.alt => {
                self.text.push(c);
                let known = OPENING.len().min(self.text.len());
                if self.text.len() <= LONGEST && self.text[..known] == OPENING[..known] {
                    return Heard::Part;
                }
                self.give_up(None)
            }
            _ => self.give_up(None),
        }
    }

    fn give_up(&mut self, shade: Option<Shade>) -> Heard {
        self.text.clear();
        let presses = std::mem::take(&mut self.presses);
        shade.map_or(Heard::Keys(presses), Heard::Shade)
    }
}

/// Reads "11;rgb:1e1e/1e1e/1e1e": light if its luminance is over one half.
fn shade(answer: &str) -> Option<Shade> {
    let mut parts = answer.strip_prefix(OPENING)?.split('/').map(|part| {
        let digits = part.len().min(4);
        let value = u32::from_str_radix(&part[..digits], 16).ok()?;
        let largest = (1u32 << (4 * digits)) - 1;
        Some(f64::from(value) / f64::from(largest))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // ITU-R BT.601, as terminals' own guesses are made.
    let luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
    Some(if luminance > 0.5 { Shade::Light } else { Shade::Dark })
}

#[cfg(test)]
mod tests;
