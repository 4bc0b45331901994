//! `dienvan bookmarks check`: where every bookmark is now, and what has become of its words.

use super::records::{BookmarkJson, address, address_at, load, twin};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::library::RecordedSpeeches;
use crate::notebook::{Bookmark, Settled};
use crate::speech::Speech;
use crate::speech::anchor::{self, Finder, Place, PlaceState};
use crate::text::{TextRange, printable};
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

/// How many of the passages that may be meant are told.
const CANDIDATES: usize = 5;

/// How the bookmarks that were checked are told.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct CheckBookmarksArgs {
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

/// What became of a bookmark, as JSON tells it.
#[derive(Serialize)]
struct CheckedBookmarkJson<'a> {
    state: &'static str,
    /// How like the old words those of an edited passage are, 0 to 100.
    alike: Option<u8>,
    lines: Vec<u32>,
    /// Where it is, or may be, the likeliest first.
    places: &'a [PlaceJson],
    /// Whether the speech was found.
    found: bool,
    /// Whether the user decided to keep it as lost.
    kept: bool,
    #[serde(flatten)]
    bookmark: BookmarkJson<'a>,
}

#[derive(Clone, Serialize)]
struct PlaceJson {
    line: u32,
    /// The address of the item it is in now.
    address: String,
    /// The words there now.
    quote: String,
}

/// What became of a bookmark.
#[derive(Clone)]
struct CheckedBookmark {
    state: PlaceState,
    alike: Option<u8>,
    places: Vec<PlaceJson>,
    found: bool,
}

impl CheckedBookmark {
    /// Returns the address that the bookmark has now, or, where its place is not known, the one it was made at.
    fn address(&self, bookmark: &Bookmark) -> String {
        match self.places.as_slice() {
            [only] => only.address.clone(),
            _ => address(bookmark),
        }
    }
}

impl CheckBookmarksArgs {
    /// Checks all bookmarks.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let all = load(setup)?;
        let library = setup.holdings();
        let checked = check(&all, &mut RecordedSpeeches::new(&library));
        if self.json {
            let twins: Vec<CheckedBookmarkJson> = all
                .iter()
                .zip(&checked)
                .map(|(bookmark, checked)| CheckedBookmarkJson {
                    state: checked.state.name(),
                    alike: checked.alike,
                    lines: checked.places.iter().map(|place| place.line).collect(),
                    places: &checked.places,
                    found: checked.found,
                    kept: bookmark.settled == Settled::Lost,
                    bookmark: twin(bookmark, checked.address(bookmark)),
                })
                .collect();
            json::write(&twins, out)?;
        } else if !all.is_empty() {
            write(setup, &all, &checked, out)?;
        }
        let bad = checked.iter().filter(|checked| !checked.state.is_known()).count();
        match bad {
            _ if all.is_empty() => Err(CliError::NoBookmarks.into()),
            0 => Ok(()),
            count => Err(CliError::Unresolved(count).into()),
        }
    }
}

/// Finds all bookmarks, those of a speech together.
fn check(all: &[Bookmark], speeches: &mut RecordedSpeeches<'_>) -> Vec<CheckedBookmark> {
    let gone =
        CheckedBookmark { state: PlaceState::Lost, alike: None, places: Vec::new(), found: false };
    let mut checked = vec![gone; all.len()];
    let mut by_speech: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, bookmark) in all.iter().enumerate() {
        if let Some(at) = speeches.find(&bookmark.known()) {
            by_speech.entry(at).or_default().push(index);
        }
    }
    for (at, indexes) in by_speech {
        let speech = speeches.speech(at);
        let finder = Finder::new(speech);
        for index in indexes {
            let place = finder.place(&all[index].anchor);
            checked[index] = told(&place, speech);
        }
    }
    checked
}

fn told(place: &Place, speech: &Speech) -> CheckedBookmark {
    let alike = match place {
        Place::Edited(_, alike) => Some(*alike),
        Place::Same(_) | Place::Moved(_) | Place::Uncertain(_) | Place::Lost => None,
    };
    let one = |range: &TextRange| PlaceJson {
        line: speech.line_at(range.start),
        address: address_at(speech, range.start),
        quote: speech.words(*range),
    };
    let places = place.ranges().iter().map(one).collect();
    CheckedBookmark { state: place.state(), alike, places, found: true }
}

/// Writes a table of all, then the old and the new words of those that have changed.
fn write(
    setup: &Setup,
    all: &[Bookmark],
    checked: &[CheckedBookmark],
    out: &mut Output,
) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let header = ["column-id", "column-address", "column-state", "column-quote"];
    let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 3);
    for (bookmark, checked) in all.iter().zip(checked) {
        let quote = bookmark.anchor.words().into_owned();
        let state = state_words(setup, bookmark, checked);
        table.push(vec![bookmark.id.clone(), checked.address(bookmark), state, quote]);
    }
    table.write(out)?;
    let counts = PlaceState::ALL.into_iter().filter_map(|state| {
        let count = checked.iter().filter(|checked| checked.state == state).count();
        let id = format!("review-count-{}", state.name());
        (count > 0).then(|| messages.with(&id, &[("count", count.into())]))
    });
    writeln!(out, "\n{}", counts.collect::<Vec<_>>().join(", "))?;
    for (bookmark, checked) in all.iter().zip(checked) {
        match checked.state {
            PlaceState::Same | PlaceState::Moved => continue,
            PlaceState::Lost if bookmark.settled == Settled::Lost => continue,
            PlaceState::Edited | PlaceState::Uncertain | PlaceState::Lost => {}
        }
        let quote = one_line(&bookmark.anchor.words());
        let state = state_words(setup, bookmark, checked);
        writeln!(out, "\n{}  {state}  {}", bookmark.id, checked.address(bookmark))?;
        match checked.places.as_slice() {
            [only] => {
                let now = one_line(&only.quote);
                let difference = anchor::compare(&quote, &now);
                writeln!(out, "  {}  {}", messages.get("check-old"), difference.old_marked())?;
                let line = messages.with("check-new", &[("line", only.line.into())]);
                writeln!(out, "  {line}  {}", difference.new_marked())?;
            }
            places => {
                writeln!(out, "  {}  {quote}", messages.get("check-old"))?;
                for place in places.iter().take(CANDIDATES) {
                    let line = messages.with("check-maybe", &[("line", place.line.into())]);
                    writeln!(out, "  {line}  {}", one_line(&place.quote))?;
                }
            }
        }
    }
    Ok(())
}

/// Returns a state as sign and words.
fn state_words(setup: &Setup, bookmark: &Bookmark, checked: &CheckedBookmark) -> String {
    let messages = &setup.messages;
    let sign = checked.state.sign();
    let id = match (checked.state, checked.found, bookmark.settled) {
        (PlaceState::Lost, false, _) => "check-no-speech",
        (PlaceState::Lost, true, Settled::Lost) => "check-kept",
        (state, ..) => {
            return with_share(messages.get(&format!("check-{}", state.name())), sign, checked);
        }
    };
    format!("{sign} {}", messages.get(id))
}

fn with_share(words: String, sign: &str, checked: &CheckedBookmark) -> String {
    match checked.alike {
        Some(alike) => format!("{sign} {words} ({alike} %)"),
        None => format!("{sign} {words}"),
    }
}

fn one_line(text: &str) -> String {
    printable(text.trim()).split_whitespace().collect::<Vec<_>>().join(" ")
}
