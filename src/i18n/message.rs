//! A message in no language yet: its id and its arguments, until the screen's language is known.
//!
//! Threads that read files, store and search speak no language; what they have to say travels in
//! this form and becomes words where it is shown.

use super::messages::{Arg, Messages};

/// A message: its id in the locale, and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: String,
    args: Vec<(&'static str, Value)>,
}

/// A value to put into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, put in as it is.
    Text(String),
    /// A number, which also chooses between singular and plural.
    Number(usize),
    /// Another message, put in in the same language.
    Message(Message),
    /// Values with commas between them.
    List(Vec<Value>),
}

impl Message {
    /// Makes a message without arguments.
    pub fn new(id: impl Into<String>) -> Message {
        Message { id: id.into(), args: Vec::new() }
    }

    /// Makes a message with its arguments.
    pub fn with(
        id: impl Into<String>,
        args: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Message {
        Message { id: id.into(), args: args.into_iter().collect() }
    }

    /// Returns the id.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Messages {
    /// Puts a message into words.
    pub fn say(&self, message: &Message) -> String {
        let arg = |name: &str, value: &Value| match value {
            Value::Number(number) => Arg::from(*number),
            Value::Text(said) if matches!(name, "reason" | "error") => Arg::from(self.reason(said)),
            value => Arg::from(self.value(value)),
        };
        let args: Vec<(&str, Arg<'_>)> =
            message.args.iter().map(|(name, value)| (*name, arg(name, value))).collect();
        if args.is_empty() { self.get(&message.id) } else { self.with(&message.id, &args) }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => self.count(*number),
            Value::Message(message) => self.say(message),
            Value::List(values) => {
                let words: Vec<String> = values.iter().map(|value| self.value(value)).collect();
                words.join(", ")
            }
        }
    }
}

impl From<&str> for Message {
    fn from(id: &str) -> Self {
        Message::new(id)
    }
}

/// What the layers that keep and read files say of themselves.
impl From<(&'static str, Vec<(&'static str, String)>)> for Message {
    fn from((id, args): (&'static str, Vec<(&'static str, String)>)) -> Self {
        Message::with(id, args.into_iter().map(|(name, value)| (name, Value::Text(value))))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Value::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Number(usize::try_from(number).unwrap_or(usize::MAX))
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Value::Number(number.into())
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Value::Message(message)
    }
}
