//! The parts of the text: headings, series, opening and closing, one after the other.

use super::Ground;
use crate::speech::parse::heading::run_in;
use crate::speech::parse::style::LineStyle;
use crate::speech::{Block, BlockKind, FurnitureKind, ItemForm, Outline, Section, SectionKind};
use crate::text::TextRange;

/// How far out a section stands among headings: the strongest first, then series, then words
/// that head a paragraph.
fn rank(style: LineStyle) -> u8 {
    match style {
        LineStyle::Marked(level) => level,
        LineStyle::Capitals => 7,
        LineStyle::Bold => 8,
        LineStyle::Plain => 9,
    }
}

const RUN_IN: u8 = 10;

struct SectionStart {
    block: usize,
    kind: SectionKind,
    /// The rank among headings; none for what stands in the heading before it.
    rank: Option<u8>,
}

/// Cuts the text into its sections: a heading begins one, and a series of the first level at its
/// lead-in, or at the salutation right before it.
pub(super) fn make(ground: Ground<'_>, blocks: &[Block], outline: &Outline) -> Vec<Section> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let headings = ground.headings.iter().map(|heading| SectionStart {
        block: heading.block,
        kind: SectionKind::Heading(heading.range),
        rank: Some(rank(heading.style)),
    });
    let mut starts: Vec<SectionStart> = headings.collect();
    let closing = ground.furniture.closing.into_iter();
    starts.extend(closing.map(|block| SectionStart {
        block,
        kind: SectionKind::Closing,
        rank: Some(0),
    }));
    let run_ins = run_ins(ground, blocks, outline);
    starts.sort_by_key(|start| start.block);
    starts.extend(series(blocks, outline, [&starts, &run_ins]));
    starts.extend(run_ins);
    starts.sort_by_key(|start| (start.block, start.rank.is_none()));
    // Two sections need two blocks: of a heading with its series at one block the series stays.
    starts.dedup_by(|later, earlier| {
        let same = later.block == earlier.block;
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    let first = blocks.iter().position(|block| !block.kind.is_hidden()).unwrap_or(0);
    if starts.first().is_none_or(|start| start.block > first) {
        starts.insert(0, SectionStart { block: first, kind: SectionKind::Opening, rank: Some(0) });
    }
    ranged(blocks, &starts)
}

/// Returns where the series of the first level begin: at the lead-in, but at the first item where a
/// heading is the lead-in, or a heading or words that head a paragraph stand between the two, or the first
/// item of another series.
fn series(
    blocks: &[Block],
    outline: &Outline,
    [breaks, run_ins]: [&[SectionStart]; 2],
) -> Vec<SectionStart> {
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    let index_of = |range: TextRange| {
        blocks.partition_point(|block| block.range.start <= range.start).saturating_sub(1)
    };
    let any = |starts: &[SectionStart], from: usize, to: usize| {
        let after = starts.partition_point(|start| start.block < from);
        starts.get(after).is_some_and(|start| start.block <= to)
    };
    let mut starts: Vec<SectionStart> = Vec::new();
    let mut opened = None;
    for (index, series) in outline.series.iter().enumerate().filter(|(_, s)| s.within.is_none()) {
        let Some(first) = series.items.first().map(|&item| &outline.items[item]) else { continue };
        let opens = index_of(first.range);
        let mut block = index_of(series.lead.unwrap_or(first.range));
        while first.form == ItemForm::Paragraph && block > 0 && blocks[block - 1].kind == salutation
        {
            block -= 1;
        }
        let parted = any(breaks, block, opens) || any(run_ins, block + 1, opens);
        if parted || opened >= Some(block) {
            block = opens;
        }
        if opened < Some(block) {
            starts.push(SectionStart { block, kind: SectionKind::Series(index), rank: None });
            opened = Some(opens);
        }
    }
    starts
}

/// Finds the words that head paragraphs outside of all items; one alone is no heading.
fn run_ins(ground: Ground<'_>, blocks: &[Block], outline: &Outline) -> Vec<SectionStart> {
    let closing = ground.furniture.closing.unwrap_or(blocks.len()).min(blocks.len());
    let body = ground.furniture.body.min(closing);
    let found = (body..closing).filter_map(|index| {
        let block = blocks[index];
        let before = outline.items.partition_point(|item| item.range.start < block.range.end);
        let opens = before.checked_sub(1).is_some_and(|last| {
            let item = &outline.items[last];
            item.range.start >= block.range.start && item.form == ItemForm::Paragraph
        });
        let inside = opens || outline.item_at(block.range.start).is_some();
        if block.kind != BlockKind::Paragraph || inside {
            return None;
        }
        let range = run_in(ground.text, block, ground.told.head(index))?;
        Some(SectionStart { block: index, kind: SectionKind::Heading(range), rank: Some(RUN_IN) })
    });
    let found: Vec<SectionStart> = found.collect();
    if found.len() < 2 { Vec::new() } else { found }
}

fn ranged(blocks: &[Block], starts: &[SectionStart]) -> Vec<Section> {
    let ends = starts.iter().skip(1).map(|start| start.block.saturating_sub(1));
    let ends = ends.chain([blocks.len() - 1]);
    let mut around: Vec<u8> = Vec::new();
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            if let Some(rank) = start.rank {
                around.retain(|&outer| outer < rank);
            }
            let depth = around.len().min(usize::from(u8::MAX)) as u8;
            if let (SectionKind::Heading(_), Some(rank)) = (start.kind, start.rank) {
                around.push(rank);
            }
            Section {
                kind: start.kind,
                range: blocks[start.block].range.union(blocks[end.max(start.block)].range),
                depth,
            }
        })
        .collect()
}
