//! Puts lists, roles and furniture together to an outline.

use super::furniture::Found;
use super::lexicon::Lexicon;
use super::lists::{Entry, Lists, lists};
use super::role::{announced, role_of_verb};
use crate::model::{
    Block, BlockKind, Furniture, FurnitureKind, Item, Outline, Role, Section, SectionKind, Series,
    SeriesIndex,
};
use crate::text::{TextRange, boundary};
use std::collections::HashMap;

/// How many syllables of an item are its label.
const LABEL: usize = 24;
/// The longest paragraph that reads as a heading, in bytes.
const HEADING: usize = 160;

/// Makes the outline and writes the kinds of items into the blocks.
pub(super) fn assemble(
    text: &str,
    blocks: &mut [Block],
    furniture: &Found,
    lexicon: &Lexicon,
) -> Outline {
    let ends = ends(blocks, furniture);
    let found = lists(text, blocks, &ends, lexicon);
    let (numbers, counts) = (HashMap::new(), HashMap::new());
    let outline = Outline::default();
    let mut maker = Maker { text, blocks, lexicon, outline, numbers, counts };
    maker.add_items(&found);
    let mut outline = maker.outline;
    outline.sections = sections(blocks, &outline, furniture);
    outline.furniture = furniture_of(blocks, furniture);
    for entry in &found.entries {
        blocks[entry.block].kind = BlockKind::Item;
    }
    outline
}

/// Tells at which blocks every open list ends: at salutations, at the ending, and before the body.
fn ends(blocks: &[Block], furniture: &Found) -> Vec<bool> {
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    let closing = furniture.closing.unwrap_or(usize::MAX);
    blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            index < furniture.body
                || index >= closing
                || block.kind == salutation
                || matches!(block.kind, BlockKind::Heading | BlockKind::Title)
        })
        .collect()
}

struct Maker<'a> {
    text: &'a str,
    blocks: &'a [Block],
    lexicon: &'a Lexicon,
    outline: Outline,
    /// The last number given in each series, among the items of one item.
    numbers: HashMap<(SeriesIndex, Option<usize>), u32>,
    /// How many series of each role there are.
    counts: HashMap<Role, u32>,
}

/// What is known of a list once its first member is seen.
#[derive(Clone)]
struct Kind {
    series: SeriesIndex,
    role: Role,
}

impl Maker<'_> {
    fn add_items(&mut self, found: &Lists) {
        let mut kinds: Vec<Option<Kind>> = vec![None; found.lists.len()];
        for (index, entry) in found.entries.iter().enumerate() {
            let kind = match &kinds[entry.list] {
                Some(kind) => kind.clone(),
                None => {
                    let kind = self.kind_of(found, entry);
                    kinds[entry.list].insert(kind).clone()
                }
            };
            self.add_item(index, entry, &kind);
        }
    }

    fn block(&self, index: usize) -> &str {
        self.blocks[index].range.of(self.text)
    }

    /// Finds what a list is for, and opens a series for it unless it belongs to that of the item
    /// it lies in.
    fn kind_of(&mut self, found: &Lists, first: &Entry) -> Kind {
        let list = &found.lists[first.list];
        let parent = list.parent.map(|parent| self.outline.items[parent].clone());
        let says = list.lead.and_then(|lead| announced(self.block(lead), self.lexicon));
        let role = says.as_ref().map(|says| says.role);
        let inherited = parent.as_ref().map(|item| item.role);
        let role = role.or(inherited.filter(|&role| role != Role::Other));
        let role = role.or_else(|| self.role_of_members(found, first.list));
        let role = role.or(inherited).unwrap_or(Role::Other);
        if let Some(parent) = &parent
            && parent.role == role
        {
            return Kind { series: parent.series, role };
        }
        let number = self.counts.entry(role).or_default();
        *number += 1;
        let number = *number;
        let lead = list.lead.map(|lead| self.blocks[lead]);
        let title = says.filter(|says| says.role == role).map(|says| says.title);
        self.outline.series.push(Series {
            role,
            number,
            title: title.unwrap_or_default(),
            lead: lead.map(|block| block.range),
            line: lead.map_or(self.blocks[first.block].line, |block| block.line),
            items: Vec::new(),
            within: list.parent,
            count: 0,
        });
        Kind { series: self.outline.series.len() - 1, role }
    }

    /// Takes the role that most members' first verbs speak for, if that is at least half of them.
    fn role_of_members(&self, found: &Lists, list: usize) -> Option<Role> {
        let members = &found.lists[list].members;
        let mut votes: Vec<(Role, usize)> = Vec::new();
        for &member in members.iter().take(20) {
            let entry = &found.entries[member];
            let text = &self.block(entry.block)[entry.marker.end..];
            if let Some(role) = role_of_verb(text.trim_start(), self.lexicon) {
                match votes.iter_mut().find(|(known, _)| *known == role) {
                    Some((_, count)) => *count += 1,
                    None => votes.push((role, 1)),
                }
            }
        }
        let (role, count) = votes.into_iter().max_by_key(|(_, count)| *count)?;
        (2 * count >= members.len().min(20)).then_some(role)
    }

    /// Gives the number of an item in its address: what its marker says, but no number twice. A
    /// second list in the same item goes on counting.
    fn number(&mut self, entry: &Entry, within: Option<usize>, series: SeriesIndex) -> u32 {
        let last = self.numbers.entry((series, within)).or_default();
        *last = (*last + 1).max(entry.marker.ordinal);
        *last
    }

    fn add_item(&mut self, index: usize, entry: &Entry, kind: &Kind) {
        let block = self.blocks[entry.block];
        let start = block.range.start.get() + entry.marker.start;
        let marker = TextRange::new(start, block.range.start.get() + entry.marker.end);
        let label = self.label(entry, marker);
        let same = entry.parent.filter(|&at| self.outline.items[at].series == kind.series);
        let number = self.number(entry, same, kind.series);
        let parent = entry.parent.map(|parent| &self.outline.items[parent]);
        let mut path = same.map_or(Vec::new(), |at| self.outline.items[at].path.clone());
        path.push(number);
        let level = parent.map_or(1, |parent| parent.level.saturating_add(1));
        let last = entry.end_block.clamp(entry.block + 1, self.blocks.len()) - 1;
        let end = self.blocks[last].range.end.get();
        // A heading says by itself what stands under it: "I. ĐÁNH GIÁ KẾT QUẢ".
        let heading = matches!(entry.marker.family.rank(), Some(0..=3));
        let says = heading && kind.role == Role::Other && block.range.len() <= HEADING;
        let own = || announced(&self.text[marker.end.get()..block.range.end.get()], self.lexicon);
        let role = says.then(own).flatten().map(|own| own.role);
        let series = &mut self.outline.series[kind.series];
        series.items.push(index);
        series.count += u32::from(path.len() == 1);
        self.outline.items.push(Item {
            series: kind.series,
            parent: entry.parent,
            level,
            path,
            ordinal: entry.ordinal,
            role: role.unwrap_or(kind.role),
            marker,
            label,
            range: TextRange::new(start, end),
            line: block.line,
            rule: entry.marker.family.name(),
            confidence: if series.lead.is_some() { 95 } else { 80 },
        });
    }

    /// Gives an item's first words; those of the next block where the marker stands alone.
    fn label(&self, entry: &Entry, marker: TextRange) -> TextRange {
        let block = self.blocks[entry.block].range;
        let own = TextRange { start: marker.end, end: block.end };
        let ornament =
            |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '\\' | ',' | ':' | '.' | ')');
        let has_words = own.of(self.text).chars().any(|c| !ornament(c));
        let mut rest = self.blocks[entry.block..entry.end_block.max(entry.block)].iter().skip(1);
        let next = rest.find(|block| !block.kind.is_hidden()).map(|block| block.range);
        let from = if has_words { own } else { next.unwrap_or(own) };
        let words = from.of(self.text);
        let skipped = words.len() - words.trim_start_matches(ornament).len();
        let start = from.start.get() + skipped;
        let length = boundary::first_syllables(&words[skipped..], LABEL);
        TextRange::new(start, start + length)
    }
}

/// Cuts the text into its sections: a series of the first level begins one at its lead-in, or at
/// the salutation right before it.
fn sections(blocks: &[Block], outline: &Outline, furniture: &Found) -> Vec<Section> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    let index_of = |range: TextRange| {
        blocks.partition_point(|block| block.range.start <= range.start).saturating_sub(1)
    };
    let mut starts: Vec<(usize, SectionKind)> = Vec::new();
    for (index, series) in outline.series.iter().enumerate().filter(|(_, s)| s.within.is_none()) {
        let first = series.items.first().map(|&item| outline.items[item].range);
        let Some(from) = series.lead.or(first) else { continue };
        let mut block = index_of(from);
        while block > 0 && blocks[block - 1].kind == salutation {
            block -= 1;
        }
        starts.push((block, SectionKind::Series(index)));
    }
    if let Some(closing) = furniture.closing {
        starts.push((closing, SectionKind::Closing));
    }
    starts.sort_by_key(|(block, _)| *block);
    let first = blocks.iter().position(|block| !block.kind.is_hidden()).unwrap_or(0);
    if starts.first().is_none_or(|(block, _)| *block > first) {
        starts.insert(0, (first, SectionKind::Opening));
    }
    let ends = starts.iter().skip(1).map(|(block, _)| block.saturating_sub(1));
    let ends: Vec<usize> = ends.chain([blocks.len() - 1]).collect();
    starts
        .iter()
        .zip(ends)
        .map(|(&(block, kind), end)| Section {
            kind,
            range: blocks[block].range.union(blocks[end.max(block)].range),
        })
        .collect()
}

/// Lists the furniture. The head of a page is one stretch with the captions in it, and the ending
/// one stretch with its salutation; both are also listed by themselves.
fn furniture_of(blocks: &[Block], found: &Found) -> Vec<Furniture> {
    let mut out: Vec<Furniture> = Vec::new();
    let mut push = |kind: FurnitureKind, block: &Block, joins: bool| {
        if let Some(last) = out.last_mut().filter(|last| joins && last.kind == kind) {
            (last.last_line, last.range) = (block.line, last.range.union(block.range));
            return;
        }
        let (first_line, last_line) = (block.line, block.line);
        out.push(Furniture { kind, first_line, last_line, range: block.range });
    };
    let mut previous: Option<FurnitureKind> = None;
    for (index, block) in blocks.iter().enumerate() {
        let kind = match block.kind {
            BlockKind::Furniture(kind) => Some(kind),
            BlockKind::Title => Some(FurnitureKind::Front),
            _ => None,
        };
        let in_head = index < found.body;
        let stretch = match kind {
            Some(FurnitureKind::Caption) if in_head => Some(FurnitureKind::Front),
            kind => kind,
        };
        if let Some(stretch) = stretch {
            push(stretch, block, previous == Some(stretch) && block.kind != BlockKind::Title);
        }
        previous = stretch;
    }
    let captions: Vec<Furniture> = blocks[..found.body.min(blocks.len())]
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture(FurnitureKind::Caption))
        .map(|block| Furniture {
            kind: FurnitureKind::Caption,
            first_line: block.line,
            last_line: block.line,
            range: block.range,
        })
        .collect();
    out.extend(captions);
    if let (Some(start), Some(last)) = (found.closing, blocks.last()) {
        out.push(Furniture {
            kind: FurnitureKind::Closing,
            first_line: blocks[start].line,
            last_line: last.line,
            range: blocks[start].range.union(last.range),
        });
    }
    out.sort_by_key(|furniture| (furniture.first_line, std::cmp::Reverse(furniture.last_line)));
    out
}
