//! A paragraph while its words come in, run by run.

mod finish;
mod look;

use crate::speech::{FurnitureKind, HintKind};
use crate::text::Legacy;
pub(super) use look::{FontWeight, LetterCase, Look, Slant};
use std::ops::Range;

/// How many runs of a paragraph are told apart by their looks: no text has as many.
const LOOKS: usize = 20_000;

/// What Unicode texts have where a word may be parted, and TCVN3 in the place of "ư".
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ParagraphRank {
    #[default]
    Body,
    Title,
    Heading(u8),
}

/// What lies between two lines of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    /// The end of a line within a paragraph.
    Line,
    /// The end of a paragraph.
    Paragraph,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// The words as they are in the file, in whatever font.
    text: String,
    /// Stretches that look alike, in order; those with nothing to tell are not there.
    looks: Vec<(Range<usize>, Look)>,
    /// What a list writes before it: "1.", "a)", "•".
    pub label: String,
    /// How deep its list lies in others, from 0.
    pub depth: u8,
    pub rank: ParagraphRank,
    pub furniture: Option<FurnitureKind>,
}

/// A finished paragraph.
pub(super) struct FinishedParagraph {
    pub text: String,
    pub hints: Vec<(Range<usize>, HintKind)>,
    /// What only the other words of the document can tell how to read; as it is in the file so far.
    pub doubts: Vec<Doubt>,
}

/// Words in an old font which may be Unicode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub range: Range<usize>,
    pub legacy: Legacy,
    pub case: LetterCase,
}

impl Paragraph {
    /// Makes a paragraph of words that look like nothing in particular.
    pub fn of(words: &str) -> Self {
        let mut paragraph = Paragraph::default();
        paragraph.say(words);
        paragraph
    }

    /// Makes an empty paragraph that may be furniture.
    pub fn beside(furniture: Option<FurnitureKind>) -> Self {
        Paragraph { furniture, ..Paragraph::default() }
    }

    /// Makes a note of the document, with its number before its words.
    pub fn note(number: usize, words: &Paragraph) -> Self {
        let mut note = Paragraph::of(&format!("[{number}]"));
        note.join(words);
        note
    }

    /// Adds the words of another paragraph of the same note.
    pub fn join(&mut self, other: &Paragraph) {
        self.append(other, |_, _, _| " ");
    }

    /// Makes words of the label where there are no others.
    pub fn or_label(mut self) -> Self {
        if self.is_blank() {
            let label = std::mem::take(&mut self.label);
            self.say(&label);
        }
        self
    }

    /// Adds plain words.
    pub fn say(&mut self, words: &str) {
        self.push(words, Look::default());
    }

    /// Adds words of a look.
    pub fn push(&mut self, words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        let end = self.text.len();
        let count = self.looks.len();
        match self.looks.last_mut() {
            Some((range, last)) if *last == look && range.end == start => range.end = end,
            _ if look == Look::default() => {}
            _ if count < LOOKS || look.legacy.is_some() => {
                self.looks.push((start..end, look));
            }
            _ => {}
        }
    }

    /// Ends the line within the paragraph.
    pub fn line_break(&mut self) {
        let last = self.looks.last().filter(|(range, _)| range.end == self.text.len());
        let look = last.map_or(Look::default(), |(_, look)| *look);
        self.push("\n", look);
    }

    /// Tells whether there are no words yet.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Tells whether there is nothing to be read: neither words nor a number.
    pub fn is_mute(&self) -> bool {
        self.is_blank() && !self.label.contains(char::is_alphanumeric)
    }

    /// Tells whether nothing or a blank came last.
    pub fn ends_blank(&self) -> bool {
        self.text.chars().next_back().is_none_or(|c| c == ' ' || c == '\n')
    }

    /// Tells whether a line break came last.
    pub fn ends_line(&self) -> bool {
        self.text.trim_end_matches(' ').ends_with('\n')
    }

    /// Returns the words alone as they are in the file, each blank but one.
    pub fn words(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns how many words there are.
    pub fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Returns the first few words in small letters, read as their font says.
    pub fn opening(&self) -> String {
        const BYTES: usize = 64;
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.floor_char_boundary(start + BYTES);
        let words = &self.text[start..end];
        let font = self.looks.iter().find(|(range, _)| range.contains(&start));
        match font.and_then(|(_, look)| look.legacy) {
            Some(legacy) => legacy.convert(words).to_lowercase(),
            None => words.to_lowercase(),
        }
    }

    /// Returns the last few words.
    #[cfg(feature = "pdf")]
    pub fn tail(&self) -> String {
        const BYTES: usize = 96;
        let from = self.text.len().saturating_sub(BYTES);
        self.text[self.text.ceil_char_boundary(from)..].to_owned()
    }

    /// Takes back the sign that came last, if it is `sign`.
    #[cfg(feature = "pdf")]
    pub fn take_back(&mut self, sign: char) {
        if !self.text.ends_with(sign) {
            return;
        }
        self.text.pop();
        let end = self.text.len();
        if let Some((range, _)) = self.looks.last_mut() {
            range.end = range.end.min(end);
        }
        if self.looks.last().is_some_and(|(range, _)| range.start >= range.end) {
            self.looks.pop();
        }
    }

    /// Returns how many bytes there are so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Returns how many lines the words have, at least one.
    pub fn lines(&self) -> usize {
        1 + memchr::memchr_iter(b'\n', self.text.trim().as_bytes()).count()
    }

    /// Tells whether a sign is among the words.
    pub fn has(&self, sign: char) -> bool {
        self.text.contains(sign)
    }

    /// Returns the same with a sign before each bar that tells that it parts no cells.
    pub fn with_bars_escaped(&self) -> Self {
        let mut out = Paragraph { label: self.label.clone(), ..Paragraph::default() };
        for (words, look) in self.runs() {
            out.push(&words.replace('|', "\\|"), look);
        }
        out
    }

    /// Adds the label and the words of another paragraph, as part of the same line: its lines follow
    /// each other behind what `between` gives for the last sign and the first one. Of its looks only
    /// the fonts count.
    pub fn append(
        &mut self,
        other: &Paragraph,
        between: impl Fn(Option<char>, Option<char>, Parted) -> &'static str,
    ) {
        let label = other.label.trim();
        let mut parted = Some(Parted::Paragraph);
        if !label.is_empty() {
            let last = self.last_sign();
            self.say(between(last, label.chars().next(), Parted::Paragraph));
            self.say(label);
            self.say(if other.is_blank() { "" } else { " " });
            parted = None;
        }
        for (words, look) in other.runs() {
            let look = Look { legacy: look.legacy, case: look.case, ..Look::default() };
            for (index, line) in words.split('\n').enumerate() {
                if index > 0 && parted.is_none() {
                    parted = Some(Parted::Line);
                }
                let line = if parted.is_some() { line.trim_start() } else { line };
                if line.is_empty() {
                    continue;
                }
                if let Some(parted) = parted.take() {
                    let read = look.legacy.map(|legacy| legacy.convert(line));
                    let first = read.as_deref().unwrap_or(line).chars().next();
                    let between = between(self.last_sign(), first, parted);
                    self.say(if self.ends_blank() { between.trim_start() } else { between });
                }
                self.push(line, look);
            }
        }
    }

    fn last_sign(&self) -> Option<char> {
        self.text.trim_end().chars().next_back()
    }

    /// Returns the words in stretches of one look each.
    fn runs(&self) -> impl Iterator<Item = (&str, Look)> {
        let mut at = 0;
        let mut looks = self.looks.iter().peekable();
        std::iter::from_fn(move || {
            let (range, look) = match looks.peek() {
                Some((range, look)) if range.start == at => {
                    let run = (range.clone(), *look);
                    looks.next();
                    run
                }
                Some((range, _)) => (at..range.start, Look::default()),
                None => (at..self.text.len(), Look::default()),
            };
            at = range.end;
            (!range.is_empty()).then(|| (&self.text[range], look))
        })
    }
}
