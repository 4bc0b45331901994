//! `dienvan library`: what is known of a speech changed, speeches put away, deleted and brought back.

mod archive;
mod delete;
mod edit;
mod own_file;
mod restore;
mod versions;

use super::output::Output;
use super::setup::Setup;
use crate::speech::Standing;
use archive::ArchiveArgs;
use clap::Subcommand;
use delete::DeleteArgs;
use edit::EditArgs;
use restore::RestoreArgs;
use versions::VersionsArgs;

/// What is done with speeches of the library.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum LibraryCommand {
    Edit(EditArgs),
    Archive(ArchiveArgs),
    Unarchive(ArchiveArgs),
    Delete(DeleteArgs),
    Restore(RestoreArgs),
    Versions(VersionsArgs),
}

impl LibraryCommand {
    /// Does what is to be done.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        match self {
            LibraryCommand::Edit(args) => args.run(setup, out),
            LibraryCommand::Archive(args) => args.run(setup, Standing::Archived, out),
            LibraryCommand::Unarchive(args) => args.run(setup, Standing::Shelved, out),
            LibraryCommand::Delete(args) => args.run(setup, out),
            LibraryCommand::Restore(args) => args.run(setup, out),
            LibraryCommand::Versions(args) => args.run(setup, out),
        }
    }
}
