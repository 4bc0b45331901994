//! A list of records while it is being changed: only what a change names is touched, so comments,
//! order and unknown keys stay as the user wrote them.

use super::entry::TomlEntry;
use super::record::{self, StoredRecord, TomlRecord};
use jiff::Timestamp;
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table, value};

/// A record that was removed, kept so that it can come back as it was.
#[derive(Clone, Debug)]
pub(super) struct Removed {
    pub id: String,
    place: usize,
    table: Table,
}

/// The file as a document, with the name of every entry.
#[derive(Debug)]
pub(super) struct Sheet<R> {
    original: String,
    document: DocumentMut,
    /// The names of the entries, in their order.
    ids: Vec<String>,
    /// What stands in for a missing time.
    created: Timestamp,
    of: std::marker::PhantomData<R>,
}

impl<R: TomlRecord> Sheet<R> {
    /// Takes a parsed file and completes entries that a user wrote without id or time.
    pub fn new(
        document: Document<String>,
        mut entries: Vec<StoredRecord<R>>,
        created: Timestamp,
    ) -> Self {
        let original = document.raw().to_owned();
        let (document, ids) = (document.into_mut(), Vec::new());
        let mut sheet = Sheet { original, document, ids, created, of: std::marker::PhantomData };
        sheet.make_list();
        record::settle_ids(&mut entries);
        for (entry, table) in entries.iter().zip(sheet.list().iter_mut()) {
            // What cannot be used is the user's to mend.
            let Ok(record) = entry else { continue };
            let id = record.id();
            if table.get("id").and_then(Item::as_str).map(str::trim) != Some(id) {
                put(table, "id", value(id));
            }
            if !table.contains_key("created")
                && let Some(time) = record::datetime(created)
            {
                put(table, "created", value(time));
            }
        }
        sheet.ids = entries.iter().map(|entry| record::id_of(entry).to_owned()).collect();
        sheet
    }

    /// Adds a record at the end and gives its id. One that was removed comes back with its
    /// comments, to its old place.
    pub fn add(
        &mut self,
        record: &R,
        removed: Option<&Removed>,
        new_id: impl Fn(&dyn Fn(&str) -> bool) -> String,
    ) -> String {
        let holder = self.place_of(record.id());
        let wanted = |id: &str| self.read(&record.table(id), id);
        if holder.is_some_and(|place| {
            self.list_ref()
                .and_then(|list| list.get(place))
                .is_some_and(|table| self.read(table, record.id()) == wanted(record.id()))
        }) {
            return record.id().to_owned();
        }
        if let (None, Some(old)) = (holder, removed)
            && self.read(&old.table, &old.id) == wanted(&old.id)
        {
            let place = old.place.min(self.ids.len());
            self.list().insert(place, old.table.clone());
            self.ids.insert(place, old.id.clone());
            return old.id.clone();
        }
        let id = if record.id().is_empty() || holder.is_some() {
            new_id(&|id| self.ids.iter().any(|taken| taken == id))
        } else {
            record.id().to_owned()
        };
        let mut table = record.table(&id);
        let comment = self.take_trailing();
        if comment.contains('#') {
            table.decor_mut().set_prefix(format!("{}\n\n", comment.trim_end()));
        }
        self.list().push(table);
        self.ids.push(id.clone());
        id
    }

    /// Removes the record of this id and the comment right above it.
    pub fn remove(&mut self, id: &str) -> Option<Removed> {
        let place = self.place_of(id)?;
        let mut table = self.list().remove(place);
        self.ids.remove(place);
        // Its old place in the file must not pull it between another entry and its sub-tables.
        table.set_position(None);
        let prefix = prefix_of(&table);
        let (above, own) = prefix.split_at(prefix.rfind("\n\n").map_or(0, |at| at + 1));
        if above.contains('#') {
            // A comment with a blank line below is about more than this entry.
            match self.list().get_mut(place) {
                Some(next) => {
                    let prefix = format!("{above}{}", prefix_of(next));
                    next.decor_mut().set_prefix(prefix);
                }
                None => {
                    let trailing = self.take_trailing();
                    self.document.set_trailing(format!("{above}{trailing}"));
                }
            }
            table.decor_mut().set_prefix(own.to_owned());
        }
        Some(Removed { id: id.to_owned(), place, table })
    }

    /// Sets or takes away a value; tells whether the record is there.
    pub fn set(&mut self, id: &str, key: &str, item: Option<Item>) -> bool {
        self.place_of(id).is_some_and(|place| self.set_at(place, key, item))
    }

    fn set_at(&mut self, place: usize, key: &str, item: Option<Item>) -> bool {
        let Some(table) = self.list().get_mut(place) else { return false };
        let has_comment = table.get_key_value(key).is_some_and(|(key, item)| {
            let item = item.as_value().map(toml_edit::Value::decor);
            [Some(key.leaf_decor()), item].into_iter().flatten().any(|decor| {
                [decor.prefix(), decor.suffix()]
                    .into_iter()
                    .flatten()
                    .any(|space| space.as_str().is_some_and(|space| space.contains('#')))
            })
        });
        match item {
            Some(item) => put(table, key, item),
            None if has_comment => put(table, key, value("")),
            None => {
                table.remove(key);
            }
        }
        true
    }

    /// Takes a text away from every record that has it under `key`, but for the one of this id.
    pub fn free(&mut self, key: &str, text: &str, but: &str) {
        for place in 0..self.ids.len() {
            let table = self.list_ref().and_then(|list| list.get(place));
            let has = table.and_then(|table| table.get(key)).and_then(Item::as_str) == Some(text);
            if has && self.ids[place] != but {
                let id = self.ids[place].clone();
                self.set(&id, key, None);
            }
        }
    }

    /// Takes over these keys from a record; tells whether the record is there.
    pub fn take_over(&mut self, record: &R, keys: &[&str]) -> bool {
        let mut wanted = record.table(record.id());
        let Some(place) = self.place_of(record.id()) else { return false };
        keys.iter().all(|key| self.set_at(place, key, wanted.remove(key)))
    }

    /// Returns the text to write, if it differs from what was read.
    pub fn changed_text(&self) -> Option<String> {
        let text = self.document.to_string();
        (text != self.original).then_some(text)
    }

    /// Returns every record that can be used.
    pub fn records(&self) -> Vec<R> {
        let tables = self.list_ref().into_iter().flat_map(ArrayOfTables::iter).zip(&self.ids);
        tables.filter_map(|(table, id)| self.read(table, id)).collect()
    }

    fn read(&self, table: &Table, id: &str) -> Option<R> {
        let mut record: R = record::stored(&TomlEntry::from_table(table, 0), self.created).ok()?;
        record.set_id(id.to_owned());
        Some(record)
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|taken| taken == id && !id.is_empty())
    }

    /// Makes the list one of tables of its own where there is none or it is an array.
    fn make_list(&mut self) {
        if self.list_ref().is_some() {
            return;
        }
        // Reading has made sure that what is there is a list of tables.
        let list = self.document.remove(R::LIST).and_then(|item| item.into_array_of_tables().ok());
        self.document.insert(R::LIST, Item::ArrayOfTables(list.unwrap_or_default()));
    }

    fn list(&mut self) -> &mut ArrayOfTables {
        let item = self.document.get_mut(R::LIST).and_then(Item::as_array_of_tables_mut);
        item.expect("made when the sheet was")
    }

    fn list_ref(&self) -> Option<&ArrayOfTables> {
        self.document.get(R::LIST)?.as_array_of_tables()
    }

    /// Takes the comment at the end of the file, unless another table is above it.
    fn take_trailing(&mut self) -> String {
        let is_last = self.document.iter().all(|(key, item)| key == R::LIST || item.is_value());
        if !is_last {
            return String::new();
        }
        let trailing = self.document.trailing().as_str().unwrap_or("").to_owned();
        self.document.set_trailing("");
        trailing
    }
}

/// Sets a value and keeps the comments around it.
fn put(table: &mut Table, key: &str, mut item: Item) {
    if let (Some(old), Some(new)) = (table.get(key).and_then(Item::as_value), item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(place) => *place = item,
        None => {
            table.insert(key, item);
        }
    }
}

fn prefix_of(table: &Table) -> String {
    table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("").to_owned()
}
