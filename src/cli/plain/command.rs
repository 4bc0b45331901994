//! A line that was typed → what is to be done.

use crate::speech::ItemAddress;
use crate::text::{fold, lowercase, printable};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PlainCommand {
    /// Reads so many paragraphs on, or back.
    Step(isize),
    /// Goes to the task of this number, or to the next one.
    Task(Option<u32>),
    /// Goes to an item.
    Address(ItemAddress),
    /// Goes to the next passage that has these words.
    Search(String),
    /// Goes to the next passage that has the words searched for before.
    Again,
    /// Bookmarks the paragraph, with a note.
    Mark(Option<String>),
    /// Lists the outline.
    Outline,
    /// Tells where one is.
    Where,
    Start,
    End,
    /// Tells how long it takes to read and to speak.
    Time,
    Help,
    Quit,
    /// Nothing that is known.
    Unknown(String),
}

/// The table `data/lexicon/plain.toml`.
const TABLE: &[(&str, &str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/plain_words.rs"));

impl PlainCommand {
    /// Reads a line; an empty one goes on, figures alone read so many paragraphs.
    pub(super) fn read(line: &str) -> Self {
        let line = printable(line);
        let line = line.trim();
        if line.is_empty() {
            return PlainCommand::Step(1);
        }
        if let Some(words) = line.strip_prefix('/') {
            return PlainCommand::searching(words);
        }
        if let Ok(count) = line.parse::<u16>() {
            return PlainCommand::Step(isize::try_from(count).unwrap_or(1).max(1));
        }
        let Some((name, argument)) = named(line) else {
            return match line.parse() {
                Ok(address) => PlainCommand::Address(address),
                Err(_) => PlainCommand::Unknown(line.to_owned()),
            };
        };
        let count = || argument.parse::<u32>();
        match name {
            "next" => PlainCommand::Step(count().map_or(1, |count| count.min(1_000) as isize)),
            "previous" => PlainCommand::Step(-count().map_or(1, |count| count.min(1_000) as isize)),
            "task" => PlainCommand::Task(count().ok()),
            "search" => PlainCommand::searching(argument),
            "again" => PlainCommand::Again,
            "mark" | "note" => {
                PlainCommand::Mark((!argument.is_empty()).then(|| argument.to_owned()))
            }
            "outline" => PlainCommand::Outline,
            "where" => PlainCommand::Where,
            "start" => PlainCommand::Start,
            "end" => PlainCommand::End,
            "time" => PlainCommand::Time,
            "help" => PlainCommand::Help,
            _ => PlainCommand::Quit,
        }
    }

    fn searching(words: &str) -> Self {
        match words.trim() {
            "" => PlainCommand::Again,
            words => PlainCommand::Search(words.to_owned()),
        }
    }
}

/// Finds the command that a line begins with, by its longest word, and what follows it: "đâu" is another than "đầu" where
/// marks are typed.
fn named(line: &str) -> Option<(&'static str, &str)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..=words.len().min(2)).rev().find_map(|count| {
        let typed = words[..count].join(" ");
        let by = |spell: fn(&str) -> String| {
            let is_typed = |word: &&str| spell(word) == spell(&typed);
            TABLE.iter().find(|(_, _, all)| all.iter().any(&is_typed))
        };
        let known = by(lowercase).or_else(|| by(fold));
        let last = words[count - 1];
        let end = last.as_ptr() as usize - line.as_ptr() as usize + last.len();
        known.map(|(_, name, _)| (*name, line[end..].trim()))
    })
}
