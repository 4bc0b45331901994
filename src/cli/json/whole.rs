//! What `export --format json` says: all of an outline, and the text paragraph by paragraph.

use super::outline::OutlineJson;
use crate::cli::part::RequestedPart;
use crate::formats::write::{FurniturePolicy, Page, PagePiece, PieceKind, RunEmphasis};
use crate::speech::SectionKind;
use serde::Serialize;

/// An outline with the text it is of.
#[derive(Serialize)]
pub(in crate::cli) struct WholeJson<'a> {
    address: String,
    #[serde(flatten)]
    outline: OutlineJson<'a>,
    blocks: Vec<BlockJson>,
}

/// A paragraph.
#[derive(Serialize)]
struct BlockJson {
    kind: &'static str,
    line: u32,
    last_line: u32,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    depth: Option<u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    looks: Vec<LookJson>,
}

/// Words that look otherwise than those around: from a letter of the paragraph to another, counted
/// in Unicode characters from 0, the last not included.
#[derive(Serialize)]
struct LookJson {
    look: &'static str,
    start: usize,
    end: usize,
}

impl<'a> WholeJson<'a> {
    /// Tells all of a target.
    pub(in crate::cli) fn of(
        target: &'a RequestedPart,
        page: &Page<'_>,
        chrome: FurniturePolicy,
    ) -> Self {
        let kept = |piece: &&PagePiece| chrome == FurniturePolicy::Kept || !Page::is_hidden(piece);
        WholeJson {
            address: target.address(),
            outline: OutlineJson::within(target),
            blocks: page.pieces.iter().filter(kept).map(|piece| block(piece, page)).collect(),
        }
    }
}

fn block(piece: &PagePiece, page: &Page<'_>) -> BlockJson {
    let speech = page.speech;
    let first = &speech.blocks[piece.block];
    let more = speech.blocks[piece.block + 1..].iter();
    let cut = more.take_while(|block| block.kind == crate::speech::BlockKind::Continuation);
    let last = cut.last().unwrap_or(first);
    let kind = match piece.kind {
        PieceKind::Title => "title",
        PieceKind::Heading(_) => "heading",
        PieceKind::Text => "paragraph",
        PieceKind::Item(_) | PieceKind::ItemHeading(..) => "item",
        PieceKind::Furniture(kind) => kind.name(),
        PieceKind::Row(_) => "row",
    };
    let address = |item| format!("{}/{}", speech.id, speech.outline.address(item));
    let sections = &speech.outline.sections;
    let at = sections.partition_point(|section| section.range.start < first.range.start);
    let own = sections.get(at).filter(|section| section.range.start == first.range.start);
    let depth =
        own.filter(|section| kind == "heading" && matches!(section.kind, SectionKind::Heading(_)));
    BlockJson {
        kind,
        line: first.line,
        last_line: last.last_line(&speech.text),
        text: piece.words(),
        item: piece.item().map(address),
        depth: depth.map(|section| section.depth),
        looks: looks(piece),
    }
}

fn looks(piece: &PagePiece) -> Vec<LookJson> {
    let mut at = 0;
    let mut out = Vec::new();
    for run in &piece.runs {
        let start = at;
        at += run.words.chars().count();
        let look = match run.look {
            RunEmphasis::Plain => continue,
            RunEmphasis::Emphasis => "emphasis",
            RunEmphasis::Strong => "strong",
        };
        out.push(LookJson { look, start, end: at });
    }
    out
}
