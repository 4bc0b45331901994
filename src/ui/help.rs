//! The help.

use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{HELP_GAP, Help, HelpLine};
use crate::layout::{Widths, wrap};
use crate::settings::theme::Face;
use crate::text::{TextRange, width};

/// The widest column of keys, in cells.
const KEYS: usize = 26;

/// Draws the help, on a wide screen in two columns.
pub(super) fn draw(help: &Help, paint: &mut Paint<'_>) {
    let shape = help.shape(paint.size());
    let area = popup::draw(shape.size.0, shape.size.1, &help.title, paint);
    let columns = usize::from(shape.width);
    let rows = usize::from(area.height);
    let place = |row: usize| {
        let x = area.x + (row / rows.max(1)) as u16 * (shape.width + HELP_GAP);
        cells_at(x, area.y + (row % rows.max(1)) as u16, shape.width)
    };
    let end = rows * usize::from(shape.columns);
    let keys = KEYS.min(columns / 3);
    let mut row = 0;
    for line in help.lines.iter().skip(help.scroll) {
        if row >= end {
            break;
        }
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(text) => {
                paint.cut(place(row), text, Face::Heading);
            }
            HelpLine::Text(text) => {
                let range = TextRange::new(0, text.len());
                let lines = wrap(text, range, Widths { first: columns, rest: columns });
                for (line, row) in lines.iter().zip(row..end) {
                    paint.text(place(row), line.of(text), Face::Text);
                }
                row += lines.len().saturating_sub(1);
            }
            HelpLine::Keys(pressed, does) => {
                paint.text(
                    place(row).first(keys as u16),
                    &fitting(pressed, keys - 1),
                    Face::HintKey,
                );
                paint.cut(place(row).after(keys as u16), does, Face::Text);
            }
        }
        row += 1;
    }
}

/// Returns as many of the keys, parted by two blanks, as fit into `cells`; at least the first.
fn fitting(keys: &str, cells: usize) -> String {
    let mut out = String::new();
    for key in keys.split("  ") {
        let wider = if out.is_empty() { key.to_owned() } else { format!("{out}  {key}") };
        if !out.is_empty() && width::width(&wider) > cells {
            break;
        }
        out = wider;
    }
    width::truncate(&out, cells)
}
