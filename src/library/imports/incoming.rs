//! A file → a text that may come into the library: its bytes, and the companion beside it.

use super::intake::IncomingText;
use crate::library::files::{self, FoundText, OpenError, Shelves};
use crate::text::Encoding;
use jiff::Timestamp;
use std::fs;

/// The largest file that is taken in, in bytes: no speech has as much.
const LARGEST: u64 = 256 * 1024 * 1024;

impl IncomingText {
    /// Reads a file, alone or in an archive.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is too large to be kept.
    pub fn read(
        found: &FoundText,
        shelves: &mut Shelves,
        encoding: Option<Encoding>,
    ) -> Result<IncomingText, OpenError> {
        let FoundText { path, archive } = found;
        if fs::metadata(path).is_ok_and(|file| file.len() > LARGEST) {
            return Err(OpenError::TooLargeToKeep(path.clone()));
        }
        let bytes = shelves.read(path, archive.as_deref())?;
        let companion = match archive {
            Some(_) => None,
            None => files::companion_text(path),
        };
        Ok(IncomingText::of(bytes, path.clone(), companion, encoding))
    }

    /// Makes one of bytes that came from somewhere, now.
    pub fn of(
        bytes: Vec<u8>,
        source: std::path::PathBuf,
        companion: Option<String>,
        encoding: Option<Encoding>,
    ) -> IncomingText {
        let now = Timestamp::now();
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        IncomingText { bytes, source, companion, encoding, now }
    }
}
