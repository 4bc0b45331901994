//! Laying a user's entry over the keymap.

use super::key::{display_sequence, parse_sequence};
use super::{Binding, Keymap, KeymapSource};
use crate::settings::action::{Action, Context};

/// What stands in place of an action to free keys.
pub(super) const NONE: &str = "none";

/// Why an entry of the keymap does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapProblem {
    /// Part of the keys is no key.
    Key(String),
    /// There is no such action.
    Action(String),
    /// Another entry of the user's own binds the beginning of these keys, or keys that these are
    /// the beginning of; with those keys.
    Conflict(String),
}

impl Keymap {
    /// Binds keys to the action of a name in a context; `none` frees them.
    ///
    /// Default keys give way: `g g` takes the place of `g`, and `'` that of all keys that begin
    /// with it.
    ///
    /// # Errors
    ///
    /// Keys or an action that are none, and keys that another entry of the user's rules out. The
    /// keymap is then as before.
    pub fn patch(
        &mut self,
        context: Context,
        keys: &str,
        action: &str,
    ) -> Result<(), KeymapProblem> {
        let problem = |keys: &str| KeymapProblem::Key(keys.to_owned());
        let presses = parse_sequence(keys).map_err(problem)?;
        let found = Action::from_name(action);
        if found.is_none() && action != NONE {
            return Err(KeymapProblem::Action(action.to_owned()));
        }
        let bound = &mut self.contexts[context as usize];
        let rival = bound.iter().find(|(other, binding)| {
            let own = binding.source == KeymapSource::User && binding.action.is_some();
            own && found.is_some() && rules_out(other, &presses)
        });
        if let Some((other, _)) = rival {
            return Err(KeymapProblem::Conflict(display_sequence(other)));
        }
        bound.retain(|other, binding| {
            binding.source == KeymapSource::User || !rules_out(other, &presses)
        });
        // Keys freed by the user's own entry give way to longer ones.
        if found.is_some() {
            bound.retain(|other, binding| binding.action.is_some() || !rules_out(other, &presses));
        }
        bound.insert(presses, Binding { action: found, source: KeymapSource::User });
        Ok(())
    }
}

/// Tells whether of two different sequences of keys one begins with the other, so that the longer
/// could never be completed.
fn rules_out<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.len() != b.len() && (a.starts_with(b) || b.starts_with(a))
}
