//! The branches and leaves of the sidebar.

use super::id::EntryId;
use crate::speech::{ItemIndex, Outline};

/// A branch or leaf of the sidebar. Sections and items are those of the speech being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A saved search, by its place on the shelf.
    Saved(usize),
    /// A speech, by its place on the shelf.
    Speech(EntryId),
    /// A section, by its place in the outline.
    Section(usize),
    /// An item, by its place in the outline.
    Item(ItemIndex),
}

impl Node {
    /// Finds the same branch in another outline of the same text: what begins at the same place.
    pub fn carried(self, old: &Outline, new: &Outline) -> Option<Node> {
        match self {
            Node::Speech(_) | Node::Saved(_) => Some(self),
            Node::Section(section) => {
                let start = old.sections.get(section)?.range.start;
                let found = new.sections.binary_search_by_key(&start, |other| other.range.start);
                found.ok().map(Node::Section)
            }
            Node::Item(item) => {
                let start = old.items.get(item)?.range.start;
                let found = new.items.binary_search_by_key(&start, |other| other.range.start);
                found.ok().map(Node::Item)
            }
        }
    }
}

/// A row of the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SidebarRow {
    /// What it shows.
    pub node: Node,
    /// How deep it stands, 0 for speeches.
    pub depth: u16,
    /// Whether it can be opened, and is.
    pub fold: Fold,
}

/// Whether a row can be opened, and is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It has nothing in it.
    Leaf,
    /// What is in it is shown.
    Open,
    /// What is in it is not shown.
    Closed,
}
