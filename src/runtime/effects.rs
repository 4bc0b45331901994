//! What the state wants done, done.

mod configured;

use super::back;
use super::clipboard::Reach;
use super::editor::Editor;
use super::files::{Files, place};
use super::gate::Gate;
use super::jobs::{Job, Newest, Worker};
use super::librarian::{Librarian, Task};
use super::opening::open_outside;
use super::outside::Teller;
use super::paths_typed::{completions, typed_path};
use super::stream::{self, Coming};
use super::system;
use super::terminal::Terminal;
use crate::app::{
    App, Copied, CopyWay, Effect, EntryId, Event, Failure, HitPurpose, Notice, Remembered,
    ShelfScope,
};
use crate::i18n::Messages;
use crate::library::Library;
use crate::library::files::Stream;
use crate::library::kept::{Background, Fact, KeptTasks, SearchHistory};
use crate::notebook::Draft;
use crate::settings::Settings;
use crate::settings::theme::Shade;
use crate::speech::Speech;
use crate::speech::correction::Edit;
use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
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
    pub files: Files,
    /// Whether text may be put on the clipboard by the terminal.
    pub osc52: bool,
    /// Whether the terminal is one of tmux.
    pub tmux: bool,
    /// Who has the terminal.
    pub gate: Gate,
    /// The editor for notes, as the environment has it.
    pub editor: Option<String>,
    /// The home folder.
    pub home: Option<PathBuf>,
    /// Which background is remembered.
    pub background: Option<Background>,
    /// What the configuration says, without what was chosen in the reader.
    pub configured: Settings,
    /// Texts that still come, by their places on the shelf; each has a thread of its own.
    pub coming: Vec<(EntryId, Stream)>,
    streams: HashSet<EntryId>,
    library: Library,
    teller: Teller,
    reading: Worker,
    finding: Worker,
    /// Looks at the files of bookmarks, which may be many and large.
    looking: Worker,
    /// Keeps what is small, one after the other, so that typing does not wait for the disk.
    keeping: Worker,
    /// Gives texts to tmux, which may not answer.
    copying: Worker,
    newest: Newest,
    librarian: Librarian,
    /// Looks after what was named on the command line, as the other does after the library.
    named: Librarian,
    answers: Vec<Event>,
    kept: Option<(Instant, Remembered)>,
}

impl Effects {
    pub(super) fn new(files: Files, library: Library, named: Library, teller: Teller) -> Self {
        let keeper = |library, scope| Librarian::new(library, scope, teller.clone());
        let librarian = keeper(library.clone(), ShelfScope::Library);
        let named = keeper(named, ShelfScope::Open);
        let worker = |name| Worker::new(name, teller.clone(), library.clone());
        Effects {
            files,
            osc52: true,
            tmux: false,
            gate: Gate::default(),
            editor: None,
            home: None,
            background: None,
            configured: Settings::default(),
            coming: Vec::new(),
            streams: HashSet::new(),
            reading: worker("reading"),
            finding: worker("finding"),
            looking: worker("looking"),
            keeping: worker("keeping"),
            copying: worker("copying"),
            library,
            teller,
            newest: Newest::default(),
            librarian,
            named,
            answers: Vec::new(),
            kept: None,
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
                Effect::Suspend if system::CAN_SUSPEND => {
                    self.answers.extend(back(terminal.suspend()?));
                }
                Effect::Suspend => {
                    self.answers.push(Event::Told(Notice::trouble("suspend-unknown")));
                }
                Effect::Redraw => terminal.redraw(),
                Effect::Copy(copied) => self.copy(copied, terminal)?,
                Effect::Edit(draft) => self.edit(&draft, terminal)?,
                Effect::Fail(failure) => fail(failure),
                Effect::Open(index, path) => self.open(index, path),
                // What comes by itself is told as it comes.
                Effect::Grow(index, _) if self.streams.contains(&index) => {}
                Effect::Grow(index, speech) => self.reading.give(Job::Grow(index, speech)),
                Effect::Reload(index, speech) => self.reading.give(Job::Reload(index, speech)),
                Effect::Amend(index, path, after) => {
                    self.reading.give(Job::Amend(index, path, after));
                }
                Effect::DeleteSpeech(index, path) => {
                    self.reading.give(Job::DeleteSpeech(index, path));
                }
                Effect::RestoreSpeech(id) => self.reading.give(Job::RestoreSpeech(id)),
                Effect::TakeOffice(office) => self.answers.push(self.files.take_office(&office)),
                Effect::ReadTasks(index, speech) => {
                    self.looking.give(Job::ReadTasks(index, speech));
                }
                Effect::ReadLibraryTasks(scope, asked) => {
                    self.keeper(scope).give(Task::ReadTasks(asked));
                }
                Effect::ListPlaces => self.reading.give(Job::Places),
                Effect::LookUp(index, speech, bookmarks) => {
                    self.looking.give(Job::LookUp(index, speech, bookmarks));
                }
                Effect::Find(find) => self.finding.give(Job::Find(find)),
                Effect::Shelve(scope) => self.keeper(scope).give(Task::Shelve),
                Effect::Attend(path) => self.librarian.give(Task::Attend(path)),
                Effect::Hunt(hunt) => self.keeper(hunt.scope).give(Task::Hunt(hunt)),
                Effect::ReadBookmarks(stores) => self.keeping.give(Job::ReadBookmarks(stores)),
                Effect::KeepDraft(draft) => {
                    let overtaken = self.newest.take(&draft);
                    self.keeping.give(Job::KeepDraft(overtaken, self.files.drafts(), draft));
                }
                Effect::ForgetDraft(draft) => {
                    self.keeping.give(Job::ForgetDraft(self.files.drafts(), draft));
                }
                Effect::ReadKeptTasks => self.keeping.give(Job::ReadKeptTasks),
                Effect::KeepTasks(wishes) => self.keeping.give(Job::KeepTasks(wishes)),
                Effect::Store(changes) => self.answers.extend(self.files.store(&changes)),
                Effect::Save(changes) => self.answers.extend(self.files.save(&changes)),
                Effect::Correct(index, edits, speech) => self.correct(index, &edits, speech),
                Effect::Remember(remembered) => self.keep(remembered),
                Effect::ReadHistory => {
                    self.keeping.give(Job::ReadHistory(SearchHistory::new(&self.files.state_dir)));
                }
                Effect::KeepQuery(query) => {
                    let history = SearchHistory::new(&self.files.state_dir);
                    self.keeping.give(Job::KeepQuery(history, query));
                }
                Effect::Complete(typed) => {
                    let found = completions(&typed, self.home.as_deref());
                    self.answers.push(Event::Completed(typed, found));
                }
                Effect::Gather(mut wanted) => {
                    if let HitPurpose::Save(path) = &mut wanted.purpose {
                        *path = typed_path(path, self.home.as_deref());
                    }
                    self.looking.give(Job::Gather(wanted));
                }
                Effect::FindTexts(path) => {
                    let found =
                        crate::library::files::files(&typed_path(&path, self.home.as_deref()));
                    let found = found.map_err(|error| error.message().into());
                    self.answers.push(Event::TextsFound(found));
                }
                Effect::Import(paths) => {
                    let typed = |path: &PathBuf| typed_path(path, self.home.as_deref());
                    let paths = paths.iter().map(typed).collect();
                    self.reading.give(Job::Import(paths));
                }
                Effect::Export(mut wanted) => {
                    wanted.path = typed_path(&wanted.path, self.home.as_deref());
                    self.looking.give(Job::Export(wanted));
                }
                Effect::OpenOutside(what) => self.answers.push(open_outside(&what)),
                Effect::EditSettings => self.edit_settings(terminal)?,
                Effect::Choose(option, value) => self.choose(Some((option, value))),
                Effect::ForgetChoices => self.choose(None),
                Effect::Welcomed => self.files.keep_fact(Fact::Welcomed),
            }
        }
        Ok(after)
    }

    /// Returns who looks after the speeches of a scope. Where nothing was named, what is open is of the library.
    fn keeper(&mut self, scope: ShelfScope) -> &mut Librarian {
        match scope {
            ShelfScope::Open if self.named.has_folders() => &mut self.named,
            ShelfScope::Open | ShelfScope::Library => &mut self.librarian,
        }
    }

    /// Starts to wait for texts that still come.
    pub(super) fn follow_streams(&mut self) {
        for (index, stream) in std::mem::take(&mut self.coming) {
            self.follow(index, stream);
        }
    }

    fn follow(&mut self, index: EntryId, stream: Stream) {
        self.streams.insert(index);
        stream::watch(Coming { index, stream }, self.library.clone(), self.teller.clone());
    }

    /// Opens a file, or begins to wait for what is no file: the next one must not wait behind it.
    fn open(&mut self, index: EntryId, path: PathBuf) {
        match Stream::is_for(&path).then(|| Stream::open(&path)) {
            Some(Ok(stream)) => {
                self.answers.push(stream::begin(index, &stream, self.library.reading()));
                self.follow(index, stream);
            }
            Some(Err(error)) => {
                self.answers.push(Event::Opened(index, Err(error.message().into())));
            }
            None => self.reading.give(Job::Open(index, path, self.files.positions())),
        }
    }

    fn correct(&mut self, index: EntryId, edits: &[Edit], speech: Box<Speech>) {
        let (told, corrected) = self.files.correct(edits);
        self.answers.extend(told);
        if let Some(all) = corrected {
            self.reading.give(Job::Correct(index, speech, all));
        }
    }

    fn edit(&mut self, draft: &Draft, terminal: &mut Terminal) -> io::Result<()> {
        // What is being kept of it is kept before the editor's file is noted with it.
        self.keeping.finish();
        let editor = Editor { command: self.editor.as_deref(), folder: &self.files.state_dir };
        let (edited, size) = editor.edit(draft, &self.gate, terminal)?;
        self.answers.extend(back(size));
        self.answers.push(edited);
        Ok(())
    }

    /// Asks to be told when another program changes the bookmarks, or what is kept of assignments.
    pub(super) fn attend_kept(&mut self) {
        let bookmarks = self.files.bookmarks.path().to_owned();
        self.librarian.give(Task::AttendKept(bookmarks, || Event::BookmarksTouched));
        let tasks = KeptTasks::new(&self.files.data_dir).path().to_owned();
        self.librarian.give(Task::AttendKept(tasks, || Event::TasksTouched));
    }

    /// Reads the bookmarks in the background.
    pub(super) fn load_bookmarks(&mut self) {
        self.reading.give(Job::Bookmarks);
    }

    /// Waits until what was given to be kept or copied is.
    pub(super) fn finish(&mut self) {
        self.keeping.finish();
        self.copying.finish();
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
            self.files.keep_fact(Fact::Background(background));
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
                let told = Arc::clone(&self.files.has_told_places);
                let positions = self.files.positions();
                self.keeping.give(Job::Remember(positions, place(&remembered), told));
                self.kept = Some((Instant::now(), remembered));
            }
            // The place one starts at is known already.
            None => self.kept = Some((Instant::now(), remembered)),
        }
    }

    fn keep(&mut self, remembered: Remembered) {
        // An older place that still waits must not come after this one.
        self.keeping.finish();
        self.files.keep_place(&remembered);
        self.kept = Some((Instant::now(), remembered));
    }

    /// Puts text on a clipboard. What a program in tmux sends by OSC 52 tmux drops, unless it is told
    /// otherwise; its own command it takes, and that is waited for elsewhere.
    fn copy(&mut self, copied: Box<Copied>, terminal: &mut Terminal) -> io::Result<()> {
        if self.tmux {
            let reach = if self.osc52 { Reach::Terminal } else { Reach::Tmux };
            self.copying.give(Job::Copy(copied, reach));
        } else {
            let event = self.copy_by_terminal(copied, terminal)?;
            self.answers.push(event);
        }
        Ok(())
    }

    /// Puts text on the clipboard by the terminal, where that is wanted.
    pub(super) fn copy_by_terminal(
        &self,
        copied: Box<Copied>,
        terminal: &mut Terminal,
    ) -> io::Result<Event> {
        if !self.osc52 {
            return Ok(Event::Copied(CopyWay::Off, copied));
        }
        terminal.copy(&copied.text)?;
        Ok(Event::Copied(CopyWay::Terminal, copied))
    }

    /// Tells, now that the screen is gone, what could not be told on it.
    pub(super) fn tell_last_trouble(&self, messages: &Messages) {
        self.files.tell_last_trouble(messages);
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
