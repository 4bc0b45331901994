//! The limits of a process that reads one file: its memory and its time.
//!
//! Where the system has no such limit, or refuses to set it, the process goes without.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::{is_out_of_time, set};
#[cfg(windows)]
pub(super) use windows::{is_out_of_time, set};

/// How much memory a file may take, in bytes: most is the file, its objects, a page of them.
const SPACE: u64 = 1024 * 1024 * 1024;
/// How much processor time a file may take, in seconds.
const SECONDS: u64 = 60;
