//! The help.

use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{HELP_COLUMNS, Help, HelpLine};
use crate::layout::{Widths, wrap};
use crate::settings::theme::Face;
use crate::text::{TextRange, width};

/// The widest column of keys, in cells.
const KEYS: usize = 26;

/// Draws the help.
pub(super) fn draw(help: &Help, paint: &mut Paint<'_>) {
    let rows = u16::try_from(help.lines.len() + 2).unwrap_or(u16::MAX);
    let area = popup::draw(HELP_COLUMNS, rows, &help.title, paint);
    let columns = usize::from(area.width);
    let keys = KEYS.min(columns / 3);
    let mut y = area.y;
    let end = area.y + area.height;
    for line in help.lines.iter().skip(help.scroll) {
        if y >= end {
            break;
        }
        match line {
            HelpLine::Blank => y += 1,
            HelpLine::Heading(text) => {
                paint.cut(cells_at(area.x, y, area.width), text, Face::Heading);
                y += 1;
            }
            HelpLine::Text(text) => {
                let range = TextRange::new(0, text.len());
                for line in wrap(text, range, Widths { first: columns, rest: columns }) {
                    if y < end {
                        paint.text(cells_at(area.x, y, area.width), line.of(text), Face::Text);
                        y += 1;
                    }
                }
            }
            HelpLine::Keys(pressed, does) => {
                let shown = fitting(pressed, keys - 1);
                paint.text(cells_at(area.x, y, keys as u16), &shown, Face::HintKey);
                let room = area.width.saturating_sub(keys as u16);
                paint.cut(cells_at(area.x + keys as u16, y, room), does, Face::Text);
                y += 1;
            }
        }
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
