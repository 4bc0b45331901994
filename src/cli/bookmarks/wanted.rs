//! Which bookmarks are wanted, and in which order.

use super::records::load;
use crate::cli::error::CliError;
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::library::Holdings;
use crate::library::RecordedSpeeches;
use crate::library::files::Homes;
use crate::notebook::{Bookmark, BookmarkFilter};
use crate::speech::anchor::{self};
use crate::speech::{Identity, ItemAddress, Kinship, Speech};
use clap::{Args, ValueEnum};
use std::ffi::OsString;

/// Which bookmarks are wanted, and in which order.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct WantedBookmarksArgs {
    /// Speeches or places in them; all bookmarks if there are none.
    what: Vec<OsString>,
    /// A filter, as it is typed in the reader.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// The order; that of the file where none is wished for.
    #[arg(long, value_name = "ORDER")]
    sort: Option<BookmarkSort>,
}

/// In which order bookmarks are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BookmarkSort {
    /// By speech, and in it by place.
    Place,
    /// The newest first.
    Time,
}

impl WantedBookmarksArgs {
    /// Returns those bookmarks, at least one.
    pub(super) fn find(&self, setup: &Setup) -> anyhow::Result<Vec<Bookmark>> {
        let mut all = load(setup)?;
        if all.is_empty() {
            return Err(CliError::NoBookmarks.into());
        }
        let library = setup.holdings();
        renew(&mut all, &mut RecordedSpeeches::new(&library));
        self.narrow(&mut all)?;
        if !self.what.is_empty() {
            let wanted = wanted(&library, &self.what, &all)?;
            let homes = Homes::new(library.library().reading());
            all.retain(|bookmark| wanted.iter().any(|wanted| wanted.has(bookmark, &homes)));
        }
        if all.is_empty() { Err(CliError::NoneFits.into()) } else { Ok(all) }
    }

    /// Leaves the bookmarks that fit the filter, in the order that is wanted.
    fn narrow(&self, all: &mut Vec<Bookmark>) -> Result<(), CliError> {
        let filter = self.filter.as_deref().map(BookmarkFilter::parse).transpose();
        let filter = filter.map_err(CliError::Filter)?.unwrap_or_default();
        all.retain(|bookmark| filter.wants(bookmark));
        match self.sort {
            Some(BookmarkSort::Place) => all.sort_by(|a, b| {
                let place = |of: &Bookmark| (of.speech.clone(), of.anchor.range.start);
                place(a).cmp(&place(b))
            }),
            Some(BookmarkSort::Time) => {
                all.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.created));
            }
            None => {}
        }
        Ok(())
    }
}

/// Tells bookmarks the items that their words are in now, which may be others than when they were made, where the file still has the
/// text.
fn renew(all: &mut [Bookmark], speeches: &mut RecordedSpeeches<'_>) {
    for bookmark in all {
        let Some(at) = speeches.at_hand(&bookmark.known()) else { continue };
        let speech = speeches.speech(at);
        if let Some(range) = anchor::resolve(&bookmark.anchor, speech).range() {
            anchor::renew(&mut bookmark.anchor, speech, range.start);
        }
    }
}

/// Whose bookmarks are wanted.
enum BookmarkOwner {
    /// Those of all speeches of this id.
    Id(String),
    /// Those of this speech, or of a place in it.
    Speech(Box<Speech>, Option<ItemAddress>),
}

impl BookmarkOwner {
    /// Tells whether a bookmark is one of these. An id alone says little: all speeches of one title and
    /// day have it.
    fn has(&self, bookmark: &Bookmark, homes: &Homes<'_>) -> bool {
        let (speech, at) = match self {
            BookmarkOwner::Id(id) => return bookmark.speech.as_str() == id,
            BookmarkOwner::Speech(speech, at) => (speech, at),
        };
        let known = bookmark.known();
        let inside = |outer: &ItemAddress| {
            bookmark.anchor.item.as_ref().is_some_and(|item| {
                (item.role, item.number) == (outer.role, outer.number)
                    && item.path.starts_with(&outer.path)
            })
        };
        let kinship = Identity::of(speech).kinship(&known, || homes.of(&known, speech));
        kinship > Kinship::Other && at.as_ref().is_none_or(inside)
    }
}

/// Returns the speeches and places whose bookmarks are wanted. The id of a speech will do although
/// its text is gone.
fn wanted(
    library: &Holdings<'_>,
    words: &[OsString],
    all: &[Bookmark],
) -> Result<Vec<BookmarkOwner>, CliError> {
    if let [word] = words
        && let Some(word) = word.to_str()
        && all.iter().any(|bookmark| bookmark.speech.as_str() == word)
    {
        return Ok(vec![BookmarkOwner::Id(word.to_owned())]);
    }
    request::choose(words, library)?
        .into_iter()
        .map(|choice| {
            let at = choice.at.clone();
            Ok(BookmarkOwner::Speech(Box::new(choice.open(library)?.speech), at))
        })
        .collect()
}
