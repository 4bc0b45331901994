//! The commands that were run by name last: the palette lists them first.

use crate::settings::action::Action;

/// How many are known.
const MOST: usize = 5;

/// The commands that were run by name, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RecentActions(Vec<Action>);

impl RecentActions {
    /// Notes that a command was run.
    pub(super) fn note(&mut self, action: Action) {
        self.0.retain(|known| *known != action);
        self.0.insert(0, action);
        self.0.truncate(MOST);
    }

    /// Puts a list of commands so that those stand first, the last one at the top.
    pub(super) fn first(&self, mut actions: Vec<Action>) -> Vec<Action> {
        actions.sort_by_key(|action| {
            self.0.iter().position(|known| known == action).unwrap_or(self.0.len())
        });
        actions
    }
}
