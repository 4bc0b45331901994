//! `dienvan export`: speeches, lists and items as files of other programs.

use super::args::{ExportWish, PageFormat};
use super::destination::{self, Destination};
use super::error::CliError;
use super::json;
use super::library::Library;
use super::output::{Audience, Output, complain};
use super::setup::Setup;
use super::what::{self, Choice, Spot, Target};
use super::whole::WholeJson;
use crate::formats::write::{self, Kept, Moment, Page, Part};
use crate::library::files;
use crate::speech::{Origin, Speech};
use crate::text::printable;
use std::collections::HashSet;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes what every `WHAT` means.
pub(super) fn run(
    setup: &Setup,
    words: &[OsString],
    wish: &ExportWish,
    out: &mut Output,
) -> anyhow::Result<()> {
    let destination = Destination::of(wish.output.as_deref());
    let format = destination.format(wish.format)?;
    if destination == Destination::Standard
        && format == PageFormat::Epub
        && out.audience() != Audience::Pipe
    {
        return Err(CliError::BookOnTerminal.into());
    }
    let library = Library::new(setup);
    let choices = what::choose(words, &library)?;
    let Destination::Folder(folder) = &destination else {
        if choices.len() != 1 {
            return Err(CliError::OneFile(choices.len()).into());
        }
        let target = open(choices.into_iter().next(), &library)?;
        let bytes = written(setup, &target, format, wish)?;
        match &destination {
            Destination::File(path) => destination::write(path, &bytes, wish.existing)?,
            _ => out.write_all(&bytes)?,
        }
        return Ok(());
    };
    destination.prepare()?;
    into_folder(setup, choices, (folder, format), (wish, &library, out))
}

/// Writes each into a file of its own. What cannot be read or written is told, the others go on.
fn into_folder(
    setup: &Setup,
    choices: Vec<Choice>,
    (folder, format): (&Path, PageFormat),
    (wish, library, out): (&ExportWish, &Library<'_>, &mut Output),
) -> anyhow::Result<()> {
    let several = choices.len() > 1;
    let mut names = HashSet::new();
    let mut failed = 0;
    for choice in choices {
        let one = || -> anyhow::Result<PathBuf> {
            let target = choice.open(library)?;
            let path = folder.join(name(&target, format, &mut names));
            let bytes = written(setup, &target, format, wish)?;
            destination::write(&path, &bytes, wish.existing)?;
            Ok(path)
        };
        match one() {
            Ok(path) => writeln!(out, "{}", printable(&path.to_string_lossy()))?,
            Err(error) if !several => return Err(error),
            Err(error) => match error.downcast_ref::<CliError>() {
                Some(error) => {
                    complain(&error.message(&setup.messages));
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

fn open(choice: Option<Choice>, library: &Library<'_>) -> Result<Target, CliError> {
    match choice {
        Some(choice) => choice.open(library),
        None => Err(CliError::EmptyLibrary),
    }
}

/// Gives the name of a file: the id, the place in the speech, the ending; with a number if another
/// has it.
fn name(target: &Target, format: PageFormat, taken: &mut HashSet<String>) -> String {
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

/// Makes the contents of a file.
fn written(
    setup: &Setup,
    target: &Target,
    format: PageFormat,
    wish: &ExportWish,
) -> anyhow::Result<Vec<u8>> {
    let part = match target.spot {
        Spot::Whole => Part::Whole,
        Spot::Series(series) => Part::Series(series),
        Spot::Item(item) => Part::Item(item),
    };
    let page = Page::of(&target.speech, part);
    let messages = &setup.messages;
    // As somebody reads the file who has none of this user's corrections.
    let read = |text: &str| -> Option<Speech> {
        let bytes = text.as_bytes().to_vec();
        let opened = files::from_bytes(bytes, Origin::StandardInput, &setup.rules.lexicon);
        opened.ok().map(|opened| opened.speech)
    };
    let tell = |kept: Kept, id: &str| {
        if kept == Kept::NotWhole {
            complain(&messages.with(id, &[("id", target.speech.id.as_str().into())]));
        }
    };
    Ok(match format {
        PageFormat::Txt => {
            let (text, kept) = write::text(&page, messages, &read);
            tell(kept, "export-txt-not-kept");
            text.into_bytes()
        }
        PageFormat::Md => {
            let (text, kept) = write::markdown(&page, wish.chrome, messages, &read);
            tell(kept, "export-md-not-kept");
            text.into_bytes()
        }
        PageFormat::Json => {
            let mut bytes = Vec::new();
            json::write(&WholeJson::of(target, &page, wish.chrome), &mut bytes)?;
            bytes
        }
        PageFormat::Html => write::html(&page, wish.chrome, messages).into_bytes(),
        PageFormat::Epub => write::epub(&page, &modified(&target.speech), messages)?,
    })
}

/// Gives when the text was last changed: when its file was, else the day of the speech; so the same
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
