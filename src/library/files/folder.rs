//! Which files of a folder are texts.

use super::{OpenError, source};
use crate::formats::read;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Endings of plain texts.
const PLAIN: [&str; 4] = ["txt", "text", "md", "markdown"];
/// How deep folders are searched.
const DEPTH: usize = 8;

/// Lists the texts at `path`: itself if it is a file, else those in the folder and the folders in
/// it, by name. Hidden files and links to folders are passed over.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, OpenError> {
    files_if_few(path, usize::MAX).map(Option::unwrap_or_default)
}

/// Does as [`files`], but gives up in a folder with more than `most` texts: nothing then.
pub fn files_if_few(path: &Path, most: usize) -> Result<Option<Vec<PathBuf>>, OpenError> {
    let listed = listed_if_few(path, most)?;
    Ok(listed.map(|listed| listed.into_iter().map(|file| file.path).collect()))
}

/// A text in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderText {
    /// The file.
    pub path: PathBuf,
    /// Whether there is a companion beside it.
    pub has_companion: bool,
    /// The archive that it lies in.
    pub archive: Option<Arc<Path>>,
}

impl FolderText {
    /// A text without a companion.
    fn alone(path: PathBuf) -> Self {
        FolderText { path, has_companion: false, archive: None }
    }

    /// Texts in an archive.
    fn inside(archive: &Path, members: Vec<PathBuf>) -> impl Iterator<Item = Self> {
        let archive: Arc<Path> = archive.into();
        let listed = move |path| FolderText {
            path,
            has_companion: false,
            archive: Some(Arc::clone(&archive)),
        };
        members.into_iter().map(listed)
    }
}

/// Does as [`files`], and tells which texts have companions.
pub fn listed(path: &Path) -> Result<Vec<FolderText>, OpenError> {
    listed_if_few(path, usize::MAX).map(Option::unwrap_or_default)
}

fn listed_if_few(path: &Path, most: usize) -> Result<Option<Vec<FolderText>>, OpenError> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        // A file in an archive.
        Err(_) if source::exists(path) => {
            return Ok(Some(vec![FolderText::alone(path.to_owned())]));
        }
        Err(error) => return Err(OpenError::from_io(path, error)),
    };
    if !metadata.is_dir() {
        if let Some(members) = source::members(path)? {
            return Ok(Some(FolderText::inside(path, members).collect()));
        }
        let has_companion = path.with_extension("toml").exists();
        return Ok(Some(vec![FolderText { has_companion, ..FolderText::alone(path.to_owned()) }]));
    }
    let mut found = Vec::new();
    collect(path, DEPTH, most, &mut found)?;
    if found.len() > most {
        return Ok(None);
    }
    found.sort();
    if found.is_empty() {
        return Err(OpenError::EmptyFolder(path.to_owned()));
    }
    Ok(Some(found))
}

/// Returns the first text in a folder, by name, without listing the folders beside the one it is in.
pub fn first_file(folder: &Path) -> Option<PathBuf> {
    first(folder, DEPTH)
}

fn first(folder: &Path, depth: usize) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let visible = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let mut all: Vec<(PathBuf, bool)> = visible
        .filter_map(|entry| {
            let kind = entry.file_type().ok()?;
            let path = entry.path();
            let file = is_text(&path) && (kind.is_file() || leads_to_file(&path));
            (kind.is_dir() || file).then_some((path, kind.is_dir()))
        })
        .collect();
    all.sort();
    all.into_iter().find_map(|(path, is_folder)| match is_folder {
        true => depth.checked_sub(1).and_then(|depth| first(&path, depth)),
        false => Some(path),
    })
}

fn collect(
    folder: &Path,
    depth: usize,
    most: usize,
    found: &mut Vec<FolderText>,
) -> Result<(), OpenError> {
    let first = found.len();
    let mut companions = HashSet::new();
    let entries = fs::read_dir(folder).map_err(|error| OpenError::from_io(folder, error))?;
    for entry in entries.flatten() {
        if found.len() > most {
            break;
        }
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            // The parts of a saved page: "trang.html" has "trang_files".
            let name = entry.file_name().to_string_lossy().into_owned();
            let parts = ["_files", ".files", "_tep"].iter().any(|ending| name.ends_with(ending));
            if depth > 0 && !parts {
                // A folder inside that may not be read does not hide the others.
                let _ = collect(&path, depth - 1, most, found);
            }
        } else if is_text(&path) && (kind.is_file() || leads_to_file(&path)) {
            // An archive that cannot be read is told of when it is opened.
            match is_archive(&path).then(|| source::members(&path)) {
                Some(Ok(Some(members))) => found.extend(FolderText::inside(&path, members)),
                _ => found.push(FolderText::alone(path)),
            }
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            companions.insert(path);
        }
    }
    if !companions.is_empty() {
        for file in &mut found[first..] {
            // Those in folders inside have been told already.
            file.has_companion |=
                file.archive.is_none() && companions.contains(&file.path.with_extension("toml"));
        }
    }
    Ok(())
}

/// Tells whether a link leads to a file.
fn leads_to_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.is_file())
}

/// Tells whether a file is a plain text by its name, and quickly read.
pub fn is_plain(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| PLAIN.contains(&ending.as_str()))
}

/// Tells whether a file is an archive by its name: of thousands of files not each is looked into.
fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

fn is_text(path: &Path) -> bool {
    path.file_name().is_some_and(|name| read::is_named_text(&name.to_string_lossy()))
}
