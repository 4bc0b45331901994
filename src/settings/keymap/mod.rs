//! The keymap: from keys pressed in a context to an [`Action`].
//!
//! The default keys are `data/keymap/default.toml`, in the syntax that users write themselves;
//! their entries are laid over it one by one. The layer does not know terminals (the runtime
//! makes [`KeyPress`]es) nor what an action does. Numbers before a key are counted in `app`.

mod composed;
mod following;
mod former;
mod group;
mod key;
mod patch;

pub use composed::{Composed, InputMethod};
pub use former::FormerKeys;
pub use group::Group;
pub use key::{Key, KeyPress, display_sequence};
pub use patch::KeymapProblem;

use crate::settings::action::{Action, Context};
use crate::text::fold::is_marked;
use crate::text::width::width;
use std::collections::{BTreeMap, HashMap};

#[cfg(test)]
mod tests;

/// The default keys, as a text with a table for each context.
pub const DEFAULT: &str = include_str!("../../../data/keymap/default.toml");
/// The same as JSON, as `build.rs` makes it.
const COMPILED: &str = include_str!(concat!(env!("OUT_DIR"), "/default.json"));

/// Actions that have no default key, and why.
pub const NO_KEY: &[(Action, &str)] = &[
    (Action::MakeItem, MENU),
    (Action::DropItem, MENU),
    (Action::Deeper, MENU),
    (Action::Shallower, MENU),
    (Action::ItemRole, MENU),
    (Action::SeriesRole, MENU),
    (Action::RenameSeries, MENU),
    (Action::MarkFurniture, MENU),
    (Action::MarkText, MENU),
    (Action::UndoCorrection, MENU),
    (Action::Corrections, MENU),
    (Action::NoTask, MENU),
    (Action::TaskOffice, MENU),
    (Action::TaskDeadline, MENU),
    (Action::SelectLine, UNITS),
    (Action::SelectSentence, UNITS),
    (Action::SelectParagraph, UNITS),
    (Action::SearchBackward, "`?` is help; who wants it to search backward binds it"),
    (Action::NextBookmark, RARE),
    (Action::PreviousBookmark, RARE),
    (Action::ChooseTheme, RARE),
    (Action::SwitchLanguage, RARE),
    (Action::FollowReference, RARE),
    (Action::ShortForms, RARE),
    (Action::ReadingTime, RARE),
    (Action::AutoScroll, RARE),
    (Action::ToggleNotes, RARE),
    (Action::ToggleColumns, RARE),
    (Action::AsideNotes, RARE),
    (Action::AsideTasks, RARE),
    (Action::AsideSpeech, RARE),
    (Action::ForgetChoices, RARE),
    (Action::OpenPath, RARE),
    (Action::ImportPath, RARE),
    (Action::ExportSpeech, RARE),
    (Action::ExportTasks, RARE),
    (Action::ExportBookmarks, RARE),
    (Action::OpenOriginal, RARE),
    (Action::OpenAddress, RARE),
    (Action::CopyCells, RARE),
    (Action::CopyMarkdown, RARE),
    (Action::EditSettings, RARE),
    (Action::CopyHits, RARE),
    (Action::BookmarkHits, RARE),
    (Action::ExportHits, RARE),
    (Action::RegisterHits, RARE),
];
const UNITS: &str = "the key that begins a selection goes through the units";
const RARE: &str = "it is rare, and the palette has it";
const MENU: &str = "the menu of corrections has it";

/// Keys and their actions, for each context.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    contexts: [Bindings; Context::ALL.len()],
}

/// What is bound in a context, by the keys pressed one after the other.
type Bindings = BTreeMap<Vec<KeyPress>, Binding>;

/// What keys are bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Binding {
    /// The action; nothing for keys that a user has freed, also from contexts further out.
    action: Option<Action>,
    /// Whose entry it is.
    source: KeymapSource,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeymapSource {
    Default,
    User,
}

/// What pressed keys mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// They are complete.
    Action(Action),
    /// They begin what other keys may complete.
    Prefix,
    /// Nothing.
    None,
}

/// Returns the contexts whose keys hold in a context, innermost first: in the sidebar also the keys
/// of the text, everywhere but in an input line the global ones.
pub fn stack(context: Context) -> &'static [Context] {
    match context {
        Context::Global => &[Context::Global],
        Context::Reader => &[Context::Reader, Context::Global],
        Context::Sidebar => &[Context::Sidebar, Context::Reader, Context::Global],
        Context::Select => &[Context::Select, Context::Global],
        Context::List => &[Context::List, Context::Global],
        Context::Register => &[Context::Register, Context::Global],
        Context::Prompt => &[Context::Prompt],
        Context::Note => &[Context::Note],
    }
}

impl Keymap {
    /// Makes the default keymap.
    pub fn default_map() -> Keymap {
        let mut map = Keymap { contexts: Default::default() };
        // A test holds the text to be right throughout.
        let tables: HashMap<String, HashMap<String, String>> =
            serde_json::from_str(COMPILED).unwrap_or_default();
        for context in Context::ALL {
            for (keys, action) in tables.get(context.name()).into_iter().flatten() {
                let action = Action::from_name(action);
                if let (Ok(presses), Some(_)) = (key::parse_sequence(keys), action) {
                    let binding = Binding { action, source: KeymapSource::Default };
                    map.contexts[context as usize].insert(presses, binding);
                }
            }
        }
        map
    }

    /// Tells what the keys pressed so far mean in the given contexts, innermost first.
    ///
    /// A letter with a Vietnamese mark that is bound to nothing counts as the bare letter, for an
    /// input method may have composed it; not where it is typed. A letter for which
    /// there is nothing else goes to a binding that ends with `letter`.
    pub fn lookup(&self, contexts: &[Context], pending: &[KeyPress]) -> Lookup {
        if let Some(found) = self.find(contexts, pending) {
            return found;
        }
        if contexts.contains(&Context::Prompt) || contexts.contains(&Context::Note) {
            return Lookup::None;
        }
        let bare: Vec<_> = pending.iter().map(|key| key.bare().unwrap_or(*key)).collect();
        if let Some(found) = self.find(contexts, &bare).filter(|_| bare != pending) {
            return found;
        }
        let any = pending.split_last().and_then(|(last, before)| {
            Some(before.iter().copied().chain([last.any_letter()?]).collect::<Vec<_>>())
        });
        any.and_then(|any| self.find(contexts, &any)).unwrap_or(Lookup::None)
    }

    /// Returns the keys that lead to an action in the given contexts, as users write them: the
    /// shortest first, and of those the plain letters; letters that an input method makes last.
    pub fn keys_of(&self, contexts: &[Context], action: Action) -> Vec<String> {
        let mut keys: Vec<_> = contexts
            .iter()
            .flat_map(|context| &self.contexts[*context as usize])
            .filter(|(_, binding)| binding.action == Some(action))
            .map(|(presses, _)| presses)
            .filter(|presses| self.find(contexts, presses) == Some(Lookup::Action(action)))
            .map(|presses| display_sequence(presses))
            .collect();
        let marked = |keys: &String| keys.chars().any(is_marked);
        let plain = |keys: &String| keys.chars().all(|c| c.is_ascii_alphanumeric());
        keys.sort_by_cached_key(|keys| (marked(keys), width(keys), !plain(keys), keys.clone()));
        keys.dedup();
        keys
    }

    /// Returns what is bound in a context, as users write it: keys and the name of an action, or
    /// `none` for keys that were freed. Without changes this is [`DEFAULT`].
    pub fn entries(&self, context: Context) -> Vec<(String, &'static str)> {
        let bound = &self.contexts[context as usize];
        let name = |binding: &Binding| binding.action.map_or(patch::NONE, Action::name);
        bound.iter().map(|(presses, binding)| (display_sequence(presses), name(binding))).collect()
    }

    fn find(&self, contexts: &[Context], pending: &[KeyPress]) -> Option<Lookup> {
        contexts.iter().find_map(|context| {
            let bound = &self.contexts[*context as usize];
            // Keys that begin with the pending ones follow them in order, the same keys first.
            let (presses, binding) = bound.range(pending.to_vec()..).next()?;
            if presses == pending {
                Some(binding.action.map_or(Lookup::None, Lookup::Action))
            } else {
                presses.starts_with(pending).then_some(Lookup::Prefix)
            }
        })
    }
}
