//! Items and series, in reading order, with their addresses.

mod enumerations;
mod owner;
mod rows;

use super::Ground;
use super::evidence::{ListEvidence, told};
use crate::speech::parse::evidence::Verdicts;
use crate::speech::parse::heading::title_of_part;
use crate::speech::parse::lists::{ListEntry, Lists};
use crate::speech::parse::marker::Family;
use crate::speech::parse::table;
use crate::speech::{
    Block, BlockKind, Duty, Evidence, Item, ItemForm, Outline, Role, RoleSource, Series,
    SeriesIndex,
};
use crate::text::{TextRange, boundary};
use std::collections::HashMap;

/// How many syllables of an item are its label.
const LABEL: usize = 24;

/// Makes the series and items of an outline.
pub(super) fn make(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    verdicts: &Verdicts,
) -> Outline {
    let mut maker = OutlineBuilder {
        ground,
        blocks,
        found,
        outline: Outline::default(),
        places: Vec::with_capacity(found.entries.len()),
        verdicts,
        kinds: vec![None; found.entries.len()],
        opened: HashMap::new(),
        numbers: HashMap::new(),
        owners: HashMap::new(),
        counts: HashMap::new(),
        tables: HashMap::new(),
        later: Vec::new(),
    };
    let mut entries = found.entries.iter().peekable();
    for (index, block) in blocks.iter().enumerate() {
        let entry = entries.next_if(|entry| entry.block == index);
        if let Some(entry) = entry {
            maker.add_entry(entry);
        }
        if matches!(block.kind, BlockKind::Paragraph) {
            maker.add_inline(index, entry);
        }
    }
    maker.number_inline();
    maker.outline
}

struct OutlineBuilder<'a> {
    ground: Ground<'a>,
    blocks: &'a [Block],
    found: &'a Lists,
    outline: Outline,
    /// The item of each entry so far.
    places: Vec<usize>,
    verdicts: &'a Verdicts,
    /// What is known of each unit once its first member is seen.
    kinds: Vec<Option<SeriesKind>>,
    /// The series that the members of a list have, by their role.
    opened: HashMap<(usize, Role), SeriesIndex>,
    /// The last number given in each series, among the items of one item.
    numbers: HashMap<(SeriesIndex, Option<usize>), u32>,
    /// What the rows of each table are, once its first is seen.
    tables: HashMap<usize, SeriesKind>,
    /// The words that say whose work the members of a list are, as they were announced last.
    owners: HashMap<usize, Option<TextRange>>,
    /// How many series of each role there are.
    counts: HashMap<Role, u32>,
    /// Members of enumerations, which get their numbers behind the items in the same item.
    later: Vec<usize>,
}

#[derive(Clone)]
struct SeriesKind {
    series: SeriesIndex,
    role: Role,
    evidence: Evidence,
    /// The words of the announcement that say whose work the items are.
    owner: Option<TextRange>,
}

/// Returns the role that is known of an entry before its signs are weighed: what the user said, or that of the rows
/// of a table of tasks.
pub(super) fn said(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    entry: usize,
) -> Option<Role> {
    let entry = &found.entries[entry];
    let row = found.lists[entry.list].table.map(|_| Role::Task);
    corrected(ground, blocks, found, entry).or(row)
}

/// Returns the role that the user gave an entry or its list, or, if none, what it lies in.
fn corrected(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    entry: &ListEntry,
) -> Option<Role> {
    std::iter::successors(Some(entry), |entry| entry.parent.map(|parent| &found.entries[parent]))
        .find_map(|entry| {
            let first = &found.entries[found.lists[entry.list].members[0]];
            let own = ground.fixes.role(entry.block, blocks[entry.block].range);
            own.or_else(|| ground.fixes.series_role(first.block))
        })
}

impl OutlineBuilder<'_> {
    fn add_entry(&mut self, entry: &ListEntry) {
        let unit = self.verdicts.unit(self.places.len());
        let kind = match self.kinds[unit].take() {
            Some(kind) => kind,
            None => self.kind_of(unit),
        };
        let block = self.blocks[entry.block];
        let base = block.range.start.get();
        let marker = TextRange::new(base + entry.marker.start, base + entry.marker.end);
        let last = entry.end_block.clamp(entry.block + 1, self.blocks.len()) - 1;
        let range = TextRange { start: marker.start, end: self.blocks[last].range.end };
        // A correction of one member is its own.
        let (role, evidence) = match self.said(entry) {
            Some(role) => (role, Evidence::plain(RoleSource::Correction, 100)),
            None => (kind.role, kind.evidence.clone()),
        };
        let parent = entry.parent.map(|parent| self.places[parent]);
        let within = parent.filter(|&at| self.outline.items[at].series == kind.series);
        let number = self.number(entry, within, kind.series);
        let mut path = within.map_or(Vec::new(), |at| self.outline.items[at].path.clone());
        path.push(number);
        let label = self.label(entry, marker);
        self.places.push(self.outline.items.len());
        self.push(Item {
            series: kind.series,
            parent,
            level: self.level(parent),
            path,
            ordinal: entry.ordinal,
            role,
            marker,
            label,
            range,
            line: block.line,
            rule: entry.marker.family.name(),
            confidence: self.confidence(entry, kind.series),
            form: ItemForm::Paragraph,
            sequence: entry.sequence,
            evidence,
            duty: Duty::Work,
            owner: kind.owner,
        });
        self.kinds[unit] = Some(kind);
    }

    fn level(&self, parent: Option<usize>) -> u8 {
        parent.map_or(1, |parent| self.outline.items[parent].level.saturating_add(1))
    }

    fn push(&mut self, item: Item) {
        let series = &mut self.outline.series[item.series];
        series.items.push(self.outline.items.len());
        series.count += u32::from(item.path.len() == 1);
        self.outline.items.push(item);
    }

    /// Finds what a unit is for, and opens a series for it unless it belongs to that of the item it lies in, or
    /// of the members before it.
    fn kind_of(&mut self, unit: usize) -> SeriesKind {
        let first = &self.found.entries[self.verdicts.first(unit)];
        let list = &self.found.lists[first.list];
        let parent = list.parent.map(|parent| self.places[parent]);
        if let Some(table) = list.table {
            return match self.tables.get(&table) {
                Some(kind) => kind.clone(),
                None => self.kind_of_rows(first, table, parent),
            };
        }
        let verdict = self.verdicts.of(unit);
        let around = parent.map(|parent| &self.outline.items[parent]);
        let ListEvidence { role, evidence, title } =
            told(self.ground, self.blocks, verdict, first, around);
        let (role, evidence) = match self.said(first) {
            Some(role) => (role, Evidence::plain(RoleSource::Correction, 100)),
            None => (role, evidence),
        };
        // Parts of several roles are no list of tasks; the lists in them are.
        let own = if self.verdicts.is_mixed(first.list) { Role::Other } else { role };
        let title = if own == role { title } else { String::new() };
        let owner = self.owner_of(verdict, first);
        if let Some(&series) = self.opened.get(&(first.list, own)) {
            return SeriesKind { series, role, evidence, owner };
        }
        let title = self.ground.fixes.series_title(first.block).map_or(title, str::to_owned);
        let lead = verdict.lead.map(|lead| self.blocks[lead]);
        let line = lead.map_or(self.blocks[first.block].line, |block| block.line);
        let lead = lead.map(|block| block.range);
        let reasons = evidence.clone();
        let series = self.series(own, parent, || Series {
            role: own,
            number: 0,
            title,
            lead,
            line,
            items: Vec::new(),
            within: parent,
            count: 0,
            evidence: reasons,
        });
        self.opened.insert((first.list, own), series);
        SeriesKind { series, role, evidence, owner }
    }

    /// Returns the role that the user gave an entry, or what it lies in.
    fn said(&self, entry: &ListEntry) -> Option<Role> {
        corrected(self.ground, self.blocks, self.found, entry)
    }

    /// Returns the series of the item around if it has that role, or opens a new one.
    fn series(
        &mut self,
        role: Role,
        parent: Option<usize>,
        make: impl FnOnce() -> Series,
    ) -> SeriesIndex {
        let around = parent.map(|parent| self.outline.items[parent].series);
        if let Some(series) = around.filter(|&series| self.outline.series[series].role == role) {
            return series;
        }
        self.open(make())
    }

    fn open(&mut self, series: Series) -> SeriesIndex {
        let number = self.counts.entry(series.role).or_default();
        *number += 1;
        let number = *number;
        self.outline.series.push(Series { number, ..series });
        self.outline.series.len() - 1
    }

    /// Returns the number of an item in its address: what its marker says, but no number twice. A
    /// second list in the same item goes on counting.
    fn number(&mut self, entry: &ListEntry, within: Option<usize>, series: SeriesIndex) -> u32 {
        let last = self.numbers.entry((series, within)).or_default();
        *last = (*last + 1).max(entry.marker.ordinal);
        *last
    }

    /// Tells how sure an item is: by what its marker can be mistaken for, by its place in its
    /// list, and by whether the list is announced.
    fn confidence(&self, entry: &ListEntry, series: SeriesIndex) -> u8 {
        let family: u8 = match entry.marker.family {
            Family::Made => 100,
            Family::Spoken | Family::Ordinal | Family::Law(_) => 96,
            Family::Roman | Family::Decimal(_) | Family::Capital => 94,
            Family::Arabic | Family::Letter | Family::Named(_) => 91,
            Family::Bracketed | Family::SmallRoman => 90,
            Family::Bullet(_) => 86,
            Family::Opener | Family::Middle | Family::Closer | Family::Count => 80,
        };
        let series = &self.outline.series[series];
        let announced: u8 = if series.lead.is_some() && series.items.is_empty() { 3 } else { 0 };
        (family + announced).min(99).max(u8::from(family == 100) * 100).saturating_sub(entry.doubt)
    }

    /// Returns an item's first words; those of the next block where the marker stands alone.
    fn label(&self, entry: &ListEntry, marker: TextRange) -> TextRange {
        if let Some(table) = self.found.lists[entry.list].table {
            let Ground { text, tables, lexicon, .. } = self.ground;
            let words = table::words_of(text, &tables[table], entry.block, lexicon);
            return self.first_words(words.unwrap_or(marker));
        }
        let block = self.blocks[entry.block].range;
        let own = TextRange { start: marker.end, end: block.end };
        let has_words = own.of(self.ground.text).chars().any(|c| !is_ornament(c));
        if has_words {
            return self.first_words(own);
        }
        let Ground { text, told, lexicon, .. } = self.ground;
        let end = entry.end_block.clamp(entry.block, self.blocks.len());
        let below = &self.blocks[..end];
        let title = title_of_part(text, below, entry.block, told, lexicon);
        let next = below[title].iter().map(|block| block.range).reduce(TextRange::union);
        self.first_words(next.unwrap_or(own))
    }

    fn first_words(&self, from: TextRange) -> TextRange {
        let words = from.of(self.ground.text);
        let skipped = words.len() - words.trim_start_matches(is_ornament).len();
        let start = from.start.get() + skipped;
        let length = boundary::first_syllables(&words[skipped..], LABEL);
        TextRange::new(start, start + length)
    }
}

fn is_ornament(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '\\' | ',' | ':' | '.' | ')' | '-' | '–')
}
