//! Markdown: the text as it is, with what its signs say where they are not before a line.
//!
//! The parser knows the signs of Markdown before and around words ("#", "**"), in any text. Here
//! are those that only the grammar tells: headings that are underlined, remarks, definitions of
//! links, and what a block of data before the text says.

mod front;
mod note;

use super::draft::Draft;
use crate::speech::{Fix, FurnitureKind, Headings, Hint, HintKind};
use crate::text::TextRange;
use front::{FrontMatter, Generator};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// The largest text whose grammar is looked at, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;
/// The longest underlined line that is a heading, in bytes.
const HEADING: usize = 240;

/// Adds to a draft what the grammar tells.
pub(super) fn hint(draft: &mut Draft) {
    let text = draft.text.as_str();
    let FrontMatter { facts, maker } = front::read(text);
    draft.facts = facts;
    if text.len() > LARGEST {
        return;
    }
    let mut marks: Vec<(Range<usize>, HintKind)> = Vec::new();
    let chrome = HintKind::Furniture(FurnitureKind::Chrome);
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES);
    let definitions: Vec<Range<usize>> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .collect();
    marks.extend(definitions.into_iter().map(|range| (range, chrome)));
    let mut fixes: Vec<Fix> = Vec::new();
    // What remarks say of the paragraph that comes.
    let mut said = note::ParagraphNote::default();
    let mut titled = maker != Generator::Dienvan;
    for (event, range) in parser.into_offset_iter() {
        let source = &text[range.clone()];
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let words = range.start..range.start + source.trim_end().len();
                said.about(words.clone(), &mut marks, &mut fixes);
                if !source.trim_start().starts_with('#') {
                    marks.extend(underlined(source, range.start, level as u8));
                } else if !titled && level as u8 == 1 {
                    marks.push((words, HintKind::Title));
                    titled = true;
                }
            }
            Event::Start(Tag::Paragraph) => {
                let words = range.start..range.start + source.trim_end().len();
                said.about(words, &mut marks, &mut fixes);
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) if is_remark(source) => {
                said.hear(source, maker);
                marks.push((range, chrome));
            }
            _ => {}
        }
    }
    draft.hints.fixes = fixes;
    if maker == Generator::Dienvan {
        draft.hints.headings = Headings::Marked;
    }
    marks.sort_by_key(|(range, _)| range.start);
    let hints = marks.into_iter().flat_map(|(range, kind)| {
        let start = range.start;
        let lines = super::sheet::clipped(&text[range.clone()], 0..range.len(), kind);
        lines.map(move |(line, kind)| Hint {
            range: TextRange::new(start + line.start, start + line.end),
            kind,
        })
    });
    draft.hints.marks = hints.collect();
}

/// Reads a heading that is underlined: its words, and the rule under it.
fn underlined(source: &str, start: usize, level: u8) -> Vec<(Range<usize>, HintKind)> {
    let Some((words, line)) = source.trim_end().split_once('\n') else { return Vec::new() };
    // A line of hyphens under words is a rule far more often than a heading.
    let is_rule = line.trim_end().bytes().all(|byte| byte == b'=') && line.len() >= 3;
    if !is_rule || words.len() > HEADING {
        return Vec::new();
    }
    let rule = start + words.len() + 1;
    vec![
        (start..start + words.len(), HintKind::Heading(level)),
        (rule..rule + line.len(), HintKind::Furniture(FurnitureKind::Chrome)),
    ]
}

/// Tells whether HTML in a text is nothing but remarks.
fn is_remark(source: &str) -> bool {
    let source = source.trim();
    source.starts_with("<!--") && source.ends_with("-->") && source.matches("-->").count() == 1
}
