//! What a correction changes in an outline, line by line.

use crate::cli::output::{Emphasis, Output};
use crate::speech::Speech;
use crate::text::printable;
use std::collections::HashMap;
use std::io::{self, Write};

/// What one outline has and another has not, by the lines of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct OutlineDifference {
    rows: Vec<(u32, OutlineSide, String)>,
}

/// Which of two outlines has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum OutlineSide {
    Before,
    After,
}

impl OutlineDifference {
    /// Compares two outlines of a text.
    pub(super) fn between(before: &Speech, after: &Speech) -> OutlineDifference {
        let (old, new) = (entries(before), entries(after));
        let mut rows = missing(&old, &new, OutlineSide::Before);
        rows.extend(missing(&new, &old, OutlineSide::After));
        rows.sort_by_key(|&(line, side, _)| (line, side));
        OutlineDifference { rows }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes it: "-" before what is gone, "+" before what is new.
    pub(super) fn write(&self, out: &mut Output) -> io::Result<()> {
        for (_, side, text) in &self.rows {
            let (sign, emphasis) = match side {
                OutlineSide::Before => ("-", Emphasis::Dim),
                OutlineSide::After => ("+", Emphasis::Strong),
            };
            out.emphasized(emphasis, &format!("{sign} {}", printable(text)))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

fn missing(
    from: &[(u32, String)],
    other: &[(u32, String)],
    side: OutlineSide,
) -> Vec<(u32, OutlineSide, String)> {
    let mut counts: HashMap<&(u32, String), usize> = HashMap::new();
    for entry in other {
        *counts.entry(entry).or_default() += 1;
    }
    let mut rows = Vec::new();
    for entry in from {
        match counts.get_mut(entry) {
            Some(count) if *count > 0 => *count -= 1,
            _ => rows.push((entry.0, side, entry.1.clone())),
        }
    }
    rows
}

/// Returns lists, items and furniture with their lines.
fn entries(speech: &Speech) -> Vec<(u32, String)> {
    let outline = &speech.outline;
    let series = outline.series.iter().map(|series| {
        let title = if series.title.is_empty() { series.role.name() } else { &series.title };
        (series.line, format!("{}: {}  {title} ({})", series.line, series.code(), series.count))
    });
    let items = outline.items.iter().enumerate().map(|(index, item)| {
        let indent = "  ".repeat(usize::from(item.level.saturating_sub(1)));
        let (address, role) = (outline.address(index), item.role.name());
        let words = format!("{} {}", speech.marker(item), speech.line(item.label));
        (item.line, format!("{}: {indent}{address}  {}  [{role}]", item.line, words.trim()))
    });
    let furniture = outline.furniture.iter().map(|piece| {
        let lines = format!("{}–{}", piece.first_line, piece.last_line);
        (piece.first_line, format!("{lines}: {}", piece.kind.name()))
    });
    series.chain(items).chain(furniture).collect()
}
