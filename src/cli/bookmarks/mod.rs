//! `dienvan bookmarks`: listing, setting, removing and checking them, and out to other programs and in.

mod add;
mod check;
mod export;
mod import;
mod list;
mod records;
mod remove;
mod wanted;

use super::output::Output;
use super::setup::Setup;
pub(in crate::cli) use add::AddBookmarkArgs;
use check::CheckBookmarksArgs;
use clap::Subcommand;
use export::ExportBookmarksArgs;
use import::ImportBookmarksArgs;
use list::ListBookmarksArgs;
use remove::RemoveBookmarksArgs;

/// What is done with bookmarks.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum BookmarksCommand {
    List(ListBookmarksArgs),
    Add(AddBookmarkArgs),
    Remove(RemoveBookmarksArgs),
    Check(CheckBookmarksArgs),
    Export(ExportBookmarksArgs),
    Import(ImportBookmarksArgs),
}

impl BookmarksCommand {
    /// Does what is asked for.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        match self {
            BookmarksCommand::List(args) => args.run(setup, out),
            BookmarksCommand::Add(args) => args.run(setup, out),
            BookmarksCommand::Remove(args) => args.run(setup),
            BookmarksCommand::Check(args) => args.run(setup, out),
            BookmarksCommand::Export(args) => args.run(setup, out),
            BookmarksCommand::Import(args) => args.run(setup, out),
        }
    }
}
