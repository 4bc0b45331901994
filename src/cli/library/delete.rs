//! `dienvan library delete`: imported speeches.

use super::own_file::{OwnFile, own_files};
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::library::imports::RemovalError;
use clap::Args;
use std::ffi::OsString;
use std::io::Write;

/// Which speeches are deleted.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct DeleteArgs {
    /// Speeches that were imported.
    #[arg(required = true)]
    what: Vec<OsString>,
}

impl DeleteArgs {
    /// Deletes the speeches, all or none.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let imports = setup.library.imports();
        let found = own_files(setup, &self.what)?;
        // A wrong name among them is found before anything is gone.
        for OwnFile { path, .. } in &found {
            if imports.id_of(path).is_none() {
                return Err(CliError::Removal(RemovalError::NotImported(path.clone())).into());
            }
        }
        for OwnFile { path, .. } in found {
            let deleted = setup.library.remove(&path).map_err(CliError::Removal)?;
            let args = [("id", deleted.id.to_string().into())];
            writeln!(out, "{}", setup.messages.with("library-deleted", &args))?;
        }
        Ok(())
    }
}
