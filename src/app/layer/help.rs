//! The open help, or an explanation.

use super::base::{OverlayLayer, Under};
use crate::layout::{Widths, popup, popup_inside, wrap};
use crate::settings::action::{Action, Context};
use crate::text::TextRange;

/// The open help, or an explanation.
#[derive(Debug)]
pub struct Help {
    /// What it is about.
    pub about: About,
    /// What stands above it.
    pub title: String,
    /// Its lines.
    pub lines: Vec<HelpLine>,
    /// How many of them are above the first that shows.
    pub scroll: usize,
}

/// What a help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The keys.
    Keys,
    /// Why the outline is as it is at hand.
    Outline,
    /// The short forms that the text defines.
    ShortForms,
    /// Why the cells of the task at the cursor of the register are as they are.
    Task,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Nothing.
    Blank,
    /// A heading.
    Heading(String),
    /// Prose.
    Text(String),
    /// Keys and what they do.
    Keys(String, String),
}

/// The widest popup of the help with its lines in one column, in cells.
const HELP_COLUMNS: u16 = 86;
/// On a screen of so many columns the lines stand in two.
const TWO_COLUMNS: u16 = 160;

/// The popup of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpShape {
    /// Its columns and rows, the frame included.
    pub size: (u16, u16),
    /// How many columns of lines stand in it.
    pub columns: u16,
    /// How wide each of them is, in cells.
    pub width: u16,
}

/// The blanks between two columns of lines.
pub const HELP_GAP: u16 = 3;

impl Help {
    /// Takes the lines in another language; what shows stays.
    pub fn translate(&mut self, other: Help) {
        *self = Help { scroll: self.scroll, ..other };
    }

    /// Returns the popup on a screen of so many columns and rows.
    pub fn shape(&self, screen: (u16, u16)) -> HelpShape {
        let columns = if screen.0 >= TWO_COLUMNS && self.about == About::Keys { 2 } else { 1 };
        let lines = self.lines.len().div_ceil(usize::from(columns));
        let rows = u16::try_from(lines + 2).unwrap_or(u16::MAX);
        let size = (HELP_COLUMNS * columns, rows);
        let inside = popup_inside(popup(screen, size.0, size.1)).width;
        let width = inside.saturating_sub(HELP_GAP * (columns - 1)) / columns;
        HelpShape { size, columns, width }
    }

    /// Keeps the end of the help at the foot of its popup, on a screen of so many columns and rows.
    fn fit(&mut self, screen: (u16, u16)) {
        let HelpShape { size, columns, width } = self.shape(screen);
        let area = popup_inside(popup(screen, size.0, size.1));
        let mut room = usize::from(area.height * columns);
        let fit = self.lines.iter().rev().take_while(|line| {
            let left = room.checked_sub(line.rows(usize::from(width)));
            room = left.unwrap_or(room);
            left.is_some()
        });
        let last = self.lines.len() - fit.count();
        self.scroll = self.scroll.min(last.min(self.lines.len().saturating_sub(1)));
    }
}

impl HelpLine {
    /// Returns how many rows it takes in so many cells.
    fn rows(&self, columns: usize) -> usize {
        match self {
            HelpLine::Text(text) => {
                let widths = Widths { first: columns, rest: columns };
                wrap(text, TextRange::new(0, text.len()), widths).len()
            }
            HelpLine::Blank | HelpLine::Heading(_) | HelpLine::Keys(..) => 1,
        }
    }
}

impl OverlayLayer for Help {
    fn context(&self) -> Context {
        Context::List
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::LineDown, Action::PageDown, Action::Cancel]
    }

    fn step(&mut self, by: isize) {
        self.scroll = self.scroll.saturating_add_signed(by);
    }

    fn wheel(&mut self, rows: isize) {
        self.step(rows);
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.fit(under.screen);
    }
}
