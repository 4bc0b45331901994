//! A speech as Markdown (CommonMark): data before it, headings, items with their markers as they
//! are, page furniture in remarks.
//!
//! Any program shows the same words. Read again by this one it gives the same outline: what the
//! words do not tell is said in remarks before the paragraphs, and what a user corrected with it.

use super::about;
use super::escape::{self, Stand};
use super::kept::RoundTrip;
use super::note::Notes;
use super::page::{FurniturePolicy, Page, PagePart, PagePiece, PieceKind};
use super::runs::TextRun;
use super::same::{note, sketch};
use crate::i18n::Messages;
use crate::speech::{ItemIndex, Speech, SpeechKind};
use crate::text::printable;
use std::fmt::Write as _;
use std::ops::Range;

/// How often a text is read again before everything that differs still is left.
const ROUNDS: usize = 400;
/// The most times that is done for a large text, in bytes read.
const READ: usize = 32 << 20;

/// Where in its table a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowPlace {
    First,
    Later,
}

/// Writes a speech so that `read` gives its outline again, as far as remarks can tell it.
pub fn markdown(
    page: &Page<'_>,
    chrome: FurniturePolicy,
    messages: &Messages,
    read: &dyn Fn(&str) -> Option<Speech>,
) -> (String, RoundTrip) {
    let mut notes = Notes::default();
    let wanted = sketch(page.speech);
    let mut spent = 0;
    for round in 0.. {
        let (text, places) = written(page, chrome, messages, &notes);
        if page.part != PagePart::Whole {
            return (text, RoundTrip::Whole);
        }
        let Some(again) = read(&text) else { return (text, RoundTrip::NotWhole) };
        if sketch(&again) == wanted {
            return (text, RoundTrip::Whole);
        }
        spent += text.len();
        if round >= ROUNDS || spent > READ || !note(page, &again, &places, &mut notes) {
            return (text, RoundTrip::NotWhole);
        }
    }
    unreachable!("the loop ends by its rounds")
}

/// Writes a speech with remarks that are given.
pub fn markdown_with(
    page: &Page<'_>,
    chrome: FurniturePolicy,
    messages: &Messages,
    notes: &Notes,
) -> String {
    written(page, chrome, messages, notes).0
}

/// Writes a speech, and says where each piece is.
fn written(
    page: &Page<'_>,
    chrome: FurniturePolicy,
    messages: &Messages,
    notes: &Notes,
) -> (String, Vec<Option<Range<usize>>>) {
    let mut out = front(page, messages);
    let mut places = Vec::with_capacity(page.pieces.len());
    let title = about::title(page, messages);
    if page.part != PagePart::Whole || !page.has_title() {
        heading(&title, &mut out);
    }
    if page.part != PagePart::Whole {
        let facts = about::facts(page, messages);
        let facts: Vec<String> =
            facts.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let _ = writeln!(out, "{}\n", plain(&facts.join(" · "), Stand::Paragraph));
    }
    let mut at = 0;
    while at < page.pieces.len() {
        let piece = &page.pieces[at];
        if Page::is_hidden(piece) {
            let count = page.pieces[at..].iter().take_while(|piece| Page::is_hidden(piece)).count();
            if chrome == FurniturePolicy::Kept {
                remark(&page.pieces[at..at + count], &mut out);
            }
            places.extend(std::iter::repeat_n(None, count));
            at += count;
            continue;
        }
        if piece.kind == PieceKind::Title {
            let count =
                page.pieces[at..].iter().take_while(|piece| piece.kind == PieceKind::Title).count();
            let words: Vec<String> =
                page.pieces[at..at + count].iter().map(PagePiece::words).collect();
            let start = out.len();
            heading(&words.join(" "), &mut out);
            places.extend(std::iter::repeat_n(Some(start..out.trim_end().len()), count));
            at += count;
            continue;
        }
        if matches!(piece.kind, PieceKind::Row(_)) {
            let before = at.checked_sub(1).and_then(|at| page.table_of(&page.pieces[at]));
            let place = if page.goes_on(piece, before) { RowPlace::Later } else { RowPlace::First };
            places.push(Some(row(page, piece, place, &mut out)));
            at += 1;
            continue;
        }
        if let Some(remark) = notes.remark(piece.block) {
            let _ = writeln!(out, "{remark}\n");
        }
        let start = out.len();
        out.push_str(&line(page, piece));
        places.push(Some(start..out.len()));
        out.push_str("\n\n");
        at += 1;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    (out, places)
}

/// Writes a row of a table, and below its first the line that makes it one. Gives where the row is.
fn row(page: &Page<'_>, piece: &PagePiece, place: RowPlace, out: &mut String) -> Range<usize> {
    let width = page.speech.row_of(piece.block).map_or(0, |(table, _)| table.columns.len());
    let words = |runs: &[TextRun]| escape::cell(runs);
    if place == RowPlace::Later {
        out.truncate(out.len() - 1);
    }
    let start = out.len();
    let mut line = super::page::line_of(&piece.cells, width, &words);
    if place == RowPlace::First && piece.cells.len() == 1 {
        // A program counts the columns by the first row.
        line.push_str(&"  |".repeat(width.saturating_sub(1)));
    }
    out.push_str(&line);
    let end = out.len();
    if place == RowPlace::First {
        let _ = write!(out, "\n|{}", "---|".repeat(width));
    }
    out.push_str("\n\n");
    start..end
}

fn heading(words: &str, out: &mut String) {
    if words.trim().is_empty() {
        return;
    }
    let _ = writeln!(out, "# {}\n", plain(words, Stand::Heading));
}

/// Writes a paragraph.
fn line(page: &Page<'_>, piece: &PagePiece) -> String {
    let level = match piece.kind {
        PieceKind::Heading(level) | PieceKind::ItemHeading(_, level) => Some(level),
        _ => None,
    };
    if let Some(level) = level {
        let signs = "#".repeat(usize::from(level).saturating_add(2).min(6));
        return format!("{signs} {}", escape::runs(&piece.runs, Stand::Heading));
    }
    let indent = piece.item().map_or(0, |item| bullets_around(page.speech, item));
    // Ordinary blanks would make it a program's text.
    let indent = "\u{a0}\u{a0}".repeat(indent);
    format!("{indent}{}", escape::runs(&piece.runs, Stand::Paragraph))
}

/// Counts the bullets that a bullet of the same sign lies in: only its indent tells.
pub(super) fn bullets_around(speech: &Speech, item: ItemIndex) -> usize {
    const MOST: usize = 8;
    let items = &speech.outline.items;
    if items[item].rule != "bullet" {
        return 0;
    }
    let sign = items[item].marker.of(&speech.text);
    let around = std::iter::successors(items[item].parent, |&at| items[at].parent);
    around
        .take_while(|&at| items[at].rule == "bullet")
        .filter(|&at| items[at].marker.of(&speech.text) == sign)
        .count()
        .min(MOST)
}

/// Writes words that look like nothing in particular.
fn plain(words: &str, stand: Stand) -> String {
    let run = TextRun {
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        look: super::runs::RunEmphasis::Plain,
        opens: None,
    };
    escape::runs(&[run], stand)
}

/// Writes furniture of a page as a remark.
fn remark(pieces: &[PagePiece], out: &mut String) {
    out.push_str("<!--\n");
    for piece in pieces {
        let _ = writeln!(out, "{}", piece.words().replace("--", "-\\-"));
    }
    out.push_str("-->\n\n");
}

/// Writes what is known about the speech, as data before the text.
fn front(page: &Page<'_>, messages: &Messages) -> String {
    let meta = &page.speech.meta;
    let mut out = format!("---\ngenerator: dienvan {}\n", env!("CARGO_PKG_VERSION"));
    let mut entry = |name: &str, value: Option<&str>| {
        let value = value.map(|value| printable(value).trim().to_owned());
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(out, "{name}: \"{quoted}\"");
        }
    };
    match page.part {
        PagePart::Whole => {
            entry("id", Some(page.speech.id.as_str()));
            entry("title", Some(&meta.title));
        }
        PagePart::Series(_) | PagePart::Item(_) => {
            entry("title", Some(&about::title(page, messages)));
            entry("from", Some(&meta.title));
            entry("address", Some(&about::address(page).to_string()));
        }
    }
    entry("kind", meta.kind.map(SpeechKind::name));
    entry("author", meta.speaker.as_deref());
    entry("speaker", meta.speaker.as_deref());
    entry("office", meta.office.as_deref());
    entry("occasion", meta.occasion.as_deref());
    entry("place", meta.place.as_deref());
    entry("number", meta.number.as_deref());
    entry("url", about::link(page).as_deref());
    entry("lang", Some(&meta.language));
    if let Some(date) = meta.date {
        let _ = writeln!(out, "date: {date}");
    }
    out.push_str("---\n\n");
    out
}
