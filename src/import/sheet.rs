//! The text while it is made: paragraphs in, a draft with hints out.
//!
//! Every paragraph becomes a line with a blank line behind it, so that nothing is taken for a
//! wrapped line. What a paragraph's format says goes along as hints, clipped to its lines.

use super::draft::{Draft, Facts};
use super::limits::{Budget, Limit};
use super::{ImportError, paragraph::Paragraph};
use crate::model::{Format, Hint, HintKind, Hints};
use crate::text::decode::clean_text;
use crate::text::{Encoding, TextRange};

/// The longest paragraph of a cell that stands with others of its cell without blank lines, in
/// bytes.
const SHORT: usize = 120;
/// The longest cell of a table that is shown in rows, in bytes.
const CELL: usize = 300;

/// Text and hints, so far.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    text: String,
    lines: usize,
    marks: Vec<Hint>,
}

/// How a paragraph stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// A blank line between.
    Blank,
    /// On the next line.
    None,
}

/// A table: rows of cells of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Vec<Vec<Paragraph>>>,
}

impl Sheet {
    /// Gives how many bytes of text there are.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds a paragraph; nothing if it is blank.
    pub fn push(&mut self, paragraph: Paragraph, budget: &Budget) -> Result<(), ImportError> {
        self.add(paragraph, Gap::Blank, budget)
    }

    fn add(&mut self, paragraph: Paragraph, gap: Gap, budget: &Budget) -> Result<(), ImportError> {
        let Some(line) = paragraph.finish() else { return Ok(()) };
        if self.text.len() + line.text.len() > budget.limits.text {
            return Err(ImportError::Limit(Limit::Text));
        }
        self.lines += 1 + memchr::memchr_iter(b'\n', line.text.as_bytes()).count();
        if self.lines > budget.limits.lines {
            return Err(ImportError::Limit(Limit::Lines));
        }
        if !self.text.is_empty() {
            self.text.push_str(if gap == Gap::Blank { "\n\n" } else { "\n" });
        }
        let base = self.text.len();
        self.text.push_str(&line.text);
        let hints = line.hints.into_iter().map(|(range, kind)| Hint {
            range: TextRange::new(base + range.start, base + range.end),
            kind,
        });
        self.marks.extend(hints);
        Ok(())
    }

    /// Adds a table: in rows of cells if it is one of data, else cell after cell.
    pub fn table(&mut self, table: Table, budget: &Budget) -> Result<(), ImportError> {
        if is_grid(&table.rows, |paragraph| paragraph) {
            let mut gap = Gap::Blank;
            for row in table.rows.into_iter().filter(|row| !row.is_empty()) {
                let furniture = row.iter().flatten().find_map(|paragraph| paragraph.furniture);
                let mut line = Paragraph::beside(furniture);
                line.say("|");
                for cell in row {
                    let words = cell.into_iter().next().and_then(Paragraph::finish);
                    line.say(" ");
                    line.say(&words.map(|words| words.text).unwrap_or_default());
                    line.say(" |");
                }
                self.add(line, gap, budget)?;
                gap = Gap::None;
            }
            return Ok(());
        }
        for cell in table.rows.into_iter().flatten() {
            let short = cell.iter().all(|paragraph| paragraph.len() <= SHORT);
            let mut gap = Gap::Blank;
            for paragraph in cell.into_iter().filter(|paragraph| !paragraph.is_blank()) {
                self.add(paragraph, gap, budget)?;
                gap = if short { Gap::None } else { Gap::Blank };
            }
        }
        Ok(())
    }

    /// Cleans the text and makes a draft of it.
    pub fn finish(self, format: Format, encoding: Encoding, facts: Facts) -> Draft {
        let Sheet { mut text, marks, .. } = self;
        if !text.is_empty() {
            text.push('\n');
        }
        let decoded = clean_text(text, encoding);
        let mut hints = Hints { format, marks, ..Hints::default() };
        // Letters and marks of two runs may have become one letter, even where nothing has moved.
        let clean = &decoded.text;
        let place = |source: usize| {
            clean.ceil_char_boundary(decoded.offsets.to_changed(source, clean.len()))
        };
        for mark in &mut hints.marks {
            let (start, end) = (mark.range.start.get(), mark.range.end.get());
            mark.range = TextRange::new(place(start), place(end).max(place(start)));
        }
        let text = &decoded.text;
        hints.marks.retain(|mark| !mark.range.of(text).trim().is_empty());
        hints.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        let mut draft = Draft::of_text(decoded, format);
        draft.hints = hints;
        draft.offsets = crate::text::OffsetMap::default();
        draft.facts = facts.clean();
        draft
    }
}

impl Table {
    /// Adds a paragraph to the last cell.
    pub fn push(&mut self, paragraph: Paragraph) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let Some(row) = self.rows.last_mut() else { return };
        if row.is_empty() {
            row.push(Vec::new());
        }
        if let Some(cell) = row.last_mut() {
            cell.push(paragraph);
        }
    }

    /// Begins a row.
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }
}

/// Tells whether a table is one of data: several rows of short cells. The head of a document and
/// its recipients stand in tables too, but those have two rows, or cells of many lines.
pub(super) fn is_grid<P>(rows: &[Vec<Vec<P>>], of: impl Fn(&P) -> &Paragraph) -> bool {
    let said = |cell: &[P]| cell.iter().filter(|paragraph| !of(paragraph).is_blank()).count();
    let rows: Vec<_> = rows.iter().filter(|row| row.iter().any(|cell| said(cell) > 0)).collect();
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let large = rows.len() >= 3 && columns >= 2 || rows.len() >= 2 && columns >= 3;
    let simple =
        |cell: &Vec<P>| said(cell) <= 1 && cell.iter().all(|paragraph| of(paragraph).is_cell(CELL));
    let cells = || rows.iter().copied().flatten();
    let filled = cells().filter(|cell| said(cell) > 0).count();
    large && cells().all(simple) && filled * 2 >= cells().count()
}

/// Gives a hint for each line of a paragraph that `range` touches.
pub(super) fn clipped(
    text: &str,
    range: std::ops::Range<usize>,
    kind: HintKind,
) -> impl Iterator<Item = (std::ops::Range<usize>, HintKind)> {
    let mut start = range.start;
    let lines: Vec<_> = text
        .get(range)
        .unwrap_or_default()
        .split('\n')
        .filter_map(|line| {
            let from = start;
            start += line.len() + 1;
            (!line.is_empty()).then(|| (from..from + line.len(), kind))
        })
        .collect();
    lines.into_iter()
}
