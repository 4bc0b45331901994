//! The items of enumerations inside paragraphs.

use super::{ListEntry, OutlineBuilder};
use crate::speech::parse::inline;
use crate::speech::parse::outline::inline::of_inline;
use crate::speech::parse::outline::offices;
use crate::speech::{Duty, Item, ItemForm, Sequence, Series};
use crate::text::{TextPos, TextRange};

impl OutlineBuilder<'_> {
    /// Adds the members of an enumeration inside a paragraph.
    pub(super) fn add_inline(&mut self, index: usize, entry: Option<&ListEntry>) {
        let block = self.blocks[index];
        let paragraph = block.range.of(self.ground.text);
        let from = entry.map_or(0, |entry| entry.marker.end);
        let members = inline::members(paragraph, from, self.ground.lexicon);
        let Some(first) = members.first() else { return };
        if self.ground.fixes.drops_inline(index, block.range) {
            return;
        }
        let base = block.range.start.get();
        let parent = match entry {
            Some(_) => self.places.last().copied(),
            None => self.item_around(block.range.start),
        };
        let before = TextRange::new(base + from, base + first.marker.start);
        let around = parent.map(|parent| &self.outline.items[parent]);
        let (role, evidence, title) = of_inline(self.ground, before, around);
        // An item's own line is read with the item.
        let owner = entry.is_none().then(|| offices::owner(self.ground, before)).flatten();
        let series = self.series(role, parent, || Series {
            role,
            number: 0,
            title,
            lead: None,
            line: block.line,
            items: Vec::new(),
            within: parent,
            count: 0,
            evidence: evidence.clone(),
        });
        for (place, member) in members.iter().enumerate() {
            let range = inline::range(member, base);
            let marker = TextRange::new(base + member.marker.start, base + member.marker.end);
            let label =
                self.first_words(TextRange { start: marker.end, end: range.end.max(marker.end) });
            let said = self.ground.fixes.inline_role(index, block.range, range);
            self.later.push(self.outline.items.len());
            let before = &block.range.of(self.ground.source)[..member.marker.start];
            let line = block.line + line_ends(before);
            self.outline.series[series].items.push(self.outline.items.len());
            self.outline.items.push(Item {
                series,
                parent,
                level: self.level(parent),
                path: Vec::new(),
                ordinal: member.marker.ordinal,
                role: said.unwrap_or(role),
                marker,
                label,
                range,
                line,
                rule: member.marker.family.name(),
                confidence: 84,
                form: ItemForm::Inline,
                sequence: if place == 0 { Sequence::Opens } else { Sequence::Follows },
                evidence: evidence.clone(),
                duty: Duty::Work,
                owner,
            });
        }
    }

    /// Finds the innermost item that a paragraph lies in.
    fn item_around(&self, pos: TextPos) -> Option<usize> {
        let mut at = self.places.last().copied();
        while let Some(index) = at {
            if self.outline.items[index].range.contains(pos) {
                return Some(index);
            }
            at = self.outline.items[index].parent;
        }
        None
    }

    /// Returns the members of enumerations their numbers: their own where those are free, so that
    /// the items below them keep theirs.
    pub(super) fn number_inline(&mut self) {
        for index in std::mem::take(&mut self.later) {
            let item = &self.outline.items[index];
            let (series, ordinal) = (item.series, item.ordinal);
            let within = item.parent.filter(|&at| self.outline.items[at].series == series);
            let mut path = within.map_or(Vec::new(), |at| self.outline.items[at].path.clone());
            let last = self.numbers.entry((series, within)).or_default();
            *last = (*last + 1).max(ordinal);
            path.push(*last);
            self.outline.series[series].count += u32::from(path.len() == 1);
            self.outline.items[index].path = path;
        }
    }
}

fn line_ends(text: &str) -> u32 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u32
}
