//! Files that the program alone writes: they are written anew as a whole, never edited.

use super::contents::Broken;
use super::entry::{Contents, TomlEntry, owned};
use super::error::StoreError;
use super::file::StateFile;
use super::notice::FileNotice;
use crate::text::printable;
use jiff::Timestamp;

/// What is in such a file.
pub(super) type OwnEntries<'a> = Contents<'a, TomlEntry<'static>>;

/// The version of these files.
const VERSION: i64 = 1;

/// Reads a file; what cannot be read is told and counts as empty.
pub(super) fn load<T: Default>(
    file: &StateFile,
    list: &str,
    read: impl FnOnce(&OwnEntries<'_>) -> T,
) -> (T, Vec<FileNotice>) {
    let path = file.path().to_path_buf();
    let bytes = match file.read() {
        Ok(Some((bytes, _))) => bytes,
        Ok(None) => return (T::default(), Vec::new()),
        Err(error) => {
            let reason = match &error {
                StoreError::Denied { source, .. }
                | StoreError::Full { source, .. }
                | StoreError::Failed { source, .. } => source.to_string(),
                StoreError::Busy { .. } | StoreError::Newer { .. } => error.to_string(),
            };
            let reason = printable(&reason).into_owned();
            return (T::default(), vec![FileNotice::Unreadable { path, reason }]);
        }
    };
    match Contents::read(&bytes, list, owned) {
        Ok(contents) => {
            let found = contents.version();
            let is_newer = found > VERSION;
            let notices = is_newer.then_some(FileNotice::ReadOnly { path, found, known: VERSION });
            (read(&contents), notices.into_iter().collect())
        }
        Err(Broken { line, reason }) => {
            (T::default(), vec![FileNotice::Broken { path, line, reason }])
        }
    }
}

/// Writes a file anew, made from what is in it at this moment.
pub(super) fn change(
    file: &StateFile,
    list: &str,
    write: impl FnOnce(&OwnEntries<'_>) -> String,
) -> Result<Vec<FileNotice>, StoreError> {
    let held = file.lock()?;
    let bytes = held.read()?.map(|(bytes, _)| bytes).unwrap_or_default();
    let mut notices = Vec::new();
    let contents = match Contents::read(&bytes, list, owned) {
        Ok(contents) => contents,
        Err(Broken { line, reason }) => {
            let (path, aside) = (file.path().to_path_buf(), held.set_aside(&bytes)?);
            notices.push(FileNotice::SetAside { path, aside, line, reason });
            Contents::default()
        }
    };
    if contents.version() > VERSION {
        let path = file.path().to_path_buf();
        return Err(StoreError::Newer { path, found: contents.version(), known: VERSION });
    }
    let text = write(&contents);
    if text.as_bytes() != bytes {
        held.write(&text)?;
    }
    Ok(notices)
}

/// Gives what such a file begins with.
pub(super) fn header(what: &str) -> String {
    format!("# Written by dienvan ({what}); may be deleted while it is not running.\nversion = 1\n")
}

/// Gives a text as a TOML string.
pub(super) fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// Gives a moment as TOML, to the second.
pub(super) fn seconds(time: Timestamp) -> Timestamp {
    Timestamp::from_second(time.as_second()).unwrap_or(time)
}
