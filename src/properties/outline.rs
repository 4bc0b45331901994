//! Promises of parsing.

use crate::speech::parse::{Lexicon, Parsed, paragraphs, parse_with};
use crate::speech::{
    Block, BlockKind, Fix, Item, ItemForm, Outline, RowPart, SectionKind, TableRow,
};
use crate::text::{TextPos, TextRange};
use std::collections::HashSet;

/// Any decoded text gives blocks that cover it, and an outline whose parts are in it, in order,
/// each in what it belongs to.
///
/// # Panics
///
/// If one of these does not hold.
pub fn parsing(text: &str, lexicon: &Lexicon) {
    correcting(text, lexicon, &[]);
}

/// The same holds whatever is corrected.
///
/// # Panics
///
/// If it does not.
pub fn correcting(text: &str, lexicon: &Lexicon, fixes: &[Fix]) {
    let parsed = parse_with(text, lexicon, fixes);
    blocks(text, &parsed.blocks);
    let cut = paragraphs(text, lexicon);
    assert!(
        cut.iter().map(|b| (b.range, b.line)).eq(parsed.blocks.iter().map(|b| (b.range, b.line))),
        "paragraphs are where parsing has them"
    );
    let starts: HashSet<TextPos> = parsed.blocks.iter().map(|block| block.range.start).collect();
    let ends: HashSet<TextPos> = parsed.blocks.iter().map(|block| block.range.end).collect();
    let known = Known { text, parsed: &parsed, starts, ends };
    known.items();
    known.series();
    known.sections();
    known.furniture();
    known.tables();
}

fn line_of(text: &str, pos: TextPos) -> u32 {
    1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..pos.get()]).count() as u32
}

fn blocks(text: &str, blocks: &[Block]) {
    let mut end = 0;
    let mut line = 1;
    for (index, block) in blocks.iter().enumerate() {
        let gap = text.get(end..block.range.start.get());
        let gap = gap.unwrap_or_else(|| panic!("block {index} is in order, on boundaries"));
        assert!(is_blank(gap), "no words lie between blocks: {gap:?}");
        line += gap.matches('\n').count() as u32;
        assert_eq!(block.line, line, "block {index} knows its line");
        let inside = block.range.of(text);
        assert_eq!(inside.len(), block.range.len(), "block {index} is on boundaries");
        assert!(inside.lines().all(|line| !line.trim().is_empty()), "block {index} has no gap");
        assert!(!inside.is_empty() && inside.trim() == inside, "block {index} has no blank edge");
        let goes_on = index > 0 && !gap.contains('\n');
        let cut = block.kind == BlockKind::Continuation;
        assert!(cut || !goes_on, "block {index} begins a line");
        line += inside.matches('\n').count() as u32;
        end = block.range.end.get();
    }
    assert!(is_blank(&text[end..]), "no words lie behind the blocks");
}

/// Tells whether there are no words: a line of what is quoted may be blank but for its sign.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '>')
}

struct Known<'a> {
    text: &'a str,
    parsed: &'a Parsed,
    starts: HashSet<TextPos>,
    ends: HashSet<TextPos>,
}

impl Known<'_> {
    fn outline(&self) -> &Outline {
        &self.parsed.outline
    }

    /// Asserts that a range is one of whole blocks.
    fn whole_blocks(&self, range: TextRange, what: &str) {
        let whole = self.starts.contains(&range.start) && self.ends.contains(&range.end);
        assert!(whole && !range.is_empty(), "{what} is made of whole blocks");
    }

    fn items(&self) {
        let items = &self.outline().items;
        let mut last = None;
        let mut addresses = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            self.item(index, item);
            assert!(last < Some(item.range.start), "item {index} comes after those before it");
            last = Some(item.range.start);
            let address = self.outline().address(index);
            assert_eq!(self.outline().find(&address), Some(index), "{address} leads to its item");
            assert!(addresses.insert(address.clone()), "{address} is the address of one item");
            assert_eq!(address.to_string().parse(), Ok(address), "an address reads back");
            assert_eq!(self.outline().item_at(item.marker.start), Some(index), "at its marker");
        }
        for pair in items.windows(2) {
            let apart = pair[0].range.end <= pair[1].range.start;
            assert!(apart || pair[0].range.covers(pair[1].range), "items nest or stand apart");
        }
    }

    fn item(&self, index: usize, item: &Item) {
        let marker = item.marker.of(self.text);
        let tidy = marker.len() == item.marker.len() && marker.trim() == marker;
        let made = item.rule == "made";
        let there = (made || !marker.is_empty()) && tidy;
        assert!(there, "the marker {marker:?} of item {index} is in the text");
        assert_eq!(item.line, line_of(self.text, item.marker.start), "{marker:?} knows its line");
        assert_eq!(item.range.start, item.marker.start, "{marker:?} opens its item");
        assert!(item.range.covers(item.marker), "{marker:?} is in its item");
        if item.form == ItemForm::Paragraph {
            assert!(self.ends.contains(&item.range.end), "{marker:?} ends with a block");
        }
        let label = item.label.of(self.text);
        assert_eq!(label.len(), item.label.len(), "the label of {marker:?} is on boundaries");
        assert!(item.marker.end <= item.label.start, "the label of {marker:?} is behind it");
        assert!(item.range.covers(item.label), "the label of {marker:?} is in its item");
        let opens = self.parsed.blocks.iter().find(|block| block.range.covers(item.marker));
        let opens = opens.unwrap_or_else(|| panic!("{marker:?} is in a block"));
        match item.form {
            ItemForm::Paragraph => {
                let own = matches!(opens.kind, BlockKind::Item | BlockKind::Row);
                assert!(own, "the block of {marker:?} is its");
            }
            ItemForm::Inline => {
                assert!(opens.range.covers(item.range), "{marker:?} stays in its paragraph");
            }
        }
        match item.parent {
            None => assert_eq!(item.level, 1, "{marker:?} lies in no item"),
            Some(parent) => {
                assert!(parent < index, "{marker:?} comes after what it lies in");
                let parent = &self.outline().items[parent];
                assert!(parent.range.covers(item.range), "{marker:?} lies in its parent");
                assert_eq!(item.level, parent.level + 1, "{marker:?} is one deeper");
            }
        }
    }

    fn series(&self) {
        let mut codes = HashSet::new();
        for (index, series) in self.outline().series.iter().enumerate() {
            assert!(codes.insert(series.code()), "{} is the code of one series", series.code());
            assert!(!series.items.is_empty(), "{} has items", series.code());
            let items = series.items.iter().map(|&item| &self.outline().items[item]);
            assert!(items.clone().all(|item| item.series == index), "items know their series");
            let count = self.outline().members(index).count();
            assert_eq!(count, series.count as usize, "{} counts its members", series.code());
            if let Some(lead) = series.lead {
                self.whole_blocks(lead, "a lead-in");
                assert!(
                    items.clone().all(|item| lead.start < item.marker.start),
                    "leads come first"
                );
                assert_eq!(series.line, line_of(self.text, lead.start), "a lead knows its line");
            }
        }
        let listed: usize = self.outline().series.iter().map(|series| series.items.len()).sum();
        assert_eq!(listed, self.outline().items.len(), "every item is in one series");
    }

    /// A row is a block, and its cells hold all of its words in order.
    fn tables(&self) {
        let mut end = 0;
        for table in &self.outline().tables {
            assert!(end <= table.blocks.start, "tables stand one after the other");
            end = table.blocks.end;
            assert_eq!(table.rows.len(), table.blocks.len(), "a row is a block");
            for (row, block) in table.rows.iter().zip(&self.parsed.blocks[table.blocks.clone()]) {
                assert_eq!((row.line, block.kind), (block.range, BlockKind::Row), "it is its line");
                self.cells(row, table.columns.len());
            }
        }
        let rows = self.parsed.blocks.iter().filter(|block| block.kind == BlockKind::Row).count();
        let listed: usize = self.outline().tables.iter().map(|table| table.rows.len()).sum();
        assert_eq!(rows, listed, "every row is of a table");
    }

    fn cells(&self, row: &TableRow, columns: usize) {
        let (mut at, mut column) = (row.line.start.get(), 0);
        let is_sign = |c: char| c == '|' || c.is_whitespace();
        let is_rule = |c: char| is_sign(c) || matches!(c, '-' | ':' | '=');
        for cell in &row.cells {
            assert!(column <= usize::from(cell.column), "cells stand from left to right");
            column = usize::from(cell.column) + usize::from(cell.columns);
            assert!(column <= columns, "cells lie in the columns of the table");
            if cell.rows == 0 {
                continue;
            }
            assert!(cell.range.is_empty() || row.line.covers(cell.range), "cells lie in their row");
            if !cell.range.is_empty() {
                let between =
                    self.text.get(at..cell.range.start.get()).expect("cells are in order");
                assert!(between.chars().all(is_sign), "{between:?} is in no cell");
                at = cell.range.end.get();
            }
        }
        let rest = &self.text[at..row.line.end.get()];
        let none = row.part == RowPart::Rule && rest.chars().all(is_rule);
        assert!(none || rest.chars().all(is_sign), "{rest:?} is in no cell");
    }

    fn sections(&self) {
        let sections = &self.outline().sections;
        let shown = self.parsed.blocks.iter().find(|block| !block.kind.is_hidden());
        let first = shown.or(self.parsed.blocks.first());
        assert_eq!(first.is_some(), !sections.is_empty(), "a text with words has sections");
        if let (Some(block), Some(section)) = (first, sections.first()) {
            assert!(section.range.start <= block.range.start, "sections begin with the text");
        }
        let mut blocks = self.parsed.blocks.iter().peekable();
        for section in sections {
            self.whole_blocks(section.range, "a section");
            if let SectionKind::Series(index) = section.kind {
                let first = self.outline().series[index].items[0];
                let marker = self.outline().items[first].marker;
                assert!(
                    section.range.covers(marker),
                    "{} begins in its section: {:?} {:?}",
                    self.outline().series[index].code(),
                    section.range.of(self.text).chars().take(60).collect::<String>(),
                    self.outline().items[first]
                        .range
                        .of(self.text)
                        .chars()
                        .take(60)
                        .collect::<String>()
                );
            }
            while blocks.next_if(|block| block.range.end <= section.range.end).is_some() {}
        }
        assert!(blocks.next().is_none(), "sections end with the text");
        for pair in sections.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start, "sections do not overlap");
            let between = &self.text[pair[0].range.end.get()..pair[1].range.start.get()];
            assert!(is_blank(between), "no words lie between sections");
        }
    }

    fn furniture(&self) {
        let mut last = 0;
        for furniture in &self.outline().furniture {
            self.whole_blocks(furniture.range, furniture.kind.name());
            let lines = (furniture.first_line, furniture.last_line);
            let start = line_of(self.text, furniture.range.start);
            assert_eq!(lines, (start, line_of(self.text, furniture.range.end)), "its lines");
            assert!(last <= start, "furniture is in order");
            last = start;
        }
    }
}
