//! The bytes of a file, or of a file in an archive, which has a path as if that were a folder:
//! `bài.zip/2023/kết luận.docx`.

use super::OpenError;
use crate::formats::read::{self, ImportError, Limit, Limits, Sniffed};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file, in bytes: that of the largest plain text.
const LARGEST: u64 = 1024 * 1024 * 1024;
/// How much is read of what is no file and may never end: a pipe, a device, standard input.
pub(super) const STREAM: u64 = 256 * 1024 * 1024;
/// How much of a file tells its format, in bytes.
const HEAD: u64 = 4096;

/// Reads a file, or a file in an archive, as it is.
pub fn read_original(path: &Path) -> Result<Vec<u8>, OpenError> {
    read(path, LARGEST)
}

/// Reads files one after the other. An archive is read once for all files in it that follow one
/// another.
#[derive(Debug, Default)]
pub struct Shelves {
    archive: Option<(PathBuf, Vec<u8>)>,
}

impl Shelves {
    /// Reads a file as it is; `archive` is the one that it lies in.
    pub fn read(&mut self, path: &Path, archive: Option<&Path>) -> Result<Vec<u8>, OpenError> {
        let Some(archive) = archive else { return read_whole(path) };
        let name = path.strip_prefix(archive).ok().and_then(member_name);
        let name = name.ok_or_else(|| OpenError::Missing(path.to_owned()))?;
        if self.archive.as_ref().is_none_or(|(known, _)| known != archive) {
            // The one before goes first: two large ones need not be held at once.
            self.archive = None;
            self.archive = Some((archive.to_owned(), read_archive(archive)?));
        }
        let bytes = self.archive.as_ref().map_or(&[][..], |(_, bytes)| bytes);
        member_of(bytes, path, &name)
    }
}

/// Tells whether there is something at a path, or in the archive that it leads into.
pub fn exists(path: &Path) -> bool {
    match path.try_exists() {
        Ok(true) => true,
        Ok(false) => is_member(path),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => is_member(path),
        Err(error) => error.kind() == io::ErrorKind::PermissionDenied,
    }
}

/// Tells whether a path leads to a text in an archive. A document (DOCX, ODT, EPUB) is none, although
/// it is a ZIP file too; of an archive that cannot be read it is told when the path is opened.
fn is_member(path: &Path) -> bool {
    let Some((archive, name)) = archive_of(path) else { return false };
    let Ok(bytes) = read_archive(&archive) else { return true };
    match read::members(&bytes, Limits::default()) {
        Ok(members) => members.is_some_and(|members| members.contains(&name)),
        Err(_) => true,
    }
}

/// Reads all of a file, unless it is larger than files of its format are read: that is told by its
/// first bytes, before the others cost memory.
pub(super) fn read_whole(path: &Path) -> Result<Vec<u8>, OpenError> {
    let least = Limits::default().least();
    if std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() > least) {
        let length = std::fs::metadata(path).map_or(0, |file| file.len());
        let name = path.file_name().map(|name| name.to_string_lossy());
        let told = |error| OpenError::Import { path: path.to_owned(), error };
        let sniffed = read::sniff(&read(path, HEAD)?, name.as_deref()).map_err(told)?;
        if length > Limits::default().largest(sniffed) {
            return Err(told(ImportError::Limit(Limit::Bytes)));
        }
    }
    read(path, LARGEST)
}

/// Reads an archive, unless it is too large.
fn read_archive(path: &Path) -> Result<Vec<u8>, OpenError> {
    let most = Limits::default().largest(Sniffed::Zip);
    if std::fs::metadata(path).is_ok_and(|file| file.len() > most) {
        let error = ImportError::Limit(Limit::Bytes);
        return Err(OpenError::Import { path: path.to_owned(), error });
    }
    read(path, LARGEST)
}

/// Reads to its end what may never end, such as standard input; `path` is what it is called.
///
/// # Errors
///
/// If the system refuses, or there are more than 256 MiB.
pub fn read_stream(stream: impl Read, path: &Path) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    let fail = |error| OpenError::from_io(path, error);
    stream.take(STREAM + 1).read_to_end(&mut bytes).map_err(fail)?;
    match bytes.len() as u64 > STREAM {
        true => Err(OpenError::Endless(path.to_owned())),
        false => Ok(bytes),
    }
}

/// Reads at most `limit` bytes of a file, which must be no longer than 1 GiB.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    let fail = |error| OpenError::from_io(path, error);
    let file = match File::open(path) {
        Ok(file) => file,
        // A file taken for a folder: Windows says that there is none.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotADirectory | io::ErrorKind::NotFound) =>
        {
            return match archive_of(path) {
                Some((archive, name)) => member(path, &archive, &name),
                None => Err(fail(error)),
            };
        }
        Err(error) => return Err(fail(error)),
    };
    let metadata = file.metadata().map_err(fail)?;
    if metadata.is_dir() {
        return Err(OpenError::EmptyFolder(path.to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(OpenError::TooLarge(path.to_owned()));
    }
    if !metadata.is_file() && limit > STREAM {
        return read_stream(file, path);
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(limit) as usize);
    file.take(limit).read_to_end(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// Lists the texts in an archive as paths; nothing if the file is no archive.
pub(super) fn members(path: &Path) -> Result<Option<Vec<PathBuf>>, OpenError> {
    const MAGIC: usize = 4;
    // A document is an archive too, and need not be read to know that.
    const DOCUMENTS: [&str; 4] = ["docx", "docm", "odt", "epub"];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| DOCUMENTS.contains(&ending.as_str())) {
        return Ok(None);
    }
    // What is not a file can be read but once, and what may not be read is told of later.
    if !std::fs::metadata(path).is_ok_and(|file| file.is_file())
        || read(path, MAGIC as u64).map_or(true, |bytes| !bytes.starts_with(b"PK"))
    {
        return Ok(None);
    }
    let bytes = read_archive(path)?;
    let told = |error| OpenError::Import { path: path.to_owned(), error };
    let members = read::members(&bytes, Limits::default()).map_err(told)?;
    Ok(members.map(|names| names.iter().map(|name| path.join(name)).collect()))
}

/// Parts a path that leads into an archive: the archive, and the name in it.
fn archive_of(path: &Path) -> Option<(PathBuf, String)> {
    let archive = path.ancestors().skip(1).find(|part| part.is_file())?;
    let head = read(archive, 4).ok()?;
    let name = member_name(path.strip_prefix(archive).ok()?)?;
    head.starts_with(b"PK").then(|| (archive.to_owned(), name))
}

/// Returns the name that a file has in an archive, where `/` parts folders on every system.
fn member_name(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

fn member(path: &Path, archive: &Path, name: &str) -> Result<Vec<u8>, OpenError> {
    member_of(&read_archive(archive)?, path, name)
}

fn member_of(bytes: &[u8], path: &Path, name: &str) -> Result<Vec<u8>, OpenError> {
    let told = |error| OpenError::Import { path: path.to_owned(), error };
    read::member(bytes, name, Limits::default())
        .map_err(told)?
        .ok_or_else(|| OpenError::Missing(path.to_owned()))
}
