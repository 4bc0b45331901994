//! Corrections and what became of them, in words.

use super::whereabouts::role_name;
use crate::correction::{self, State};
use crate::i18n::Messages;
use crate::model::{Change, FurnitureKind};

/// Says what is different.
pub fn change_words(change: &Change, messages: &Messages) -> String {
    let id = format!("change-{}", correction::name(change));
    match change {
        Change::Item | Change::Drop | Change::Text => messages.get(&id),
        Change::Level(level) => messages.with(&id, &[("level", u32::from(*level).into())]),
        Change::Role(role) | Change::SeriesRole(role) => {
            messages.with(&id, &[("role", role_name(*role, messages).into())])
        }
        Change::SeriesTitle(title) => messages.with(&id, &[("title", title.as_str().into())]),
        Change::Furniture(kind) => {
            messages.with(&id, &[("kind", kind_name(*kind, messages).into())])
        }
    }
}

/// Says what became of a correction.
pub fn state_words(state: &State, messages: &Messages) -> String {
    let id = format!("state-{}", state.name());
    match state {
        State::Applied(_) | State::Overridden(_) | State::Lost => messages.get(&id),
        State::Uncertain(places) => messages.with(&id, &[("count", places.len().into())]),
    }
}

/// Names a kind of what is not the speech.
pub fn kind_name(kind: FurnitureKind, messages: &Messages) -> String {
    messages.get(&format!("kind-{}", kind.name()))
}
