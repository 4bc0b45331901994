//! Writing a file that the user asked for: beside its place, then put there in one step, so that there is never half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// What becomes of a file that is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and that is an error.
    Kept,
    /// It is replaced.
    Replaced,
}

/// Writes a file in one step. One that is there is replaced only if that is wished; its mode stays.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] where something is in the way, else what the system says.
pub fn write_file(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let in_the_way = || io::Error::from(io::ErrorKind::AlreadyExists);
    match fs::metadata(path) {
        Ok(there) if there.is_dir() => return Err(in_the_way()),
        // A device or a pipe takes what comes.
        Ok(there) if !there.is_file() => {
            let device = OpenOptions::new().write(true).open(path);
            return device.and_then(|mut device| device.write_all(bytes));
        }
        Ok(_) if existing == Existing::Kept => return Err(in_the_way()),
        Ok(there) if there.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        _ => {}
    }
    // Behind a link the file is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    replace(&target, bytes, existing)
}

fn replace(target: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dienvan-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As of any new file; the system takes off what the user's mask says.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut fresh = builder.tempfile_in(folder).map_err(without_name)?;
    fresh.write_all(bytes)?;
    if let Ok(there) = fs::metadata(target) {
        fresh.as_file().set_permissions(there.permissions())?;
    }
    fresh.as_file().sync_all()?;
    match existing {
        Existing::Replaced => fresh.persist(target).map_err(|error| error.error)?,
        Existing::Kept => fresh.persist_noclobber(target).map_err(|error| error.error)?,
    };
    // Some file systems cannot, and need not.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Takes the system's own error out of one that also names a temporary file.
fn without_name(error: io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::from(error.kind()), io::Error::from_raw_os_error)
}
