//! Copying passages and bookmarks with their sources.

use super::event::{Copied, Effect, Way};
use super::notice::Notice;
use super::overlay::Overlay;
use super::{App, whereabouts};
use crate::i18n::{Message, Value};
use crate::notebook::formats::{citation, remembered};
use crate::speech::anchor::Place;
use crate::text::width;

impl App {
    pub(super) fn copy(&mut self) {
        if let Some(Overlay::Bookmarks(list)) = self.overlays.last() {
            let Some(row) = list.at_cursor() else { return };
            let quote = row.bookmark.anchor.words().trim().to_owned();
            let open = self.shelf.document();
            let text = match (row.place.as_ref().and_then(Place::range), open) {
                (Some(range), Some(open)) => {
                    citation(&self.settings.citation, &open.speech, Some(range), &self.messages)
                }
                _ => remembered(&self.settings.citation, &row.bookmark, &self.messages),
            };
            self.out.want(copying(text, &quote, None));
            return;
        }
        let Some(range) = self.passage() else { return };
        let Some(open) = self.shelf.document() else { return };
        let speech = &open.speech;
        let text = citation(&self.settings.citation, speech, Some(range), &self.messages);
        let quote = speech.words(range).trim().to_owned();
        let item = speech.outline.item_at(range.start).filter(|_| self.selection.is_none());
        let name = item.map(|item| whereabouts::item_name(&speech.outline, item, &self.messages));
        self.selection = None;
        self.out.want(copying(text, &quote, name));
    }

    /// Says how a text was copied.
    pub(super) fn copied(&mut self, way: Way, copied: &Copied) {
        let args = || [("what", copied.what.as_str().into()), ("count", Value::from(copied.count))];
        self.out.notice(match way {
            Way::Tmux => Notice::plain(Message::with("copied-tmux", args())),
            Way::Terminal => Notice::plain(Message::with("copied", args())),
            Way::Off => Notice::trouble("copy-off"),
        });
    }
}

fn copying(text: String, quote: &str, name: Option<String>) -> Effect {
    let what = name.unwrap_or_else(|| format!("“{}”", quoted(quote)));
    Effect::Copy(Box::new(Copied { text, what, count: quote.chars().count() }))
}

/// Gives words as a message quotes them: their first forty cells.
pub(super) fn quoted(words: &str) -> String {
    width::truncate(words.trim(), 40)
}
