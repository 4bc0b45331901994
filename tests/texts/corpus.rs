//! Speeches whose outline a reader wrote down: every one keeps every promise, the shipped one is read exactly, and
//! the others are read as well as they have been.
//!
//! `cargo test --test texts corpus -- --nocapture` shows the figures of each; `DIENVAN_CORPUS=FOLDER` has another
//! folder measured, documents with an outline beside them as `NAME.toml`. Most of the speeches here were learned
//! from, so what is promised of a text that nobody has seen stands in docs/dev/accuracy.md, not here.

use dienvan::library::files::open;
use dienvan::properties;
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{FurnitureKind, Item, ItemForm, Role, Speech};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const SHIPPED: &str = "2023-12-20-ket-luan-noi-chinh";

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
    items: Count,
    tasks: Count,
    /// Of the items found, those at their level with their marker, and those with their role.
    exact: usize,
    roles: usize,
}

#[derive(Clone, Copy, Default)]
struct Count {
    wanted: usize,
    found: usize,
    right: usize,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.wanted += other.wanted;
        self.found += other.found;
        self.right += other.right;
    }

    /// Gives F1, or 1 where there was nothing to find and nothing was found.
    fn f1(self) -> f64 {
        match self.wanted + self.found {
            0 => 1.0,
            all => 2.0 * self.right as f64 / all as f64,
        }
    }
}

impl Score {
    fn add(&mut self, other: Score) {
        self.items.add(other.items);
        self.tasks.add(other.tasks);
        self.exact += other.exact;
        self.roles += other.roles;
    }

    /// Gives the share of the items found that a part of them is; 1 where none was found.
    fn share(self, part: usize) -> f64 {
        if self.items.right == 0 { 1.0 } else { part as f64 / self.items.right as f64 }
    }
}

/// Returns the folder of speeches and their outlines.
fn corpus() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    std::env::var_os("DIENVAN_CORPUS").map_or_else(own, PathBuf::from)
}

/// Reads the outlines of a folder, by name.
fn gold(folder: &Path) -> BTreeMap<String, Gold> {
    let files = fs::read_dir(folder).expect("the folder can be read");
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

/// Gives a marker without emphasis, escapes and the signs at its end, as `score.py` compares it.
fn bare(marker: &str) -> String {
    let marker: String = marker.chars().filter(|c| !"*_#\\|>`".contains(*c)).collect();
    let bare = marker.trim().trim_start_matches('(').to_lowercase();
    let ends = |c: char| c.is_whitespace() || ".:,;)-–—".contains(c);
    bare.trim_end_matches(ends).to_owned()
}

/// Compares by line; items that are optional are neither asked for nor punished, enumerations inside
/// paragraphs, which are optional, are left out.
fn score(speech: &Speech, gold: &Gold) -> Score {
    let optional = |item: &GoldItem| matches!(item.kind.as_str(), "heading" | "inline");
    let found = speech.outline.items.iter().filter(|item| item.form == ItemForm::Paragraph);
    let found: BTreeMap<u32, &Item> = found.map(|item| (item.line, item)).collect();
    let spare = |line| gold.items.iter().any(|item| optional(item) && item.line == line);
    let counted = || found.iter().filter(|(line, _)| !spare(**line)).map(|(_, item)| *item);
    let mut score = Score::default();
    score.items.found = counted().count();
    score.tasks.found = counted().filter(|item| item.role == Role::Task).count();
    for wanted in gold.items.iter().filter(|item| !optional(item)) {
        let task = wanted.role == "task";
        score.items.wanted += 1;
        score.tasks.wanted += usize::from(task);
        if let Some(item) = found.get(&wanted.line) {
            let marker = bare(item.marker.of(&speech.text)) == bare(&wanted.marker);
            score.items.right += 1;
            score.tasks.right += usize::from(task && item.role == Role::Task);
            score.exact += usize::from(marker && item.level == wanted.level);
            score.roles += usize::from(item.role.name() == wanted.role);
        }
    }
    score
}

#[test]
fn every_document_keeps_every_promise() {
    let folder = corpus();
    let lexicon = Lexicon::shipped();
    for gold in gold(&folder).into_values() {
        let path = folder.join(&gold.file);
        properties::decoding(&fs::read(&path).expect("it can be read"));
        let speech = read(&path);
        properties::parsing(&speech.text, &lexicon);
        for width in [24, 44, 80] {
            let key = dienvan::layout::LayoutKey { width, furniture: false, gaps: true };
            properties::laying_out(&speech, key);
        }
    }
}

#[test]
fn the_documents_are_read_as_well_as_is_promised() {
    let folder = corpus();
    let mut total = Score::default();
    let columns = ["wanted", "found", "F1", "exact", "role", "tasks"];
    eprintln!("{:28} {}", "document", columns.map(|name| format!("{name:>6}")).join(" "));
    for (name, gold) in gold(&folder) {
        let score = score(&read(&folder.join(&gold.file)), &gold);
        tell(&name, score);
        total.add(score);
        if gold.items.is_empty() {
            assert_eq!(score.items.found, 0, "{name} has no items, so none is made");
        }
    }
    tell("all", total);
    assert!(total.items.f1() >= 0.99, "items");
    assert!(total.share(total.exact) >= 0.98, "levels and markers");
    assert!(total.share(total.roles) >= 0.97, "roles");
    assert!(total.tasks.f1() >= 0.97, "tasks");
}

fn tell(name: &str, score: Score) {
    let Count { wanted, found, .. } = score.items;
    let (items, tasks) = (score.items.f1(), score.tasks.f1());
    let (exact, roles) = (score.share(score.exact), score.share(score.roles));
    eprintln!("{name:28} {wanted:6} {found:6} {items:6.3} {exact:6.3} {roles:6.3} {tasks:6.3}");
}

#[test]
fn the_shipped_speech_is_read_exactly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let gold = gold(&folder).remove(SHIPPED).expect("the shipped speech has its outline");
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
