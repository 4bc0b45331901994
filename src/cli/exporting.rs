//! `dienvan bookmarks export`: bookmarks for a notebook, a spreadsheet, other programs.

use super::args::ExportFormat;
use super::error::CliError;
use super::json;
use super::kept::Speeches;
use super::output::{Output, complain};
use super::setup::Setup;
use crate::notebook::Bookmark;
use crate::notebook::formats::{self, BookmarksFile, Collection, Outgoing};
use crate::speech::Speech;
use crate::speech::anchor::{self, Place};
use crate::text::TextRange;
use std::io::Write;

/// Writes bookmarks to standard output.
pub(super) fn run(
    setup: &Setup,
    all: &[Bookmark],
    format: ExportFormat,
    speeches: &mut Speeches<'_>,
    out: &mut Output,
) -> anyhow::Result<()> {
    if format == ExportFormat::Json {
        return json::write(&BookmarksFile::of(all.iter()), out);
    }
    let found: Vec<Option<(Speech, Option<TextRange>)>> =
        all.iter().map(|bookmark| find(bookmark, speeches)).collect();
    let outgoing: Vec<Outgoing<'_>> = all
        .iter()
        .zip(&found)
        .map(|(bookmark, found)| Outgoing {
            bookmark,
            speech: found.as_ref().map(|(speech, _)| speech),
            range: found.as_ref().and_then(|(_, range)| *range),
        })
        .collect();
    match format {
        ExportFormat::Json => {}
        ExportFormat::W3c => json::write(&Collection::of(&outgoing), out)?,
        ExportFormat::Csv => formats::csv(&outgoing, out)?,
        ExportFormat::Md => {
            let (template, messages) = (&setup.settings.citation, &setup.messages);
            write!(out, "{}", formats::markdown(&outgoing, template, messages))?;
        }
        ExportFormat::Fragment => links(setup, &outgoing, out)?,
    }
    Ok(())
}

/// Writes a link a line. Bookmarks of speeches without a known web address have none.
fn links(setup: &Setup, all: &[Outgoing<'_>], out: &mut Output) -> anyhow::Result<()> {
    let links: Vec<String> = all.iter().filter_map(formats::fragment).collect();
    for link in &links {
        writeln!(out, "{link}")?;
    }
    if links.is_empty() {
        return Err(CliError::NoLinks.into());
    }
    let without = all.len() - links.len();
    if without > 0 {
        complain(&setup.messages.with("export-without-link", &[("count", without.into())]));
    }
    Ok(())
}

/// Finds the speech of a bookmark, and its passage in it.
pub(super) fn find(
    bookmark: &Bookmark,
    speeches: &mut Speeches<'_>,
) -> Option<(Speech, Option<TextRange>)> {
    let at = speeches.find(&bookmark.known())?;
    let speech = speeches.speech(at).clone();
    let range = known(&anchor::resolve(&bookmark.anchor, &speech));
    Some((speech, range))
}

/// Gives the range of a place that is known.
pub(super) fn known(place: &Place) -> Option<TextRange> {
    place.range()
}
