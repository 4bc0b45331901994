//! Which part of the screen shows what.

/// The smallest screen that can be read on, in columns and rows.
pub const SMALLEST: (u16, u16) = (24, 5);
/// The narrowest reading pane beside a sidebar, in cells.
const NARROWEST: u16 = 36;
/// The narrowest sidebar beside a text, in cells.
const NARROWEST_SIDEBAR: u16 = 16;

/// What the sidebar keeps beside a text, if it was given that much, in cells.
const LEAST_SIDEBAR: u16 = 20;
/// The narrowest column where the text stands in two, and the blanks between them.
const LEAST_COLUMN: u16 = 44;
const COLUMN_GAP: u16 = 5;
/// The narrowest and the widest room for notes beside the text, and the blanks between them.
const LEAST_NOTES: u16 = 26;
const MOST_NOTES: u16 = 48;
const NOTES_GAP: u16 = 2;
/// The narrowest and the widest third pane, in cells.
const ASIDE: (u16, u16) = (38, 72);
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

/// Returns the usual width of a sidebar that has so many cells on a screen of so many columns.
pub fn usual_sidebar(cells: u16, columns: u16) -> u16 {
    cells.saturating_sub(columns.saturating_sub(USUAL_COLUMNS) / 4).max(LEAST_SIDEBAR)
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
    /// What is to stand at the text's right, if there is room.
    pub margin: Margin,
    /// In how many columns the text is to stand.
    pub columns: TextColumns,
    /// Whether there is to be a third pane.
    pub aside: AsidePane,
}

/// Whether there is a third pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsidePane {
    /// There is none.
    #[default]
    Closed,
    /// It stands at the right of the text, on a screen that is wide enough.
    Open,
}

/// From so many columns on a screen has room for a third pane.
pub const THREE_PANES: u16 = 160;

/// What stands at the right of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Margin {
    /// Nothing.
    #[default]
    Blank,
    /// Notes.
    Notes,
}

/// In how many columns the text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextColumns {
    /// In one.
    #[default]
    One,
    /// In two, where there is room for them.
    Two,
}

/// The parts of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The sidebar, without the line that separates it.
    pub sidebar: Option<Area>,
    /// The whole reading pane.
    pub pane: Area,
    /// The text in it, the first column of it if there are two; two cells to its left are the margin for marks.
    pub text: Area,
    /// The second column of the text.
    pub second: Option<Area>,
    /// Where notes stand beside the text.
    pub notes: Option<Area>,
    /// The third pane; a line stands two cells to its left.
    pub aside: Option<Area>,
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
    let has_aside = wish.aside == AsidePane::Open && columns >= THREE_PANES && pane.width > 0;
    let aside = has_aside.then(|| {
        let width = (pane.width / 3).clamp(ASIDE.0, ASIDE.1);
        Area { x: columns - width, width: width - 1, ..pane }
    });
    let taken = aside.map_or(0, |area| area.width + 3);
    let pane = Area { width: pane.width - taken, ..pane };
    let mut panes = Panes { sidebar, pane, aside, status, hints, ..Panes::default() };
    panes.place_text(wish);
    Some(panes)
}

impl Panes {
    /// Gives the text its place in the reading pane, and the notes beside it theirs.
    fn place_text(&mut self, wish: PaneOptions) {
        let Area { width: whole, height, .. } = self.pane;
        let inner = whole.saturating_sub(4);
        let (width, count) = match wish.columns {
            TextColumns::Two if inner >= 2 * LEAST_COLUMN + COLUMN_GAP => {
                (wish.measure.min((inner - COLUMN_GAP) / 2), 2)
            }
            TextColumns::One | TextColumns::Two => (wish.measure.min(inner), 1),
        };
        let spare = inner - count * width - (count - 1) * COLUMN_GAP;
        let beside = wish.margin == Margin::Notes && spare >= NOTES_GAP + LEAST_NOTES;
        let left = match (wish.centred, beside) {
            (true, false) => spare / 2,
            (true, true) => (spare / 2).min(spare - NOTES_GAP - LEAST_NOTES),
            (false, _) => 0,
        };
        let x = self.pane.x + left + whole.min(2);
        self.text = Area { x, y: 0, width, height };
        self.second = (count == 2).then(|| Area { x: x + width + COLUMN_GAP, ..self.text });
        let end = self.second.unwrap_or(self.text);
        self.notes = beside.then(|| {
            let x = end.x + end.width + NOTES_GAP;
            Area { x, width: (spare - left - NOTES_GAP).min(MOST_NOTES), ..self.text }
        });
    }

    /// Returns the part of a pane below its title.
    pub fn below_title(area: Area) -> Area {
        let title = 2.min(area.height);
        Area { y: area.y + title, height: area.height - title, ..area }
    }

    /// Returns how many rows of the text show.
    pub fn rows(self) -> u16 {
        self.text.height * if self.second.is_some() { 2 } else { 1 }
    }

    /// Returns where a row of the text that shows stands, the first being 0.
    pub fn row(self, row: u16) -> Area {
        let height = self.text.height.max(1);
        let column = if row < height { self.text } else { self.second.unwrap_or(self.text) };
        Area { y: column.y + row % height, height: 1, ..column }
    }
}
