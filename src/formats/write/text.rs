//! A speech as plain text: title, what is known about it, and clean paragraphs.
//!
//! Nothing but the words tells what a line is. Where reading them again would give another outline,
//! headings keep the signs of Markdown, and where that is not enough, words in bold too.

use super::about;
use super::kept::RoundTrip;
use super::page::{Page, PagePart, PagePiece, PieceKind};
use super::runs::{RunEmphasis, TextRun};
use super::same::{shared, sketch};
use crate::i18n::Messages;
use crate::speech::Speech;
use std::fmt::Write as _;

/// Which signs of Markdown a text keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkdownSigns {
    None,
    /// Those before headings.
    Headings,
    /// Those around words in bold as well.
    Bold,
}

/// Where the title stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TitlePosition {
    /// At the top.
    TitleFirst,
    /// Below what the text has above it: the head of a document.
    AsItIs,
}

/// Writes a speech: a paragraph a line, blank lines between. Furniture of a page is left out. Of
/// the ways to write it that is taken whose outline `read` gives again, or most of it.
pub fn text(
    page: &Page<'_>,
    messages: &Messages,
    read: &dyn Fn(&str) -> Option<Speech>,
) -> (String, RoundTrip) {
    let wanted = sketch(page.speech);
    let mut best: Option<(usize, String)> = None;
    let ways = [MarkdownSigns::None, MarkdownSigns::Headings, MarkdownSigns::Bold]
        .map(|signs| [(TitlePosition::TitleFirst, signs), (TitlePosition::AsItIs, signs)]);
    for way in ways.into_iter().flatten() {
        let text = written(page, way, messages);
        if page.part != PagePart::Whole {
            return (text, RoundTrip::Whole);
        }
        let Some(found) = read(&text).map(|again| sketch(&again)) else { continue };
        if found == wanted {
            return (text, RoundTrip::Whole);
        }
        let same = shared(&wanted, &found);
        if best.as_ref().is_none_or(|(most, _)| same > *most) {
            best = Some((same, text));
        }
    }
    let text = best.map(|(_, text)| text);
    let plain = || written(page, (TitlePosition::TitleFirst, MarkdownSigns::None), messages);
    (text.unwrap_or_else(plain), RoundTrip::NotWhole)
}

fn written(
    page: &Page<'_>,
    (order, signs): (TitlePosition, MarkdownSigns),
    messages: &Messages,
) -> String {
    let mut out = String::new();
    let shown = page.pieces.iter().filter(|piece| !Page::is_hidden(piece));
    let mut shown: Vec<&PagePiece> = shown.collect();
    let own = |piece: &&PagePiece| page.part == PagePart::Whole && piece.kind == PieceKind::Title;
    if order == TitlePosition::AsItIs
        && let Some(title) = shown.iter().position(own)
    {
        for piece in shown.drain(..title) {
            let _ = writeln!(out, "{}\n", line(page, piece, signs));
        }
    }
    // Writing to a string does not fail.
    let _ = writeln!(out, "{}\n", about::heading(page, messages));
    for (name, value) in about::facts(page, messages) {
        let _ = writeln!(out, "{name}: {value}");
    }
    if let Some(link) = about::link(page) {
        let _ = writeln!(out, "{}: {link}", messages.get("export-link"));
    }
    out.push('\n');
    let mut table = None;
    for piece in shown.into_iter().filter(|piece| !own(piece)) {
        // No blank line parts the rows of a table.
        if page.goes_on(piece, table) {
            out.truncate(out.len() - 1);
        }
        table = page.table_of(piece);
        let _ = writeln!(out, "{}\n", line(page, piece, signs));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn line(page: &Page<'_>, piece: &PagePiece, signs: MarkdownSigns) -> String {
    let words = match signs {
        MarkdownSigns::None | MarkdownSigns::Headings => piece.words(),
        MarkdownSigns::Bold => piece.runs.iter().map(bold).collect(),
    };
    match piece.kind {
        PieceKind::Heading(level) | PieceKind::ItemHeading(_, level)
            if signs != MarkdownSigns::None =>
        {
            format!("{} {words}", "#".repeat(usize::from(level).saturating_add(2).min(6)))
        }
        _ => {
            // Nothing else tells that a bullet lies in others of its sign.
            let depth = piece.item();
            let depth = depth.map_or(0, |item| super::markdown::bullets_around(page.speech, item));
            format!("{}{words}", "  ".repeat(depth))
        }
    }
}

fn bold(run: &TextRun) -> String {
    match run.look {
        RunEmphasis::Strong => format!("**{}**", run.words),
        RunEmphasis::Plain | RunEmphasis::Emphasis => run.words.clone(),
    }
}
