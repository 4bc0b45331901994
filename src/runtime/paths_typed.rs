//! Paths as they are typed into the reader: `~/`, and how one may go on.

use crate::text::printable;
use std::path::{Path, PathBuf};

/// How many ways on are told.
const MOST: usize = 60;

/// Returns the path that was typed: `~/` is the home folder.
pub(super) fn typed_path(typed: &Path, home: Option<&Path>) -> PathBuf {
    match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    }
}

/// Returns the paths that what was typed may become, by name, folders with a stroke at their end. Hidden files only where
/// their point is typed.
pub(super) fn completions(typed: &str, home: Option<&Path>) -> Vec<String> {
    if typed == "~" {
        return vec!["~/".to_owned()];
    }
    let at = typed.rfind(['/', std::path::MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    let (before, begun) = typed.split_at(at);
    let folder = if before.is_empty() { Path::new(".") } else { Path::new(before) };
    let Ok(entries) = std::fs::read_dir(typed_path(folder, home)) else { return Vec::new() };
    let mut all: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let fits =
                name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.'));
            let end = if entry.path().is_dir() { "/" } else { "" };
            // A name that cannot be typed cannot be completed either.
            (fits && printable(&name) == name).then(|| format!("{before}{name}{end}"))
        })
        .collect();
    all.sort();
    all.truncate(MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_completed_by_what_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["bài một.txt", "bài hai.docx", ".ẩn", "khác.md"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("bài cũ")).expect("a folder");
        let home = Some(folder.path());
        let cases = [
            ("~", vec!["~/"]),
            ("~/b", vec!["~/bài cũ/", "~/bài hai.docx", "~/bài một.txt"]),
            ("~/bài m", vec!["~/bài một.txt"]),
            ("~/.", vec!["~/.ẩn"]),
            ("~/không", vec![]),
            ("~/bài cũ/", vec![]),
            ("~/không có/x", vec![]),
        ];
        for (typed, found) in cases {
            assert_eq!(completions(typed, home), found, "{typed}");
        }
        let whole = completions(&format!("{}/k", folder.path().display()), None);
        assert_eq!(whole, [format!("{}/khác.md", folder.path().display())]);
    }
}
