//! The folder of documents beside the repository, where there is one: every document keeps every
//! promise, the shipped speech is read exactly, and how well the others are read is printed.
//!
//! `cargo test --test corpus -- --nocapture` shows the figures. They are told, never asserted.

use dienvan::loader::open;
use dienvan::model::{FurnitureKind, Item, Speech};
use dienvan::parse::Lexicon;
use dienvan::properties;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const SEED: &str = "seed-ketluan-noichinh";

/// What a reader made of a document by hand.
#[derive(Deserialize)]
struct Gold {
    file: String,
    #[serde(default)]
    items: Vec<GoldItem>,
    #[serde(default)]
    chrome: Vec<(u32, u32)>,
    #[serde(default)]
    front: Vec<(u32, u32)>,
    #[serde(default)]
    salutation: Vec<(u32, u32)>,
    #[serde(default)]
    closing: Vec<(u32, u32)>,
}

#[derive(Deserialize)]
struct GoldItem {
    line: u32,
    level: u8,
    marker: String,
    role: String,
    #[serde(default)]
    kind: String,
}

/// How many items were asked for, given, and right.
#[derive(Clone, Copy, Default)]
struct Score {
    wanted: usize,
    found: usize,
    right: usize,
    levels: usize,
    roles: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.wanted += other.wanted;
        self.found += other.found;
        self.right += other.right;
        self.levels += other.levels;
        self.roles += other.roles;
    }

    /// Gives F1, or 1 where there was nothing to find and nothing was found.
    fn f1(self) -> f64 {
        match self.wanted + self.found {
            0 => 1.0,
            all => 2.0 * self.right as f64 / all as f64,
        }
    }

    fn share(self, part: usize) -> f64 {
        part as f64 / self.right.max(1) as f64
    }
}

/// Finds the documents, or says that there are none.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if folder.join("gold").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no folder of documents at {}", folder.display());
    None
}

fn gold(folder: &Path) -> BTreeMap<String, Gold> {
    let files = fs::read_dir(folder.join("gold")).expect("the folder can be read");
    files
        .map(|file| file.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("it can be read");
            let gold = toml::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, gold)
        })
        .collect()
}

fn read(path: &Path) -> Speech {
    let opened = open(path, &Lexicon::shipped());
    opened.unwrap_or_else(|error| panic!("{}: {error}", path.display())).speech
}

/// Compares by line; items that are optional are neither asked for nor punished.
fn score(speech: &Speech, gold: &Gold) -> Score {
    let optional = |item: &GoldItem| matches!(item.kind.as_str(), "heading" | "inline");
    let found: BTreeMap<u32, &Item> =
        speech.outline.items.iter().map(|item| (item.line, item)).collect();
    let spare = |line| gold.items.iter().any(|item| optional(item) && item.line == line);
    let mut score =
        Score { found: found.keys().filter(|line| !spare(**line)).count(), ..Score::default() };
    for wanted in gold.items.iter().filter(|item| !optional(item)) {
        score.wanted += 1;
        if let Some(item) = found.get(&wanted.line) {
            score.right += 1;
            score.levels += usize::from(item.level == wanted.level);
            score.roles += usize::from(item.role.name() == wanted.role);
        }
    }
    score
}

#[test]
fn every_document_keeps_every_promise() {
    let Some(folder) = corpus() else { return };
    let lexicon = Lexicon::shipped();
    let mut count = 0;
    for file in fs::read_dir(&folder).expect("the folder can be read") {
        let path = file.expect("it can be listed").path();
        if !path.is_file() {
            continue;
        }
        let bytes = fs::read(&path).expect("it can be read");
        properties::decoding(&bytes);
        let speech = read(&path);
        properties::parsing(&speech.text, &lexicon);
        for width in [24, 44, 80] {
            let key = dienvan::layout::LayoutKey { width, furniture: false, gaps: true };
            properties::laying_out(&speech, key);
        }
        count += 1;
    }
    eprintln!("{count} documents keep every promise");
}

#[test]
fn figures() {
    let Some(folder) = corpus() else { return };
    let mut total = Score::default();
    eprintln!(
        "{:28} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "document", "wanted", "found", "F1", "level", "role"
    );
    for (name, gold) in gold(&folder) {
        let score = score(&read(&folder.join(&gold.file)), &gold);
        tell(&name, score);
        total.add(score);
    }
    tell("all", total);
}

fn tell(name: &str, score: Score) {
    let Score { wanted, found, levels, roles, .. } = score;
    let (levels, roles) = (score.share(levels), score.share(roles));
    eprintln!("{name:28} {wanted:6} {found:6} {:6.3} {levels:6.3} {roles:6.3}", score.f1());
}

#[test]
fn the_seed_is_read_exactly() {
    let Some(folder) = corpus() else { return };
    let gold = gold(&folder).remove(SEED).expect("the seed has its outline");
    let speech = read(&folder.join(&gold.file));
    let found: Vec<(u32, u8, String, &str)> = speech
        .outline
        .items
        .iter()
        .map(|item| {
            (item.line, item.level, item.marker.of(&speech.text).to_owned(), item.role.name())
        })
        .collect();
    let wanted: Vec<(u32, u8, String, &str)> = gold
        .items
        .iter()
        .map(|item| (item.line, item.level, item.marker.clone(), item.role.as_str()))
        .collect();
    assert_eq!(found, wanted);
    assert_eq!(found.len(), 17);
    use FurnitureKind::{Chrome, Closing, Front, Salutation};
    for (kind, wanted) in [
        (Chrome, &gold.chrome),
        (Front, &gold.front),
        (Salutation, &gold.salutation),
        (Closing, &gold.closing),
    ] {
        let found: Vec<(u32, u32)> = speech
            .outline
            .furniture
            .iter()
            .filter(|furniture| furniture.kind == kind)
            .map(|furniture| (furniture.first_line, furniture.last_line))
            .collect();
        assert_eq!(&found, wanted, "{}", kind.name());
    }
}
