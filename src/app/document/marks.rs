//! The reader's bookmarks in an open speech: which are of it, where they are, and which files are to be
//! looked at before that is known.

use super::OpenSpeech;
use crate::app::node::{Fold, Node, SidebarRow};
use crate::notebook::{Bookmark, Kind};
use crate::speech::anchor::Finder;
use crate::speech::{Claim, Home, Identity, Kinship};
use crate::text::{TextPos, TextRange, printable};
use std::rc::Rc;

/// Whether notes have rows of their own in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteRows {
    /// They have none.
    #[default]
    None,
    /// Each stands below its passage.
    Below,
}

/// A bookmarked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The bookmark.
    pub id: String,
    /// Where it is.
    pub range: TextRange,
    /// What it means to the reader.
    pub kind: Option<Kind>,
    /// The first line of its note.
    pub note: Option<String>,
}

impl OpenSpeech {
    /// Finds the reader's bookmarks in this speech.
    pub fn mark(&mut self, bookmarks: &[Bookmark]) {
        if !self.is_whole() {
            return;
        }
        let (identity, finder) = (Identity::of(&self.speech), Finder::new(&self.speech));
        self.marks.clear();
        self.highlights.clear();
        for bookmark in bookmarks {
            let claim = identity.claim(&bookmark.known());
            if claim == Claim::Unless && !self.homes.contains_key(&bookmark.id) {
                self.homes.insert(bookmark.id.clone(), None);
                self.unasked.push(bookmark.clone());
            }
            // Until it is known that no other file has the words they are those of that file.
            let home = || self.homes.get(&bookmark.id).copied().flatten().unwrap_or(Home::There);
            if claim.decide(home) == Kinship::Other {
                continue;
            }
            let place = finder.place(&bookmark.anchor);
            let (id, kind) = (bookmark.id.clone(), bookmark.labels.kind);
            let note = bookmark.note.as_deref().and_then(first_line);
            let highlight = place.range().map(|range| Highlight { id, range, kind, note });
            self.highlights.extend(highlight);
            self.marks.push((bookmark.id.clone(), place));
        }
        self.highlights.sort_by_key(|highlight| (highlight.range.start, highlight.range.end));
        self.note_again();
    }

    /// Shows the notes in rows of their own, or beside the text alone; the place stays.
    pub fn show_notes(&mut self, rows: NoteRows) {
        if self.note_rows != rows {
            self.note_rows = rows;
            self.note_again();
        }
    }

    /// Takes over which blocks have a row with notes.
    fn note_again(&mut self) {
        let noted: Rc<[usize]> = match self.note_rows {
            NoteRows::None => Rc::default(),
            NoteRows::Below => {
                let noted = self.highlights.iter().filter(|highlight| highlight.note.is_some());
                let mut blocks: Vec<usize> = noted.map(|noted| self.last_block(noted)).collect();
                blocks.sort_unstable();
                blocks.dedup();
                blocks.into()
            }
        };
        if self.noted != noted {
            self.noted = noted;
            self.layout = self.layout_of(self.layout.key());
        }
    }

    fn last_block(&self, highlight: &Highlight) -> usize {
        let last = TextPos::new(highlight.range.end.get().saturating_sub(1));
        self.speech.block_at(last.max(highlight.range.start).clamp_to(&self.speech.text))
    }

    /// Returns the notes of which the passages end in a block, on one line.
    pub fn notes_below(&self, block: usize) -> String {
        let notes = self.highlights.iter().filter(|highlight| self.last_block(highlight) == block);
        let notes: Vec<&str> = notes.filter_map(|highlight| highlight.note.as_deref()).collect();
        notes.join(" · ")
    }

    /// Returns whether a bookmark in this speech has a note.
    pub fn has_notes(&self) -> bool {
        self.highlights.iter().any(|highlight| highlight.note.is_some())
    }

    /// Returns the bookmarks of which it is to be looked up whether the file that they were made in still
    /// has their words. Each is given once.
    pub fn unsure(&mut self) -> Vec<Bookmark> {
        std::mem::take(&mut self.unasked)
    }

    /// Takes what was looked up.
    pub fn know_homes(&mut self, homes: Vec<(String, Home)>) {
        self.homes.extend(homes.into_iter().map(|(id, home)| (id, Some(home))));
    }

    /// Returns the bookmarked passages whose place is known, in the order of the text.
    pub fn highlights(&self) -> &[Highlight] {
        &self.highlights
    }

    /// Returns the ranges of the bookmarks that were found.
    pub fn marked(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.highlights.iter().map(|highlight| highlight.range)
    }

    /// Returns the first bookmark that a row of the sidebar stands for.
    pub fn bookmark_in(&self, row: SidebarRow) -> Option<&Highlight> {
        let mut highlights = self.highlights.iter();
        highlights.find(|highlight| self.stands_for(row, highlight.range.start))
    }

    /// Tells whether a row of the sidebar stands for a place: in what it shows, but not in branches below it that show
    /// themselves.
    pub fn stands_for(&self, row: SidebarRow, pos: TextPos) -> bool {
        let outline = &self.speech.outline;
        match row.node {
            Node::Speech(_) | Node::Saved(_) => false,
            Node::Section(section) => {
                let around = outline.section_at(pos);
                let own = around == Some(section);
                match row.fold {
                    Fold::Open => own && outline.item_at(pos).is_none(),
                    Fold::Leaf => own,
                    Fold::Closed => around.is_some_and(|inner| {
                        outline.sections[section..=inner.max(section)]
                            .iter()
                            .skip(1)
                            .all(|other| other.depth > outline.sections[section].depth)
                            && inner >= section
                    }),
                }
            }
            Node::Item(item) => outline.items.get(item).is_some_and(|known| {
                known.range.contains(pos)
                    && (row.fold != Fold::Open || outline.item_at(pos) == Some(item))
            }),
        }
    }
}

/// Returns the first line of a note that has words.
fn first_line(note: &str) -> Option<String> {
    let line = note.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(printable(line).into_owned())
}
