//! The automatic numbers of Word: which label a paragraph of a list gets.
//!
//! A list of the text takes its levels from a definition and may change some. All lists of one
//! definition count on together, but for those that override where they start (ECMA-376 part 1,
//! §17.9; the same holds for the binary format, MS-DOC §2.4.6.3). Where the definitions stand is known
//! to `docx` and `doc`.

use super::numbers::Numeral;
use std::collections::{HashMap, HashSet};

/// The most levels of a list.
pub(super) const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct NumberingLevel {
    pub start: i64,
    pub form: LabelForm,
    /// What is written, with %1 for the number of the first level.
    pub text: String,
    /// The number of the level, from 1, that lets it begin anew; 0 for none.
    pub restart: Option<usize>,
    /// Whether all numbers in it are in figures ("legal").
    pub figures: Figures,
    /// The paragraph style that stands for the level.
    pub style: Option<String>,
}

/// What a level's label is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelForm {
    Number(Numeral),
    Bullet,
}

/// How the numbers of other levels are written in a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    AsDefined,
    Decimal,
}

impl Default for NumberingLevel {
    fn default() -> Self {
        NumberingLevel {
            start: 0,
            form: LabelForm::Number(Numeral::Decimal),
            text: String::new(),
            restart: None,
            figures: Figures::AsDefined,
            style: None,
        }
    }
}

/// A list of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct ListInstance {
    pub definition: String,
    pub starts: HashMap<usize, i64>,
    pub levels: HashMap<usize, NumberingLevel>,
}

/// What lists are made of: levels that count.
#[derive(Clone, Debug, Default)]
pub(super) struct Definition {
    pub levels: HashMap<usize, NumberingLevel>,
    /// The style whose list this is, and the style of whose list it is a copy.
    pub is_style: Option<String>,
    pub of_style: Option<String>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    pub definitions: HashMap<String, Definition>,
    pub lists: HashMap<String, ListInstance>,
    counts: HashMap<String, [Option<i64>; LEVELS]>,
    started: HashSet<(String, usize)>,
}

impl Numbering {
    /// Returns definitions that copy the list of a style the levels of that list.
    pub fn resolve_links(&mut self) {
        let named: HashMap<String, HashMap<usize, NumberingLevel>> = self
            .definitions
            .values()
            .filter_map(|definition| {
                Some((definition.is_style.clone()?, definition.levels.clone()))
            })
            .collect();
        for definition in self.definitions.values_mut() {
            let of = definition.of_style.as_ref().and_then(|style| named.get(style));
            if let (Some(levels), true) = (of, definition.levels.is_empty()) {
                definition.levels = levels.clone();
            }
        }
    }

    /// Returns the level that a list has for a paragraph style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(list)?;
        let levels = &self.definitions.get(&list.definition)?.levels;
        let own = list.levels.iter().chain(levels);
        let mut linked = own.filter(|(_, level)| level.style.as_deref() == Some(style));
        linked.next().map(|(&index, _)| index)
    }

    /// Counts a paragraph of a list and gives its label; nothing where there is no such list.
    pub fn label(&mut self, list_id: &str, at: usize) -> Option<String> {
        let at = at.min(LEVELS - 1);
        let list = self.lists.get(list_id)?;
        let none = Definition::default();
        let definition = self.definitions.get(&list.definition).unwrap_or(&none);
        let level = |at: usize| list.levels.get(&at).or_else(|| definition.levels.get(&at));
        let own = level(at)?;
        let start = |at: usize| {
            let level = level(at).map_or(1, |level| level.start);
            list.starts.get(&at).copied().unwrap_or(level)
        };
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let first = self.started.insert((list_id.to_owned(), at));
        counts[at] = Some(match counts[at] {
            Some(_) if first && list.starts.contains_key(&at) => start(at),
            Some(count) => count.saturating_add(1),
            None => start(at),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let until = level(deeper).and_then(|level| level.restart).unwrap_or(deeper);
            if at < until {
                *count = None;
            }
        }
        if own.form == LabelForm::Bullet {
            return Some(bullet(&own.text));
        }
        let mut out = String::new();
        let mut chars = own.text.chars().peekable();
        while let Some(c) = chars.next() {
            let digit = (c == '%').then(|| chars.peek().and_then(|c| c.to_digit(10))).flatten();
            let Some(digit @ 1..=9) = digit else {
                out.push(c);
                continue;
            };
            chars.next();
            let index = digit as usize - 1;
            let numeral = match (own.figures, level(index).map(|level| level.form)) {
                (Figures::AsDefined, Some(LabelForm::Number(numeral))) => numeral,
                _ => Numeral::Decimal,
            };
            // A level that has not counted yet shows where it would begin.
            let count = *counts[index].get_or_insert_with(|| start(index));
            out.push_str(&numeral.write(count));
        }
        Some(out)
    }
}

/// Returns the sign of a bullet: those of the symbol fonts are in the private area.
pub(super) fn bullet(text: &str) -> String {
    match text.chars().next() {
        Some('\u{F0B7}' | '·' | 'o' | '\u{F06F}' | '\u{F0A8}') => "•".to_owned(),
        Some('\u{F0A7}' | '\u{F06E}') => "▪".to_owned(),
        Some('\u{F0D8}' | '\u{F0DE}' | '\u{F0E8}') => "➢".to_owned(),
        Some('\u{F0FC}') => "✓".to_owned(),
        Some('\u{F02D}') => "-".to_owned(),
        Some('\u{F02B}') => "+".to_owned(),
        Some(c) if ('\u{F000}'..='\u{F0FF}').contains(&c) => "•".to_owned(),
        Some(_) => text.to_owned(),
        None => "•".to_owned(),
    }
}
