//! `dienvan list`: the speeches of the library.

use super::json::{self, ListedJson};
use super::library::{Library, counts};
use super::output::Output;
use super::setup::Setup;
use super::table::Table;

/// Lists the library.
pub(super) fn run(setup: &Setup, as_json: bool, out: &mut Output) -> anyhow::Result<()> {
    let library = Library::new(setup);
    let speeches = library.speeches();
    if as_json {
        let listed: Vec<ListedJson> =
            speeches.iter().map(|opened| ListedJson::of(&opened.speech)).collect();
        json::write(&listed, out)?;
        library.not_empty()?;
        return Ok(());
    }
    let messages = &setup.messages;
    let header = ["column-id", "column-date", "column-title", "column-items", "column-tasks"];
    let mut table = Table::new(header.map(|id| messages.get(id)).to_vec(), 2).with_numbers(&[3, 4]);
    for opened in library.not_empty()? {
        let speech = &opened.speech;
        let (items, tasks) = counts(speech);
        table.push(vec![
            speech.id.to_string(),
            speech.meta.date.map(|date| date.to_string()).unwrap_or_default(),
            speech.meta.title.clone(),
            messages.count(items),
            messages.count(tasks),
        ]);
    }
    table.write(out)?;
    Ok(())
}
