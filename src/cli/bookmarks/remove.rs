//! `dienvan bookmarks remove`: bookmarks by their ids.

use super::records::load;
use crate::cli::error::CliError;
use crate::cli::setup::Setup;
use crate::library::kept::Bookmarks;
use crate::notebook::Change;
use clap::Args;

/// Which bookmarks are removed.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct RemoveBookmarksArgs {
    #[arg(required = true)]
    id: Vec<String>,
}

impl RemoveBookmarksArgs {
    /// Removes the bookmarks, all or none.
    pub(super) fn run(&self, setup: &Setup) -> anyhow::Result<()> {
        let known = load(setup)?;
        let is_known = |id: &String| known.iter().any(|bookmark| bookmark.id == *id);
        if let Some(id) = self.id.iter().find(|id| !is_known(id)) {
            return Err(CliError::UnknownBookmark(id.clone()).into());
        }
        let changes: Vec<Change> = self.id.iter().cloned().map(Change::Remove).collect();
        let applied = Bookmarks::new(&setup.paths.data_dir).apply(&changes)?;
        setup.tell(&applied.notices);
        Ok(())
    }
}
