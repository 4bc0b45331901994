//! Work that can be felt, done by another thread: reading large files, searching large texts.

use super::effects::{places_not_kept, told};
use super::outside::{Outside, Teller};
use crate::app::{Amended, Event, Find, NewSpeech, Notice, Shelved};
use crate::bookmark::{Bookmark, Draft};
use crate::catalog::{Brief, Progress};
use crate::collection::{Collection, RemovalError};
use crate::correction::Filed;
use crate::i18n::Message;
use crate::loader::{self, Homes, Isolation, OpenError, Opened, Reading};
use crate::model::{Amendment, Block, CatalogEntry, Extent, Origin, Speech, SpeechId};
use crate::parse::Lexicon;
use crate::search::{self, Page, Sought};
use crate::store::{Bookmarks, Companion, Corrections, Drafts, Position, Positions, StoreError};
use crate::text::Encoding;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

/// A piece of work.
pub(super) enum Job {
    /// Open the file at this place of the shelf, and look up where the reader left it.
    Open(usize, PathBuf, Positions),
    /// Read the rest of a speech, then make its outline.
    Grow(usize, Box<Speech>),
    /// Read the file of this speech again.
    Reload(usize, Box<Speech>),
    /// Make the outline of a speech anew with these corrections.
    Correct(usize, Box<Speech>, Vec<Filed>),
    /// Read the bookmarks.
    Bookmarks,
    /// Look up what has become of the files that bookmarks were made in, with regard to this speech.
    LookUp(usize, Box<Speech>, Vec<Bookmark>),
    /// Search a text.
    Find(Box<Find>),
    /// Read the bookmarks again, which another program has changed.
    ReadBookmarks,
    /// Keep a place; where that fails it is told once.
    Remember(Positions, (SpeechId, Position), Arc<AtomicBool>),
    /// Change what is known about the speech of this file, at this place of the shelf.
    Amend(usize, PathBuf, Amendment),
    /// Delete the imported speech of this file, at this place of the shelf.
    DeleteSpeech(usize, PathBuf),
    /// Bring back the deleted speech of this name.
    RestoreSpeech(SpeechId),
    /// Keep a note that is being written, if no newer state of it follows.
    KeepDraft(u64, Drafts, Box<Draft>),
    /// Forget a note that was being written.
    ForgetDraft(Drafts, Box<Draft>),
    /// Look up how far speeches were read.
    Places(Positions),
}

/// A thread that does one job after the other. It is started with the first.
pub(super) struct Worker {
    name: &'static str,
    jobs: Option<(Sender<Job>, JoinHandle<()>)>,
    teller: Teller,
    means: Means,
    wanted: Arc<AtomicU64>,
}

/// What the work is done with.
#[derive(Clone, Debug)]
pub(super) struct Means {
    /// The words that texts are parsed with.
    pub lexicon: Arc<Lexicon>,
    /// Where the corrections are.
    pub data_dir: PathBuf,
    /// How texts are encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// Where a file is read whose format may end the process that reads it.
    pub isolation: Isolation,
}

impl Worker {
    pub(super) fn new(name: &'static str, teller: Teller, means: Means) -> Self {
        Worker { name, jobs: None, teller, means, wanted: Arc::default() }
    }

    /// Gives the thread a job. A search makes those before it unwanted.
    pub(super) fn give(&mut self, job: Job) {
        if let Job::Find(find) = &job {
            self.wanted.store(find.revision, Ordering::Relaxed);
        }
        if let Job::KeepDraft(revision, ..) = &job {
            self.wanted.store(*revision, Ordering::Relaxed);
        }
        if self.jobs.is_none() {
            self.start();
        }
        if let Some((jobs, _)) = &self.jobs {
            // A thread that is gone has told why.
            let _ = jobs.send(job);
        }
    }

    /// Waits until all that was given is done.
    pub(super) fn finish(&mut self) {
        if let Some((jobs, thread)) = self.jobs.take() {
            drop(jobs);
            // A thread that failed has told why.
            let _ = thread.join();
        }
    }

    fn start(&mut self) {
        let (sender, receiver) = channel::<Job>();
        let (teller, wanted) = (self.teller.clone(), Arc::clone(&self.wanted));
        let Means { lexicon, data_dir, encoding, isolation } = self.means.clone();
        let corrections = Corrections::new(&data_dir);
        let kept = Bookmarks::new(&data_dir);
        let work = move || {
            let (page, has_told) = (RefCell::default(), Cell::new(false));
            let bench = Bench {
                teller,
                wanted,
                lexicon,
                corrections,
                kept,
                collection: Collection::new(&data_dir),
                encoding,
                isolation,
                page,
                has_told,
            };
            for job in receiver {
                if catch_unwind(AssertUnwindSafe(|| bench.work(job))).is_err() {
                    bench.tell(Event::Told(Notice::trouble("work-failed")));
                }
            }
        };
        let named = thread::Builder::new().name(self.name.to_owned());
        self.jobs = named.spawn(work).ok().map(|thread| (sender, thread));
    }
}

struct Bench {
    teller: Teller,
    wanted: Arc<AtomicU64>,
    lexicon: Arc<Lexicon>,
    corrections: Corrections,
    kept: Bookmarks,
    collection: Collection,
    encoding: Option<Encoding>,
    isolation: Isolation,
    page: RefCell<Option<Folded>>,
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
    fn tell(&self, event: Event) {
        self.teller.tell(Outside::Event(Box::new(event)));
    }

    fn reading(&self) -> Reading<'_> {
        Reading { lexicon: &self.lexicon, encoding: self.encoding, isolation: self.isolation }
    }

    fn work(&self, job: Job) {
        match job {
            Job::Open(index, path, positions) => {
                let opened = loader::open_head_as(&path, self.reading());
                let opened = opened.map(|mut opened| {
                    loader::correct(&mut opened, &self.corrected(), self.reading());
                    opened
                });
                let mut opened = arriving(opened);
                if let Ok(new) = &mut opened {
                    // What is wrong with the file of places was told at the start.
                    new.left = super::start::left(&positions.load().0, &new.speech);
                }
                self.tell(Event::Opened(index, opened));
            }
            Job::Grow(index, speech) => self.grow(index, *speech),
            Job::Reload(index, speech) => self.reload(index, &speech),
            Job::Correct(index, speech, all) => {
                let Opened { speech, corrections, .. } =
                    loader::correct_anew(&speech, &all, self.reading());
                let new = NewSpeech { speech, notices: Vec::new(), left: None, corrections };
                self.tell(Event::Grown(index, Box::new(new)));
            }
            Job::Bookmarks => self.bookmarks(),
            Job::LookUp(index, speech, bookmarks) => {
                let homes = Homes::new(self.reading());
                let of = |one: &Bookmark| (one.id.clone(), homes.of(&one.known(), &speech));
                self.tell(Event::Homes(index, bookmarks.iter().map(of).collect()));
            }
            Job::Find(find) => self.find(&find),
            Job::KeepDraft(revision, drafts, draft) => {
                if self.wanted.load(Ordering::Relaxed) == revision
                    && let Err(error) = drafts.keep(&draft)
                {
                    self.tell_once(&error);
                }
            }
            Job::ForgetDraft(drafts, draft) => {
                if let Err(error) = drafts.forget(&draft) {
                    self.tell_once(&error);
                }
            }
            Job::Amend(index, path, amendment) => {
                let amended = self.amend(&path, amendment);
                self.tell(Event::Amended(index, amended.map(Box::new)));
            }
            Job::DeleteSpeech(index, path) => {
                let deleted = self.collection.delete(&path).map(|deleted| deleted.id);
                let deleted = deleted.map_err(|error| error.message().into());
                self.tell(Event::Removed(index, deleted));
            }
            Job::RestoreSpeech(id) => self.tell(Event::Restored(self.restore(&id).map(Box::new))),
            Job::Places(positions) => {
                let places = positions.load().0;
                let read = places.iter().map(|(_, place)| {
                    let progress = Progress { percent: place.percent, when: place.when };
                    (place.fingerprint.clone(), progress)
                });
                self.tell(Event::Places(read.collect()));
            }
            Job::ReadBookmarks => {
                if let Ok(loaded) = self.kept.load()
                    && loaded.notices.is_empty()
                {
                    self.tell(Event::Renewed(loaded.bookmarks));
                }
            }
            Job::Remember(positions, (speech, position), told) => {
                if let Err(error) = positions.save(&speech, &position)
                    && !told.swap(true, Ordering::Relaxed)
                {
                    self.tell(Event::Told(Notice::trouble(places_not_kept(&error))));
                }
            }
        }
    }

    /// Tells that drafts cannot be kept, the first time.
    fn tell_once(&self, error: &StoreError) {
        if !self.has_told.replace(true) {
            let reason = Message::from(error.message());
            let text = Message::with("draft-not-kept", [("reason", reason.into())]);
            self.tell(Event::Told(Notice::trouble(text)));
        }
    }

    /// Changes what is known about a speech, and reads what is known then.
    fn amend(&self, path: &Path, after: Amendment) -> Result<Amended, Message> {
        let mut before = None;
        let changed = Companion::amend(path, |companion| match &after {
            Amendment::Field(field, value) => {
                let old = companion.get(field.name()).unwrap_or_default().to_owned();
                before = Some(Amendment::Field(*field, old));
                companion.set(field.name(), value);
            }
            Amendment::Archived(archived) => {
                before = Some(Amendment::Archived(companion.is_archived()));
                companion.set_archived(*archived);
            }
        });
        let notices = changed.map_err(|error| error.message())?;
        notices.iter().for_each(|notice| self.tell(told(notice)));
        let opened = loader::open_head_as(path, self.reading());
        let opened = opened.map_err(|error| error.message())?;
        let before = before.unwrap_or_else(|| after.clone());
        Ok(Amended { before, after, id: opened.speech.id, meta: opened.speech.meta })
    }

    /// Brings back a deleted speech.
    fn restore(&self, id: &SpeechId) -> Result<Shelved, Message> {
        let words = |error: RemovalError| Message::from(error.message());
        let deleted = self.collection.deleted_speeches().into_iter().find(|it| it.id == *id);
        let deleted = deleted.ok_or_else(|| words(RemovalError::NotDeleted(id.to_string())))?;
        let path = self.collection.restore(&deleted).map_err(words)?;
        let about = loader::open_as(&path, self.reading()).ok().map(|opened| {
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

    /// Gives the corrections as they are kept now. What is wrong with them was told at the start.
    fn corrected(&self) -> Vec<Filed> {
        self.corrections.load().map(|corrected| corrected.corrections).unwrap_or_default()
    }

    /// Reads a file that has changed. One that says the same as before is none, and one that is
    /// gone is told of by others.
    fn reload(&self, index: usize, known: &Speech) {
        let Origin::File(path) = &known.origin else { return };
        let result = match loader::open_as(path, self.reading()) {
            Ok(mut opened) => {
                let speech = &opened.speech;
                if speech.fingerprint == known.fingerprint
                    && speech.meta == known.meta
                    && speech.id == known.id
                    && speech.hints == known.hints
                {
                    return;
                }
                loader::correct(&mut opened, &self.corrected(), self.reading());
                arriving(Ok(opened))
            }
            Err(OpenError::Missing(_)) => return,
            Err(error) => {
                let reason = Message::from(error.message());
                Err(Message::with("text-reload-failed", [("reason", reason.into())]))
            }
        };
        self.tell(Event::Reloaded(index, result));
    }

    fn grow(&self, index: usize, head: Speech) {
        let text = match head.extent {
            Extent::Head => match arriving(loader::read_rest(&head, self.reading())) {
                Ok(whole) => {
                    let speech = whole.speech.clone();
                    self.tell(Event::Grown(index, whole));
                    speech
                }
                Err(trouble) => return self.tell(Event::Told(Notice::trouble(trouble))),
            },
            Extent::Unparsed | Extent::Whole => head,
        };
        let opened = loader::correct_anew(&text, &self.corrected(), self.reading());
        let new = super::start::new_speech(opened);
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
                self.tell(Event::Found(find.revision, vec![first], false));
            }
            // The next letter does not wait for the count of this one.
            let hits = search::find_while(sought, &folded.page, &find.query, is_wanted);
            if let Some(hits) = hits {
                self.tell(Event::Found(find.revision, hits, true));
            }
        }
        self.page.replace(Some(folded));
    }
}

/// Makes what comes into the reader of what was opened, or says why it could not be.
fn arriving(opened: Result<Opened, OpenError>) -> Result<Box<NewSpeech>, Message> {
    match opened {
        Ok(opened) => Ok(Box::new(super::start::new_speech(opened))),
        Err(error) => Err(error.message().into()),
    }
}
