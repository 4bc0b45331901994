//! Deleting an imported speech, and taking that back.

use super::place::Collection;
use crate::library::kept::{Deposit, StoreError};
use crate::speech::SpeechId;
use std::fs;
use std::path::{Path, PathBuf};

/// A deleted speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its name.
    pub id: SpeechId,
    /// The folder that its files are in now, by its name in the folder of imported speeches.
    folder: PathBuf,
}

/// Why something was not deleted or brought back.
#[derive(Debug, thiserror::Error)]
pub enum RemovalError {
    /// The file was not imported: it is the user's own to delete.
    #[error("{} is not an imported speech", .0.display())]
    NotImported(PathBuf),
    /// Nothing of this name was deleted.
    #[error("{0} was not deleted")]
    NotDeleted(String),
    /// A speech of this name is there again.
    #[error("{0} is there already")]
    Taken(SpeechId),
    /// The system refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl RemovalError {
    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            RemovalError::NotImported(path) => {
                let path = crate::text::printable(&path.to_string_lossy()).into_owned();
                ("error-not-imported", vec![("path", path)])
            }
            RemovalError::NotDeleted(id) => {
                let id = crate::text::printable(id).into_owned();
                ("error-not-deleted", vec![("id", id)])
            }
            RemovalError::Taken(id) => ("error-id-taken", vec![("id", id.to_string())]),
            RemovalError::Store(error) => error.message(),
        }
    }
}

impl Collection {
    /// Deletes an imported speech: its files go to a folder of deleted ones, and nothing is lost.
    ///
    /// # Errors
    ///
    /// When the file was not imported, or the system refuses.
    pub fn delete(&self, text: &Path) -> Result<Deleted, RemovalError> {
        let not_imported = || RemovalError::NotImported(text.to_owned());
        let id = self.id_of(text).filter(|_| text.is_file()).ok_or_else(not_imported)?;
        let deposit = Deposit::open(self.folder())?;
        let folder = (1_usize..)
            .map(|number| match number {
                1 => Self::deleted().join(id.as_str()),
                number => Self::deleted().join(format!("{id}.{number}")),
            })
            .find(|folder| !self.folder().join(folder).exists())
            .expect("some number is free");
        let name = PathBuf::from(text.file_name().unwrap_or_default());
        let companion = name.with_extension("toml");
        // The text goes last: as long as it is there, the speech is.
        let older = Self::older(&id);
        if self.folder().join(&older).is_dir() {
            deposit.shift(&older, &folder.join("older"))?;
        }
        if self.folder().join(&companion).is_file() {
            deposit.keep(&companion, &folder.join(&companion))?;
        }
        deposit.shift(&name, &folder.join(&name))?;
        deposit.remove(&companion)?;
        deposit.settle()?;
        Ok(Deleted { id, folder })
    }

    /// Lists what was deleted, the latest first.
    pub fn deleted_speeches(&self) -> Vec<Deleted> {
        let folders = fs::read_dir(self.folder().join(Self::deleted())).into_iter().flatten();
        let mut found: Vec<(Option<std::time::SystemTime>, Deleted)> = folders
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                let id = SpeechId::parse(name.split('.').next()?)?;
                let changed = entry.metadata().and_then(|it| it.modified()).ok();
                Some((changed, Deleted { id, folder: Self::deleted().join(name) }))
            })
            .collect();
        found.sort_by(|(one, a), (other, b)| (other, &b.folder).cmp(&(one, &a.folder)));
        found.into_iter().map(|(_, deleted)| deleted).collect()
    }

    /// Brings a deleted speech back, and gives its file.
    ///
    /// # Errors
    ///
    /// When one of its name is there, it is not among the deleted ones, or the system refuses.
    pub fn restore(&self, deleted: &Deleted) -> Result<PathBuf, RemovalError> {
        let Deleted { id, folder } = deleted;
        let missing = || RemovalError::NotDeleted(id.to_string());
        let deposit = Deposit::open(self.folder())?;
        let mut names: Vec<PathBuf> = fs::read_dir(self.folder().join(folder))
            .map_err(|_| missing())?
            .flatten()
            .map(|entry| PathBuf::from(entry.file_name()))
            .collect();
        names.sort();
        let is_companion = |name: &Path| name.extension().is_some_and(|ending| ending == "toml");
        let text = names.iter().find(|name| {
            !is_companion(name) && name.file_stem().is_some_and(|stem| stem == id.as_str())
        });
        let text = text.cloned().ok_or_else(missing)?;
        let is_there = |name: &PathBuf| self.folder().join(name).exists();
        let endings = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        let taken = endings.map(|entry| PathBuf::from(entry.file_name())).any(|name| {
            name.file_stem().is_some_and(|stem| stem == id.as_str()) && !is_companion(&name)
        });
        if taken || is_there(&text) {
            return Err(RemovalError::Taken(id.clone()));
        }
        let older = Path::new("older");
        if names.iter().any(|name| name == older) && !is_there(&Self::older(id)) {
            deposit.shift(&folder.join(older), &Self::older(id))?;
        }
        let companion = text.with_extension("toml");
        if names.contains(&companion) {
            deposit.shift(&folder.join(&companion), &companion)?;
        }
        deposit.shift(&folder.join(&text), &text)?;
        // What is left in it was put there by somebody else.
        let _ = fs::remove_dir(self.folder().join(folder));
        deposit.settle()?;
        Ok(self.folder().join(text))
    }
}
