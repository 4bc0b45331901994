//! What may follow keys that were begun, and whose a binding is.

use super::key::display_sequence;
use super::{KeyPress, Keymap, KeymapSource, Lookup};
use crate::settings::action::{Action, Context};

impl Keymap {
    /// Returns the keys that may follow those that were begun in the given contexts, innermost first, as users write
    /// them, each with its action.
    pub fn following(&self, contexts: &[Context], begun: &[KeyPress]) -> Vec<(String, Action)> {
        let all = contexts.iter().flat_map(|context| &self.contexts[*context as usize]);
        let longer = all.filter(|(keys, _)| keys.len() > begun.len() && keys.starts_with(begun));
        let mut found: Vec<(String, Action)> = longer
            .filter_map(|(keys, binding)| {
                let action = binding.action?;
                let holds = self.find(contexts, keys) == Some(Lookup::Action(action));
                holds.then(|| (display_sequence(&keys[begun.len()..]), action))
            })
            .collect();
        found.dedup();
        found
    }

    /// Returns whether what keys mean in the given contexts, innermost first, is by an entry of the user's.
    pub fn is_of_user(&self, contexts: &[Context], keys: &[KeyPress]) -> bool {
        let bound = |context: &Context| self.contexts[*context as usize].get(keys);
        contexts.iter().find_map(bound).is_some_and(|found| found.source == KeymapSource::User)
    }
}
