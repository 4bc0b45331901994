//! What the state wants done, done.

use super::editor::Editor;
use super::gate::Gate;
use super::jobs::{Job, Means, Worker};
use super::librarian::{Librarian, Task};
use super::outside::Teller;
use super::terminal::Terminal;
use crate::app::{App, Effect, Event, Notice, Remembered};
use crate::i18n::{Message, Messages};
use crate::store::{
    Background, Bookmarks, Corrections, Fact, Position, Positions, Searches, State,
};
use crate::theme::Shade;
use jiff::Timestamp;
use std::io;
use std::path::PathBuf;
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
    /// Who has the terminal.
    pub gate: Gate,
    /// The editor for notes, as the environment has it.
    pub editor: Option<String>,
    /// Which background is remembered.
    pub background: Option<Background>,
    reading: Worker,
    finding: Worker,
    librarian: Librarian,
    answers: Vec<Event>,
    kept: Option<(Instant, Remembered)>,
    last_troubles: Vec<Message>,
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
            gate: Gate::default(),
            editor: None,
            background: None,
            reading: Worker::new("reading", teller.clone(), means.clone()),
            finding: Worker::new("finding", teller, means),
            librarian,
            answers: Vec::new(),
            kept: None,
            last_troubles: Vec::new(),
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
                Effect::Copy(text) if self.osc52 => terminal.copy(&text)?,
                Effect::Copy(_) => self.answer_trouble("copy-off"),
                Effect::Open(index, path) => {
                    let positions = Positions::new(&self.state_dir);
                    self.reading.give(Job::Open(index, path, positions));
                }
                Effect::LookUp(index, speech, bookmarks) => {
                    self.reading.give(Job::LookUp(index, speech, bookmarks));
                }
                Effect::Grow(index, speech) => self.reading.give(Job::Grow(index, speech)),
                Effect::Find(find) => self.finding.give(Job::Find(find)),
                Effect::Store(changes) => {
                    let result = match self.bookmarks.apply(&changes) {
                        Ok(applied) => {
                            self.answers.extend(applied.notices.iter().map(told));
                            Ok(applied.bookmarks)
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
                Effect::Edit(text) => {
                    let editor =
                        Editor { command: self.editor.as_deref(), folder: &self.state_dir };
                    let (edited, (columns, rows)) = editor.edit(&text, &self.gate, terminal)?;
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
                Effect::Panic => panic!("asked for by a test"),
            }
        }
        Ok(after)
    }

    /// Reads the bookmarks in the background.
    pub(super) fn load_bookmarks(&mut self) {
        self.reading.give(Job::Bookmarks);
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
                self.reading.give(Job::Remember(positions, speech, position));
                self.kept = Some((Instant::now(), remembered));
            }
            // The place one starts at is known already.
            None => self.kept = Some((Instant::now(), remembered)),
        }
    }

    fn keep(&mut self, remembered: Remembered) {
        if let Err(error) = self.positions.save(&remembered.speech, &position(&remembered)) {
            self.last_troubles.push(error.message().into());
        }
        self.kept = Some((Instant::now(), remembered));
    }

    fn answer_trouble(&mut self, id: &str) {
        self.answers.push(Event::Told(Notice::trouble(id)));
    }

    /// Tells, now that the screen is gone, what could not be kept; gives the exit status.
    pub(super) fn tell_last_troubles(&self, messages: &Messages) -> u8 {
        for trouble in &self.last_troubles {
            eprintln!("dienvan: {}", messages.say(trouble));
        }
        if self.last_troubles.is_empty() { 0 } else { 2 }
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

/// Gives the event that tells what the store says.
pub(super) fn told(notice: &crate::store::Notice) -> Event {
    Event::Told(Notice::trouble(notice.message()))
}
