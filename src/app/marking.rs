//! Selecting, bookmarking and copying passages.

use super::copying::quoted;
use super::event::Effect;
use super::labelling::Subject;
use super::notice::Notice;
use super::overlay::Overlay;
use super::select::{Selection, Text, Unit};
use super::{App, BookmarkList, Scope};
use crate::i18n::Message;
use crate::notebook::{Bookmark, Change, Labels, Settled};
use crate::speech::anchor::{Place, capture};
use crate::speech::{ItemForm, Kin, Origin};
use crate::text::{TextPos, TextRange};

impl App {
    pub(super) fn select(&mut self) {
        if let Some(selection) = self.selection {
            return self.select_by(selection.unit.larger());
        }
        let Some(open) = self.shelf.document() else { return };
        if open.speech.blocks.is_empty() {
            return;
        }
        let text = Text { speech: &open.speech, layout: &open.layout };
        self.selection = Some(Selection::start(&text, Unit::Sentence, open.place()));
        self.focus = super::Focus::Text;
        self.keep_selection_in_view();
    }

    pub(super) fn select_by(&mut self, unit: Unit) {
        if self.selection.is_none() {
            self.select();
        }
        if let (Some(open), Some(selection)) = (self.shelf.document(), &mut self.selection) {
            let text = Text { speech: &open.speech, layout: &open.layout };
            selection.set_unit(&text, unit);
        }
        self.keep_selection_in_view();
    }

    pub(super) fn select_swap(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.swap();
        }
        self.keep_selection_in_view();
    }

    pub(super) fn extend_selection(&mut self, by: isize) {
        if let (Some(open), Some(selection)) = (self.shelf.document(), &mut self.selection) {
            let text = Text { speech: &open.speech, layout: &open.layout };
            selection.extend(&text, by);
        }
        self.keep_selection_in_view();
    }

    fn keep_selection_in_view(&mut self) {
        let Some(selection) = self.selection else { return };
        if let Some(open) = self.shelf.document_mut() {
            let head = selection.head();
            let end = TextPos::new(head.end.get().saturating_sub(1)).max(head.start);
            open.keep_in_view(end.clamp_to(&open.speech.text));
            open.keep_in_view(head.start);
        }
    }

    pub(super) fn bookmark(&mut self) {
        match self.bookmarkable() {
            Some(range) if self.reattaching.is_some() => self.attach_chosen(range),
            Some(range) => self.add_labelled(range, Labels::default()),
            None => {}
        }
    }

    pub(super) fn ask_note(&mut self) {
        let Some(range) = self.bookmarkable() else { return };
        let highlights = self.shelf.document().map(|open| open.highlights()).unwrap_or_default();
        let known = highlights.iter().find(|highlight| highlight.range == range);
        let subject = known.map_or(Subject::New(range), |known| Subject::Known(known.id.clone()));
        self.selection = None;
        self.open_note(subject);
    }

    /// Gives the passage to bookmark: the selection, or the first paragraph of the item at hand,
    /// or the paragraph.
    pub(super) fn bookmarkable(&mut self) -> Option<TextRange> {
        let open = self.shelf.document()?;
        if !open.is_whole() {
            self.out.say("still-reading");
            return None;
        }
        if let Some(selection) = self.selection {
            return Some(selection.range());
        }
        let speech = &open.speech;
        let node = self.sidebar.at_cursor().filter(|_| self.focus == super::Focus::Sidebar);
        let (place, item) = match node.map(|row| row.node) {
            Some(super::Node::Item(item)) => (speech.outline.items[item].range.start, Some(item)),
            Some(super::Node::Section(section)) => {
                (speech.outline.sections[section].range.start, None)
            }
            Some(super::Node::Speech(_) | super::Node::Saved(_)) | None => {
                (open.place(), open.item())
            }
        };
        let block = speech.blocks.get(speech.block_at(place))?.range;
        Some(match item {
            // The marker and its paragraph stand for the item.
            Some(item) => {
                let item = &speech.outline.items[item];
                let first = speech.blocks.get(speech.block_at(item.range.start));
                match item.form {
                    ItemForm::Paragraph => first.map_or(block, |first| first.range),
                    ItemForm::Inline => item.range,
                }
            }
            None => block,
        })
    }

    pub(super) fn add_labelled(&mut self, range: TextRange, labels: Labels) {
        self.selection = None;
        let Some(open) = self.shelf.document() else { return };
        let exists = open.marks.iter().any(|(_, place)| *place == Place::Same(range));
        if exists && labels == Labels::default() {
            self.out.say("bookmark-exists");
            return;
        }
        let Some(bookmark) = self.bookmark_of(range) else { return };
        let bookmark = Bookmark { labels, ..bookmark };
        let quote = quoted(&bookmark.anchor.words());
        self.out.tell("bookmark-added", [("quote", quote.into())]);
        self.out.want(Effect::Store(vec![Change::Add(bookmark)]));
    }

    /// Makes the bookmark of a passage of the speech being read, which is still to be stored.
    pub(super) fn bookmark_of(&self, range: TextRange) -> Option<Bookmark> {
        let speech = &self.shelf.document()?.speech;
        Some(Bookmark {
            id: String::new(),
            speech: speech.id.clone(),
            title: speech.meta.title.clone(),
            source: match &speech.origin {
                Origin::File(path) => {
                    Some(std::path::absolute(path).unwrap_or_else(|_| path.clone()))
                }
                Origin::Shipped(_) | Origin::StandardInput => None,
            },
            fingerprint: speech.fingerprint.clone(),
            kin: Kin::of(speech),
            anchor: capture(speech, range),
            settled: Settled::Open,
            note: None,
            labels: Labels::default(),
            created: self.now,
        })
    }

    pub(super) fn open_bookmarks(&mut self) {
        let open = self.shelf.document();
        let here = open.is_some_and(|open| !open.marks.is_empty());
        let scope = if here || self.bookmarks.is_empty() { Scope::Here } else { Scope::All };
        let mut list = BookmarkList::new(scope);
        list.settle(&self.bookmarks, open);
        // The cursor starts at the bookmark nearest above the reader.
        let place = open.map(|open| open.place());
        let above = list.rows.iter().rposition(|row| match &row.place {
            Some(found) => found.range().is_some_and(|range| Some(range.start) <= place),
            None => false,
        });
        list.cursor = above.unwrap_or(0);
        self.overlays.push(Overlay::Bookmarks(list));
    }

    pub(super) fn accept_bookmark(&mut self) {
        let Some(Overlay::Bookmarks(list)) = self.overlays.last() else { return };
        let Some(row) = list.at_cursor().cloned() else {
            self.overlays.pop();
            return;
        };
        if row.place.is_none() {
            self.open_bookmarked(&row.bookmark);
            return;
        }
        self.overlays.pop();
        self.go_to_bookmark(&row.bookmark.id);
    }

    /// Goes to a bookmark of the speech being read, if its place is known.
    pub(super) fn go_to_bookmark(&mut self, id: &str) {
        let place = self.shelf.document().and_then(|open| {
            open.marks.iter().find(|(mark, _)| mark == id).map(|(_, place)| place.clone())
        });
        match place {
            Some(Place::Same(range)) => self.jump(range.start),
            Some(Place::Moved(range)) => {
                self.jump(range.start);
                self.out.say("bookmark-moved");
            }
            Some(Place::Edited(range, alike)) => {
                self.jump(range.start);
                let args = [("percent", u32::from(alike).into())];
                self.out.tell("bookmark-edited", args);
            }
            Some(Place::Uncertain(places)) => {
                let count = places.len();
                self.out.warn("bookmark-uncertain", [("count", count.into())]);
            }
            Some(Place::Lost) => {
                let text = Message::new("bookmark-lost");
                self.out.notice(Notice::trouble(text));
            }
            None => {}
        }
    }

    /// Opens the speech of a bookmark and goes to it; returns whether that speech is at hand.
    pub(super) fn open_bookmarked(&mut self, bookmark: &Bookmark) -> bool {
        let by_id = self.shelf.find(&bookmark.speech);
        let by_file = bookmark.source.as_deref().and_then(|path| self.shelf.find_file(path));
        // Two files of one title and day have one id.
        let index = by_file.or(by_id).or_else(|| {
            bookmark.source.clone().map(|path| self.shelf.add(super::Entry::unread(path)))
        });
        let Some(index) = index else {
            let args = [("title", bookmark.title.as_str().into())];
            self.out.warn("bookmark-speech-missing", args);
            return false;
        };
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Bookmarks(_)));
        self.going_to = Some(bookmark.id.clone());
        self.open_speech(index);
        true
    }

    pub(super) fn next_bookmark(&mut self) {
        let found = self.shelf.document().and_then(|open| {
            let place = open.place();
            open.marked().map(|range| range.start).filter(|&start| start > place).min()
        });
        self.go_or_tell(found, "no-more-bookmarks")
    }

    pub(super) fn previous_bookmark(&mut self) {
        let found = self.shelf.document().and_then(|open| {
            let place = open.place();
            open.marked().map(|range| range.start).filter(|&start| start < place).max()
        });
        self.go_or_tell(found, "no-earlier-bookmark")
    }

    fn go_or_tell(&mut self, found: Option<TextPos>, none: &str) {
        match found {
            Some(pos) => self.jump(pos),
            None => self.out.say(none),
        }
    }

    pub(super) fn edit_note(&mut self) {
        let listed = match self.overlays.last() {
            Some(Overlay::Bookmarks(list)) => list.at_cursor().map(|row| row.bookmark.id.clone()),
            Some(_) => None,
            None => self.bookmark_here(),
        };
        let Some(id) = listed else {
            if self.overlays.is_empty() {
                self.out.say("no-bookmark-here");
            }
            return;
        };
        self.open_note(Subject::Known(id));
    }

    pub(super) fn delete_bookmark(&mut self) {
        let Some(Overlay::Bookmarks(list)) = self.overlays.last() else { return };
        let Some(row) = list.at_cursor() else { return };
        let bookmark = row.bookmark.clone();
        let id = bookmark.id.clone();
        let keys =
            self.settings.keymap.keys_of(self.contexts(), crate::settings::action::Action::Undo);
        let key = keys.into_iter().next().unwrap_or_default();
        let text = Message::with("bookmark-deleted", [("key", key.into())]);
        self.deleted.push(bookmark);
        self.out.notice(Notice::plain(text));
        self.out.want(Effect::Store(vec![Change::Remove(id)]));
    }

    pub(super) fn restore_bookmark(&mut self) {
        let Some(bookmark) = self.deleted.pop() else {
            self.out.say("undo-nothing");
            return;
        };
        self.out.say("bookmark-restored");
        self.out.want(Effect::Store(vec![Change::Add(bookmark)]));
    }

    pub(super) fn toggle_scope(&mut self) {
        if let Some(Overlay::Bookmarks(list)) = self.overlays.last_mut() {
            list.scope = match list.scope {
                Scope::Here => Scope::All,
                Scope::All => Scope::Here,
            };
        }
    }
}
