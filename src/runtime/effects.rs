//! What the state wants done, done.

use super::clipboard::{self, Reach};
use super::editor::Editor;
use super::gate::Gate;
use super::jobs::{Job, Means, Worker};
use super::librarian::{Librarian, Task};
use super::outside::Teller;
use super::start::AT_ONCE;
use super::stream::{self, Coming};
use super::terminal::Terminal;
use crate::app::{App, Effect, Event, Failure, Notice, Remembered, Stored, Way};
use crate::i18n::{Message, Messages};
use crate::index::Stamp;
use crate::loader::Stream;
use crate::store::{
    self, Background, Bookmarks, Corrections, Drafts, Fact, Position, Positions, Searches, State,
    StoreError,
};
use crate::theme::Shade;
use jiff::Timestamp;
use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often the place is kept while one reads.
const NOW_AND_THEN: Duration = Duration::from_secs(20);

/// Whether to go on after effects were carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Go on.
    GoOn,
    /// End the program.
    Quit,
}

/// What effects are carried out with.
pub(super) struct Effects {
    pub bookmarks: Bookmarks,
    pub positions: Positions,
    pub state: State,
    corrections: Corrections,
    searches: Searches,
    state_dir: PathBuf,
    /// Whether text may be put on the clipboard by the terminal.
    pub osc52: bool,
    /// Whether the terminal is one of tmux.
    pub tmux: bool,
    /// Who has the terminal.
    pub gate: Gate,
    /// The editor for notes, as the environment has it.
    pub editor: Option<String>,
    /// Which background is remembered.
    pub background: Option<Background>,
    /// Texts that still come, by their places on the shelf; each has a thread of its own.
    pub coming: Vec<(usize, Stream)>,
    streams: HashSet<usize>,
    means: Means,
    teller: Teller,
    reading: Worker,
    finding: Worker,
    /// Keeps what is being written, so that typing does not wait for the disk.
    drafting: Worker,
    drafts: u64,
    /// The file of bookmarks as this program left it.
    own: Option<Stamp>,
    librarian: Librarian,
    answers: Vec<Event>,
    kept: Option<(Instant, Remembered)>,
    /// Why places cannot be kept, if that was not told on the screen.
    place_trouble: Option<Message>,
    /// Whether it was told that places cannot be kept.
    has_told_places: Arc<AtomicBool>,
}

/// The files that effects are carried out on.
pub(super) struct Files {
    pub bookmarks: Bookmarks,
    pub positions: Positions,
    pub state: State,
    pub state_dir: PathBuf,
    pub data_dir: PathBuf,
}

impl Effects {
    pub(super) fn new(files: Files, means: Means, teller: Teller, librarian: Librarian) -> Self {
        Effects {
            bookmarks: files.bookmarks,
            positions: files.positions,
            state: files.state,
            state_dir: files.state_dir,
            corrections: Corrections::new(&files.data_dir),
            searches: Searches::new(&files.data_dir),
            osc52: true,
            tmux: false,
            gate: Gate::default(),
            editor: None,
            background: None,
            coming: Vec::new(),
            streams: HashSet::new(),
            means: means.clone(),
            teller: teller.clone(),
            reading: Worker::new("reading", teller.clone(), means.clone()),
            finding: Worker::new("finding", teller.clone(), means.clone()),
            drafting: Worker::new("drafts", teller, means),
            drafts: 0,
            own: None,
            librarian,
            answers: Vec::new(),
            kept: None,
            place_trouble: None,
            has_told_places: Arc::default(),
        }
    }

    pub(super) fn carry_out(
        &mut self,
        effects: Vec<Effect>,
        terminal: &mut Terminal,
    ) -> io::Result<After> {
        let mut after = After::GoOn;
        for effect in effects {
            match effect {
                Effect::Quit => after = After::Quit,
                Effect::Suspend => {
                    let (columns, rows) = terminal.suspend()?;
                    self.answers.extend([Event::Resize(columns, rows), Event::Resumed]);
                }
                Effect::Redraw => terminal.redraw(),
                Effect::ReadBookmarks => self.read_bookmarks(),
                Effect::Copy(copied) => {
                    let way = self.copy(&copied.text, terminal)?;
                    self.answers.push(Event::Copied(way, copied));
                }
                Effect::Open(index, path) => {
                    let positions = Positions::new(&self.state_dir);
                    self.reading.give(Job::Open(index, path, positions));
                }
                Effect::LookUp(index, speech, bookmarks) => {
                    self.reading.give(Job::LookUp(index, speech, bookmarks));
                }
                // What comes by itself is told as it comes.
                Effect::Grow(index, _) if self.streams.contains(&index) => {}
                Effect::Grow(index, speech) => self.reading.give(Job::Grow(index, speech)),
                Effect::Find(find) => self.finding.give(Job::Find(find)),
                Effect::Store(changes) => {
                    let result = match self.bookmarks.apply(&changes) {
                        Ok(applied) => {
                            self.own = Stamp::of_file(self.bookmarks.path());
                            let (gone, notices) = gone(applied.notices);
                            self.answers.extend(notices.iter().map(told));
                            Ok(Stored { bookmarks: applied.bookmarks, gone })
                        }
                        Err(error) => Err(error.message().into()),
                    };
                    self.answers.push(Event::Bookmarks(result));
                }
                Effect::Correct(index, edits, speech) => match self.corrections.apply(&edits) {
                    Ok(corrected) => {
                        self.answers.extend(corrected.notices.iter().map(told));
                        self.reading.give(Job::Correct(index, speech, corrected.corrections));
                    }
                    Err(error) => {
                        self.answers.push(Event::Told(Notice::trouble(error.message())));
                    }
                },
                Effect::KeepDraft(draft) => {
                    self.drafts += 1;
                    let drafts = Drafts::new(&self.state_dir);
                    self.drafting.give(Job::KeepDraft(self.drafts, drafts, draft));
                }
                Effect::ForgetDraft(draft) => {
                    let drafts = Drafts::new(&self.state_dir);
                    self.drafting.give(Job::ForgetDraft(drafts, draft));
                }
                Effect::Edit(draft) => {
                    // What is being kept of it is kept before the editor's file is noted with it.
                    self.drafting.finish();
                    let editor =
                        Editor { command: self.editor.as_deref(), folder: &self.state_dir };
                    let (edited, (columns, rows)) = editor.edit(&draft, &self.gate, terminal)?;
                    self.answers.extend([Event::Resize(columns, rows), Event::Resumed, edited]);
                }
                Effect::Remember(remembered) => self.keep(remembered),
                Effect::Welcomed => {
                    // Not kept, the line shows once more: nothing to trouble the reader with.
                    let _ = self.state.save(&[Fact::Welcomed]);
                }
                Effect::Shelve => self.librarian.give(Task::Shelve),
                Effect::Attend(path) => self.librarian.give(Task::Attend(path)),
                Effect::Reload(index, speech) => self.reading.give(Job::Reload(index, speech)),
                Effect::Hunt(hunt) => self.librarian.give(Task::Hunt(hunt)),
                Effect::Save(changes) => {
                    let result = match self.searches.apply(&changes) {
                        Ok((saved, notices)) => {
                            self.answers.extend(notices.iter().map(told));
                            Ok(saved)
                        }
                        Err(error) => Err(error.message().into()),
                    };
                    self.answers.push(Event::Saved(result));
                }
                Effect::Amend(index, path, amendment) => {
                    self.reading.give(Job::Amend(index, path, amendment));
                }
                Effect::DeleteSpeech(index, path) => {
                    self.reading.give(Job::DeleteSpeech(index, path));
                }
                Effect::RestoreSpeech(id) => self.reading.give(Job::RestoreSpeech(id)),
                Effect::ListPlaces => {
                    let positions = Positions::new(&self.state_dir);
                    self.reading.give(Job::Places(positions));
                }
                Effect::Fail(failure) => fail(failure),
            }
        }
        Ok(after)
    }

    /// Starts to wait for texts that still come.
    pub(super) fn follow_streams(&mut self) {
        for (index, stream) in std::mem::take(&mut self.coming) {
            self.streams.insert(index);
            let (data_dir, state_dir) = (self.means.data_dir.clone(), self.state_dir.clone());
            let coming = Coming { index, stream, data_dir, state_dir };
            stream::watch(coming, self.means.clone(), self.teller.clone());
        }
    }

    /// Asks to be told when another program changes the bookmarks.
    pub(super) fn attend_bookmarks(&mut self) {
        let path = self.bookmarks.path().to_owned();
        self.librarian.give(Task::AttendBookmarks(path));
    }

    /// Reads the bookmarks that another program has changed.
    fn read_bookmarks(&mut self) {
        if self.own.is_some() && self.own == Stamp::of_file(self.bookmarks.path()) {
            return;
        }
        if self.bookmarks.size() > AT_ONCE {
            return self.reading.give(Job::ReadBookmarks);
        }
        // What is wrong with them is told when something is to be stored, or at the next start.
        if let Ok(loaded) = self.bookmarks.load()
            && loaded.notices.is_empty()
        {
            self.answers.push(Event::Renewed(loaded.bookmarks));
        }
    }

    /// Reads the bookmarks in the background.
    pub(super) fn load_bookmarks(&mut self) {
        self.reading.give(Job::Bookmarks);
    }

    /// Waits until what is being written is on the disk.
    pub(super) fn finish_drafts(&mut self) {
        self.drafting.finish();
    }

    /// Takes the events that carrying out effects gave.
    pub(super) fn take_answers(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.answers)
    }

    /// Looks at an event before the state does: a background that is new is remembered, so that
    /// the next start takes the right theme at once.
    pub(super) fn note(&mut self, event: &Event) {
        let Event::Shade(shade) = event else { return };
        let background = match shade {
            Shade::Dark => Background::Dark,
            Shade::Light => Background::Light,
        };
        if self.background != Some(background) {
            self.background = Some(background);
            let _ = self.state.save(&[Fact::Background(background)]);
        }
    }

    /// Keeps where the reader is.
    pub(super) fn keep_place(&mut self, app: &App) {
        if let Some(remembered) = app.remembered() {
            self.keep(remembered);
        }
    }

    /// Keeps where the reader is from time to time, in the background.
    pub(super) fn keep_place_now_and_then(&mut self, app: &App) {
        let due = match &self.kept {
            Some((when, _)) => when.elapsed() >= NOW_AND_THEN,
            None => true,
        };
        if !due {
            return;
        }
        let Some(remembered) = app.remembered() else { return };
        match &self.kept {
            Some((_, last)) if *last == remembered => {}
            Some(_) => {
                let position = position(&remembered);
                let speech = remembered.speech.clone();
                let positions = Positions::new(&self.state_dir);
                let told = Arc::clone(&self.has_told_places);
                self.reading.give(Job::Remember(positions, (speech, position), told));
                self.kept = Some((Instant::now(), remembered));
            }
            // The place one starts at is known already.
            None => self.kept = Some((Instant::now(), remembered)),
        }
    }

    fn keep(&mut self, remembered: Remembered) {
        if let Err(error) = self.positions.save(&remembered.speech, &position(&remembered))
            && !self.has_told_places.swap(true, Ordering::Relaxed)
        {
            self.place_trouble = Some(places_not_kept(&error));
        }
        self.kept = Some((Instant::now(), remembered));
    }

    /// Puts text on a clipboard. What a program in tmux sends by OSC 52 tmux drops, unless it is told
    /// otherwise; its own command it takes.
    fn copy(&self, text: &str, terminal: &mut Terminal) -> io::Result<Way> {
        if self.tmux {
            let reach = if self.osc52 { Reach::Terminal } else { Reach::Tmux };
            if clipboard::load(text, reach) {
                return Ok(Way::Tmux);
            }
        }
        if !self.osc52 {
            return Ok(Way::Off);
        }
        terminal.copy(text)?;
        Ok(Way::Terminal)
    }

    /// Tells, now that the screen is gone, that places cannot be kept. Reading did not fail for that.
    pub(super) fn tell_last_trouble(&self, messages: &Messages) {
        if let Some(trouble) = &self.place_trouble {
            eprintln!("dienvan: {}", messages.say(trouble));
        }
    }
}

fn position(remembered: &Remembered) -> Position {
    Position {
        pos: remembered.pos,
        fingerprint: remembered.fingerprint.clone(),
        percent: remembered.percent,
        trace: remembered.trace.clone(),
        source: remembered.source.clone(),
        when: Timestamp::now(),
    }
}

/// Fails as a test asked for.
fn fail(failure: Failure) -> ! {
    #[expect(unconditional_recursion, reason = "the stack is to overflow")]
    fn overflow(depth: u64) -> u64 {
        std::hint::black_box(overflow(std::hint::black_box(depth + 1))) + depth
    }
    match failure {
        Failure::Panic => panic!("asked for by a test"),
        Failure::Abort => std::process::abort(),
        Failure::Overflow => panic!("the stack was to overflow at {}", overflow(0)),
    }
}

/// Parts the bookmarks that are gone from what else the store says.
fn gone(notices: Vec<store::Notice>) -> (Vec<String>, Vec<store::Notice>) {
    let mut gone = Vec::new();
    let rest = notices.into_iter().filter_map(|notice| match notice {
        store::Notice::Gone { id } => {
            gone.push(id);
            None
        }
        notice => Some(notice),
    });
    let rest = rest.collect();
    (gone, rest)
}

/// Says that places cannot be kept, and why.
pub(super) fn places_not_kept(error: &StoreError) -> Message {
    let reason = Message::from(error.message());
    Message::with("places-not-kept", [("reason", reason.into())])
}

/// Gives the event that tells what the store says.
pub(super) fn told(notice: &store::Notice) -> Event {
    Event::Told(Notice::trouble(notice.message()))
}
