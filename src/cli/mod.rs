//! The command line: from arguments to the reader, or to text on standard output.
//!
//! One subcommand a file. Scripts rely on the names, the exit statuses (0 done, 1 nothing found,
//! 2 an error told on standard error) and the JSON; people get sentences in their language.

mod bookmarks;
mod command_line;
mod completions;
mod config;
mod destination;
mod error;
mod export;
mod globals;
mod help;
mod import;
mod json;
mod library;
mod list;
mod man;
mod origin;
mod outline;
mod output;
mod part;
mod plain;
mod read;
mod request;
mod rules;
mod scan;
mod search;
mod setup;
mod show;
mod table;
mod tasks;
mod update_bar;
mod usage;
mod values;

#[cfg(test)]
mod tests;

use crate::i18n::{Message, Messages};
use crate::library::files::{self, Isolation};
use crate::library::kept::StoreError;
use crate::paths::{Environment, NoHome};
use crate::settings::nearest as nearest_name;
use command_line::{Command, CommandLine, parser};
use config::ConfigCommand;
use error::CliError;
use output::{Output, complain, is_closed_pipe};
use scan::Scan;
use setup::{Kept, Setup};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Does what the command line says, and gives the exit status.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    if args.first().is_some_and(|word| word == files::APART) {
        return files::serve_apart();
    }
    let scan = Scan::of(&args);
    let CommandLine { read, command } = match CommandLine::parse(&args, &scan) {
        Ok(line) => line,
        Err(error) => return usage::answer(&error, &args, &scan),
    };
    let out = Output::new(read.globals.color, &Environment::read());
    if let Some(command) = &command
        && needs_nothing(command)
    {
        let messages = Messages::new(setup::language(&scan));
        let done = perform_alone(command, &messages, out);
        return done.map_or_else(|error| fail(&error, &messages), |()| ExitCode::SUCCESS);
    }
    let setup = match Setup::new(&read.globals, Isolation::Apart) {
        Ok(setup) => setup,
        Err(error) => return fail(&error, &Messages::new(setup::language(&scan))),
    };
    // The reader takes the setup; what goes wrong in it is still told in the same language.
    let messages = Messages::new(setup.messages.lang());
    let done = match command {
        Some(command) => run(&command, &setup, out),
        None => read::run(setup, &read, out).map_err(|error| with_command(error, &read.what)),
    };
    done.unwrap_or_else(|error| fail(&error, &messages))
}

/// Tells whether a command can be run without the user's files and settings.
fn needs_nothing(command: &Command) -> bool {
    matches!(
        command,
        Command::Completions(_) | Command::Man | Command::Config(ConfigCommand::Example)
    )
}

/// Prints what depends on neither files nor folders, so that it can be had without a home.
fn perform_alone(command: &Command, messages: &Messages, mut out: Output) -> anyhow::Result<()> {
    match command {
        Command::Completions(args) => args.run(parser(Some(messages)), &mut out)?,
        Command::Man => man::print(parser(Some(messages)), messages, &mut out)?,
        _ => config::example(&mut out)?,
    }
    out.flush()?;
    Ok(())
}

fn run(command: &Command, setup: &Setup, mut out: Output) -> anyhow::Result<ExitCode> {
    if !matches!(command, Command::Config(_)) {
        setup.tell_problems();
    }
    let done = perform(command, setup, &mut out);
    // What was found goes out before it is said what was not.
    out.flush()?;
    match (done, setup.kept.get()) {
        (done, Kept::Sound) => done.map(|()| ExitCode::SUCCESS),
        (Ok(()), Kept::Broken) => Ok(ExitCode::from(2)),
        // That nothing was found in a broken file has been told.
        (Err(error), Kept::Broken) => match error.downcast_ref::<CliError>() {
            Some(CliError::NoBookmarks) => Ok(ExitCode::from(2)),
            _ => {
                fail(&error, &setup.messages);
                Ok(ExitCode::from(2))
            }
        },
    }
}

fn perform(command: &Command, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    match command {
        Command::List(args) => args.run(setup, out),
        Command::Show(args) => args.run(setup, out),
        Command::Outline(args) => args.run(setup, out),
        Command::Tasks(args) => args.run(setup, out),
        Command::Search(args) => args.run(setup, out),
        Command::Import(args) => args.run(setup, out),
        Command::Library(command) => command.run(setup, out),
        Command::Export(args) => args.run(setup, out),
        Command::Bookmarks(command) => command.run(setup, out),
        Command::Config(command) => command.run(setup, out),
        Command::Completions(args) => args.run(parser(Some(&setup.messages)), out),
        Command::Man => man::print(parser(Some(&setup.messages)), &setup.messages, out),
    }
}

/// Names the command that was probably meant where the first of `words` was none, and nothing else
/// was found by them.
fn with_command(error: anyhow::Error, words: &[OsString]) -> anyhow::Error {
    let word = words.first().map(|word| word.to_string_lossy()).unwrap_or_default();
    match error.downcast::<CliError>() {
        Ok(CliError::Unknown { what, nearest, .. }) => {
            let parser = parser(None);
            let names = parser.get_subcommands().map(clap::Command::get_name);
            let is_word = !word.contains(['.', '/']);
            let command = is_word.then(|| nearest_name(&word, names)).flatten();
            let command = command.map(str::to_owned);
            CliError::Unknown { what, nearest, command }.into()
        }
        Ok(error) => error.into(),
        Err(error) => error,
    }
}

/// Says what went wrong, in one message, and gives the exit status.
fn fail(error: &anyhow::Error, messages: &Messages) -> ExitCode {
    if is_closed_pipe(error) {
        return ExitCode::SUCCESS;
    }
    if let Some(error) = error.downcast_ref::<CliError>() {
        complain(&error.message(messages));
        return ExitCode::from(error.status());
    }
    let store = error.downcast_ref::<StoreError>().map(StoreError::message);
    let known = store.or_else(|| error.downcast_ref::<NoHome>().map(NoHome::message));
    let message = known.map_or_else(
        || {
            let reason = crate::text::printable(&format!("{error:#}")).into_owned();
            Message::with("error-other", [("reason", reason.into())])
        },
        Message::from,
    );
    complain(&messages.say(&message));
    ExitCode::from(2)
}
