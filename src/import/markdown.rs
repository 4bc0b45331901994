//! Markdown: the text as it is, with what its signs say where they are not before a line.
//!
//! The parser knows the signs of Markdown before and around words ("#", "**"), in any text. Here
//! are those that only the grammar tells: headings that are underlined, remarks, definitions of
//! links, and what a block of data before the text says.

use super::draft::{Draft, Facts};
use super::facts;
use crate::model::{FurnitureKind, Hint, HintKind};
use crate::text::TextRange;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// The largest text whose grammar is looked at, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;
/// The longest underlined line that is a heading, in bytes.
const HEADING: usize = 240;

/// Adds to a draft what the grammar tells.
pub(super) fn hint(draft: &mut Draft) {
    let text = draft.text.as_str();
    draft.facts = front_matter(text);
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
    for (event, range) in parser.into_offset_iter() {
        let source = &text[range.clone()];
        match event {
            Event::Start(Tag::Heading { level, .. }) if !source.trim_start().starts_with('#') => {
                let Some((words, line)) = source.trim_end().split_once('\n') else { continue };
                // A line of hyphens under words is a rule far more often than a heading.
                let underlined =
                    line.trim_end().bytes().all(|byte| byte == b'=') && line.len() >= 3;
                if underlined && words.len() <= HEADING {
                    let rule = range.start + words.len() + 1;
                    marks.push((
                        range.start..range.start + words.len(),
                        HintKind::Heading(level as u8),
                    ));
                    marks.push((rule..rule + line.len(), chrome));
                }
            }
            Event::Html(_) | Event::InlineHtml(_) if is_remark(source) => {
                marks.push((range, chrome))
            }
            _ => {}
        }
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

/// Tells whether HTML in a text is nothing but remarks.
fn is_remark(source: &str) -> bool {
    let source = source.trim();
    source.starts_with("<!--") && source.ends_with("-->") && source.matches("-->").count() == 1
}

/// Reads a block of data before the text: "title: …" between two "---".
fn front_matter(text: &str) -> Facts {
    const LONGEST: usize = 60;
    let mut out = Facts::default();
    let mut lines = text.lines().take(LONGEST);
    if lines.next().map(str::trim_end) != Some("---") {
        return out;
    }
    let body: Vec<&str> = lines.take_while(|line| line.trim_end() != "---").collect();
    for line in body {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "title" => out.title = facts::title(value),
            "author" => out.author = Some(value),
            "date" => out.date = facts::date(&value),
            "url" | "source" | "canonical_url" if value.starts_with("http") => {
                out.url = Some(value)
            }
            _ => {}
        }
    }
    out.clean()
}
