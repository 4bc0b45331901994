//! Which files of a folder are texts.

use super::OpenError;
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of files that are taken for plain texts.
const TEXTS: [&str; 4] = ["txt", "text", "md", "markdown"];
/// How deep folders are searched.
const DEPTH: usize = 8;

/// Lists the texts at `path`: itself if it is a file, else those in the folder and the folders in
/// it, by name. Hidden files and links to folders are passed over.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, OpenError> {
    let metadata = fs::metadata(path).map_err(|error| OpenError::from_io(path, error))?;
    if !metadata.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    collect(path, DEPTH, &mut found)?;
    found.sort();
    if found.is_empty() {
        return Err(OpenError::EmptyFolder(path.to_owned()));
    }
    Ok(found)
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), OpenError> {
    let entries = fs::read_dir(folder).map_err(|error| OpenError::from_io(folder, error))?;
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            if depth > 0 {
                // A folder inside that may not be read does not hide the others.
                let _ = collect(&path, depth - 1, found);
            }
        } else if is_text(&path) && fs::metadata(&path).is_ok_and(|file| file.is_file()) {
            found.push(path);
        }
    }
    Ok(())
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TEXTS.contains(&ending.as_str()))
}
