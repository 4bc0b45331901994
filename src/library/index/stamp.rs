//! When a file was changed, as far as the system tells without its being read.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Length and time of change of a text, and of the companion beside it; of the archive for a text
/// in one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The length of the text in bytes.
    pub length: u64,
    /// When the text was changed, in nanoseconds since 1970.
    pub changed: i64,
    /// When the companion was changed, in nanoseconds since 1970, with its length mixed in; 0
    /// where there is none.
    pub companion: i64,
}

impl Stamp {
    /// Looks at a file, or at an archive; nothing for one that is gone or is no regular file.
    pub fn of(path: &Path, companion: CompanionPresence) -> Option<Stamp> {
        let text = fs::metadata(path).ok().filter(Metadata::is_file)?;
        let companion = match companion {
            CompanionPresence::Absent => None,
            CompanionPresence::Maybe => fs::metadata(path.with_extension("toml")).ok(),
        };
        let companion = companion.map_or(0, |file| changed(&file) ^ file.len() as i64 | 1);
        Some(Stamp { length: text.len(), changed: changed(&text), companion })
    }
}

impl Stamp {
    /// Looks at the file of a speech, which may lie in an archive, as it is named.
    pub fn of_file(path: &Path) -> Option<Stamp> {
        let archive = || path.ancestors().skip(1).find(|part| part.is_file());
        match path.is_file() {
            true => Stamp::of(path, CompanionPresence::Maybe),
            false => Stamp::of(archive()?, CompanionPresence::Absent),
        }
    }

    /// Returns how long ago the text was changed; nothing if that is to come.
    pub fn age(self) -> Option<Duration> {
        let changed = Duration::from_nanos(u64::try_from(self.changed).ok()?);
        SystemTime::now().duration_since(UNIX_EPOCH + changed).ok()
    }
}

/// Whether there may be a companion beside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompanionPresence {
    /// The folder has none.
    Absent,
    /// The system is to be asked.
    Maybe,
}

fn changed(file: &Metadata) -> i64 {
    let time = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    time.and_then(|time| i64::try_from(time.as_nanos()).ok()).unwrap_or(0)
}
