//! Whose work the items are: which of them name an office or a person, and which stand over such items.

use super::Ground;
use crate::speech::parse::office::{Naming, naming};
use crate::speech::{Block, BlockKind, Duty, ItemForm, ItemIndex, Outline, Role};
use crate::text::{TextRange, boundary};

/// The most syllables of a line that ends in a full stop and is a heading all the same.
const HEADING: usize = 12;

/// Returns the words of an announcement that name an office or a person, if it says nothing else.
pub(super) fn owner(ground: Ground<'_>, words: TextRange) -> Option<TextRange> {
    match naming(words.of(ground.text), ground.lexicon) {
        Naming::Office(found) => Some(within(words, found)),
        Naming::Order(_) | Naming::Other => None,
    }
}

fn within(words: TextRange, part: std::ops::Range<usize>) -> TextRange {
    let base = words.start.get();
    TextRange::new(base + part.start, base + part.end)
}

/// Finds the items that name an office or a person and hold tasks, and tells all items whose work they are.
pub(super) fn mark(ground: Ground<'_>, blocks: &[Block], outline: &mut Outline) {
    let mut holds_tasks = vec![false; outline.items.len()];
    for item in outline.items.iter().filter(|item| item.role == Role::Task) {
        if let Some(parent) = item.parent {
            holds_tasks[parent] = true;
        }
    }
    let mut namings: Vec<Option<Naming>> = vec![None; outline.items.len()];
    for index in 0..outline.items.len() {
        let above = outline.items[index].parent.and_then(|parent| outline.items[parent].owner);
        let owner = outline.items[index].owner.or(above);
        outline.items[index].owner = owner;
        let is_task = outline.items[index].role == Role::Task;
        if !is_task && !holds_tasks[index] {
            continue;
        }
        let words = own_words(blocks, outline, index);
        let naming = naming(words.of(ground.text), ground.lexicon);
        let item = &mut outline.items[index];
        match &naming {
            // Its own words go before those above it.
            Naming::Office(found) => {
                item.owner = Some(within(words, found.clone()));
                item.duty = if holds_tasks[index] { Duty::Office } else { Duty::Work };
            }
            Naming::Order(found) => item.owner = found.clone().map(|found| within(words, found)),
            Naming::Other => {}
        }
        namings[index] = Some(naming);
    }
    // What stands over offices, from the innermost outwards.
    for index in (0..outline.items.len()).rev() {
        let Some(parent) = outline.items[index].parent else { continue };
        let over = &outline.items[parent];
        if outline.items[index].duty == Duty::Work || over.duty != Duty::Work {
            continue;
        }
        let words = own_words(blocks, outline, parent).of(ground.text);
        let named = namings[parent].take().unwrap_or_else(|| naming(words, ground.lexicon));
        if !matches!(named, Naming::Order(_)) && !is_sentence(words) {
            outline.items[parent].duty = Duty::Group;
        }
    }
}

/// Tells whether words are a sentence, no heading and no announcement.
fn is_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    words.ends_with(['.', ';']) && boundary::first_syllables(words, HEADING) < words.len() - 1
}

/// Returns what an item's own line says: the words behind its marker, up to a list that begins in the line; of a row of a table
/// its words.
fn own_words(blocks: &[Block], outline: &Outline, index: ItemIndex) -> TextRange {
    let item = &outline.items[index];
    let block = blocks.partition_point(|block| block.range.start <= item.label.start);
    let Some(block) = block.checked_sub(1).map(|at| blocks[at]) else { return item.label };
    if block.kind == BlockKind::Row {
        return item.label;
    }
    let next = outline.items.get(index + 1).filter(|next| next.parent == Some(index));
    let inside =
        next.filter(|next| next.form == ItemForm::Inline || next.marker.start < block.range.end);
    let end = inside.map_or(block.range.end, |next| next.marker.start);
    let start = item.label.start.max(item.marker.end);
    TextRange { start, end: end.min(item.range.end).max(start) }
}
