//! Where an exported file goes: standard output, a file, a folder. A file is written beside its place
//! and then put there in one step, so that there is never half of one.

use super::error::CliError;
use clap::ValueEnum;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// The format of a file that a speech is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    /// Plain text.
    Txt,
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// An e-book.
    Epub,
    /// The outline and the text for programs.
    Json,
}

impl PageFormat {
    /// Returns the ending of its files.
    pub(super) fn ending(self) -> &'static str {
        match self {
            PageFormat::Txt => "txt",
            PageFormat::Md => "md",
            PageFormat::Html => "html",
            PageFormat::Epub => "epub",
            PageFormat::Json => "json",
        }
    }

    /// Finds the format that an ending stands for.
    pub(super) fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => PageFormat::Txt,
            "md" | "markdown" => PageFormat::Md,
            "html" | "htm" | "xhtml" => PageFormat::Html,
            "epub" => PageFormat::Epub,
            "json" => PageFormat::Json,
            _ => return None,
        })
    }
}

/// What becomes of a file that is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// It stays, and that is an error.
    Kept,
    /// It is replaced.
    Replaced,
}

/// Where files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// To standard output.
    Standard,
    /// To this file.
    File(PathBuf),
    /// Into this folder, each under its own name.
    Folder(PathBuf),
}

impl Destination {
    /// Tells a file from a folder: a folder is there, or its name ends as that of one does.
    pub(super) fn of(output: Option<&Path>) -> Self {
        match output {
            None => Destination::Standard,
            Some(path) if path == Path::new("-") => Destination::Standard,
            Some(path) => {
                let name = path.to_string_lossy();
                let ends = name.ends_with(['/', MAIN_SEPARATOR]);
                match ends || path.is_dir() {
                    true => Destination::Folder(path.to_owned()),
                    false => Destination::File(path.to_owned()),
                }
            }
        }
    }

    /// Finds the format to write in: the one that is wished for, or that of the file's name.
    pub(super) fn format(&self, wished: Option<PageFormat>) -> Result<PageFormat, CliError> {
        if let Some(format) = wished {
            return Ok(format);
        }
        let Destination::File(path) = self else { return Err(CliError::NoFormat) };
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match PageFormat::of_ending(&ending) {
            Some(format) => Ok(format),
            None if ending.is_empty() => Err(CliError::NoFormat),
            None => Err(CliError::UnknownEnding(ending.into_owned())),
        }
    }

    /// Makes the folder if it is not there, and asks whether files may be written into it.
    pub(super) fn prepare(&self) -> Result<(), CliError> {
        match self {
            Destination::Folder(folder) => fs::create_dir_all(folder)
                .map_err(|source| CliError::NotWritten(folder.clone(), source)),
            Destination::Standard | Destination::File(_) => Ok(()),
        }
    }
}

/// Writes a file in one step. One that is there is replaced only if that is wished; its mode stays.
pub(super) fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), CliError> {
    let fail = |source| CliError::NotWritten(path.to_owned(), source);
    match fs::metadata(path) {
        Ok(there) if there.is_dir() => return Err(CliError::Exists(path.to_owned())),
        // A device or a pipe takes what comes.
        Ok(there) if !there.is_file() => {
            let device = OpenOptions::new().write(true).open(path);
            return device.and_then(|mut device| device.write_all(bytes)).map_err(fail);
        }
        Ok(_) if existing == Existing::Kept => return Err(CliError::Exists(path.to_owned())),
        Ok(there) if there.permissions().readonly() => {
            return Err(fail(io::ErrorKind::PermissionDenied.into()));
        }
        _ => {}
    }
    // Behind a link the file is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    replace(&target, bytes, existing).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => CliError::Exists(path.to_owned()),
        _ => fail(error),
    })
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
