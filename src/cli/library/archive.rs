//! `dienvan library archive` and `unarchive`: speeches put away, and back.

use super::own_file::{OwnFile, own_files};
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::speech::{Amendment, Standing};
use clap::Args;
use std::ffi::OsString;
use std::io::Write;

/// Which speeches are put away, or back.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct ArchiveArgs {
    /// Speeches that have files of their own.
    #[arg(required = true)]
    what: Vec<OsString>,
}

impl ArchiveArgs {
    /// Notes in the companions of the speeches where they are from now on.
    pub(super) fn run(
        &self,
        setup: &Setup,
        standing: Standing,
        out: &mut Output,
    ) -> anyhow::Result<()> {
        let message = match standing {
            Standing::Archived => "library-archived",
            Standing::Shelved => "library-unarchived",
        };
        for OwnFile { id, path } in own_files(setup, &self.what)? {
            let change = Amendment::Standing(standing);
            setup.tell(&setup.library.amend(&path, &[change])?.notices);
            writeln!(out, "{}", setup.messages.with(message, &[("id", id.to_string().into())]))?;
        }
        Ok(())
    }
}
