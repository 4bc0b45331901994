//! What is wrong with a query, and where.

use super::words::QueryWords;
use crate::i18n::{Arg, Lang, Messages};
use std::ops::Range;

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The query, clean, with single blanks.
    pub query: String,
    /// Where in it, in bytes.
    pub range: Range<usize>,
    /// What.
    pub problem: QueryProblem,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// A quotation mark has no second.
    OpenQuote,
    /// A word before a colon is nearly one that makes a condition.
    UnknownKey {
        /// What was typed.
        typed: String,
        /// What may be meant.
        nearest: &'static str,
    },
    /// A condition says nothing.
    NoValue {
        /// What it is about.
        key: &'static str,
    },
    /// Neither lists nor speeches are of such a type.
    NoType {
        /// What was typed.
        typed: String,
    },
    /// There is no such role.
    NoRole {
        /// What was typed.
        typed: String,
    },
    /// That is no code of a series.
    NoSeries {
        /// What was typed.
        typed: String,
    },
    /// That is no year.
    NoYear {
        /// What was typed.
        typed: String,
    },
    /// The last year comes before the first.
    YearsTurned {
        /// The first year that was typed.
        first: u16,
        /// The last.
        last: u16,
    },
    /// That is no day, month or year.
    NoDate {
        /// What was typed.
        typed: String,
    },
    /// The last day comes before the first.
    DaysTurned {
        /// The first that was typed.
        first: String,
        /// The last.
        last: String,
    },
    /// Speeches are of no such kind.
    NoKind {
        /// What was typed.
        typed: String,
    },
    /// There is no such format.
    NoFormat {
        /// What was typed.
        typed: String,
    },
    /// One cannot search in that.
    NoPlace {
        /// What was typed.
        typed: String,
    },
    /// The condition is one on tasks, and texts are searched.
    OfTasks {
        /// Its key.
        key: &'static str,
    },
    /// The condition is one on texts, and the register is asked.
    NotOfTasks {
        /// Its key.
        key: &'static str,
    },
    /// That says nothing of a deadline.
    NoDue {
        /// What was typed.
        typed: String,
    },
    /// Tasks are in no such state.
    NoState {
        /// What was typed.
        typed: String,
    },
    /// The settings do not say which offices are the user's.
    NoneMine,
    /// `-in:title` makes no sense.
    NotTitle,
    /// `in:title` stands without words.
    TitleAlone,
    /// The query says only what is not wanted.
    OnlyWithout,
    /// The query is longer than any that means something.
    TooLong {
        /// How many bytes it may have.
        most: usize,
    },
}

impl QueryError {
    /// Says it in one line, with the part of the query that it is about.
    pub fn say(&self, messages: &Messages) -> String {
        let part = self.query.get(self.range.clone()).unwrap_or_default();
        let mut arguments = vec![("part", Arg::from(part))];
        let named = self.arguments(messages.lang()).into_iter();
        arguments.extend(named.map(|(name, value)| (name, Arg::from(value))));
        messages.with(self.message(), &arguments)
    }

    /// Returns the id of the message that says so.
    pub fn message(&self) -> &'static str {
        match self.problem {
            QueryProblem::OpenQuote => "query-open-quote",
            QueryProblem::UnknownKey { .. } => "query-unknown-key",
            QueryProblem::NoValue { .. } => "query-no-value",
            QueryProblem::NoType { .. } => "query-no-type",
            QueryProblem::NoRole { .. } => "query-no-role",
            QueryProblem::NoSeries { .. } => "query-no-series",
            QueryProblem::NoYear { .. } => "query-no-year",
            QueryProblem::YearsTurned { .. } => "query-years-turned",
            QueryProblem::NoDate { .. } => "query-no-date",
            QueryProblem::DaysTurned { .. } => "query-days-turned",
            QueryProblem::NoKind { .. } => "query-no-kind",
            QueryProblem::NoFormat { .. } => "query-no-format",
            QueryProblem::NoPlace { .. } => "query-no-place",
            QueryProblem::OfTasks { .. } => "query-of-tasks",
            QueryProblem::NotOfTasks { .. } => "query-not-of-tasks",
            QueryProblem::NoDue { .. } => "query-no-due",
            QueryProblem::NoState { .. } => "query-no-state",
            QueryProblem::NoneMine => "query-none-mine",
            QueryProblem::NotTitle => "query-not-title",
            QueryProblem::TitleAlone => "query-title-alone",
            QueryProblem::OnlyWithout => "query-only-without",
            QueryProblem::TooLong { .. } => "query-too-long",
        }
    }

    /// Returns what the message speaks of, by name; keys are named in its language.
    fn arguments(&self, lang: Lang) -> Vec<(&'static str, String)> {
        match &self.problem {
            QueryProblem::OpenQuote
            | QueryProblem::NoneMine
            | QueryProblem::NotTitle
            | QueryProblem::TitleAlone
            | QueryProblem::OnlyWithout => Vec::new(),
            QueryProblem::UnknownKey { typed, nearest } => {
                vec![("typed", typed.clone()), ("nearest", QueryWords::key(nearest, lang))]
            }
            QueryProblem::TooLong { most } => vec![("most", most.to_string())],
            QueryProblem::NoValue { key }
            | QueryProblem::OfTasks { key }
            | QueryProblem::NotOfTasks { key } => vec![("key", QueryWords::key(key, lang))],
            QueryProblem::NoType { typed }
            | QueryProblem::NoRole { typed }
            | QueryProblem::NoSeries { typed }
            | QueryProblem::NoYear { typed }
            | QueryProblem::NoDate { typed }
            | QueryProblem::NoKind { typed }
            | QueryProblem::NoFormat { typed }
            | QueryProblem::NoDue { typed }
            | QueryProblem::NoState { typed }
            | QueryProblem::NoPlace { typed } => vec![("typed", typed.clone())],
            QueryProblem::DaysTurned { first, last } => {
                vec![("first", first.clone()), ("last", last.clone())]
            }
            QueryProblem::YearsTurned { first, last } => {
                vec![("first", first.to_string()), ("last", last.to_string())]
            }
        }
    }
}

/// What is wrong, and where in the query.
pub(super) struct LocatedProblem {
    pub range: Range<usize>,
    pub problem: QueryProblem,
}
