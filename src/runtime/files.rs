//! The reader's own files, as the loop changes them: bookmarks, corrections, searches, places, facts.

use crate::app::{Event, Notice, Remembered, Stored};
use crate::i18n::{Message, Messages};
use crate::library::kept::{
    self, Bookmarks, Corrections, Drafts, Fact, Position, Positions, ReaderState, Searches,
    StoreError,
};
use crate::notebook::Change;
use crate::paths::Paths;
use crate::settings;
use crate::speech::correction::{Edit, Filed};
use crate::speech::{Saving, SpeechId};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The reader's own files.
pub(super) struct Files {
    pub bookmarks: Bookmarks,
    pub state: ReaderState,
    pub data_dir: PathBuf,
    pub state_dir: PathBuf,
    corrections: Corrections,
    pub config_file: PathBuf,
    searches: Searches,
    /// Why places cannot be kept, if that was not told on the screen.
    place_trouble: Option<Message>,
    /// Whether it was told that places cannot be kept.
    pub has_told_places: Arc<AtomicBool>,
}

impl Files {
    /// Names them; reads nothing yet.
    pub(super) fn new(paths: &Paths) -> Self {
        Files {
            bookmarks: Bookmarks::new(&paths.data_dir),
            state: ReaderState::new(&paths.state_dir),
            corrections: Corrections::new(&paths.data_dir),
            searches: Searches::new(&paths.data_dir),
            config_file: paths.config_file.clone(),
            data_dir: paths.data_dir.clone(),
            state_dir: paths.state_dir.clone(),
            place_trouble: None,
            has_told_places: Arc::default(),
        }
    }

    /// Names the places, for whoever needs them.
    pub(super) fn positions(&self) -> Positions {
        Positions::new(&self.state_dir)
    }

    /// Names the drafts, for whoever needs them.
    pub(super) fn drafts(&self) -> Drafts {
        Drafts::new(&self.state_dir)
    }

    /// Stores changes of bookmarks, and gives what there is to tell.
    pub(super) fn store(&mut self, changes: &[Change]) -> Vec<Event> {
        let applied = match self.bookmarks.apply(changes) {
            Ok(applied) => applied,
            Err(error) => return vec![Event::Bookmarks(Err(error.message().into()))],
        };
        let (mut gone, mut events) = (Vec::new(), Vec::new());
        for notice in applied.notices {
            match notice {
                kept::FileNotice::Gone { id } => gone.push(id),
                notice => events.push(told(&notice)),
            }
        }
        events.push(Event::Bookmarks(Ok(Stored { bookmarks: applied.bookmarks, gone })));
        events
    }

    /// Counts an office among the user's own, and gives what the configuration says of offices then.
    pub(super) fn take_office(&self, office: &str) -> Event {
        let amended = kept::Configuration::new(&self.config_file)
            .amend(|document| settings::add_mine(document, office));
        Event::OfficesTaken(match amended {
            Ok(text) => Ok(Box::new(settings::read(&text, &self.config_file).0.offices)),
            Err(error) => Err(error.message().into()),
        })
    }

    /// Stores changes of corrections, and gives what there is to tell, and all as they are then if
    /// that was done.
    pub(super) fn correct(&mut self, edits: &[Edit]) -> (Vec<Event>, Option<Vec<Filed>>) {
        match self.corrections.apply(edits) {
            Ok(corrected) => {
                (corrected.notices.iter().map(told).collect(), Some(corrected.corrections))
            }
            Err(error) => (vec![Event::Told(Notice::trouble(error.message()))], None),
        }
    }

    /// Stores changes of saved searches, and gives what there is to tell.
    pub(super) fn save(&mut self, changes: &[Saving]) -> Vec<Event> {
        match self.searches.apply(changes) {
            Ok((saved, notices)) => {
                notices.iter().map(told).chain([Event::Saved(Ok(saved))]).collect()
            }
            Err(error) => vec![Event::Saved(Err(error.message().into()))],
        }
    }

    /// Keeps where the reader is.
    pub(super) fn keep_place(&mut self, remembered: &Remembered) {
        let (speech, position) = place(remembered);
        if let Err(error) = self.positions().save(&speech, &position)
            && !self.has_told_places.swap(true, Ordering::Relaxed)
        {
            self.place_trouble = Some(places_not_kept(&error));
        }
    }

    /// Keeps a fact. One that is not kept costs a line or a colour once more: nothing to trouble the
    /// reader with.
    pub(super) fn keep_fact(&self, fact: Fact) {
        let _ = self.state.save(&[fact]);
    }

    /// Tells, now that the screen is gone, that places cannot be kept. Reading did not fail for that.
    pub(super) fn tell_last_trouble(&self, messages: &Messages) {
        if let Some(trouble) = &self.place_trouble {
            eprintln!("dienvan: {}", messages.say(trouble));
        }
    }
}

/// Returns a place as it is kept.
pub(super) fn place(remembered: &Remembered) -> (SpeechId, Position) {
    let position = Position {
        pos: remembered.pos,
        fingerprint: remembered.fingerprint.clone(),
        percent: remembered.percent,
        furthest: remembered.percent,
        trace: remembered.trace.clone(),
        // The next start may be in another folder.
        source: remembered.source.as_deref().map(full),
        when: Timestamp::now(),
    };
    (remembered.speech.clone(), position)
}

/// Returns the full path of a file; what is in an archive too.
pub(super) fn full(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Says that places cannot be kept, and why.
pub(super) fn places_not_kept(error: &StoreError) -> Message {
    let reason = Message::from(error.message());
    Message::with("places-not-kept", [("reason", reason.into())])
}

/// Returns the event that tells what the store says.
pub(super) fn told(notice: &kept::FileNotice) -> Event {
    Event::Told(Notice::trouble(notice.message()))
}
