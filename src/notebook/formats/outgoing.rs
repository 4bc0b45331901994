//! A bookmark on its way out, with its speech where that is at hand.

use super::iri;
use super::merge::is_of_one;
use crate::notebook::Bookmark;
use crate::speech::{Address, Metadata, Speech};
use crate::text::TextRange;

/// A bookmark on its way out.
pub struct Outgoing<'a> {
    /// The bookmark.
    pub bookmark: &'a Bookmark,
    /// Its speech, if it is at hand.
    pub speech: Option<&'a Speech>,
    /// Where its passage is in that, if it is known.
    pub range: Option<TextRange>,
}

impl Outgoing<'_> {
    /// Tells whether another bookmark is of the same speech.
    pub(super) fn is_beside(&self, other: &Outgoing<'_>) -> bool {
        match (self.speech, other.speech) {
            (Some(one), Some(other)) => one.id == other.id && one.fingerprint == other.fingerprint,
            _ => is_of_one(self.bookmark, other.bookmark),
        }
    }

    /// Returns what is known of the speech.
    pub(super) fn meta(&self) -> Option<&Metadata> {
        self.speech.map(|speech| &speech.meta)
    }

    /// Returns the web address of the speech.
    pub(super) fn url(&self) -> Option<&str> {
        self.meta()?.url.as_deref().filter(|url| is_web(url))
    }

    /// Names what is annotated: its web address, else its file, else its id.
    pub(super) fn source(&self) -> String {
        let file = || self.bookmark.source.as_deref().and_then(iri::file);
        let url = self.url().map(|url| url.split('#').next().unwrap_or(url).to_owned());
        url.or_else(file).unwrap_or_else(|| iri::speech(self.bookmark.speech.as_str()))
    }

    /// Returns the address of the passage.
    pub(super) fn address(&self) -> Address {
        let found = self.speech.zip(self.range).map(|(speech, range)| {
            let item = speech.outline.item_at(range.start);
            item.map(|item| speech.outline.address(item))
        });
        let item = found.unwrap_or_else(|| self.bookmark.anchor.item.clone());
        let id = self.speech.map_or(&self.bookmark.speech, |speech| &speech.id);
        Address { speech: Some(id.clone()), item }
    }

    /// Returns the words of the item around the passage.
    pub(super) fn label(&self) -> String {
        let found = self.speech.zip(self.range).and_then(|(speech, range)| {
            let item = speech.outline.item_at(range.start)?;
            Some(speech.line(speech.outline.items[item].label))
        });
        found.unwrap_or_else(|| self.bookmark.anchor.label.clone())
    }

    /// Returns the 1-based line of the text as it was read.
    pub(super) fn line(&self) -> Option<u32> {
        Some(self.speech?.line_at(self.range?.start))
    }
}

/// Tells whether a text is a web address that may stand in other files: with a host, and without
/// what is none.
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}
