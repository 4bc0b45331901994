//! `dienvan bookmarks list`: bookmarks as a table or JSON.

use super::records::{BookmarkJson, address, table, twin};
use super::wanted::WantedBookmarksArgs;
use crate::cli::json;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use clap::Args;

/// Which bookmarks are listed, and how.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct ListBookmarksArgs {
    #[command(flatten)]
    wanted: WantedBookmarksArgs,
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

impl ListBookmarksArgs {
    /// Lists them.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let all = self.wanted.find(setup)?;
        if self.json {
            let twins: Vec<BookmarkJson> =
                all.iter().map(|bookmark| twin(bookmark, address(bookmark))).collect();
            return json::write(&twins, out);
        }
        table(setup, all.iter()).write(out)?;
        Ok(())
    }
}
