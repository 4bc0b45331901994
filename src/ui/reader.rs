//! The reading pane.

use super::paint::{Paint, cells_at};
use crate::app::{App, Content, Highlight, OpenSpeech};
use crate::layout::{self, Area, Panes, Row, RowKind, Span, markup_of};
use crate::notebook::{Kind, Labels};
use crate::search::Hit;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::settings::theme::Face;
use crate::speech::{BlockKind, Duty, FurnitureKind, Item, Role, RowPart};
use crate::text::markup::Markup;
use crate::text::{TextPos, TextRange, flowing, width};
use std::borrow::Cow;

/// The sign of the rows that a bookmark goes on over.
const BOOKMARKED: &str = "┊";
/// The sign of a note.
pub(super) const NOTED: &str = "✎";
/// The sign of an item that the parser is not sure of.
const DOUBTFUL: &str = "?";
/// What parts the columns of a table, what stands below its head, and where the two cross.
const BAR: &str = "│";
const RULE: &str = "─";
const CROSSING: &str = "┼";
/// The sign of the line that a jump led to.
const LANDING: &str = "▸";
/// The bar beside the paragraph where the reader is, and beside their line in it.
const HERE: &str = "▎";
const HERE_LINE: &str = "▌";

/// Draws the text, or what there is to say in its place.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let Some(open) = app.shelf().document() else {
        return instead(app, panes, paint);
    };
    if open.speech.blocks.is_empty() {
        let id = if open.is_whole() { "text-empty" } else { "reading-file" };
        let text = app.messages().get(id);
        paint.cut(cells_at(panes.text.x, panes.text.y, panes.text.width), &text, Face::Dim);
        return;
    }
    let place = open.place();
    let here = (open.speech.block_at(place), place);
    for (row, at) in app.rows().iter().zip(0..panes.rows()) {
        let area = panes.row(at);
        let markup = match row.kind {
            RowKind::First | RowKind::More => markup_of(&open.speech, row.block, open.key()),
            RowKind::Gap | RowKind::Rule | RowKind::Hidden(_) | RowKind::Notes => Markup::default(),
        };
        TextRow { app, open, row, area, markup, set: open.line(row), here }.draw(paint);
    }
}

/// Draws rows of a speech that is not the one being read: its words and markers, and nothing of what goes on in the other.
pub(super) fn draw_other(
    app: &App,
    (open, rows): (&OpenSpeech, &[Row]),
    area: Area,
    paint: &mut Paint<'_>,
) {
    let here = (usize::MAX, TextPos::ZERO);
    for (row, y) in rows.iter().zip(area.y..area.y + area.height) {
        let area = Area { y, height: 1, ..area };
        let markup = match row.kind {
            RowKind::First | RowKind::More => markup_of(&open.speech, row.block, open.key()),
            RowKind::Gap | RowKind::Rule | RowKind::Hidden(_) | RowKind::Notes => Markup::default(),
        };
        let row = TextRow { app, open, row, area, markup, set: open.line(row), here };
        match row.row.kind {
            RowKind::First | RowKind::More => row.plain(paint),
            RowKind::Rule => row.rule(paint),
            RowKind::Gap | RowKind::Hidden(_) | RowKind::Notes => {}
        }
    }
}

/// Says why there is no text: its file is being read, or could not be.
fn instead(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let content = app.shelf().current_entry().map(|entry| &entry.content);
    let (text, face) = match content {
        Some(Content::Failed(_, trouble)) => (app.messages().say(trouble), Face::Error),
        Some(Content::Moved) => (app.messages().get("file-gone"), Face::Error),
        Some(Content::Unread(_) | Content::Reading(_) | Content::Open(_)) | None => {
            (app.messages().get("reading-file"), Face::Dim)
        }
    };
    paint.wrapped(panes.text, &text, face);
}

struct TextRow<'a> {
    app: &'a App,
    open: &'a OpenSpeech,
    row: &'a Row,
    area: Area,
    /// The signs of its block.
    markup: Markup,
    /// Its words, and where they stand.
    set: layout::TableLine,
    /// The block and the place where the reader is.
    here: (usize, TextPos),
}

impl TextRow<'_> {
    fn draw(&self, paint: &mut Paint<'_>) {
        match self.row.kind {
            RowKind::Gap => self.selected_gap(paint),
            RowKind::Rule => self.rule(paint),
            RowKind::Hidden(lines) => {
                let keys = stack(Context::Reader);
                let key = self.app.keymap().keys_of(keys, Action::ToggleFurniture);
                let key = key.into_iter().next().unwrap_or_default();
                let args = [("lines", lines.into()), ("key", key.into())];
                let text = self.app.messages().with("furniture-note", &args);
                paint.cut(cells_at(self.area.x, self.area.y, self.area.width), &text, Face::Dim);
            }
            RowKind::Notes => {
                let text = format!("{NOTED} {}", self.open.notes_below(self.row.block));
                let x = self.area.x + self.row.indent;
                let room = self.area.width.saturating_sub(self.row.indent);
                paint.cut(cells_at(x, self.area.y, room), &text, Face::Note);
            }
            RowKind::First | RowKind::More => self.text(paint),
        }
    }

    /// A gap inside a selection shows one selected cell, so that the passage looks whole.
    fn selected_gap(&self, paint: &mut Paint<'_>) {
        let Some(selection) = self.app.selection() else { return };
        if selection.range().contains(self.row.range.start) {
            paint.patch(Area { width: 1, ..self.area }, Face::Selection);
        }
    }

    /// Draws the line below the head of a table.
    fn rule(&self, paint: &mut Paint<'_>) {
        let Area { x, y, width, .. } = self.area;
        paint.text(cells_at(x, y, width), &RULE.repeat(usize::from(width)), Face::Dim);
        for bar in self.set.bars.iter().filter(|bar| **bar < width) {
            paint.text(cells_at(x + bar, y, 1), CROSSING, Face::Dim);
        }
    }

    /// Writes the words, and what parts those of a table.
    fn words(&self, paint: &mut Paint<'_>) {
        let Area { x, y, width, .. } = self.area;
        let face = self.face();
        for bar in self.set.bars.iter().filter(|bar| **bar < width) {
            paint.text(cells_at(x + bar, y, 1), BAR, Face::Dim);
        }
        for span in &self.set.spans {
            if let Some(label) = span.label {
                let name = format!("{}:", self.open.speech.line(label));
                paint.text(cells_at(x, y, span.x), &name, Face::Dim);
            }
            let room = width.saturating_sub(span.x);
            paint.text(cells_at(x + span.x, y, room), &self.shown(span.range), face);
        }
    }

    /// Writes the words with what the text itself sets off, and what was bookmarked.
    fn plain(&self, paint: &mut Paint<'_>) {
        self.words(paint);
        self.emphasise(paint);
        for highlight in self.open.highlights() {
            self.highlight(highlight, paint);
        }
        for item in self.marked() {
            self.patch(item.marker, item_face(item), paint);
        }
    }

    fn text(&self, paint: &mut Paint<'_>) {
        self.plain(paint);
        let landed = self.is_landing();
        if landed {
            self.patch(self.row.range, Face::Landing, paint);
        }
        if let Some(selection) = self.app.selection() {
            self.patch(selection.range(), Face::Selection, paint);
        }
        // Hits lie over all that they can lie in, so that they are seen there.
        let searching = self.app.search();
        for hit in searching.hits_in(self.row.range) {
            for &part in hit.parts() {
                self.patch(part, Face::Hit, paint);
            }
        }
        for &part in searching.current().map_or(&[][..], Hit::parts) {
            self.patch(part, Face::HitCurrent, paint);
        }
        self.margin(paint);
    }

    /// Returns whether this is the row that a jump led to, and that is to be marked.
    fn is_landing(&self) -> bool {
        self.app.settings().reader.landing_mark
            && self.open.landing().is_some_and(|pos| self.is_at(pos))
    }

    /// Returns whether this is the row where one is who is at a place.
    fn is_at(&self, pos: TextPos) -> bool {
        self.holds(pos) || self.row.range.start == pos
    }

    /// Returns whether a place is on this row; what stands before the words of a block is on its first.
    fn holds(&self, pos: TextPos) -> bool {
        let before = TextRange { start: self.block().start, end: self.row.range.start };
        self.row.kind == RowKind::First && before.contains(pos)
            || self.set.spans.iter().any(|span| span.range.contains(pos))
    }

    /// Returns the items whose markers are on this row, in whole or in part.
    fn marked(&self) -> &[Item] {
        let (items, row) = (&self.open.speech.outline.items, self.row.range);
        let from = items.partition_point(|item| item.marker.end <= row.start);
        let to = items.partition_point(|item| item.marker.start < row.end);
        items.get(from..to).unwrap_or_default()
    }

    /// Signs in the margin: a bookmark, a doubt; and beside the text where the reader is.
    fn margin(&self, paint: &mut Paint<'_>) {
        let (x, y) = (self.area.x.saturating_sub(2), self.area.y);
        let highlights = self.open.highlights();
        let begins = highlights.iter().find(|highlight| self.holds(highlight.range.start));
        let touches = |span: &Span, range: TextRange| range.intersection(span.range).is_some();
        let goes_on = (self.open.marked())
            .any(|range| self.set.spans.iter().any(|span| touches(span, range)));
        let in_doubt = |item: &Item| item.is_doubtful() && self.holds(item.marker.start);
        if let Some(highlight) = begins {
            let (sign, face) = sign_of(highlight);
            paint.text(cells_at(x, y, 1), sign, face);
        } else if self.marked().iter().any(in_doubt) {
            paint.text(cells_at(x, y, 1), DOUBTFUL, Face::Dim);
        } else if goes_on {
            paint.text(cells_at(x, y, 1), BOOKMARKED, Face::Bookmark);
        }
        let (block, place) = self.here;
        if self.is_landing() {
            paint.text(cells_at(x + 1, y, 1), LANDING, Face::Landing);
        } else if self.row.block == block {
            let sign = if self.is_at(place) { HERE_LINE } else { HERE };
            paint.text(cells_at(x + 1, y, 1), sign, Face::Here);
        }
    }

    fn face(&self) -> Face {
        let head = |part| part == RowPart::Head;
        match self.open.speech.blocks[self.row.block].kind {
            BlockKind::Row
                if self
                    .open
                    .speech
                    .row_of(self.row.block)
                    .is_some_and(|(_, row)| head(row.part)) =>
            {
                Face::Strong
            }
            BlockKind::Title => Face::Title,
            BlockKind::Heading => Face::Heading,
            BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Item | BlockKind::Row => {
                Face::Text
            }
            BlockKind::Furniture(FurnitureKind::Chrome | FurnitureKind::Caption) => Face::Furniture,
            BlockKind::Furniture(FurnitureKind::Front) => Face::Dim,
            BlockKind::Furniture(FurnitureKind::Salutation) => Face::Salutation,
            BlockKind::Furniture(FurnitureKind::Closing) => Face::Text,
        }
    }

    /// Gives a bookmarked passage its colour. Where the theme has none for it, whole paragraphs are
    /// left to the sign in the margin, for underlining would hide the marks below letters.
    fn highlight(&self, highlight: &Highlight, paint: &mut Paint<'_>) {
        let Some(part) = highlight.range.intersection(self.row.range) else { return };
        let face = highlight_face(highlight.kind);
        let block = self.open.speech.blocks[self.row.block].range;
        let whole = highlight.range.intersection(block) == Some(block);
        if self.app.theme().style(face).bg.is_some() || !whole {
            self.patch(part, face, paint);
        }
    }

    /// Sets off the words that the text emphasises.
    fn emphasise(&self, paint: &mut Paint<'_>) {
        let base = self.block().start.get();
        let Markup { strong, emphasis, .. } = &self.markup;
        for (words, face) in [(strong, Face::Strong), (emphasis, Face::Emphasis)] {
            for part in words {
                self.patch(TextRange::new(base + part.start, base + part.end), face, paint);
            }
        }
    }

    fn block(&self) -> TextRange {
        self.open.speech.blocks[self.row.block].range
    }

    /// Returns a passage of this row as it is shown: on one line, without the signs of its block.
    fn shown(&self, range: TextRange) -> Cow<'_, str> {
        let (text, block) = (self.open.speech.text.as_str(), self.block());
        if self.markup.signs.is_empty() {
            return flowing(range.of(text));
        }
        let base = block.start.get();
        let part = range.start.get() - base..range.end.get() - base;
        match self.markup.shown(block.of(text), part) {
            Cow::Borrowed(shown) => flowing(shown),
            Cow::Owned(shown) => Cow::Owned(flowing(&shown).into_owned()),
        }
    }

    /// Returns how many cells a passage of this row takes.
    fn cells_of(&self, range: TextRange) -> u16 {
        width::width(&self.shown(range)) as u16
    }

    /// Adds a face to what of `range` is on this row.
    fn patch(&self, range: TextRange, face: Face, paint: &mut Paint<'_>) {
        for span in &self.set.spans {
            let Some(part) = range.intersection(span.range) else { continue };
            let before = TextRange { start: span.range.start, end: part.start };
            let x = self.area.x + span.x + self.cells_of(before);
            let cells = self.cells_of(part);
            let room = (self.area.x + self.area.width).saturating_sub(x);
            paint.patch(Area { x, width: cells.min(room), ..self.area }, face);
        }
    }
}

/// Returns the sign of a bookmark, and its face: one with a note has both of its own.
pub(super) fn sign_of(highlight: &Highlight) -> (&'static str, Face) {
    let sign = Labels { kind: highlight.kind, ..Labels::default() }.sign();
    match (&highlight.note, highlight.kind) {
        (None, _) => (sign, Face::Bookmark),
        (Some(_), None) => (NOTED, Face::BookmarkNote),
        (Some(_), Some(_)) => (sign, Face::BookmarkNote),
    }
}

/// Returns the face of a bookmarked passage.
fn highlight_face(kind: Option<Kind>) -> Face {
    match kind {
        None => Face::Highlight,
        Some(Kind::Important) => Face::HighlightImportant,
        Some(Kind::Todo) => Face::HighlightTodo,
        Some(Kind::Question) => Face::HighlightQuestion,
        Some(Kind::New) => Face::HighlightNew,
        Some(Kind::Quote) => Face::HighlightQuote,
    }
}

/// Returns the face of an item's marker.
pub(super) fn item_face(item: &Item) -> Face {
    match item.role {
        Role::Task if item.duty != Duty::Work => Face::Other,
        Role::Task => Face::Task,
        Role::Result => Face::Result,
        Role::Limitation => Face::Limitation,
        Role::Cause => Face::Cause,
        Role::Lesson => Face::Lesson,
        Role::Viewpoint => Face::Viewpoint,
        Role::Other => Face::Other,
    }
}
