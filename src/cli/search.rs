//! `dienvan search`: where words occur, without an index.

use super::error::CliError;
use super::json;
use super::library::Library;
use super::output::{Audience, Emphasis, Output};
use super::setup::Setup;
use super::tasks::everything;
use super::what::{self, Target};
use crate::model::Speech;
use crate::search::{Mode, Page, Query, Sought, Stage, find as find_in};
use crate::text::width::{ELLIPSIS, prefix, truncate, width};
use crate::text::{TextRange, flowing, printable};
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;

/// How much is shown before a hit, in cells.
const BEFORE: usize = 40;
/// How much is shown behind a hit where the output has no width, in cells.
const AFTER: usize = 60;

/// A hit, as JSON tells it.
#[derive(Serialize)]
struct HitJson {
    address: String,
    speech: String,
    line: u32,
    before: String,
    r#match: String,
    after: String,
}

/// Prints every place where the query occurs in what is asked for, or in the whole library.
pub(super) fn run(
    setup: &Setup,
    query: &str,
    (words, as_json): (&[OsString], bool),
    out: &mut Output,
) -> anyhow::Result<()> {
    let wanted = Query::parse(query, Mode::Smart, Stage::Finished).map_err(CliError::Query)?;
    if wanted.is_empty() {
        return Err(CliError::EmptyQuery.into());
    }
    let library = Library::new(setup);
    let targets = match words {
        [] => everything(&library)?,
        _ => what::targets(words, &library)?,
    };
    let room = match out.audience() {
        Audience::Terminal(columns) => columns,
        Audience::Pipe => usize::MAX,
    };
    let mut found = Vec::new();
    let mut any = false;
    for target in &targets {
        for range in hits(&wanted, target) {
            any = true;
            let hit = hit(&target.speech, range);
            if as_json { found.push(hit) } else { print(&hit, room, out)? }
        }
    }
    if as_json {
        json::write(&found, out)?;
    }
    if any { Ok(()) } else { Err(CliError::NoHits(query.to_owned()).into()) }
}

/// Finds what is wanted in what is meant of a speech.
fn hits(wanted: &Query, target: &Target) -> Vec<TextRange> {
    let speech = &target.speech;
    let range = target.range();
    let page = Page::of(&speech.text, &speech.blocks);
    let hits = find_in(Sought::from(speech), &page, wanted).into_iter().map(|hit| hit.range);
    hits.filter(|hit| range.covers(*hit)).collect()
}

/// Finds words in what is meant of a speech.
pub(super) fn find(words: &str, target: &Target) -> Vec<TextRange> {
    hits(&Query::words(words, Mode::Smart), target)
}

/// Puts a hit together with what stands around it in its paragraph.
fn hit(speech: &Speech, range: TextRange) -> HitJson {
    let id = speech.id.to_string();
    let address = match speech.outline.item_at(range.start) {
        Some(item) => format!("{id}/{}", speech.outline.address(item)),
        None => id.clone(),
    };
    let block = speech.blocks.get(speech.block_at(range.start)).map_or(range, |block| block.range);
    let before = TextRange { start: block.start.min(range.start), end: range.start };
    let after = TextRange { start: range.end, end: block.end.max(range.end) };
    HitJson {
        address,
        speech: id,
        line: speech.line_at(range.start),
        before: end_of(before, speech),
        r#match: printable(&flowing(range.of(&speech.text))).into_owned(),
        after: printable(&truncate(&flowing(after.of(&speech.text)), AFTER)).into_owned(),
    }
}

/// Gives the last words of a range.
fn end_of(range: TextRange, speech: &Speech) -> String {
    let text = &*flowing(range.of(&speech.text));
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
    out.emphasized(Emphasis::Hit, &hit.r#match)?;
    writeln!(out, "{}", prefix(&hit.after, room.saturating_sub(used)))?;
    Ok(())
}
