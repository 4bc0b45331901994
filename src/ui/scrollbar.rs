//! Where in the text the screen is, and where the hits of a search are, in the pane's last column.

use super::paint::{Paint, cells_at};
use crate::app::App;
use crate::layout::{Area, Panes};
use crate::settings::theme::Face;
use crate::text::TextRange;

/// The sign of the part that shows.
const THUMB: &str = "┃";
/// The sign of a part with hits, and of the one with the hit the reader is at.
const HIT: &str = "•";
const CURRENT: &str = "◆";

/// Draws the bar while hits are marked.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let (Some(open), true) = (app.shelf().document(), app.search().is_shown()) else { return };
    let rows = app.rows();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let shown = first.range.union(last.range);
    let Area { x, y, width, height } = panes.pane;
    let x = x + width.saturating_sub(1);
    let share = |row: u16| open.speech.text.len() * usize::from(row) / usize::from(height.max(1));
    let current = app.search().current().map(|hit| hit.range.start);
    for row in 0..height {
        let part = TextRange::new(share(row), share(row + 1));
        let hits = app.search().count_in(part).unwrap_or(0);
        if part.intersection(shown).is_some() {
            paint.text(cells_at(x, y + row, 1), THUMB, Face::Separator);
        }
        if current.is_some_and(|pos| part.contains(pos)) {
            paint.text(cells_at(x, y + row, 1), CURRENT, Face::HitCurrent);
        } else if hits > 0 {
            paint.text(cells_at(x, y + row, 1), HIT, Face::Hit);
        }
    }
}
