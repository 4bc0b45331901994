//! What was searched for before, in this run and in earlier ones: in the text and in the library alike.

/// How many queries are remembered.
const MOST: usize = 50;

/// What was searched for before, the last one last.
#[derive(Debug, Default)]
pub(super) struct QueryHistory {
    queries: Vec<String>,
    earlier: EarlierQueries,
    /// The place of the query that was brought back last.
    at: Option<usize>,
}

/// Whether the queries of earlier runs were asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum EarlierQueries {
    #[default]
    Unasked,
    Asked,
}

impl QueryHistory {
    /// Returns whether the queries of earlier runs are wanted, once.
    pub(super) fn wants_earlier(&mut self) -> bool {
        std::mem::replace(&mut self.earlier, EarlierQueries::Asked) == EarlierQueries::Unasked
    }

    /// Takes the queries of earlier runs, the last one last.
    pub(super) fn take_earlier(&mut self, mut earlier: Vec<String>) {
        earlier.retain(|typed| !self.queries.contains(typed));
        earlier.append(&mut self.queries);
        let over = earlier.len().saturating_sub(MOST);
        self.queries = earlier.split_off(over);
    }

    /// Begins to go through the queries, from the last on.
    pub(super) fn begin(&mut self) {
        self.at = None;
    }

    /// Returns the query that was finished last.
    pub(super) fn last(&self) -> Option<&str> {
        self.queries.last().map(String::as_str)
    }

    /// Remembers a query that was finished.
    pub(super) fn remember(&mut self, typed: String) {
        self.queries.retain(|query| *query != typed);
        self.queries.push(typed);
        if self.queries.len() > MOST {
            self.queries.remove(0);
        }
    }

    /// Returns a query that was finished earlier or later than the one that was returned last.
    pub(super) fn recall(&mut self, by: isize) -> String {
        let count = self.queries.len();
        let at = self.at.unwrap_or(count).saturating_add_signed(by).min(count);
        self.at = Some(at);
        self.queries.get(at).cloned().unwrap_or_default()
    }
}
