//! `dienvan [PATH…]`: the reader, or on a pipe the text itself.

use super::error::CliError;
use super::globals::GlobalArgs;
use super::list::ListArgs;
use super::output::{Audience, Output};
use super::part::Spot;
use super::plain;
use super::request::{self, RequestedText, TextRequest};
use super::setup::Setup;
use super::show;
use crate::app::{Choosing, Stock};
use crate::library::files::{self, Stream, StreamState};
use crate::library::index::Means;
use crate::library::kept::{Positions, StoredPositions};
use crate::library::{Holdings, Library};
use crate::runtime::{self, Colors, Entry, Opening, Session};
use crate::speech::{Extent, Origin};
use clap::Args;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Up to how many files of the library are listed before the first screen: a few milliseconds.
const MOST_AT_ONCE: usize = 1_000;
/// How many of the speeches read last are tried until one is there.
const MOST_LAST: usize = 10;
/// How long a text on standard input may take to come before what has come of it is shown.
const QUICKLY: Duration = Duration::from_millis(150);

/// What the reader opens, and the options that every subcommand takes.
#[derive(Clone, Debug, Args)]
pub(super) struct ReadArgs {
    #[command(flatten)]
    pub globals: GlobalArgs,
    /// Whether to read line by line, without a screen.
    #[arg(long)]
    pub plain: bool,
    /// Texts or words of a title; the library if there are none.
    pub what: Vec<OsString>,
}

/// Opens the reader where there is a terminal, else prints what was asked for.
pub(super) fn run(setup: Setup, read: &ReadArgs, mut out: Output) -> anyhow::Result<ExitCode> {
    let words = read.what.as_slice();
    let is_person = out.audience() != Audience::Pipe;
    if read.plain || setup.settings.reader.plain && is_person {
        setup.tell_problems();
        plain::run(&setup, words, &mut out)?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let has_screen = setup.environment.has_screen();
    if out.audience() != Audience::Pipe && has_screen && runtime::has_keyboard() {
        out.flush()?;
        let colors = if out.is_colored() { Colors::Themed } else { Colors::None };
        return runtime::run(session(setup, words, colors)?);
    }
    setup.tell_problems();
    match words {
        [] => ListArgs::default().run(&setup, &mut out)?,
        _ => show::all(&setup, words, &mut out)?,
    }
    // Only here: after the reader the terminal may be gone, and its status is what counts.
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn session(setup: Setup, words: &[OsString], colors: Colors) -> anyhow::Result<Session> {
    let library = setup.holdings_for_reader();
    let (mut choices, stock) = match words {
        [] => library_choices(&library)?,
        _ => (request::choose(words, &library)?, Stock::Named),
    };
    let (places, places_told) = Positions::new(&setup.paths.state_dir).load();
    let last = (words.is_empty() && setup.settings.reader.resume)
        .then(|| last_read(&places, &mut choices, &library))
        .flatten();
    // An address among the words tells which text is meant.
    let addressed = || choices.iter().position(|choice| choice.at.is_some());
    let first = last.or_else(addressed).unwrap_or(0);
    let at = choices.get(first).and_then(|choice| choice.at.clone());
    let mut speeches = Vec::with_capacity(choices.len());
    for (index, choice) in choices.into_iter().enumerate() {
        speeches.push(match choice.source {
            RequestedText::Library(opened) => Entry::Open(opened),
            RequestedText::StandardInput if io::stdin().is_terminal() => {
                let bytes = request::standard_input()?;
                Entry::Open(Box::new(library.open_bytes(bytes, Origin::StandardInput)?))
            }
            RequestedText::StandardInput => coming(Stream::of_standard_input()?, &library)?,
            // What is no file can be read but once, and may come slowly.
            RequestedText::File(path) if index == first && Stream::is_for(&path) => {
                coming(Stream::open(&path)?, &library)?
            }
            RequestedText::File(path) if index == first => {
                Entry::Open(Box::new(library.open_head(&path).map_err(CliError::from)?))
            }
            RequestedText::File(path) => Entry::File(path),
        });
    }
    if let (Some(Entry::Open(opened)), Some(address)) = (speeches.get(first), &at)
        && opened.speech.extent == Extent::Whole
    {
        Spot::find(&opened.speech, address)?;
    }
    let lang = setup.messages.lang();
    drop(library);
    let told = setup.choices_told.iter().cloned().chain(places_told).collect();
    let choosing = if setup.choices.is_empty() { Choosing::First } else { Choosing::Known };
    let Setup { paths, environment, settings, configured, mut problems, rules, library, .. } =
        setup;
    problems.extend(rules.files.into_iter().flat_map(|own| own.problems));
    // What is imported from inside is of the library, also where nothing was before.
    let mut library = library;
    let imports = library.imports().folder().to_owned();
    if !library.means.folders.contains(&imports) {
        library.means.folders.push(imports);
    }
    // What is no file may be read but once.
    let is_named = |path: &PathBuf| files::exists(path) && !Stream::is_for(path);
    let paths_named = words.iter().map(PathBuf::from).filter(is_named);
    let means = Means { shipped: false, folders: paths_named.collect(), ..library.means.clone() };
    let named = Library { means, ..library.clone() };
    Ok(Session {
        speeches,
        stock,
        named,
        library,
        first,
        at,
        opening: if last.is_some() { Opening::LastRead } else { Opening::Asked },
        places,
        told,
        choosing,
        settings,
        configured,
        problems,
        lang,
        paths,
        environment,
        colors,
    })
}

/// Reads a text that may come slowly: whole if it comes quickly.
fn coming(mut stream: Stream, library: &Holdings<'_>) -> Result<Entry, CliError> {
    let reading = library.library().reading();
    Ok(match stream.read_for(QUICKLY)? {
        StreamState::Ended => Entry::Open(Box::new(library.corrected(stream.whole(reading)?))),
        StreamState::Open => Entry::Coming(Box::new(stream.head(reading)?), stream),
    })
}

/// Finds the speech that was read last, among the choices or beside them, and opens it. One that is gone or cannot be read
/// leaves it to the one before.
fn last_read(
    places: &StoredPositions,
    choices: &mut Vec<TextRequest>,
    library: &Holdings<'_>,
) -> Option<usize> {
    places.iter().take(MOST_LAST).find_map(|(id, place)| {
        let Some(path) = &place.source else {
            return choices.iter().position(|choice| match &choice.source {
                RequestedText::Library(opened) => opened.speech.id == *id,
                RequestedText::File(_) | RequestedText::StandardInput => false,
            });
        };
        if !files::exists(path) || Stream::is_for(path) {
            return None;
        }
        let opened = RequestedText::Library(Box::new(library.open_head(path).ok()?));
        let is_file = |choice: &TextRequest| match &choice.source {
            RequestedText::File(file) => file == path,
            RequestedText::Library(_) | RequestedText::StandardInput => false,
        };
        Some(match choices.iter().position(is_file) {
            Some(at) => {
                choices[at].source = opened;
                at
            }
            None => {
                choices.push(TextRequest::new(opened));
                choices.len() - 1
            }
        })
    })
}

/// Returns the library for the sidebar: the shipped speeches, and files that are not opened yet. Of
/// a large library only what is to be shown first: the files are listed when that is on the screen.
fn library_choices(library: &Holdings<'_>) -> Result<(Vec<TextRequest>, Stock), CliError> {
    let shipped = library.shipped().into_iter();
    let opened =
        |opened| TextRequest { source: RequestedText::Library(Box::new(opened)), at: None };
    let mut choices: Vec<TextRequest> = shipped.map(opened).collect();
    let file = |path| TextRequest { source: RequestedText::File(path), at: None };
    let mut files = Vec::new();
    for folder in &library.library().means.folders {
        // A folder that is gone or empty must not keep one from reading the others.
        match files::files_if_few(folder, MOST_AT_ONCE).unwrap_or(Some(Vec::new())) {
            Some(found) => files.extend(found),
            None => {
                if choices.is_empty() && files.is_empty() {
                    files.extend(files::first_file(folder));
                }
                files.truncate(1);
                choices.extend(files.into_iter().take(usize::from(choices.is_empty())).map(file));
                return Ok((choices, Stock::Coming));
            }
        }
    }
    choices.extend(files.into_iter().map(file));
    if choices.is_empty() { Err(CliError::EmptyLibrary) } else { Ok((choices, Stock::Listed)) }
}
