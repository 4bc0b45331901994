//! What is wrong in a file of rules, and saying so in the reader's language.

use super::nearest::nearest;
use crate::i18n::Messages;
use crate::text::printable;

/// What is wrong with a rule of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleTrouble {
    /// There is no such table or entry; with the one probably meant.
    Unknown(Option<String>),
    /// A text is wanted.
    NotText,
    /// A list of texts is wanted.
    NotList,
    /// A list of such lists is wanted.
    NotLists,
    /// A word that says nothing.
    Empty,
    /// One sign is wanted.
    NotSign,
    /// A letter stands twice.
    Twice(char),
    /// Another role has the word.
    OtherRole(String),
    /// The word stands for another number.
    OtherNumber(usize),
    /// What is to be taken away is not there.
    Missing,
    /// The list has no more places than these.
    NoPlace(usize),
}

impl RuleTrouble {
    /// Makes the trouble of an unknown name among `known` ones.
    pub fn unknown(name: &str, known: &[String]) -> Self {
        RuleTrouble::Unknown(nearest(name, known.iter().map(String::as_str)).map(str::to_owned))
    }

    /// Says what is wrong with the entry `key`, where `found` stands.
    pub(super) fn headline(&self, key: &str, found: &str, messages: &Messages) -> String {
        let key = ("key", printable(key).into());
        let found = ("found", found.into());
        match self {
            RuleTrouble::Unknown(_) => messages.with("rule-unknown", &[key]),
            RuleTrouble::NotText | RuleTrouble::NotList | RuleTrouble::NotLists => {
                messages.with("rule-type", &[key, found])
            }
            RuleTrouble::Empty => messages.with("rule-empty", &[key]),
            RuleTrouble::NotSign => messages.with("rule-not-sign", &[key, found]),
            RuleTrouble::Twice(letter) => {
                messages.with("rule-twice", &[key, ("letter", letter.to_string().into())])
            }
            RuleTrouble::OtherRole(role) => {
                messages.with("rule-other-role", &[found, ("role", role.into())])
            }
            RuleTrouble::OtherNumber(number) => {
                messages.with("rule-other-number", &[found, ("number", (*number).into())])
            }
            RuleTrouble::Missing => messages.with("rule-missing", &[key, found]),
            RuleTrouble::NoPlace(most) => {
                messages.with("rule-no-place", &[key, ("most", (*most).into())])
            }
        }
    }

    /// Says what is accepted: a sentence.
    pub(super) fn hint(&self, messages: &Messages) -> String {
        match self {
            RuleTrouble::Unknown(Some(name)) => {
                messages.with("config-nearest", &[("name", name.into())])
            }
            RuleTrouble::Unknown(None) => messages.get("rule-unknown-hint"),
            RuleTrouble::NotText => messages.get("rule-not-text-hint"),
            RuleTrouble::NotList => messages.get("rule-not-list-hint"),
            RuleTrouble::NotLists => messages.get("rule-not-lists-hint"),
            RuleTrouble::Empty => messages.get("rule-empty-hint"),
            RuleTrouble::NotSign => messages.get("rule-not-sign-hint"),
            RuleTrouble::Twice(_) => messages.get("rule-twice-hint"),
            RuleTrouble::OtherRole(role) => {
                messages.with("rule-other-role-hint", &[("role", role.into())])
            }
            RuleTrouble::OtherNumber(_) => messages.get("rule-other-number-hint"),
            RuleTrouble::Missing => messages.get("rule-missing-hint"),
            RuleTrouble::NoPlace(_) => messages.get("rule-no-place-hint"),
        }
    }
}
