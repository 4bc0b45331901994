//! Corrections and what became of them, in words.

use super::whereabouts::role_id;
use crate::i18n::{Message, Messages};
use crate::speech::correction::{self, State};
use crate::speech::{Change, FurnitureKind};

/// Returns what is different.
pub fn change_words(change: &Change, messages: &Messages) -> String {
    messages.say(&change_message(change))
}

/// Returns the message that says what is different.
pub fn change_message(change: &Change) -> Message {
    let id = format!("change-{}", correction::name(change));
    match change {
        Change::Item | Change::Drop | Change::Text | Change::NoTask => Message::new(id),
        Change::TaskOffice(words) | Change::TaskDeadline(words) => match words {
            Some(words) => Message::with(id, [("words", words.as_str().into())]),
            None => Message::new(format!("{id}-none")),
        },
        Change::Level(level) => Message::with(id, [("level", u32::from(*level).into())]),
        Change::Role(role) | Change::SeriesRole(role) => {
            Message::with(id, [("role", Message::new(role_id(*role)).into())])
        }
        Change::SeriesTitle(title) => Message::with(id, [("title", title.as_str().into())]),
        Change::Furniture(kind) => {
            let kind = Message::new(format!("kind-{}", kind.name()));
            Message::with(id, [("kind", kind.into())])
        }
    }
}

/// Returns what became of a correction.
pub fn state_words(state: &State, messages: &Messages) -> String {
    messages.say(&state_message(state))
}

/// Returns the message that says what became of a correction.
pub fn state_message(state: &State) -> Message {
    let id = format!("state-{}", state.name());
    match state {
        State::Applied(_) | State::Overridden(_) | State::Lost => Message::new(id),
        State::Uncertain(places) => Message::with(id, [("count", places.len().into())]),
    }
}

/// Names a kind of what is not the speech.
pub fn kind_name(kind: FurnitureKind, messages: &Messages) -> String {
    messages.get(&format!("kind-{}", kind.name()))
}
