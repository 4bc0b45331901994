//! `dienvan bookmarks export`: bookmarks for a notebook, a spreadsheet, other programs.

use super::wanted::WantedBookmarksArgs;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::{Output, complain};
use crate::cli::setup::Setup;
use crate::library::RecordedSpeeches;
use crate::notebook::Bookmark;
use crate::notebook::formats::{self, AnnotationCollection, BookmarksFile, Outgoing};
use crate::speech::Speech;
use crate::speech::anchor::{self};
use crate::text::TextRange;
use clap::{Args, ValueEnum};
use std::io::Write;

/// Which bookmarks are written, and in which form.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct ExportBookmarksArgs {
    #[arg(long, default_value = "md")]
    format: BookmarksFormat,
    #[command(flatten)]
    wanted: WantedBookmarksArgs,
}

/// In which form bookmarks go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BookmarksFormat {
    /// Markdown.
    Md,
    /// Comma-separated values as in RFC 4180, with a header.
    Csv,
    /// The project's own JSON, which has all there is.
    Json,
    /// W3C Web Annotations in JSON-LD.
    W3c,
    /// Links to the passages on the web.
    Fragment,
}

impl ExportBookmarksArgs {
    /// Writes the bookmarks to standard output.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let all = self.wanted.find(setup)?;
        if self.format == BookmarksFormat::Json {
            return json::write(&BookmarksFile::of(all.iter()), out);
        }
        let library = setup.holdings();
        let mut speeches = RecordedSpeeches::new(&library);
        let found: Vec<Option<(Speech, Option<TextRange>)>> =
            all.iter().map(|bookmark| find(bookmark, &mut speeches)).collect();
        let outgoing: Vec<Outgoing<'_>> = all
            .iter()
            .zip(&found)
            .map(|(bookmark, found)| Outgoing {
                bookmark,
                speech: found.as_ref().map(|(speech, _)| speech),
                range: found.as_ref().and_then(|(_, range)| *range),
            })
            .collect();
        match self.format {
            BookmarksFormat::Json => {}
            BookmarksFormat::W3c => json::write(&AnnotationCollection::of(&outgoing), out)?,
            BookmarksFormat::Csv => formats::csv(&outgoing, out)?,
            BookmarksFormat::Md => {
                let (template, messages) = (&setup.settings.citation, &setup.messages);
                write!(out, "{}", formats::markdown(&outgoing, template, messages))?;
            }
            BookmarksFormat::Fragment => links(setup, &outgoing, out)?,
        }
        Ok(())
    }
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
fn find(
    bookmark: &Bookmark,
    speeches: &mut RecordedSpeeches<'_>,
) -> Option<(Speech, Option<TextRange>)> {
    let at = speeches.find(&bookmark.known())?;
    let speech = speeches.speech(at).clone();
    let range = anchor::resolve(&bookmark.anchor, &speech).range();
    Some((speech, range))
}
