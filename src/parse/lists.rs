//! From markers to lists: which markers belong together, and which list lies in which item.
//!
//! The level follows from a list's place in this document, never from its family alone
//! (STRUCTURE §2): a marker goes on the innermost open list it can go on, or it must start a list
//! of its own at 1.

use super::lexicon::Lexicon;
use super::marker::{Family, Marker, marker_of};
use crate::model::{Block, BlockKind};

/// A marker that was taken for an item's.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub block: usize,
    pub marker: Marker,
    pub ordinal: u32,
    pub list: usize,
    pub parent: Option<usize>,
    /// The block after its last.
    pub end_block: usize,
}

/// A list of entries.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub parent: Option<usize>,
    pub members: Vec<usize>,
    /// The block that announces it.
    pub lead: Option<usize>,
}

/// What was found, in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub entries: Vec<Entry>,
    pub lists: Vec<List>,
}

struct Open {
    list: usize,
    family: Family,
    sign: char,
    last: u32,
    entry: usize,
}

/// Finds the lists among `blocks`. `ends` tells at which blocks every open list ends.
pub(super) fn lists(text: &str, blocks: &[Block], ends: &[bool], lexicon: &Lexicon) -> Lists {
    let mut builder = Builder { found: Lists::default(), open: Vec::new() };
    let mut before: Option<usize> = None;
    for (index, block) in blocks.iter().enumerate() {
        if ends[index] {
            builder.close(0, index);
        }
        if block.kind.is_hidden() {
            continue;
        }
        if block.kind == BlockKind::Paragraph
            && !ends[index]
            && let Some(marker) = marker_of(block.range.of(text), lexicon)
        {
            let lead = before.filter(|&lead| announces(block_text(text, blocks, lead)));
            builder.take(index, marker, lead);
        }
        before = Some(index);
    }
    builder.close(0, blocks.len());
    builder.found.without_loners()
}

fn block_text<'t>(text: &'t str, blocks: &[Block], index: usize) -> &'t str {
    blocks[index].range.of(text)
}

/// Tells whether a paragraph announces what follows: it ends in a colon, or in one of the words
/// that stand before one (STRUCTURE §3).
pub(super) fn announces(paragraph: &str) -> bool {
    let end = paragraph.trim_end_matches(|c: char| c.is_whitespace() || c == '*' || c == '_');
    end.ends_with(':') || [" sau", " như", " gồm"].iter().any(|word| end.ends_with(word))
}

struct Builder {
    found: Lists,
    open: Vec<Open>,
}

impl Builder {
    /// Ends all open lists from `depth` on before block `at`.
    fn close(&mut self, depth: usize, at: usize) {
        for open in self.open.drain(depth.min(self.open.len())..) {
            self.found.entries[open.entry].end_block = at;
        }
    }

    fn take(&mut self, block: usize, marker: Marker, lead: Option<usize>) {
        if let Some((depth, ordinal)) = self.continuation(marker) {
            self.close(depth + 1, block);
            self.found.entries[self.open[depth].entry].end_block = block;
            self.add(depth, block, marker, ordinal);
            return;
        }
        let starts =
            marker.ordinal == 1 || matches!(marker.family, Family::Bullet(_) | Family::Named(_));
        if !starts {
            return;
        }
        // Of which open item is the new list a part? Not of one in a list of its own family, nor
        // of one whose family stands farther in.
        let same = self.open.iter().position(|open| open.family.continues_with(marker.family));
        let inner = marker.family.rank().and_then(|rank| {
            self.open.iter().position(|open| open.family.rank().is_some_and(|other| other >= rank))
        });
        let depth = [same, inner].into_iter().flatten().min().unwrap_or(self.open.len());
        // A line that opens an item announces what lies in that item, and nothing else.
        let opens = self.found.entries.last().map(|entry| entry.block);
        let lead = lead.filter(|&lead| depth == self.open.len() || opens != Some(lead));
        let ends_at = lead.filter(|_| depth < self.open.len()).unwrap_or(block);
        self.close(depth, ends_at);
        let parent = self.open.last().map(|open| open.entry);
        self.found.lists.push(List { parent, members: Vec::new(), lead });
        let list = self.found.lists.len() - 1;
        let (family, sign) = (marker.family, marker.sign);
        self.open.push(Open { list, family, sign, last: 0, entry: 0 });
        self.add(self.open.len() - 1, block, marker, marker.ordinal.max(1));
    }

    /// Finds the innermost open list that the marker goes on, and the number it gets there.
    fn continuation(&self, marker: Marker) -> Option<(usize, u32)> {
        self.open.iter().enumerate().rev().find_map(|(depth, open)| {
            let signed = !matches!(marker.family, Family::Roman | Family::Capital);
            if !open.family.continues_with(marker.family) || (signed && open.sign != marker.sign) {
                return None;
            }
            let next = open.last + 1;
            match marker.family {
                Family::Bullet(_) | Family::Closer => Some((depth, next)),
                // One may be skipped or typed twice (STRUCTURE §2, gaps and slips).
                _ if marker.ordinal == 1 && open.last >= 1 => None,
                _ if (open.last..=next + 1).contains(&marker.ordinal) => {
                    Some((depth, marker.ordinal))
                }
                _ => None,
            }
        })
    }

    fn add(&mut self, depth: usize, block: usize, marker: Marker, ordinal: u32) {
        let entry = self.found.entries.len();
        let open = &mut self.open[depth];
        (open.last, open.entry) = (ordinal, entry);
        let list = open.list;
        let parent = self.found.lists[list].parent;
        self.found.lists[list].members.push(entry);
        let end_block = block + 1;
        self.found.entries.push(Entry { block, marker, ordinal, list, parent, end_block });
    }
}

impl Lists {
    /// Drops lists of one member: a lone "5." or "(7)" is text (STRUCTURE §6.3). Articles stay.
    /// What lies in a dropped item moves out to where that lay.
    fn without_loners(self) -> Self {
        let loner = |list: &List| {
            let [only] = list.members.as_slice() else { return false };
            !matches!(self.entries[*only].marker.family, Family::Named(_) | Family::Roman)
        };
        let dropped: Vec<bool> = self.lists.iter().map(loner).collect();
        if !dropped.contains(&true) {
            return self;
        }
        let mut outer = vec![None; self.entries.len()];
        let mut kept = Lists::default();
        let mut list_place = vec![None; self.lists.len()];
        for (index, entry) in self.entries.iter().enumerate() {
            // Parents come before their children, so `outer` of the parent is known.
            let parent = entry.parent.and_then(|parent| outer[parent]);
            if dropped[entry.list] {
                outer[index] = parent;
                continue;
            }
            let list = *list_place[entry.list].get_or_insert_with(|| {
                let lead = self.lists[entry.list].lead;
                kept.lists.push(List { parent, members: Vec::new(), lead });
                kept.lists.len() - 1
            });
            let new = kept.entries.len();
            kept.lists[list].members.push(new);
            kept.entries.push(Entry { list, parent, ..entry.clone() });
            outer[index] = Some(new);
        }
        kept
    }
}
