//! `dienvan list`: the speeches of the library.

use super::json::{self, ListedJson};
use super::library::{Library, counts};
use super::output::Output;
use super::setup::Setup;
use super::table::Table;
use crate::loader::Opened;
use crate::model::Speech;

/// Lists the library.
pub(super) fn run(setup: &Setup, as_json: bool, out: &mut Output) -> anyhow::Result<()> {
    let library = Library::new(setup);
    // Only the whole text tells how many items it has.
    let whole = |opened: &Opened| library.whole(opened.clone()).map(|opened| opened.speech);
    let speeches: Vec<Speech> = library.speeches().iter().map(whole).collect::<Result<_, _>>()?;
    if as_json {
        let listed: Vec<ListedJson> = speeches.iter().map(ListedJson::of).collect();
        json::write(&listed, out)?;
        library.not_empty()?;
        return Ok(());
    }
    library.not_empty()?;
    let messages = &setup.messages;
    let header = ["column-id", "column-date", "column-title", "column-items", "column-tasks"];
    let mut table = Table::new(header.map(|id| messages.get(id)).to_vec(), 2).with_numbers(&[3, 4]);
    for speech in &speeches {
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
