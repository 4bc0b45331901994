//! What of an outline a file is to keep, as lines that can be compared; and where two differ.

use super::note::Notes;
use super::page::{Page, PieceKind};
use crate::speech::{BlockKind, Change, ItemForm, ItemIndex, RowPart, SectionKind, Speech};
use crate::text::{TextPos, markup};
use std::collections::HashMap;
use std::ops::Range;

/// Writes an outline as lines: lists with code, role, title and count; items with address, level,
/// ordinal, marker, label and role; headings with their depth; the cells of tables.
pub fn sketch(speech: &Speech) -> Vec<String> {
    let outline = &speech.outline;
    let plain = |range| speech.line(range).replace('_', "");
    let series = outline.series.iter().map(|series| {
        let title = markup::plain(&series.title);
        format!("[{} {} {title:?} {}]", series.code(), series.role.name(), series.count)
    });
    let items = outline.items.iter().enumerate().map(|(index, item)| {
        let marker = plain(item.marker);
        let label = plain(item.label);
        format!(
            "{} {} {} {marker:?} {label:?} {}",
            outline.address(index),
            item.level,
            item.ordinal,
            item.role.name()
        )
    });
    let headings = outline.sections.iter().filter_map(|section| {
        let SectionKind::Heading(range) = section.kind else { return None };
        Some(format!("{} {:?}", "#".repeat(usize::from(section.depth) + 1), plain(range)))
    });
    let rows = outline.tables.iter().flat_map(|table| &table.rows).filter_map(|row| {
        let cells: Vec<String> = row.filled().map(|cell| plain(cell.range)).collect();
        (row.part != RowPart::Rule).then(|| format!("| {} |", cells.join(" | ")))
    });
    series.chain(items).chain(headings).chain(rows).collect()
}

/// Counts the lines that two sketches have in common.
pub fn shared(one: &[String], other: &[String]) -> usize {
    let mut rest: HashMap<&str, usize> = HashMap::new();
    for line in other {
        *rest.entry(line).or_default() += 1;
    }
    let mut taken = |line: &String| match rest.get_mut(line.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    one.iter().filter(|line| taken(line)).count()
}

/// Says of the first paragraphs that were read otherwise what they are. Tells whether there was
/// something to say that was not said before. `places` is where each piece was read.
pub(super) fn note(
    page: &Page<'_>,
    again: &Speech,
    places: &[Option<Range<usize>>],
    notes: &mut Notes,
) -> bool {
    for (piece, place) in page.pieces.iter().zip(places) {
        let Some(place) = place else { continue };
        let index = again.block_at(TextPos::new(place.end.saturating_sub(1)));
        let index = first_of(again, index, place.start);
        let Some(block) = again.blocks.get(index) else { continue };
        if Page::is_hidden(piece) || matches!(piece.kind, PieceKind::Row(_)) {
            continue;
        }
        let wanted = match piece.kind {
            PieceKind::Furniture(kind) => Some(kind),
            _ => None,
        };
        let found = match block.kind {
            BlockKind::Furniture(kind) => Some(kind),
            _ => None,
        };
        let change = match (wanted, found) {
            (Some(kind), found) if found != Some(kind) => Some(Change::Furniture(kind)),
            (None, Some(_)) if piece.kind != PieceKind::Title => Some(Change::Text),
            (None, None) if block.kind == BlockKind::Title && piece.kind != PieceKind::Title => {
                Some(Change::Text)
            }
            _ => None,
        };
        if let Some(change) = change
            && notes.add(piece.block, change)
        {
            return true;
        }
        let of = item_at(again, index);
        let changes = match (piece.item(), of) {
            (Some(item), Some(other)) => differences(page.speech, item, again, other),
            (Some(item), None) => {
                vec![Change::Item, Change::Level(page.speech.outline.items[item].level)]
            }
            (None, Some(_)) => vec![Change::Drop],
            (None, None) => Vec::new(),
        };
        for change in changes {
            if notes.add(piece.block, change) {
                return true;
            }
        }
    }
    false
}

/// Returns what of an item was read otherwise, the first things first.
fn differences(one: &Speech, item: ItemIndex, other: &Speech, found: ItemIndex) -> Vec<Change> {
    let (wanted, got) = (&one.outline.items[item], &other.outline.items[found]);
    let (list, listed) = (&one.outline.series[wanted.series], &other.outline.series[got.series]);
    let mut out = Vec::new();
    if wanted.level != got.level {
        out.push(Change::Level(wanted.level));
    }
    let first = list.items.first() == Some(&item);
    if first && list.role != listed.role {
        out.push(Change::SeriesRole(list.role));
    }
    if wanted.role != got.role {
        out.push(Change::Role(wanted.role));
    }
    let opens = listed.items.first() == Some(&found);
    if first && opens && markup::plain(&list.title) != markup::plain(&listed.title) {
        out.push(Change::SeriesTitle(markup::plain(&list.title)));
    }
    let same = one.outline.address(item) == other.outline.address(found);
    if !same && out.is_empty() {
        // Its list was taken for another one: its place among the levels is said.
        out.push(Change::Level(wanted.level));
    }
    out
}

/// Returns the first block that begins in a place, from the block at its end back.
fn first_of(speech: &Speech, mut index: usize, start: usize) -> usize {
    while index > 0 && speech.blocks[index - 1].range.start.get() >= start {
        index -= 1;
    }
    index
}

fn item_at(speech: &Speech, block: usize) -> Option<ItemIndex> {
    let range = speech.blocks[block].range;
    if speech.blocks[block].kind != BlockKind::Item {
        return None;
    }
    let items = &speech.outline.items;
    let first = items.partition_point(|item| item.range.start < range.start);
    let mut near = items[first..].iter().take_while(|item| item.range.start < range.end);
    near.position(|item| item.form == ItemForm::Paragraph).map(|at| first + at)
}
