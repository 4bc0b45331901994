//! Messages in the reader's language: from an id and arguments to a sentence.
//!
//! The texts are Fluent files under `data/locales`, one for each area of the program; the binary
//! carries them. The layer knows neither what a message is shown on nor which language to take:
//! the environment and the settings are read elsewhere.

mod catalog;
mod lang;
mod message;
mod messages;
mod reason;

pub use lang::Lang;
pub use message::{Message, Value};
pub use messages::{Arg, Messages};

#[cfg(test)]
mod tests;
