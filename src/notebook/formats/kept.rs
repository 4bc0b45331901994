//! The words of a passage as they are kept where that is not as they are read: older versions of the
//! program kept signs of Markdown with them. They go out beside the others, so that a bookmark comes back
//! as it was.

use crate::speech::Anchor;
use serde::{Deserialize, Serialize};

/// Words with signs of Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct MarkdownQuote {
    pub quote: String,
    pub before: String,
    pub after: String,
}

impl MarkdownQuote {
    /// Takes the words of an anchor; nothing where they are kept as they are read.
    pub fn of(anchor: &Anchor) -> Option<Self> {
        let Anchor { quote, before, after, .. } = anchor;
        let is_read = anchor.as_read() == *anchor;
        (!is_read).then(|| MarkdownQuote {
            quote: quote.clone(),
            before: before.clone(),
            after: after.clone(),
        })
    }

    /// Returns the anchor that these words and the words as they are read were written of; the latter where
    /// somebody changed them.
    pub fn restore(kept: Option<Self>, read: Anchor) -> Anchor {
        let Some(MarkdownQuote { quote, before, after }) = kept else { return read };
        let whole = Anchor { quote, before, after, ..read.clone() };
        if whole.as_read() == read { whole } else { read }
    }
}
