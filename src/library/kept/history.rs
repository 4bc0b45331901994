//! What was searched for, the last one last: `history.toml` in the state folder.

use super::clean;
use super::error::StoreError;
use super::file::StateFile;
use super::own::{self, OwnEntries};
use std::path::Path;

const FILE: &str = "history.toml";
const LIST: &str = "history";
/// How many queries are kept; the oldest go.
const MOST: usize = 50;

/// The queries in a state folder.
#[derive(Debug)]
pub struct SearchHistory {
    file: StateFile,
}

impl SearchHistory {
    /// Names the queries in `state_dir`; reads nothing yet.
    pub fn new(state_dir: &Path) -> Self {
        SearchHistory { file: StateFile::new(state_dir, FILE) }
    }

    /// Reads the queries; what cannot be read counts as none.
    pub fn load(&self) -> Vec<String> {
        own::load(&self.file, LIST, read).0
    }

    /// Keeps a query as the last one.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses.
    pub fn save(&self, query: &str) -> Result<(), StoreError> {
        own::change(&self.file, LIST, |contents| {
            let mut all = read(contents);
            all.retain(|known| known != query);
            all.push(query.to_owned());
            let over = all.len().saturating_sub(MOST);
            let mut text = own::header("history");
            for query in &all[over..] {
                text += &format!("\n[[history]]\nquery = {}\n", own::quoted(query));
            }
            text
        })
        .map(|_| ())
    }
}

fn read(contents: &OwnEntries<'_>) -> Vec<String> {
    let queries = contents.entries.iter().filter_map(|entry| entry.text("query").ok().flatten());
    queries.map(clean::line).filter(|query| !query.is_empty()).collect()
}
