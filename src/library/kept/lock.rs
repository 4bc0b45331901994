//! One writer at a time, also among programs.
//!
//! The lock is a hidden file beside the file it guards. The system drops it when a program ends in
//! whatever way, so a lock file that lies there means nothing; it is never deleted.

use super::error::{Doing, StoreError};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(1);

/// Takes the lock of `target`, waiting for at most `patience`. It lasts until the file is dropped.
pub(super) fn take(target: &Path, patience: Duration) -> Result<File, StoreError> {
    let path = lock_path(target);
    let start = Instant::now();
    loop {
        let file = open(&path).map_err(|error| StoreError::io(Doing::Write, &path, error))?;
        match file.try_lock() {
            // Somebody may have deleted the lock file between opening and locking it.
            Ok(()) if is_at(&file, &path) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                let seconds = patience.as_secs();
                return Err(StoreError::Busy { path: target.to_path_buf(), seconds });
            }
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
            Err(TryLockError::Error(error)) => {
                return Err(StoreError::io(Doing::Lock, &path, error));
            }
        }
    }
}

/// Shares the lock of `target` with all who share it too, for as long as the file is there.
pub(super) fn share(target: &Path) -> io::Result<File> {
    let file = open(&lock_path(target))?;
    file.lock_shared()?;
    Ok(file)
}

/// Lets another program that waits have its turn: sleeps longer than it does between two tries.
pub(super) fn give_way() {
    sleep(2 * PAUSE);
}

fn lock_path(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.lock"))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(ours), Ok(theirs)) => (ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}
