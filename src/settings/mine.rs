//! Counting an office among the user's own, in the text of their configuration.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// Adds an office to `[offices] mine`; one that is there already changes nothing. Returns nothing where these keys hold
/// something else than a table and a list.
pub fn add_mine(document: &mut DocumentMut, office: &str) -> Option<()> {
    if !document.contains_key("offices") {
        let mut table = Table::new();
        // Comments at the end of the file stay above what comes behind them.
        let end = document.trailing().as_str().unwrap_or_default().to_owned();
        if !end.trim().is_empty() {
            document.set_trailing("");
            table.decor_mut().set_prefix(format!("{}\n\n", end.trim_end()));
        }
        document.insert("offices", Item::Table(table));
    }
    let offices = document.get_mut("offices")?;
    let offices = offices.as_table_like_mut()?;
    let mine = offices.entry("mine").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let mine = mine.as_array_mut()?;
    if !mine.iter().any(|known| known.as_str() == Some(office)) {
        mine.push(office);
    }
    Some(())
}
