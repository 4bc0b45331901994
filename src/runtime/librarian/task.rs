//! What the library's keeper is to do.

use crate::app::{Event, LibraryRequest};
use crate::library::index::{OnDisk, UpdateError};
use std::path::PathBuf;

/// Something to do.
pub(in crate::runtime) enum Task {
    /// List the library, bring it up to date, and tell when it changes.
    Shelve,
    /// Tell when the file of an open speech changes.
    Attend(PathBuf),
    /// Tell when this file of the user's changes, by this event.
    AttendKept(PathBuf, fn() -> Event),
    /// Files have changed.
    Changed,
    /// Search the library.
    Hunt(Box<LibraryRequest>),
    /// Read the tasks of all speeches, for the request with this number.
    ReadTasks(u64),
    /// The catalogue is up to date with these files, or cannot be brought there.
    Updated(Result<(), UpdateError>, Vec<OnDisk>),
}
