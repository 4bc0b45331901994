//! `dienvan bookmarks`: listing, setting, removing and checking them.

use super::args::{BookmarkOrder, ListWish, Sort};
use super::check;
use super::error::{CliError, say};
use super::exporting;
use super::importing;
use super::json;
use super::kept::Speeches;
use super::library::Library;
use super::output::{Output, complain};
use super::search;
use super::setup::Setup;
use super::table::Table;
use super::what::{self, Spot, Target};
use crate::library::files::Homes;
use crate::library::kept::{Bookmarks, Notice};
use crate::notebook::{Bookmark, Change, Filter, Kind, Labels, Settled};
use crate::speech::anchor::{self};
use crate::speech::{BlockKind, Identity, ItemAddress, Kin, Kinship, Origin, Speech};
use crate::text::{TextPos, TextRange};
use serde::Serialize;
use std::borrow::Cow;
use std::ffi::OsString;

/// A bookmark, as JSON tells it.
#[derive(Serialize)]
pub(super) struct BookmarkJson<'a> {
    id: &'a str,
    address: String,
    speech: &'a str,
    title: &'a str,
    source: Option<String>,
    quote: Cow<'a, str>,
    note: Option<&'a str>,
    tags: &'a [String],
    kind: Option<&'static str>,
    letter: Option<char>,
    created: String,
    /// The file that the speech was read from, as `source`: under the name that other commands have.
    path: Option<String>,
}

/// Does what is asked for with bookmarks.
pub(super) fn run(setup: &Setup, order: BookmarkOrder, out: &mut Output) -> anyhow::Result<()> {
    let store = Bookmarks::new(&setup.paths.data_dir);
    match order {
        BookmarkOrder::List { what, json, wish } => list(setup, &store, (&what, json, &wish), out),
        BookmarkOrder::Add { what, quote, note, labels } => {
            let library = Library::new(setup);
            let target = what::one(&what, &library)?.open(&library)?;
            let range = passage(&target, quote.as_deref())?;
            let bookmark = Bookmark { labels, ..new(&target.speech, range, note) };
            add(setup, store, bookmark, out)
        }
        BookmarkOrder::Remove { ids } => remove(setup, store, &ids),
        BookmarkOrder::Export { what, format, wish } => {
            let all = wanted_bookmarks(setup, &store, &what, &wish)?;
            let library = Library::new(setup);
            exporting::run(setup, &all, format, &mut Speeches::new(&library), out)
        }
        BookmarkOrder::Import { files, manner } => {
            importing::run(setup, store, (&files, manner), out)
        }
        BookmarkOrder::Check { json } => check::run(setup, &load(setup, &store)?, json, out),
    }
}

fn load(setup: &Setup, store: &Bookmarks) -> anyhow::Result<Vec<Bookmark>> {
    let loaded = store.load()?;
    tell(setup, &loaded.notices);
    Ok(loaded.bookmarks)
}

fn tell(setup: &Setup, notices: &[Notice]) {
    for notice in notices {
        setup.kept.set(setup.kept.get().after(notice));
        complain(&say(notice.message(), &setup.messages));
    }
}

fn list(
    setup: &Setup,
    store: &Bookmarks,
    (words, as_json, wish): (&[OsString], bool, &ListWish),
    out: &mut Output,
) -> anyhow::Result<()> {
    let all = wanted_bookmarks(setup, store, words, wish)?;
    if as_json {
        let twins: Vec<BookmarkJson> =
            all.iter().map(|bookmark| twin(bookmark, address(bookmark))).collect();
        json::write(&twins, out)?;
    } else {
        table(setup, all.iter()).write(out)?;
    }
    Ok(())
}

/// Gives the bookmarks of what is asked for that are wanted, in the order that is wanted; at least
/// one.
fn wanted_bookmarks(
    setup: &Setup,
    store: &Bookmarks,
    words: &[OsString],
    wish: &ListWish,
) -> anyhow::Result<Vec<Bookmark>> {
    let mut all = load(setup, store)?;
    if all.is_empty() {
        return Err(CliError::NoBookmarks.into());
    }
    let library = Library::new(setup);
    renew(&mut all, &mut Speeches::new(&library));
    narrow(&mut all, wish)?;
    if !words.is_empty() {
        let wanted = wanted(&library, words, &all)?;
        let homes = Homes::new(library.reading());
        all.retain(|bookmark| wanted.iter().any(|wanted| wanted.has(bookmark, &homes)));
    }
    if all.is_empty() { Err(CliError::NoneFits.into()) } else { Ok(all) }
}

/// Tells bookmarks the items that their words are in now, which may be others than when they were made, where the file still has the
/// text.
fn renew(all: &mut [Bookmark], speeches: &mut Speeches<'_>) {
    for bookmark in all {
        let Some(at) = speeches.at_hand(&bookmark.known()) else { continue };
        let speech = speeches.speech(at);
        if let Some(range) = anchor::resolve(&bookmark.anchor, speech).range() {
            anchor::renew(&mut bookmark.anchor, speech, range.start);
        }
    }
}

/// Leaves the bookmarks that are wanted, in the order that is wanted.
fn narrow(all: &mut Vec<Bookmark>, wish: &ListWish) -> Result<(), CliError> {
    let filter = wish.filter.as_deref().map(Filter::parse).transpose();
    let filter = filter.map_err(CliError::Filter)?.unwrap_or_default();
    all.retain(|bookmark| filter.wants(bookmark));
    match wish.sort {
        Some(Sort::Place) => all.sort_by(|a, b| {
            let place = |of: &Bookmark| (of.speech.clone(), of.anchor.range.start);
            place(a).cmp(&place(b))
        }),
        Some(Sort::Time) => all.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.created)),
        None => {}
    }
    Ok(())
}

/// Whose bookmarks are wanted.
enum Wanted {
    /// Those of all speeches of this id.
    Id(String),
    /// Those of this speech, or of a place in it.
    Speech(Box<Speech>, Option<ItemAddress>),
}

impl Wanted {
    /// Tells whether a bookmark is one of these. An id alone says little: all speeches of one title and
    /// day have it.
    fn has(&self, bookmark: &Bookmark, homes: &Homes<'_>) -> bool {
        let (speech, at) = match self {
            Wanted::Id(id) => return bookmark.speech.as_str() == id,
            Wanted::Speech(speech, at) => (speech, at),
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

/// Gives the speeches and places whose bookmarks are wanted. The id of a speech will do although
/// its text is gone.
fn wanted(
    library: &Library<'_>,
    words: &[OsString],
    all: &[Bookmark],
) -> Result<Vec<Wanted>, CliError> {
    if let [word] = words
        && let Some(word) = word.to_str()
        && all.iter().any(|bookmark| bookmark.speech.as_str() == word)
    {
        return Ok(vec![Wanted::Id(word.to_owned())]);
    }
    what::choose(words, library)?
        .into_iter()
        .map(|choice| {
            let at = choice.at.clone();
            Ok(Wanted::Speech(Box::new(choice.open(library)?.speech), at))
        })
        .collect()
}

/// Finds the words to bookmark: those that are quoted, or the first paragraph of what is meant.
fn passage(target: &Target, quote: Option<&str>) -> Result<TextRange, CliError> {
    let speech = &target.speech;
    if let Some(quote) = quote {
        return match search::find(quote, target).as_slice() {
            [] => Err(CliError::NoQuote(quote.to_owned())),
            [one] => Ok(*one),
            several => Err(CliError::ManyQuotes { quote: quote.to_owned(), count: several.len() }),
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

fn new(speech: &Speech, range: TextRange, note: Option<String>) -> Bookmark {
    Bookmark {
        id: String::new(),
        speech: speech.id.clone(),
        title: speech.meta.title.clone(),
        source: match &speech.origin {
            Origin::File(path) => std::path::absolute(path).ok(),
            Origin::Shipped(_) | Origin::StandardInput => None,
        },
        fingerprint: speech.fingerprint.clone(),
        kin: Kin::of(speech),
        anchor: anchor::capture(speech, range),
        settled: Settled::Open,
        note: note.filter(|note| !note.trim().is_empty()),
        labels: Labels::default(),
        created: jiff::Timestamp::now(),
    }
}

fn add(
    setup: &Setup,
    mut store: Bookmarks,
    bookmark: Bookmark,
    out: &mut Output,
) -> anyhow::Result<()> {
    let applied = store.apply(&[Change::Add(bookmark)])?;
    tell(setup, &applied.notices);
    let added = applied.bookmarks.iter().filter(|known| applied.added.contains(&known.id));
    table(setup, added).write(out)?;
    Ok(())
}

fn remove(setup: &Setup, mut store: Bookmarks, ids: &[String]) -> anyhow::Result<()> {
    let known = load(setup, &store)?;
    if let Some(id) = ids.iter().find(|id| !known.iter().any(|bookmark| bookmark.id == **id)) {
        return Err(CliError::UnknownBookmark(id.clone()).into());
    }
    let changes: Vec<Change> = ids.iter().cloned().map(Change::Remove).collect();
    let applied = store.apply(&changes)?;
    tell(setup, &applied.notices);
    Ok(())
}

/// Gives the address of the item that a bookmark is known to be in.
pub(super) fn address(bookmark: &Bookmark) -> String {
    match &bookmark.anchor.item {
        Some(item) => format!("{}/{item}", bookmark.speech),
        None => bookmark.speech.to_string(),
    }
}

/// Gives the address of the innermost item at a place; outside of items that of the speech.
pub(super) fn address_at(speech: &Speech, pos: TextPos) -> String {
    match speech.outline.item_at(pos) {
        Some(item) => format!("{}/{}", speech.id, speech.outline.address(item)),
        None => speech.id.to_string(),
    }
}

/// Gives a bookmark as JSON tells it, with its address.
pub(super) fn twin(bookmark: &Bookmark, address: String) -> BookmarkJson<'_> {
    BookmarkJson {
        id: &bookmark.id,
        address,
        speech: bookmark.speech.as_str(),
        title: &bookmark.title,
        source: bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned()),
        quote: bookmark.anchor.words(),
        note: bookmark.note.as_deref(),
        tags: &bookmark.labels.tags,
        kind: bookmark.labels.kind.map(Kind::name),
        letter: bookmark.labels.letter,
        created: bookmark.created.to_string(),
        path: bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned()),
    }
}

/// Gives what is said of a bookmark in a table: its sign and letter, its note, its tags.
fn note_words(bookmark: &Bookmark) -> String {
    let Labels { tags, kind, letter } = &bookmark.labels;
    let mut parts: Vec<String> = kind.map(|kind| kind.sign().to_owned()).into_iter().collect();
    parts.extend(letter.map(|letter| format!("'{letter}")));
    parts.extend(bookmark.note.clone());
    parts.extend(tags.iter().map(|tag| format!("#{tag}")));
    parts.join(" ")
}

fn table<'a>(setup: &Setup, bookmarks: impl Iterator<Item = &'a Bookmark>) -> Table {
    let messages = &setup.messages;
    let header = ["column-id", "column-address", "column-note", "column-quote"];
    let mut table = Table::new(header.map(|id| messages.get(id)).to_vec(), 3);
    for bookmark in bookmarks {
        let quote = bookmark.anchor.words().into_owned();
        table.push(vec![bookmark.id.clone(), address(bookmark), note_words(bookmark), quote]);
    }
    table
}
