//! What words do not tell of a paragraph, as remarks in Markdown: `<!-- dienvan: level 2 -->`.
//!
//! They say what a user could correct, in the words of `outline correct`; the importer of Markdown
//! reads them.

use crate::speech::Change;
use std::collections::BTreeMap;

/// What is to be said of paragraphs, by the place of their first block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    of: BTreeMap<usize, Vec<Change>>,
}

impl Notes {
    /// Tells whether nothing is to be said.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// Says something of the paragraph that begins at `block`, in place of what was said of the
    /// same kind. Tells whether that is new.
    pub fn add(&mut self, block: usize, change: Change) -> bool {
        let said = self.of.entry(block).or_default();
        if said.contains(&change) {
            return false;
        }
        let kind = kind_of(&change);
        said.retain(|known| kind_of(known) != kind);
        said.push(change);
        said.sort_by_key(kind_of);
        true
    }

    /// Returns the remark of the paragraph that begins at `block`.
    pub(super) fn remark(&self, block: usize) -> Option<String> {
        let said: Vec<String> = self.of.get(&block)?.iter().map(words).collect();
        Some(format!("<!-- dienvan: {} -->", said.join("; ")))
    }
}

/// Returns what a change is about; a title comes last, because it takes all that follows.
fn kind_of(change: &Change) -> u8 {
    match change {
        Change::Text | Change::Furniture(_) => 0,
        Change::Item | Change::Drop => 1,
        Change::Level(_) => 2,
        Change::Role(_) => 3,
        Change::SeriesRole(_) => 4,
        Change::NoTask | Change::TaskOffice(_) | Change::TaskDeadline(_) => 4,
        Change::SeriesTitle(_) => 5,
    }
}

fn words(change: &Change) -> String {
    match change {
        Change::Item => "item".to_owned(),
        Change::Drop => "drop".to_owned(),
        Change::Text => "text".to_owned(),
        // What an outline says nothing of is no difference between two.
        Change::NoTask | Change::TaskOffice(_) | Change::TaskDeadline(_) => String::new(),
        Change::Level(level) => format!("level {level}"),
        Change::Role(role) => format!("role {}", role.name()),
        Change::SeriesRole(role) => format!("list-role {}", role.name()),
        Change::Furniture(kind) => format!("furniture {}", kind.name()),
        Change::SeriesTitle(title) => {
            let title = title.replace('&', "&amp;").replace('>', "&gt;").replace('\n', " ");
            format!("list-title \"{title}\"")
        }
    }
}
