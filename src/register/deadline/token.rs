//! A part of a text as words in one spelling, with their places and what stands between them.

use super::vocabulary::PhraseSet;
use crate::text::{TextPos, TextRange, spelling};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Before {
    /// Blanks, or signs of emphasis.
    Blank,
    /// A comma, a bracket.
    Comma,
    /// A dash alone: "16/4/2025 - 31/10/2025".
    Dash,
    /// The end of a sentence or clause, or the start of the text.
    Stop,
}

/// A word, or figures with what joins them ("30/6/2025", "i/2025", "17h30").
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// In small letters, in one spelling.
    pub text: String,
    pub start: TextPos,
    pub end: TextPos,
    pub before: Before,
}

/// The words of a part of a text.
pub(super) struct Tokens(Vec<Token>);

impl Tokens {
    pub fn of(text: &str, within: TextRange) -> Self {
        let part = within.of(text);
        let mut out: Vec<Token> = Vec::new();
        let mut at = 0;
        let mut before = Before::Stop;
        while let Some(c) = part[at..].chars().next() {
            if !c.is_alphanumeric() {
                before = before.max(sign(c));
                at += c.len_utf8();
                continue;
            }
            let length = length(&part[at..]);
            out.push(Token {
                text: spelling(&part[at..at + length]),
                start: TextPos::new(within.start.get() + at),
                end: TextPos::new(within.start.get() + at + length),
                before,
            });
            before = Before::Blank;
            at += length;
        }
        Tokens(out)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.0.get(at)
    }

    /// Returns a word, or nothing behind the end.
    pub fn word(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |token| &token.text)
    }

    /// Returns whether a word stands behind the one before it with blanks alone between.
    pub fn follows(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| token.before == Before::Blank)
    }

    /// Returns how many words the longest of the phrases has that stand at a place.
    pub fn phrase(&self, at: usize, phrases: &PhraseSet) -> Option<usize> {
        let stands = |phrase: &&Vec<String>| {
            let word = |(offset, word): (usize, &String)| {
                self.word(at + offset) == word && (offset == 0 || self.follows(at + offset))
            };
            phrase.iter().enumerate().all(word)
        };
        phrases.beginning_with(self.word(at)).iter().filter(stands).map(Vec::len).max()
    }

    /// Returns whether one of the phrases stands right before a place.
    pub fn is_behind(&self, at: usize, phrases: &PhraseSet) -> bool {
        self.follows(at)
            && phrases.iter().any(|phrase| {
                let first = at.checked_sub(phrase.len());
                first.is_some_and(|first| {
                    phrase
                        .iter()
                        .enumerate()
                        .all(|(offset, word)| self.word(first + offset) == word)
                })
            })
    }

    /// Returns the range of words in the text.
    pub fn range(&self, first: usize, behind: usize) -> TextRange {
        TextRange { start: self.0[first].start, end: self.0[behind - 1].end }
    }
}

fn sign(c: char) -> Before {
    match c {
        ',' | '(' | ')' | '/' | ':' => Before::Comma,
        '-' | '–' | '—' => Before::Dash,
        '.' | ';' | '!' | '?' | '"' | '“' | '”' | '«' | '»' => Before::Stop,
        _ => Before::Blank,
    }
}

/// Returns how long a word is: letters and figures, joined by a stroke, dash, point or colon where figures stand behind.
fn length(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        length += run;
        let mut behind = text[length..].chars();
        let joint = behind.next().filter(|c| "/-.:–".contains(*c));
        let is_joined = behind.next().is_some_and(|c| c.is_ascii_digit())
            && (text[..length].ends_with(|c: char| c.is_ascii_digit())
                || is_roman(&text[..length]));
        match joint.filter(|_| is_joined) {
            Some(joint) => length += joint.len_utf8(),
            None => return length,
        }
    }
}

/// Returns whether a word is the number of a quarter: "III/2025".
fn is_roman(text: &str) -> bool {
    matches!(text, "I" | "II" | "III" | "IV" | "i" | "ii" | "iii" | "iv")
}
