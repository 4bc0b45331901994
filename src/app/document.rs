//! A speech that is open, and where in it the reader is.

mod here;
mod marks;
mod renew;

pub use here::Here;
pub use marks::{Highlight, NoteRows};
pub use renew::Follow;

use super::jumps::Jumps;
use super::narrowing::Shown;
use super::node::{Fold, Node};
use super::place::LeftPlace;
use crate::layout::{Layout, LayoutKey, Row, TableLine};
use crate::notebook::Bookmark;
use crate::speech::anchor::Place;
use crate::speech::correction::Checked;
use crate::speech::{Extent, Home, ItemIndex, Speech};
use crate::text::TextPos;
use std::collections::HashMap;
use std::rc::Rc;

/// An open speech.
#[derive(Debug)]
pub struct OpenSpeech {
    /// The speech.
    pub speech: Speech,
    /// Its rows.
    pub layout: Layout,
    /// Where the reader is.
    here: Here,
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
    note_rows: NoteRows,
    /// The blocks below which notes have a row, in order.
    noted: Rc<[usize]>,
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
        OpenSpeech {
            speech,
            layout,
            here: Here::default(),
            height: 1,
            jumps: Jumps::default(),
            folds: HashMap::new(),
            marks: Vec::new(),
            highlights: Vec::new(),
            note_rows: NoteRows::default(),
            noted: Rc::default(),
            corrections: Vec::new(),
            homes: HashMap::new(),
            unasked: Vec::new(),
            wanted: None,
            shown: None,
            is_stale: false,
        }
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
        let shown = self.shown.as_ref().map(|shown| Rc::clone(&shown.blocks));
        Layout::new(key).showing(shown).noting(Rc::clone(&self.noted))
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

    /// Returns the height of the pane, in rows.
    pub fn height(&self) -> usize {
        self.height
    }
}
