//! Older contents of a file of the user's, kept beside it: `NAME.older-1.toml` to `-3`.
//!
//! The first is the file before its last change. The second and the third are kept for an hour and
//! a day at least before a newer one takes their place, so that many changes in a row do not push
//! out what was there before them.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How much newer than the second generation the first must be to take its place.
const HOUR: Duration = Duration::from_secs(60 * 60);
/// How much newer than the third the second must be.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Keeps the contents of `target`, which is about to be replaced. The caller holds its lock.
///
/// # Errors
///
/// When the system refuses; then `target` is as it was, and so are older generations, or one of
/// them has another number.
pub(super) fn keep(target: &Path) -> io::Result<()> {
    if !target.try_exists()? {
        return Ok(());
    }
    let [first, second, third] = paths(target);
    let (one, two, three) = (changed(&first), changed(&second), changed(&third));
    let is_due = |newer: SystemTime, older: Option<SystemTime>, after: Duration| {
        older.is_none_or(|older| newer.duration_since(older).is_ok_and(|passed| passed >= after))
    };
    // Empty places are filled at once.
    if let Some(one) = one
        && (three.is_none() || is_due(one, two, HOUR))
    {
        if let Some(two) = two
            && is_due(two, three, DAY)
        {
            fs::rename(&second, &third)?;
        }
        fs::rename(&first, &second)?;
    }
    put(target, &first)
}

/// Returns the names of the generations, the newest first.
pub(super) fn paths(target: &Path) -> [PathBuf; 3] {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let extension = target.extension().unwrap_or(OsStr::new("toml")).to_string_lossy();
    [1, 2, 3].map(|number| target.with_file_name(format!("{stem}.older-{number}.{extension}")))
}

/// Returns `target` a second name. It costs nothing: the file that replaces it is another one.
fn put(target: &Path, first: &Path) -> io::Result<()> {
    match fs::remove_file(first) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if fs::hard_link(target, first).is_err() {
        // Some file systems know no second names.
        fs::copy(target, first)?;
        fs::File::open(first)?.sync_all()?;
    }
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
