//! The review of bookmarks: the list on top, the old and the new words of one of them below.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{App, Review, ReviewRow};
use crate::layout::{Area, Widths, wrap};
use crate::settings::theme::Face;
use crate::speech::anchor::{DiffKind, Place, PlaceState, compare, core};
use crate::text::{TextRange, flowing, printable, width};

/// From how many cells on the old and the new words stand side by side.
const SIDE_BY_SIDE: u16 = 64;
/// The most rows that the list takes.
const LISTED: usize = 8;
/// The rows of the popup besides its list: the frame, and room for the words.
const ROWS: u16 = 20;
/// How many bytes of the text around a candidate are shown to tell it from the others.
const AROUND: usize = 48;

/// Draws the review.
pub(super) fn draw(app: &App, review: &Review, paint: &mut Paint<'_>) {
    let messages = app.messages();
    let args = [("count", messages.count(review.rows.len()).into())];
    let rows = (review.rows.len().min(LISTED) as u16).saturating_add(ROWS);
    let area = popup::draw_list(120, rows, &messages.with("review-title", &args), paint);
    if review.rows.is_empty() {
        paint.cut(cells_at(area.x, area.y, area.width), &messages.get("review-done"), Face::Dim);
        return;
    }
    let fits = (usize::from(area.height) / 3).clamp(1, LISTED).min(review.rows.len());
    let list = Area { height: fits as u16, ..area };
    let (count, cursor) = (review.rows.len(), review.cursor.at());
    let rows = List { count, cursor, height: 1, area: list };
    rows.draw(paint, |index, slot, paint| draw_row(app, &review.rows[index], slot, paint));
    let used = fits as u16 + 1;
    let below = Area { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    draw_words(app, review, below, paint);
}

fn draw_row(app: &App, row: &ReviewRow, slot: &Slot, paint: &mut Paint<'_>) {
    let (area, face) = (slot.area, |face| slot.face(face));
    let sure = if row.place.state().is_known() { Face::Bookmark } else { Face::Error };
    let state = state_words(app, &row.place);
    let x = paint.text(cells_at(area.x, area.y, area.width), &state, face(sure));
    let item = row.bookmark.anchor.item.as_ref().map(ToString::to_string).unwrap_or_default();
    let cells = width::width(&item) as u16;
    let end = (area.x + area.width).saturating_sub(cells);
    let quote = flowing(&printable(row.bookmark.anchor.words().trim())).into_owned();
    paint.cut(
        cells_at(x + 1, area.y, end.saturating_sub(x + 2)),
        &format!("· {quote}"),
        face(Face::Text),
    );
    paint.text(cells_at(end, area.y, cells), &item, face(Face::Dim));
}

/// Returns a state as sign and words.
pub(super) fn state_words(app: &App, place: &Place) -> String {
    let state = place.state();
    let words = app.messages().get(&format!("review-state-{}", state.name()));
    match place {
        Place::Edited(_, alike) => format!("{} {words} ({alike} %)", state.sign()),
        Place::Same(_) | Place::Moved(_) | Place::Uncertain(_) | Place::Lost => {
            format!("{} {words}", state.sign())
        }
    }
}

/// Draws the old and the new words, the differences marked by signs and faces.
fn draw_words(app: &App, review: &Review, area: Area, paint: &mut Paint<'_>) {
    let Some(row) = review.at_cursor() else { return };
    let messages = app.messages();
    let old_text = printable(row.bookmark.anchor.words().trim()).into_owned();
    let speech = app.shelf().document().map(|open| &open.speech);
    let shown = review.shown().zip(speech);
    let new_text = shown.map(|(range, speech)| speech.words(range)).unwrap_or_default();
    let difference = compare(&old_text, new_text.trim());
    let old = match shown {
        Some(_) => ReviewWords::of(&difference.old, ("[-", "-]"), Face::Error),
        None => ReviewWords::plain(&old_text, Face::Text),
    };
    let new = match (shown, row.place.state()) {
        (Some((range, speech)), PlaceState::Uncertain) => {
            // Look-alikes are told apart by what stands around them.
            let (before, after) = around(&speech.text, range);
            let mut words = ReviewWords::plain(&format!("{before} "), Face::Dim);
            words.add(ReviewWords::of(&difference.new, ("{+", "+}"), Face::Hit));
            words.add(ReviewWords::plain(&format!(" {after}"), Face::Dim));
            words
        }
        (Some(_), _) => ReviewWords::of(&difference.new, ("{+", "+}"), Face::Hit),
        (None, _) => ReviewWords::plain(&messages.get("review-gone"), Face::Dim),
    };
    let line = |range: TextRange| speech.map_or(0, |speech| speech.line_at(range.start));
    let now = match (review.shown(), row.place.ranges().len()) {
        (Some(range), count) if count > 1 => {
            let number = review.candidate + 1;
            let args =
                [("number", number.into()), ("count", count.into()), ("line", line(range).into())];
            messages.with("review-new-of", &args)
        }
        (Some(range), _) => messages.with("review-new", &[("line", line(range).into())]),
        (None, _) => messages.get("review-new-none"),
    };
    let before = messages.get("review-old");
    if area.width >= SIDE_BY_SIDE {
        let half = (area.width - 3) / 2;
        let right = Area { x: area.x + half + 3, width: area.width - half - 3, ..area };
        for y in area.y..area.y + area.height {
            paint.text(cells_at(area.x + half + 1, y, 1), "│", Face::Separator);
        }
        draw_side(&before, &old, Area { width: half, ..area }, paint);
        draw_side(&now, &new, right, paint);
    } else {
        let half = area.height / 2;
        draw_side(&before, &old, Area { height: half, ..area }, paint);
        let y = area.y + half;
        draw_side(&now, &new, Area { y, height: area.height - half, ..area }, paint);
    }
}

fn draw_side(title: &str, words: &ReviewWords, area: Area, paint: &mut Paint<'_>) {
    if area.height == 0 {
        return;
    }
    paint.cut(cells_at(area.x, area.y, area.width), title, Face::Heading);
    let columns = usize::from(area.width);
    let range = TextRange::new(0, words.text.len());
    let lines = wrap(&words.text, range, Widths { first: columns, rest: columns });
    for (line, y) in lines.iter().zip(area.y + 1..area.y + area.height) {
        let mut x = area.x;
        for (part, face) in &words.parts {
            if let Some(part) = part.intersection(*line).filter(|part| !part.is_empty()) {
                let room = (area.x + area.width).saturating_sub(x);
                x = paint.text(cells_at(x, y, room), part.of(&words.text), *face);
            }
        }
    }
}

/// ReviewWords on one line, and how each part of them is drawn.
struct ReviewWords {
    text: String,
    parts: Vec<(TextRange, Face)>,
}

impl ReviewWords {
    fn plain(text: &str, face: Face) -> ReviewWords {
        let text = flowing(&printable(text)).into_owned();
        let parts = vec![(TextRange::new(0, text.len()), face)];
        ReviewWords { text, parts }
    }

    fn of(parts: &[(String, DiffKind)], (open, close): (&str, &str), face: Face) -> ReviewWords {
        let mut words = ReviewWords { text: String::new(), parts: Vec::new() };
        for (text, stretch) in parts {
            match stretch {
                DiffKind::Kept => words.add(ReviewWords::plain(text, Face::Text)),
                DiffKind::Changed => {
                    let inside = core(text);
                    words.add(ReviewWords::plain(&format!("{open}{inside}{close}"), face));
                    words.add(ReviewWords::plain(&text[inside.len()..], Face::Text));
                }
            }
        }
        words
    }

    fn add(&mut self, other: ReviewWords) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.parts.extend(other.parts.into_iter().map(|(range, face)| {
            (TextRange::new(range.start.get() + shift, range.end.get() + shift), face)
        }));
    }
}

/// Returns a few words on both sides of a range, whole ones, on one line.
fn around(text: &str, range: TextRange) -> (String, String) {
    let (start, end) = (range.start.get(), range.end.get());
    let from = text.ceil_char_boundary(start.saturating_sub(AROUND)).min(start);
    let to = text.floor_char_boundary(end + AROUND).max(end);
    let mut head: Vec<&str> = text[from..start].split_whitespace().collect();
    let mut tail: Vec<&str> = text[end..to].split_whitespace().collect();
    if from > 0 && !head.is_empty() {
        head[0] = "…";
    }
    if to < text.len() {
        tail.pop();
        tail.push("…");
    }
    (head.join(" "), tail.join(" "))
}
