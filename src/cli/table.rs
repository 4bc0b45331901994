//! Tables in aligned columns, and as Markdown.

use super::output::{Audience, Emphasis, Output};
use crate::text::printable;
use crate::text::width::{pad, truncate, width};
use std::io::{self, Write};

/// The blanks between two columns.
const GAP: &str = "  ";
/// The narrowest that a column is cut to, in cells.
const NARROWEST: usize = 12;

/// A table of text.
pub(super) struct TextTable {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    flexible: Vec<usize>,
    dropped: Vec<usize>,
    numbers: Vec<usize>,
}

impl TextTable {
    /// Makes an empty table. The column `flexible` is the one that is cut where a terminal is too
    /// narrow.
    pub(super) fn new(header: Vec<String>, flexible: usize) -> TextTable {
        let (rows, dropped, numbers) = (Vec::new(), Vec::new(), Vec::new());
        TextTable { header, rows, flexible: vec![flexible], dropped, numbers }
    }

    /// Sets columns of numbers, which are aligned at their right.
    pub(super) fn with_numbers(mut self, columns: &[usize]) -> TextTable {
        self.numbers = columns.to_vec();
        self
    }

    /// Sets the columns that are cut where a terminal is too narrow, the widest first.
    pub(super) fn narrowing(mut self, columns: &[usize]) -> TextTable {
        self.flexible = columns.to_vec();
        self
    }

    /// Sets the columns that are left out, one after the other, where a terminal is so narrow that
    /// cutting is not enough.
    pub(super) fn dropping(mut self, columns: &[usize]) -> TextTable {
        self.dropped = columns.to_vec();
        self
    }

    /// Adds a row of as many cells as the header has.
    pub(super) fn push(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes the table in columns.
    pub(super) fn write(&self, out: &mut Output) -> io::Result<()> {
        let show = |cells: &Vec<String>| -> Vec<String> {
            cells.iter().map(|cell| printable(cell).into_owned()).collect()
        };
        let header = show(&self.header);
        let mut rows: Vec<Vec<String>> = self.rows.iter().map(show).collect();
        let mut widths: Vec<usize> = header.iter().map(|cell| width(cell)).collect();
        for row in &rows {
            for (column, cell) in row.iter().enumerate() {
                widths[column] = widths[column].max(width(cell));
            }
        }
        let mut shown: Vec<usize> = (0..widths.len()).collect();
        if let Audience::Terminal(columns) = out.audience() {
            self.fit(&mut widths, &mut shown, columns);
            for row in &mut rows {
                for &column in &self.flexible {
                    if width(&row[column]) > widths[column] {
                        row[column] = truncate(&row[column], widths[column]);
                    }
                }
            }
        }
        out.emphasized(Emphasis::Strong, &self.line(&header, &widths, &shown))?;
        out.write_all(b"\n")?;
        for row in &rows {
            writeln!(out, "{}", self.line(row, &widths, &shown))?;
        }
        Ok(())
    }

    /// Leaves out and cuts columns until the others fit into so many cells.
    fn fit(&self, widths: &mut [usize], shown: &mut Vec<usize>, cells: usize) {
        let taken = |widths: &[usize], shown: &[usize]| {
            shown.iter().map(|&column| widths[column]).sum::<usize>()
                + GAP.len() * (shown.len() - 1)
        };
        let least: Vec<usize> = widths
            .iter()
            .enumerate()
            .map(|(column, &width)| match self.flexible.contains(&column) {
                true => width.min(NARROWEST),
                false => width,
            })
            .collect();
        for column in &self.dropped {
            if taken(&least, shown) > cells {
                shown.retain(|other| other != column);
            }
        }
        // Cut bit by bit from what is widest then, so that no column pays for another.
        while taken(widths, shown) > cells {
            let flexible = self.flexible.iter().copied();
            let widest = flexible
                .filter(|column| shown.contains(column) && widths[*column] > least[*column])
                .max_by_key(|&column| widths[column]);
            let Some(widest) = widest else { return };
            widths[widest] -= 1;
        }
    }

    fn line(&self, cells: &[String], widths: &[usize], shown: &[usize]) -> String {
        let mut line = String::new();
        for &column in shown {
            let cell = &cells[column];
            if column != shown[0] {
                line += GAP;
            }
            if self.numbers.contains(&column) {
                line += &" ".repeat(widths[column].saturating_sub(width(cell)));
                line += cell;
            } else if Some(&column) == shown.last() {
                line += cell;
            } else {
                line += &pad(cell, widths[column]);
            }
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// Writes the table as Markdown.
    pub(super) fn write_markdown(&self, out: &mut Output) -> io::Result<()> {
        let mut line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| markdown_cell(cell)).collect();
            writeln!(out, "| {} |", cells.join(" | "))
        };
        line(&self.header)?;
        let rule = |column| if self.numbers.contains(&column) { "---:" } else { "---" };
        line(&(0..self.header.len()).map(|column| rule(column).to_owned()).collect::<Vec<_>>())?;
        self.rows.iter().try_for_each(|row| line(row))
    }
}

/// Makes a text fit for one cell of a Markdown table, which ends with the line.
fn markdown_cell(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .lines()
        .map(|line| escaped(printable(line).trim()))
        .filter(|line| !line.is_empty())
        .collect();
    paragraphs.join("<br>")
}

/// Writes words so that Markdown shows them as they are.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '|' | '<') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
