//! Remarks in which this program says of a paragraph what its words do not tell:
//! `<!-- dienvan: item; level 2; role task -->`. They stand before the paragraph.

use super::front::Generator;
use crate::speech::{Change, Fix, FurnitureKind, HintKind, Role};
use crate::text::TextRange;
use std::ops::Range;

/// What was said of the paragraph that comes.
#[derive(Debug, Default)]
pub(super) struct ParagraphNote {
    changes: Vec<Change>,
}

impl ParagraphNote {
    /// Reads a remark; one that says nothing of this kind is passed over.
    pub fn hear(&mut self, remark: &str, maker: Generator) {
        let inner = remark.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
        if maker == Generator::Dienvan
            && let Some(said) = inner.strip_prefix("dienvan:")
        {
            self.changes.extend(changes(said));
        }
    }

    /// Turns what was said to the paragraph at hand.
    pub fn about(
        &mut self,
        words: Range<usize>,
        marks: &mut Vec<(Range<usize>, HintKind)>,
        fixes: &mut Vec<Fix>,
    ) {
        for change in self.changes.drain(..) {
            match change {
                Change::Furniture(kind) => marks.push((words.clone(), HintKind::Furniture(kind))),
                change => {
                    let range = TextRange::new(words.start, words.end);
                    fixes.push(Fix { range, change });
                }
            }
        }
    }
}

/// Reads what is said: parts between semicolons, a title to the end.
fn changes(mut said: &str) -> Vec<Change> {
    let mut out = Vec::new();
    while !said.trim().is_empty() {
        said = said.trim_start_matches([' ', ';', '\n']);
        if let Some(title) = said.strip_prefix("list-title ") {
            let title = title.trim();
            let inner = title.strip_prefix('"').and_then(|title| title.strip_suffix('"'));
            let title = inner.unwrap_or(title);
            let title = crate::text::printable(&title.replace("&gt;", ">").replace("&amp;", "&"))
                .into_owned();
            out.push(Change::SeriesTitle(title));
            break;
        }
        let (part, rest) = said.split_once(';').unwrap_or((said, ""));
        out.extend(change(part.trim()));
        said = rest;
    }
    out
}

fn change(part: &str) -> Option<Change> {
    let (name, value) = part.split_once(' ').unwrap_or((part, ""));
    let value = value.trim();
    match name {
        "item" => Some(Change::Item),
        "drop" => Some(Change::Drop),
        "text" => Some(Change::Text),
        "level" => value.parse().ok().filter(|level| (1..=20).contains(level)).map(Change::Level),
        "role" => Role::from_name(value).map(Change::Role),
        "list-role" => Role::from_name(value).map(Change::SeriesRole),
        "furniture" => FurnitureKind::from_name(value).map(Change::Furniture),
        _ => None,
    }
}
