//! From words on the command line to speeches and places in them.
//!
//! What is meant is told apart in this order: `-`, a path that exists, an address or an id, and
//! else the words of a title. An address behind a path or `-` is a place in that text.

use super::error::CliError;
use super::origin::source_of;
use super::part::{RequestedPart, Spot};
use crate::library::files::{self, OpenError, Opened};
use crate::library::{Holding, Holdings};
use crate::speech::{Address, CatalogEntry, ItemAddress, Origin};
use crate::text::fold;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// How many near misses are named.
const NEAREST: usize = 5;

/// A text that was asked for and a place in it; not read yet, if it is a file.
#[derive(Clone, Debug)]
pub(super) struct TextRequest {
    /// Which text.
    pub source: RequestedText,
    /// The series or item that was asked for.
    pub at: Option<ItemAddress>,
}

/// Which text was asked for.
#[derive(Clone, Debug)]
pub(super) enum RequestedText {
    /// Standard input.
    StandardInput,
    /// A file that exists.
    File(PathBuf),
    /// A speech of the library.
    Library(Box<Opened>),
}

/// Finds what is asked for. Without words that is nothing.
pub(super) fn choose(
    words: &[OsString],
    library: &Holdings<'_>,
) -> Result<Vec<TextRequest>, CliError> {
    let mut choices: Vec<TextRequest> = Vec::new();
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
pub(super) fn targets(
    words: &[OsString],
    library: &Holdings<'_>,
) -> Result<Vec<RequestedPart>, CliError> {
    choose(words, library)?.into_iter().map(|choice| choice.open(library)).collect()
}

/// Finds the one text that is asked for, and the place in it.
pub(super) fn one(words: &[OsString], library: &Holdings<'_>) -> Result<TextRequest, CliError> {
    let mut choices = choose(words, library)?;
    if choices.len() == 1 {
        return Ok(choices.remove(0));
    }
    let what = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let candidates = choices.iter().map(TextRequest::name).collect();
    Err(CliError::Ambiguous { what, candidates })
}

impl TextRequest {
    pub(super) fn new(source: RequestedText) -> Self {
        TextRequest { source, at: None }
    }

    /// Returns the name under which it can be asked for alone.
    fn name(&self) -> String {
        match &self.source {
            RequestedText::StandardInput => "-".to_owned(),
            RequestedText::File(path) => path.to_string_lossy().into_owned(),
            RequestedText::Library(opened) => {
                format!("{}  {}", opened.speech.id, opened.speech.meta.title)
            }
        }
    }

    /// Reads all of the text and finds the place.
    pub(super) fn open(self, library: &Holdings<'_>) -> Result<RequestedPart, CliError> {
        let Opened { speech, notices, corrections } = match self.source {
            RequestedText::StandardInput => {
                let bytes = standard_input()?;
                library.open_bytes(bytes, Origin::StandardInput)?
            }
            RequestedText::File(path) => library.open(&path)?,
            RequestedText::Library(opened) => library.whole(*opened)?,
        };
        let spot = match &self.at {
            None => Spot::Whole,
            Some(address) => Spot::find(&speech, address)?,
        };
        Ok(RequestedPart { speech, notices, corrections, spot })
    }
}

/// Reads standard input to its end.
pub(super) fn standard_input() -> Result<Vec<u8>, CliError> {
    Ok(files::read_stream(std::io::stdin().lock(), Path::new("-"))?)
}

/// Takes a word for files if it is `-`, or a path that is there or can be nothing else.
fn files_of(word: &OsStr, text: &str) -> Result<Option<Vec<TextRequest>>, CliError> {
    if text == "-" {
        return Ok(Some(vec![TextRequest::new(RequestedText::StandardInput)]));
    }
    let path = Path::new(word);
    if files::exists(path) {
        let files = files::files(path)?;
        return Ok(Some(
            files.into_iter().map(|file| TextRequest::new(RequestedText::File(file))).collect(),
        ));
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
            [one] => Ok(Some(vec![TextRequest {
                source: RequestedText::File(one.clone()),
                at: Some(at),
            }])),
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
fn in_library(words: &[String], library: &Holdings<'_>) -> Result<Vec<TextRequest>, CliError> {
    let joined = words.join(" ");
    if let Ok(address) = joined.parse::<ItemAddress>() {
        return place_alone(address, library).map(|choice| vec![choice]);
    }
    let named: Vec<Option<TextRequest>> =
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
fn place_alone(address: ItemAddress, library: &Holdings<'_>) -> Result<TextRequest, CliError> {
    let choice = |opened: &Opened| TextRequest {
        source: RequestedText::Library(Box::new(opened.clone())),
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
fn by_address(word: &str, library: &Holdings<'_>) -> Result<Option<TextRequest>, CliError> {
    let Ok(Address { speech: Some(id), item }) = word.parse() else { return Ok(None) };
    let found: Vec<&Holding> = library.list().iter().filter(|one| one.entry.id == id).collect();
    match found.as_slice() {
        [] if item.is_some() => Err(unknown(word, id.as_str(), library)),
        [] => Ok(None),
        [one] => {
            let source = RequestedText::Library(Box::new(open_holding(one, library)?));
            Ok(Some(TextRequest { source, at: item }))
        }
        several => Err(CliError::Ambiguous {
            what: word.to_owned(),
            candidates: several.iter().map(|one| source_of(&one.origin)).collect(),
        }),
    }
}

/// Finds the one speech whose title, id or file has all the words, however they are typed.
fn by_title(words: &str, library: &Holdings<'_>) -> Result<TextRequest, CliError> {
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
        [one] => {
            Ok(TextRequest::new(RequestedText::Library(Box::new(open_holding(one, library)?))))
        }
        several => Err(CliError::Ambiguous {
            what: words.to_owned(),
            candidates: several.iter().map(|one| line(&one.entry)).collect(),
        }),
    }
}

/// Returns the words that a speech is found by.
fn searched(known: &CatalogEntry) -> String {
    let CatalogEntry { meta, id, .. } = known;
    let occasion = meta.occasion.as_deref().unwrap_or_default();
    let speaker = meta.speaker.as_deref().unwrap_or_default();
    format!("{} {id} {speaker} {occasion}", meta.title)
}

/// Returns a line by which to choose a speech.
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
