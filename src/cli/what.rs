//! From words on the command line to speeches and places in them.
//!
//! What is meant is told apart in this order: `-`, a path that exists, an address or an id, and
//! else the words of a title. An address behind a path or `-` is a place in that text.

use super::error::CliError;
use super::origin::source_of;
use crate::library::files::{self, OpenError, Opened};
use crate::library::{Holding, Holdings};
use crate::speech::correction::Checked;
use crate::speech::{
    Address, CatalogEntry, ItemAddress, ItemIndex, Origin, Outline, SeriesIndex, Speech,
};
use crate::text::{TextRange, fold};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// How many near misses are named.
const NEAREST: usize = 5;

/// A text that was asked for and a place in it; not read yet, if it is a file.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Which text.
    pub source: Source,
    /// The series or item that was asked for.
    pub at: Option<ItemAddress>,
}

/// Which text was asked for.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// Standard input.
    StandardInput,
    /// A file that exists.
    File(PathBuf),
    /// A speech of the library.
    Library(Box<Opened>),
}

/// A speech in memory, and what of it is meant.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The speech, whole.
    pub speech: Speech,
    /// What was done to its text.
    pub notices: Vec<files::TextNotice>,
    /// What became of its corrections.
    pub corrections: Vec<Checked>,
    /// What of it is meant.
    pub spot: Spot,
}

/// What of a speech is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// All of it.
    Whole,
    /// A series with its lead.
    Series(SeriesIndex),
    /// An item with what lies in it.
    Item(ItemIndex),
}

/// Finds what is asked for. Without words that is nothing.
pub(super) fn choose(words: &[OsString], library: &Holdings<'_>) -> Result<Vec<Choice>, CliError> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut loose: Vec<String> = Vec::new();
    for word in words {
        let text = word.to_string_lossy();
        let address = text.parse::<ItemAddress>().ok();
        if let Some(files) = files_of(word, &text)? {
            choices.extend(files);
            continue;
        }
        // A place behind an id or the words of a title is one in that speech.
        if address.as_ref().is_some_and(|address| is_place_behind(address, &loose, library)) {
            choices.extend(in_library(&loose, library)?);
            loose.clear();
        }
        match (choices.last_mut(), address) {
            (Some(last), Some(address)) if loose.is_empty() => last.at = Some(address),
            _ => loose.push(text.into_owned()),
        }
    }
    if !loose.is_empty() {
        choices.extend(in_library(&loose, library)?);
    }
    Ok(choices)
}

/// Tells whether an address is a place in the speech that the words before it name, and no word of a
/// title like them: "nn" may be one, "nv.3" is none.
fn is_place_behind(address: &ItemAddress, words: &[String], library: &Holdings<'_>) -> bool {
    let is_id = |word: &String| library.list().iter().any(|one| one.entry.id.as_str() == word);
    match words {
        [] => false,
        [word] if is_id(word) => true,
        _ => !address.path.is_empty(),
    }
}

/// Finds what is asked for and reads it all.
pub(super) fn targets(words: &[OsString], library: &Holdings<'_>) -> Result<Vec<Target>, CliError> {
    choose(words, library)?.into_iter().map(|choice| choice.open(library)).collect()
}

/// Finds the one text that is asked for, and the place in it.
pub(super) fn one(words: &[OsString], library: &Holdings<'_>) -> Result<Choice, CliError> {
    let mut choices = choose(words, library)?;
    if choices.len() == 1 {
        return Ok(choices.remove(0));
    }
    let what = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let candidates = choices.iter().map(Choice::name).collect();
    Err(CliError::Ambiguous { what, candidates })
}

impl Choice {
    fn new(source: Source) -> Self {
        Choice { source, at: None }
    }

    /// Gives the name under which it can be asked for alone.
    fn name(&self) -> String {
        match &self.source {
            Source::StandardInput => "-".to_owned(),
            Source::File(path) => path.to_string_lossy().into_owned(),
            Source::Library(opened) => {
                format!("{}  {}", opened.speech.id, opened.speech.meta.title)
            }
        }
    }

    /// Reads all of the text and finds the place.
    pub(super) fn open(self, library: &Holdings<'_>) -> Result<Target, CliError> {
        let Opened { speech, notices, corrections } = match self.source {
            Source::StandardInput => {
                let bytes = standard_input()?;
                library.open_bytes(bytes, Origin::StandardInput)?
            }
            Source::File(path) => library.open(&path)?,
            Source::Library(opened) => library.whole(*opened)?,
        };
        let spot = match &self.at {
            None => Spot::Whole,
            Some(address) => Spot::find(&speech, address)?,
        };
        Ok(Target { speech, notices, corrections, spot })
    }
}

impl Spot {
    /// Finds the place of an address in a speech.
    pub(super) fn find(speech: &Speech, address: &ItemAddress) -> Result<Spot, CliError> {
        let outline = &speech.outline;
        let found = match address.path.as_slice() {
            [] => outline.find_series(address.role, address.number).map(Spot::Series),
            _ => outline.find(address).map(Spot::Item),
        };
        found.ok_or_else(|| CliError::NoItem {
            item: address.to_string(),
            speech: speech.id.to_string(),
            series: (0..outline.series.len()).map(|series| numbered(outline, series)).collect(),
        })
    }
}

/// Gives the code of a series and the numbers that its items have: "nv (2–5, 7)".
fn numbered(outline: &Outline, series: SeriesIndex) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in outline.members(series).filter_map(|item| outline.items[item].path.last()) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let runs = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    format!("{} ({})", outline.series[series].code(), runs.collect::<Vec<_>>().join(", "))
}

impl Target {
    /// Gives the stretch of text that is meant.
    pub(super) fn range(&self) -> TextRange {
        let outline = &self.speech.outline;
        match self.spot {
            Spot::Whole => TextRange::new(0, self.speech.text.len()),
            Spot::Item(item) => outline.items[item].range,
            Spot::Series(index) => {
                let series = &outline.series[index];
                let items = series.items.iter().map(|&item| outline.items[item].range);
                let all = items.chain(series.lead).reduce(TextRange::union);
                // A series without a lead or an item would have nothing to be found by.
                all.unwrap_or_default()
            }
        }
    }

    /// Gives the full address.
    pub(super) fn address(&self) -> String {
        let Speech { id, outline, .. } = &self.speech;
        match self.spot {
            Spot::Whole => id.to_string(),
            Spot::Series(series) => format!("{id}/{}", outline.series[series].code()),
            Spot::Item(item) => format!("{id}/{}", outline.address(item)),
        }
    }

    /// Tells whether an item is part of what is meant.
    pub(super) fn has(&self, item: ItemIndex) -> bool {
        match self.spot {
            Spot::Whole => true,
            Spot::Series(series) => self.speech.outline.items[item].series == series,
            Spot::Item(outer) => {
                let items = &self.speech.outline.items;
                items[outer].range.covers(items[item].range)
            }
        }
    }
}

/// Reads standard input to its end.
pub(super) fn standard_input() -> Result<Vec<u8>, CliError> {
    Ok(files::read_stream(std::io::stdin().lock(), Path::new("-"))?)
}

/// Takes a word for files if it is `-`, or a path that is there or can be nothing else.
fn files_of(word: &OsStr, text: &str) -> Result<Option<Vec<Choice>>, CliError> {
    if text == "-" {
        return Ok(Some(vec![Choice::new(Source::StandardInput)]));
    }
    let path = Path::new(word);
    if files::exists(path) {
        let files = files::files(path)?;
        return Ok(Some(files.into_iter().map(|file| Choice::new(Source::File(file))).collect()));
    }
    if !text.contains(['/', std::path::MAIN_SEPARATOR]) {
        return Ok(None);
    }
    // FILE/nv.3 is a place in a file, or in the only text of an archive.
    if let (Some(file), Some(Ok(at))) =
        (path.parent(), path.file_name().map(|name| name.to_string_lossy().parse()))
        && !file.is_dir()
        && files::exists(file)
    {
        return match files::files(file)?.as_slice() {
            [one] => Ok(Some(vec![Choice { source: Source::File(one.clone()), at: Some(at) }])),
            several => Err(CliError::Ambiguous {
                what: text.to_owned(),
                candidates: several.iter().map(|one| format!("{}/{at}", one.display())).collect(),
            }),
        };
    }
    match text.parse::<Address>() {
        Ok(_) => Ok(None),
        Err(_) => Err(OpenError::Missing(path.to_owned()).into()),
    }
}

/// Finds addresses, ids, or the words of a title in the library.
fn in_library(words: &[String], library: &Holdings<'_>) -> Result<Vec<Choice>, CliError> {
    let joined = words.join(" ");
    if let Ok(address) = joined.parse::<ItemAddress>() {
        return place_alone(address, library).map(|choice| vec![choice]);
    }
    let named: Vec<Option<Choice>> =
        words.iter().map(|word| by_address(word, library)).collect::<Result<_, _>>()?;
    if named.iter().all(Option::is_some) {
        return Ok(named.into_iter().flatten().collect());
    }
    by_title(&joined, library).map(|choice| vec![choice])
}

/// Returns every speech of the library, at least one.
pub(super) fn all_speeches<'a>(library: &'a Holdings<'_>) -> Result<&'a [Opened], CliError> {
    Some(library.speeches()).filter(|all| !all.is_empty()).ok_or(CliError::EmptyLibrary)
}

fn open_holding(holding: &Holding, library: &Holdings<'_>) -> Result<Opened, CliError> {
    library.open_holding(holding)?.ok_or(CliError::EmptyLibrary)
}

/// Finds the place of an address that names no speech: there must be but one to take.
fn place_alone(address: ItemAddress, library: &Holdings<'_>) -> Result<Choice, CliError> {
    let choice = |opened: &Opened| Choice {
        source: Source::Library(Box::new(opened.clone())),
        at: Some(address.clone()),
    };
    match library.list() {
        [] => Err(CliError::EmptyLibrary),
        [only] => Ok(choice(&open_holding(only, library)?)),
        _ => {
            let all = all_speeches(library)?;
            let candidates =
                all.iter().filter(|opened| Spot::find(&opened.speech, &address).is_ok());
            let candidates: Vec<String> = candidates
                .map(|Opened { speech, .. }| format!("{}/{address}", speech.id))
                .collect();
            let what = address.to_string();
            if candidates.is_empty() {
                return Err(CliError::Unknown { what, nearest: Vec::new(), command: None });
            }
            Err(CliError::Ambiguous { what, candidates })
        }
    }
}

/// Finds a speech by its id, with or without a place in it.
fn by_address(word: &str, library: &Holdings<'_>) -> Result<Option<Choice>, CliError> {
    let Ok(Address { speech: Some(id), item }) = word.parse() else { return Ok(None) };
    let found: Vec<&Holding> = library.list().iter().filter(|one| one.entry.id == id).collect();
    match found.as_slice() {
        [] if item.is_some() => Err(unknown(word, id.as_str(), library)),
        [] => Ok(None),
        [one] => {
            let source = Source::Library(Box::new(open_holding(one, library)?));
            Ok(Some(Choice { source, at: item }))
        }
        several => Err(CliError::Ambiguous {
            what: word.to_owned(),
            candidates: several.iter().map(|one| source_of(&one.origin)).collect(),
        }),
    }
}

/// Finds the one speech whose title, id or file has all the words, however they are typed.
fn by_title(words: &str, library: &Holdings<'_>) -> Result<Choice, CliError> {
    let wanted = fold(words);
    let has_all = |one: &&Holding| {
        let title = fold(&searched(&one.entry));
        wanted.split_whitespace().all(|word| title.contains(word))
    };
    let found: Vec<&Holding> = library.list().iter().filter(has_all).collect();
    match found.as_slice() {
        [] => {
            let path = Path::new(words);
            match path.extension() {
                Some(_) if looks_like_a_file(words) => {
                    Err(OpenError::Missing(path.to_owned()).into())
                }
                _ => Err(unknown(words, words, library)),
            }
        }
        [one] => Ok(Choice::new(Source::Library(Box::new(open_holding(one, library)?)))),
        several => Err(CliError::Ambiguous {
            what: words.to_owned(),
            candidates: several.iter().map(|one| line(&one.entry)).collect(),
        }),
    }
}

/// Gives the words that a speech is found by.
fn searched(known: &CatalogEntry) -> String {
    let CatalogEntry { meta, id, .. } = known;
    let occasion = meta.occasion.as_deref().unwrap_or_default();
    let speaker = meta.speaker.as_deref().unwrap_or_default();
    format!("{} {id} {speaker} {occasion}", meta.title)
}

/// Gives a line by which to choose a speech.
fn line(known: &CatalogEntry) -> String {
    format!("{}  {}", known.id, known.meta.title)
}

/// Tells a file's name from words: one word with a short ending behind its only or last point.
fn looks_like_a_file(word: &str) -> bool {
    let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
    !word.contains(char::is_whitespace)
        && (1..=8).contains(&ending.len())
        && ending.chars().all(|c| c.is_ascii_alphanumeric())
}

fn unknown(what: &str, like: &str, library: &Holdings<'_>) -> CliError {
    let wanted = fold(like);
    let parts = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 1).map(str::to_owned).collect()
    };
    let wanted = parts(&wanted);
    let mut ranked: Vec<(usize, &CatalogEntry)> = library
        .list()
        .iter()
        .map(|one| {
            let has = parts(&fold(&searched(&one.entry)));
            (wanted.iter().filter(|word| has.contains(word)).count(), &one.entry)
        })
        .filter(|(shared, _)| *shared > 0)
        .collect();
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let nearest = ranked.into_iter().take(NEAREST).map(|(_, known)| line(known)).collect();
    CliError::Unknown { what: what.to_owned(), nearest, command: None }
}
