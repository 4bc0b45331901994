//! The register of tasks: their lines in groups, and below them all that is known of the one at the cursor.

mod detail;
mod line;

use super::list::Slot;
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{App, RegisterLine, RegisterList, RegisterScope, TasksProgress};
use crate::layout::Area;
use crate::register::GroupBy;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::settings::theme::Face;
use line::Columns;

/// The widest register, in cells.
const WIDEST: u16 = 200;
/// From how many lines on there is a line with the names of the columns.
const ROOMY: u16 = 14;
/// Below so many columns of the screen the title does not say what tasks are grouped by.
const NARROW: u16 = 60;
/// How many lines stay below the cursor.
const MARGIN: u16 = 2;

/// Draws the register.
pub(super) fn draw(app: &App, list: &RegisterList, paint: &mut Paint<'_>) {
    let mut area = popup::draw_list(WIDEST, u16::MAX, &title(app, list), paint);
    if let Some(problem) = &list.problem {
        let words = problem.say(app.messages());
        paint.cut(cells_at(area.x, area.y + area.height - 1, area.width), &words, Face::Error);
        area.height -= 1;
    }
    if list.lines.is_empty() {
        let keys = app.keymap().keys_of(stack(Context::Register), Action::TaskScope);
        let key = keys.into_iter().next().unwrap_or_default();
        let text = app.messages().with(nothing(list), &[("key", key.into())]);
        paint.wrapped(area, &text, Face::Dim);
        return;
    }
    let told = detail::height(area);
    let head = u16::from(area.height >= ROOMY);
    let columns = Columns::new(app, area.width, list.view.scope);
    if head > 0 {
        columns.draw_head(Area { height: 1, ..area }, paint);
    }
    let lines = Area { y: area.y + head, height: area.height - head - told, ..area };
    draw_lines(list, &columns, lines, paint);
    let below = Area { y: area.y + area.height - told, height: told, ..area };
    detail::draw(app, list, below, paint);
}

/// Returns the message that says why there is nothing to show.
fn nothing(list: &RegisterList) -> &'static str {
    match (list.progress, list.view.scope) {
        (TasksProgress::Unasked | TasksProgress::Coming, RegisterScope::Library) => {
            "register-reading-library"
        }
        (TasksProgress::Unasked | TasksProgress::Coming, _) => "register-reading",
        (TasksProgress::Done, _) if list.counts.total > 0 => "register-none-fits",
        (TasksProgress::Done, RegisterScope::Speech) => "register-none-here",
        (TasksProgress::Done, RegisterScope::Open) => "register-none-open",
        (TasksProgress::Done, RegisterScope::Library) => "register-none-library",
    }
}

/// Says whose tasks are shown, how many, and how many of them are overdue.
fn title(app: &App, list: &RegisterList) -> String {
    let messages = app.messages();
    let scope = match list.view.scope {
        RegisterScope::Speech => "register-title-speech",
        RegisterScope::Open => "register-title-open",
        RegisterScope::Library => "register-title-library",
    };
    let counts = list.counts;
    let count = match counts.shown == counts.total {
        true => messages.count(counts.total),
        false => format!("{}/{}", messages.count(counts.shown), messages.count(counts.total)),
    };
    let mut parts = vec![messages.with(scope, &[("count", count.into())])];
    if counts.overdue > 0 {
        let overdue = messages.count(counts.overdue);
        parts.push(messages.with("register-title-overdue", &[("count", overdue.into())]));
    }
    if counts.unsure > 0 {
        let unsure = messages.count(counts.unsure);
        parts.push(messages.with("register-title-unsure", &[("count", unsure.into())]));
    }
    if list.progress != TasksProgress::Done {
        parts.push(messages.get("register-title-reading"));
    }
    let by = match list.view.group_by {
        GroupBy::Due => "register-by-due",
        GroupBy::Office => "register-by-office",
        GroupBy::Speech => "register-by-speech",
    };
    // A narrow frame has no room for it.
    if app.size().0 >= NARROW {
        parts.push(messages.get(by));
    }
    if !list.view.typed.is_empty() {
        let typed = list.view.typed.as_str();
        parts.push(messages.with("register-title-filter", &[("filter", typed.into())]));
    }
    parts.join(" · ")
}

/// Draws the lines around the cursor that fit, below the heading of their group.
fn draw_lines(list: &RegisterList, columns: &Columns<'_>, area: Area, paint: &mut Paint<'_>) {
    let height = |line: &RegisterLine| match line {
        RegisterLine::Heading(..) => 1,
        RegisterLine::Task(_) => columns.rows(),
    };
    // One line is left for the heading of the group that the first task shown is in.
    let is_grouped = matches!(list.lines.first(), Some(RegisterLine::Heading(..)));
    let first = first_shown(list, area.height - u16::from(is_grouped), height);
    let (above, shown) = list.lines.split_at(first);
    let mut y = area.y;
    let end = area.y + area.height;
    if let Some(RegisterLine::Task(_)) = shown.first() {
        let heading = above.iter().rev().find_map(|line| match line {
            RegisterLine::Heading(heading, count) => Some((heading, *count)),
            RegisterLine::Task(_) => None,
        });
        if let Some((heading, count)) = heading {
            columns.draw_heading((heading, count), Area { y, height: 1, ..area }, paint);
            y += 1;
        }
    }
    for (index, line) in (first..).zip(shown) {
        let height = height(line);
        if y >= end {
            break;
        }
        // The last task may show only its first line.
        let height = height.min(end - y);
        let place = Area { y, height, ..area };
        match line {
            RegisterLine::Heading(heading, count) => {
                columns.draw_heading((heading, *count), place, paint);
            }
            RegisterLine::Task(task) => {
                let Some(entry) = list.task(*task) else { continue };
                let slot = Slot::new(place, index, list.cursor.at());
                columns.draw(entry, list.fit(*task), &slot, paint);
            }
        }
        y += height;
    }
}

/// Returns the first line to show so that the cursor is in view, with some lines below it.
fn first_shown(list: &RegisterList, room: u16, height: impl Fn(&RegisterLine) -> u16) -> usize {
    let cursor = list.cursor.at();
    let below: u16 = list.lines[cursor + 1..].iter().take(2).map(&height).sum();
    let wanted = height(&list.lines[cursor]) + below.min(MARGIN * height(&list.lines[cursor]));
    let mut left = room.saturating_sub(wanted);
    let mut first = cursor;
    while first > 0 && height(&list.lines[first - 1]) <= left {
        first -= 1;
        left -= height(&list.lines[first]);
    }
    first
}
