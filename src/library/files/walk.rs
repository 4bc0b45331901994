//! All texts at a path, and all that keeps some of them from being read: nothing is passed over in
//! silence.

use super::{OpenError, source};
use crate::formats::read;
use std::fs;
use std::path::{Path, PathBuf};

/// How deep folders are searched.
const DEPTH: usize = 32;

/// What there is at a path.
#[derive(Debug, Default)]
pub struct Walk {
    /// The texts, by name.
    pub texts: Vec<FoundText>,
    /// What could not be looked into.
    pub problems: Vec<OpenError>,
    /// How many files are no texts by their names.
    pub others: usize,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundText {
    /// Its path; that of one in an archive is as if the archive were a folder.
    pub path: PathBuf,
    /// The archive that it lies in.
    pub archive: Option<PathBuf>,
}

/// Lists all texts at a path: the file itself, those in the archive, those in the folder and the
/// folders in it. Hidden files and the parts of saved pages are none. A link is followed as long as
/// it does not lead out of the folder.
pub fn walk(path: &Path) -> Walk {
    let mut walk = Walk::default();
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => match path.canonicalize() {
            Ok(root) => walk.folder(path, &root, DEPTH),
            Err(error) => walk.problems.push(OpenError::from_io(path, error)),
        },
        Ok(_) => walk.file(path),
        // A file in an archive.
        Err(_) if source::exists(path) => walk.text(path.to_owned(), None),
        Err(error) => walk.problems.push(OpenError::from_io(path, error)),
    }
    walk
}

impl Walk {
    fn text(&mut self, path: PathBuf, archive: Option<&Path>) {
        self.texts.push(FoundText { path, archive: archive.map(Path::to_owned) });
    }

    fn file(&mut self, path: &Path) {
        match source::members(path) {
            Ok(Some(members)) => {
                members.into_iter().for_each(|member| self.text(member, Some(path)));
            }
            Ok(None) => self.text(path.to_owned(), None),
            Err(error) => self.problems.push(error),
        }
    }

    fn folder(&mut self, folder: &Path, root: &Path, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            self.problems.push(OpenError::TooDeep(folder.to_owned()));
            return;
        };
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.problems.push(OpenError::from_io(folder, error));
                return;
            }
        };
        let mut names: Vec<_> = entries.flatten().collect();
        names.sort_by_key(fs::DirEntry::file_name);
        for entry in names {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name.to_lowercase().ends_with(".toml") {
                continue;
            }
            let path = entry.path();
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                // The parts of a saved page: "trang.html" has "trang_files".
                if !["_files", ".files", "_tep"].iter().any(|ending| name.ends_with(ending)) {
                    self.folder(&path, root, depth);
                }
            } else if !read::is_named_text(&name) {
                self.others += 1;
            } else if kind.is_symlink() {
                match path.canonicalize() {
                    Ok(target) if !target.starts_with(root) => {
                        self.problems.push(OpenError::LeadsOut(path));
                    }
                    Ok(target) if target.is_file() => self.file(&path),
                    Ok(_) => self.others += 1,
                    Err(error) => self.problems.push(OpenError::from_io(&path, error)),
                }
            } else if kind.is_file() {
                self.file(&path);
            } else {
                self.problems.push(OpenError::NotAFile(path));
            }
        }
    }
}
