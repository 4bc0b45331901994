//! The user's configuration file, changed only in what a change names: all else stays as it was written.

use super::contents::{self, Broken};
use super::error::StoreError;
use super::file::StateFile;
use super::replace;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use toml_edit::DocumentMut;

/// The user's configuration file.
#[derive(Debug)]
pub struct Configuration {
    file: StateFile,
}

/// Why the configuration was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationError {
    /// The file cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is no TOML, or what is to be changed has another form.
    #[error("{path:?} cannot be understood")]
    NotUnderstood {
        /// The file.
        path: PathBuf,
        /// The 1-based line of the mistake.
        line: usize,
    },
}

impl Configuration {
    /// Names the file; reads nothing yet.
    pub fn new(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(OsStr::new("config.toml")).to_string_lossy();
        Configuration { file: StateFile::new(replace::folder_of(path), &name) }
    }

    /// Changes the file under its lock and gives its text as it is then. `change` is handed what is in it at that moment, and
    /// tells whether that has the form it needs. The old contents are kept beside it.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file cannot be understood, or the system refuses. Then it is as
    /// it was.
    pub fn amend(
        &self,
        change: impl FnOnce(&mut DocumentMut) -> Option<()>,
    ) -> Result<String, ConfigurationError> {
        let held = self.file.lock()?;
        let bytes = held.read()?.map(|(bytes, _)| bytes).unwrap_or_default();
        let not_understood =
            |line| ConfigurationError::NotUnderstood { path: self.file.path().to_owned(), line };
        let before = contents::utf8(&bytes).map_err(|Broken { line, .. }| not_understood(line))?;
        let parsed = contents::parse(before).map_err(|Broken { line, .. }| not_understood(line))?;
        let mut document = parsed.into_mut();
        change(&mut document).ok_or_else(|| not_understood(1))?;
        let text = document.to_string();
        if text != before {
            held.write_keeping(&text)?;
        }
        Ok(text)
    }
}

impl ConfigurationError {
    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            ConfigurationError::Store(error) => error.message(),
            ConfigurationError::NotUnderstood { path, line } => {
                let path = crate::text::path_text(path).to_string();
                ("store-configuration", vec![("path", path), ("line", line.to_string())])
            }
        }
    }
}
