//! Where a popup stands.

use super::Area;

/// Places a popup of at most `columns` by `rows` cells, its frame included, in the middle of a
/// screen, above its last two lines.
pub fn popup(screen: (u16, u16), columns: u16, rows: u16) -> Area {
    let room = screen.1.saturating_sub(2);
    // On a small screen the popup takes it all: its margins would be missed inside.
    let width = if screen.0 < 60 { screen.0 } else { columns.min(screen.0 - 4) };
    let height = if room < 12 { room } else { rows.clamp(5, room - 2) };
    Area { x: (screen.0 - width) / 2, y: (room - height) / 2, width, height }
}

/// The columns of a screen of usual width.
const USUAL: u16 = 120;

/// Returns how wide a popup may be that is of use when it is wide, as a list of long lines is: so many cells on a screen of usual
/// width, and most of what a wider one has besides.
pub fn popup_width(screen: (u16, u16), usual: u16) -> u16 {
    usual + screen.0.saturating_sub(USUAL) / 4 * 3
}

/// Returns the area inside the frame of a popup: one blank stands between them at the sides.
pub fn popup_inside(frame: Area) -> Area {
    Area {
        x: frame.x + 2,
        y: frame.y + 1,
        width: frame.width.saturating_sub(4),
        height: frame.height.saturating_sub(2),
    }
}
