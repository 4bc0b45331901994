//! Entries of a ZIP archive, read within limits.

use super::ImportError;
use super::limits::{Budget, Limit};
use crate::speech::Format;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An archive in memory.
pub(super) struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: &'a Budget,
    format: Format,
}

impl<'a> Zipped<'a> {
    /// Opens an archive; `format` is what it is told to be if it is broken.
    pub fn open(bytes: &'a [u8], budget: &'a Budget, format: Format) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| told(&error, format))?;
        if archive.len() > budget.limits.entries {
            return Err(ImportError::Limit(Limit::Entries));
        }
        Ok(Zipped { archive, budget, format })
    }

    /// Returns the names of the files in it, in the order of the archive.
    pub fn names(&mut self) -> Vec<String> {
        let files = (0..self.archive.len()).filter_map(|index| {
            let file = self.archive.by_index_raw(index).ok()?;
            let name = file.name().ok()?.into_owned();
            (file.is_file()).then_some(name)
        });
        files.collect()
    }

    /// Returns how many bytes the entry of this name says that it becomes.
    pub fn length(&mut self, name: &str) -> u64 {
        let Some(index) = self.archive.index_for_name(name) else { return 0 };
        self.archive.by_index_raw(index).map_or(0, |file| file.size())
    }

    /// Tells whether there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Reads an entry; nothing if there is none of this name.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let format = self.format;
        let file = self.archive.by_index(index).map_err(|error| told(&error, format))?;
        let most = self.budget.entry(file.compressed_size());
        if file.size() > most {
            return Err(ImportError::Limit(Limit::Inflated));
        }
        // What the archive says of an entry's size may be a lie: it is held to it.
        let told = file.size();
        let mut out = Vec::with_capacity(told as usize);
        file.take(told + 1)
            .read_to_end(&mut out)
            .map_err(|error| ImportError::damaged(format, error))?;
        if out.len() as u64 > told {
            return Err(ImportError::damaged(format, "an entry is longer than it says"));
        }
        self.budget.inflate(out.len() as u64);
        Ok(Some(out))
    }
}

fn told(error: &ZipError, format: Format) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => {
            ImportError::Encrypted(format)
        }
        other => ImportError::damaged(format, other),
    }
}
