//! `dienvan bookmarks import`: bookmarks out of files, each looked for in the speeches at hand.

use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::Output;
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::library::Holdings;
use crate::library::RecordedSpeeches;
use crate::library::files::{self, Opened};
use crate::library::kept::{Bookmarks, path_from};
use crate::notebook::formats::{
    self, IncomingBookmark, IncomingSpeech, MergeOutcome, is_of_one, is_same, merge,
};
use crate::notebook::{Bookmark, Change};
use crate::speech::anchor::{self, Place};
use crate::speech::{Address, Kin, Speech};
use crate::text::TextRange;
use clap::{Args, ValueHint};
use serde::Serialize;
use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

/// Which files are read, and how the report is written.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct ImportBookmarksArgs {
    /// Files, or standard input.
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    file: Vec<OsString>,
    /// Whether it is only tried.
    #[arg(long)]
    dry_run: bool,
    /// Whether the report is JSON.
    #[arg(long)]
    json: bool,
}

/// A bookmark that came in, and what became of it.
struct Arrived {
    bookmark: Bookmark,
    outcome: MergeOutcome,
    /// The name of the state, and the message that says it.
    state: (&'static str, &'static str),
}

/// The report, as JSON tells it.
#[derive(Serialize)]
struct ArrivalsJson<'a> {
    new: usize,
    merged: usize,
    known: usize,
    uncertain: usize,
    lost: usize,
    bookmarks: Vec<ArrivedJson<'a>>,
}

#[derive(Serialize)]
struct ArrivedJson<'a> {
    result: &'static str,
    state: &'static str,
    id: &'a str,
    address: String,
    quote: Cow<'a, str>,
    path: Option<String>,
}

impl ImportBookmarksArgs {
    /// Takes in the bookmarks of the files.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let mut incoming = Vec::new();
        for file in &self.file {
            let text = text_of(Path::new(file))?;
            let read = formats::read(&text, jiff::Timestamp::now());
            let file = file.to_string_lossy().into_owned();
            incoming.extend(read.map_err(|reason| CliError::NotBookmarks(file, reason))?);
        }
        let mut store = Bookmarks::new(&setup.paths.data_dir);
        let loaded = store.load()?;
        setup.mention(&loaded.notices);
        let library = setup.holdings();
        let mut desk = ImportDesk {
            library: &library,
            speeches: RecordedSpeeches::new(&library),
            all: loaded.bookmarks,
            changes: Vec::new(),
        };
        let mut arrived: Vec<Arrived> = incoming.into_iter().map(|one| desk.take(one)).collect();
        let changes = desk.changes;
        if !self.dry_run && !changes.is_empty() {
            let applied = store.apply(&changes)?;
            setup.mention(&applied.notices);
            let mut added = applied.added.into_iter();
            for one in arrived.iter_mut().filter(|one| one.outcome == MergeOutcome::New) {
                one.bookmark.id = added.next().unwrap_or_default();
            }
        }
        self.report(setup, &arrived, out)
    }

    fn report(&self, setup: &Setup, arrived: &[Arrived], out: &mut Output) -> anyhow::Result<()> {
        let outcomes = |wanted| arrived.iter().filter(|one| one.outcome == wanted).count();
        let states = |wanted| arrived.iter().filter(|one| one.state.0 == wanted).count();
        let (new, merged, known) = (
            outcomes(MergeOutcome::New),
            outcomes(MergeOutcome::Merged),
            outcomes(MergeOutcome::Known),
        );
        let (uncertain, lost) = (states("uncertain"), states("lost"));
        if self.json {
            let bookmarks = arrived.iter().map(|one| ArrivedJson {
                result: one.outcome.name(),
                state: one.state.0,
                id: &one.bookmark.id,
                address: address(&one.bookmark),
                quote: one.bookmark.anchor.words(),
                path: one.bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned()),
            });
            let bookmarks = bookmarks.collect();
            json::write(&ArrivalsJson { new, merged, known, uncertain, lost, bookmarks }, out)?;
        } else {
            let messages = &setup.messages;
            let header = ["column-result", "column-state", "column-address", "column-quote"];
            let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 3);
            for one in arrived {
                let outcome = match one.outcome {
                    MergeOutcome::New => "import-new",
                    MergeOutcome::Merged => "import-merged",
                    MergeOutcome::Known => "import-known",
                };
                let quote = one.bookmark.anchor.words().into_owned();
                let state = messages.get(one.state.1);
                table.push(vec![messages.get(outcome), state, address(&one.bookmark), quote]);
            }
            if !arrived.is_empty() {
                table.write(out)?;
            }
            let id = if self.dry_run { "import-would" } else { "import-did" };
            let args = [
                ("new", new.into()),
                ("merged", merged.into()),
                ("known", known.into()),
                ("uncertain", uncertain.into()),
                ("lost", lost.into()),
            ];
            writeln!(out, "{}", messages.with(id, &args))?;
        }
        match uncertain + lost {
            _ if arrived.is_empty() => Err(CliError::NothingToImport.into()),
            0 => Ok(()),
            count => Err(CliError::Unresolved(count).into()),
        }
    }
}

fn text_of(file: &Path) -> Result<String, CliError> {
    let bytes = if file.as_os_str() == "-" {
        request::standard_input()?
    } else {
        files::read_original(file)?
    };
    String::from_utf8(bytes).map_err(|_| {
        let reason = formats::NotBookmarks::Broken("UTF-8".to_owned());
        CliError::NotBookmarks(file.to_string_lossy().into_owned(), reason)
    })
}

/// Where what comes in is looked at.
struct ImportDesk<'a> {
    library: &'a Holdings<'a>,
    speeches: RecordedSpeeches<'a>,
    /// What is there, with what came in so far.
    all: Vec<Bookmark>,
    changes: Vec<Change>,
}

impl ImportDesk<'_> {
    fn take(&mut self, incoming: IncomingBookmark) -> Arrived {
        let IncomingBookmark { mut bookmark, home, position } = incoming;
        bookmark.source = bookmark.source.map(|path| path_from(&path.to_string_lossy()));
        let found = match &home {
            IncomingSpeech::Known => {
                let at = self.speeches.find(&bookmark.known());
                at.map(|at| self.speeches.get(at).clone())
            }
            IncomingSpeech::Of(source) => self.speech_of(source, &bookmark),
        };
        let mut place = None;
        if let Some(Opened { speech, .. }) = &found {
            if let IncomingSpeech::Of(_) = home {
                settle(&mut bookmark, speech, position);
            }
            place = Some(anchor::resolve(&bookmark.anchor, speech));
            if let (IncomingSpeech::Of(_), Some(range)) =
                (&home, place.as_ref().and_then(Place::range))
            {
                bookmark.anchor = anchor::capture(speech, range);
                // Where others do not say a place, none can have moved.
                place = Some(Place::Same(range));
            }
        }
        let state = match &place {
            None => ("lost", "check-no-speech"),
            Some(Place::Same(_)) => ("same", "check-same"),
            Some(Place::Moved(_)) => ("moved", "check-moved"),
            Some(Place::Edited(..)) => ("edited", "check-edited"),
            Some(Place::Uncertain(_)) => ("uncertain", "check-uncertain"),
            Some(Place::Lost) => ("lost", "check-lost"),
        };
        let twin = self.all.iter().position(|known| {
            is_same(known, &bookmark) || {
                let speech = found.as_ref().map(|opened| &opened.speech);
                is_there(known, &bookmark, speech, place.as_ref())
            }
        });
        let outcome = match twin {
            None => {
                self.add(&mut bookmark);
                MergeOutcome::New
            }
            Some(at) => self.merge(at, &bookmark),
        };
        if let Some(at) = twin {
            bookmark.id.clone_from(&self.all[at].id);
        }
        Arrived { bookmark, outcome, state }
    }

    fn add(&mut self, bookmark: &mut Bookmark) {
        if self.all.iter().any(|known| known.id == bookmark.id) {
            bookmark.id.clear();
        }
        // A letter that leads somewhere goes on leading there.
        let taken = |known: &Bookmark| known.labels.letter == bookmark.labels.letter;
        if self.all.iter().any(taken) {
            bookmark.labels.letter = None;
        }
        self.all.push(bookmark.clone());
        self.changes.push(Change::Add(bookmark.clone()));
    }

    fn merge(&mut self, at: usize, other: &Bookmark) -> MergeOutcome {
        let is_free =
            |letter: char| self.all.iter().all(|known| known.labels.letter != Some(letter));
        let changes = merge(&self.all[at], other, is_free);
        if changes.is_empty() {
            return MergeOutcome::Known;
        }
        let known = &mut self.all[at];
        for change in &changes {
            match change {
                Change::SetNote(_, note) => known.note.clone_from(note),
                Change::SetTags(_, tags) => known.labels.tags.clone_from(tags),
                Change::SetKind(_, kind) => known.labels.kind = *kind,
                Change::SetLetter(_, letter) => known.labels.letter = *letter,
                Change::Add(_) | Change::Remove(_) | Change::Settle(_) => {}
            }
        }
        // One that came in before in the same files is stored with what was added since.
        let known = known.clone();
        let added = self.changes.iter_mut().find_map(|change| match change {
            Change::Add(added) if is_same(added, &known) => Some(added),
            _ => None,
        });
        match added {
            Some(added) => *added = known,
            None => self.changes.extend(changes),
        }
        MergeOutcome::Merged
    }

    /// Finds the speech of what others annotated: by its web address, its file, or, where only one
    /// speech has them, by the words.
    fn speech_of(&mut self, source: &str, bookmark: &Bookmark) -> Option<Opened> {
        let bare = |url: &str| {
            let url = url.split('#').next().unwrap_or(url);
            let url = url.split_once("://").map_or(url, |(_, rest)| rest);
            url.trim_end_matches('/').to_owned()
        };
        let wanted = bare(source);
        let of_address = |opened: &&Opened| {
            opened.speech.meta.url.as_deref().is_some_and(|url| bare(url) == wanted)
        };
        let by_file = bookmark.source.as_deref().and_then(|path| self.library.open(path).ok());
        let found = by_file.or_else(|| self.library.speeches().iter().find(of_address).cloned());
        let found = found.or_else(|| {
            let mut with = self.library.speeches().iter().filter(|opened| {
                let place = anchor::resolve(&bookmark.anchor, &opened.speech);
                place.range().is_some()
            });
            with.next().filter(|_| with.next().is_none()).cloned()
        })?;
        self.library.whole(found).ok()
    }
}

/// Makes a bookmark of others one of this speech.
fn settle(bookmark: &mut Bookmark, speech: &Speech, position: Option<(usize, usize)>) {
    bookmark.speech = speech.id.clone();
    bookmark.title.clone_from(&speech.meta.title);
    bookmark.source = speech.origin.full_path();
    bookmark.fingerprint.clone_from(&speech.fingerprint);
    bookmark.kin = Kin::of(speech);
    if let Some((start, end)) = position {
        // Positions of another program may be in another text: then they mean nothing, and harm none.
        let mut bytes = speech.text.char_indices().map(|(at, _)| at).chain([speech.text.len()]);
        let start_byte = bytes.nth(start);
        let end_byte = end.checked_sub(start + 1).and_then(|between| bytes.nth(between));
        if let (Some(start), Some(end)) = (start_byte, end_byte) {
            bookmark.anchor.range = TextRange::new(start, end);
        }
    }
}

/// Tells whether a bookmark that is there is of the place that another one was found at.
fn is_there(
    known_one: &Bookmark,
    other: &Bookmark,
    speech: Option<&Speech>,
    place: Option<&Place>,
) -> bool {
    let (Some(speech), Some(range)) = (speech, place.and_then(Place::range)) else { return false };
    let words =
        |bookmark: &Bookmark| bookmark.anchor.words().split_whitespace().collect::<String>();
    is_of_one(known_one, other)
        && words(known_one) == words(other)
        && anchor::resolve(&known_one.anchor, speech).range() == Some(range)
}

fn address(bookmark: &Bookmark) -> String {
    let (speech, item) = (Some(bookmark.speech.clone()), bookmark.anchor.item.clone());
    Address { speech, item }.to_string()
}
