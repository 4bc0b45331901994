//! Options that ask the register: which assignments, in which groups, on which day.

use crate::cli::destination::Existing;
use crate::cli::error::CliError;
use crate::cli::values::called;
use crate::register::{GroupBy, OfficeBook, RegisterFilter};
use crate::runtime::today;
use crate::search::language::{Query, QueryError, QueryWords, Stage, TaskKey};
use crate::settings::Settings;
use crate::speech::Date;
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

/// Which assignments are wanted, and where they go.
#[derive(Clone, Debug, Default, Args)]
pub(in crate::cli) struct RegisterArgs {
    /// Whether assignments are listed and not items.
    #[arg(long)]
    register: bool,
    #[arg(long, value_name = "OFFICE")]
    who: Option<String>,
    #[arg(long, value_name = "OFFICE")]
    with: Option<String>,
    #[arg(long, value_name = "WHEN")]
    due: Option<String>,
    #[arg(long)]
    state: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    cites: Option<String>,
    /// Words and conditions, as the reader's register takes them.
    #[arg(long, value_name = "QUERY")]
    filter: Option<String>,
    #[arg(long, value_name = "BY", value_parser = called(GroupBy::ALL, GroupBy::name, QueryWords::Orders))]
    pub(super) group: Option<GroupBy>,
    /// The day that is taken for today.
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// Whether a CSV begins with a byte order mark, which some spreadsheets want.
    #[arg(long)]
    bom: bool,
    /// The file; standard output where there is none.
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Whether a file that is there is replaced.
    #[arg(long)]
    pub(super) force: bool,
}

impl RegisterArgs {
    /// Asks for all assignments, by deadline, as a file.
    pub(in crate::cli) fn to_file(output: Option<PathBuf>, existing: Existing) -> Self {
        let force = existing == Existing::Replaced;
        RegisterArgs { output, force, group: Some(GroupBy::Due), ..RegisterArgs::default() }
    }

    /// Tells whether assignments are asked for.
    pub(super) fn is_asked(&self) -> bool {
        self.register
            || self.today.is_some()
            || self.group.is_some()
            || self.output.is_some()
            || self.filter.is_some()
            || self.conditions().iter().any(|(_, value)| value.is_some())
    }

    fn conditions(&self) -> [(TaskKey, &Option<String>); 5] {
        [
            (TaskKey::Who, &self.who),
            (TaskKey::With, &self.with),
            (TaskKey::Due, &self.due),
            (TaskKey::State, &self.state),
            (TaskKey::Cites, &self.cites),
        ]
    }

    /// Makes the filter of all options.
    pub(super) fn filter(
        &self,
        settings: &Settings,
        book: &OfficeBook,
    ) -> Result<RegisterFilter, CliError> {
        let mut filter = match &self.filter {
            Some(typed) => Query::parse_tasks(typed, settings.search.mode, Stage::Finished)
                .and_then(|query| RegisterFilter::of(&query, book))
                .map_err(CliError::Query)?,
            None => RegisterFilter::default(),
        };
        for (key, value) in self.conditions() {
            let Some(value) = value else { continue };
            filter.require(key, value, book).map_err(|problem| {
                let query = format!("--{} {value}", key.name());
                let range = 0..query.len();
                CliError::Query(QueryError { query, range, problem })
            })?;
        }
        Ok(filter)
    }

    /// Returns the day that is taken for today.
    pub(super) fn today(&self) -> Result<Date, CliError> {
        match &self.today {
            Some(typed) => day(typed),
            None => Ok(today()),
        }
    }

    /// Begins a CSV with a byte order mark where that is wished.
    pub(super) fn mark(&self, out: &mut impl Write) -> io::Result<()> {
        match self.bom {
            true => out.write_all("\u{feff}".as_bytes()),
            false => Ok(()),
        }
    }
}

/// Reads a day.
pub(super) fn day(typed: &str) -> Result<Date, CliError> {
    Date::parse(typed).ok_or_else(|| CliError::NotADate(typed.to_owned()))
}
