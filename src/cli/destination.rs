//! Where an exported file goes: standard output, a file, a folder. A file is written beside its place
//! and then put there in one step, so that there is never half of one.

use super::error::CliError;
pub(super) use crate::runtime::Existing;
use crate::runtime::write_file;
use clap::ValueEnum;
use std::fs;
use std::io;
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
    write_file(path, bytes, existing).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => CliError::Exists(path.to_owned()),
        _ => CliError::NotWritten(path.to_owned(), error),
    })
}
