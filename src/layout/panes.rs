//! Which part of the screen shows what.

/// The smallest screen that can be read on, in columns and rows.
pub const SMALLEST: (u16, u16) = (24, 5);
/// The narrowest reading pane beside a sidebar, in cells.
const NARROWEST: u16 = 36;
/// The narrowest sidebar beside a text, in cells.
const NARROWEST_SIDEBAR: u16 = 16;

/// What the sidebar keeps beside a text, if it was given that much, in cells.
const LEAST_SIDEBAR: u16 = 20;
/// What is beyond so many columns is divided between sidebar and text.
const USUAL_COLUMNS: u16 = 120;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Columns to the left of it.
    pub x: u16,
    /// Rows above it.
    pub y: u16,
    /// Its columns.
    pub width: u16,
    /// Its rows.
    pub height: u16,
}

impl SidebarWidth {
    /// Returns the cells on a screen of so many columns.
    fn on(self, columns: u16) -> u16 {
        match self {
            // On a screen of middling width the text keeps seven tenths; of a wide one the sidebar has a share.
            SidebarWidth::Usual(cells) => {
                let share = (columns / 10 * 3).max(LEAST_SIDEBAR);
                (cells + columns.saturating_sub(USUAL_COLUMNS) / 4).min(share)
            }
            SidebarWidth::Chosen(cells) => cells.max(NARROWEST_SIDEBAR),
        }
    }
}

impl Area {
    /// Tells whether a cell lies in it.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

/// How wide the sidebar is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SidebarWidth {
    /// So many cells on a screen of usual width, less on a narrow one, and more on a wide one.
    Usual(u16),
    /// So many cells, as the reader wants it on this screen.
    Chosen(u16),
}

/// What the division of the screen depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaneOptions {
    /// The sidebar's columns, if it is wanted.
    pub sidebar: Option<SidebarWidth>,
    /// Below this many columns the sidebar gives way.
    pub min_columns: u16,
    /// Whether the sidebar is in use: on a narrow screen it then stands in place of the text.
    pub sidebar_in_use: bool,
    /// The widest text, in cells.
    pub measure: u16,
    /// Whether the text stands in the middle of its pane.
    pub centred: bool,
}

/// The parts of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The sidebar, without the line that separates it.
    pub sidebar: Option<Area>,
    /// The whole reading pane.
    pub pane: Area,
    /// The text in it; the two cells to its left are the margin: for marks, and for the bar where the reader is.
    pub text: Area,
    /// The status line.
    pub status: Area,
    /// The line of key hints; none on a very low screen.
    pub hints: Option<Area>,
}

/// Divides a screen. Gives nothing if it is smaller than [`SMALLEST`].
pub fn panes(columns: u16, rows: u16, wish: PaneOptions) -> Option<Panes> {
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        return None;
    }
    let foot = if rows >= 8 { 2 } else { 1 };
    let height = rows - foot;
    let status = Area { x: 0, y: height, width: columns, height: 1 };
    let hints = (foot == 2).then_some(Area { y: height + 1, ..status });
    let room = columns.saturating_sub(NARROWEST + 1);
    let fits = columns >= wish.min_columns && room >= NARROWEST_SIDEBAR;
    let beside = wish.sidebar.filter(|_| fits).map(|width| width.on(columns).min(room));
    let (sidebar, pane) = match (beside, wish.sidebar) {
        (Some(width), _) => {
            let x = width + 1;
            let pane = Area { x, y: 0, width: columns - x, height };
            (Some(Area { x: 0, y: 0, width, height }), pane)
        }
        (None, Some(_)) if wish.sidebar_in_use => {
            let all = Area { x: 0, y: 0, width: columns, height };
            (Some(all), Area { x: columns, y: 0, width: 0, height })
        }
        _ => (None, Area { x: 0, y: 0, width: columns, height }),
    };
    // Two cells on the left, the mark and a blank, and two on the right, a blank and the bar.
    let inner = pane.width.saturating_sub(4);
    let width = wish.measure.min(inner);
    let left = if wish.centred { (inner - width) / 2 } else { 0 };
    let text = Area { x: pane.x + left + pane.width.min(2), y: 0, width, height };
    Some(Panes { sidebar, pane, text, status, hints })
}
