//! The reader's bookmarks in an open speech: which are of it, where they are, and which files are to be
//! looked at before that is known.

use super::OpenSpeech;
use crate::app::node::{Fold, Node, SidebarRow};
use crate::notebook::{Bookmark, Kind};
use crate::speech::anchor::Finder;
use crate::speech::{Claim, Home, Identity, Kinship};
use crate::text::{TextPos, TextRange};

/// A bookmarked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The bookmark.
    pub id: String,
    /// Where it is.
    pub range: TextRange,
    /// What it means to the reader.
    pub kind: Option<Kind>,
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
            self.highlights.extend(place.range().map(|range| Highlight { id, range, kind }));
            self.marks.push((bookmark.id.clone(), place));
        }
        self.highlights.sort_by_key(|highlight| (highlight.range.start, highlight.range.end));
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

    /// Returns the kind of the first bookmark that a row of the sidebar stands for.
    pub fn bookmark_in(&self, row: SidebarRow) -> Option<Option<Kind>> {
        let mut highlights = self.highlights.iter();
        let found = highlights.find(|highlight| self.stands_for(row, highlight.range.start));
        found.map(|highlight| highlight.kind)
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
