//! Which bookmarks are wanted, as a reader types it, and in which order.
//!
//! `#gấp role:task kind:todo rà soát`: each word narrows the list further. A text of words knows
//! nothing of the screen and of the speeches; what it looks at is in the bookmark.

use super::bookmark::Bookmark;
use super::labels::{Kind, is_tag};
use crate::search::language::{self, QueryWords};
use crate::speech::{ItemAddress, Role};
use crate::text::fold::is_marked;
use crate::text::{fold, lowercase, printable};

/// Which bookmarks are wanted. The default wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookmarkFilter {
    /// All of these tags.
    pub tags: Vec<String>,
    /// In a list of one of these roles.
    pub roles: Vec<Role>,
    /// Of one of these kinds.
    pub kinds: Vec<Kind>,
    /// With all of these words in passage, note, tags or title: those with marks as they are, those
    /// without whatever their marks.
    pub words: Vec<String>,
}

/// In which order bookmarks are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotebookOrder {
    /// By speech, and in it by place.
    #[default]
    Place,
    /// The newest first.
    Time,
}

impl NotebookOrder {
    /// Returns the other order.
    pub fn next(self) -> NotebookOrder {
        match self {
            NotebookOrder::Place => NotebookOrder::Time,
            NotebookOrder::Time => NotebookOrder::Place,
        }
    }
}

/// A word of a filter that means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAFilter {
    /// There is no such role.
    Role(String),
    /// There is no such kind.
    Kind(String),
}

impl BookmarkFilter {
    /// Reads a filter as it is typed: `#tag` or `tag:tag`, `role:task` or `role:nv`,
    /// `kind:todo`, `loại:` with either, and words. A tag of several words stands in quotation marks, `#"quý I"`.
    ///
    /// # Errors
    ///
    /// The first role or kind that there is none of.
    pub fn parse(typed: &str) -> Result<BookmarkFilter, NotAFilter> {
        let mut filter = BookmarkFilter::default();
        for word in with_values(split(&printable(typed))) {
            let (key, value) = match word.split_once(':') {
                Some((key, value)) => (key, value),
                None => match word.strip_prefix('#') {
                    Some(tag) => ("tag", tag),
                    None => ("", word.as_str()),
                },
            };
            match QueryWords::Keys.find(key) {
                // What is still being typed narrows nothing.
                Some("tag" | "role" | "kind" | "type") if value.is_empty() => {}
                Some("tag") => filter.tags.push(value.to_owned()),
                Some("role") => filter.roles.push(role(value)?),
                Some("kind") => filter.kinds.push(kind(value)?),
                Some("type") => match kind(value) {
                    Ok(kind) => filter.kinds.push(kind),
                    Err(_) => filter.roles.push(role(value)?),
                },
                _ => filter.words.push(word),
            }
        }
        Ok(filter)
    }

    /// Tells whether all bookmarks are wanted.
    pub fn is_empty(&self) -> bool {
        *self == BookmarkFilter::default()
    }

    /// Tells whether a bookmark is wanted.
    pub fn wants(&self, bookmark: &Bookmark) -> bool {
        let labels = &bookmark.labels;
        let role = bookmark.anchor.item.as_ref().map(|item: &ItemAddress| item.role);
        let tagged = |wanted: &String| labels.tags.iter().any(|tag| is_tag(tag, wanted));
        self.tags.iter().all(tagged)
            && (self.roles.is_empty() || role.is_some_and(|role| self.roles.contains(&role)))
            && (self.kinds.is_empty() || labels.kind.is_some_and(|kind| self.kinds.contains(&kind)))
            && (self.words.is_empty() || self.has_words(bookmark))
    }

    fn has_words(&self, bookmark: &Bookmark) -> bool {
        let note = bookmark.note.as_deref().unwrap_or_default();
        let tags = bookmark.labels.tags.join("\n");
        let all = format!("{}\n{note}\n{tags}\n{}", bookmark.anchor.words(), bookmark.title);
        let (folded, lower) = (fold(&all), lowercase(&all));
        self.words.iter().all(|word| {
            let marked = word.chars().any(is_marked);
            if marked { lower.contains(&lowercase(word)) } else { folded.contains(&fold(word)) }
        })
    }
}

fn role(value: &str) -> Result<Role, NotAFilter> {
    language::role(value).ok_or_else(|| NotAFilter::Role(value.to_owned()))
}

fn kind(value: &str) -> Result<Kind, NotAFilter> {
    let found = QueryWords::Marks.find(value).and_then(Kind::from_name);
    found.ok_or_else(|| NotAFilter::Kind(value.to_owned()))
}

/// Puts values of several words together with their keys: "loại:nhiệm", "vụ".
fn with_values(words: Vec<String>) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = words.as_slice();
    while let [word, more @ ..] = rest {
        let value = word.split_once(':').filter(|(key, value)| {
            let key = QueryWords::Keys.find(key);
            !value.is_empty() && matches!(key, Some("role" | "kind" | "type"))
        });
        let joined = |count: usize| format!("{word} {}", more[..count].join(" "));
        let is_known = |count: &usize| {
            let all = joined(*count);
            let value = all.split_once(':').map_or("", |(_, value)| value);
            [QueryWords::Roles, QueryWords::Marks].iter().any(|set| set.find(value).is_some())
        };
        let longest = more.len().min(3);
        let count = value.and_then(|_| (1..=longest).rev().find(is_known)).unwrap_or(0);
        out.push(if count == 0 { word.clone() } else { joined(count) });
        rest = &more[count..];
    }
    out
}

/// Cuts what was typed into words; what stands in quotation marks stays together.
fn split(typed: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in typed.chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => words.push(String::new()),
            c => words.last_mut().expect("there is always a word").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests;
