//! A list that is narrowed by typing: the outline, the palette, menus.

use super::base::OverlayLayer;
use super::cursor::ListCursor;
use super::line::InputLine;
use super::wanted::WantedWords;
use crate::notebook::Kind;
use crate::settings::action::{Action, Context};
use crate::speech::{Field, FurnitureKind, Role, SpeechKind};
use crate::text::{TextPos, fold};
use std::ops::Range;

/// What is picked from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerSource {
    /// The sections and items of the speech being read.
    Outline,
    /// The actions.
    Palette,
    /// What can be corrected.
    Correct,
    /// The roles.
    Role(RoleOf),
    /// What is not the speech.
    Furniture,
    /// What bookmarks mean.
    Kind,
    /// What is known about a speech.
    Field,
    /// What a speech is.
    SpeechKind,
    /// The offices at hand.
    Office,
    /// What can be corrected in a task.
    Task,
    /// What the passage at hand refers to.
    Reference,
    /// The themes, each shown as the cursor comes to it.
    Theme,
    /// Whether the open files are to be taken into the library.
    Import,
    /// Whether the address of the speech is to be opened.
    Address,
}

/// What is answered to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerAnswer {
    /// It is to be done.
    Yes,
    /// It is not.
    No,
}

/// Whose role is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleOf {
    /// That of an item.
    Item,
    /// That of a list.
    Series,
}

/// What is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerTarget {
    /// A place in the speech being read.
    Place(TextPos),
    /// An action.
    Action(Action),
    /// A role.
    Role(Role),
    /// A kind of what is not the speech.
    Furniture(FurnitureKind),
    /// What a bookmark means, or nothing in particular.
    Kind(Option<Kind>),
    /// An entry of what is known about a speech.
    Field(Field),
    /// What a speech is; nothing for what its title says.
    SpeechKind(Option<SpeechKind>),
    /// An office, by its number among those at hand.
    Office(usize),
    /// A theme, by its number.
    Theme(usize),
    /// A document or a part, by its number among what the passage at hand refers to.
    Document(usize),
    /// What is answered.
    Answer(PickerAnswer),
}

/// An entry of the list.
#[derive(Clone, Debug)]
pub struct PickerChoice {
    /// What it is called.
    pub label: String,
    /// More about it, at the right.
    pub detail: String,
    /// How deep it stands.
    pub depth: u16,
    /// What it is for.
    pub target: PickerTarget,
    folded: String,
}

impl PickerChoice {
    /// Makes an entry; `also` is matched too, but not shown.
    pub fn new(label: String, detail: String, also: &str, target: PickerTarget) -> Self {
        let folded = fold(&format!("{label} {also}"));
        PickerChoice { label, detail, depth: 0, target, folded }
    }

    /// Puts the entry deeper.
    pub fn at_depth(mut self, depth: u16) -> Self {
        self.depth = depth;
        self
    }
}

/// An open list.
#[derive(Debug)]
pub struct Picker {
    /// What it is picked from.
    pub source: PickerSource,
    /// What it is picked for, in words; empty where that goes without saying.
    pub subject: String,
    /// What was typed.
    pub line: InputLine,
    all: Vec<PickerChoice>,
    shown: Vec<usize>,
    cursor: ListCursor,
    filter: WantedWords,
}

impl Picker {
    /// Opens a list with the cursor on the entry at `cursor`.
    pub fn new(source: PickerSource, all: Vec<PickerChoice>, cursor: usize) -> Self {
        let shown = (0..all.len()).collect();
        let cursor = ListCursor::new(cursor.min(all.len().saturating_sub(1)));
        Picker {
            source,
            subject: String::new(),
            line: InputLine::default(),
            all,
            shown,
            cursor,
            filter: WantedWords::default(),
        }
    }

    /// Says what is picked for.
    pub fn about(self, subject: String) -> Self {
        Picker { subject, ..self }
    }

    /// Returns the entries that match, the best first; those of the outline in its order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &PickerChoice> + '_ {
        self.shown.iter().map(|&index| &self.all[index])
    }

    /// Returns how many entries there are in all.
    pub fn total(&self) -> usize {
        self.all.len()
    }

    /// Returns the place of the cursor among the entries that match.
    pub fn cursor(&self) -> usize {
        self.cursor.at()
    }

    /// Returns what the cursor is on.
    pub fn picked(&self) -> Option<PickerTarget> {
        self.shown.get(self.cursor.at()).map(|&index| self.all[index].target)
    }

    /// Takes the entries in another language; what was typed and the cursor stay.
    pub fn translate(&mut self, other: Picker) {
        let cursor = self.cursor;
        self.all = other.all;
        self.subject = other.subject;
        self.shown = (0..self.all.len()).collect();
        self.filter = WantedWords::default();
        self.narrow();
        self.cursor = cursor;
        self.cursor.fit(self.shown.len());
    }

    /// Returns the ranges of a label that were typed, in order.
    pub fn marks(&self, label: &str) -> Vec<Range<usize>> {
        self.filter.marks(label)
    }

    /// Narrows the list to what was typed, all words in any order; diacritics and case do not count.
    pub fn narrow(&mut self) {
        let filter = WantedWords::read(self.line.text());
        if filter == self.filter {
            return;
        }
        self.shown = match self.source {
            PickerSource::Palette => self.fitting(&filter),
            PickerSource::Outline
            | PickerSource::Correct
            | PickerSource::Role(_)
            | PickerSource::Furniture
            | PickerSource::Kind => self.containing(&filter),
            PickerSource::Field
            | PickerSource::SpeechKind
            | PickerSource::Office
            | PickerSource::Task
            | PickerSource::Reference
            | PickerSource::Theme => self.containing(&filter),
            PickerSource::Import | PickerSource::Address => self.containing(&filter),
        };
        self.filter = filter;
        self.cursor = ListCursor::default();
    }

    fn containing(&self, filter: &WantedWords) -> Vec<usize> {
        (0..self.all.len()).filter(|&index| filter.are_in(&self.all[index].folded)).collect()
    }

    /// Returns the entries that fit, the best first.
    fn fitting(&self, filter: &WantedWords) -> Vec<usize> {
        // Of those that fit as well, what has a key is wanted more often.
        let fit = |index: usize| {
            let choice = &self.all[index];
            Some((filter.fit(&choice.folded)?, choice.detail.is_empty(), index))
        };
        let mut fitting: Vec<_> = (0..self.all.len()).filter_map(fit).collect();
        fitting.sort_unstable();
        fitting.into_iter().map(|(.., index)| index).collect()
    }
}

impl OverlayLayer for Picker {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::Accept, Action::Cancel]
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some(match self.source {
            PickerSource::Outline | PickerSource::Reference => "hint-go",
            PickerSource::Palette | PickerSource::Correct | PickerSource::Task => "hint-run",
            PickerSource::Role(_) | PickerSource::Furniture | PickerSource::Kind => "hint-choose",
            PickerSource::Field | PickerSource::SpeechKind => "hint-choose",
            PickerSource::Office | PickerSource::Theme => "hint-choose",
            PickerSource::Import | PickerSource::Address => "hint-run",
        })
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.line)
    }

    fn typed(&mut self) {
        self.narrow();
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.shown.len());
    }
}
