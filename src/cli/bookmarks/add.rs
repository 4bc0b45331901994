//! `dienvan bookmarks add`: a bookmark of a passage.

use super::records::table;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::part::{RequestedPart, Spot};
use crate::cli::request;
use crate::cli::search;
use crate::cli::setup::Setup;
use crate::cli::values::called;
use crate::library::kept::Bookmarks;
use crate::notebook::{self, Bookmark, Change, Kind, Labels};
use crate::search::language::QueryWords;
use crate::speech::anchor::capture;
use crate::speech::{BlockKind, Speech};
use crate::text::TextRange;
use clap::Args;
use std::ffi::OsString;

/// Which passage is bookmarked, and what is said of it.
#[derive(Clone, Debug, Default, Args)]
pub(in crate::cli) struct AddBookmarkArgs {
    /// A speech or a place in one.
    #[arg(required = true)]
    what: Vec<OsString>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The words of the passage; otherwise it is the first paragraph.
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    #[arg(long)]
    tag: Vec<String>,
    #[arg(long, value_parser = called(Kind::ALL, Kind::name, QueryWords::Marks))]
    kind: Option<Kind>,
    /// The letter that jumps to it.
    #[arg(long, value_parser = one_letter)]
    letter: Option<char>,
}

impl AddBookmarkArgs {
    /// Stores the bookmark, and shows it.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let library = setup.holdings();
        let target = request::one(&self.what, &library)?.open(&library)?;
        let range = passage(&target, self.quote.as_deref())?;
        let added = self.store(setup, &target.speech, range)?;
        table(setup, added.iter()).write(out)?;
        Ok(())
    }

    /// Asks for a bookmark with a note alone.
    pub(in crate::cli) fn with_note(note: Option<String>) -> Self {
        AddBookmarkArgs { note, ..AddBookmarkArgs::default() }
    }

    /// Stores the bookmark of a passage, and gives it as it is stored.
    pub(in crate::cli) fn store(
        &self,
        setup: &Setup,
        speech: &Speech,
        range: TextRange,
    ) -> anyhow::Result<Vec<Bookmark>> {
        let bookmark = self.bookmark(speech, range);
        let mut store = Bookmarks::new(&setup.paths.data_dir);
        let applied = store.apply(&[Change::Add(bookmark)])?;
        setup.tell(&applied.notices);
        let is_added = |known: &Bookmark| applied.added.contains(&known.id);
        Ok(applied.bookmarks.into_iter().filter(is_added).collect())
    }

    fn bookmark(&self, speech: &Speech, range: TextRange) -> Bookmark {
        Bookmark {
            note: self.note.clone().filter(|note| !note.trim().is_empty()),
            labels: Labels {
                tags: notebook::unique(self.tag.iter().flat_map(|typed| notebook::tags(typed))),
                kind: self.kind,
                letter: self.letter.and_then(notebook::letter),
            },
            ..Bookmark::new(speech, capture(speech, range), jiff::Timestamp::now())
        }
    }
}

/// Reads the letter of a bookmark.
fn one_letter(typed: &str) -> Result<char, String> {
    let mut chars = typed.chars();
    let only = chars.next().filter(|_| chars.next().is_none());
    only.and_then(notebook::letter).ok_or_else(|| "a, B, đ".to_owned())
}

/// Finds the words to bookmark: those that are quoted, or the first paragraph of what is meant.
fn passage(target: &RequestedPart, quote: Option<&str>) -> Result<TextRange, CliError> {
    let speech = &target.speech;
    if let Some(quote) = quote {
        return match search::find(quote, target).as_slice() {
            [] => Err(CliError::NoQuote(quote.to_owned())),
            [one] => Ok(*one),
            several => Err(CliError::ManyQuotes(quote.to_owned(), several.len())),
        };
    }
    let outline = &speech.outline;
    let item = match target.spot {
        Spot::Item(item) => Some(item),
        Spot::Series(series) => match outline.series[series].lead {
            Some(lead) => return Ok(lead),
            None => outline.series[series].items.first().copied(),
        },
        Spot::Whole => None,
    };
    if let Some(item) = item {
        let item = &outline.items[item];
        let block = speech.blocks[speech.block_at(item.label.start)].range;
        let end = block.end.clamp(item.range.start, item.range.end);
        return Ok(TextRange { start: item.range.start, end });
    }
    let title = speech.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let first = || speech.blocks.iter().find(|block| !block.kind.is_hidden());
    let block = title.or_else(first).or(speech.blocks.first());
    block.map(|block| block.range).ok_or_else(|| CliError::NoQuote(speech.meta.title.clone()))
}
