//! A speech that is open, and where in it the reader is.

mod marks;
mod renew;

pub use marks::Highlight;
pub use renew::Follow;

use super::jumps::Jumps;
use super::narrowing::Shown;
use super::node::{Fold, Node};
use super::place::LeftPlace;
use crate::layout::{Layout, LayoutKey, Row, RowKind, RowRef, TableLine};
use crate::notebook::Bookmark;
use crate::speech::anchor::Place;
use crate::speech::correction::Checked;
use crate::speech::{Extent, Home, ItemIndex, Speech};
use crate::text::{TextPos, TextRange};
use std::collections::HashMap;
use std::rc::Rc;

/// An open speech.
#[derive(Debug)]
pub struct OpenSpeech {
    /// The speech.
    pub speech: Speech,
    /// Its rows.
    pub layout: Layout,
    /// The place of the top row.
    top: TextPos,
    /// Where the last jump landed, until one moves on.
    landing: Option<Landing>,
    /// The rows of the pane.
    height: usize,
    /// Places jumped from.
    pub jumps: Jumps,
    /// Branches of the sidebar that the reader opened or closed.
    pub folds: HashMap<Node, Fold>,
    /// Bookmarks in this speech and where they are.
    pub marks: Vec<(String, Place)>,
    /// Those whose place is known, in the order of the text.
    highlights: Vec<Highlight>,
    /// What has become of the files that bookmarks were made in, by the bookmark; nothing while that is
    /// being looked up.
    homes: HashMap<String, Option<Home>>,
    /// The bookmarks of which that is still to be asked.
    unasked: Vec<Bookmark>,
    /// What was corrected in this speech, and what became of it; the oldest first.
    pub corrections: Vec<Checked>,
    /// Where to go once the text is whole.
    pub wanted: Option<WantedPlace>,
    /// The passages that show, if not all do.
    shown: Option<Shown>,
    /// Whether its file has changed since a part of it was read.
    pub is_stale: bool,
}

/// Where a jump landed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    pos: TextPos,
    /// Whether the reader still has to find it: until they scroll.
    marked: bool,
}

/// A place that lies in a part of the text that is still being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedPlace {
    /// The end.
    End,
    /// So many per cent.
    Percent(u32),
    /// Where the reader left it, if the text is still the same.
    Left(LeftPlace),
}

impl OpenSpeech {
    /// Opens a speech at its start.
    pub fn new(speech: Speech) -> Self {
        let layout = Layout::new(LayoutKey { width: 80, furniture: false, gaps: true });
        let top = TextPos::ZERO;
        let mut document = OpenSpeech {
            speech,
            layout,
            top,
            landing: None,
            height: 1,
            jumps: Jumps::default(),
            folds: HashMap::new(),
            marks: Vec::new(),
            highlights: Vec::new(),
            corrections: Vec::new(),
            homes: HashMap::new(),
            unasked: Vec::new(),
            wanted: None,
            shown: None,
            is_stale: false,
        };
        document.top = document.place_of(RowRef::default());
        document
    }

    /// Returns what the rows depend on.
    pub fn key(&self) -> LayoutKey {
        self.layout.key()
    }

    /// Fits the speech to a pane; the place stays.
    pub fn fit(&mut self, key: LayoutKey, height: u16) {
        if self.layout.key() != key {
            self.layout = self.layout_of(key);
        }
        self.height = usize::from(height).max(1);
    }

    /// Takes over more of the text or a new outline; the place stays.
    pub fn grow(&mut self, speech: Speech) {
        let (old, new) = (&self.speech.outline, &speech.outline);
        let folds = std::mem::take(&mut self.folds).into_iter();
        let carried = folds.filter_map(|(node, open)| Some((node.carried(old, new)?, open)));
        self.folds = carried.collect();
        self.speech = speech;
        self.shown = None;
        self.layout = Layout::new(self.layout.key());
    }

    /// Shows only some passages, or all; the place stays if it shows.
    pub fn show_only(&mut self, shown: Option<Shown>) {
        if self.shown != shown {
            self.shown = shown;
            self.layout = self.layout_of(self.layout.key());
        }
    }

    /// Returns the passages that show, if not all do.
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    fn layout_of(&self, key: LayoutKey) -> Layout {
        Layout::new(key).showing(self.shown.as_ref().map(|shown| Rc::clone(&shown.blocks)))
    }

    /// Returns whether all of the text is here.
    pub fn is_whole(&self) -> bool {
        self.speech.extent != Extent::Head
    }

    /// Returns the rows on the screen.
    pub fn rows(&self) -> Vec<Row> {
        self.layout.page(&self.speech, self.top_row(), self.height)
    }

    /// Returns the words of a row on the screen, and where they stand.
    pub fn line(&self, row: &Row) -> TableLine {
        self.layout.line(&self.speech, row)
    }

    /// Returns the place where the reader is: where the last jump landed, else the first text on the
    /// screen.
    pub fn place(&self) -> TextPos {
        if let Some(landing) = self.landing {
            return landing.pos;
        }
        let mut at = self.top_row();
        for _ in 0..self.height {
            match self.layout.row(&self.speech, at) {
                Some(row) if matches!(row.kind, RowKind::First | RowKind::More) => {
                    return row.range.start;
                }
                _ => {}
            }
            let Some(next) = self.layout.next(&self.speech, at) else { break };
            at = next;
        }
        self.top
    }

    /// Returns the place of the top row.
    pub fn top(&self) -> TextPos {
        self.top
    }

    /// Returns where the last jump landed, if one has not moved on since.
    pub fn landing(&self) -> Option<TextPos> {
        self.landing.filter(|landing| landing.marked).map(|landing| landing.pos)
    }

    /// Returns whether the start of the text is on top.
    pub fn is_at_start(&self) -> bool {
        self.landing.is_none() && self.layout.previous(&self.speech, self.top_row()).is_none()
    }

    /// Returns the innermost item at the place where the reader is.
    pub fn item(&self) -> Option<ItemIndex> {
        self.speech.outline.item_at(self.place())
    }

    /// Returns how much of the text lies above the place where the reader is, 0 to 100; 100 once the
    /// end shows.
    pub fn percent(&self) -> u8 {
        let total = self.speech.text.len().max(1);
        let bottom = self.layout.step(&self.speech, self.top_row(), self.height as isize - 1);
        if self.is_whole() && bottom == self.layout.last(&self.speech) {
            return 100;
        }
        let above = self.place().get().min(total);
        (above as u128 * 100 / total as u128).min(99) as u8
    }

    /// Returns the start of the row that lies so many per cent down the text.
    pub fn percent_place(&self, percent: u32) -> TextPos {
        let share = u64::from(percent.min(100)) * self.speech.text.len() as u64 / 100;
        let pos = TextPos::new(share as usize).clamp_to(&self.speech.text);
        let row = self.layout.find(&self.speech, pos);
        self.layout.row(&self.speech, row).map_or(pos, |row| row.range.start)
    }

    /// Scrolls by rows; tells whether the screen moved.
    pub fn scroll(&mut self, rows: isize) -> bool {
        let from = self.top_row();
        let to = self.layout.step(&self.speech, from, rows);
        let to = if rows > 0 { to.min(self.lowest_top().max(from)) } else { to };
        if to == from {
            return false;
        }
        self.top = self.place_of(to);
        // Scrolling on leaves the reader where they landed, as long as that is in view.
        let kept = self
            .landing
            .filter(|landing| rows > 0 && self.layout.find(&self.speech, landing.pos) >= to);
        self.landing = kept.map(|landing| Landing { marked: false, ..landing });
        true
    }

    /// Returns the height of the pane, in rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Goes to a place and marks where it is, with `margin` rows above it in view.
    pub fn land(&mut self, pos: TextPos, margin: usize) {
        let row = self.layout.find(&self.speech, pos);
        let margin = margin.min(self.height.saturating_sub(1) / 2);
        let top = self.layout.step(&self.speech, row, -(margin as isize));
        self.top = self.place_of(top.min(self.lowest_top()));
        self.mark_landing(pos);
    }

    /// Brings a range into view, if it is not, a third down the screen.
    pub fn reveal(&mut self, range: TextRange) {
        let top = self.top_row();
        let bottom = self.layout.step(&self.speech, top, self.height as isize - 1);
        let first = self.layout.find(&self.speech, range.start);
        let last_place = TextPos::new(range.end.get().saturating_sub(1)).max(range.start);
        let last = self.layout.find(&self.speech, last_place.clamp_to(&self.speech.text));
        if first >= top && last <= bottom {
            return;
        }
        let third = self.layout.step(&self.speech, first, -(self.height as isize / 3));
        self.top = self.place_of(third.min(self.lowest_top()));
    }

    /// Scrolls just as far as needed to show the row of a place.
    pub fn keep_in_view(&mut self, pos: TextPos) {
        let row = self.layout.find(&self.speech, pos);
        if row < self.top_row() {
            self.top = self.place_of(row);
            return;
        }
        let lowest = self.layout.step(&self.speech, row, 1 - self.height as isize);
        if lowest > self.top_row() {
            self.top = self.place_of(lowest);
        }
    }

    /// Returns where the last jump landed, marked or not, to be restored.
    pub fn landed(&self) -> Option<Landing> {
        self.landing
    }

    /// Goes to a place as it was left: with that place on the top row.
    pub fn restore(&mut self, top: TextPos, landing: Option<Landing>) {
        self.top = top.clamp_to(&self.speech.text);
        self.landing = landing;
    }

    /// Comes back to a place where the reader was: on the top row, as far as the text goes down.
    pub fn come_back(&mut self, pos: TextPos) {
        let pos = pos.clamp_to(&self.speech.text);
        let row = self.layout.find(&self.speech, pos);
        self.top = self.place_of(row.min(self.lowest_top()));
        self.landing = Some(Landing { pos, marked: false });
    }

    /// Goes to the end. The last paragraph is the place where the reader is then: that is what one goes
    /// to the end for, though the rows above it fill the screen.
    pub fn go_to_end(&mut self) {
        self.restore(TextPos::ZERO, None);
        self.keep_in_view(TextPos::new(self.speech.text.len()));
        let last = self.layout.last(&self.speech);
        let pos = self.place_of(RowRef { row: 0, ..last });
        self.landing = Some(Landing { pos, marked: false });
    }

    /// Marks where the reader is.
    pub fn mark_landing(&mut self, pos: TextPos) {
        self.landing = Some(Landing { pos, marked: true });
    }

    /// Takes the mark away: the reader has found it, and stays there.
    pub fn unmark_landing(&mut self) {
        self.landing = self.landing.map(|landing| Landing { marked: false, ..landing });
    }

    fn top_row(&self) -> RowRef {
        self.layout.find(&self.speech, self.top)
    }

    /// Returns the lowest row that may be on top: the one with which the end is at the bottom.
    fn lowest_top(&self) -> RowRef {
        let last = self.layout.last(&self.speech);
        self.layout.step(&self.speech, last, 1 - self.height as isize)
    }

    fn place_of(&self, row: RowRef) -> TextPos {
        self.layout.row(&self.speech, row).map_or(TextPos::ZERO, |row| row.range.start)
    }
}
