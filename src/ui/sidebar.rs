//! The sidebar.

use super::paint::{Paint, cells_at};
use super::reader::{item_face, sign_of};
use crate::app::{App, Focus, Fold, Node, SidebarRow, whereabouts};
use crate::layout::Area;
use crate::settings::theme::Face;
use crate::speech::{BULLET, Duty, ItemWords, Role, SectionKind};
use crate::text::width;

/// The sign of a task of the user's offices: a box as other tasks have, but full.
const MINE: &str = "■";

/// Draws the sidebar, and the line that separates it from the text beside it.
pub(super) fn draw(app: &App, area: Area, paint: &mut Paint<'_>) {
    let sidebar = app.sidebar();
    let rows = sidebar.rows().iter().enumerate().skip(sidebar.scroll());
    for ((index, row), y) in rows.zip(area.y..area.y + area.height) {
        let line = Area { y, height: 1, ..area };
        draw_row(app, *row, line, paint);
        if index == sidebar.cursor() {
            let face = match app.focus() {
                Focus::Text | Focus::Aside => Face::SidebarCurrent,
                Focus::Sidebar => Face::SidebarFocus,
            };
            paint.patch(line, face);
            paint.text(cells_at(line.x, line.y, 1), "▌", face);
        }
    }
    say_no_items(app, area, paint);
    if app.panes().is_some_and(|panes| panes.pane.width > 0) {
        for y in area.y..area.y + area.height {
            paint.text(cells_at(area.x + area.width, y, 1), "│", Face::Separator);
        }
    }
}

/// Says below the rows that the speech has no items, and what one can do.
fn say_no_items(app: &App, area: Area, paint: &mut Paint<'_>) {
    let is_blank = app.shelf().document().is_none_or(|open| open.speech.blocks.is_empty());
    if is_blank || !app.has_no_items() {
        return;
    }
    let sidebar = app.sidebar();
    let above = sidebar.rows().len().saturating_sub(sidebar.scroll()) + 1;
    let top = area.y.saturating_add(u16::try_from(above).unwrap_or(u16::MAX));
    let text = app.messages().say(&app.no_items());
    let height = (area.y + area.height).saturating_sub(top);
    let below = Area { x: area.x + 1, y: top, width: area.width.saturating_sub(2), height };
    paint.wrapped(below, &text, Face::SidebarCount);
}

fn draw_row(app: &App, row: SidebarRow, line: Area, paint: &mut Paint<'_>) {
    let mut label = label(app, row);
    if app.is_mine(row) {
        (label.sign, label.face) = (MINE, Face::Task);
    }
    let hits = hits_of(app, row).filter(|&hits| hits > 0);
    if let Some(hits) = hits {
        label.count = format!("‹{}›", app.messages().count(hits));
    }
    let step = if line.width < 30 { 1 } else { 2 };
    let indent = (row.depth * step).min(line.width / 3);
    let mut x = line.x + 1 + indent;
    let end = line.x + line.width;
    let fold = match row.fold {
        Fold::Leaf => "",
        Fold::Open => "▾ ",
        Fold::Closed => "▸ ",
    };
    x = paint.text(cells_at(x, line.y, end.saturating_sub(x)), fold, Face::SidebarCount);
    let is_said_twice =
        label.sign == "·" && matches!(&label.words, RowWords::Item(mark, _) if mark == BULLET);
    if !label.sign.is_empty() && !is_said_twice {
        x = paint.text(cells_at(x, line.y, end.saturating_sub(x)), label.sign, label.face);
        x = paint.text(cells_at(x, line.y, end.saturating_sub(x)), " ", Face::SidebarText);
    }
    let sign = app.shelf().document().and_then(|open| open.bookmark_in(row)).map(sign_of);
    let end = if sign.is_some() { end.saturating_sub(2) } else { end };
    let room = end.saturating_sub(x);
    let count_cells = width::width(&label.count) as u16;
    let text_cells = room.saturating_sub(if count_cells > 0 { count_cells + 1 } else { 0 });
    let text = label.words.within(usize::from(text_cells));
    x = paint.text(cells_at(x, line.y, text_cells), &text, label.text_face);
    if count_cells > 0 {
        let face = if hits.is_some() { Face::Match } else { Face::SidebarCount };
        paint.text(cells_at(x + 1, line.y, count_cells), &label.count, face);
    }
    if let Some((sign, face)) = sign {
        paint.text(cells_at(line.x + line.width - 1, line.y, 1), sign, face);
    }
}

/// Returns how many hits of the search are in what a row stands for; nothing for speeches.
fn hits_of(app: &App, row: SidebarRow) -> Option<usize> {
    let outline = &app.shelf().document()?.speech.outline;
    let range = match row.node {
        Node::Speech(_) | Node::Saved(_) => return None,
        Node::Section(index) => outline.sections.get(index)?.range,
        Node::Item(index) => outline.items.get(index)?.range,
    };
    app.search().count_in(range)
}

struct Label {
    sign: &'static str,
    face: Face,
    words: RowWords,
    text_face: Face,
    count: String,
}

/// The words of a row, and what is left of them where they do not fit.
enum RowWords {
    /// A title, which is cut in its middle.
    Title(String),
    /// An item: its marker, its first words, and those that tell it from its siblings.
    Item(String, ItemWords),
}

impl RowWords {
    fn within(&self, cells: usize) -> String {
        match self {
            RowWords::Title(title) => width::shorten(title, cells),
            RowWords::Item(mark, words) => {
                let whole = format!("{mark} {}", words.whole);
                match &words.telling {
                    // Where few words are shared, most of the room is left for those that tell.
                    Some(telling)
                        if width::width(&whole) > cells
                            && 2 * width::width(words.shared()) >= cells =>
                    {
                        width::truncate(&format!("{mark} …{telling}"), cells)
                    }
                    _ => width::truncate(&whole, cells),
                }
            }
        }
    }
}

fn label(app: &App, row: SidebarRow) -> Label {
    let plain = |text: String| Label {
        sign: "",
        face: Face::SidebarText,
        words: RowWords::Title(text),
        text_face: Face::SidebarText,
        count: String::new(),
    };
    let open = app.shelf().document();
    match row.node {
        Node::Saved(index) => {
            let saved = app.shelf().saved().get(index);
            let title = saved.map_or_else(String::new, |saved| saved.title().to_owned());
            Label { sign: "/", face: Face::SidebarCount, ..plain(title) }
        }
        Node::Speech(index) => {
            let title = app.shelf().entry(index).map(|entry| entry.title.clone());
            let current = index == app.shelf().current();
            let text_face = if current { Face::PopupTitle } else { Face::SidebarText };
            Label { text_face, ..plain(title.unwrap_or_default()) }
        }
        Node::Section(index) => {
            let Some(open) = open else { return plain(String::new()) };
            let outline = &open.speech.outline;
            let Some(section) = outline.sections.get(index) else { return plain(String::new()) };
            let title = whereabouts::section_title(&open.speech, section.kind, app.messages());
            match section.kind {
                SectionKind::Series(series) => {
                    let count = whereabouts::series_count(outline, series);
                    Label { count: format!("({count})"), ..plain(title) }
                }
                SectionKind::Opening | SectionKind::Heading(_) | SectionKind::Closing => {
                    plain(title)
                }
            }
        }
        Node::Item(index) => {
            let Some(open) = open else { return plain(String::new()) };
            let Some(item) = open.speech.outline.items.get(index) else {
                return plain(String::new());
            };
            // Doubt shows without colour.
            let doubt = if item.is_doubtful() { "?" } else { "" };
            let mark = format!("{}{doubt}", open.speech.mark(index));
            let words = RowWords::Item(mark, open.speech.item_words(index));
            let sign = if item.duty == Duty::Work { sign(item.role) } else { "·" };
            Label { sign, face: item_face(item), words, ..plain(String::new()) }
        }
    }
}

/// Returns the sign of a role, which tells tasks from the rest without colour.
pub(super) fn sign(role: Role) -> &'static str {
    match role {
        Role::Task => "□",
        Role::Result => "✓",
        Role::Limitation => "△",
        Role::Cause | Role::Lesson | Role::Viewpoint | Role::Other => "·",
    }
}
