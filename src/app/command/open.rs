//! Speeches that come in: opened, grown by the rest of their text, given their outline.

use crate::app::App;
use crate::app::document::{OpenSpeech, WantedPlace};
use crate::app::entry::{Content, ShelfEntry};
use crate::app::event::{Effect, NewSpeech};
use crate::app::id::EntryId;
use crate::app::notice::Notice;
use crate::app::place::LeftPlace;
use crate::i18n::Message;
use crate::settings::action::Action;
use crate::speech::Extent;

impl App {
    /// Takes another speech to read, opening its file if that was not done yet.
    pub(super) fn open_speech(&mut self, id: EntryId) {
        self.reading.selection = None;
        if id != self.shelf.current() {
            self.remember();
            self.widen();
        }
        self.shelf.select(id);
        let Some(entry) = self.shelf.entry_mut(id) else { return };
        match &entry.content {
            Content::Unread(path) | Content::Failed(Some(path), _) => {
                let path = path.clone();
                entry.content = Content::Reading(path.clone());
                self.out.want(Effect::Open(id, path));
            }
            Content::Reading(_) | Content::Failed(None, _) | Content::Moved => {}
            Content::Open(_) => {
                if let Some(id) = self.notebook.arrive() {
                    self.settle();
                    self.go_to_bookmark(&id);
                }
                self.arrive_or_search_again();
            }
        }
    }

    /// Asks for the place where the reader is to be kept.
    pub(in crate::app) fn remember(&mut self) {
        if let Some(remembered) = self.remembered() {
            self.out.want(Effect::Remember(remembered));
        }
    }

    /// Goes to the hit in the library that the speech was opened for, or else searches it anew.
    fn arrive_or_search_again(&mut self) {
        match self.library.search.is_going() {
            true => self.arrive_at_found(),
            false => self.search_again(),
        }
    }

    pub(super) fn open_neighbour(&mut self, by: isize) {
        // One goes from where one is, also if that was put away.
        let current = self.shelf.current();
        let entries = self.shelf.entries();
        let shown = entries.filter(|(id, entry)| *id == current || self.shelf.lists(entry));
        let shown: Vec<EntryId> = shown.map(|(id, _)| id).collect();
        if shown.len() < 2 {
            self.out.say("only-speech");
            return;
        }
        let at = shown.partition_point(|&id| id < current) as isize;
        let to = (at + by).rem_euclid(shown.len() as isize);
        self.open_speech(shown[to as usize]);
    }

    pub(in crate::app) fn opened(&mut self, id: EntryId, result: Result<Box<NewSpeech>, Message>) {
        let Some(entry) = self.shelf.entry_mut(id) else { return };
        let new = match result {
            Ok(new) => *new,
            Err(trouble) => {
                if let Content::Open(open) = &entry.content
                    && !open.is_whole()
                {
                    // What came in was nothing that can be read.
                    entry.content = Content::Failed(None, trouble.clone());
                }
                if let Content::Reading(path) | Content::Unread(path) = &entry.content {
                    entry.content = Content::Failed(Some(path.clone()), trouble.clone());
                }
                self.out.notice(Notice::trouble(trouble));
                return;
            }
        };
        let mut document = OpenSpeech::new(new.speech);
        document.corrections = new.corrections;
        document.mark(self.notebook.bookmarks());
        let (about, part) = (entry.about.take(), entry.part);
        *entry = ShelfEntry { about, part, ..ShelfEntry::open(document) };
        new.notices.into_iter().for_each(|notice| self.out.notice(notice));
        self.settle();
        self.attend(id);
        if id != self.shelf.current() {
            return;
        }
        if let Some(bookmark) = self.notebook.arrive() {
            self.go_to_bookmark(&bookmark);
        } else if let Some(left) = new.left.filter(|_| !self.library.search.is_going()) {
            self.come_back(left);
        }
        self.tell_review();
        self.grow_current();
        self.arrive_or_search_again();
    }

    /// Asks for the rest of a very large text.
    pub(in crate::app) fn grow_current(&mut self) {
        if let Some(open) = self.shelf.document()
            && open.speech.extent != Extent::Whole
        {
            let speech = Box::new(open.speech.clone());
            self.out.want(Effect::Grow(self.shelf.current(), speech));
        }
    }

    /// Takes the rest of a text, or its outline. The reader stays where they are, unless they
    /// asked for a place that is only now there.
    pub(in crate::app) fn grown(&mut self, id: EntryId, new: NewSpeech) {
        new.notices.into_iter().for_each(|notice| self.out.notice(notice));
        let current = id == self.shelf.current();
        let Some(entry) = self.shelf.entry_mut(id) else { return };
        if !new.speech.meta.title.is_empty() && new.speech.extent != Extent::Unparsed {
            entry.title.clone_from(&new.speech.meta.title);
        }
        let Some(open) = entry.document_mut() else { return };
        let had_text = open.is_whole();
        let node = self.screen.sidebar.at_cursor().filter(|_| current).map(|row| row.node);
        let node = node.and_then(|node| node.carried(&open.speech.outline, &new.speech.outline));
        if new.speech.extent == Extent::Whole {
            open.corrections = new.corrections;
        }
        open.grow(new.speech);
        open.mark(self.notebook.bookmarks());
        let is_whole = open.is_whole();
        let wanted = open.wanted.take_if(|_| is_whole);
        let left = new.left.filter(|_| !had_text && open.is_at_start());
        self.reload_stale(id);
        if !current {
            return;
        }
        self.settle();
        if let Some(node) = node {
            self.screen.sidebar.point_to_node(node);
        }
        let margin = usize::from(self.settings.reader.scroll_margin);
        if let Some(open) = self.shelf.document_mut() {
            match wanted {
                Some(WantedPlace::End) => open.go_to_end(),
                Some(WantedPlace::Percent(percent)) => {
                    let pos = open.percent_place(percent);
                    open.land(pos, margin);
                }
                // One who has begun to read is not torn away.
                Some(WantedPlace::Left(left)) if open.is_at_start() => self.come_back(left),
                Some(WantedPlace::Left(_)) => {}
                None => left.into_iter().for_each(|left| self.come_back(left)),
            }
        }
        if had_text {
            return;
        }
        self.tell_review();
        self.search_again()
    }

    /// Goes to where the reader left the speech, and says so: in a new version of the text to the
    /// same words.
    pub fn come_back(&mut self, left: LeftPlace) {
        if !self.settings.reader.resume || left.pos.get() == 0 {
            return;
        }
        let Some(open) = self.shelf.document_mut() else { return };
        if !open.is_whole() {
            open.wanted = Some(WantedPlace::Left(left));
            return;
        }
        let (pos, message) = match open.speech.fingerprint == left.fingerprint {
            true => (Some(left.pos), "came-back"),
            false => (left.trace.find(&open.speech, left.pos), "came-back-changed"),
        };
        let Some(pos) = pos else {
            self.out.say("text-changed");
            return;
        };
        open.come_back(pos);
        let percent = open.percent();
        let key = self.key_here(Action::GoStart);
        let args = [
            ("place", self.whereabouts().into()),
            ("percent", u32::from(percent).into()),
            ("key", key.into()),
        ];
        self.out.tell(message, args);
    }

    /// Starts at an item.
    pub fn start_at(&mut self, at: &crate::speech::ItemAddress) {
        let typed = at.to_string();
        self.go_address(&typed);
        self.settle();
    }

    /// Starts with the speech that was read last, where it was left, and says how to come to the others.
    pub fn start_with_last(&mut self, left: Option<LeftPlace>) {
        let changed = left.as_ref().is_some_and(|left| {
            self.shelf.document().is_some_and(|open| open.speech.fingerprint != left.fingerprint)
        });
        left.into_iter().for_each(|left| self.start_where_left(left));
        let open = self.shelf.document();
        let came_back = open.is_some_and(|open| !open.is_at_start());
        // That the text is another is more important.
        if changed && came_back {
            return;
        }
        let args = [
            ("place", self.whereabouts().into()),
            ("percent", open.map_or(0, |open| u32::from(open.percent())).into()),
            ("key", self.key_here(Action::GoStart).into()),
            ("list", self.key_here(Action::Library).into()),
        ];
        self.out.tell(if came_back { "came-back-last" } else { "opened-last" }, args);
    }

    /// Starts where the reader left the speech.
    pub fn start_where_left(&mut self, left: LeftPlace) {
        self.come_back(left);
        self.settle();
    }
}
