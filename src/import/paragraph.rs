//! A paragraph while its words come in, run by run.

use super::sheet::clipped;
use crate::model::{FurnitureKind, HintKind};
use crate::text::Legacy;
use std::ops::Range;

/// How many runs of a paragraph are told apart by their looks: no text has as many.
const LOOKS: usize = 20_000;

/// How a run of words looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub weight: Weight,
    pub slant: Slant,
    /// The font's own encoding, if it has one.
    pub legacy: Option<Legacy>,
    /// Whether the font draws small letters as capitals.
    pub case: Case,
}

/// Whether words are in bold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Weight {
    #[default]
    Normal,
    Bold,
}

/// Whether words are in italics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Slant {
    #[default]
    Upright,
    Italic,
}

/// Whether all letters are drawn as capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Case {
    #[default]
    AsTyped,
    Capitals,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Rank {
    #[default]
    Body,
    Title,
    Heading(u8),
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    /// Stretches that look alike, in order; those with nothing to tell are not there.
    looks: Vec<(Range<usize>, Look)>,
    /// Words that wait for more of the same look: a letter and its mark may come apart.
    pending: (String, Look),
    /// What a list writes before it: "1.", "a)", "•".
    pub label: String,
    /// How deep its list lies in others, from 0.
    pub depth: u8,
    pub rank: Rank,
    pub furniture: Option<FurnitureKind>,
}

/// A finished paragraph.
pub(super) struct Line {
    pub text: String,
    pub hints: Vec<(Range<usize>, HintKind)>,
}

impl Look {
    pub fn bold(self) -> Self {
        Look { weight: Weight::Bold, ..self }
    }

    pub fn italic(self) -> Self {
        Look { slant: Slant::Italic, ..self }
    }

    /// Takes over what a font's name says.
    pub fn in_font(self, name: &str) -> Self {
        let legacy = Legacy::of_font(name);
        let capitals = legacy.is_some() && Legacy::is_capital_font(name);
        Look { legacy, case: if capitals { Case::Capitals } else { self.case }, ..self }
    }
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

    /// Adds plain words.
    pub fn say(&mut self, words: &str) {
        self.push(words, Look::default());
    }

    /// Adds words of a look.
    pub fn push(&mut self, words: &str, look: Look) {
        if self.pending.1 != look && !self.pending.0.is_empty() {
            self.flush();
        }
        self.pending.1 = look;
        self.pending.0.push_str(words);
    }

    /// Ends the line within the paragraph.
    pub fn line_break(&mut self) {
        let look = self.pending.1;
        self.push("\n", look);
    }

    /// Tells whether there are no words yet.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.pending.0.trim().is_empty()
    }

    /// Tells whether nothing or a blank came last.
    pub fn ends_blank(&self) -> bool {
        let last = if self.pending.0.is_empty() { &self.text } else { &self.pending.0 };
        last.chars().next_back().is_none_or(|c| c == ' ' || c == '\n')
    }

    /// Tells whether a line break came last.
    pub fn ends_line(&self) -> bool {
        let last = if self.pending.0.is_empty() { &self.text } else { &self.pending.0 };
        last.trim_end_matches(' ').ends_with('\n')
    }

    /// Gives the words alone, each blank but one.
    pub fn words(&self) -> String {
        let all = [self.text.as_str(), self.pending.0.as_str()].concat();
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Gives the last few words.
    #[cfg(feature = "pdf")]
    pub fn tail(&self) -> String {
        const BYTES: usize = 96;
        let end = |text: &str| {
            text[text.ceil_char_boundary(text.len().saturating_sub(BYTES))..].to_owned()
        };
        end(&self.text) + &end(&self.pending.0)
    }

    /// Takes back the sign that came last, if it is `sign`.
    #[cfg(feature = "pdf")]
    pub fn take_back(&mut self, sign: char) {
        let last = if self.pending.0.is_empty() { &mut self.text } else { &mut self.pending.0 };
        if last.ends_with(sign) {
            last.pop();
        }
    }

    /// Gives how many bytes there are so far.
    pub fn len(&self) -> usize {
        self.text.len() + self.pending.0.len()
    }

    /// Tells whether it fits into a cell of a table in rows.
    pub fn is_cell(&self, longest: usize) -> bool {
        let one = |text: &str| !text.trim_end().contains(['\n', '|']);
        self.len() <= longest && self.label.is_empty() && one(&self.text) && one(&self.pending.0)
    }

    fn flush(&mut self) {
        let (words, look) = std::mem::take(&mut self.pending);
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        let words = match look.legacy {
            Some(legacy) => legacy.convert(&words),
            None => words,
        };
        match look.case {
            Case::AsTyped => self.text.push_str(&words),
            Case::Capitals => self.text.push_str(&words.to_uppercase()),
        }
        if look != Look::default() && self.looks.len() < LOOKS {
            self.looks.push((start..self.text.len(), look));
        }
    }

    /// Puts label and words together; gives nothing if there are no words.
    pub fn finish(mut self) -> Option<Line> {
        self.flush();
        let words = self.text.trim();
        if words.is_empty() {
            return None;
        }
        let offset = self.text.len() - self.text.trim_start().len();
        let label = self.label.trim();
        let mut text = String::with_capacity(words.len() + label.len() + 8);
        if !label.is_empty() {
            text.extend(std::iter::repeat_n("  ", usize::from(self.depth.min(12))));
            text.push_str(label);
            text.push(' ');
        }
        let base = text.len();
        match self.rank {
            // A heading is one line, however it was broken.
            Rank::Body => text.push_str(words),
            Rank::Title | Rank::Heading(_) => text.push_str(&words.replace('\n', " ")),
        }
        let whole = text.len() - text.trim_start().len()..text.len();
        let mut hints = Vec::new();
        let kind = match self.rank {
            Rank::Body => None,
            Rank::Title => Some(HintKind::Title),
            Rank::Heading(level) => Some(HintKind::Heading(level.clamp(1, 6))),
        };
        hints.extend(kind.map(|kind| (whole.clone(), kind)));
        let furniture = self.furniture.into_iter();
        hints.extend(
            furniture.flat_map(|kind| clipped(&text, whole.clone(), HintKind::Furniture(kind))),
        );
        for (bold, kind) in [(true, HintKind::Bold), (false, HintKind::Italic)] {
            let has = |look: &Look| match bold {
                true => look.weight == Weight::Bold,
                false => look.slant == Slant::Italic,
            };
            let mut runs: Vec<Range<usize>> = Vec::new();
            for (range, _) in self.looks.iter().filter(|(_, look)| has(look)) {
                let start = (range.start.max(offset) - offset).min(words.len());
                let end = (range.end.max(offset) - offset).min(words.len());
                match runs.last_mut() {
                    // Blanks between two runs are of both.
                    Some(last) if words[last.end..start].trim().is_empty() => last.end = end,
                    _ => runs.push(start..end),
                }
            }
            let all = runs.len() == 1 && words[..runs[0].start].trim().is_empty();
            let all = all && words[runs[0].end..].trim().is_empty();
            for run in runs.into_iter().filter(|run| run.start < run.end) {
                let range = if all { whole.clone() } else { base + run.start..base + run.end };
                hints.extend(clipped(&text, range, kind));
            }
        }
        Some(Line { text, hints })
    }
}
