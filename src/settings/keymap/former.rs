//! Keys that meant something in an older version.

use super::key::{KeyPress, parse_sequence};
use crate::settings::action::{Action, Context};
use std::collections::HashMap;
use toml::de::DeTable;

/// The keys, as a text with a table for each context.
const FORMER: &str = include_str!("../../../data/keymap/former.toml");

/// What keys meant once.
#[derive(Clone, Debug)]
pub struct FormerKeys(HashMap<(&'static str, Vec<KeyPress>), Action>);

impl FormerKeys {
    /// Reads the table.
    pub fn read() -> FormerKeys {
        let mut former = HashMap::new();
        // A test holds the text to be right throughout.
        let tables = DeTable::parse(FORMER).map(toml::Spanned::into_inner).unwrap_or_default();
        for context in Context::ALL {
            let table = tables.get(context.name()).and_then(|table| table.get_ref().as_table());
            for (keys, action) in table.into_iter().flatten() {
                let action = action.get_ref().as_str().and_then(Action::from_name);
                if let (Ok(keys), Some(action)) = (parse_sequence(keys.get_ref()), action) {
                    former.insert((context.name(), keys), action);
                }
            }
        }
        FormerKeys(former)
    }

    /// Returns what keys meant in the given contexts, innermost first.
    pub fn action(&self, contexts: &[Context], keys: &[KeyPress]) -> Option<Action> {
        let meant = |context: &Context| self.0.get(&(context.name(), keys.to_vec())).copied();
        contexts.iter().find_map(meant)
    }

    /// Returns how many keys there are.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }
}
