//! Counting an office among the user's own, in the text of their configuration.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// Adds an office to `[offices] mine`; one that is there already changes nothing. Returns nothing where these keys hold
/// something else than a table and a list.
pub fn add_mine(document: &mut DocumentMut, office: &str) -> Option<()> {
    let offices = document.entry("offices").or_insert_with(|| Item::Table(Table::new()));
    let offices = offices.as_table_like_mut()?;
    let mine = offices.entry("mine").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let mine = mine.as_array_mut()?;
    if !mine.iter().any(|known| known.as_str() == Some(office)) {
        mine.push(office);
    }
    Some(())
}
