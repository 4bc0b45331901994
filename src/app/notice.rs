//! Lines for the reader, in no language until they are shown.

use crate::i18n::{Message, Messages};
use crate::settings::SettingsProblem;

/// A line for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub saying: Saying,
    /// How grave it is.
    pub weight: NoticeWeight,
}

/// What a notice says. It becomes words when it is shown, in the language of that moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Saying {
    /// A message.
    Message(Message),
    /// What is wrong in a file of settings or rules.
    Problem(Box<SettingsProblem>),
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeWeight {
    /// Something was done as wished.
    Plain,
    /// Something was not done, or not as wished.
    Trouble,
}

impl Notice {
    /// Makes a plain notice.
    pub fn plain(message: impl Into<Message>) -> Self {
        Notice { saying: Saying::Message(message.into()), weight: NoticeWeight::Plain }
    }

    /// Makes a notice of trouble.
    pub fn trouble(message: impl Into<Message>) -> Self {
        Notice { saying: Saying::Message(message.into()), weight: NoticeWeight::Trouble }
    }

    /// Makes a notice of what is wrong in a file of settings or rules.
    pub fn problem(problem: SettingsProblem) -> Self {
        Notice { saying: Saying::Problem(Box::new(problem)), weight: NoticeWeight::Trouble }
    }

    /// Puts it into words.
    pub fn words(&self, messages: &Messages) -> String {
        match &self.saying {
            Saying::Message(message) => messages.say(message),
            Saying::Problem(problem) => problem.message(messages),
        }
    }
}
