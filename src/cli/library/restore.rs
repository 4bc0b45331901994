//! `dienvan library restore`: deleted speeches brought back.

use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::library::imports::Deleted;
use clap::Args;
use std::io::Write;

/// Which speeches are brought back.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct RestoreArgs {
    /// Ids of deleted speeches; without any, all are listed.
    id: Vec<String>,
}

impl RestoreArgs {
    /// Brings the speeches back, or lists what could be.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        if self.id.is_empty() {
            return list_deleted(setup, out);
        }
        for id in &self.id {
            setup.library.restore(id).map_err(CliError::Removal)?;
            let args = [("id", id.as_str().into())];
            writeln!(out, "{}", setup.messages.with("library-restored", &args))?;
        }
        Ok(())
    }
}

fn list_deleted(setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let deleted = setup.library.imports().deleted_speeches();
    if deleted.is_empty() {
        return Err(CliError::NothingDeleted.into());
    }
    for Deleted { id, .. } in deleted {
        writeln!(out, "{id}")?;
    }
    Ok(())
}
