//! The status line, and under it the prompt, a notice, or hints of keys.

use super::paint::{Paint, cells_at};
use crate::app::{
    App, AutoScroll, Focus, Keeping, Narrowing, NoticeWeight, Overlay, PathPurpose, Prompt,
    PromptPurpose, SelectionUnit, field_id,
};
use crate::layout::{Area, Panes, Widths, wrap};
use crate::search::{How, Mode};
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::settings::theme::Face;
use crate::speech::Extent;
use crate::text::{TextRange, width};
use ratatui::layout::Position;

/// From this many columns on it is said how a search matched, and how long a selection takes.
const WIDE: u16 = 60;

/// Draws both lines, and gives where the cursor stands in a prompt.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) -> Option<Position> {
    status(app, panes.status, paint);
    let line = panes.hints.unwrap_or(panes.status);
    let own = panes.hints.is_some();
    if let Some(Overlay::Prompt(prompt)) = app.overlays().last() {
        if let Some(wrong) = app.search().wrong() {
            say(&wrong.say(app.messages()), Face::Error, panes.status, paint);
        }
        if let PromptPurpose::Path(_, found) = &prompt.purpose
            && !found.is_empty()
        {
            say(&names(found), Face::Notice, panes.status, paint);
        }
        return Some(draw_prompt(app, prompt, line, paint));
    }
    if let Some(notice) = app.notice() {
        let face = match notice.weight {
            NoticeWeight::Plain => Face::Notice,
            NoticeWeight::Trouble => Face::Error,
        };
        say(&notice.words(app.messages()), face, line, paint);
    } else if own && app.is_welcoming() && app.overlays().is_empty() {
        let text = welcome(app);
        paint.fill(line, Face::Notice);
        paint.cut(cells_at(line.x + 1, line.y, line.width.saturating_sub(2)), &text, Face::Notice);
    } else if own {
        hints(app, line, paint);
    }
    None
}

/// Returns the last parts of paths, beside each other.
fn names(paths: &[String]) -> String {
    let name = |path: &String| {
        let whole = path.trim_end_matches('/');
        path[whole.rfind('/').map_or(0, |at| at + 1)..].to_owned()
    };
    paths.iter().map(name).collect::<Vec<_>>().join("   ")
}

/// Says a line; one that is too long goes up over the rows above, as far as it must.
fn say(text: &str, face: Face, line: Area, paint: &mut Paint<'_>) {
    let cells = line.width.saturating_sub(2);
    let columns = usize::from(cells.max(1));
    let range = TextRange::new(0, text.len());
    let rows = wrap(text, range, Widths { first: columns, rest: columns });
    let most = usize::from(line.y / 2).max(1);
    let shown = rows.len().min(most) as u16;
    for (row, y) in rows.iter().zip((line.y + 1).saturating_sub(shown)..=line.y) {
        let area = Area { y, ..line };
        paint.fill(area, face);
        paint.text(cells_at(line.x + 1, y, cells), row.of(text), face);
    }
}

/// The first-run line, with the keys as they are.
fn welcome(app: &App) -> String {
    let key = |action| {
        let keys = app.keymap().keys_of(stack(Context::Reader), action);
        keys.into_iter().next().unwrap_or_default()
    };
    let args = [
        ("task", key(Action::NextTask).into()),
        ("outline", key(Action::FilterOutline).into()),
        ("search", key(Action::Search).into()),
        ("bookmark", key(Action::Bookmark).into()),
        ("help", key(Action::Help).into()),
        ("close", key(Action::Cancel).into()),
    ];
    app.messages().with("welcome", &args)
}

fn status(app: &App, line: Area, paint: &mut Paint<'_>) {
    paint.fill(line, Face::Status);
    let right = right(app);
    let right_cells = width::width(&right) as u16;
    let end = (line.x + line.width).saturating_sub(right_cells + 1);
    paint.text(cells_at(end, line.y, right_cells), &right, Face::Status);
    let mut x = line.x + 1;
    if let Some(mode) = mode(app) {
        x = paint.text(
            cells_at(x, line.y, end.saturating_sub(x)),
            &format!(" {mode} "),
            Face::Mode,
        ) + 1;
    }
    let place = app.whereabouts();
    let title = title(app);
    let room = end.saturating_sub(x + 1);
    let place_cells = (width::width(&place) as u16).min(room);
    // The title gives way to the place: a title of a few cells tells nothing.
    let title_cells = room.saturating_sub(place_cells + 3);
    if title_cells >= 8 {
        x = paint.title(cells_at(x, line.y, title_cells), &title, Face::Status);
        if !place.is_empty() {
            x = paint.text(cells_at(x, line.y, 3), " · ", Face::Status);
        }
    }
    paint.cut(cells_at(x, line.y, end.saturating_sub(x + 1)), &place, Face::StatusStrong);
}

fn title(app: &App) -> String {
    app.shelf().current_entry().map(|entry| entry.title.clone()).unwrap_or_default()
}

/// What stands at the right: begun keys, the search, what is still being done, per cent.
fn right(app: &App) -> String {
    let mut parts = Vec::new();
    let (count, pending) = app.pending();
    let mut keys = count.map(|count| count.to_string()).unwrap_or_default();
    for press in pending {
        if !keys.is_empty() {
            keys.push(' ');
        }
        keys.push_str(&press.to_string());
    }
    if !keys.is_empty() {
        parts.push(keys);
    }
    parts.extend(app.time_of_selection().filter(|_| app.size().0 >= WIDE));
    let searching = app.search();
    let typing = matches!(app.overlays().last(), Some(Overlay::Prompt(_)));
    if searching.is_shown() && !typing {
        let how = how(app).filter(|_| app.size().0 >= WIDE);
        let how = how.map(|how| format!(" {how}")).unwrap_or_default();
        parts.push(format!("/{} {}{how}", searching.query().typed(), hits(app)));
    }
    parts.extend(keeping(app));
    if let Some(open) = app.shelf().document() {
        match open.speech.extent {
            Extent::Whole => {}
            Extent::Head => parts.push(app.messages().get("status-reading")),
            Extent::Unparsed => parts.push(app.messages().get("status-parsing")),
        }
        parts.push(format!("{}%", open.percent()));
    }
    parts.join("  ")
}

/// Says what is being done for the library.
fn keeping(app: &App) -> Option<String> {
    let messages = app.messages();
    match app.keeping() {
        Keeping::Done => None,
        Keeping::Listing => Some(messages.get("status-listing")),
        Keeping::Indexing { done, total } => {
            let args = [("done", done.into()), ("total", total.into())];
            Some(messages.with("status-indexing", &args))
        }
    }
}

/// Returns "3/17"; "…" for what is not known yet, "–" where the reader is at no hit.
fn hits(app: &App) -> String {
    let number = |number: Option<usize>| {
        number.map_or("…".to_owned(), |number| app.messages().count(number))
    };
    match app.search().position() {
        (_, Some(0)) => "0/0".to_owned(),
        (None, Some(total)) => format!("–/{}", app.messages().count(total)),
        (current, total) => format!("{}/{}", number(current), number(total)),
    }
}

/// Returns how the search matched, and how strict it is where that is not as usual.
fn how(app: &App) -> Option<String> {
    let messages = app.messages();
    let how = app.search().how().map(|how| match how {
        How::Unmarked => messages.get("search-how-unmarked"),
        How::Marked => messages.get("search-how-marked"),
        How::Telex => messages.get("search-how-telex"),
        How::Vni => messages.get("search-how-vni"),
    });
    let how = how.filter(|_| !app.search().query().is_empty());
    match (app.search().mode(), how) {
        (Mode::Smart, how) => how,
        (Mode::Loose, None) => Some(messages.get("search-loose")),
        // Marks that do not count are not told of.
        (Mode::Loose, Some(how)) => match app.search().how() {
            Some(how_it_is) if how_it_is.is_typed() => {
                Some(format!("{} · {how}", messages.get("search-loose")))
            }
            _ => Some(messages.get("search-loose")),
        },
        (Mode::Exact, _) => Some(messages.get("search-exact")),
    }
}

/// Returns what the text is narrowed to.
fn narrowed(app: &App) -> Option<String> {
    let Narrowing::On(narrowed) = app.search().narrowing() else { return None };
    let id = if narrowed.paragraphs == 0 { "mode-narrowed" } else { "mode-narrowed-more" };
    let most = usize::from(app.size().0 / 4).max(8);
    let query = width::truncate(narrowed.query.typed(), most);
    let args = [
        ("query", query.into()),
        ("items", narrowed.items.into()),
        ("paragraphs", narrowed.paragraphs.into()),
    ];
    Some(app.messages().with(id, &args))
}

fn mode(app: &App) -> Option<String> {
    if app.selection().is_none()
        && let Some(narrowed) = narrowed(app)
    {
        return Some(narrowed);
    }
    let moving = match app.autoscroll() {
        AutoScroll::Off => None,
        AutoScroll::Going => Some("mode-autoscroll"),
        AutoScroll::Paused => Some("mode-autoscroll-paused"),
    };
    if let Some(id) = moving {
        return Some(app.messages().get(id));
    }
    let id = match app.selection().map(|selection| selection.unit) {
        Some(SelectionUnit::Line) => "mode-select-line",
        Some(SelectionUnit::Sentence) => "mode-select-sentence",
        Some(SelectionUnit::Paragraph) => "mode-select-paragraph",
        None if app.focus() == Focus::Sidebar => "mode-sidebar",
        None if app.focus() == Focus::Aside => "mode-aside",
        None if app.shows_furniture() => "mode-furniture",
        None => return None,
    };
    Some(app.messages().get(id))
}

fn draw_prompt(app: &App, prompt: &Prompt, line: Area, paint: &mut Paint<'_>) -> Position {
    let id = match &prompt.purpose {
        PromptPurpose::Search(_) => "prompt-search",
        PromptPurpose::Narrow(_) => "prompt-narrow",
        PromptPurpose::Address => "prompt-address",
        PromptPurpose::Percent => "prompt-percent",
        PromptPurpose::SeriesTitle(_) => "prompt-series-title",
        PromptPurpose::Tags(_) => "prompt-tags",
        PromptPurpose::SetLetter(_) | PromptPurpose::GoLetter => "prompt-letter",
        PromptPurpose::Filter(_) => "prompt-filter",
        PromptPurpose::FilterTasks(_) => "prompt-filter-tasks",
        PromptPurpose::TaskNote(_) => "prompt-task-note",
        PromptPurpose::TaskOffice(_) => "prompt-task-office",
        PromptPurpose::TaskDeadline(_) => "prompt-task-deadline",
        PromptPurpose::TaskProof(_) => "prompt-task-proof",
        PromptPurpose::Field(field) => field_id(*field),
        PromptPurpose::Path(purpose, _) => match purpose {
            PathPurpose::Open => "prompt-open",
            PathPurpose::Import => "prompt-import",
            PathPurpose::ExportSpeech => "prompt-export-speech",
            PathPurpose::ExportTasks => "prompt-export-tasks",
            PathPurpose::ExportBookmarks => "prompt-export-bookmarks",
            PathPurpose::ExportHits => "prompt-export-hits",
        },
    };
    paint.fill(line, Face::Text);
    let mut label = app.messages().get(id);
    if let PromptPurpose::Field(_) = prompt.purpose {
        label.push(':');
    }
    let label = width::truncate(&label, usize::from(line.width) / 2);
    let x = paint.text(cells_at(line.x + 1, line.y, line.width), &label, Face::Prompt) + 1;
    let right = match prompt.purpose {
        PromptPurpose::Search(_) | PromptPurpose::Narrow(_) if app.search().is_shown() => {
            let how = how(app).filter(|_| line.width >= WIDE);
            how.map(|how| format!("{how} · ")).unwrap_or_default() + &hits(app)
        }
        PromptPurpose::Search(_) | PromptPurpose::Narrow(_) if line.width >= WIDE => {
            how(app).unwrap_or_default()
        }
        _ => String::new(),
    };
    let right_cells = width::width(&right) as u16;
    let end = (line.x + line.width).saturating_sub(right_cells + 1);
    paint.text(cells_at(end, line.y, right_cells), &right, Face::StatusStrong);
    input(&prompt.line, Area { x, width: end.saturating_sub(x + 1), ..line }, paint)
}

/// Draws an input line, scrolled so that its cursor shows, and gives where that stands.
pub(super) fn input(typed: &crate::app::InputLine, area: Area, paint: &mut Paint<'_>) -> Position {
    let room = usize::from(area.width.max(1));
    let cursor = typed.cursor();
    let skip = (cursor + 1).saturating_sub(room);
    let text = typed.text();
    let hidden = width::prefix(text, skip);
    let shift = cursor.saturating_sub(width::width(hidden)) as u16;
    paint.text(cells_at(area.x, area.y, area.width), &text[hidden.len()..], Face::Text);
    Position::new(area.x + shift.min(area.width.saturating_sub(1)), area.y)
}

/// Which actions are hinted at, by what is going on.
fn hinted(app: &App) -> &'static [Action] {
    use Action as A;
    if let Some(overlay) = app.overlays().last() {
        return overlay.layer().hints();
    }
    match (app.selection(), app.contexts()) {
        (Some(_), _) => &[
            A::LineDown,
            A::LineUp,
            A::Select,
            A::SelectSwap,
            A::Bookmark,
            A::BookmarkNote,
            A::Copy,
            A::Cancel,
        ],
        (None, [Context::Sidebar, ..]) => {
            &[A::Accept, A::Unfold, A::Fold, A::SwitchPane, A::Help, A::Quit]
        }
        _ if app.shelf().document().is_some_and(|open| open.speech.outline.items.is_empty()) => {
            &[A::PageDown, A::Search, A::Bookmark, A::Bookmarks, A::Library, A::Help, A::Quit]
        }
        _ => &[
            A::NextTask,
            A::NextItem,
            A::NextSection,
            A::FilterOutline,
            A::Search,
            A::Bookmark,
            A::Bookmarks,
            A::Copy,
            A::Library,
            A::Help,
            A::Quit,
        ],
    }
}

fn hints(app: &App, line: Area, paint: &mut Paint<'_>) {
    let mut x = line.x + 1;
    let end = line.x + line.width;
    let all = hinted(app);
    // Help and quit always show; of the others as many as fit.
    let last = all.len().saturating_sub(2);
    let written: Vec<(String, String)> = all
        .iter()
        .filter_map(|&action| {
            let key = app.keymap().keys_of(app.contexts(), action).into_iter().next()?;
            let own = match app.overlays().last() {
                Some(overlay) => overlay.layer().hint(action),
                None => app.sidebar_hint(action),
            };
            let id = own.map_or_else(|| format!("hint-{}", action.name()), str::to_owned);
            Some((key, app.messages().get(&id)))
        })
        .collect();
    let cells =
        |hint: &(String, String)| (width::width(&hint.0) + width::width(&hint.1) + 3) as u16;
    let kept: u16 = written.iter().skip(last).map(cells).sum();
    for (index, hint) in written.iter().enumerate() {
        let reserve = if index < last { kept } else { 0 };
        if x + cells(hint) + reserve > end + 2 {
            continue;
        }
        x = paint.text(cells_at(x, line.y, end.saturating_sub(x)), &hint.0, Face::HintKey) + 1;
        x = paint.text(cells_at(x, line.y, end.saturating_sub(x)), &hint.1, Face::Hint) + 2;
    }
}
