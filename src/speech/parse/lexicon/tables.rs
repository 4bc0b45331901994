//! The words that tell what a table and its columns are for.

use serde::Deserialize;

/// Words in the heads of tables. See `data/lexicon/tables.toml` for what each entry means.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Tables {
    pub number: WordTable,
    pub task: TaskWords,
    pub lead: LeadWords,
    pub partners: WordTable,
    pub product: WordTable,
    pub deadline: DeadlineWords,
    pub note: WordTable,
    pub other: WordTable,
    pub agenda: WordTable,
}

/// Words that a head holds or begins with, and those that are all of one.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct WordTable {
    pub words: Vec<String>,
    #[serde(default)]
    pub whole: Vec<String>,
}

/// Words for who leads.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct LeadWords {
    pub words: Vec<String>,
    pub whole: Vec<String>,
    pub never: Vec<String>,
    pub people: Vec<String>,
}

/// Words for when.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct DeadlineWords {
    pub words: Vec<String>,
    pub dates: Vec<String>,
}

/// Words for what is to be done.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct TaskWords {
    pub words: Vec<String>,
    pub weak: Vec<String>,
    pub never: Vec<String>,
}
