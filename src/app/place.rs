//! Places in speeches that the reader comes back to.

use crate::speech::SpeechId;
use crate::speech::anchor::Trace;
use crate::text::TextPos;
use std::path::PathBuf;

/// Where the reader left a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftPlace {
    /// The place.
    pub pos: TextPos,
    /// The fingerprint of the text then.
    pub fingerprint: String,
    /// The words there, if they are known.
    pub trace: Trace,
}

/// A place to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// The speech.
    pub speech: SpeechId,
    /// The fingerprint of its text.
    pub fingerprint: String,
    /// The place.
    pub pos: TextPos,
    /// How far that is, 0 to 100.
    pub percent: u8,
    /// The words there.
    pub trace: Trace,
    /// The file it was read from.
    pub source: Option<PathBuf>,
}
