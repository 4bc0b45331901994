//! What a newer version of a speech changed.

use crate::speech::{BlockKind, Speech};
use crate::text::fold;
use std::collections::HashMap;

/// What one version of a speech has and the other has not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many paragraphs are new or written anew.
    pub added: usize,
    /// How many paragraphs are gone or were written anew.
    pub removed: usize,
    /// The labels of items that are new.
    pub items_added: Vec<String>,
    /// The labels of items that are gone.
    pub items_removed: Vec<String>,
}

impl Changes {
    /// Compares two versions. What is furniture, and blanks, marks of emphasis and capitals do not
    /// count; neither does the order.
    pub fn between(before: &Speech, after: &Speech) -> Self {
        let (old, new) = (paragraphs(before), paragraphs(after));
        let (old_items, new_items) = (items(before), items(after));
        Changes {
            added: missing(&new, &old).count(),
            removed: missing(&old, &new).count(),
            items_added: missing(&new_items, &old_items).map(|(_, label)| label.clone()).collect(),
            items_removed: missing(&old_items, &new_items)
                .map(|(_, label)| label.clone())
                .collect(),
        }
    }

    /// Tells whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

/// What is compared, and what is told of it.
type ComparedPieces = Vec<(String, String)>;

fn paragraphs(speech: &Speech) -> ComparedPieces {
    let blocks = speech.blocks.iter();
    let spoken = blocks.filter(|block| !matches!(block.kind, BlockKind::Furniture(_)));
    let key = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    spoken.map(|block| (key(fold(&speech.line(block.range))), String::new())).collect()
}

fn items(speech: &Speech) -> ComparedPieces {
    let items = speech.outline.items.iter();
    items
        .map(|item| {
            let label = speech.line(item.label);
            (format!("{} {}", item.role.name(), fold(&label)), label)
        })
        .collect()
}

/// Returns what `of` has more often than `other`.
fn missing<'p>(
    of: &'p ComparedPieces,
    other: &ComparedPieces,
) -> impl Iterator<Item = &'p (String, String)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (key, _) in other {
        *counts.entry(key.clone()).or_default() += 1;
    }
    of.iter().filter(move |(key, _)| match counts.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    })
}
