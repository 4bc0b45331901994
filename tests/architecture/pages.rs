//! The pages that people read: every link leads somewhere, and both languages have the same pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose texts may name a page.
const FOLDERS: [&str; 7] =
    ["docs", "src", "data", "tests", "tools", "benches", "fuzz/fuzz_targets"];
/// Files that may, beside those folders.
const FILES: [&str; 6] = [
    "README.md",
    "README.vi.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "NOTICES.md",
    "config.example.toml",
];

/// Gives the targets of links and pictures of a page, `](…)` in Markdown and `src="…"`, `srcset="…"` in HTML.
fn targets(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (mark, end) in [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"')] {
        found.extend(page.split(mark).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)));
    }
    found.retain(|target| !target.contains("://"));
    found
}

/// Gives the names that links within a page may lead to, made of its headings as GitHub makes them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept =
                words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

/// Gives every page that a text names by its path from the root, such as `docs/dev/structure.md`.
fn named(text: &str) -> Vec<String> {
    let rest = text.match_indices("docs/").map(|(at, _)| &text[at..]);
    rest.filter_map(|rest| {
        let path: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.'))
            .collect();
        let path = path.trim_end_matches('.');
        path.ends_with(".md").then(|| path.to_owned())
    })
    .collect()
}

fn texts(root: &Path) -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> = FILES.iter().map(|name| root.join(name)).collect();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|name| root.join(name)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("the tree can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                paths.push(path);
            }
        }
    }
    // What is no text names no page.
    paths
        .into_iter()
        .filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?)))
        .collect()
}

/// Tells the links of a page that lead nowhere.
fn dead(path: &Path, page: &str) -> Vec<String> {
    let folder = path.parent().expect("a page is in a folder");
    let is_dead = |target: &&str| {
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let there = if file.is_empty() { path.to_owned() } else { folder.join(file) };
        if anchor.is_empty() {
            return !there.exists();
        }
        !fs::read_to_string(there).is_ok_and(|page| anchors(&page).contains(anchor))
    };
    let tell = |target: &str| format!("{}: {target}", path.display());
    targets(page).into_iter().filter(is_dead).map(tell).collect()
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut told = Vec::new();
    for (path, text) in texts(root) {
        let is_page = path.parent() == Some(root) || path.starts_with(root.join("docs"));
        if is_page && path.extension().is_some_and(|ending| ending == "md") {
            told.extend(dead(&path, &text));
        }
        let missing = named(&text).into_iter().filter(|page| !root.join(page).exists());
        told.extend(missing.map(|page| format!("{}: {page}", path.display())));
    }
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn both_languages_have_the_same_pages() {
    let names = |language: &str| -> BTreeSet<_> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(language);
        let entries = fs::read_dir(folder).expect("there are pages");
        entries.map(|entry| entry.expect("the folder can be listed").file_name()).collect()
    };
    assert_eq!(names("vi"), names("en"));
}

#[test]
fn links_are_read() {
    let page =
        "# Của bạn: `a` & b\n[x](y.md#z) ![p](q.svg) <img src=\"r.svg\"> [w](https://a.vn/b)";
    assert_eq!(targets(page), ["y.md#z", "q.svg", "r.svg"]);
    assert_eq!(anchors(page).into_iter().collect::<Vec<_>>(), ["của-bạn-a--b"]);
    let docs = "docs";
    let text = format!("See {docs}/dev/a-b.md, and ({docs}/c.md).");
    assert_eq!(named(&text), [format!("{docs}/dev/a-b.md"), format!("{docs}/c.md")]);
}
