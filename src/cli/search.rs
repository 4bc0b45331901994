//! `dienvan search`: where words occur, the best speeches first.

use super::error::CliError;
use super::json;
use super::origin::path_of;
use super::output::{Audience, Emphasis, Output, complain};
use super::part::RequestedPart;
use super::request;
use super::setup::Setup;
use crate::library::Holdings;
use crate::library::index::{
    Hunter, LibraryQuery, LibrarySize, Means, OnDisk, SearchControl, UpdateError,
};
use crate::search::found::{FoundHit, FoundSpeech, Snippet, flowing_words, matched};
use crate::search::{Hit, Mode, Page, Query, Sought, Stage, WordOrder, find_rows_first};
use crate::speech::Speech;
use crate::text::width::{ELLIPSIS, prefix, truncate, width};
use crate::text::{TextRange, printable};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;

/// How much is shown before a hit, in cells.
const BEFORE: usize = 40;
/// How much is shown behind a hit where the output has no width, in cells.
const AFTER: usize = 60;
/// How many texts of the library are looked into for a limited answer: a few seconds' work.
const MOST_LOOKS: usize = 5_000;

/// A hit, as JSON tells it.
#[derive(Serialize)]
struct HitJson {
    address: String,
    speech: String,
    title: String,
    speaker: Option<String>,
    date: Option<String>,
    line: u32,
    role: Option<&'static str>,
    how: &'static str,
    order: &'static str,
    words: Vec<String>,
    before: String,
    r#match: String,
    after: String,
    path: Option<String>,
}

/// What is searched for, and where.
#[derive(Clone, Debug, Args)]
pub(super) struct SearchArgs {
    /// The words, as they are typed in the reader.
    #[arg(value_name = "WORDS")]
    query: String,
    /// Where to search; nowhere in particular is the library.
    what: Vec<OsString>,
    /// How many speeches of the library are enough; 0 for all.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// Whether to tell of words that stand scattered in a passage, although elsewhere they stand in a row.
    #[arg(long)]
    scattered: bool,
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

impl SearchArgs {
    /// Prints every place where the query occurs in what is asked for, or in the library.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let query =
            Query::parse(&self.query, Mode::Smart, Stage::Finished).map_err(CliError::Query)?;
        if query.is_empty() {
            return Err(CliError::EmptyQuery.into());
        }
        let library = setup.holdings();
        let mut answer = Answer::new(self.json.then(Vec::new), out);
        if self.what.is_empty() {
            self.in_library((setup, &library), &query, &mut answer)?;
        } else {
            let targets = request::targets(&self.what, &library)?;
            let all: Vec<FoundSpeech> = targets
                .iter()
                .map(|target| {
                    let (order, hits) = hits(&query, target);
                    FoundSpeech::new(&target.speech, &hits, order)
                })
                .collect();
            let kept = self.kept(&all, setup);
            for (target, found) in targets.iter().zip(&all) {
                if kept(found) {
                    answer.add(found, &target.speech)?;
                }
            }
        }
        if answer.end()? { Ok(()) } else { Err(CliError::NoHits(self.query.clone()).into()) }
    }

    /// Returns which speeches are told of: where the words stand in a row in some, those in which they stand scattered are
    /// only counted, unless they are asked for.
    fn kept(&self, all: &[FoundSpeech], setup: &Setup) -> impl Fn(&FoundSpeech) -> bool + use<> {
        let is_row = |found: &FoundSpeech| found.order == WordOrder::Row && !found.hits.is_empty();
        let rows_alone = !self.scattered && all.iter().any(is_row);
        let scattered = all.iter().filter(|found| rows_alone && !is_row(found));
        let hits: Vec<usize> =
            scattered.map(|found| found.hits.len()).filter(|&count| count > 0).collect();
        if !hits.is_empty() {
            let args =
                [("hits", hits.iter().sum::<usize>().into()), ("speeches", hits.len().into())];
            complain(&setup.messages.with("search-scattered", &args));
        }
        move |found| !rows_alone || is_row(found)
    }

    /// Searches the library, bringing its index up to date first if it has one.
    fn in_library(
        &self,
        (setup, library): (&Setup, &Holdings<'_>),
        query: &Query,
        answer: &mut Answer<'_>,
    ) -> anyhow::Result<()> {
        let means = &library.library().means;
        let files = means.on_disk();
        if files.is_empty() && !means.shipped {
            return Err(CliError::EmptyLibrary.into());
        }
        let state = match means.size(&files) {
            LibrarySize::Small => IndexState::Current,
            LibrarySize::Large => bring_up_to_date(setup, library, &files),
        };
        // Where the index cannot be written the texts themselves are searched.
        let small = if state == IndexState::Failed { u64::MAX } else { means.small };
        let corrections = library.corrections();
        let speeches = if self.limit == 0 { usize::MAX } else { self.limit };
        let mut hunter = Hunter::new(Means { small, ..means.clone() });
        let looks = if self.limit == 0 { usize::MAX } else { MOST_LOOKS.max(self.limit) };
        let wanted = LibraryQuery { query, speeches, looks, corrections };
        let haul = hunter.hunt(wanted, Some(&files), &mut |_| SearchControl::On);
        let kept = self.kept(&haul.speeches, setup);
        for found in haul.speeches.iter().filter(|found| kept(found)) {
            let Some(opened) = library.open_again(&found.origin) else { continue };
            answer.add(found, &opened.speech)?;
        }
        let say =
            |id, args: &[(&str, crate::i18n::Arg<'_>)]| complain(&setup.messages.with(id, args));
        let covered = haul.coverage;
        if state == IndexState::Busy {
            let args = [("searched", covered.searched.into()), ("total", covered.total.into())];
            say("search-incomplete", &args);
        }
        if covered.more {
            say("search-more", &[("count", haul.speeches.len().into())]);
        }
        Ok(())
    }
}

/// How an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IndexState {
    /// It knows all there is.
    Current,
    /// Another program is bringing it up to date.
    Busy,
    /// It cannot be written.
    Failed,
}

/// Brings the index up to date, with a bar of progress where that takes long; tells how it is then.
fn bring_up_to_date(setup: &Setup, library: &Holdings<'_>, files: &[OnDisk]) -> IndexState {
    match library.update(files) {
        Ok(_) => IndexState::Current,
        Err(UpdateError::Busy) => IndexState::Busy,
        Err(error) => {
            let place = library.library().means.place();
            let folder = printable(&place.folder().to_string_lossy()).into_owned();
            let error = printable(&error.to_string()).into_owned();
            let args = [("folder", folder.into()), ("error", error.into())];
            complain(&setup.messages.with("index-failed", &args));
            IndexState::Failed
        }
    }
}

/// Finds what is wanted in what is meant of a speech.
fn hits(query: &Query, target: &RequestedPart) -> (WordOrder, Vec<Hit>) {
    let speech = &target.speech;
    let range = target.range();
    let page = Page::of(&speech.text, &speech.blocks);
    let (order, mut hits) = find_rows_first(Sought::from(speech), &page, query);
    hits.retain(|hit| range.covers(hit.range));
    (order, hits)
}

/// Finds words in what is meant of a speech.
pub(super) fn find(words: &str, target: &RequestedPart) -> Vec<TextRange> {
    let (_, hits) = hits(&Query::words(words, Mode::Smart), target);
    hits.into_iter().map(|hit| hit.range).collect()
}

/// What is printed: lines as they are found, JSON at the end.
struct Answer<'o> {
    json: Option<Vec<HitJson>>,
    room: usize,
    any: bool,
    out: &'o mut Output,
}

impl<'o> Answer<'o> {
    fn new(json: Option<Vec<HitJson>>, out: &'o mut Output) -> Self {
        let room = match out.audience() {
            Audience::Terminal(columns) => columns,
            Audience::Pipe => usize::MAX,
        };
        Answer { json, room, any: false, out }
    }

    /// Takes what was found in a speech.
    fn add(&mut self, found: &FoundSpeech, speech: &Speech) -> anyhow::Result<()> {
        for hit in &found.hits {
            self.any = true;
            let hit = told(found, hit, speech);
            match &mut self.json {
                Some(all) => all.push(hit),
                None => print(&hit, self.room, self.out)?,
            }
        }
        Ok(())
    }

    /// Tells whether anything was found.
    fn end(self) -> anyhow::Result<bool> {
        if let Some(all) = &self.json {
            json::write(all, self.out)?;
        }
        Ok(self.any)
    }
}

/// Puts a hit together with what stands around it in its paragraph.
fn told(found: &FoundSpeech, hit: &FoundHit, speech: &Speech) -> HitJson {
    let id = found.id.to_string();
    let address = match &hit.address {
        Some(address) => format!("{id}/{address}"),
        None => id.clone(),
    };
    let range = hit.range;
    let block = |at| speech.blocks.get(speech.block_at(at)).map_or(range, |block| block.range);
    let before = TextRange { start: block(range.start).start.min(range.start), end: range.start };
    let after = TextRange { start: range.end, end: block(range.end).end.max(range.end) };
    let words = |range: &TextRange| printable(&matched(speech, *range)).into_owned();
    HitJson {
        address,
        speech: id,
        title: found.title.clone(),
        speaker: found.speaker.clone(),
        date: found.date.map(|date| date.to_string()),
        line: hit.line,
        role: hit.role.map(crate::speech::Role::name),
        how: hit.how.name(),
        order: match found.order {
            WordOrder::Row => "row",
            WordOrder::Any => "scattered",
        },
        words: hit.parts.iter().map(words).collect(),
        before: end_of(before, speech),
        r#match: Snippet::matched(speech, &hit.parts).text,
        after: printable(&truncate(&flowing_words(speech, after), AFTER)).into_owned(),
        path: path_of(&found.origin),
    }
}

/// Returns the last words of a range.
fn end_of(range: TextRange, speech: &Speech) -> String {
    let text = &*flowing_words(speech, range);
    let mut start = text.len();
    for (at, blank) in text.rmatch_indices(char::is_whitespace) {
        if width(&text[at + blank.len()..]) > BEFORE {
            return format!("{ELLIPSIS}{}", printable(&text[start..]));
        }
        start = at + blank.len();
    }
    match width(text) {
        0..=BEFORE => printable(text).into_owned(),
        _ => format!("{ELLIPSIS}{}", printable(&text[start..])),
    }
}

fn print(hit: &HitJson, room: usize, out: &mut Output) -> anyhow::Result<()> {
    let head = format!("{}:{}: ", hit.address, hit.line);
    out.emphasized(Emphasis::Dim, &head)?;
    let used = width(&head) + width(&hit.before) + width(&hit.r#match);
    write!(out, "{}", hit.before)?;
    let mut rest = hit.r#match.as_str();
    for word in &hit.words {
        let Some((between, behind)) = rest.split_once(word.as_str()) else { continue };
        write!(out, "{between}")?;
        out.emphasized(Emphasis::Hit, word)?;
        rest = behind;
    }
    write!(out, "{rest}")?;
    writeln!(out, "{}", prefix(&hit.after, room.saturating_sub(used)))?;
    Ok(())
}
