//! A key press, and how users write one.

use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A key without what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character, as the keyboard layout and the input method give it.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
    /// Any letter: not a key of a keyboard, but what a binding can end with to take each that is
    /// bound to nothing else.
    Letter,
}

/// The names of keys; the first name of a key is the one that is shown.
const NAMES: [(&str, Key); 26] = [
    ("space", Key::Char(' ')),
    ("enter", Key::Enter),
    ("return", Key::Enter),
    ("esc", Key::Esc),
    ("escape", Key::Esc),
    ("tab", Key::Tab),
    ("backtab", Key::BackTab),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("del", Key::Delete),
    ("insert", Key::Insert),
    ("ins", Key::Insert),
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
    ("home", Key::Home),
    ("end", Key::End),
    ("pgup", Key::PageUp),
    ("pageup", Key::PageUp),
    ("page-up", Key::PageUp),
    ("pgdn", Key::PageDown),
    ("pgdown", Key::PageDown),
    ("pagedown", Key::PageDown),
    ("page-down", Key::PageDown),
    ("letter", Key::Letter),
];

/// The last function key that has a name.
const LAST_F: u8 = 24;

/// A key with what is held down with it, in the one form in which equal presses are equal: shift
/// is set for keys that are no characters alone, for a character already is what shift makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyPress {
    /// The key.
    pub key: Key,
    /// Whether control was down.
    pub ctrl: bool,
    /// Whether alt was down.
    pub alt: bool,
    /// Whether shift was down; never with a character.
    pub shift: bool,
}

impl KeyPress {
    /// Makes a key press in its one form from what a terminal or a user says.
    ///
    /// Shift goes into the character or makes tab to [`Key::BackTab`]; control takes the small
    /// letter; control with i, m and [ are tab, enter and escape, which a terminal cannot tell
    /// from them.
    pub fn new(key: Key, ctrl: bool, alt: bool, shift: bool) -> KeyPress {
        let (key, ctrl, shift) = match key {
            Key::Char(c) if ctrl => match c.to_ascii_lowercase() {
                'i' => (Key::Tab, false, shift),
                'm' => (Key::Enter, false, shift),
                '[' => (Key::Esc, false, shift),
                c => (Key::Char(c), true, false),
            },
            Key::Char(c) if shift => (Key::Char(upper(c)), ctrl, false),
            key => (key, ctrl, shift),
        };
        let (key, shift) = match (key, shift) {
            (Key::Tab, true) | (Key::BackTab, _) => (Key::BackTab, false),
            (key, shift) => (key, shift),
        };
        KeyPress { key, ctrl, alt, shift }
    }

    /// Makes the press of a character alone.
    pub fn char(c: char) -> KeyPress {
        KeyPress { key: Key::Char(c), ctrl: false, alt: false, shift: false }
    }

    /// Reads a key press as users write it: `j`, `G`, `ctrl-d`, `alt-left`, `shift-f3`, `space`.
    /// The case of names and modifiers does not matter, nor does the Unicode form of a letter.
    pub fn parse(text: &str) -> Option<KeyPress> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        while let Some((word, after)) = rest.split_once('-') {
            let held = if word.eq_ignore_ascii_case("ctrl") {
                &mut ctrl
            } else if word.eq_ignore_ascii_case("alt") {
                &mut alt
            } else if word.eq_ignore_ascii_case("shift") {
                &mut shift
            } else {
                break;
            };
            if std::mem::replace(held, true) || after.is_empty() {
                return None;
            }
            rest = after;
        }
        let key = parse_key(rest)?;
        if let Key::Char(c) = key
            && shift
            && !ctrl
            && upper(c) == c
            && !c.is_uppercase()
        {
            // Which character shift makes of this one, only the keyboard's layout knows.
            return None;
        }
        Some(KeyPress::new(key, ctrl, alt, shift))
    }

    /// Tells whether it is Backspace, or control with h, which some terminals send in its place
    /// (0x08).
    pub fn is_backspace(self) -> bool {
        let KeyPress { key, ctrl, alt, .. } = self;
        !alt && (key == Key::Backspace && !ctrl || key == Key::Char('h') && ctrl)
    }

    /// Returns [`Key::Letter`] for the press of a letter alone.
    pub(super) fn any_letter(self) -> Option<KeyPress> {
        let Key::Char(c) = self.key else { return None };
        (c.is_alphabetic() && !self.ctrl && !self.alt)
            .then_some(KeyPress { key: Key::Letter, ..self })
    }

    /// Returns the press of the bare letter, if this is one of a letter with a Vietnamese mark.
    pub(super) fn bare(self) -> Option<KeyPress> {
        let Key::Char(c) = self.key else { return None };
        let base = crate::text::fold::fold_char(c).filter(char::is_ascii_lowercase)?;
        let base = if c.is_uppercase() { base.to_ascii_uppercase() } else { base };
        (base != c).then_some(KeyPress { key: Key::Char(base), ..self })
    }
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    upper.next().filter(|_| upper.next().is_none()).unwrap_or(c)
}

fn parse_key(text: &str) -> Option<Key> {
    if let Some(c) = single(text) {
        return (!c.is_control() && !c.is_whitespace()).then_some(Key::Char(c));
    }
    if let Some((_, key)) = NAMES.iter().find(|(name, _)| text.eq_ignore_ascii_case(name)) {
        return Some(*key);
    }
    let number = text.strip_prefix(['f', 'F'])?;
    let number = Some(number).filter(|digits| !digits.starts_with(['0', '+']))?;
    number.parse().ok().filter(|number| (1..=LAST_F).contains(number)).map(Key::F)
}

/// Returns the character that a text is, composed from letter and marks if need be.
fn single(text: &str) -> Option<char> {
    if text.is_ascii() {
        return (text.len() == 1).then(|| text.chars().next())?;
    }
    let mut composed = text.nfc();
    composed.next().filter(|_| composed.next().is_none())
}

/// Writes a key press as [`KeyPress::parse`] reads it.
impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.key {
            Key::BackTab => f.write_str("shift-tab"),
            Key::F(number) => write!(f, "f{number}"),
            key => match NAMES.iter().find(|(_, named)| *named == key) {
                Some((name, _)) => f.write_str(name),
                None => match key {
                    Key::Char(c) => write!(f, "{c}"),
                    other => write!(f, "{other:?}"),
                },
            },
        }
    }
}

/// Reads keys pressed one after the other, with blanks between them.
///
/// # Errors
///
/// The part that is no key; all of an empty text.
pub(super) fn parse_sequence(text: &str) -> Result<Vec<KeyPress>, &str> {
    let keys = text.split_whitespace();
    let presses = keys.map(|key| KeyPress::parse(key).ok_or(key)).collect::<Result<Vec<_>, _>>()?;
    if presses.is_empty() { Err(text) } else { Ok(presses) }
}

/// Writes keys pressed one after the other.
pub fn display_sequence(presses: &[KeyPress]) -> String {
    presses.iter().map(KeyPress::to_string).collect::<Vec<_>>().join(" ")
}
