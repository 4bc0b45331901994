//! What of the text is not the speech itself, by lines.

use crate::speech::parse::furniture::FoundFurniture;
use crate::speech::{Block, BlockKind, Furniture, FurnitureKind};

/// Lists the furniture. The head of a page is one stretch with the captions in it, and the ending
/// one stretch with its salutation; both are also listed by themselves.
pub(super) fn list(text: &str, blocks: &[Block], found: &FoundFurniture) -> Vec<Furniture> {
    let mut out: Vec<Furniture> = Vec::new();
    let mut push = |kind: FurnitureKind, block: &Block, joins: bool| {
        if let Some(last) = out.last_mut().filter(|last| joins && last.kind == kind) {
            let range = last.range.union(block.range);
            (last.last_line, last.range) = (block.last_line(text), range);
            return;
        }
        let (first_line, last_line) = (block.line, block.last_line(text));
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
        // The ending is told as one stretch below.
        let in_ending = found.closing.is_some_and(|at| index >= at);
        if in_ending && stretch == Some(FurnitureKind::Closing) {
            previous = None;
            continue;
        }
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
            last_line: block.last_line(text),
            range: block.range,
        })
        .collect();
    out.extend(captions);
    let last = blocks[..found.end.min(blocks.len())].last();
    if let (Some(start), Some(last)) = (found.closing, last) {
        out.push(Furniture {
            kind: FurnitureKind::Closing,
            first_line: blocks[start].line,
            last_line: last.last_line(text),
            range: blocks[start].range.union(last.range),
        });
    }
    out.sort_by_key(|furniture| (furniture.first_line, std::cmp::Reverse(furniture.last_line)));
    out
}
