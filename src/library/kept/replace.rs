//! Replacing a file in one step, and keeping the contents of one that is broken.

use super::error::{Doing, StoreError};
use super::generations;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// How long a file that is to be replaced may be held by another program.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long to wait before trying again.
const PAUSE: Duration = Duration::from_millis(5);

/// What becomes of the contents that are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Older {
    /// They are kept under another name: the file is the user's.
    Kept,
    /// They go: the file is the program's own.
    Dropped,
}

/// Replaces `target` by what `fill` writes: whoever reads it, at whatever moment, finds the old
/// contents or all of the new. The mode stays; a new file is the user's alone. The caller holds
/// the lock of `target`.
pub(super) fn replace(
    target: &Path,
    older: Older,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), StoreError> {
    let fail = |error| StoreError::io(Doing::Write, target, error);
    let folder = folder_of(target);
    let permissions = fs::metadata(target).ok().map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(fail(io::ErrorKind::PermissionDenied.into()));
    }
    let prefix = format!(".{}.", name_of(target));
    sweep(folder, &prefix);
    let mut builder = tempfile::Builder::new();
    let mut fresh = builder
        .prefix(&prefix)
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(unwrap_path)
        .map_err(fail)?;
    fill(fresh.as_file_mut()).map_err(fail)?;
    if let Some(permissions) = permissions {
        fresh.as_file().set_permissions(permissions).map_err(fail)?;
    }
    fresh.as_file().sync_all().map_err(fail)?;
    if older == Older::Kept {
        // The change is worth more than what was there before it: it does not fail for that.
        let _ = generations::keep(target);
    }
    place(fresh, target).map_err(fail)?;
    sync_folder(folder).map_err(fail)
}

/// Gives a finished file its name, in one step. Windows refuses that while another program has the
/// file open that is replaced: as reading takes a moment only, it is tried again.
pub(super) fn place(mut fresh: NamedTempFile, target: &Path) -> io::Result<()> {
    let begun = Instant::now();
    loop {
        match fresh.persist(target) {
            Ok(_) => return Ok(()),
            Err(error) if cfg!(windows) && begun.elapsed() < PATIENCE => {
                fresh = error.file;
                sleep(PAUSE);
            }
            Err(error) => return Err(error.error),
        }
    }
}

/// Writes the contents of a file that cannot be understood beside it, as `NAME.broken-1.toml` or
/// the first such name that is free, and gives that name.
pub(super) fn set_aside(target: &Path, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let extension = target.extension().unwrap_or(OsStr::new("toml")).to_string_lossy();
    let mut number = 1_u32;
    loop {
        let aside = target.with_file_name(format!("{stem}.broken-{number}.{extension}"));
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(file) => {
                let kept = keep(file, target, bytes).and_then(|()| sync_folder(folder_of(target)));
                return match kept {
                    Ok(()) => Ok(aside),
                    Err(error) => {
                        // It is ours and incomplete; the original still stands.
                        let _ = fs::remove_file(&aside);
                        Err(StoreError::io(Doing::Write, &aside, error))
                    }
                };
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(StoreError::io(Doing::Write, &aside, error)),
        }
    }
}

fn keep(mut file: File, original: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(original)?.permissions())?;
    file.sync_all()
}

/// Returns the folder of a file; a bare name is in the current one.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Deletes what a killed program left half written. The lock is held, so nobody is writing.
fn sweep(folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(prefix) && name.ends_with(".tmp") {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Takes the system's own error out of one that also names a temporary file.
fn unwrap_path(error: io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::from(error.kind()), io::Error::from_raw_os_error)
}

/// Makes the renaming of a file last; some file systems cannot, and need not.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
                    | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}
