//! A table within a width: how wide its columns are, and what stands where on the lines of a row.
//!
//! Columns are as wide as their words as far as there is room, and cells wrap. Where there is too
//! little, a row becomes a line for each cell, behind the name of its column.

use super::key::{LayoutKey, markup_of};
use super::wrap::{Widths, wrap_without};
use crate::speech::{Cell, RowPart, Speech, Table};
use crate::text::markup::Markup;
use crate::text::{TextRange, flowing, width::width};
use std::ops::Range;

/// Cells between two columns: a blank, a bar, a blank.
const BETWEEN: usize = 3;
/// How many rows are asked how wide their cells are.
const ASKED: usize = 400;
/// The longest word that a column is made wide enough for, in cells.
const WORD: usize = 14;
/// How wide a column of many words is at least, and from what width on it is one.
const PROSE: (usize, usize) = (12, 30);
/// The widest name of a column before a cell, in cells.
const LABEL: usize = 24;

/// Words on a line, and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words in the text.
    pub range: TextRange,
    /// How many cells from the left.
    pub x: u16,
    /// The name of the column, which stands before the words at the left edge.
    pub label: Option<TextRange>,
}

/// One line of a row on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableLine {
    /// Its words, from left to right.
    pub spans: Vec<Span>,
    /// Where a bar parts two columns.
    pub bars: Vec<u16>,
}

/// How a table is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TableLayout {
    /// In columns: where each begins and how wide it is.
    Columns { places: Vec<(usize, usize)>, rows: RowWrap },
    /// A line for each cell.
    Labels,
}

/// Whether the rows of a table take one line each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowWrap {
    Single,
    Wrapped,
}

/// The room that the columns of a table ask for.
#[derive(Clone, Copy)]
struct ColumnWidths {
    /// All of the widest cell on one line.
    all: usize,
    /// The longest word.
    word: usize,
}

impl TableLayout {
    /// Measures a table.
    pub fn of(speech: &Speech, table: &Table, key: LayoutKey) -> Self {
        let wishes = wishes(speech, table, key);
        let bars = BETWEEN * wishes.len().saturating_sub(1);
        let Some(room) = usize::from(key.width).checked_sub(bars) else {
            return TableLayout::Labels;
        };
        let all: usize = wishes.iter().map(|wish| wish.all).sum();
        let least = |wish: &ColumnWidths| match wish.all > PROSE.1 {
            true => wish.word.max(PROSE.0),
            false => wish.word,
        };
        if all > room && wishes.iter().map(least).sum::<usize>() > room {
            return TableLayout::Labels;
        }
        // The widest columns give way first: none is wider than `most`, but for its longest word.
        let taken = |most: usize| -> usize {
            wishes.iter().map(|wish| wish.all.min(most.max(least(wish)))).sum()
        };
        let (mut most, mut above) = (0, room + 1);
        while most + 1 < above {
            let middle = usize::midpoint(most, above);
            if taken(middle) <= room { most = middle } else { above = middle }
        }
        let mut x = 0;
        let places = wishes.iter().map(|wish| {
            let wide = wish.all.min(most.max(least(wish)));
            x += wide + BETWEEN;
            (x - wide - BETWEEN, wide)
        });
        let rows = if all <= room { RowWrap::Single } else { RowWrap::Wrapped };
        TableLayout::Columns { places: places.collect(), rows }
    }

    /// Gives where the bars between the columns stand.
    pub fn bars(&self) -> Vec<u16> {
        match self {
            TableLayout::Columns { places, .. } => {
                places.iter().skip(1).map(|(x, _)| (x - 2) as u16).collect()
            }
            TableLayout::Labels => Vec::new(),
        }
    }

    /// Tells whether the rows need space between them to be told apart.
    pub fn parts_rows(&self) -> bool {
        !matches!(self, TableLayout::Columns { rows: RowWrap::Single, .. })
    }

    /// Lays out the row that is a block.
    pub fn lines(
        &self,
        speech: &Speech,
        table: &Table,
        block: usize,
        key: LayoutKey,
    ) -> Vec<TableLine> {
        let Some(row) = table.row(block) else { return Vec::new() };
        let setter = Setter { speech, block, markup: markup_of(speech, block, key) };
        let filled: Vec<&Cell> = row.filled().collect();
        let width = usize::from(key.width).max(1);
        match (self, row.part) {
            (TableLayout::Columns { places, .. }, part) => {
                let group = part == RowPart::Group || filled.len() == 1 && filled[0].columns > 1;
                let last = filled.last().filter(|_| group).map(|cell| cell.column);
                let cells = filled.iter().map(|cell| {
                    let (x, wide) = place(places, cell);
                    // The name of a group goes on over what is empty behind it.
                    let wide =
                        if last == Some(cell.column) { width.saturating_sub(x) } else { wide };
                    (**cell, x, wide.max(1))
                });
                let mut lines = setter.beside(&cells.collect::<Vec<_>>());
                if !group {
                    let crossed = |bar: &u16| {
                        filled.iter().any(|cell| {
                            let (x, wide) = place(places, cell);
                            (x..x + wide).contains(&usize::from(*bar))
                        })
                    };
                    let bars: Vec<u16> =
                        self.bars().into_iter().filter(|bar| !crossed(bar)).collect();
                    lines.iter_mut().for_each(|line| line.bars.clone_from(&bars));
                }
                lines
            }
            (TableLayout::Labels, RowPart::Head | RowPart::Group) => setter.along(&filled, width),
            (TableLayout::Labels, _) => {
                let lines = filled.iter().flat_map(|cell| {
                    let own = usize::from(cell.columns) < table.columns.len();
                    let name = table.name_of(usize::from(cell.column)).filter(|_| own);
                    setter.below(cell, name, width)
                });
                lines.collect()
            }
        }
    }
}

/// Gives where a cell begins and how wide it is.
fn place(places: &[(usize, usize)], cell: &Cell) -> (usize, usize) {
    let first = usize::from(cell.column).min(places.len().saturating_sub(1));
    let last = (first + usize::from(cell.columns)).clamp(first + 1, places.len()) - 1;
    let (x, _) = places[first];
    let (end, wide) = places[last];
    (x, end + wide - x)
}

/// Asks the cells of the first rows how much room they want.
fn wishes(speech: &Speech, table: &Table, key: LayoutKey) -> Vec<ColumnWidths> {
    let mut wishes = vec![ColumnWidths { all: 1, word: 1 }; table.columns.len()];
    for (row, block) in table.rows.iter().zip(table.blocks.clone()).take(ASKED) {
        if row.part == RowPart::Group {
            continue;
        }
        let setter = Setter { speech, block, markup: markup_of(speech, block, key) };
        for cell in row.filled().filter(|cell| cell.columns == 1) {
            let Some(wish) = wishes.get_mut(usize::from(cell.column)) else { continue };
            let shown = setter.shown(cell.range);
            wish.all = wish.all.max(width(&shown));
            let word = shown.split_whitespace().map(width).max().unwrap_or(0);
            wish.word = wish.word.max(word.min(WORD));
        }
    }
    wishes
}

/// Sets the words of one row.
struct Setter<'a> {
    speech: &'a Speech,
    block: usize,
    /// The signs of its block.
    markup: Markup,
}

impl Setter<'_> {
    fn base(&self) -> usize {
        self.speech.blocks[self.block].range.start.get()
    }

    fn shown(&self, range: TextRange) -> String {
        shown_in(self.speech, self.block, &self.markup, range)
    }

    /// Wraps words of the row.
    fn wrap(&self, range: TextRange, widths: Widths) -> Vec<TextRange> {
        let at = range.start.get() - self.base();
        let end = range.end.get() - self.base();
        let inside = self.markup.signs.iter().filter(|sign| sign.start >= at && sign.end <= end);
        let signs: Vec<Range<usize>> = inside.map(|sign| sign.start - at..sign.end - at).collect();
        wrap_without(&self.speech.text, range, widths, &signs)
    }

    /// Sets cells side by side: each where it begins, so wide.
    fn beside(&self, cells: &[(Cell, usize, usize)]) -> Vec<TableLine> {
        let mut lines: Vec<TableLine> = Vec::new();
        for (cell, x, wide) in cells {
            for (at, range) in
                self.wrap(cell.range, Widths { first: *wide, rest: *wide }).into_iter().enumerate()
            {
                if lines.len() == at {
                    lines.push(TableLine::default());
                }
                lines[at].spans.push(Span { range, x: *x as u16, label: None });
            }
        }
        lines
    }

    /// Sets cells one behind the other.
    fn along(&self, cells: &[&Cell], room: usize) -> Vec<TableLine> {
        let mut lines: Vec<TableLine> = Vec::new();
        let mut x = 0;
        for cell in cells {
            let wide = width(&self.shown(cell.range));
            let fits = x > 0 && x + BETWEEN + wide <= room;
            if let (true, Some(line)) = (fits, lines.last_mut()) {
                line.bars.push((x + 1) as u16);
                x += BETWEEN;
                line.spans.push(Span { range: cell.range, x: x as u16, label: None });
                x += wide;
                continue;
            }
            for range in self.wrap(cell.range, Widths { first: room, rest: room }) {
                x = width(&self.shown(range));
                let spans = vec![Span { range, x: 0, label: None }];
                lines.push(TableLine { spans, bars: Vec::new() });
            }
        }
        lines
    }

    /// Sets a cell by itself, behind the name of its column.
    fn below(&self, cell: &Cell, name: Option<TextRange>, room: usize) -> Vec<TableLine> {
        let label = name.map(|name| (name, label_width(self.speech, name)));
        let label = label.filter(|(_, wide)| *wide <= LABEL && wide + 2 + WORD / 2 <= room);
        let head = label.map_or(0, |(_, wide)| wide + 2);
        let hang = if head > 0 { 2 } else { 0 };
        let found =
            self.wrap(cell.range, Widths { first: room - head, rest: room - hang.min(room - 1) });
        let line = |(place, range): (usize, TextRange)| {
            let x = if place == 0 { head } else { hang };
            let label = label.map(|(name, _)| name).filter(|_| place == 0);
            TableLine { spans: vec![Span { range, x: x as u16, label }], bars: Vec::new() }
        };
        found.into_iter().enumerate().map(line).collect()
    }
}

/// Gives how wide the name of a column is as it is shown.
fn label_width(speech: &Speech, name: TextRange) -> usize {
    width(&speech.line(name))
}

/// Gives words of a block as they are shown: on one line, without its signs.
fn shown_in(speech: &Speech, block: usize, markup: &Markup, range: TextRange) -> String {
    let own = speech.blocks[block].range;
    let base = own.start.get();
    let part = range.start.get() - base..range.end.get() - base;
    flowing(&markup.shown(own.of(&speech.text), part)).into_owned()
}
