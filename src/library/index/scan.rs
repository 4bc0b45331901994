//! Telling quickly that a text does not have what is searched for, before it is parsed.

use crate::library::files;
use crate::search::Query;
use crate::text::{decode, fold};
use memchr::memmem::Finder;
use std::path::Path;

/// What a folded text must have to be looked into: of each list one.
pub(super) struct Probe<'q> {
    lists: Vec<Vec<Finder<'q>>>,
}

impl<'q> Probe<'q> {
    /// Looks at a query.
    pub(super) fn new(query: &'q Query) -> Self {
        let mut lists = Vec::new();
        for term in query.wanted() {
            for readings in term.pattern.syllables() {
                let forms = readings.iter().flat_map(|reading| reading.forms());
                lists.push(forms.map(|form| Finder::new(form.as_bytes())).collect());
            }
        }
        Probe { lists }
    }

    /// Tells whether a file may have it. What is no plain text is always looked into: it cannot
    /// be told more quickly.
    pub(super) fn may_be_in(&self, path: &Path) -> bool {
        if self.lists.is_empty() || !files::is_plain(path) {
            return true;
        }
        // One in an archive, or one that is gone.
        let Ok(bytes) = std::fs::read(path) else { return true };
        let folded = fold(&decode(bytes).text);
        let has = |finder: &Finder<'_>| finder.find(folded.as_bytes()).is_some();
        self.lists.iter().all(|list| list.iter().any(has))
    }
}
