//! What a thread does its jobs with, and how.

use super::clipboard;
use super::files::{places_not_kept, told};
use super::jobs::Job;
use super::outside::{Outside, Teller};
use super::start;
use super::tasks;
use crate::app::{
    Amended, Completeness, CopyWay, EntryId, Event, Find, NewSpeech, Notice, Shelved,
};
use crate::i18n::Message;
use crate::library::catalog::Brief;
use crate::library::files::{self, Homes, OpenError, Opened, Reading};
use crate::library::kept::{Bookmarks, KeptTasks, LoadedTasks, Positions, StoreError};
use crate::library::{Library, TaskTrouble};
use crate::notebook::Bookmark;
use crate::register::RegisterVocabulary;
use crate::search::{self, Page, Sought};
use crate::speech::{Amendment, Block, CatalogEntry, Extent, Origin, Speech, SpeechId};
use std::cell::{Cell, OnceCell, RefCell};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the jobs of one thread are done with.
pub(super) struct Bench {
    teller: Teller,
    wanted: Arc<AtomicU64>,
    pub(super) library: Library,
    kept: Bookmarks,
    page: RefCell<Option<Folded>>,
    /// What the register is read by, once it was asked for.
    register: OnceCell<RegisterVocabulary>,
    /// Whether it was told that drafts cannot be kept.
    has_told: Cell<bool>,
}

/// A folded text and what it was made of.
struct Folded {
    text: Arc<String>,
    blocks: Arc<Vec<Block>>,
    page: Page,
}

impl Bench {
    /// Furnishes it; `wanted` is the number of the search that is.
    pub(super) fn new(library: Library, teller: Teller, wanted: Arc<AtomicU64>) -> Self {
        Bench {
            teller,
            wanted,
            kept: Bookmarks::new(&library.data_dir),
            library,
            page: RefCell::default(),
            register: OnceCell::new(),
            has_told: Cell::new(false),
        }
    }

    pub(super) fn tell(&self, event: Event) {
        self.teller.tell(Outside::Event(Box::new(event)));
    }

    fn reading(&self) -> Reading<'_> {
        self.library.reading()
    }

    /// Does a job; one that fails in a way that nobody foresaw is told of.
    pub(super) fn work(&self, job: Job) {
        let coming = match &job {
            Job::Open(index, ..) | Job::Grow(index, _) => Some(*index),
            _ => None,
        };
        if self.teller.survives(|| self.attempt(job)) {
            return;
        }
        // Nobody is to wait for it any more.
        if let Some(index) = coming {
            self.tell(Event::Opened(index, Err(Message::new("work-failed"))));
        }
    }

    fn attempt(&self, job: Job) {
        match job {
            Job::Open(index, path, positions) => self.open(index, &path, &positions),
            Job::Grow(index, speech) => self.grow(index, *speech),
            Job::Reload(index, speech) => self.reload(index, &speech),
            Job::Correct(index, speech, all) => {
                let opened = files::correct_anew(&speech, &all, self.reading());
                let new = NewSpeech { notices: Vec::new(), ..start::new_speech(opened) };
                self.tell(Event::Grown(index, Box::new(new)));
            }
            Job::Bookmarks => self.bookmarks(),
            Job::LookUp(index, speech, bookmarks) => self.look_up(index, &speech, bookmarks),
            Job::Find(find) => self.find(&find),
            Job::KeepDraft(overtaken, drafts, draft) => {
                if !overtaken.load(Ordering::Relaxed) {
                    self.tell_once(drafts.keep(&draft));
                }
            }
            Job::ForgetDraft(drafts, draft) => self.tell_once(drafts.forget(&draft)),
            Job::Amend(index, path, amendment) => {
                let amended = self.amend(&path, amendment);
                self.tell(Event::Amended(index, amended.map(Box::new)));
            }
            Job::DeleteSpeech(index, path) => {
                let deleted = self.library.remove(&path).map(|deleted| deleted.id);
                let deleted = deleted.map_err(|error| error.message().into());
                self.tell(Event::Removed(index, deleted));
            }
            Job::RestoreSpeech(id) => self.tell(Event::Restored(self.restore(&id).map(Box::new))),
            Job::Copy(copied, reach) => match clipboard::load(&copied.text, reach) {
                true => self.tell(Event::Copied(CopyWay::Tmux, copied)),
                false => self.teller.tell(Outside::NotCopied(copied)),
            },
            Job::ReadTasks(index, speech) => {
                let words = self.register.get_or_init(|| self.library.register_vocabulary());
                let read = tasks::read(&self.library, words, &speech);
                self.tell(Event::TasksRead(index, Box::new(read)));
            }
            Job::Places => self.tell(Event::Places(self.library.progress().0)),
            Job::ReadHistory(history) => self.tell(Event::History(history.load())),
            // A query that is not kept has to be typed again: nothing to trouble the reader with.
            Job::KeepQuery(history, query) => _ = history.save(&query),
            Job::Gather(wanted) => self.gather(&wanted),
            Job::Import(paths) => self.import(&paths),
            Job::Export(wanted) => self.export(&wanted),
            Job::Choose(choices, choice) => {
                let kept = match choice {
                    Some(choice) => choices.save(&choice),
                    None => choices.forget(),
                };
                if let Err(error) = kept {
                    let reason = Message::from(error.message());
                    let text = Message::with("choice-not-kept", [("reason", reason.into())]);
                    self.tell(Event::Told(Notice::trouble(text)));
                }
            }
            Job::ReadBookmarks(stores) => self.read_bookmarks(stores),
            Job::ReadKeptTasks => self.tell_tasks(self.tasks().load().map_err(Into::into)),
            Job::KeepTasks(wishes) => self.tell_tasks(self.library.keep_tasks(wishes)),
            Job::Remember(positions, (speech, position), told) => {
                if let Err(error) = positions.save(&speech, &position)
                    && !told.swap(true, Ordering::Relaxed)
                {
                    self.tell(Event::Told(Notice::trouble(places_not_kept(&error))));
                }
            }
        }
    }

    fn tasks(&self) -> KeptTasks {
        KeptTasks::new(&self.library.data_dir)
    }

    fn tell_tasks(&self, loaded: Result<LoadedTasks, TaskTrouble>) {
        let loaded = loaded.map(|loaded| {
            loaded.notices.iter().for_each(|notice| self.tell(told(notice)));
            loaded.tasks
        });
        self.tell(Event::KeptTasks(loaded.map_err(|trouble| trouble.message().into())));
    }

    fn open(&self, index: EntryId, path: &Path, positions: &Positions) {
        let mut opened = arriving(self.library.open_head(path, &self.library.corrections()));
        if let Ok(new) = &mut opened {
            // What is wrong with the file of places was told at the start.
            new.left = start::left(&positions.load().0, &new.speech);
        }
        self.tell(Event::Opened(index, opened));
    }

    /// Looks up what has become of the files that bookmarks were made in, those of one file together.
    fn look_up(&self, index: EntryId, speech: &Speech, mut bookmarks: Vec<Bookmark>) {
        bookmarks.sort_by(|one, other| one.source.cmp(&other.source));
        let homes = Homes::new(self.reading());
        let of = |one: &Bookmark| (one.id.clone(), homes.of(&one.known(), speech));
        self.tell(Event::Homes(index, bookmarks.iter().map(of).collect()));
    }

    /// What is wrong with them is told when something is to be stored, or at the next start.
    fn read_bookmarks(&self, stores: u64) {
        if let Ok(loaded) = self.kept.load()
            && loaded.notices.is_empty()
        {
            self.tell(Event::Renewed(stores, loaded.bookmarks));
        }
    }

    /// Tells that a draft could not be kept, the first time.
    fn tell_once(&self, kept: Result<(), StoreError>) {
        if let Err(error) = kept
            && !self.has_told.replace(true)
        {
            let reason = Message::from(error.message());
            let text = Message::with("draft-not-kept", [("reason", reason.into())]);
            self.tell(Event::Told(Notice::trouble(text)));
        }
    }

    /// Changes what is known about a speech, and reads what is known then.
    fn amend(&self, path: &Path, after: Amendment) -> Result<Amended, Message> {
        let amended = self.library.amend(path, std::slice::from_ref(&after));
        let mut amended = amended.map_err(|error| error.message())?;
        amended.notices.iter().for_each(|notice| self.tell(told(notice)));
        let opened = files::open_head_as(path, self.reading());
        let opened = opened.map_err(|error| error.message())?;
        let before = amended.before.pop().unwrap_or_else(|| after.clone());
        Ok(Amended { before, after, id: opened.speech.id, meta: opened.speech.meta })
    }

    /// Brings back a deleted speech.
    fn restore(&self, id: &SpeechId) -> Result<Shelved, Message> {
        let restored = self.library.restore(id.as_str());
        let path = restored.map_err(|error| error.message())?;
        let about = files::open_as(&path, self.reading()).ok().map(|opened| {
            let known = CatalogEntry::in_brief(&opened.speech, path.clone(), 0);
            Box::new(Brief::of(&known, None))
        });
        Ok(Shelved { path, about })
    }

    fn bookmarks(&self) {
        match self.kept.load() {
            Ok(loaded) => {
                loaded.notices.iter().for_each(|notice| self.tell(told(notice)));
                self.tell(Event::Loaded(loaded.bookmarks));
            }
            Err(error) => self.tell(Event::Told(Notice::trouble(error.message()))),
        }
    }

    /// Reads a file that has changed. One that says the same as before is none, and one that is
    /// gone is told of by others.
    fn reload(&self, index: EntryId, known: &Speech) {
        let Origin::File(path) = &known.origin else { return };
        let result = match files::open_as(path, self.reading()) {
            Ok(opened) => {
                let speech = &opened.speech;
                if speech.fingerprint == known.fingerprint
                    && speech.meta == known.meta
                    && speech.id == known.id
                    && speech.hints == known.hints
                {
                    return;
                }
                arriving(Ok(self.library.corrected(opened, &self.library.corrections())))
            }
            Err(OpenError::Missing(_)) => return,
            Err(error) => {
                let reason = Message::from(error.message());
                Err(Message::with("text-reload-failed", [("reason", reason.into())]))
            }
        };
        self.tell(Event::Reloaded(index, result));
    }

    fn grow(&self, index: EntryId, head: Speech) {
        let text = match head.extent {
            Extent::Head => match arriving(files::read_rest(&head, self.reading())) {
                Ok(whole) => {
                    let speech = whole.speech.clone();
                    self.tell(Event::Grown(index, whole));
                    speech
                }
                Err(trouble) => return self.tell(Event::Told(Notice::trouble(trouble))),
            },
            Extent::Unparsed | Extent::Whole => head,
        };
        let opened = files::correct_anew(&text, &self.library.corrections(), self.reading());
        let new = start::new_speech(opened);
        self.tell(Event::Grown(index, Box::new(new)));
    }

    fn find(&self, find: &Find) {
        let is_wanted = || self.wanted.load(Ordering::Relaxed) == find.revision;
        if !is_wanted() {
            return;
        }
        // Folding takes most of the time, and the next letter is searched in the same text.
        let known = |folded: &Folded| {
            Arc::ptr_eq(&folded.text, &find.speech.text)
                && Arc::ptr_eq(&folded.blocks, &find.speech.blocks)
        };
        let folded = self.page.take().filter(known).unwrap_or_else(|| Folded {
            text: Arc::clone(&find.speech.text),
            blocks: Arc::clone(&find.speech.blocks),
            page: Page::of(&find.speech.text, &find.speech.blocks),
        });
        let sought = Sought::from(&find.speech).with_hidden(find.hidden);
        if !find.query.is_empty() && is_wanted() {
            if let Some(first) = search::find_next(sought, &folded.page, &find.query, find.from) {
                self.tell(Event::Found(find.revision, vec![first], Completeness::Partial));
            }
            // The next letter does not wait for the count of this one.
            let hits = search::find_while(sought, &folded.page, &find.query, is_wanted);
            if let Some(hits) = hits {
                self.tell(Event::Found(find.revision, hits, Completeness::Complete));
            }
        }
        self.page.replace(Some(folded));
    }
}

/// Makes what comes into the reader of what was opened, or says why it could not be.
fn arriving(opened: Result<Opened, OpenError>) -> Result<Box<NewSpeech>, Message> {
    match opened {
        Ok(opened) => Ok(Box::new(start::new_speech(opened))),
        Err(error) => Err(error.message().into()),
    }
}
