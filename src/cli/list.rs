//! `dienvan list`: the speeches of the library, in order, and those that fit.

use super::error::CliError;
use super::json::{self, ListedJson};
use super::output::Output;
use super::setup::Setup;
use super::table::TextTable;
use super::values::called;
use crate::library::Holding;
use crate::library::catalog::{CatalogFilter, Direction, Listed, Order, sorted};
use crate::search::Stage;
use crate::search::language::QueryWords;
use crate::speech::{Origin, Standing};
use clap::Args;

/// Which speeches are listed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub(super) struct ListArgs {
    /// In which order; that of the library unless said.
    #[arg(long, value_name = "ORDER", value_parser = called(Order::ALL, Order::name, QueryWords::Orders))]
    sort: Option<Order>,
    /// Whether the other end of the order comes first.
    #[arg(long)]
    reverse: bool,
    /// What they are to fit. A condition that is refused begins with a hyphen.
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    filter: Option<String>,
    /// Whether those that were put away are listed, too.
    #[arg(long)]
    archived: bool,
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

/// A speech of the library and where it is read from.
struct ListRow {
    listed: Listed,
    origin: Origin,
}

impl ListArgs {
    /// Lists the library.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let typed = self.filter.as_deref().unwrap_or_default();
        let narrowing = CatalogFilter::parse(typed, Stage::Finished).map_err(CliError::Query)?;
        let library = setup.holdings();
        let (read, notices) = setup.library.progress();
        setup.mention(&notices);
        let mut all: Vec<ListRow> = library
            .list()
            .iter()
            .map(|Holding { entry, origin }| {
                let progress = read.get(&entry.fingerprint).copied();
                ListRow {
                    listed: Listed { known: entry.clone(), progress },
                    origin: origin.clone(),
                }
            })
            .collect();
        let is_empty = all.is_empty();
        all.retain(|entry| {
            let archived = entry.listed.known.meta.standing == Standing::Archived;
            (self.archived || !archived) && narrowing.admits(&entry.listed)
        });
        if let Some(order) = self.sort {
            let listed: Vec<&Listed> = all.iter().map(|entry| &entry.listed).collect();
            let direction = if self.reverse { Direction::Reversed } else { Direction::Usual };
            let places = sorted(&listed, order, direction);
            let mut all_again: Vec<Option<ListRow>> = all.into_iter().map(Some).collect();
            all = places.into_iter().filter_map(|at| all_again[at].take()).collect();
        } else if self.reverse {
            all.reverse();
        }
        let found = match (is_empty, all.is_empty()) {
            (true, _) => Err(CliError::EmptyLibrary),
            (false, true) if narrowing.is_empty() => Err(CliError::AllArchived),
            (false, true) => Err(CliError::NothingListed(typed.to_owned())),
            (false, false) => Ok(()),
        };
        if self.json {
            let listed: Vec<ListedJson> =
                all.iter().map(|entry| ListedJson::of(&entry.listed, &entry.origin)).collect();
            json::write(&listed, out)?;
            return Ok(found?);
        }
        found?;
        write_table(setup, &all, out)
    }
}

fn write_table(setup: &Setup, all: &[ListRow], out: &mut Output) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let header = [
        "column-date",
        "column-title",
        "column-speaker",
        "column-kind",
        "column-items",
        "column-tasks",
        "column-read",
        "column-id",
    ];
    let mut table = TextTable::new(header.map(|id| messages.get(id)).to_vec(), 1)
        .with_numbers(&[4, 5, 6])
        .narrowing(&[1, 2, 7])
        .dropping(&[7, 3, 2, 6]);
    for ListRow { listed: Listed { known, progress }, .. } in all {
        let meta = &known.meta;
        let kind = meta.kind.map(|kind| messages.get(&format!("speech-kind-{}", kind.name())));
        table.push(vec![
            meta.date.map(|date| date.to_string()).unwrap_or_default(),
            meta.title.clone(),
            meta.speaker.clone().unwrap_or_default(),
            kind.unwrap_or_default(),
            messages.count(known.items),
            messages.count(known.tasks),
            progress.map(|progress| format!("{} %", progress.percent)).unwrap_or_default(),
            known.id.to_string(),
        ]);
    }
    table.write(out)?;
    Ok(())
}
