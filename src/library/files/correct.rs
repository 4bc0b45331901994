//! From a speech and what its reader corrected to the speech as corrected.

use super::{Homes, Opened, Reading, outline_of};
use crate::speech::correction::{self, Filed, FoundCorrections};
use crate::speech::parse;
use crate::speech::{Extent, RecordedSpeech, Speech};
use std::sync::Arc;

/// Applies those of `all` corrections that are of a speech just opened. What is known about the
/// speech stays as it was read: its id above all, by which corrections are found.
///
/// Of a text of which only the beginning is here nothing is corrected yet.
pub fn correct(opened: &mut Opened, all: &[Filed], reading: Reading) {
    if all.is_empty() || opened.speech.extent != Extent::Whole {
        return;
    }
    let homes = Homes::new(reading);
    let home = |known: &RecordedSpeech<'_>| homes.of(known, &opened.speech);
    let FoundCorrections { fixes, checked } = correction::find(all, &opened.speech, &home);
    if !fixes.is_empty() {
        let Speech { text, hints, .. } = &opened.speech;
        let parsed = parse::parse_hinted(text, hints, reading.lexicon, &fixes);
        opened.speech.blocks = Arc::new(parsed.blocks);
        opened.speech.outline = Arc::new(parsed.outline);
    }
    opened.corrections = checked;
}

/// Makes the outline of a speech anew and applies corrections to it: when they have changed, or
/// when all of a large text is there.
pub fn correct_anew(speech: &Speech, all: &[Filed], reading: Reading) -> Opened {
    let speech = outline_of(speech, reading.lexicon);
    let mut opened = Opened { speech, notices: Vec::new(), corrections: Vec::new() };
    correct(&mut opened, all, reading);
    opened
}
