//! The sidebar as data: a tree of speeches, sections and items, and which rows of it show.

use super::layer::ListCursor;
use super::narrowing::Shown;
use super::node::{Fold, Node, SidebarRow};
use super::shelf::Shelf;
use crate::speech::{ItemIndex, Outline, Section, SectionKind};
use crate::text::{TextPos, TextRange};
use std::collections::HashMap;

/// Up to this many items all series of a speech are open; with more only the one being read.
const OPEN_ALL: usize = 60;

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The reading pane.
    Text,
    /// The sidebar.
    Sidebar,
    /// The third pane.
    Aside,
}

/// The sidebar's own state.
#[derive(Clone, Debug, Default)]
pub struct Sidebar {
    rows: Vec<SidebarRow>,
    cursor: ListCursor,
    scroll: usize,
}

impl Sidebar {
    /// Returns all rows.
    pub fn rows(&self) -> &[SidebarRow] {
        &self.rows
    }

    /// Returns the place of the row that the cursor is on.
    pub fn cursor(&self) -> usize {
        self.cursor.at()
    }

    /// Returns how many rows are above the first that shows.
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Returns what the cursor is on.
    pub fn at_cursor(&self) -> Option<SidebarRow> {
        self.rows.get(self.cursor.at()).copied()
    }

    /// Puts the cursor on a branch, if it shows.
    pub fn point_to_node(&mut self, node: Node) {
        if let Some(row) = self.rows.iter().position(|row| row.node == node) {
            self.cursor = ListCursor::new(row);
        }
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows.len());
    }

    /// Puts the cursor on a row.
    pub fn point_to(&mut self, row: usize) {
        self.cursor = ListCursor::new(row);
        self.cursor.fit(self.rows.len());
    }

    /// Puts the cursor on the row that holds the row at the cursor.
    pub fn point_to_parent(&mut self) {
        let Some(row) = self.at_cursor() else { return };
        let above = &self.rows[..self.cursor.at()];
        if let Some(parent) = above.iter().rposition(|other| other.depth < row.depth) {
            self.cursor = ListCursor::new(parent);
        }
    }

    /// Makes the rows anew. Where the text has the keys, the cursor goes to what the reader is at.
    pub fn settle(&mut self, shelf: &Shelf, height: usize, focus: Focus) {
        let before = self.at_cursor().map(|row| row.node);
        self.rows = rows(shelf);
        let keep = before.filter(|_| focus == Focus::Sidebar);
        let found = keep.and_then(|node| self.rows.iter().position(|row| row.node == node));
        let cursor = found.unwrap_or_else(|| reader_row(&self.rows, shelf));
        self.cursor = ListCursor::new(cursor);
        let height = height.max(1);
        let margin = (height / 4).min(3);
        let lowest = cursor.saturating_sub(margin);
        let highest = (cursor + margin + 1).saturating_sub(height);
        self.scroll = self.scroll.clamp(highest, lowest.max(highest));
        self.scroll = self.scroll.min(self.rows.len().saturating_sub(height));
    }
}

/// Returns the row of what the reader is at: the innermost that shows.
pub fn reader_row(rows: &[SidebarRow], shelf: &Shelf) -> usize {
    let speech = Node::Speech(shelf.current());
    let chain = shelf.document().map(|open| chain(&open.speech.outline, open.place()));
    let nodes = chain.unwrap_or_default();
    let found = nodes.iter().rev().find_map(|node| rows.iter().position(|row| row.node == *node));
    found.or_else(|| rows.iter().position(|row| row.node == speech)).unwrap_or(0)
}

/// Returns the section and the items around a place, outermost first.
fn chain(outline: &Outline, pos: TextPos) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut item = outline.item_at(pos);
    while let Some(index) = item {
        nodes.push(Node::Item(index));
        item = outline.items[index].parent;
    }
    // An item shows under the section of its series, wherever the text of it stands.
    let section = nodes.last().and_then(|node| section_of(outline, *node));
    if let Some(section) = section.or_else(|| outline.section_at(pos)) {
        nodes.extend(around(outline, section).map(Node::Section));
    }
    nodes.reverse();
    nodes
}

/// Returns a section and those that hold it, innermost first.
fn around(outline: &Outline, section: usize) -> impl Iterator<Item = usize> + '_ {
    let depth = |index: usize| outline.sections[index].depth;
    std::iter::successors(Some(section), move |&inner| {
        let held = depth(inner) > 0;
        held.then(|| (0..inner).rev().find(|&outer| depth(outer) < depth(inner))).flatten()
    })
}

fn is_heading(section: &Section) -> bool {
    matches!(section.kind, SectionKind::Heading(_))
}

fn section_of(outline: &Outline, node: Node) -> Option<usize> {
    let Node::Item(item) = node else { return None };
    let series = outline.items.get(item)?.series;
    outline.sections.iter().position(|section| section.kind == SectionKind::Series(series))
}

fn rows(shelf: &Shelf) -> Vec<SidebarRow> {
    let saved = 0..shelf.saved().len();
    let leaf = |index| SidebarRow { node: Node::Saved(index), depth: 0, fold: Fold::Leaf };
    let mut rows: Vec<SidebarRow> = saved.map(leaf).collect();
    rows.reserve(shelf.len());
    for (id, entry) in shelf.entries() {
        let here = id == shelf.current();
        if !here && !shelf.lists(entry) {
            continue;
        }
        let document = shelf.document().filter(|_| here);
        let Some(open) = document.filter(|open| !open.speech.outline.sections.is_empty()) else {
            let fold = if here { Fold::Leaf } else { Fold::Closed };
            rows.push(SidebarRow { node: Node::Speech(id), depth: 0, fold });
            continue;
        };
        let node = Node::Speech(id);
        let fold = open.folds.get(&node).copied().unwrap_or(Fold::Open);
        rows.push(SidebarRow { node, depth: 0, fold });
        if fold == Fold::Open {
            let outline = &open.speech.outline;
            let here = chain(outline, open.place());
            let headings = outline.sections.iter().filter(|section| is_heading(section)).count();
            let few = outline.items.len() + headings <= OPEN_ALL;
            Tree { outline, folds: &open.folds, few, here: &here, shown: open.shown() }
                .sections(&mut rows);
        }
    }
    rows
}

struct Tree<'a> {
    outline: &'a Outline,
    folds: &'a HashMap<Node, Fold>,
    /// Whether there are so few branches that all are open.
    few: bool,
    here: &'a [Node],
    /// The passages that show, if not all do.
    shown: Option<&'a Shown>,
}

impl Tree<'_> {
    fn sections(&self, rows: &mut Vec<SidebarRow>) {
        let sections = &self.outline.sections;
        // The depths of the sections around, and that of a closed one whose sections do not show.
        let mut around: Vec<u8> = Vec::new();
        let mut closed: Option<u8> = None;
        for (index, section) in sections.iter().enumerate() {
            if closed.is_some_and(|depth| section.depth > depth) || !self.shows_section(section) {
                continue;
            }
            closed = None;
            while around.pop_if(|depth| *depth >= section.depth).is_some() {}
            let node = Node::Section(index);
            let depth = u16::try_from(around.len()).unwrap_or(u16::MAX).saturating_add(1);
            let holds = sections.get(index + 1).is_some_and(|next| next.depth > section.depth);
            let series = match section.kind {
                SectionKind::Series(series) => Some(series),
                SectionKind::Opening | SectionKind::Heading(_) | SectionKind::Closing => None,
            };
            let fold = match holds || series.is_some() {
                true => self.fold_of(node),
                false => Fold::Leaf,
            };
            rows.push(SidebarRow { node, depth, fold });
            match (fold, series) {
                (Fold::Closed, _) => closed = Some(section.depth),
                (Fold::Open, Some(series)) => {
                    for item in self.outline.members(series) {
                        self.item(item, depth + 1, rows);
                    }
                }
                (Fold::Open, None) | (Fold::Leaf, _) => {}
            }
            around.push(section.depth);
        }
    }

    /// Returns whether a branch is open: as the reader wants it, or where there are few or the reader is in it.
    fn fold_of(&self, node: Node) -> Fold {
        let open = self.few || self.here.contains(&node);
        let default = if open { Fold::Open } else { Fold::Closed };
        self.folds.get(&node).copied().unwrap_or(default)
    }

    fn shows(&self, range: TextRange) -> bool {
        self.shown.is_none_or(|shown| shown.begins_in(range))
    }

    /// Returns whether a section shows: what is in it does, or an item of its list, wherever that
    /// stands.
    fn shows_section(&self, section: &Section) -> bool {
        let items = match section.kind {
            SectionKind::Series(series) => self.outline.series[series].items.as_slice(),
            SectionKind::Opening | SectionKind::Heading(_) | SectionKind::Closing => &[],
        };
        let items_show = || items.iter().any(|&item| self.shows(self.outline.items[item].range));
        self.shows(section.range) || items_show()
    }

    fn item(&self, index: ItemIndex, depth: u16, rows: &mut Vec<SidebarRow>) {
        if !self.shows(self.outline.items[index].range) {
            return;
        }
        let node = Node::Item(index);
        let children = self.children(index);
        if children.is_empty() {
            rows.push(SidebarRow { node, depth, fold: Fold::Leaf });
            return;
        }
        let fold = self.fold_of(node);
        rows.push(SidebarRow { node, depth, fold });
        if fold == Fold::Open {
            for child in children {
                self.item(child, depth + 1, rows);
            }
        }
    }

    fn children(&self, index: ItemIndex) -> Vec<ItemIndex> {
        let end = self.outline.items[index].range.end;
        (index + 1..self.outline.items.len())
            .take_while(|&other| self.outline.items[other].range.start < end)
            .filter(|&other| self.outline.items[other].parent == Some(index))
            .collect()
    }
}
