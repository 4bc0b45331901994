//! Copying passages and bookmarks with their sources.

use crate::app::event::{Copied, CopyWay, Effect};
use crate::app::layer::BookmarkRow;
use crate::app::{App, whereabouts};
use crate::notebook::formats::{citation, remembered};
use crate::speech::anchor::Place;
use crate::text::width;

impl App {
    /// Copies a bookmark of the list.
    pub(super) fn copy_bookmark(&mut self, row: &BookmarkRow) {
        let (form, messages) = (&self.settings.citation, self.look.messages());
        let range = row.place.as_ref().and_then(Place::range);
        let text = match range.zip(self.shelf.document()) {
            Some((range, open)) => citation(form, &open.speech, Some(range), messages),
            None => remembered(form, &row.bookmark, messages),
        };
        self.out.want(copying(text, row.bookmark.anchor.words().trim(), None));
    }

    /// Copies the passage where the reader is.
    pub(super) fn copy(&mut self) {
        let Some(passage) = self.passage() else { return };
        let Some(open) = self.shelf.document() else { return };
        let (speech, messages) = (&open.speech, self.look.messages());
        let text = citation(&self.settings.citation, speech, Some(passage.range), messages);
        let quote = speech.words(passage.range).trim().to_owned();
        let name = passage.item.map(|item| whereabouts::item_name(speech, item, messages));
        self.reading.selection = None;
        self.out.want(copying(text, &quote, name));
    }

    /// Copies the task at the cursor of the register, with its source.
    pub(super) fn copy_task(&mut self) {
        let Some((_, entry)) = self.layers.open_register().and_then(|list| list.at_cursor()) else {
            return;
        };
        let row = &entry.row;
        let open = self.document_of(row).map(|(_, open)| open);
        let (form, messages) = (&self.settings.citation, self.look.messages());
        let text = match open {
            Some(open) => citation(form, &open.speech, Some(row.range), messages),
            None => {
                let name = row.speech.number.as_deref().unwrap_or(&row.speech.title);
                format!("{}\n— {name}, {}", row.task, whereabouts::task_place(row, messages))
            }
        };
        self.out.want(copying(text, &row.task, None));
    }

    /// Says how a text was copied.
    pub(in crate::app) fn copied(&mut self, way: CopyWay, copied: &Copied) {
        let args = [("what", copied.what.as_str().into()), ("count", copied.count.into())];
        match way {
            CopyWay::Tmux => self.out.tell("copied-tmux", args),
            CopyWay::Terminal => self.out.tell("copied", args),
            CopyWay::Off => self.out.warn("copy-off", []),
        }
    }
}

fn copying(text: String, quote: &str, name: Option<String>) -> Effect {
    let what = name.unwrap_or_else(|| format!("“{}”", quoted(quote)));
    Effect::Copy(Box::new(Copied { text, what, count: quote.chars().count() }))
}

/// Returns words as a message quotes them: their first forty cells.
pub(in crate::app) fn quoted(words: &str) -> String {
    width::truncate(words.trim(), 40)
}
