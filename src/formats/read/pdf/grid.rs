//! The tables of a page: cells between lines that cross.

use super::rules::{RuledLine, RuledLines};
use std::ops::Range;

/// How far two lines may stand apart and be one, or fall short of each other and meet, in points.
const NEAR: f32 = 3.0;
/// The most lines, put together, that are looked at.
const MOST: usize = 1_000;

/// A table's lines, and which of its cells are one.
#[derive(Debug)]
pub(super) struct PdfGrid {
    /// Where the lines down the page are, from the left.
    pub columns: Vec<f32>,
    /// Where the lines across the page are, from the top.
    pub rows: Vec<f32>,
    /// The cell that each cell is a part of, row by row.
    wholes: Vec<usize>,
}

/// A cell as its row has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellPosition {
    /// The cell; nothing where the row has only the rest of one above.
    pub cell: Option<usize>,
    /// How many columns it goes over.
    pub columns: usize,
}

impl PdfGrid {
    /// Finds the tables that some lines are of, from the top: two columns at least.
    pub fn all(rules: RuledLines) -> Vec<Self> {
        let (across, down) = (joined(rules.across), joined(rules.down));
        if across.len() + down.len() > MOST {
            return Vec::new();
        }
        let mut grids: Vec<PdfGrid> = Vec::new();
        let mut left: Vec<RuledLine> = across;
        while let Some(first) = left.pop() {
            let mut own = (vec![first], Vec::new());
            // Lines that meet, and those that these meet.
            loop {
                let before = own.0.len() + own.1.len();
                own.1 = down
                    .iter()
                    .filter(|down| own.0.iter().any(|across| meet(across, down)))
                    .copied()
                    .collect();
                let (more, rest) = left
                    .into_iter()
                    .partition::<Vec<_>, _>(|across| own.1.iter().any(|down| meet(across, down)));
                own.0.extend(more);
                left = rest;
                if own.0.len() + own.1.len() == before {
                    break;
                }
            }
            grids.extend(PdfGrid::of(&own.0, &own.1));
        }
        grids.sort_by(|a, b| b.rows[0].total_cmp(&a.rows[0]));
        grids
    }

    fn of(across: &[RuledLine], down: &[RuledLine]) -> Option<Self> {
        let columns = places(down);
        let mut rows = places(across);
        rows.reverse();
        if columns.len() < 3 || rows.len() < 2 {
            return None;
        }
        let is_there = |rules: &[RuledLine], at: f32, middle: f32| {
            rules
                .iter()
                .any(|rule| (rule.at - at).abs() <= NEAR && rule.from < middle && middle < rule.to)
        };
        let width = columns.len() - 1;
        let mut wholes: Vec<usize> = Vec::new();
        for row in rows.windows(2) {
            for column in columns.windows(2) {
                let cell = wholes.len();
                let beside = !cell.is_multiple_of(width)
                    && !is_there(down, column[0], (row[0] + row[1]) / 2.0);
                let below =
                    cell >= width && !is_there(across, row[0], (column[0] + column[1]) / 2.0);
                wholes.push(match (beside, below) {
                    (true, _) => wholes[cell - 1],
                    (false, true) => wholes[cell - width],
                    (false, false) => cell,
                });
            }
        }
        Some(PdfGrid { columns, rows, wholes })
    }

    /// Returns how many columns there are.
    pub fn width(&self) -> usize {
        self.columns.len() - 1
    }

    /// Returns the cell that holds a place.
    pub fn cell(&self, x: f32, y: f32) -> Option<usize> {
        let column = self.columns.windows(2).position(|ends| ends[0] <= x && x < ends[1])?;
        let row = self.rows.windows(2).position(|ends| ends[1] <= y && y < ends[0])?;
        self.wholes.get(row * self.width() + column).copied()
    }

    /// Returns where a cell begins and ends across the page.
    pub fn edges(&self, cell: usize) -> Range<f32> {
        let width = self.width();
        let row = &self.wholes[cell / width * width..][..width];
        let last = row.iter().rposition(|whole| *whole == cell).unwrap_or(cell % width);
        self.columns[cell % width]..self.columns[last + 1]
    }

    /// Returns for each row its cells; one that goes over several rows stands in the first, and has
    /// nothing in further rows.
    pub fn cells(&self) -> impl Iterator<Item = Vec<CellPosition>> {
        let width = self.width();
        self.wholes.chunks(width).enumerate().map(move |(row, wholes)| {
            let mut column = row * width;
            let parts = wholes.chunk_by(|left, right| left == right);
            let own = parts.map(|part| {
                let cell = (part[0] == column).then_some(part[0]);
                column += part.len();
                CellPosition { cell, columns: part.len() }
            });
            own.collect()
        })
    }

    /// Tells whether another table has its columns at the same places.
    pub fn is_like(&self, other: &PdfGrid) -> bool {
        let near = |(one, other): (&f32, &f32)| (one - other).abs() <= 2.0 * NEAR;
        self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(near)
    }
}

/// Puts lines together that go on with one another.
fn joined(mut rules: Vec<RuledLine>) -> Vec<RuledLine> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    // Lines at one place, whichever comes first.
    let mut place = f32::MIN;
    for rule in &mut rules {
        if rule.at - place > NEAR / 2.0 {
            place = rule.at;
        }
        rule.at = place;
    }
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut out: Vec<RuledLine> = Vec::new();
    for rule in rules {
        match out.last_mut() {
            Some(last) if last.at == rule.at && rule.from <= last.to + NEAR => {
                last.to = last.to.max(rule.to)
            }
            _ => out.push(rule),
        }
    }
    out
}

fn meet(across: &RuledLine, down: &RuledLine) -> bool {
    let within = |at: f32, rule: &RuledLine| rule.from - NEAR <= at && at <= rule.to + NEAR;
    within(down.at, across) && within(across.at, down)
}

/// Returns where lines are, each place once.
fn places(rules: &[RuledLine]) -> Vec<f32> {
    let mut places: Vec<f32> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, kept| *next - *kept <= NEAR);
    places
}
