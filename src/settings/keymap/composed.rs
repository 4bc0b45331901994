//! Keys that an input method has taken back to make a letter with a mark of them.
//!
//! In Telex `i` and `s` are "í", in VNI `i` and `1` are: an input method that writes at once sends
//! `i`, and at the second key Backspace and "í". The first key was a command and is done; the
//! difference between what was taken back and what came in its place tells the second. The module
//! knows nothing of commands but whether a key has one.

use super::key::{Key, KeyPress};
use std::collections::VecDeque;
use unicode_normalization::UnicodeNormalization;

/// Which keys an input method makes marks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputMethod {
    /// Telex where its key has a command, else VNI.
    #[default]
    Auto,
    /// Letters: `s` makes "á", `aa` "â".
    Telex,
    /// Digits: `a1` makes "á", `a6` "â".
    Vni,
}

/// The most letters of a word that are remembered: no syllable is longer.
const LONGEST: usize = 8;

/// What an input method has been given of the word at hand, and what it has taken back.
#[derive(Clone, Debug, Default)]
pub struct Composed {
    /// The characters that arrived since the last that ends a word.
    word: VecDeque<char>,
    /// Those at its end that Backspace took back.
    erased: Vec<char>,
    /// Those that came in their place.
    anew: Vec<char>,
}

/// A letter: what it is without marks, its shape, its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Letter {
    bare: char,
    shape: Option<LetterShape>,
    tone: Option<ToneKey>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LetterShape {
    Circumflex,
    Breve,
    Horn,
    Stroke,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ToneKey {
    Acute,
    Grave,
    Hook,
    Tilde,
    Dot,
}

/// A key in Telex and in VNI.
type Keys = (char, char);

/// What became of letters that were taken back.
enum ComposedChange {
    /// Other letters stand there: they were not sent again.
    Others,
    /// Nothing yet: a mark or another letter may follow.
    None,
    /// The marks stand over other letters, or a mark is gone that was made twice: the key that was
    /// pressed follows as itself.
    Follows,
    /// A tone is gone: its key follows as itself, or these took it away.
    Less(Keys),
    /// A mark came.
    More(Keys),
}

impl InputMethod {
    /// Every choice.
    pub const ALL: [InputMethod; 3] = [InputMethod::Auto, InputMethod::Telex, InputMethod::Vni];

    /// Returns the name that the configuration uses.
    pub fn name(self) -> &'static str {
        match self {
            InputMethod::Auto => "auto",
            InputMethod::Telex => "telex",
            InputMethod::Vni => "vni",
        }
    }

    /// Finds the choice that [`InputMethod::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        InputMethod::ALL.into_iter().find(|method| method.name() == name)
    }
}

impl Composed {
    /// Takes a key press, and gives the presses that were meant. `is_bound` tells whether a
    /// press has a command.
    pub fn take(
        &mut self,
        press: KeyPress,
        method: InputMethod,
        is_bound: impl Fn(KeyPress) -> bool,
    ) -> Vec<KeyPress> {
        if press.is_backspace() && !is_bound(press) {
            // What came anew so far is a part of the word, too.
            self.word.extend(self.anew.drain(..));
            match self.word.pop_back().filter(|c| !c.is_ascii_digit()) {
                Some(c) => self.erased.push(c),
                // No letter is taken back: it is a key as any other.
                None => {
                    self.clear();
                    return vec![press];
                }
            }
            return Vec::new();
        }
        let KeyPress { key: Key::Char(c), ctrl: false, alt: false, .. } = press else {
            let mut meant = self.release(method, &is_bound);
            self.clear();
            meant.push(press);
            return meant;
        };
        let mark = is_mark(c);
        if self.erased.is_empty() {
            self.keep(c);
            // A mark alone belongs to the letter before it.
            return if mark { Vec::new() } else { vec![press] };
        }
        if !mark && self.anew.len() >= self.erased.len() {
            // All of it is there: this one is a key of its own.
            let mut meant = match self.change() {
                ComposedChange::More(keys) => vec![choose(keys, method, &is_bound)],
                _ => self.resent(),
            };
            self.settle();
            self.keep(c);
            meant.push(press);
            return meant;
        }
        self.anew.push(c);
        self.anew = self.anew.drain(..).nfc().collect();
        match self.change() {
            ComposedChange::Others if self.may_be_letter_of_key() => Vec::new(),
            ComposedChange::Others => self.release(method, &is_bound),
            ComposedChange::More(keys) if self.is_whole() => {
                self.settle();
                vec![choose(keys, method, &is_bound)]
            }
            ComposedChange::None
            | ComposedChange::Follows
            | ComposedChange::Less(_)
            | ComposedChange::More(_) => Vec::new(),
        }
    }

    /// Tells whether keys are held back, for what they are depends on the next one.
    pub fn is_held(&self) -> bool {
        !self.anew.is_empty()
    }

    /// Returns the keys that were held back, for no other has followed.
    pub fn release(
        &mut self,
        method: InputMethod,
        is_bound: impl Fn(KeyPress) -> bool,
    ) -> Vec<KeyPress> {
        let meant = match self.change() {
            ComposedChange::More(keys) | ComposedChange::Less(keys) => {
                vec![choose(keys, method, &is_bound)]
            }
            ComposedChange::Others | ComposedChange::None => self.resent(),
            ComposedChange::Follows => Vec::new(),
        };
        self.settle();
        meant
    }

    /// Returns the letters that came anew, if nothing but a person has sent them: the same ones again
    /// or others, behind a Backspace that was pressed.
    fn resent(&self) -> Vec<KeyPress> {
        match self.change() {
            ComposedChange::Others | ComposedChange::None => {
                self.anew.iter().map(|c| KeyPress::char(*c)).collect()
            }
            ComposedChange::Follows | ComposedChange::Less(_) | ComposedChange::More(_) => {
                Vec::new()
            }
        }
    }

    /// Forgets the word: its end was reached, or keys are typed and no commands.
    pub fn clear(&mut self) {
        *self = Composed::default();
    }

    /// Tells whether a mark may follow that makes of what came anew the letter of a key.
    fn may_be_letter_of_key(&self) -> bool {
        let horned = self.anew.iter().copied().chain(std::iter::once('\u{31B}'));
        let horned: Vec<char> = horned.nfc().collect();
        is_letter_of_key(&self.erased, &horned)
    }

    fn keep(&mut self, c: char) {
        if c == ' ' {
            return self.clear();
        }
        match self.word.pop_back() {
            Some(last) if is_mark(c) => self.word.extend([last, c].into_iter().nfc()),
            last => self.word.extend(last.into_iter().chain([c])),
        }
        if self.word.len() > LONGEST {
            self.word.pop_front();
        }
    }

    /// Takes what came anew for the end of the word.
    fn settle(&mut self) {
        self.erased.clear();
        self.word.extend(self.anew.drain(..));
    }

    /// Tells whether nothing is missing that the letters had before: a mark may come by itself.
    fn is_whole(&self) -> bool {
        let pairs = self.erased.iter().rev().zip(&self.anew);
        pairs.map(|(old, new)| (Letter::of(*old), Letter::of(*new))).all(|(old, new)| {
            (old.shape.is_none() || new.shape.is_some())
                && (old.tone.is_none() || new.tone.is_some())
        })
    }

    /// Tells the letters that were taken back from those that came in their place.
    fn change(&self) -> ComposedChange {
        // The last one was taken back first.
        let before: Vec<char> = self.erased.iter().rev().copied().collect();
        if is_letter_of_key(&before, &self.anew) {
            return ComposedChange::Follows;
        }
        let old: Vec<Letter> = before.iter().map(|c| Letter::of(*c)).collect();
        let new: Vec<Letter> = self.anew.iter().map(|c| Letter::of(*c)).collect();
        if old.iter().zip(&new).any(|(old, new)| old.bare != new.bare) {
            return ComposedChange::Others;
        }
        if new.len() < old.len() {
            return ComposedChange::None;
        }
        let pairs = || old.iter().zip(&new);
        let tones = |letters: &[Letter]| letters.iter().rev().find_map(|letter| letter.tone);
        let shaped = pairs().rev().find(|(old, new)| old.shape != new.shape);
        match (tones(&old), tones(&new), shaped) {
            (before, Some(tone), _) if before != Some(tone) => ComposedChange::More(tone.keys()),
            (_, _, Some((_, Letter { bare, shape: Some(shape), .. }))) => {
                ComposedChange::More(shape.keys(*bare))
            }
            (_, _, Some(_)) => ComposedChange::Follows,
            (Some(_), None, _) => ComposedChange::Less(('z', '0')),
            _ if before != self.anew => ComposedChange::Follows,
            _ => ComposedChange::None,
        }
    }
}

/// Tells whether a letter stands in the place of a key that Telex makes it of alone: "ư" of `w` and
/// `]`, "ơ" of `[`. That key was told already, when it was pressed.
fn is_letter_of_key(before: &[char], anew: &[char]) -> bool {
    matches!((before, anew), (['w' | 'W' | ']' | '}'], ['ư' | 'Ư']) | (['[' | '{'], ['ơ' | 'Ơ']))
}

/// Chooses the key that was pressed.
fn choose(
    (telex, vni): Keys,
    method: InputMethod,
    is_bound: &impl Fn(KeyPress) -> bool,
) -> KeyPress {
    let telex = KeyPress::char(telex);
    match method {
        InputMethod::Telex => telex,
        InputMethod::Auto if is_bound(telex) => telex,
        InputMethod::Auto | InputMethod::Vni => KeyPress::char(vni),
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

impl Letter {
    fn of(c: char) -> Letter {
        let plain = match c {
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        };
        let mut letter = Letter { bare: plain, shape: None, tone: None };
        letter.shape = (plain != c).then_some(LetterShape::Stroke);
        for (at, part) in std::iter::once(plain).nfd().enumerate() {
            match part {
                _ if at == 0 => letter.bare = part,
                '\u{302}' => letter.shape = Some(LetterShape::Circumflex),
                '\u{306}' => letter.shape = Some(LetterShape::Breve),
                '\u{31B}' => letter.shape = Some(LetterShape::Horn),
                '\u{301}' => letter.tone = Some(ToneKey::Acute),
                '\u{300}' => letter.tone = Some(ToneKey::Grave),
                '\u{309}' => letter.tone = Some(ToneKey::Hook),
                '\u{303}' => letter.tone = Some(ToneKey::Tilde),
                '\u{323}' => letter.tone = Some(ToneKey::Dot),
                _ => {}
            }
        }
        letter
    }
}

impl ToneKey {
    /// Returns its keys (TCVN 6064 and the manuals of Telex and VNI name the same five).
    fn keys(self) -> Keys {
        match self {
            ToneKey::Acute => ('s', '1'),
            ToneKey::Grave => ('f', '2'),
            ToneKey::Hook => ('r', '3'),
            ToneKey::Tilde => ('x', '4'),
            ToneKey::Dot => ('j', '5'),
        }
    }
}

impl LetterShape {
    /// Returns its keys over a bare letter: in Telex a circumflex and a stroke are the letter twice.
    fn keys(self, bare: char) -> Keys {
        match self {
            LetterShape::Circumflex => (bare, '6'),
            LetterShape::Horn => ('w', '7'),
            LetterShape::Breve => ('w', '8'),
            LetterShape::Stroke => (bare, '9'),
        }
    }
}

#[cfg(test)]
mod tests;
