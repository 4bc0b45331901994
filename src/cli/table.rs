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
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    flexible: usize,
    numbers: Vec<usize>,
}

impl Table {
    /// Makes an empty table. The column `flexible` is the one that is cut where a terminal is too
    /// narrow.
    pub(super) fn new(header: Vec<String>, flexible: usize) -> Table {
        Table { header, rows: Vec::new(), flexible, numbers: Vec::new() }
    }

    /// Sets columns of numbers, which are aligned at their right.
    pub(super) fn with_numbers(mut self, columns: &[usize]) -> Table {
        self.numbers = columns.to_vec();
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
        if let Audience::Terminal(columns) = out.audience() {
            let others = widths.iter().sum::<usize>() - widths[self.flexible];
            let gaps = GAP.len() * (widths.len() - 1);
            let room = columns.saturating_sub(others + gaps).max(NARROWEST);
            if widths[self.flexible] > room {
                widths[self.flexible] = room;
                for row in &mut rows {
                    row[self.flexible] = truncate(&row[self.flexible], room);
                }
            }
        }
        out.emphasized(Emphasis::Strong, &self.line(&header, &widths))?;
        out.write_all(b"\n")?;
        for row in &rows {
            writeln!(out, "{}", self.line(row, &widths))?;
        }
        Ok(())
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                line += GAP;
            }
            if self.numbers.contains(&column) {
                line += &" ".repeat(widths[column].saturating_sub(width(cell)));
                line += cell;
            } else if column + 1 == cells.len() {
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
        .map(|line| printable(line).trim().replace('|', "\\|"))
        .filter(|line| !line.is_empty())
        .collect();
    paragraphs.join("<br>")
}
