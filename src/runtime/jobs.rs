//! Work that can be felt, done by another thread: reading large files, searching large texts.

use super::bench::Bench;
use super::clipboard::Reach;
use super::outside::Teller;
use crate::app::{Copied, EntryId, FileExport, Find, HitGathering};
use crate::library::Library;
use crate::library::kept::{Choice, Choices, Drafts, Position, Positions, SearchHistory};
use crate::notebook::{Bookmark, Draft};
use crate::register::TaskWish;
use crate::speech::correction::Filed;
use crate::speech::{Amendment, Speech, SpeechId};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

/// Whether a newer state of a draft follows in the queue.
pub(super) type Overtaken = Arc<AtomicBool>;

/// A piece of work.
pub(super) enum Job {
    /// Open the file of this entry, and look up where the reader left it.
    Open(EntryId, PathBuf, Positions),
    /// Read the rest of a speech, then make its outline.
    Grow(EntryId, Box<Speech>),
    /// Read the file of this speech again.
    Reload(EntryId, Box<Speech>),
    /// Make the outline of a speech anew with these corrections.
    Correct(EntryId, Box<Speech>, Vec<Filed>),
    /// Read the bookmarks.
    Bookmarks,
    /// Look up what has become of the files that bookmarks were made in, with regard to this speech.
    LookUp(EntryId, Box<Speech>, Vec<Bookmark>),
    /// Search a text.
    Find(Box<Find>),
    /// Read the bookmarks again, which another program has changed, after so many changes were stored.
    ReadBookmarks(u64),
    /// Read what is kept of assignments.
    ReadKeptTasks,
    /// Keep what is said of assignments of rows.
    KeepTasks(Vec<TaskWish>),
    /// Keep a place; where that fails it is told once.
    Remember(Positions, (SpeechId, Position), Arc<AtomicBool>),
    /// Change what is known about the speech of this file, of this entry.
    Amend(EntryId, PathBuf, Amendment),
    /// Delete the imported speech of this file, of this entry.
    DeleteSpeech(EntryId, PathBuf),
    /// Bring back the deleted speech of this name.
    RestoreSpeech(SpeechId),
    /// Keep a note that is being written, unless a newer state of it follows.
    KeepDraft(Overtaken, Drafts, Box<Draft>),
    /// Forget a note that was being written.
    ForgetDraft(Drafts, Box<Draft>),
    /// Give a text to tmux.
    Copy(Box<Copied>, Reach),
    /// Read the tasks of this speech, of this entry.
    ReadTasks(EntryId, Box<Speech>),
    /// Look up how far speeches were read.
    Places,
    /// Take the texts at these paths into the library.
    Import(Vec<PathBuf>),
    /// Write something to a file.
    Export(Box<FileExport>),
    /// Read what was searched for in earlier runs.
    ReadHistory(SearchHistory),
    /// Keep what was searched for.
    KeepQuery(SearchHistory, String),
    /// Do something with the passages of hits of the library.
    Gather(Box<HitGathering>),
    /// Keep what was chosen in the reader, or forget all that was.
    Choose(Choices, Option<Choice>),
}

/// A thread that does one job after the other. It is started with the first.
pub(super) struct Worker {
    name: &'static str,
    jobs: Option<(Sender<Job>, JoinHandle<()>)>,
    teller: Teller,
    library: Library,
    wanted: Arc<AtomicU64>,
}

/// The draft that was given to be kept last: what is queued of it is overtaken by the next.
#[derive(Default)]
pub(super) struct Newest(Option<(Bookmark, Overtaken)>);

impl Newest {
    /// Takes a draft that is to be kept; a queued one of another note is still to be kept as well.
    pub(super) fn take(&mut self, draft: &Draft) -> Overtaken {
        if let Some((of, overtaken)) = &self.0 {
            overtaken.store(draft.is_of(of), Ordering::Relaxed);
        }
        let next = Overtaken::default();
        self.0 = Some((draft.bookmark.clone(), Arc::clone(&next)));
        next
    }
}

impl Worker {
    pub(super) fn new(name: &'static str, teller: Teller, library: Library) -> Self {
        Worker { name, jobs: None, teller, library, wanted: Arc::default() }
    }

    /// Gives the thread a job. A search makes those before it unwanted.
    pub(super) fn give(&mut self, job: Job) {
        if let Job::Find(find) = &job {
            self.wanted.store(find.revision, Ordering::Relaxed);
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
        let (library, teller) = (self.library.clone(), self.teller.clone());
        let wanted = Arc::clone(&self.wanted);
        let work = move || {
            let bench = Bench::new(library, teller, wanted);
            receiver.into_iter().for_each(|job| bench.work(job));
        };
        let named = thread::Builder::new().name(self.name.to_owned());
        self.jobs = named.spawn(work).ok().map(|thread| (sender, thread));
    }
}

#[cfg(test)]
mod tests;
