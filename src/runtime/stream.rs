//! Texts that come bit by bit while the reader runs: a thread for each waits and tells.

use super::outside::{Outside, Teller};
use super::start;
use crate::app::{EntryId, Event, NewSpeech, Notice};
use crate::i18n::Message;
use crate::library::Library;
use crate::library::files::{OpenError, Reading, Stream, StreamState};
use crate::library::kept::Positions;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

/// How long what follows is waited for before it is shown with what came first.
const TOGETHER: Duration = Duration::from_millis(100);
/// How many times longer a text is read than it took to parse what came of it, so that a long one
/// is not parsed again and again.
const SHARE: u32 = 4;

/// A text that comes, and where it stands on the shelf.
pub(super) struct Coming {
    /// Its place on the shelf.
    pub index: EntryId,
    /// The text.
    pub stream: Stream,
}

/// Starts to tell what comes.
pub(super) fn watch(coming: Coming, library: Library, teller: Teller) {
    let watch = move || {
        let index = coming.index;
        let tell = |event| teller.tell(Outside::Event(Box::new(event)));
        let followed = catch_unwind(AssertUnwindSafe(|| follow(coming, &library, &tell)));
        let trouble = match followed {
            Ok(Ok(())) => return,
            Ok(Err(error)) => Message::from(error.message()),
            // Nobody is to wait for what does not come any more.
            Err(_) => Message::new("work-failed"),
        };
        tell(Event::Opened(index, Err(trouble)));
    };
    // Without the thread the text stays as it is: the system is out of everything.
    let _ = thread::Builder::new().name("stream".to_owned()).spawn(watch);
}

/// Returns the event that opens a text of which nothing has come.
pub(super) fn begin(index: EntryId, stream: &Stream, reading: Reading<'_>) -> Event {
    let opened = stream.head(reading).map(|head| Box::new(start::new_speech(head)));
    Event::Opened(index, opened.map_err(|error| error.message().into()))
}

fn follow(coming: Coming, library: &Library, tell: &impl Fn(Event)) -> Result<(), OpenError> {
    let Coming { index, mut stream } = coming;
    let reading = library.reading();
    let mut together = TOGETHER;
    loop {
        match stream.wait_and_read_for(together) {
            Ok(StreamState::Open) => {}
            Ok(StreamState::Ended) => break,
            Err(error) if stream.is_empty() => return Err(error),
            // What has come stays.
            Err(error) => {
                tell(Event::Told(Notice::trouble(error.message())));
                break;
            }
        }
        let begun = Instant::now();
        tell(Event::Grown(index, Box::new(start::new_speech(stream.head(reading)?))));
        together = TOGETHER.max(begun.elapsed() * SHARE);
    }
    // What is wrong with corrections and places was told at the start.
    let opened = library.corrected(stream.whole(reading)?, &library.corrections());
    let new = start::new_speech(opened);
    let left = start::left(&Positions::new(&library.state_dir).load().0, &new.speech);
    tell(Event::Grown(index, Box::new(NewSpeech { left, ..new })));
    Ok(())
}
