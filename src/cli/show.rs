//! `dienvan show`: a text, or a part of it, as it is read or as it was.

use super::error::CliError;
use super::json::{self, TextJson};
use super::output::{Audience, Output, complain};
use super::part::{RequestedPart, Spot};
use super::request::{self, RequestedText, TextRequest};
use super::setup::Setup;
use crate::i18n::Messages;
use crate::library::Holdings;
use crate::library::files::{self, TextNotice};
use crate::notebook::formats::{self, CitedSource, CslItem};
use crate::speech::Origin;
use clap::{Args, ValueEnum};
use std::ffi::OsString;
use std::io::Write;

/// What is shown, and in which form: the text as it is read, unless another is wished for.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(super) struct ShowArgs {
    /// A speech or a place in one.
    #[arg(required = true)]
    what: Vec<OsString>,
    /// Whether to write an object with the text in it.
    #[arg(long)]
    json: bool,
    /// Whether to write the bytes of the input.
    #[arg(long, conflicts_with = "json")]
    original: bool,
    /// The form of a citation to write.
    #[arg(long, value_name = "FORMAT", conflicts_with_all = ["json", "original"])]
    cite: Option<CitationForm>,
}

/// In which form something is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CitationForm {
    /// As copying does, by the template of the configuration.
    Text,
    /// As an entry of a BibTeX file.
    Bibtex,
    /// As CSL JSON.
    Csl,
}

impl ShowArgs {
    /// Prints what one `WHAT` means.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let library = setup.holdings();
        let choice = request::one(&self.what, &library)?;
        if self.original {
            return original(choice, &library, out);
        }
        let target = choice.open(&library)?;
        match self.cite {
            Some(form) => cite(&target, form, setup, out),
            None if self.json => json::write(&TextJson::of(&target), out),
            None => text(&target, setup, out),
        }
    }
}

/// Prints every text that is meant, one after the other.
pub(super) fn all(setup: &Setup, words: &[OsString], out: &mut Output) -> anyhow::Result<()> {
    let library = setup.holdings();
    for choice in request::choose(words, &library)? {
        text(&choice.open(&library)?, setup, out)?;
    }
    Ok(())
}

fn text(target: &RequestedPart, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let text = target.range().of(&target.speech.text);
    out.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    tell(target, &setup.messages);
    Ok(())
}

/// Prints a citation: of the whole speech, of a list's announcement, or of an item.
fn cite(
    target: &RequestedPart,
    form: CitationForm,
    setup: &Setup,
    out: &mut Output,
) -> anyhow::Result<()> {
    let speech = &target.speech;
    let (source, range) = match target.spot {
        Spot::Whole => (CitedSource::of(speech), None),
        Spot::Series(series) => (CitedSource::series(speech, series), Some(target.range())),
        Spot::Item(item) => (CitedSource::item(speech, item), Some(target.range())),
    };
    match form {
        CitationForm::Text => {
            let template = &setup.settings.citation;
            let text = formats::citation(template, speech, range, &setup.messages);
            writeln!(out, "{text}")?;
        }
        CitationForm::Bibtex => write!(out, "{}", formats::bibtex(&source))?,
        CitationForm::Csl => json::write(&[CslItem::of(&source)], out)?,
    }
    Ok(())
}

/// Tells on standard error what was done to a text.
fn tell(target: &RequestedPart, messages: &Messages) {
    let file = target.speech.origin.to_string();
    for notice in &target.notices {
        complain(&notice_text(*notice, &file, messages));
    }
}

/// Says what was done to the text of a file.
pub(super) fn notice_text(notice: TextNotice, file: &str, messages: &Messages) -> String {
    let behind = |said: String| format!("{file}: {said}");
    match notice {
        TextNotice::Replaced(count) => {
            messages.with("notice-replaced", &[("file", file.into()), ("count", count.into())])
        }
        TextNotice::Removed(count) => {
            messages.with("notice-removed", &[("file", file.into()), ("count", count.into())])
        }
        TextNotice::Companion(line) => {
            behind(messages.with("text-companion", &[("line", line.into())]))
        }
        TextNotice::Encoding(encoding) => {
            behind(messages.with("text-encoding", &[("encoding", encoding.name().into())]))
        }
        TextNotice::Import(notice) => {
            let (id, count) = notice.message();
            behind(messages.with(id, &[("count", count.into())]))
        }
    }
}

/// Writes bytes as they were read: all, or those of a part.
fn original(choice: TextRequest, library: &Holdings<'_>, out: &mut Output) -> anyhow::Result<()> {
    if out.audience() != Audience::Pipe {
        return Err(CliError::OriginalOnTerminal.into());
    }
    let bytes = match &choice.source {
        RequestedText::StandardInput => request::standard_input()?,
        RequestedText::File(path) => files::read_original(path)?,
        RequestedText::Library(opened) => match &opened.speech.origin {
            Origin::Shipped(file) => files::original(file).unwrap_or_default().to_vec(),
            Origin::File(path) => files::read_original(path)?,
            Origin::StandardInput => Vec::new(),
        },
    };
    let Some(address) = &choice.at else {
        out.write_all(&bytes)?;
        return Ok(());
    };
    let origin = match choice.source {
        RequestedText::StandardInput => Origin::StandardInput,
        RequestedText::File(path) => Origin::File(path),
        RequestedText::Library(opened) => opened.speech.origin,
    };
    let opened = library.open_bytes(bytes.clone(), origin)?;
    if !opened.speech.hints.format.is_text() {
        return Err(CliError::OriginalOfPart(opened.speech.hints.format).into());
    }
    let spot = Spot::find(&opened.speech, address)?;
    let target =
        RequestedPart { speech: opened.speech, notices: Vec::new(), corrections: Vec::new(), spot };
    let range = target.range();
    let offsets = &target.speech.offsets;
    let start = offsets.to_source(range.start.get()).min(bytes.len());
    let end = offsets.to_source(range.end.get()).clamp(start, bytes.len());
    out.write_all(&bytes[start..end])?;
    Ok(())
}
