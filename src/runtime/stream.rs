//! Texts that come bit by bit while the reader runs: a thread for each waits and tells.

use super::outside::{Outside, Teller};
use super::start;
use crate::app::{Event, NewSpeech, Notice};
use crate::loader::{self, Flow, OpenError, Reading, Stream};
use crate::store::{Corrections, Positions};
use std::path::PathBuf;
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
    pub index: usize,
    /// The text.
    pub stream: Stream,
    /// Where the corrections are.
    pub data_dir: PathBuf,
    /// Where places are.
    pub state_dir: PathBuf,
}

/// Starts to tell what comes.
pub(super) fn watch(coming: Coming, means: super::jobs::Means, teller: Teller) {
    let watch = move || {
        let index = coming.index;
        let reading = Reading {
            lexicon: &means.lexicon,
            encoding: means.encoding,
            isolation: means.isolation,
        };
        let tell = |event| teller.tell(Outside::Event(Box::new(event)));
        if let Err(error) = follow(coming, reading, &tell) {
            tell(Event::Opened(index, Err(error.message().into())));
        }
    };
    // Without the thread the text stays as it is: the system is out of everything.
    let _ = thread::Builder::new().name("stream".to_owned()).spawn(watch);
}

fn follow(coming: Coming, reading: Reading<'_>, tell: &impl Fn(Event)) -> Result<(), OpenError> {
    let Coming { index, mut stream, data_dir, state_dir } = coming;
    let mut together = TOGETHER;
    loop {
        match stream.wait_and_read_for(together) {
            Ok(Flow::Open) => {}
            Ok(Flow::Ended) => break,
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
    let mut opened = stream.whole(reading)?;
    // What is wrong with corrections and places was told at the start.
    let corrections = Corrections::new(&data_dir).load().map(|all| all.corrections);
    loader::correct(&mut opened, &corrections.unwrap_or_default(), reading);
    let new = start::new_speech(opened);
    let left = start::left(&Positions::new(&state_dir).load().0, &new.speech);
    tell(Event::Grown(index, Box::new(NewSpeech { left, ..new })));
    Ok(())
}
