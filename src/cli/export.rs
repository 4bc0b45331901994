//! `dienvan export`: speeches, lists and items as files of other programs.

use super::destination::{self, Destination, Existing, PageFormat};
use super::error::CliError;
use super::json::{self, WholeJson};
use super::output::{Audience, Output, complain};
use super::part::{RequestedPart, Spot};
use super::request::{self, TextRequest};
use super::setup::Setup;
use super::tasks::{RegisterArgs, TasksArgs};
use crate::formats::write::{self, FurniturePolicy, Moment, Page, PagePart, RoundTrip};
use crate::library::Holdings;
use crate::library::files;
use crate::speech::{Origin, Speech};
use crate::text::printable;
use clap::Args;
use std::collections::HashSet;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Which speeches are written to files, and how.
#[derive(Clone, Debug, Args)]
pub(super) struct ExportArgs {
    /// Speeches or places in them.
    #[arg(required = true)]
    what: Vec<OsString>,
    /// The format; that of the file's name where none is wished for.
    #[arg(long)]
    format: Option<PageFormat>,
    /// The file or folder; standard output where there is none.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Whether files that are there are replaced.
    #[arg(long)]
    force: bool,
    /// Whether a page's menus and captions are left out.
    #[arg(long)]
    no_furniture: bool,
    /// Whether the tasks are written, as a page for the wall.
    #[arg(long)]
    register: bool,
}

impl ExportArgs {
    /// Writes what every `WHAT` means.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let existing = if self.force { Existing::Replaced } else { Existing::Kept };
        let destination = Destination::of(self.output.as_deref());
        let format = destination.format(self.format)?;
        if self.register {
            if format != PageFormat::Html {
                return Err(CliError::RegisterAsPage.into());
            }
            let asked = RegisterArgs::to_file(self.output.clone(), existing);
            return TasksArgs::page(&self.what, asked).run(setup, out);
        }
        if destination == Destination::Standard
            && format == PageFormat::Epub
            && out.audience() != Audience::Pipe
        {
            return Err(CliError::BookOnTerminal.into());
        }
        let library = setup.holdings();
        let mut choices = request::choose(&self.what, &library)?;
        let chrome =
            if self.no_furniture { FurniturePolicy::LeftOut } else { FurniturePolicy::Kept };
        let writing = PageWriting { setup, library: &library, format, existing, chrome };
        if let Destination::Folder(folder) = &destination {
            destination.prepare()?;
            return writing.write_all(choices, folder, out);
        }
        let count = choices.len();
        let (1, Some(choice)) = (count, choices.pop()) else {
            return Err(CliError::OneFile(count).into());
        };
        let bytes = writing.bytes(&choice.open(&library)?)?;
        match &destination {
            Destination::File(path) => destination::write(path, &bytes, existing)?,
            _ => out.write_all(&bytes)?,
        }
        Ok(())
    }
}

/// How speeches are written.
struct PageWriting<'a> {
    setup: &'a Setup,
    library: &'a Holdings<'a>,
    format: PageFormat,
    existing: Existing,
    chrome: FurniturePolicy,
}

impl PageWriting<'_> {
    /// Writes each into a file of its own. What cannot be read or written is told, the others go on.
    fn write_all(
        &self,
        choices: Vec<TextRequest>,
        folder: &Path,
        out: &mut Output,
    ) -> anyhow::Result<()> {
        let several = choices.len() > 1;
        let mut names = HashSet::new();
        let mut failed = 0;
        for choice in choices {
            let one = || -> anyhow::Result<PathBuf> {
                let target = choice.open(self.library)?;
                let path = folder.join(name(&target, self.format, &mut names));
                destination::write(&path, &self.bytes(&target)?, self.existing)?;
                Ok(path)
            };
            match one() {
                Ok(path) => writeln!(out, "{}", printable(&path.to_string_lossy()))?,
                Err(error) if !several => return Err(error),
                Err(error) => match error.downcast_ref::<CliError>() {
                    Some(error) => {
                        complain(&error.message(&self.setup.messages));
                        failed += 1;
                    }
                    None => return Err(error),
                },
            }
        }
        match failed {
            0 => Ok(()),
            failed => Err(CliError::SomeNotWritten(failed).into()),
        }
    }

    /// Makes the contents of a file.
    fn bytes(&self, target: &RequestedPart) -> anyhow::Result<Vec<u8>> {
        let part = match target.spot {
            Spot::Whole => PagePart::Whole,
            Spot::Series(series) => PagePart::Series(series),
            Spot::Item(item) => PagePart::Item(item),
        };
        let page = Page::of(&target.speech, part);
        let messages = &self.setup.messages;
        // As somebody reads the file who has none of this user's corrections.
        let read = |text: &str| -> Option<Speech> {
            let bytes = text.as_bytes().to_vec();
            let opened = files::from_bytes(bytes, Origin::StandardInput, &self.setup.rules.lexicon);
            opened.ok().map(|opened| opened.speech)
        };
        let tell = |kept: RoundTrip, id: &str| {
            if kept == RoundTrip::NotWhole {
                complain(&messages.with(id, &[("id", target.speech.id.as_str().into())]));
            }
        };
        Ok(match self.format {
            PageFormat::Txt => {
                let (text, kept) = write::text(&page, messages, &read);
                tell(kept, "export-txt-not-kept");
                text.into_bytes()
            }
            PageFormat::Md => {
                let (text, kept) = write::markdown(&page, self.chrome, messages, &read);
                tell(kept, "export-md-not-kept");
                text.into_bytes()
            }
            PageFormat::Json => {
                let mut bytes = Vec::new();
                json::write(&WholeJson::of(target, &page, self.chrome), &mut bytes)?;
                bytes
            }
            PageFormat::Html => write::html(&page, self.chrome, messages).into_bytes(),
            PageFormat::Epub => write::epub(&page, &modified(&target.speech), messages)?,
        })
    }
}

/// Returns the name of a file: the id, the place in the speech, the ending; with a number if another
/// has it.
fn name(target: &RequestedPart, format: PageFormat, taken: &mut HashSet<String>) -> String {
    let stem = target.address().replace('/', "-");
    let ending = format.ending();
    let mut name = format!("{stem}.{ending}");
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{stem}-{number}.{ending}");
        number += 1;
    }
    name
}

/// Returns when the text was last changed: when its file was, else the day of the speech; so the same
/// file gives the same book.
fn modified(speech: &Speech) -> Moment {
    let changed = match &speech.origin {
        Origin::File(path) => std::fs::metadata(path).and_then(|file| file.modified()).ok(),
        Origin::Shipped(_) | Origin::StandardInput => None,
    };
    let changed = changed.and_then(|time| jiff::Timestamp::try_from(time).ok());
    let day = speech
        .meta
        .date
        .map_or([1970, 1, 1], |date| [date.year(), u16::from(date.month()), u16::from(date.day())]);
    match changed.map(|time| time.to_zoned(jiff::tz::TimeZone::UTC).datetime()) {
        Some(time) => {
            let part = |part: i8| u16::from(part.unsigned_abs());
            Moment::new([
                time.year().unsigned_abs(),
                part(time.month()),
                part(time.day()),
                part(time.hour()),
                part(time.minute()),
                part(time.second()),
            ])
        }
        None => Moment::new([day[0], day[1], day[2], 0, 0, 0]),
    }
}
