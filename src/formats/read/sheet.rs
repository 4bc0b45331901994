//! The text while it is made: paragraphs in, a draft with hints out.
//!
//! Every paragraph becomes a line with a blank line behind it, so that nothing is taken for a
//! wrapped line. What a paragraph's format says goes along as hints, clipped to its lines.

use super::ImportError;
use super::draft::{Draft, DraftNotice, FileProperties};
use super::limits::{Budget, Limit};
use super::paragraph::{Doubt, LetterCase, Paragraph, Parted, SOFT_HYPHEN};
use super::rewriting::Rewriting;
use super::table::{CellContent, DraftCell, DraftTable, TableUse};
use crate::speech::{Format, FurnitureKind, Hint, HintKind, Hints};
use crate::text::decode::clean_text;
use crate::text::legacy::{LegacyReading, Tally, capitals, is_half_capital};
use crate::text::{Encoding, TextRange};

/// The longest paragraph of a cell that stands with others of its cell without blank lines, in
/// bytes.
const SHORT: usize = 120;

/// Text and hints, so far.
#[derive(Debug, Default)]
pub(super) struct DraftBuilder {
    text: String,
    lines: usize,
    marks: Vec<Hint>,
    /// What the words in old fonts were.
    tally: Tally,
    /// Which of them are still in doubt.
    doubts: Vec<Doubt>,
    /// How many words the file hides.
    hidden: usize,
}

/// How a paragraph stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParagraphGap {
    /// A blank line between.
    Blank,
    /// On the next line.
    None,
}

impl DraftBuilder {
    /// Returns how many bytes of text there are.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds a paragraph; nothing if it is blank.
    pub fn push(&mut self, paragraph: Paragraph, budget: &Budget) -> Result<(), ImportError> {
        self.add(paragraph, ParagraphGap::Blank, budget)
    }

    /// Counts words that the file has and does not show.
    pub fn hide(&mut self, words: &str) {
        self.hide_words(words_in(words));
    }

    /// Counts so many words that the file does not show.
    pub fn hide_words(&mut self, count: usize) {
        self.hidden += count;
    }

    fn add(
        &mut self,
        paragraph: Paragraph,
        gap: ParagraphGap,
        budget: &Budget,
    ) -> Result<(), ImportError> {
        let Some(line) = paragraph.finish(&mut self.tally) else { return Ok(()) };
        if self.text.len() + line.text.len() > budget.limits.text {
            return Err(ImportError::Limit(Limit::Text));
        }
        self.lines += 1 + memchr::memchr_iter(b'\n', line.text.as_bytes()).count();
        if self.lines > budget.limits.lines {
            return Err(ImportError::Limit(Limit::Lines));
        }
        if !self.text.is_empty() {
            self.text.push_str(if gap == ParagraphGap::Blank { "\n\n" } else { "\n" });
        }
        let base = self.text.len();
        self.text.push_str(&line.text);
        let hints = line.hints.into_iter().map(|(range, kind)| Hint {
            range: TextRange::new(base + range.start, base + range.end),
            kind,
        });
        self.marks.extend(hints);
        let moved = |mut doubt: Doubt| {
            doubt.range = base + doubt.range.start..base + doubt.range.end;
            doubt
        };
        self.doubts.extend(line.doubts.into_iter().map(moved));
        Ok(())
    }

    /// Adds a table: in rows of cells if it is one of data, else cell after cell.
    pub fn table(&mut self, table: DraftTable, budget: &Budget) -> Result<(), ImportError> {
        if table.purpose() != TableUse::Layout {
            return self.rows(table, budget);
        }
        for cell in table.into_contents() {
            let short = cell.iter().all(|content| match content {
                CellContent::Words(paragraph) => paragraph.len() <= SHORT,
                CellContent::Table(_) => false,
            });
            let mut gap = ParagraphGap::Blank;
            for content in cell {
                match content {
                    CellContent::Words(paragraph) if paragraph.is_mute() => continue,
                    CellContent::Words(paragraph) => self.add(paragraph.or_label(), gap, budget)?,
                    CellContent::Table(table) => self.table(table, budget)?,
                }
                gap = if short { ParagraphGap::None } else { ParagraphGap::Blank };
            }
        }
        Ok(())
    }

    /// Adds a table in rows.
    fn rows(&mut self, table: DraftTable, budget: &Budget) -> Result<(), ImportError> {
        let mut gap = ParagraphGap::Blank;
        let mut place = RowSection::Head;
        for row in table.into_rows() {
            let only = row.iter().filter(|cell| cell.is_filled()).count() == 1;
            let mut line = Paragraph::beside(furniture_of(&row));
            let mut spans = Vec::new();
            let mut column = 0;
            line.say("|");
            for cell in &row {
                line.say(&"  |".repeat(cell.gap));
                line.say(" ");
                column += cell.gap;
                let columns = if only { 1 } else { cell.span.max(cell.over) };
                if columns > 1 || cell.rows > 1 {
                    spans.push((column, columns, cell.rows));
                }
                column += cell.span;
                write_cell(&cell.content, &mut line, place);
                line.say(" |");
                // The heading of a group spans all columns.
                let spans = if only && cell.is_filled() { 1 } else { cell.span };
                line.say(&"  |".repeat(spans - 1));
                if line.len() > budget.limits.text {
                    return Err(ImportError::Limit(Limit::Text));
                }
            }
            let before = self.text.len();
            self.add(line, gap, budget)?;
            self.span_cells(before, &spans);
            (gap, place) = (ParagraphGap::None, RowSection::Body);
        }
        Ok(())
    }

    /// Says which cells of the row behind `from` span others: the column they stand in, and how many
    /// columns and rows.
    fn span_cells(&mut self, from: usize, spans: &[(usize, usize, usize)]) {
        let mut spans = spans.iter().peekable();
        let mut start = from;
        let mut behind = None;
        let bars = |c: char| {
            let is_bar = c == '|' && behind != Some('\\');
            behind = Some(c);
            is_bar
        };
        for (index, part) in self.text[from..].split(bars).enumerate() {
            let bar = start;
            start += part.len() + 1;
            // What stands before the first bar is no cell.
            let Some((_, columns, rows)) = spans.next_if(|span| span.0 + 1 == index) else {
                continue;
            };
            let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            let kind = HintKind::Spans { columns: short(*columns), rows: short(*rows) };
            let words = bar + part.len() - part.trim_start().len();
            let range = TextRange::new(words, words + part.trim().len());
            self.marks.push(Hint { range, kind });
        }
    }

    /// Cleans the text and makes a draft of it.
    pub fn finish(mut self, format: Format, encoding: Encoding, facts: FileProperties) -> Draft {
        self.settle();
        let DraftBuilder { mut text, marks, hidden, .. } = self;
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
        draft.notices.extend((hidden > 0).then_some(DraftNotice::Hidden(hidden as u32)));
        draft
    }

    /// Reads what was in doubt, now that all words were seen.
    fn settle(&mut self) {
        let mut made = Rewriting::default();
        for Doubt { range, legacy, case } in std::mem::take(&mut self.doubts) {
            let words = &self.text[range.clone()];
            match self.tally.settle(words, legacy) {
                LegacyReading::Old => {
                    let (mut words, way) = legacy.convert_with_way(words);
                    if case != LetterCase::AsTyped {
                        words = capitals(&words);
                    }
                    made.replace(&self.text, range, (words, way));
                }
                LegacyReading::Typed | LegacyReading::Open => {
                    // Capitals by the style stay capitals, those of the font are none.
                    let capital = match case {
                        LetterCase::AsTyped => false,
                        LetterCase::Capitals => true,
                        LetterCase::ByFont => is_half_capital(words),
                    };
                    let shown = |c: char| {
                        let upper =
                            if capital { c.to_uppercase().to_string() } else { c.to_string() };
                        upper.chars().filter(|c| *c != SOFT_HYPHEN).collect::<Vec<_>>()
                    };
                    made.replace_letters(&self.text, range, shown);
                }
            }
        }
        if made.is_nothing() {
            return;
        }
        for mark in &mut self.marks {
            let (start, end) = (mark.range.start.get(), mark.range.end.get());
            mark.range = TextRange::new(made.place(start), made.place(end));
        }
        self.text = made.finish(&self.text);
    }
}

/// Counts words; signs that stand alone are none.
pub(super) fn words_in(words: &str) -> usize {
    words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Returns what a row is, if it is no text.
fn furniture_of(row: &[DraftCell<Paragraph>]) -> Option<FurnitureKind> {
    row.iter().flat_map(|cell| &cell.content).find_map(|content| match content {
        CellContent::Words(paragraph) => paragraph.furniture,
        CellContent::Table(table) => table.contents().flatten().find_map(|content| match content {
            CellContent::Words(paragraph) => paragraph.furniture,
            CellContent::Table(_) => None,
        }),
    })
}

/// Where in a table a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowSection {
    /// It is the first one: it names the columns.
    Head,
    Body,
}

/// Writes what a cell holds to the end of a row, all of it in one line.
fn write_cell(content: &[CellContent<Paragraph>], line: &mut Paragraph, place: RowSection) {
    for content in content {
        match content {
            CellContent::Words(paragraph) if paragraph.is_mute() => {}
            CellContent::Words(paragraph) if paragraph.has('|') => {
                let escaped = paragraph.with_bars_escaped();
                line.append(&escaped, |last, first, parted| between(last, first, parted, place));
            }
            CellContent::Words(paragraph) => {
                line.append(paragraph, |last, first, parted| between(last, first, parted, place));
            }
            CellContent::Table(table) => {
                table.contents().for_each(|inner| write_cell(inner, line, place));
            }
        }
    }
}

/// Returns what stands between two lines of a cell, by the signs around their end: nothing at the begin
/// of the cell, a blank where a sentence ended or a name of a column was broken, else what parts them.
fn between(
    last: Option<char>,
    first: Option<char>,
    parted: Parted,
    place: RowSection,
) -> &'static str {
    let goes_on = first.is_some_and(char::is_lowercase);
    match last {
        None | Some('|') => "",
        Some('.' | ',' | ';' | ':' | '!' | '?' | '…') => " ",
        Some(_) if goes_on && (parted == Parted::Line || place == RowSection::Head) => " ",
        Some(_) if goes_on => "; ",
        Some(_) => " / ",
    }
}

/// Returns a hint for each line of a paragraph that `range` touches.
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
