//! One file of the user's state: reading it, and changing it under its lock.

use super::error::{Doing, StoreError};
use super::replace::Older;
use super::{lock, replace};
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a change waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many links are followed to the file.
const MOST_LINKS: usize = 40;

/// A file by its name.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    patience: Duration,
    released: Cell<Option<Instant>>,
}

/// A file whose lock is held.
#[derive(Debug)]
pub(super) struct Held<'a> {
    owner: &'a StateFile,
    target: PathBuf,
    _lock: File,
}

impl StateFile {
    pub fn new(folder: &Path, name: &str) -> Self {
        StateFile { path: folder.join(name), patience: PATIENCE, released: Cell::new(None) }
    }

    /// Sets how long to wait for the lock.
    #[cfg(test)]
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the file, and when it was changed last; nothing if there is none.
    pub fn read(&self) -> Result<Option<(Vec<u8>, jiff::Timestamp)>, StoreError> {
        read(&self.path)
    }

    /// Takes the lock; makes the folder where it is missing.
    pub fn lock(&self) -> Result<Held<'_>, StoreError> {
        if self.released.get().is_some_and(|released| released.elapsed() < self.patience) {
            // Many changes in a row must not keep another program out for good.
            lock::give_way();
        }
        let folder = replace::folder_of(&self.path);
        if !folder.is_dir() {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(folder).map_err(|error| StoreError::io(Doing::Write, folder, error))?;
        }
        let target = self.target()?;
        let lock = lock::take(&target, self.patience)?;
        Ok(Held { owner: self, target, _lock: lock })
    }

    /// Follows links to the file itself, which need not exist yet.
    fn target(&self) -> Result<PathBuf, StoreError> {
        let mut target = self.path.clone();
        for _ in 0..MOST_LINKS {
            match fs::symlink_metadata(&target) {
                Ok(metadata) if metadata.is_symlink() => {
                    let link = fs::read_link(&target)
                        .map_err(|error| StoreError::io(Doing::Read, &target, error))?;
                    target = replace::folder_of(&target).join(link);
                }
                _ => return Ok(target),
            }
        }
        let error = io::Error::other("too many links");
        Err(StoreError::io(Doing::Read, &self.path, error))
    }
}

impl Held<'_> {
    /// Reads the file, and when it was changed last; nothing if there is none.
    pub fn read(&self) -> Result<Option<(Vec<u8>, jiff::Timestamp)>, StoreError> {
        read(&self.target)
    }

    /// Replaces the contents.
    pub fn write(&self, text: &str) -> Result<(), StoreError> {
        replace::replace(&self.target, Older::Dropped, |file| file.write_all(text.as_bytes()))
    }

    /// Replaces the contents, and keeps the old ones beside it.
    pub fn write_keeping(&self, text: &str) -> Result<(), StoreError> {
        replace::replace(&self.target, Older::Kept, |file| file.write_all(text.as_bytes()))
    }

    /// Keeps contents that cannot be understood under another name.
    pub fn set_aside(&self, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        replace::set_aside(&self.target, bytes)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.owner.released.set(Some(Instant::now()));
    }
}

fn read(path: &Path) -> Result<Option<(Vec<u8>, jiff::Timestamp)>, StoreError> {
    let fail = |error| StoreError::io(Doing::Read, path, error);
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(error)),
    };
    if !metadata.is_file() {
        return Err(fail(io::Error::other("not a regular file")));
    }
    let changed = metadata.modified().ok().and_then(|time| jiff::Timestamp::try_from(time).ok());
    let bytes = fs::read(path).map_err(fail)?;
    Ok(Some((bytes, changed.unwrap_or(jiff::Timestamp::UNIX_EPOCH))))
}
