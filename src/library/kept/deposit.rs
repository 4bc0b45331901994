//! A folder that files are put into, many at a time: each in one step, and all made to last together.
//!
//! To make every file of ten thousand last by itself would take minutes; here a caller puts many,
//! and says that they are safe when [`Deposit::settle`] came back.

use super::error::{Doing, StoreError};
use super::{lock, replace};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How long to wait for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(5);
/// The name of the lock.
const LOCK: &str = "imports";
/// The folder of files that are not whole yet.
const INCOMING: &str = ".incoming";

/// A folder whose lock is held.
#[derive(Debug)]
pub struct Deposit {
    folder: PathBuf,
    _lock: File,
}

/// Bytes on the disk that are at no place yet. They go when this is dropped.
#[derive(Debug)]
pub struct Staged(NamedTempFile);

impl Deposit {
    /// Makes the folder where it is missing, takes its lock, and deletes what a killed program left
    /// half written.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, or the system refuses.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        make(folder)?;
        let lock = lock::take(&folder.join(LOCK), PATIENCE)?;
        let incoming = folder.join(INCOMING);
        make(&incoming)?;
        for entry in fs::read_dir(&incoming).into_iter().flatten().flatten() {
            // What cannot be deleted is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
        Ok(Deposit { folder: folder.to_owned(), _lock: lock })
    }

    /// Lets another program that waits for the lock have its turn.
    pub fn give_way() {
        lock::give_way();
    }

    /// Writes bytes to the disk, at no place yet.
    ///
    /// # Errors
    ///
    /// When the system refuses; then nothing is there.
    pub fn stage(&self, bytes: &[u8]) -> Result<Staged, StoreError> {
        let folder = self.folder.join(INCOMING);
        let fail = |error| StoreError::io(Doing::Write, &self.folder, error);
        let mut file = NamedTempFile::new_in(&folder).map_err(fail)?;
        file.write_all(bytes).map_err(fail)?;
        if !cfg!(unix) {
            // Only Unix makes all files of a folder last at once.
            file.as_file().sync_all().map_err(fail)?;
        }
        Ok(Staged(file))
    }

    /// Returns staged bytes a name in the folder, in one step.
    ///
    /// # Errors
    ///
    /// When the system refuses; then what had the name still has it.
    pub fn place(&self, staged: Staged, name: &Path) -> Result<(), StoreError> {
        let target = self.path(name)?;
        let placed = replace::place(staged.0, &target);
        placed.map_err(|error| StoreError::io(Doing::Write, &target, error))
    }

    /// Returns a file a second name, under which it stays when the first one gets other contents.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn keep(&self, name: &Path, also: &Path) -> Result<(), StoreError> {
        let (from, to) = (self.folder.join(name), self.path(also)?);
        if fs::hard_link(&from, &to).is_ok() {
            return Ok(());
        }
        // Some file systems know no second names.
        let bytes = fs::read(&from).map_err(|error| StoreError::io(Doing::Read, &from, error))?;
        self.place(self.stage(&bytes)?, also)
    }

    /// Returns a file or folder another name.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn shift(&self, name: &Path, other: &Path) -> Result<(), StoreError> {
        let (from, to) = (self.folder.join(name), self.path(other)?);
        fs::rename(&from, &to).map_err(|error| StoreError::io(Doing::Write, &from, error))
    }

    /// Takes a name away; one that is not there is none to take away.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn remove(&self, name: &Path) -> Result<(), StoreError> {
        let path = self.folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io(Doing::Write, &path, error))
            }
            _ => Ok(()),
        }
    }

    /// Makes all that was put here last.
    ///
    /// # Errors
    ///
    /// When the disk is full or fails.
    pub fn settle(&self) -> Result<(), StoreError> {
        sync(&self.folder).map_err(|error| StoreError::io(Doing::Write, &self.folder, error))
    }

    /// Returns the full path of a name, and makes the folder that it is in.
    fn path(&self, name: &Path) -> Result<PathBuf, StoreError> {
        let path = self.folder.join(name);
        make(replace::folder_of(&path))?;
        Ok(path)
    }
}

/// Makes a folder that is the user's alone.
fn make(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| StoreError::io(Doing::Write, folder, error))
}

#[cfg(target_os = "linux")]
fn sync(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn sync(_: &Path) -> io::Result<()> {
    rustix::fs::sync();
    Ok(())
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    // Each file was synced as it was staged.
    Ok(())
}
