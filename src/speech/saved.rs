//! A search that the user keeps.

/// A search that the user keeps, to be asked again: it stands in the sidebar like a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name in the file; empty until it is stored.
    pub id: String,
    /// What is searched for, as it was typed.
    pub query: String,
    /// What it is called; the query where nothing was said.
    pub title: Option<String>,
    /// When it was saved.
    pub created: jiff::Timestamp,
}

impl SavedSearch {
    /// Returns what it is called.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.query)
    }
}

/// A change to the saved searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Keeps one. One with an empty id gets an id; one that was removed comes back as it was.
    Add(SavedSearch),
    /// Removes the one of this id, if there is one.
    Remove(String),
}
