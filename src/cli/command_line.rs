//! The command line: its subcommands, and how arguments become one of them.
//!
//! The parser is built without a word of help; only where help is to be shown it is built again
//! with the texts of the reader's language.

use super::bookmarks::BookmarksCommand;
use super::completions::CompletionsArgs;
use super::config::ConfigCommand;
use super::export::ExportArgs;
use super::help::finished;
use super::import::ImportArgs;
use super::library::LibraryCommand;
use super::list::ListArgs;
use super::outline::OutlineArgs;
use super::read::ReadArgs;
use super::scan::Scan;
use super::search::SearchArgs;
use super::show::ShowArgs;
use super::tasks::TasksArgs;
use crate::i18n::Messages;
use clap::{Args, FromArgMatches, Subcommand};
use std::ffi::OsString;

/// A command line, understood.
#[derive(Clone, Debug, Args)]
pub(super) struct CommandLine {
    /// What holds for every subcommand, and what the reader opens.
    #[command(flatten)]
    pub read: ReadArgs,
    /// What to do instead of opening the reader.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do, in the order of the help.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Outline(OutlineArgs),
    Tasks(Box<TasksArgs>),
    Search(SearchArgs),
    Import(ImportArgs),
    #[command(subcommand)]
    Library(LibraryCommand),
    Export(ExportArgs),
    #[command(subcommand)]
    Bookmarks(BookmarksCommand),
    #[command(subcommand)]
    Config(ConfigCommand),
    Completions(CompletionsArgs),
    Man,
}

impl CommandLine {
    /// Reads the arguments behind the program's name. The name of a subcommand is one only if it is
    /// the first word.
    ///
    /// An error says what clap makes of them, without texts: [`parser()`] gives those.
    pub(super) fn parse(args: &[OsString], scan: &Scan) -> Result<CommandLine, clap::Error> {
        if scan.first_word.as_deref().is_some_and(Command::has_subcommand) {
            return CommandLine::from_arg_matches(&parser(None).try_get_matches_from(args)?);
        }
        let read = ReadArgs::from_arg_matches(&reader(None).try_get_matches_from(args)?)?;
        Ok(CommandLine { read, command: None })
    }

    /// Reads the arguments as [`CommandLine::parse`] does, only to see what is wrong with them, with placeholders of a
    /// language.
    pub(super) fn check(
        args: &[OsString],
        scan: &Scan,
        messages: &Messages,
    ) -> Result<(), clap::Error> {
        let parser = match scan.first_word.as_deref().is_some_and(Command::has_subcommand) {
            true => parser(Some(messages)),
            false => reader(Some(messages)),
        };
        parser.try_get_matches_from(args).map(|_| ())
    }
}

/// Builds the parser of all subcommands, with the texts of a language or without any.
pub(super) fn parser(messages: Option<&Messages>) -> clap::Command {
    let after = messages.map(|messages| messages.get("cli-after-help")).unwrap_or_default();
    finished(CommandLine::augment_args(program()), "", messages).after_help(after)
}

/// Builds the parser of what opens the reader.
fn reader(messages: Option<&Messages>) -> clap::Command {
    finished(ReadArgs::augment_args(program()), "", messages)
}

fn program() -> clap::Command {
    clap::Command::new("dienvan")
        .version(env!("CARGO_PKG_VERSION"))
        .bin_name("dienvan")
        .no_binary_name(true)
}
