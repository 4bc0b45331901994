//! `dienvan outline corrections`: what was corrected, and whether it still fits.

use super::refusal::Refusal;
use crate::app::amended::{change_words, state_words};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::Output;
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::library::Holdings;
use crate::library::RecordedSpeeches;
use crate::speech::Speech;
use crate::speech::correction::{Filed, State, name, value};
use clap::Args;
use serde::Serialize;
use std::borrow::Cow;
use std::ffi::OsString;

/// Whose corrections are listed, and how.
#[derive(Clone, Debug, Args)]
pub(super) struct CorrectionsArgs {
    /// Speeches or places in them; all corrections if there are none.
    what: Vec<OsString>,
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

/// A correction, as JSON tells it.
#[derive(Serialize)]
struct CorrectionJson<'a> {
    id: &'a str,
    speech: &'a str,
    title: &'a str,
    source: Option<String>,
    change: &'static str,
    to: Option<String>,
    state: &'static str,
    lines: Vec<u32>,
    quote: Cow<'a, str>,
    created: String,
}

/// A correction and what became of it; the speech, if it is there.
struct CorrectionRow<'a> {
    filed: &'a Filed,
    found: Option<(Speech, State)>,
}

impl CorrectionsArgs {
    /// Lists the corrections of what is asked for, or all.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let library = setup.holdings();
        let mut all: Vec<&Filed> = library.corrections().iter().collect();
        if !self.what.is_empty() {
            let wanted = wanted(&self.what, &all, &library)?;
            all.retain(|filed| wanted.contains(&filed.correction.id));
        }
        let mut speeches = RecordedSpeeches::new(&library);
        let rows: Vec<CorrectionRow> = all
            .into_iter()
            .map(|filed| CorrectionRow { filed, found: found(filed, &mut speeches) })
            .collect();
        if self.json {
            let twins: Vec<CorrectionJson> = rows.iter().map(twin).collect();
            json::write(&twins, out)?;
        } else if !rows.is_empty() {
            table(setup, &rows).write(out)?;
        }
        if rows.is_empty() { Err(CliError::Correction(Refusal::None).into()) } else { Ok(()) }
    }
}

/// Returns the ids of the corrections of some speeches. The id of a speech will do although its
/// text is gone.
fn wanted(
    words: &[OsString],
    all: &[&Filed],
    library: &Holdings<'_>,
) -> Result<Vec<String>, CliError> {
    let by_id = |word: &str| -> Vec<String> {
        let of = all.iter().filter(|filed| filed.speech.as_str() == word);
        of.map(|filed| filed.correction.id.clone()).collect()
    };
    if let [word] = words
        && let Some(word) = word.to_str()
        && !by_id(word).is_empty()
    {
        return Ok(by_id(word));
    }
    let mut ids = Vec::new();
    for target in request::targets(words, library)? {
        let of = target.corrections.iter();
        ids.extend(of.map(|checked| checked.filed.correction.id.clone()));
    }
    Ok(ids)
}

fn found(filed: &Filed, speeches: &mut RecordedSpeeches<'_>) -> Option<(Speech, State)> {
    let at = speeches.find(&filed.known())?;
    let opened = speeches.get(at);
    let id = &filed.correction.id;
    let known = opened.corrections.iter().find(|checked| checked.filed.correction.id == *id);
    // Its file has become that of another speech.
    let state = known.map_or(State::Lost, |checked| checked.state.clone());
    Some((opened.speech.clone(), state))
}

fn lines(row: &CorrectionRow) -> Vec<u32> {
    let Some((speech, state)) = &row.found else { return Vec::new() };
    match state {
        State::Uncertain(places) => {
            places.iter().map(|range| speech.line_at(range.start)).collect()
        }
        state => state.range().map(|range| speech.line_at(range.start)).into_iter().collect(),
    }
}

fn twin<'a>(row: &CorrectionRow<'a>) -> CorrectionJson<'a> {
    let Filed { speech, title, source, correction, created, .. } = row.filed;
    CorrectionJson {
        id: &correction.id,
        speech: speech.as_str(),
        title,
        source: source.as_ref().map(|path| path.to_string_lossy().into_owned()),
        change: name(&correction.change),
        to: value(&correction.change),
        state: row.found.as_ref().map_or("lost", |(_, state)| state.name()),
        lines: lines(row),
        quote: correction.anchor.words(),
        created: created.to_string(),
    }
}

fn table(setup: &Setup, rows: &[CorrectionRow]) -> TextTable {
    let messages = &setup.messages;
    let header = [
        "column-id",
        "column-speech",
        "column-line",
        "column-change",
        "column-state",
        "column-passage",
    ];
    let mut table =
        TextTable::new(header.map(|id| messages.get(id)).to_vec(), 5).with_numbers(&[2]);
    for row in rows {
        let Filed { speech, correction, .. } = row.filed;
        let state = match &row.found {
            Some((_, state)) => state_words(state, messages),
            None => messages.get("check-no-speech"),
        };
        let line = lines(row).first().filter(|_| lines(row).len() == 1).map(u32::to_string);
        table.push(vec![
            correction.id.clone(),
            speech.to_string(),
            line.unwrap_or_default(),
            change_words(&correction.change, messages),
            state,
            correction.anchor.words().into_owned(),
        ]);
    }
    table
}

/// Makes a table of one correction, as it is told when it is made or taken back.
pub(super) fn brief(setup: &Setup, filed: &Filed) -> TextTable {
    let messages = &setup.messages;
    let header = ["column-id", "column-change", "column-passage"];
    let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 2);
    let correction = &filed.correction;
    // A trial has no id.
    let id = if correction.id.is_empty() { "–" } else { &correction.id };
    let change = change_words(&correction.change, messages);
    table.push(vec![id.to_owned(), change, correction.anchor.words().into_owned()]);
    table
}
